// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/overlay/overlay_builder.h"

#include "app/layout/scene/scene_builder.h"
#include "tests/content/scene_stories.h"
#include "tests/support/fixed_measurer.h"
#include <gtest/gtest.h>

using namespace quoteline;
using namespace quoteline::layout;

namespace {

struct OverlayBuilder : testing::Test {
    StoryView view{test::embeddedStory()};
    test::FixedMeasurer measurer;
    Metrics metrics{{1600, 900}};
    Scene scene =
        buildScene(view, {wholeStory(view, frameFor(view, metrics, measurer).plot.width(), 1)}, metrics, measurer);
};

} // namespace

TEST_F(OverlayBuilder, CoversMarkAndLabelOfAnEvent) {
    for (const model::EventIndex event : view.events()) {
        const QRectF cover = coverOf(scene, event);
        EXPECT_FALSE(cover.isEmpty());
        for (const Mark& mark : scene.marks)
            EXPECT_TRUE(mark.event != event || cover.adjusted(-1e-6, -1e-6, 1e-6, 1e-6).contains(mark.rect()));
        for (const Label& label : scene.labels)
            EXPECT_TRUE(label.event != event || cover.adjusted(-1e-6, -1e-6, 1e-6, 1e-6).contains(label.rect));
    }
}

TEST_F(OverlayBuilder, CoversNothingOfAnEventOutOfView) {
    const double far = scene.scale.window.end() + 1e12;
    const Scene elsewhere = buildScene(view, {{far, 1e6}}, metrics, measurer);
    EXPECT_TRUE(coverOf(elsewhere, 3).isEmpty());
    EXPECT_TRUE(coverOf(scene, 9999).isEmpty());
    EXPECT_EQ(buildOverlay(elsewhere, {3, 4, 0}), Overlay());
}

TEST_F(OverlayBuilder, CutsWhatItCoversToTheLanes) {
    const Scene low = buildScene(view, {scene.scale.window, 55}, {{1600, 300}}, measurer);
    for (const model::EventIndex event : view.events()) {
        const QRectF cover = coverOf(low, event);
        EXPECT_TRUE(cover.isEmpty() || low.frame.lanes.contains(cover));
    }
}

TEST_F(OverlayBuilder, SurroundsTheSelectedAndTheHoveredEventOnce) {
    const Overlay both = buildOverlay(scene, {3, 5, std::nullopt});
    ASSERT_EQ(both.selected.size(), 1u);
    ASSERT_EQ(both.hovered.size(), 1u);
    EXPECT_TRUE(both.selected[0].contains(coverOf(scene, 3)));
    EXPECT_TRUE(both.hovered[0].contains(coverOf(scene, 5)));
    EXPECT_TRUE(buildOverlay(scene, {3, 3, std::nullopt}).hovered.empty()); // selected already
    EXPECT_EQ(buildOverlay(scene, {}), Overlay());
}

TEST_F(OverlayBuilder, SurroundsAColumn) {
    scene.columns.emplace_back().rect = QRectF(300, 200, 40, 16);
    const Overlay overlay = buildOverlay(scene, {std::nullopt, std::nullopt, 0});
    EXPECT_EQ(overlay.hovered, (std::vector<QRectF>{QRectF(300, 200, 40, 16)}));
    EXPECT_EQ(buildOverlay(scene, {std::nullopt, std::nullopt, 1}), Overlay()); // no such column
}
