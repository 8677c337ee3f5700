// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/axis/dense_range.h"

#include "tests/content/scene_stories.h"
#include <algorithm>
#include <gtest/gtest.h>
#include <random>

using namespace quoteline;
using namespace quoteline::layout;

namespace {

std::string dayOf(int year, int day) {
    const auto date = model::dateFromDay(model::dayFromDate(year, 1, 1) + day);
    char text[32];
    std::snprintf(text, sizeof text, "%04d-%02d-%02d", date.year, date.month, date.day);
    return text;
}

/// `apart` events anywhere in two centuries, the others in the first `days` days of 1990; every third lasts some days.
StoryView clustered(std::mt19937& random, int together, int apart, int days) {
    const auto pick = [&](int below) { return static_cast<int>(random() % static_cast<unsigned>(below)); };
    std::vector<std::string> dates{"1850-01-01", "2049-12-31"};
    for (int i = 0; i < together + apart - 2; ++i) {
        const int year = i < together ? 1990 : 1850 + pick(200);
        const int day = pick(i < together ? days : 365);
        const std::string last = "/" + dayOf(year, day + 1 + pick(i < together ? days : 20000));
        dates.push_back(dayOf(year, day) + (i % 3 == 0 && year < 1990 + (i < together ? 1 : 0) ? last : ""));
    }
    return StoryView(test::storyOfDates(dates));
}

/// By trying every two events as the ends of the range. Start and end.
std::optional<std::pair<double, double>> denseByTrying(const StoryView& view) {
    const auto startAt = [&](model::EventIndex event) {
        return static_cast<double>(view.story().layoutStarts()[event]);
    };
    const auto endAt = [&](model::EventIndex event) { return static_cast<double>(view.story().layoutEnds()[event]); };
    std::size_t most = 0;
    std::pair<double, double> best;
    for (const model::EventIndex from : view.events())
        for (const model::EventIndex to : view.events()) {
            const std::pair<double, double> range(startAt(from), endAt(to));
            const auto holds = [&](model::EventIndex event) {
                return startAt(event) >= range.first && endAt(event) <= range.second;
            };
            if (range.second - range.first >= 0.15 * view.extent().width || !holds(from) || !holds(to))
                continue;
            const auto held =
                static_cast<std::size_t>(std::count_if(view.events().begin(), view.events().end(), holds));
            if (held > most || (held == most && range < best)) {
                most = held;
                best = range;
            }
        }
    if (view.events().size() < 20 || 10 * most <= 9 * view.events().size())
        return std::nullopt;
    return best;
}

void expectAsTried(const StoryView& view) {
    const auto range = denseRange(view);
    const auto tried = denseByTrying(view);
    ASSERT_EQ(range.has_value(), tried.has_value());
    if (!range)
        return;
    const double length = tried->second - tried->first;
    EXPECT_NEAR(range->width, 1.12 * length, 1);
    EXPECT_NEAR(range->start, tried->first - 0.06 * length, 1);
}

} // namespace

TEST(DenseRange, IsWhatIsFoundByTryingAllRanges) {
    std::mt19937 random(20260208);
    int dense = 0;
    for (int i = 0; i < 120; ++i) {
        const StoryView view = clustered(random, 20 + i % 40, 2 + i % 6, i % 4 == 0 ? 20000 : 300);
        SCOPED_TRACE(i);
        expectAsTried(view);
        dense += denseRange(view) ? 1 : 0;
    }
    EXPECT_GT(dense, 30);
    EXPECT_LT(dense, 110);
    for (const test::NamedStory& named : test::layoutStories()) {
        SCOPED_TRACE(named.name);
        if (named.story.eventCount() <= 300)
            expectAsTried(StoryView(named.story));
    }
}

TEST(DenseRange, NeedsTwentyEventsAndMoreThanNineTenthsOfThem) {
    const auto range = [](int together, int apart) {
        std::vector<std::string> dates(static_cast<std::size_t>(together), "2026-01-27");
        for (int i = 0; i < apart; ++i)
            dates.push_back(dayOf(1900 + 10 * i, 0));
        return denseRange(StoryView(test::storyOfDates(dates)));
    };
    EXPECT_FALSE(range(18, 1));
    EXPECT_FALSE(range(18, 2)) << "nine tenths";
    ASSERT_TRUE(range(19, 1));
    EXPECT_FALSE(range(200, 0)) << "all of them at once";
    const double day = model::msPerDay;
    EXPECT_NEAR(range(19, 1)->start, static_cast<double>(model::dayFromDate(2026, 1, 27)) * day - 0.06 * day, 1);
    EXPECT_NEAR(range(19, 1)->width, 1.12 * day, 1);
}

TEST(DenseRange, IsNotTheShareOfTimeItMustBeLessThan) {
    const auto range = [](int days) {
        std::vector<std::string> dates(30, "2026-01-01");
        dates.push_back(dayOf(2026, days - 1));
        dates.push_back("2026-04-10"); // the hundredth day
        return denseRange(StoryView(test::storyOfDates(dates)));
    };
    ASSERT_TRUE(range(14));
    EXPECT_NEAR(range(14)->width, 14 * 1.12 * model::msPerDay, 1);
    ASSERT_TRUE(range(15)) << "the last of them is left out";
    EXPECT_NEAR(range(15)->width, 1.12 * model::msPerDay, 1);
}

TEST(DenseRange, IsNoneOfStoriesThatFillTheirTime) {
    EXPECT_FALSE(denseRange(StoryView(test::embeddedStory())));
    EXPECT_FALSE(denseRange(StoryView(test::chronology(1000, 5))));
    EXPECT_FALSE(denseRange(StoryView(model::Story())));
}

TEST(DenseRange, IsOfTheEventsThatAreShown) {
    std::mt19937 random(1);
    const StoryView all = clustered(random, 60, 4, 100);
    ASSERT_TRUE(denseRange(all));
    Arrangement arrangement;
    auto shown = std::make_shared<Arrangement::Events>();
    for (const model::EventIndex event : all.events())
        if (event % 5 != 2)
            shown->push_back(event);
    arrangement.shown = shown;
    expectAsTried(all.arranged(arrangement));
    shown->resize(19);
    EXPECT_FALSE(denseRange(all.arranged(arrangement)));
}
