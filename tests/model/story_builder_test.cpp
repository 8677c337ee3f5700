// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/story_builder.h"

#include <gtest/gtest.h>

using namespace quoteline::model;

namespace {

EventInput eventOf(std::string_view id, std::string_view when) {
    EventInput event;
    event.id = id;
    event.title = id;
    event.lane = "l";
    event.actor = "a";
    event.when = when;
    return event;
}

StoryBuilder builderWithLane() {
    StoryBuilder builder;
    builder.addLane({"l", "Lane", {}});
    builder.addActor({"a", "Actor", "", {}});
    return builder;
}

std::vector<std::string> idsOf(const Story& story) {
    std::vector<std::string> ids;
    for (EventIndex event = 0; event < story.eventCount(); ++event)
        ids.emplace_back(story.id(event));
    return ids;
}

} // namespace

TEST(StoryBuilder, EventsStandInTheOrderOfTimeWithTheOrderOfTheCallsAmongEquals) {
    StoryBuilder builder = builderWithLane();
    builder.addEvent(eventOf("late", "2026-02-01"));
    builder.addEvent(eventOf("open end", "2026-01-27/.."));
    builder.addEvent(eventOf("by the 27th", "[..2026-01-27]"));
    builder.addEvent(eventOf("month", "2026-01"));
    builder.addEvent(eventOf("27th, first", "2026-01-27"));
    builder.addEvent(eventOf("27th, second", "2026-01-27"));
    builder.addEvent(eventOf("two days", "2026-01-27/2026-01-28"));
    const auto story = builder.build();
    ASSERT_TRUE(story);
    EXPECT_EQ(idsOf(*story), (std::vector<std::string>{"month", "27th, first", "27th, second", "two days", "open end",
                                                       "by the 27th", "late"}));
}
