// SPDX-License-Identifier: GPL-3.0-or-later
// Soft fills without gradients, as in PDF and SVG, look as those with gradients do.
#include "app/paint/soft_fill.h"

#include <QImage>
#include <QPainter>
#include <QPicture>
#include <cmath>
#include <functional>
#include <gtest/gtest.h>

using namespace quoteline::ui;

namespace {

const SoftStops fade{{{0, 0}, {1, 0.75}, {1, 0.75}, {1, 0.75}}};
const SoftStops fadeAway{{{0, 0.75}, {1, 0}, {1, 0}, {1, 0}}};
const SoftStops band{{{0, 0.02}, {0.2, 0.26}, {0.8, 0.26}, {1, 0.02}}};
const SoftStops paleBand{{{0, 0.02}, {0.3, 0.12}, {0.7, 0.12}, {1, 0.02}}};
const SoftStops halo{{{0, 0.45}, {0.5, 0.3}, {1, 0}, {1, 0}}};

QImage drawn(const std::function<void(QPainter&)>& draw) {
    QImage image(220, 80, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    draw(painter);
    return image;
}

/// By way of a recording, which is no raster.
QImage inLayers(const std::function<void(QPainter&)>& draw) {
    QPicture picture;
    QPainter painter(&picture);
    draw(painter);
    painter.end();
    return drawn([&](QPainter& on) { on.drawPicture(0, 0, picture); });
}

int greatestDifference(const QImage& a, const QImage& b) {
    int greatest = 0;
    for (int y = 0; y < a.height(); ++y)
        for (int x = 0; x < a.width(); ++x)
            greatest = std::max(greatest, std::abs(a.pixelColor(x, y).red() - b.pixelColor(x, y).red()));
    return greatest;
}

} // namespace

TEST(SoftFill, LooksInLayersAsItDoesWithAGradient) {
    for (const SoftStops& stops : {fade, fadeAway, band, paleBand}) {
        const auto draw = [&](QPainter& painter) {
            fillSoftly(painter, QRectF(10, 10, 200, 20), QColor(0, 0, 200), stops);
        };
        EXPECT_LE(greatestDifference(drawn(draw), inLayers(draw)), 12);
    }
    const auto draw = [](QPainter& painter) { fillHalo(painter, {100, 40}, 30, QColor(0, 0, 200), halo); };
    EXPECT_LE(greatestDifference(drawn(draw), inLayers(draw)), 12);
}

TEST(SoftFill, GrowsStrongerAndWeakerWithoutASeam) {
    for (const double shift : {0.0, 0.3, 0.5, 0.7}) {
        const QImage image = inLayers(
            [&](QPainter& painter) { fillSoftly(painter, QRectF(10 + shift, 10, 200, 20), QColor(0, 0, 200), band); });
        for (int x = 12; x < 208; ++x) {
            const int step = image.pixelColor(x + 1, 20).red() - image.pixelColor(x, 20).red();
            EXPECT_TRUE(x < 110 ? step <= 0 : step >= 0) << x << " at " << shift;
        }
    }
}
