// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/content/story/grouping.h"

#include "app/content/words/evidence_words.h"
#include "model/story/story_builder.h"
#include "tests/content/scene_stories.h"
#include <algorithm>
#include <gtest/gtest.h>
#include <map>
#include <random>
#include <set>

using namespace quoteline;
using namespace quoteline::layout;

namespace {

std::string nameOfGroup(const model::Story& story, model::EventIndex event, Grouping grouping) {
    switch (grouping) {
    case Grouping::Lane:
        return std::string(story.lanes()[story.lane(event)].name);
    case Grouping::Actor:
        return std::string(story.actors()[story.actor(event)].name);
    case Grouping::Kind:
        return kindInWords(story.kind(event)).toStdString();
    case Grouping::Source: {
        std::set<model::SourceIndex> sources;
        for (std::size_t i = 0; i < story.quoteCount(event); ++i)
            sources.insert(story.quote(event, i).source);
        if (sources.empty())
            return "No source";
        return sources.size() > 1 ? "Several sources" : std::string(story.sources()[*sources.begin()].publisher);
    }
    case Grouping::None:
        break;
    }
    return "All events";
}

/// Every shown event stands in the lane of its name, once, in the order of time.
void expectGrouped(const StoryView& view) {
    std::map<std::string, std::vector<model::EventIndex>> expected;
    std::map<std::string, std::size_t> totals;
    for (model::EventIndex event = 0; event < view.story().eventCount(); ++event)
        ++totals[nameOfGroup(view.story(), event, view.arrangement().grouping)];
    for (const model::EventIndex event : view.events())
        expected[nameOfGroup(view.story(), event, view.arrangement().grouping)].push_back(event);
    std::size_t seen = 0;
    for (const LaneGroup& lane : view.lanes()) {
        EXPECT_EQ(lane.events, expected[lane.name.toStdString()]) << lane.name.toStdString();
        EXPECT_EQ(lane.total, totals[lane.name.toStdString()]) << lane.name.toStdString();
        seen += lane.events.size();
        for (const model::EventIndex event : lane.events)
            EXPECT_EQ(view.laneOf(event), static_cast<std::size_t>(&lane - view.lanes().data()));
    }
    EXPECT_EQ(seen, view.events().size());
}

Arrangement::Events everyThird(const model::Story& story) {
    Arrangement::Events events;
    for (model::EventIndex event = 0; event < story.eventCount(); event += 3)
        events.push_back(event);
    return events;
}

std::vector<std::string> namesOf(const StoryView& view) {
    std::vector<std::string> names;
    for (const LaneGroup& lane : view.lanes())
        names.push_back(lane.name.toStdString());
    return names;
}

class EachGrouping : public testing::TestWithParam<int> {
protected:
    Grouping grouping() const { return static_cast<Grouping>(GetParam()); }
};

} // namespace

TEST_P(EachGrouping, PutsEveryEventOfTheEmbeddedStoryWhereItBelongs) {
    const StoryView all(test::embeddedStory());
    expectGrouped(all.arranged(regrouped(all, grouping())));
}

TEST_P(EachGrouping, LeavesOutWhatTheFilterLeavesOutAndTheLanesThatAreEmptyThen) {
    const StoryView all(test::embeddedStory());
    Arrangement arrangement = regrouped(all, grouping());
    arrangement.shown = std::make_shared<const Arrangement::Events>(everyThird(all.story()));
    const StoryView view = all.arranged(arrangement);
    expectGrouped(view);
    EXPECT_EQ(view.events().size(), arrangement.shown->size());
    EXPECT_EQ(view.laneNames().size(), all.arranged(regrouped(all, grouping())).lanes().size());
    for (const LaneGroup& lane : view.lanes())
        EXPECT_TRUE(!lane.events.empty() || grouping() == Grouping::None);
    for (model::EventIndex event = 0; event < all.story().eventCount(); ++event)
        EXPECT_EQ(view.shows(event), event % 3 == 0);
}

