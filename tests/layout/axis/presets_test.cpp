// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/axis/presets.h"

#include "tests/content/scene_stories.h"

#include <algorithm>
#include <cmath>
#include <gtest/gtest.h>
#include <random>

using namespace quoteline;
using namespace quoteline::layout;

namespace {

constexpr double plotWidth = 900;
constexpr double oneDay = model::msPerDay;
constexpr double leastOfShort = 6.0 * 3600 * 1000;

double startOf(const StoryView& view, model::EventIndex event) {
    return static_cast<double>(view.story().layoutStarts()[event]);
}
double endOf(const StoryView& view, model::EventIndex event) {
    return static_cast<double>(view.story().layoutEnds()[event]);
}

bool isKept(const TimeWindow& window, const StoryView& view) {
    return clamped(window, view, plotWidth, 1) == window;
}

std::string dateOf(int dayOfMonth) {
    return "2026-03-" + std::string(dayOfMonth < 10 ? "0" : "") + std::to_string(dayOfMonth);
}

/// Days, spans and times of day in March, in four lanes.
model::Story randomStory(std::mt19937& random, std::size_t count) {
    std::uniform_int_distribution<int> days(1, 31);
    std::uniform_int_distribution<int> kinds(0, 3);
    std::vector<test::MadeEvent> events;
    for (std::size_t i = 0; i < count; ++i) {
        const auto [first, last] = std::minmax({days(random), days(random)});
        const int kind = kinds(random);
        test::MadeEvent event;
        event.when = kind == 0   ? dateOf(first) + "/" + dateOf(last)
                     : kind == 1 ? dateOf(first) + "T10:0" + std::to_string(last % 10) + ":00Z"
                                 : dateOf(first);
        event.lane = static_cast<std::size_t>(days(random)) % 4;
        events.push_back(event);
    }
    return test::madeStory(events);
}

/// The shortest stretch with at least half of the events, by trying all.
std::pair<double, double> busiestByTrying(const StoryView& view) {
    std::pair<double, double> best{0, 1e300};
    for (const model::EventIndex from : view.events()) {
        for (const model::EventIndex to : view.events()) {
            const double start = startOf(view, from);
            const double end = endOf(view, to);
            const auto holds = [&](model::EventIndex event) {
                return startOf(view, event) >= start && endOf(view, event) <= end;
            };
            const auto held = std::count_if(view.events().begin(), view.events().end(), holds);
            const bool enough = 2 * static_cast<std::size_t>(held) >= view.events().size();
            const double width = end - start;
            const double least = best.second - best.first;
            if (enough && (width < least || (width == least && start < best.first)))
                best = {start, end};
        }
    }
    return best;
}

} // namespace

TEST(Presets, ADayIsFittedBetweenTheDayBeforeAndTheDayAfter) {
    const StoryView view(test::storyOfDates({"2026-01-01", "2026-01-27", "2026-02-28"}));
    const TimeWindow window = fitting(view, 1, plotWidth, 1);
    EXPECT_EQ(window.start, startOf(view, 1) - oneDay);
    EXPECT_EQ(window.width, 3 * oneDay);
}

TEST(Presets, ASpanIsFittedWithItsOwnLengthOfAir) {
    const StoryView view(test::storyOfDates({"2026-01-01", "2026-03-01/2026-03-10", "2026-12-31"}));
    const TimeWindow window = fitting(view, 1, plotWidth, 1);
    EXPECT_EQ(window.start, startOf(view, 1) - 10 * oneDay);
    EXPECT_EQ(window.width, 30 * oneDay);
}

TEST(Presets, AShortEventIsNotFittedSoCloseThatNothingElseIsSeen) {
    const StoryView days(test::storyOfDates({"2026-01-01", "2026-01-27T10:00:00Z", "2026-02-28"}));
    EXPECT_NEAR(fitting(days, 1, plotWidth, 1).width, leastOfShort, 1e-3);
    const StoryView seconds(
        test::storyOfDates({"2026-01-27T10:00:00Z", "2026-01-27T10:00:30Z", "2026-01-27T10:01:00Z"}));
    const double whole = wholeStory(seconds, plotWidth, 1).width;
    EXPECT_NEAR(fitting(seconds, 1, plotWidth, 1).width, whole / 8, 1e-3);
}

TEST(Presets, EveryEventOfEveryStoryFitsWhollyAndTheWindowIsLeftAlone) {
    for (const auto& [name, story] : test::layoutStories()) {
        const StoryView view(story);
        const std::size_t step = std::max<std::size_t>(1, view.events().size() / 200);
        for (std::size_t i = 0; i < view.events().size(); i += step) {
            const model::EventIndex event = view.events()[i];
            const TimeWindow window = fitting(view, event, plotWidth, 1);
            const double slack = window.width * 1e-9;
            EXPECT_LE(window.start, startOf(view, event) + slack) << name;
            EXPECT_GE(window.end(), endOf(view, event) - slack) << name;
            EXPECT_TRUE(isKept(window, view)) << name;
        }
    }
}

