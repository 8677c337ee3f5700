// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/content/story/seen_view.h"

#include "app/content/story/grouping.h"
#include "app/content/story/lane_ids.h"
#include "model/story/story_builder.h"
#include <gtest/gtest.h>

using namespace quoteline;
using namespace quoteline::layout;

namespace {

/// Events "a", "b" and so on, a day, a lane and an actor for each, added in this order.
model::Story storyOf(const std::vector<std::string>& ids) {
    model::StoryBuilder builder;
    builder.setStory({"Letters", "", "en", "Europe/Rome", std::nullopt, {}});
    for (const std::string& id : ids) {
        const std::string laneName = "Lane " + id;
        const std::string actorName = "Actor " + id;
        model::Lane lane;
        lane.id = id;
        lane.name = laneName;
        builder.addLane(lane);
        model::Actor actor;
        actor.id = id;
        actor.name = actorName;
        builder.addActor(actor);
    }
    for (const std::string& id : ids) {
        const std::string when = "2026-01-0" + std::to_string(id[0] - 'a' + 1);
        model::EventInput event;
        event.id = id;
        event.title = "T";
        event.lane = id;
        event.actor = id;
        event.when = when;
        event.whenBasis = "b";
        builder.addEvent(event);
    }
    return *builder.build();
}

/// By actor, with the last lane first and the first one collapsed.
StoryView changed(const StoryView& plain) {
    Arrangement arrangement = regrouped(plain, Grouping::Actor);
    const StoryView grouped = plain.arranged(arrangement);
    arrangement = withLaneMoved(grouped, grouped.lanes().size() - 1, 0);
    arrangement.collapsed = {grouped.laneKeys().front()};
    return plain.arranged(arrangement);
}

} // namespace

TEST(SeenView, BringsTheLanesOfTheSameStoryBackWhateverTheyAreNow) {
    const StoryView plain(storyOf({"a", "b", "c", "d"}));
    const StoryView view = changed(plain);
    const SeenView seen = seenView(view, {5, 7}, false);
    EXPECT_EQ(seen.window, (TimeWindow{5, 7}));
    EXPECT_FALSE(seen.whole);
    for (int i = 0; i < groupingCount; ++i) {
        const StoryView now = plain.arranged(regrouped(plain, static_cast<Grouping>(i)));
        EXPECT_EQ(arrangedAs(seen, now), view.arrangement()) << i;
        EXPECT_EQ(arrangedAs(SeenView(), now), plain.arrangement()) << i;
    }
}

TEST(SeenView, KnowsLanesByTheirIdsWhereAnotherVersionCountsOtherwise) {
    const SeenView seen = seenView(changed(StoryView(storyOf({"a", "b", "c", "d"}))), {}, true);
    const StoryView other(storyOf({"d", "c", "b", "a"}));
    const StoryView back = other.arranged(arrangedAs(seen, other));
    std::vector<QString> names;
    for (const LaneGroup& lane : back.lanes()) {
        names.push_back(lane.name);
        EXPECT_EQ(lane.collapsed, lane.name == QStringLiteral("Actor a"));
    }
    EXPECT_EQ(names, (std::vector<QString>{QStringLiteral("Actor d"), QStringLiteral("Actor a"),
                                           QStringLiteral("Actor b"), QStringLiteral("Actor c")}));
    EXPECT_EQ(seenView(back, {}, true).order, seen.order);
}

TEST(SeenView, LetsGoWhatAStoryDoesNotHaveAndSaysSo) {
    const StoryView plain(storyOf({"a", "b", "c", "d"}));
    const SeenView seen = seenView(changed(plain), {}, true);
    EXPECT_TRUE(hasAll(plain.story(), seen));
    const StoryView fewer(storyOf({"c", "d"}));
    EXPECT_FALSE(hasAll(fewer.story(), seen));
    const Arrangement arrangement = arrangedAs(seen, fewer);
    EXPECT_EQ(arrangement.grouping, Grouping::Actor);
    EXPECT_EQ(arrangement.order.size(), 2U);
    EXPECT_TRUE(arrangement.collapsed.empty());
}

TEST(SeenView, KnowsWhatIsAskedForByIds) {
    const model::Story story = storyOf({"a", "b", "c", "d"});
    model::EventQuery query;
    query.text = QStringLiteral("words");
    query.of(model::Facet::Lane) = {0, 3};
    query.of(model::Facet::Actor) = {1};
    query.of(model::Facet::Kind) = {2};
    const SeenQuery seen = seenQuery(story, query);
    EXPECT_EQ(queryOf(seen, story), query);
    EXPECT_EQ(seenQuery(story, {}), SeenQuery());
    EXPECT_EQ(queryOf({}, story), model::EventQuery());

    const model::EventQuery other = queryOf(seen, storyOf({"d", "c", "b"}));
    EXPECT_EQ(other.text, query.text);
    EXPECT_EQ(other.of(model::Facet::Lane), std::vector<std::uint32_t>{0});
    EXPECT_EQ(other.of(model::Facet::Actor), std::vector<std::uint32_t>{2});
    EXPECT_EQ(other.of(model::Facet::Kind), std::vector<std::uint32_t>{2});
}
