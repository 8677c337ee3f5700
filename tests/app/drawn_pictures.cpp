// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/drawn_pictures.h"

#include "app/export/svg_device.h"
#include "app/paint/font_measurer.h"
#include "model/civil_time.h"
#include <QPainter>
#include <gtest/gtest.h>

namespace quoteline::test {

QFont chartFont(int pixels) {
    QFont font = ui::Fonts(1).font(layout::FontRole::Label);
    font.setPixelSize(pixels);
    return font;
}

QByteArray svgOf(const Paint& paint, QSizeF size) {
    ui::SvgDevice device(size);
    QPainter painter(&device);
    painter.setRenderHint(QPainter::Antialiasing);
    paint(painter);
    painter.end();
    return device.svg();
}

QImage raster(const Paint& paint, QSize size) {
    QImage image(size, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    paint(painter);
    return image;
}

double difference(const QImage& a, const QImage& b, int limit) {
    EXPECT_EQ(a.size(), b.size());
    qint64 off = 0;
    for (int y = 0; y < a.height() && a.size() == b.size(); ++y)
        for (int x = 0; x < a.width(); ++x) {
            const QColor left = a.pixelColor(x, y);
            const QColor right = b.pixelColor(x, y);
            off += std::abs(left.red() - right.red()) + std::abs(left.green() - right.green()) +
                       std::abs(left.blue() - right.blue()) >
                   limit;
        }
    return static_cast<double>(off) / (a.width() * a.height());
}

std::vector<ui::PictureSpec> comparedCharts() {
    const layout::TimeWindow crossing{static_cast<double>(model::startOfDate(2026, 1, 25)) + model::msPerDay / 2.0,
                                      3.3 * model::msPerDay};
    std::vector<ui::PictureSpec> specs;
    for (const bool dark : {false, true})
        for (const auto& range : {std::optional<layout::TimeWindow>(), std::optional(crossing)}) {
            ui::PictureSpec spec;
            spec.dark = dark;
            spec.range = range;
            specs.push_back(spec);
        }
    return specs;
}

} // namespace quoteline::test
