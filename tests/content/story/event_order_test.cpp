// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/content/story/event_order.h"

#include "app/content/words/date_words.h"
#include "tests/content/scene_stories.h"
#include <gtest/gtest.h>
#include <numeric>
#include <random>

using namespace quoteline;
using namespace quoteline::layout;

TEST(EventOrder, CountingAndComparingGiveTheSameOrderForAnyNumberOfEvents) {
    std::mt19937 random(20260122);
    for (const std::size_t count : {0U, 1U, 2U, 4095U, 4096U, 20000U}) {
        Ranks ranks(count * 2 + 1);
        for (auto& rank : ranks)
            rank = static_cast<std::uint32_t>(random() % 300);
        std::vector<model::EventIndex> events(count);
        for (std::size_t i = 0; i < count; ++i)
            events[i] = static_cast<model::EventIndex>(i * 2 + random() % 2);
        for (const bool descending : {false, true}) {
            auto expected = events;
            std::stable_sort(expected.begin(), expected.end(),
                             [&](auto a, auto b) { return descending ? ranks[b] < ranks[a] : ranks[a] < ranks[b]; });
            EXPECT_EQ(orderedByRank(events, ranks, descending), expected) << count;
        }
    }
}

TEST(EventOrder, TitlesAreComparedAsPeopleDoNotByTheirCodes) {
    const StoryView view(test::madeStory({{"2026-01-01", "Zebra"},
                                          {"2026-01-02", "apple"},
                                          {"2026-01-03", "Äpfel"},
                                          {"2026-01-04", "Day 10"},
                                          {"2026-01-05", "Day 9"},
                                          {"2026-01-06", "apple"}}));
    const Ranks ranks = titleRanks(view);
    std::vector<model::EventIndex> events(6);
    std::iota(events.begin(), events.end(), 0);
    EXPECT_EQ(orderedByRank(events, ranks, false), (std::vector<model::EventIndex>{2, 1, 5, 4, 3, 0}));
    EXPECT_EQ(orderedByRank(events, ranks, true), (std::vector<model::EventIndex>{0, 3, 4, 1, 5, 2}));
    EXPECT_EQ(ranks[1], ranks[5]);
}

TEST(EventOrder, StopsWhenAskedAndSaysSoWithNothing) {
    const StoryView view(test::embeddedStory());
    std::stop_source stop;
    stop.request_stop();
    EXPECT_TRUE(titleRanks(view, stop.get_token()).empty());
    EXPECT_TRUE(sourceRanks(view.story(), stop.get_token()).empty());
}

TEST(EventOrder, ThePeriodGoesFromTheFirstStartToTheLastEnd) {
    const StoryView view(test::storyOfDates({"2026-01-24", "2026-01-25/2026-02-03", "2026-01-28"}));
    EXPECT_EQ(periodInWords(view, view.events()),
              rangeInWords(static_cast<double>(model::startOfDate(2026, 1, 24)),
                           static_cast<double>(model::startOfDate(2026, 2, 4)), view.locale()));
    const std::vector<model::EventIndex> last{2};
    EXPECT_EQ(periodInWords(view, last), QStringLiteral("28 January 2026"));
    EXPECT_TRUE(periodInWords(view, {}).isEmpty());
}
