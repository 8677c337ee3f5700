// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/axis/view_state.h"

#include "app/layout/shapes/metrics.h"
#include "tests/content/scene_stories.h"
#include <cmath>
#include <gtest/gtest.h>

using namespace quoteline;
using namespace quoteline::layout;

namespace {

constexpr double viewWidth = 1000;

const std::vector<test::NamedStory>& stories() {
    static const std::vector<test::NamedStory> all = test::layoutStories();
    return all;
}

double xOf(const TimeWindow& window, double instant) {
    return (instant - window.start) / window.width * viewWidth;
}

} // namespace

TEST(ViewState, ZoomKeepsTheInstantUnderTheCursorWithinAPixel) {
    for (const test::NamedStory& named : stories()) {
        const StoryView view(named.story);
        for (const double x : {0.0, 130.0, 500.0, 871.0, 1000.0}) {
            TimeWindow window = wholeStory(view, viewWidth, 1);
            const double anchor = window.start + window.width * x / viewWidth;
            if (anchor < view.extent().start || anchor > view.extent().end())
                continue;
            while (window.width > 2 * minWindowMs) { // in by the wheel, one notch after the other
                window = clamped(zoomed(window, 1.2, anchor), view, viewWidth, 1);
                ASSERT_NEAR(xOf(window, anchor), x, 1) << named.name << " at width " << window.width;
            }
            for (int i = 0; i < 5; ++i) { // and out again
                window = zoomed(window, 1 / 1.2, anchor);
                ASSERT_NEAR(xOf(window, anchor), x, 1) << named.name;
            }
        }
    }
}

TEST(ViewState, WindowsAreClampedToTheStory) {
    for (const test::NamedStory& named : stories()) {
        const StoryView view(named.story);
        const TimeWindow whole = wholeStory(view, viewWidth, 1);
        const TimeWindow extent = view.extent();
        EXPECT_EQ(clamped(whole, view, viewWidth, 1), whole) << named.name;
        for (const double width : {1e-3, 50.0, 1e4, 1e9, 1e13, 1e18}) {
            for (const double start : {-1e18, -1e12, 0.0, extent.start, extent.end(), 1e12, 1e18}) {
                const TimeWindow window = clamped({start, width}, view, viewWidth, 1);
                EXPECT_GE(window.width, std::min(minWindowMs, whole.width)) << named.name;
                EXPECT_LE(window.width, whole.width) << named.name;
                const double middle = window.start + window.width / 2;
                const double slack = 1e-9 * (std::abs(extent.start) + std::abs(extent.end()) + whole.width);
                EXPECT_GE(middle, extent.start - slack) << named.name;
                EXPECT_LE(middle, extent.end() + slack) << named.name;
                const TimeWindow again = clamped(window, view, viewWidth, 1);
                EXPECT_NEAR(again.start, window.start, slack);
            }
        }
    }
}

TEST(ViewState, AWindowWithoutAPlaceIsClampedToo) {
    const StoryView view(test::embeddedStory());
    const double nan = std::nan("");
    EXPECT_TRUE(std::isfinite(clamped({nan, 1e8}, view, viewWidth, 1).start));
    EXPECT_TRUE(std::isfinite(clamped({INFINITY, 1e8}, view, viewWidth, 1).start));
    for (const double width : {nan, HUGE_VAL, -HUGE_VAL})
        EXPECT_EQ(clamped({0, width}, view, viewWidth, 1).width, wholeStory(view, viewWidth, 1).width) << width;
}

TEST(ViewState, TheFirstAndTheLastEventCanStandInTheMiddle) {
    for (const test::NamedStory& named : stories()) {
        const StoryView view(named.story);
        const TimeWindow whole = wholeStory(view, viewWidth, 1);
        for (const double zoom : {1.0, 3.0, 50.0}) {
            const double width = std::max(whole.width / zoom, minWindowMs);
            for (const double edge : {view.extent().start, view.extent().end()}) {
                const TimeWindow window{edge - width / 2, width};
                const TimeWindow kept = clamped(window, view, viewWidth, 1);
                EXPECT_NEAR(kept.start, window.start, width * 1e-6) << named.name;
                EXPECT_NEAR(kept.width, window.width, width * 1e-6) << named.name;
            }
        }
        // ... so that a turn of the wheel moves something wherever the view stands.
        const TimeWindow moved = clamped(panned(whole, 0.1), view, viewWidth, 1);
        EXPECT_TRUE(view.events().empty() || view.allAtOnce() || moved != whole) << named.name;
    }
}

