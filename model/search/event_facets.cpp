// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/search/event_facets.h"

#include <algorithm>

namespace quoteline::model {

Certainty certaintyOf(const Story& story, EventIndex event) {
    switch (story.shapes()[event]) {
    case TimeShape::Point:
    case TimeShape::Span:
    case TimeShape::Several:
        return Certainty::Exact;
    case TimeShape::Possible:
        return Certainty::Possible;
    case TimeShape::Approximate:
        return Certainty::Approximate;
    case TimeShape::Uncertain:
        return Certainty::Uncertain;
    case TimeShape::Open:
        return Certainty::Open;
    }
    return Certainty::Exact;
}

std::size_t FacetTables::valueCount(const Story& story, Facet facet) {
    switch (facet) {
    case Facet::Lane:
        return story.lanes().size();
    case Facet::Actor:
        return story.actors().size();
    case Facet::Kind:
        return eventKindCount;
    case Facet::Source:
        return story.sources().size();
    case Facet::Status:
        return static_cast<std::size_t>(EventStatus::Scheduled) + 1;
    case Facet::Certainty:
        return certaintyCount;
    }
    return 0;
}

FacetTables::FacetTables(const Story& story, const EventQuery& query)
    : m_story(story)
    , m_seen(story.sources().size(), 0) {
    for (std::size_t i = 0; i < facetCount; ++i) {
        const auto facet = static_cast<Facet>(i);
        m_chosen[i].resize(valueCount(story, facet));
        for (const std::uint32_t value : query.of(facet))
            if (value < m_chosen[i].size())
                m_chosen[i][value] = 1;
        if (!query.of(facet).empty())
            m_active.push_back(facet);
    }
}

std::uint32_t FacetTables::valueOf(Facet facet, EventIndex event) const {
    switch (facet) {
    case Facet::Lane:
        return m_story.laneColumn()[event];
    case Facet::Actor:
        return m_story.actor(event);
    case Facet::Kind:
        return static_cast<std::uint32_t>(m_story.kind(event));
    case Facet::Status:
        return static_cast<std::uint32_t>(m_story.status(event));
    case Facet::Certainty:
        return static_cast<std::uint32_t>(certaintyOf(m_story, event));
    case Facet::Source:
        break; // an event may have several
    }
    return 0;
}

bool FacetTables::meets(Facet facet, EventIndex event) const {
    const std::vector<std::uint8_t>& chosen = m_chosen[static_cast<std::size_t>(facet)];
    if (facet != Facet::Source)
        return chosen[valueOf(facet, event)] != 0;
    for (std::size_t i = 0; i < m_story.quoteCount(event); ++i)
        if (chosen[m_story.quoteSource(event, i)])
            return true;
    return false;
}

std::uint32_t FacetTables::failures(EventIndex event) const {
    std::uint32_t failed = 0;
    for (const Facet facet : m_active)
        if (!meets(facet, event))
            failed |= 1U << static_cast<unsigned>(facet);
    return failed;
}

} // namespace quoteline::model
