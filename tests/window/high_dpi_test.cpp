// SPDX-License-Identifier: GPL-3.0-or-later
// The window at the resolution that QT_SCALE_FACTOR asks for; the build runs these tests at 1, 1.25 and 2.
#include "tests/window/window_probe.h"

#include "app/layout/checks/scene_invariants.h"
#include "app/view/timeline/overview_view.h"
#include <QApplication>
#include <cmath>
#include <gtest/gtest.h>

using namespace quoteline;
using test::ShownWindow;

namespace {

double wantedRatio() {
    bool given = false;
    const double ratio = qEnvironmentVariable("QT_SCALE_FACTOR").toDouble(&given);
    return given ? ratio : 1;
}

/// Whether an image could be a smaller one enlarged: then its sharpest step from pixel to pixel is soft everywhere.
/// Counts steps from nearly the ground to nearly the ink within a single pixel.
int sharpEdges(const QImage& image) {
    int edges = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 1; x < image.width(); ++x)
            edges += std::abs(qGray(image.pixel(x, y)) - qGray(image.pixel(x - 1, y))) > 90;
    return edges;
}

QImage enlarged(const QImage& image, QSize size) {
    return image.scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
}

/// The same widget drawn at a ratio of 1.
QImage atOne(QWidget& widget) {
    QImage image(widget.size(), QImage::Format_RGB32);
    widget.render(&image);
    return image;
}

} // namespace

TEST(HighDpi, ThePictureOfTheWindowHasThePixelsOfTheScreen) {
    ShownWindow window({1000, 640});
    const double ratio = wantedRatio();
    EXPECT_EQ(window->devicePixelRatioF(), ratio);
    const QPixmap grabbed = window->grab();
    EXPECT_EQ(grabbed.devicePixelRatio(), ratio);
    EXPECT_EQ(grabbed.size(), (QSizeF(window->size()) * ratio).toSize());
}

TEST(HighDpi, TextAndMarksAreDrawnForTheResolution) {
    ShownWindow window({1000, 640});
    QWidget& view = window->pane().timeline();
    const QImage fine = view.grab().toImage();
    if (wantedRatio() == 1) {
        EXPECT_EQ(fine.convertToFormat(QImage::Format_RGB32), atOne(view));
        return;
    }
    const QImage soft = enlarged(atOne(view), fine.size());
    EXPECT_GT(sharpEdges(fine), sharpEdges(soft) * 3 / 2);
}

TEST(HighDpi, TheOverviewIsDrawnForTheResolution) {
    ShownWindow window({1000, 640});
    ui::OverviewView& overview = window->pane().overview();
    const QImage fine = overview.grab().toImage();
    EXPECT_EQ(fine.size(), (QSizeF(overview.size()) * wantedRatio()).toSize());
    if (wantedRatio() == 1) {
        EXPECT_EQ(fine.convertToFormat(QImage::Format_RGB32), atOne(overview));
        return;
    }
    EXPECT_GT(sharpEdges(fine), sharpEdges(enlarged(atOne(overview), fine.size())));
}

TEST(HighDpi, NothingOverlapsAtAnyZoom) {
    ShownWindow window({1000, 640});
    for (int i = 0; i < 12; ++i) {
        const ui::ViewController& controller = window.controller();
        const auto found =
            layout::violations(window.scene(), controller.view(), controller.packing(), controller.measurer());
        EXPECT_TRUE(found.empty()) << found.front().toStdString();
        window.controller().zoomBy(1.37);
        window.controller().panByShare(0.07);
    }
}

TEST(HighDpi, AClickFindsTheEventUnderIt) {
    ShownWindow window({1280, 800});
    for (model::EventIndex event = 0; event < 15; ++event) {
        window.click(window.labelOf(event));
        EXPECT_EQ(window.controller().selected(), event);
    }
}
