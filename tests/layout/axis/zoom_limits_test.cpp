// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/axis/zoom_limits.h"

#include "tests/content/scene_stories.h"

#include <cmath>
#include <gtest/gtest.h>

using namespace quoteline;
using namespace quoteline::layout;

namespace {

constexpr double limitWidth = 900;

ZoomedWindow zoomStep(const StoryView& view, const TimeWindow& window, double factor, double share) {
    return zoomedWithin(window, factor, window.start + share * window.width, view, limitWidth, 1);
}

} // namespace

TEST(ZoomLimits, ZoomingOutEndsExactlyAtTheWholeStoryFromEveryPlace) {
    const StoryView view(test::embeddedStory());
    const TimeWindow whole = wholeStory(view, limitWidth, 1);
    for (const double at : {0.05, 0.5, 0.95}) {
        for (const double share : {0.0, 0.3, 1.0}) {
            TimeWindow window{whole.start + at * whole.width, whole.width / 40};
            std::optional<ZoomLimit> limit;
            int steps = 0;
            while (limit != ZoomLimit::WholeStory && ++steps < 60) {
                const auto next = zoomStep(view, window, 1 / 1.25, share);
                // No jump: no step widens by more than its factor, none moves by more than half a view.
                EXPECT_LE(next.window.width, window.width * 1.25 * (1 + 1e-9));
                EXPECT_LE(std::abs(next.window.start - window.start), whole.width / 2);
                EXPECT_EQ(next.limit.has_value(), next.window.width == whole.width);
                window = next.window;
                limit = next.limit;
            }
            EXPECT_EQ(window, whole);
            const auto further = zoomStep(view, window, 1 / 1.25, share);
            EXPECT_EQ(further, (ZoomedWindow{whole, ZoomLimit::WholeStory}));
        }
    }
}

TEST(ZoomLimits, ZoomingInEndsExactlyAtATenthOfASecondAndKeepsTheInstant) {
    const StoryView view(test::embeddedStory());
    TimeWindow window = wholeStory(view, limitWidth, 1);
    const double anchor = window.start + 0.4 * window.width;
    std::optional<ZoomLimit> limit;
    for (int step = 0; !limit && step < 200; ++step) {
        const auto next = zoomedWithin(window, 1.5, anchor, view, limitWidth, 1);
        window = next.window;
        limit = next.limit;
        ASSERT_NEAR((anchor - window.start) / window.width, 0.4, 0.005) << step; // limit of doubles at 2026
    }
    EXPECT_EQ(limit, ZoomLimit::Closest);
    EXPECT_EQ(window.width, minWindowMs);
    EXPECT_EQ(zoomedWithin(window, 1.5, anchor, view, limitWidth, 1).window.width, minWindowMs);
}

TEST(ZoomLimits, BetweenTheLimitsNothingIsSaid) {
    const StoryView view(test::embeddedStory());
    const TimeWindow whole = wholeStory(view, limitWidth, 1);
    const TimeWindow half{whole.start + whole.width / 4, whole.width / 2};
    EXPECT_EQ(zoomStep(view, half, 1.5, 0.5).limit, std::nullopt);
    EXPECT_EQ(zoomStep(view, half, 1 / 1.5, 0.5).limit, std::nullopt);
    EXPECT_EQ(zoomStep(view, whole, 1.5, 0.5).limit, std::nullopt);
}

TEST(ZoomLimits, EveryStoryCanBeLeftAndReachedAgain) {
    for (const auto& [name, story] : test::layoutStories()) {
        const StoryView view(story);
        const TimeWindow whole = wholeStory(view, limitWidth, 1);
        TimeWindow window = whole;
        for (int i = 0; i < 12; ++i)
            window = zoomStep(view, window, 2, 0.8).window;
        for (int i = 0; i < 60; ++i)
            window = zoomStep(view, window, 0.5, 0.1).window;
        EXPECT_EQ(window, whole) << name;
    }
}

TEST(ZoomLimits, AreSaidInWords) {
    EXPECT_EQ(zoomLimitInWords(ZoomLimit::WholeStory), QStringLiteral("This is the whole story."));
    EXPECT_EQ(zoomLimitInWords(ZoomLimit::Closest),
              QStringLiteral("Closer than a tenth of a second across is not shown."));
    EXPECT_FALSE(zoomLimitInWords(ZoomLimit::WholeWidth).isEmpty());
}
