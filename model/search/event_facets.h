// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/search/event_query.h"

namespace quoteline::model {

/// The values that the events of a story have in the facets, and the choices of a query as tables.
class FacetTables {
public:
    FacetTables(const Story& story, const EventQuery& query);

    /// One bit for each facet whose choices the event does not meet.
    std::uint32_t failures(EventIndex event) const;
    /// Calls `use(value)` once for each value that the event has in a facet.
    template <typename Use>
    void forValues(Facet facet, EventIndex event, Use use);

    static std::size_t valueCount(const Story& story, Facet facet);

private:
    std::uint32_t valueOf(Facet facet, EventIndex event) const; ///< of all facets but Source
    bool meets(Facet facet, EventIndex event) const;

    const Story& m_story;
    std::array<std::vector<std::uint8_t>, facetCount> m_chosen; ///< by value
    std::vector<Facet> m_active;                                ///< those with a choice
    std::vector<EventIndex> m_seen; ///< by source: the event it was last met in, and one more
};

template <typename Use>
void FacetTables::forValues(Facet facet, EventIndex event, Use use) {
    if (facet != Facet::Source) {
        use(valueOf(facet, event));
        return;
    }
    for (std::size_t i = 0; i < m_story.quoteCount(event); ++i) {
        const SourceIndex source = m_story.quoteSource(event, i);
        if (m_seen[source] == event + 1)
            continue; // quoted twice
        m_seen[source] = event + 1;
        use(source);
    }
}

} // namespace quoteline::model