TEST(ViewState, TheWholeStoryHoldsEveryEventAndNoMoreThanAMarkOfPadding) {
    for (const test::NamedStory& named : stories()) {
        const StoryView view(named.story);
        if (view.allAtOnce())
            continue;
        const TimeWindow whole = wholeStory(view, viewWidth, 1.5);
        EXPECT_LE(whole.start, view.extent().start) << named.name;
        EXPECT_GE(whole.end(), view.extent().end()) << named.name;
        const double dot = 2 * Sizes(1.5).dotRadius;
        EXPECT_LE(xOf(whole, view.extent().start), dot + 1e-6) << named.name;
        EXPECT_GE(xOf(whole, view.extent().end()), viewWidth - dot - 1e-6) << named.name;
    }
}

TEST(ViewState, AStoryOfOneTimeStandsInTheMiddleThird) {
    const StoryView view(test::storyOfDates({"2026-01-27", "2026-01-27"}));
    EXPECT_TRUE(view.allAtOnce());
    EXPECT_EQ(wholeStory(view, viewWidth, 1),
              (TimeWindow{static_cast<double>(model::startOfDate(2026, 1, 26)), 3.0 * model::msPerDay}));
    EXPECT_FALSE(StoryView(test::storyOfDates({"2026-01-27", "2026-01-27/2026-01-28"})).allAtOnce());
    EXPECT_FALSE(StoryView(test::storyOfDates({"2026-01-27", "2026-01-26/2026-01-27"})).allAtOnce());
    EXPECT_FALSE(StoryView(model::Story()).allAtOnce());
}

TEST(ViewState, AnEmptyStoryHasAWindow) {
    const TimeWindow window = wholeStory(StoryView{model::Story()}, viewWidth, 1);
    EXPECT_GE(window.width, minWindowMs);
    EXPECT_TRUE(std::isfinite(window.start));
}

TEST(ViewState, PanningMovesByAShare) {
    EXPECT_EQ(panned({100, 40}, 0.25), (TimeWindow{110, 40}));
    EXPECT_EQ(panned({100, 40}, -1), (TimeWindow{60, 40}));
}

TEST(ViewState, RevealingMovesNoFurtherThanItHasTo) {
    const TimeWindow window{1000, 100};
    for (double start = 880; start < 1240; start += 3) {
        for (const double length : {0.0, 1.0, 20.0, 87.0, 89.0, 300.0}) {
            const double end = start + length;
            const TimeWindow shown = revealing(window, start, end);
            ASSERT_EQ(shown.width, window.width);
            const bool fits = length <= 88; // six percent of air on both sides
            if (start >= 1000 && start < 1100 && end <= 1100) {
                ASSERT_EQ(shown, window);
            } else if (!fits || end <= 1000 || start >= 1100) {
                ASSERT_NEAR(shown.start + 50, (start + end) / 2, 1e-9);
            } else { // in view in part: it ends up at the air of the side that it stuck out of
                ASSERT_GE(start, shown.start + 6 - 1e-9);
                ASSERT_LE(end, shown.end() - 6 + 1e-9);
                ASSERT_TRUE(std::abs(start - shown.start - 6) < 1e-9 || std::abs(shown.end() - 6 - end) < 1e-9);
            }
        }
    }
}

TEST(ViewState, ZoomStepsAreQuartersOfADoublingFromTheWholeStory) {
    const StoryView view(test::embeddedStory());
    const TimeWindow whole = wholeStory(view, viewWidth, 1);
    EXPECT_EQ(zoomStepOf(whole, view, viewWidth, 1).index, 0);
    EXPECT_EQ(zoomStepOf({whole.start, whole.width * 3}, view, viewWidth, 1).index, 0);
    for (int i = 0; i < 60; ++i) {
        const double exact = whole.width / std::exp2(i / 4.0);
        for (const double factor : {1.0, 0.9, 0.8412}) { // up to just before the next step
            const TimeWindow window{whole.start + 12345, exact * factor};
            const ZoomStep step = zoomStepOf(window, view, viewWidth, 1);
            EXPECT_EQ(step.index, i);
            EXPECT_EQ(step.domain, whole);
            EXPECT_LE(step.pixelsPerMs, viewWidth / window.width * (1 + 1e-9)); // smallest scale of the step
            EXPECT_GE(step.pixelsPerMs, viewWidth / window.width / std::exp2(0.25) * (1 - 1e-9));
        }
    }
}

TEST(ViewState, AZoomStepIsTheSameWhereverTheWindowStands) {
    const StoryView view(test::embeddedStory());
    const TimeWindow whole = wholeStory(view, viewWidth, 1);
    const double width = whole.width / 5.5;
    const ZoomStep step = zoomStepOf({whole.start, width}, view, viewWidth, 1);
    for (int i = 0; i < 100; ++i)
        EXPECT_EQ(zoomStepOf({whole.start + whole.width * i / 77, width}, view, viewWidth, 1), step);
}