TEST_P(EachGrouping, KeepsAllLanesAsOftenAsTheyAreMoved) {
    const StoryView all(test::embeddedStory());
    StoryView view = all.arranged(regrouped(all, grouping()));
    std::vector<std::string> expected = namesOf(view);
    std::mt19937 random(20260127);
    for (int i = 0; i < 100; ++i) {
        const std::size_t from = random() % expected.size();
        const std::size_t to = random() % expected.size();
        view = view.arranged(withLaneMoved(view, from, to));
        const std::string moved = expected[from]; // the same on a plain list
        expected.erase(expected.begin() + static_cast<std::ptrdiff_t>(from));
        expected.insert(expected.begin() + static_cast<std::ptrdiff_t>(to), moved);
        ASSERT_EQ(namesOf(view), expected) << i;
    }
    expectGrouped(view);
}

TEST_P(EachGrouping, MovesOneLaneAmongAllWhereTheFilterHidesSome) {
    const StoryView all(test::embeddedStory());
    const auto third = std::make_shared<const Arrangement::Events>(everyThird(all.story()));
    StoryView whole = all.arranged(regrouped(all, grouping()));
    std::mt19937 random(20260128);
    for (int i = 0; i < 50; ++i) {
        Arrangement filtered = whole.arrangement();
        filtered.shown = third;
        const StoryView few = whole.arranged(filtered);
        const std::size_t from = random() % few.lanes().size();
        const std::size_t to = random() % few.lanes().size();
        std::vector<std::string> expected = namesOf(few); // what is in view moves as if nothing were hidden
        const std::string moved = expected[from];
        expected.erase(expected.begin() + static_cast<std::ptrdiff_t>(from));
        expected.insert(expected.begin() + static_cast<std::ptrdiff_t>(to), moved);
        Arrangement after = withLaneMoved(few, from, to);
        ASSERT_EQ(namesOf(few.arranged(after)), expected) << i;
        std::vector<std::string> others = namesOf(whole); // and of all lanes no other one
        after.shown = nullptr;
        whole = whole.arranged(after);
        std::vector<std::string> othersThen = namesOf(whole);
        std::erase(others, moved);
        std::erase(othersThen, moved);
        ASSERT_EQ(othersThen, others) << i;
    }
}

TEST_P(EachGrouping, CollapsesAndExpandsLanesThatTheFilterHidesToo) {
    const StoryView all(test::embeddedStory());
    const StoryView whole = all.arranged(regrouped(all, grouping()));
    for (const bool collapsed : {true, false}) {
        Arrangement filtered = withLaneToggled(whole, whole.lanes().size() - 1);
        filtered.shown = std::make_shared<const Arrangement::Events>(Arrangement::Events{0});
        Arrangement after = withLanesCollapsed(whole.arranged(filtered), collapsed);
        after.shown = nullptr;
        const StoryView cleared = whole.arranged(after); // the loop would not keep it
        for (const LaneGroup& lane : cleared.lanes())
            EXPECT_EQ(lane.collapsed, collapsed) << lane.name.toStdString();
    }
}

TEST_P(EachGrouping, GivesALaneItsColourForGood) {
    const StoryView all(test::embeddedStory());
    const StoryView view = all.arranged(regrouped(all, grouping()));
    const StoryView moved = view.arranged(withLaneMoved(view, view.lanes().size() - 1, 0));
    for (const LaneGroup& lane : view.lanes()) {
        const auto same = std::find_if(moved.lanes().begin(), moved.lanes().end(),
                                       [&](const LaneGroup& other) { return other.key == lane.key; });
        ASSERT_NE(same, moved.lanes().end());
        EXPECT_EQ(same->hue, lane.hue);
    }
}

TEST_P(EachGrouping, OfAnEmptyStoryHasNoEvents) {
    const StoryView empty{model::Story()};
    expectGrouped(empty.arranged(regrouped(empty, grouping())));
}

INSTANTIATE_TEST_SUITE_P(All, EachGrouping, testing::Range(0, groupingCount));

