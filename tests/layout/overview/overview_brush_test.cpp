// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/overview/overview_brush.h"

#include "app/layout/axis/view_state.h"
#include "tests/content/scene_stories.h"
#include "tests/support/fixed_measurer.h"

#include <gtest/gtest.h>

using namespace quoteline;
using namespace quoteline::layout;

namespace {

const test::FixedMeasurer measurer;

class OverviewBrush : public testing::Test {
protected:
    OverviewBrush()
        : view(test::embeddedStory())
        , scene(buildOverview(view, {1200, 90}, 160, 1184, 1, measurer))
        , whole(wholeStory(view, scene.plot.width(), 1)) {}

    WindowLimits limits(const TimeWindow& before) const { return windowLimits(scene, whole, view.extent(), before); }
    TimeWindow drag(const TimeWindow& before, BrushZone zone, double from, double to) const {
        return dragged(scene, before, zone, from, to, limits(before));
    }
    /// A window by the places of its edges in the overview.
    TimeWindow between(double left, double right) const {
        return {scene.scale.toMs(left), scene.scale.toMs(right) - scene.scale.toMs(left)};
    }
    /// The windows that hands make: everywhere, from a moment to the whole story.
    std::vector<TimeWindow> windows() const {
        std::vector<TimeWindow> made{whole, scene.scale.window};
        for (const double left : {160.0, 161.0, 300.0, 700.5, 1150.0, 1183.0})
            for (const double width : {0.001, 1.0, 7.0, 20.0, 200.0})
                made.push_back(clamped(between(left, left + width), view, scene.plot.width(), 1));
        return made;
    }
    /// What the controller makes of a window: the same, or the drag went beyond the limits.
    void expectAllowed(const TimeWindow& window) const {
        const TimeWindow kept = clamped(window, view, scene.plot.width(), 1);
        EXPECT_NEAR(kept.start, window.start, 1);
        EXPECT_NEAR(kept.width, window.width, 1);
    }

    StoryView view;
    OverviewScene scene;
    TimeWindow whole;
};

} // namespace

TEST_F(OverviewBrush, ItsEdgesStandWhereTheScalePutsTheWindow) {
    for (const TimeWindow& window : windows()) {
        const Brush brush = brushFor(scene, window);
        const auto cut = [&](double ms) {
            return std::clamp(scene.scale.toX(ms), scene.plot.left(), scene.plot.right());
        };
        EXPECT_NEAR(brush.rect.left(), cut(window.start), 2); // two pixels are the least width
        EXPECT_NEAR(brush.rect.right(), cut(window.end()), 2);
        EXPECT_GE(brush.rect.width(), 2 - 1e-9);
    }
}

TEST_F(OverviewBrush, BothHandlesAndTheBrushItselfCanAlwaysBeGrabbed) {
    for (const TimeWindow& window : windows()) {
        const Brush brush = brushFor(scene, window);
        std::array<int, 4> pixels{};
        for (double x = 100.5; x < 1260; ++x)
            ++pixels[static_cast<std::size_t>(zoneAt(brush, x))];
        EXPECT_GE(pixels[static_cast<std::size_t>(BrushZone::LeftHandle)], 8);
        EXPECT_GE(pixels[static_cast<std::size_t>(BrushZone::RightHandle)], 8);
        EXPECT_GE(pixels[static_cast<std::size_t>(BrushZone::Inside)], 7);
        EXPECT_EQ(zoneAt(brush, brush.leftHandle.center().x()), BrushZone::LeftHandle);
        EXPECT_EQ(zoneAt(brush, brush.rightHandle.center().x()), BrushZone::RightHandle);
        EXPECT_EQ(zoneAt(brush, brush.rect.center().x()), BrushZone::Inside);
        EXPECT_FALSE(brush.leftHandle.intersects(brush.rightHandle));
        EXPECT_EQ(zoneAt(brush, brush.grabLeft - 1), BrushZone::Outside);
        EXPECT_EQ(zoneAt(brush, brush.grabRight + 1), BrushZone::Outside);
    }
}

TEST_F(OverviewBrush, DraggedByItsMiddleItKeepsThePlaceThatWasGrabbedUnderThePointer) {
    const TimeWindow before = between(400, 600);
    for (const double to : {450.0, 480.5, 700.0}) {
        const TimeWindow after = drag(before, BrushZone::Inside, 450, to);
        EXPECT_EQ(after.width, before.width);
        EXPECT_NEAR(scene.scale.toX(after.start), 400 + to - 450, 1e-6);
    }
    EXPECT_EQ(drag(before, BrushZone::Inside, 450, 450), before);
}