TEST(Presets, TheBusiestStretchIsTheShortestWithHalfOfTheEvents) {
    std::mt19937 random(20260122);
    for (int round = 0; round < 60; ++round) {
        const StoryView view(randomStory(random, 1 + static_cast<std::size_t>(round)));
        const auto [start, end] = busiestByTrying(view);
        const TimeWindow whole = wholeStory(view, plotWidth, 1);
        const TimeWindow window = busiestStretch(view, plotWidth, 1);
        const double wanted = std::max((end - start) * 1.12, std::min(leastOfShort, whole.width / 8));
        ASSERT_TRUE(isKept(window, view));
        if (wanted >= whole.width) {
            ASSERT_EQ(window, whole);
            continue;
        }
        ASSERT_NEAR(window.width, wanted, 1) << round;
        ASSERT_NEAR(window.start + window.width / 2, (start + end) / 2, 1) << round;
    }
}

TEST(Presets, TheBusiestStretchCountsShownEventsOnly) {
    const StoryView all(test::storyOfDates(
        {"2026-01-01", "2026-01-01", "2026-01-02", "2026-05-01", "2026-07-01", "2026-07-02", "2026-12-31"}));
    EXPECT_LT(busiestStretch(all, plotWidth, 1).width, 250 * oneDay);
    Arrangement late;
    late.shown = std::make_shared<Arrangement::Events>(Arrangement::Events{3, 4, 5, 6});
    const TimeWindow window = busiestStretch(all.arranged(late), plotWidth, 1);
    EXPECT_NEAR(window.start + window.width / 2, startOf(all, 5), 1); // between the first and the second of July
    EXPECT_NEAR(window.width, 2.24 * oneDay, 1);
}

TEST(Presets, WithNothingShownTheBusiestStretchIsTheWholeStory) {
    const StoryView all(test::storyOfDates({"2026-01-01", "2026-02-02"}));
    Arrangement nothing;
    nothing.shown = std::make_shared<Arrangement::Events>();
    const StoryView view = all.arranged(nothing);
    EXPECT_EQ(busiestStretch(view, plotWidth, 1), wholeStory(view, plotWidth, 1));
    const StoryView empty(test::storyOfDates({}));
    EXPECT_EQ(busiestStretch(empty, plotWidth, 1), wholeStory(empty, plotWidth, 1));
}

TEST(Presets, TheCoreWindowIsTheStorysOwnWithSomeAir) {
    const StoryView view(test::embeddedStory());
    const auto core = view.story().coreWindow();
    ASSERT_TRUE(core);
    const auto window = coreWindow(view, plotWidth, 1);
    ASSERT_TRUE(window);
    const TimeWindow whole = wholeStory(view, plotWidth, 1);
    const auto length = static_cast<double>(core->layoutEnd - core->layoutStart);
    EXPECT_NEAR(window->start, static_cast<double>(core->layoutStart) - 0.06 * length, 1);
    EXPECT_GT(window->start, whole.start + oneDay); // not the same as the whole story
    EXPECT_GE(window->end(), static_cast<double>(core->layoutEnd) - 1);
    EXPECT_NEAR(window->end(), whole.end(), 1); // the story ends with its core
    EXPECT_TRUE(isKept(*window, view));
    EXPECT_EQ(coreWindow(StoryView(test::storyOfDates({"2026-01-01"})), plotWidth, 1), std::nullopt);
}

TEST(Presets, TheNeighbourInALaneIsTheNearestInTimeByTrying) {
    std::mt19937 random(7);
    for (int round = 0; round < 20; ++round) {
        const StoryView view(randomStory(random, 30));
        for (const model::EventIndex event : view.events()) {
            for (const int direction : {-1, 1}) {
                const auto found = neighbourInLane(view, event, direction);
                const auto lane = static_cast<int>(*view.laneOf(event)) + direction;
                if (lane < 0 || lane >= static_cast<int>(view.lanes().size())) {
                    EXPECT_EQ(found, std::nullopt);
                    continue;
                }
                ASSERT_TRUE(found);
                EXPECT_EQ(view.laneOf(*found), static_cast<std::size_t>(lane));
                for (const model::EventIndex other : view.lanes()[static_cast<std::size_t>(lane)].events)
                    EXPECT_LE(std::abs(startOf(view, *found) - startOf(view, event)),
                              std::abs(startOf(view, other) - startOf(view, event)));
            }
        }
    }
}

TEST(Presets, LanesWithoutEventsArePassedOver) {
    const StoryView view(test::madeStory({{"2026-01-01", "A", 0}, {"2026-01-02", "B", 3}},
                                         {"First", "Empty", "Empty too", "Last", "Empty at the end"}));
    EXPECT_EQ(neighbourInLane(view, 0, 1), 1U);
    EXPECT_EQ(neighbourInLane(view, 1, -1), 0U);
    EXPECT_EQ(neighbourInLane(view, 1, 1), std::nullopt);
    Arrangement filtered;
    filtered.shown = std::make_shared<Arrangement::Events>(Arrangement::Events{1});
    EXPECT_EQ(neighbourInLane(view.arranged(filtered), 0, 1), std::nullopt); // not shown itself
}
