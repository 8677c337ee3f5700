// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/axis/zoom_in_sight.h"

#include "tests/content/scene_stories.h"

#include <gtest/gtest.h>
#include <random>

using namespace quoteline;
using namespace quoteline::layout;

namespace {

constexpr double sightWidth = 1000;

ZoomedWindow step(const StoryView& view, const TimeWindow& window, double factor,
                  std::optional<model::EventIndex> held = std::nullopt) {
    return zoomedInSight(window, factor, held, view, sightWidth, 1);
}

bool touches(const StoryView& view, model::EventIndex event, const TimeWindow& window) {
    return static_cast<double>(view.story().layoutStarts()[event]) < window.end() &&
           static_cast<double>(view.story().layoutEnds()[event]) > window.start;
}

bool somethingIn(const StoryView& view, const TimeWindow& window) {
    return std::any_of(view.events().begin(), view.events().end(),
                       [&](model::EventIndex event) { return touches(view, event, window); });
}

double middleOf(const TimeWindow& window) {
    return window.start + window.width / 2;
}

StoryView filtered(const StoryView& view, std::vector<model::EventIndex> events) {
    Arrangement arrangement = view.arrangement();
    arrangement.shown = std::make_shared<const std::vector<model::EventIndex>>(std::move(events));
    return view.arranged(arrangement);
}

/// Days, moments, months and spans, in clusters with much emptiness between them.
model::Story randomStory(std::mt19937& engine) {
    const auto number = [&](int from, int to) { return std::uniform_int_distribution(from, to)(engine); };
    std::vector<std::string> dates;
    for (int i = number(1, 30); i > 0; --i) {
        const int year = 2000 + number(0, 3) * number(0, 8);
        const std::string month = std::to_string(year) + "-" + std::to_string(number(10, 12));
        const std::string day = "-" + std::to_string(number(10, 28));
        constexpr std::array endings{"", "", "", "T10:30:15", "T23:59"};
        const int kind = number(0, 6);
        if (kind < 5)
            dates.push_back(month + day + endings[static_cast<std::size_t>(kind)]);
        else
            dates.push_back(kind == 5 ? month : month + day + "/" + std::to_string(year + 1));
    }
    return test::storyOfDates(dates);
}

} // namespace

TEST(ZoomInSight, HoweverOftenOneZoomsInSomethingIsInView) {
    std::mt19937 engine(11);
    for (int round = 0; round < 200; ++round) {
        const StoryView all(randomStory(engine));
        std::vector<model::EventIndex> some;
        for (const model::EventIndex event : all.events())
            if (engine() % 3 == 0 || (some.empty() && event + 1 == all.events().size()))
                some.push_back(event);
        for (const StoryView& view : {all, filtered(all, some)}) {
            for (const double factor : {1.25, 1.5, 4.0, 1e9}) {
                TimeWindow window = wholeStory(view, sightWidth, 1);
                std::optional<ZoomLimit> limit;
                for (int i = 0; i < 200 && limit != ZoomLimit::Closest; ++i) {
                    const ZoomedWindow next = step(view, window, factor);
                    EXPECT_GE(next.window.start, window.start - 1) << "moved out of what was seen";
                    EXPECT_LE(next.window.end(), window.end() + 1);
                    window = next.window;
                    limit = next.limit;
                    ASSERT_TRUE(somethingIn(view, window)) << "round " << round << ", step " << i;
                    ASSERT_EQ(window, clamped(window, view, sightWidth, 1));
                }
                EXPECT_EQ(window.width, minWindowMs);
                for (int i = 0; i < 300 && limit != ZoomLimit::WholeStory; ++i) {
                    const ZoomedWindow next = step(view, window, 1 / factor);
                    if (!next.limit) { // from where the whole width is in view it moves to the whole story
                        EXPECT_LE(next.window.start, window.start + 1) << "lost sight of what was seen";
                        EXPECT_GE(next.window.end(), window.end() - 1);
                    }
                    window = next.window;
                    limit = next.limit;
                    ASSERT_TRUE(somethingIn(view, window)) << "round " << round << ", back at step " << i;
                }
                EXPECT_EQ(window, wholeStory(view, sightWidth, 1));
            }
        }
    }
}

TEST(ZoomInSight, ZoomsAboutTheMiddleWhereSomethingStaysInView) {
    const StoryView view(test::storyOfDates({"2026-01-01", "2026-01-15", "2026-01-30"}));
    const TimeWindow whole = wholeStory(view, sightWidth, 1);
    EXPECT_EQ(step(view, whole, 1.5).window, zoomed(whole, 1.5, middleOf(whole)));
}