TEST_F(OverviewBrush, AHandleMovesItsEdgeAndLeavesTheOther) {
    const TimeWindow before = between(400, 600);
    for (const double to : {300.0, 399.0, 500.0}) {
        const TimeWindow after = drag(before, BrushZone::LeftHandle, 398, to);
        EXPECT_NEAR(scene.scale.toX(after.start), 400 + to - 398, 1e-6);
        EXPECT_NEAR(after.end(), before.end(), 1e-3);
    }
    for (const double to : {500.0, 601.0, 900.0}) {
        const TimeWindow after = drag(before, BrushZone::RightHandle, 603, to);
        EXPECT_EQ(after.start, before.start);
        EXPECT_NEAR(scene.scale.toX(after.end()), 600 + to - 603, 1e-6);
    }
}

TEST_F(OverviewBrush, WithoutAMoveNothingChanges) {
    for (const TimeWindow& window : windows())
        for (const BrushZone zone : {BrushZone::LeftHandle, BrushZone::Inside, BrushZone::RightHandle})
            EXPECT_EQ(drag(window, zone, 777, 777), window);
}

TEST_F(OverviewBrush, WhateverIsDraggedWhereverTheWindowIsOneThatTheViewTakes) {
    for (const TimeWindow& window : windows()) {
        const Brush brush = brushFor(scene, window);
        for (double to = -400; to < 2000; to += 37) {
            const TimeWindow left = drag(window, BrushZone::LeftHandle, brush.leftHandle.center().x(), to);
            expectAllowed(left);
            EXPECT_NEAR(left.end(), window.end(), 1);
            const TimeWindow right = drag(window, BrushZone::RightHandle, brush.rightHandle.center().x(), to);
            expectAllowed(right);
            EXPECT_NEAR(right.start, window.start, 1);
            for (const double from : {100.0, 170.0, 640.0, 1180.0}) {
                const TimeWindow drawn = drag(window, BrushZone::Outside, from, to);
                expectAllowed(drawn);
            }
        }
    }
}

TEST_F(OverviewBrush, AHandleLedBeyondTheOtherStopsBeforeIt) {
    const TimeWindow before = between(400, 600);
    const TimeWindow after = drag(before, BrushZone::LeftHandle, 400, 900);
    EXPECT_NEAR(scene.scale.toX(after.end()), 600, 1e-6);
    EXPECT_LT(after.start, after.end());
    EXPECT_GE(brushFor(scene, after).rect.width(), 6 - 1e-6);
    const TimeWindow tiny = between(500, 500.25); // narrower than a hand would make it: it does not grow by itself
    EXPECT_NEAR(drag(tiny, BrushZone::LeftHandle, 500, 700).width, tiny.width, 1e-3);
}

TEST_F(OverviewBrush, TheEdgesOfTheWholeStoryFollowThePointerAlthoughTheyLieBeyondTheOverview) {
    ASSERT_LE(whole.start, scene.scale.window.start);
    const TimeWindow after = drag(whole, BrushZone::LeftHandle, scene.plot.left(), scene.plot.left() + 100);
    EXPECT_NEAR(scene.scale.toX(after.start), scene.plot.left() + 100, 1e-6);
    EXPECT_NEAR(after.end(), whole.end(), 1);
}

TEST_F(OverviewBrush, ADragOutsideDrawsTheWindowBetweenItsEndsInEitherDirection) {
    const TimeWindow before = between(400, 600);
    for (const auto& [from, to] : {std::pair{800.0, 1000.0}, std::pair{1000.0, 800.0}}) {
        const TimeWindow after = drag(before, BrushZone::Outside, from, to);
        EXPECT_NEAR(scene.scale.toX(after.start), 800, 1e-6);
        EXPECT_NEAR(scene.scale.toX(after.end()), 1000, 1e-6);
    }
}

TEST_F(OverviewBrush, KeysResizeTheRightEdgeWithinTheLimits) {
    const TimeWindow before = between(400, 600);
    EXPECT_NEAR(resizedBy(before, 0.1, limits(before)).width, before.width * 1.1, 1);
    EXPECT_EQ(resizedBy(before, 0.1, limits(before)).start, before.start);
    TimeWindow wide = whole;
    EXPECT_NEAR(resizedBy(wide, 0.1, limits(wide)).width, whole.width, 1e-3);
    TimeWindow narrow = before;
    for (int i = 0; i < 400; ++i)
        narrow = resizedBy(narrow, -0.1, limits(narrow));
    EXPECT_GE(narrow.width, minWindowMs);
    expectAllowed(narrow);
}

TEST(OverviewBrushOfAnEmptyStory, IsThereAndMovesNothing) {
    const StoryView view{model::Story()};
    const OverviewScene scene = buildOverview(view, {800, 90}, 100, 700, 1, measurer);
    const TimeWindow whole = wholeStory(view, 600, 1);
    const Brush brush = brushFor(scene, whole);
    EXPECT_TRUE(scene.plot.contains(brush.rect.center()));
    const WindowLimits limits = windowLimits(scene, whole, view.extent(), whole);
    const TimeWindow after = dragged(scene, whole, BrushZone::LeftHandle, 100, 300, limits);
    EXPECT_GT(after.width, 0);
    EXPECT_LE(after.width, whole.width);
}
