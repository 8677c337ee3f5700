// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/content/story/seen_view.h"

#include "app/content/story/lane_ids.h"
#include "model/search/event_facets.h"

namespace quoteline::layout {

namespace {

std::string idOf(const model::Story& story, model::Facet facet, std::uint32_t value) {
    switch (facet) {
    case model::Facet::Lane:
        return std::string(story.lanes()[value].id);
    case model::Facet::Actor:
        return std::string(story.actors()[value].id);
    case model::Facet::Source:
        return std::string(story.sources()[value].id);
    case model::Facet::Kind:
    case model::Facet::Status:
    case model::Facet::Certainty:
        break;
    }
    return std::to_string(value);
}

} // namespace

SeenView seenView(const StoryView& view, const TimeWindow& window, bool whole) {
    const Arrangement& arrangement = view.arrangement();
    SeenView seen;
    seen.window = window;
    seen.whole = whole;
    seen.grouping = arrangement.grouping;
    seen.order = laneIds(view, arrangement.order);
    seen.collapsed = laneIds(view, arrangement.collapsed);
    seen.opened = laneIds(view, arrangement.opened);
    return seen;
}

SeenQuery seenQuery(const model::Story& story, const model::EventQuery& query) {
    SeenQuery seen{query.text, {}};
    for (std::size_t i = 0; i < model::facetCount; ++i)
        for (const std::uint32_t value : query.choices[i])
            seen.choices[i].insert(idOf(story, static_cast<model::Facet>(i), value));
    return seen;
}

Arrangement arrangedAs(const SeenView& seen, const StoryView& view) {
    Arrangement arrangement = view.arrangement();
    arrangement.grouping = seen.grouping;
    arrangement.order.clear();
    arrangement.collapsed.clear();
    arrangement.opened.clear();
    if (seen.order.empty() && seen.collapsed.empty() && seen.opened.empty())
        return arrangement;
    // The lanes of a grouping are known when it is there.
    const StoryView grouped = seen.grouping == view.arrangement().grouping ? view : view.arranged(arrangement);
    arrangement.order = laneKeys(grouped, seen.order);
    arrangement.collapsed = laneKeys(grouped, seen.collapsed);
    arrangement.opened = laneKeys(grouped, seen.opened);
    return arrangement;
}

/// Choices come out sorted, as the values are gone through in order.
model::EventQuery queryOf(const SeenQuery& seen, const model::Story& story) {
    model::EventQuery query;
    query.text = seen.words;
    for (std::size_t i = 0; i < model::facetCount; ++i) {
        if (seen.choices[i].empty())
            continue;
        const auto facet = static_cast<model::Facet>(i);
        for (std::uint32_t value = 0; value < model::FacetTables::valueCount(story, facet); ++value)
            if (seen.choices[i].contains(idOf(story, facet, value)))
                query.choices[i].push_back(value);
    }
    return query;
}

bool hasAll(const model::Story& story, const SeenView& seen) {
    return areLaneIds(story, seen.grouping, seen.order) && areLaneIds(story, seen.grouping, seen.collapsed);
}

} // namespace quoteline::layout
