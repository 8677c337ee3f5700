// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/story/story_subset.h"

#include "model/story/story_builder.h"

namespace quoteline::model {

namespace {

QuoteInput quoteInput(const Story& story, const Quote& quote) {
    QuoteInput input;
    input.source = story.sources()[quote.source].id;
    input.exact = quote.exact;
    input.prefix = quote.prefix;
    input.suffix = quote.suffix;
    if (quote.speaker)
        input.speaker = story.actors()[*quote.speaker].id;
    input.via = quote.via;
    input.form = quote.form;
    input.note = quote.note;
    input.extra = quote.extra;
    return input;
}

/// Without its relations.
EventInput eventInput(const Story& story, EventIndex event) {
    EventInput input;
    input.id = story.id(event);
    input.title = story.title(event);
    input.lane = story.lanes()[story.lane(event)].id;
    input.actor = story.actors()[story.actor(event)].id;
    input.kind = story.kind(event);
    input.status = story.status(event);
    input.when = story.whenText(event);
    input.whenBasis = story.whenBasis(event);
    if (!story.summary(event).empty())
        input.summary = story.summary(event);
    for (std::size_t i = 0; i < story.quoteCount(event); ++i)
        input.quotes.push_back(quoteInput(story, story.quote(event, i)));
    input.extra = story.extra(event);
    return input;
}

void addFrame(StoryBuilder& builder, const Story& story) {
    StoryInput input;
    input.title = story.title();
    input.summary = story.summary();
    input.language = story.language();
    input.timeZone = story.zone().name();
    if (!story.coreWindowText().empty())
        input.coreWindow = story.coreWindowText();
    input.extra = story.extra();
    builder.setStory(input);
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
    for (const EventIndex event : events) {
        EventInput input = eventInput(story, event);
        for (std::size_t i = 0; i < story.relationCount(event); ++i) {
            const Relation relation = story.relation(event, i);
            if (taken[relation.event])
                input.relations.push_back(
                    {relation.typeText, story.id(relation.event), relation.basis, relation.explicitly, relation.extra});
            else
                ++subset.relationsLeftOut;
        }
        builder.addEvent(input);
    }
    subset.story = *builder.build(); // a part of what was accepted is accepted
    return subset;
}

} // namespace quoteline::model
