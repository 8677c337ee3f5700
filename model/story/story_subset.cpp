// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/story/story_subset.h"

#include "model/story/story_builder.h"

namespace quoteline::model {

namespace {

void addFrame(StoryBuilder& builder, const Story& story) {
    builder.setStory(story.head());
    for (const Lane& lane : story.lanes())
        builder.addLane(lane);
    for (const Actor& actor : story.actors())
        builder.addActor(actor);
    for (const Source& source : story.sources())
        builder.addSource(source);
}

} // namespace

StorySubset subsetOf(const Story& story, std::span<const EventIndex> events) {
    std::vector<bool> taken(story.eventCount(), false);
    for (const EventIndex event : events)
        taken[event] = true;
    StoryBuilder builder;
    addFrame(builder, story);
    StorySubset subset;
    EventInput input;
    for (const EventIndex event : events) {
        story.copyTo(input, event);
        for (std::size_t i = input.relations.size(); i-- > 0;) {
            if (taken[story.relation(event, i).event])
                continue;
            input.relations.erase(input.relations.begin() + static_cast<std::ptrdiff_t>(i));
            ++subset.relationsLeftOut;
        }
        builder.addEvent(input);
    }
    subset.story = *builder.build(); // a part of what was accepted is accepted
    return subset;
}

} // namespace quoteline::model
