// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/export/drawn_pictures.h"

#include "app/export/svg/svg_device.h"
#include "app/paint/font_measurer.h"
#include "model/time/civil_time.h"
#include <QPainter>
#include <QPainterPath>
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

std::vector<ui::PictureRequest> comparedCharts() {
    const layout::TimeWindow crossing{static_cast<double>(model::startOfDate(2026, 1, 25)) + model::msPerDay / 2.0,
                                      3.3 * model::msPerDay};
    std::vector<ui::PictureRequest> specs;
    for (const bool dark : {false, true})
        for (const auto& range : {std::optional<layout::TimeWindow>(), std::optional(crossing)}) {
            ui::PictureRequest spec;
            spec.dark = dark;
            spec.range = range;
            specs.push_back(spec);
        }
    return specs;
}

std::vector<Paint> shapeScenes() {
    return {
        [](QPainter& p) {
            p.setClipRect(QRectF(20.5, 20, 100, 60));
            p.fillRect(QRectF(0, 0, 60, 200), QColor(200, 0, 0, 128));
            p.setClipRect(QRectF(60, 0, 200, 50), Qt::IntersectClip);
            p.fillRect(QRectF(0, 0, 200, 200), Qt::blue);
        },
        [](QPainter& p) {
            QPainterPath hole;
            hole.addEllipse(QPointF(100, 60), 50, 50);
            p.setClipPath(hole);
            p.setOpacity(0.3);
            p.fillRect(QRectF(0, 0, 110, 70), Qt::darkGreen);
        },
        [](QPainter& p) {
            QPainterPath ring;
            ring.addEllipse(QPointF(60, 60), 50, 50);
            ring.addEllipse(QPointF(60, 60), 25, 25);
            p.fillPath(ring, QColor(10, 20, 200));
            p.setPen(QPen(Qt::red, 5));
            p.drawArc(QRectF(120, 20, 60, 60), 30 * 16, 200 * 16);
        },
        [](QPainter& p) {
            p.translate(100, 60);
            p.rotate(30);
            p.scale(2, 1);
            p.setPen(QPen(Qt::black, 3, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
            p.setBrush(Qt::yellow);
            p.drawRect(QRectF(-20, -10, 40, 20));
            p.setClipRect(QRectF(-10, -30, 15, 60));
            p.fillRect(QRectF(-40, -5, 80, 10), Qt::magenta);
        },
        [](QPainter& p) {
            const QPointF star[] = {{100, 5}, {130, 110}, {40, 40}, {160, 40}, {70, 110}};
            p.setBrush(Qt::cyan);
            p.setPen(QPen(Qt::black, 2));
            p.drawPolygon(star, 5, Qt::OddEvenFill);
            const QPointF zigzag[] = {{5, 5}, {20, 110}, {35, 5}};
            p.setPen(QPen(Qt::red, 6, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin));
            p.drawPolyline(zigzag, 3);
            p.setBrush(Qt::darkYellow);
            const QPointF knot[] = {{165, 20}, {180, 60}, {140, 30}, {190, 30}, {150, 60}};
            p.drawPolygon(knot, 5, Qt::WindingFill);
            p.drawEllipse(QPointF(170, 85), 20, 8);
            p.setPen(QPen(Qt::blue, 8, Qt::SolidLine, Qt::RoundCap));
            p.drawPoint(QPointF(180, 100));
        },
        [](QPainter& p) {
            p.setPen(QPen(Qt::black, 4, Qt::DashDotLine, Qt::FlatCap));
            p.drawLine(QLineF(10, 20, 190, 20));
            p.setPen(QPen(Qt::darkBlue, 4));
            p.drawRoundedRect(QRectF(20, 40, 100, 60), 12, 12);
            p.setOpacity(0.4);
            p.fillRect(QRectF(50, 10, 60, 100), Qt::red);
        },
        [](QPainter& p) {
            p.save();
            p.setClipRect(QRectF(0, 0, 100, 120));
            p.translate(50, 0);
            p.setClipRect(QRectF(0, 20, 100, 80), Qt::IntersectClip);
            p.save();
            p.setClipRect(QRectF(0, 0, 5, 5));
            p.restore();
            p.fillRect(QRectF(-50, 0, 400, 400), Qt::darkYellow); // the clips from before the inner save
            p.restore();
            p.fillRect(QRectF(180, 0, 10, 120), Qt::black);
            p.setClipping(false);
            p.fillRect(QRectF(192, 0, 6, 120), Qt::red);
        },
        [](QPainter& p) {
            QLinearGradient gradient(0, 0, 200, 0);
            gradient.setColorAt(0, Qt::red);
            gradient.setColorAt(1, Qt::blue);
            p.fillRect(QRectF(20, 20, 160, 80), gradient);
            QImage dots(4, 4, QImage::Format_ARGB32);
            dots.fill(QColor(0, 255, 0, 128));
            p.drawImage(QRectF(60, 10, 40, 100), dots);
        },
    };
}

} // namespace quoteline::test