TEST(Grouping, BeginsAnewWithEveryGrouping) {
    const StoryView all(test::embeddedStory());
    StoryView view = all.arranged(withLaneToggled(all, 2));
    view = view.arranged(withLaneMoved(view, 0, 3));
    EXPECT_EQ(regrouped(view, Grouping::Lane), view.arrangement());
    const Arrangement other = regrouped(view, Grouping::Kind);
    EXPECT_TRUE(other.order.empty());
    EXPECT_TRUE(other.collapsed.empty());
}

TEST(Grouping, CollapsesAndExpandsOneLaneOrAll) {
    const StoryView all(test::embeddedStory());
    const auto collapsedOf = [](const StoryView& view) {
        return std::count_if(view.lanes().begin(), view.lanes().end(), [](auto& lane) { return lane.collapsed; });
    };
    const StoryView one = all.arranged(withLaneToggled(all, 2));
    EXPECT_EQ(collapsedOf(one), 1);
    EXPECT_TRUE(one.lanes()[2].collapsed);
    EXPECT_EQ(collapsedOf(one.arranged(withLaneToggled(one, 2))), 0);
    const StoryView shut = one.arranged(withLanesCollapsed(one, true));
    EXPECT_EQ(collapsedOf(shut), static_cast<std::ptrdiff_t>(shut.lanes().size()));
    EXPECT_EQ(collapsedOf(shut.arranged(withLanesCollapsed(shut, false))), 0);
    EXPECT_EQ(withLaneToggled(all, 99), all.arrangement());
}

TEST(Grouping, PassesOverKeysThatTheStoryDoesNotHave) {
    const StoryView all(test::embeddedStory());
    Arrangement arrangement;
    arrangement.order = {77, 3, 3, 12345678, 0};
    arrangement.collapsed = {99};
    const StoryView view = all.arranged(arrangement);
    EXPECT_EQ(view.lanes()[0].key, 3U);
    EXPECT_EQ(view.lanes()[1].key, 0U);
    EXPECT_EQ(view.lanes().size(), all.lanes().size());
    expectGrouped(view);
}

TEST(Grouping, JoinsTheSmallestOfTooManyActors) {
    model::StoryBuilder builder;
    model::StoryInput head;
    head.title = "Very many actors";
    builder.setStory(head);
    model::Lane lane;
    lane.id = "lane";
    lane.name = "Lane";
    builder.addLane(lane);
    const std::size_t count = maxLanes + 100;
    std::vector<std::string> names;
    for (std::size_t i = 0; i < count; ++i)
        names.push_back(std::to_string(i).append(" actor"));
    for (const std::string& name : names) {
        model::Actor actor;
        actor.id = name;
        actor.name = name;
        builder.addActor(actor);
    }
    std::vector<std::string> ids(count + 50);
    for (std::size_t i = 0; i < ids.size(); ++i) {
        ids[i] = std::to_string(i);
        model::EventInput event;
        event.id = ids[i];
        event.title = "Something";
        event.lane = "lane";
        event.actor = names[i % count]; // the first 50 have two events
        event.when = "2026-01-27";
        event.whenBasis = "Made for a test.";
        builder.addEvent(event);
    }
    const auto story = builder.build();
    ASSERT_TRUE(story.has_value());
    const StoryView all(*story);
    const StoryView view = all.arranged(regrouped(all, Grouping::Actor));
    ASSERT_EQ(view.lanes().size(), maxLanes);
    std::size_t seen = 0;
    for (const LaneGroup& group : view.lanes())
        seen += group.events.size();
    EXPECT_EQ(seen, story->eventCount());
    EXPECT_EQ(view.lanes().back().key, otherLanesKey);
    EXPECT_EQ(view.lanes().back().events.size(), count - (maxLanes - 1));
    for (std::size_t i = 0; i < 50; ++i)
        EXPECT_EQ(view.lanes()[i].events.size(), 2U);
}
