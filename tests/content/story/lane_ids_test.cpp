// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/content/story/lane_ids.h"

#include "app/content/story/grouping.h"
#include "model/story/story_builder.h"
#include <gtest/gtest.h>
#include <set>

using namespace quoteline;
using namespace quoteline::layout;

namespace {

std::vector<std::uint32_t> keysOf(const StoryView& view) {
    return {view.laneKeys().begin(), view.laneKeys().end()};
}

/// A story with more actors than there can be lanes, half of them quoted from one document, some from two, some not.
model::Story manyActors() {
    model::StoryBuilder builder;
    model::StoryInput head;
    head.title = "Many";
    builder.setStory(head);
    model::Lane lane;
    lane.id = "several";
    lane.name = "An id like a word";
    builder.addLane(lane);
    for (const char* id : {"none", "others"}) {
        model::Source source;
        source.id = id;
        source.publisher = "P";
        builder.addSource(source);
    }
    std::vector<std::string> ids;
    for (std::size_t i = 0; i < maxLanes + 20; ++i)
        ids.push_back(std::to_string(i));
    for (const std::string& id : ids) {
        model::Actor actor;
        actor.id = id;
        actor.name = id;
        builder.addActor(actor);
    }
    for (std::size_t i = 0; i < ids.size(); ++i) {
        model::EventInput event;
        event.id = ids[i];
        event.title = "T";
        event.lane = "several";
        event.actor = ids[i];
        event.kind = static_cast<model::EventKind>(i % model::eventKindCount);
        event.when = "2026-01-27";
        event.whenBasis = "b";
        for (std::size_t quotes = 0; quotes < i % 3; ++quotes) {
            model::QuoteInput quote;
            quote.source = quotes == 0 ? "none" : "others";
            quote.exact = "words";
            event.quotes.push_back(quote);
        }
        builder.addEvent(event);
    }
    return *builder.build();
}

} // namespace

TEST(LaneIds, EveryLaneOfEveryGroupingHasOneOfItsOwnAndIsFoundByIt) {
    const StoryView story(manyActors());
    for (int i = 0; i < groupingCount; ++i) {
        const StoryView view = story.arranged(regrouped(story, static_cast<Grouping>(i)));
        const auto keys = keysOf(view);
        const auto ids = laneIds(view, keys);
        EXPECT_EQ(ids.size(), keys.size());
        EXPECT_EQ(std::set<std::string>(ids.begin(), ids.end()).size(), keys.size()) << i;
        EXPECT_EQ(laneKeys(view, ids), keys) << i;
    }
}

TEST(LaneIds, AreWordsWhereNoPartOfTheStoryIsMeant) {
    const StoryView story(manyActors());
    const auto idsOf = [&](Grouping grouping) {
        const StoryView view = story.arranged(regrouped(story, grouping));
        return laneIds(view, keysOf(view));
    };
    using Ids = std::vector<std::string>;
    EXPECT_EQ(idsOf(Grouping::Lane), Ids{"id:several"});
    EXPECT_EQ(idsOf(Grouping::None), Ids{"all"});
    EXPECT_EQ(idsOf(Grouping::Source), (Ids{"id:none", "several", "none"}));
    EXPECT_EQ(idsOf(Grouping::Kind), (Ids{"report", "statement", "clarification", "reaction", "date"}));
    EXPECT_EQ(idsOf(Grouping::Actor).back(), "others");
}

TEST(LaneIds, WhatTheStoryDoesNotHaveAndWhatIsNamedTwiceIsLeftOut) {
    const StoryView view(manyActors());
    const std::vector<std::string> ids{"", "several", "id:gone", "id:several", "id:several", "all"};
    EXPECT_EQ(laneKeys(view, ids), std::vector<std::uint32_t>{0});
    EXPECT_EQ(laneId(view.story(), Grouping::Actor, 1'000'000), "");
    EXPECT_EQ(laneId(view.story(), Grouping::Kind, 99), "");
}

TEST(LaneIds, AreFoundWhateverTheFilterHides) {
    const StoryView all(manyActors());
    Arrangement arrangement = regrouped(all, Grouping::Kind);
    arrangement.shown = std::make_shared<const Arrangement::Events>(Arrangement::Events{0});
    const StoryView view = all.arranged(arrangement);
    ASSERT_EQ(view.lanes().size(), 1U);
    const std::vector<std::string> ids{"date", "report"};
    EXPECT_EQ(laneKeys(view, ids), (std::vector<std::uint32_t>{4, 0}));
}

TEST(LaneIds, OfPartsWithoutEventsAreIdsToo) {
    const model::Story story = manyActors();
    using Ids = std::vector<std::string>;
    EXPECT_TRUE(areLaneIds(story, Grouping::Actor, Ids{"id:419", "others"}));
    EXPECT_TRUE(areLaneIds(story, Grouping::Source, Ids{"id:others", "several", "none"}));
    EXPECT_TRUE(areLaneIds(story, Grouping::Kind, Ids{"date"}));
    EXPECT_TRUE(areLaneIds(story, Grouping::None, Ids{"all"}));
    EXPECT_FALSE(areLaneIds(story, Grouping::Actor, Ids{"id:0", "id:gone"}));
    EXPECT_FALSE(areLaneIds(story, Grouping::Kind, Ids{"id:0"}));
}

TEST(LaneIds, GroupingsHaveWordsOfTheirOwn) {
    for (int i = 0; i < groupingCount; ++i)
        EXPECT_EQ(groupingFrom(toWord(static_cast<Grouping>(i))), static_cast<Grouping>(i));
    EXPECT_FALSE(groupingFrom("Lane"));
    EXPECT_FALSE(groupingFrom(""));
}