TEST(ZoomInSight, AnEmptyMiddleGivesWayToTheNearestEventWhichStaysAtItsPlace) {
    const StoryView view(test::storyOfDates({"2026-01-01", "2026-02-20", "2026-03-31"}));
    const TimeWindow whole = wholeStory(view, sightWidth, 1);
    const double noon = static_cast<double>(model::startOfDate(2026, 2, 20)) + 12.0 * model::msPerHour;
    TimeWindow window = step(view, whole, 20).window;
    EXPECT_NEAR((noon - window.start) / window.width, (noon - whole.start) / whole.width, 1e-9);
    EXPECT_TRUE(touches(view, 1, window));
    window = step(view, window, 1000).window;
    EXPECT_TRUE(touches(view, 1, window));
}

TEST(ZoomInSight, TheMiddleOfALongBarIsNotEnoughWhereAnEventCanStayInView) {
    const StoryView view(test::embeddedStory()); // the Games fill its middle
    TimeWindow window = wholeStory(view, sightWidth, 1);
    const auto opening = static_cast<double>(model::startOfDate(2026, 2, 6)) + 12.0 * model::msPerHour;
    for (int i = 0; i < 8; ++i) {
        window = step(view, window, 1.5).window;
        EXPECT_GT(opening, window.start) << i;
        EXPECT_LT(opening, window.end()) << i;
    }
    // A day that fills the window stays: its neighbour at the edge does not draw the view away.
    const StoryView days(test::storyOfDates({"2026-01-01", "2026-01-14", "2026-01-15", "2026-02-01"}));
    const auto noon = static_cast<double>(model::startOfDate(2026, 1, 14)) + 12.0 * model::msPerHour;
    window = {noon - 0.75 * model::msPerDay, 1.5 * model::msPerDay};
    while (window.width > 2 * minWindowMs) {
        window = step(days, window, 1.5).window;
        EXPECT_NEAR(middleOf(window), noon, 1);
    }
}

TEST(ZoomInSight, AHeldEventStaysAtItsPlaceWhereItIsInView) {
    const StoryView view(test::storyOfDates({"2026-01-01", "2026-02-14", "2026-03-31"}));
    const TimeWindow whole = wholeStory(view, sightWidth, 1);
    const double noon = static_cast<double>(model::startOfDate(2026, 1, 1)) + 12.0 * model::msPerHour;
    const TimeWindow window = step(view, whole, 20, 0).window;
    EXPECT_NEAR((noon - window.start) / window.width, (noon - whole.start) / whole.width, 1e-9);
    // Out of view it does not matter.
    const TimeWindow late{static_cast<double>(model::startOfDate(2026, 2, 1)), 30.0 * model::msPerDay};
    EXPECT_EQ(step(view, late, 1.5, 0), step(view, late, 1.5));
    EXPECT_EQ(step(view, late, 1 / 1.5, 0), step(view, late, 1 / 1.5));
}

TEST(ZoomInSight, OutOfEmptinessTheNearestEventIsBroughtIntoView) {
    const StoryView view(test::storyOfDates({"2020-01-01", "2026-01-01"}));
    const TimeWindow empty{static_cast<double>(model::startOfDate(2022, 1, 1)), 30.0 * model::msPerDay};
    for (const double factor : {1.5, 1 / 1.5}) {
        const TimeWindow window = step(view, empty, factor).window;
        EXPECT_TRUE(touches(view, 0, window));
        EXPECT_NEAR(window.width, empty.width / factor, 1);
    }
}

TEST(ZoomInSight, WithoutEventsTheMiddleStays) {
    const StoryView view(filtered(StoryView(test::storyOfDates({"2020-01-01", "2026-01-01"})), {}));
    const TimeWindow whole = wholeStory(view, sightWidth, 1);
    EXPECT_EQ(middleOf(step(view, whole, 1.5).window), middleOf(whole));
    EXPECT_EQ(step(StoryView(model::Story()), {0, 1000}, 1.5).limit, std::nullopt);
}

TEST(ZoomInSight, EndsWhereEveryZoomEnds) {
    for (const test::NamedStory& named : test::layoutStories()) {
        const StoryView view(named.story);
        const TimeWindow whole = wholeStory(view, sightWidth, 1);
        EXPECT_EQ(step(view, whole, 0.5), (ZoomedWindow{whole, ZoomLimit::WholeStory})) << named.name;
        const ZoomedWindow closest = step(view, whole, 1e15);
        EXPECT_EQ(closest.limit, ZoomLimit::Closest) << named.name;
        EXPECT_EQ(closest.window.width, std::min(minWindowMs, whole.width)) << named.name;
        EXPECT_EQ(somethingIn(view, closest.window), !view.events().empty()) << named.name;
    }
}
