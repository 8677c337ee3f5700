// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/search/event_query.h"

#include "model/search/event_facets.h"
#include "model/search/search_index.h"
#include <algorithm>
#include <bit>

namespace quoteline::model {

namespace {
constexpr std::uint32_t wordsFailed = 1U << facetCount;
}

bool EventQuery::isEmpty() const {
    return TextMatcher(text).isEmpty() &&
           std::all_of(choices.begin(), choices.end(), [](const auto& chosen) { return chosen.empty(); });
}

/// One pass over the events: who meets everything counts in every facet, who fails one facet alone counts in that one,
/// because a choice there could let it pass.
struct QueryRun {
    QueryRun(const Story& s, const EventQuery& query)
        : story(s)
        , tables(s, query) {
        for (std::size_t i = 0; i < facetCount; ++i)
            result.counts[i].resize(FacetTables::valueCount(s, static_cast<Facet>(i)));
    }

    static const SearchIndex::Data& dataOf(const SearchIndex& index) { return *index.m_data; }

    void count(Facet facet, EventIndex event) {
        auto& counts = result.counts[static_cast<std::size_t>(facet)];
        tables.forValues(facet, event, [&](std::uint32_t value) { ++counts[value]; });
    }

    void add(EventIndex event, bool hasWords) {
        const std::uint32_t failed = tables.failures(event) | (hasWords ? 0 : wordsFailed);
        if (failed == 0) {
            events->push_back(event);
            for (std::size_t i = 0; i < facetCount; ++i)
                count(static_cast<Facet>(i), event);
        } else if (failed == wordsFailed) {
            ++result.withoutWords;
        } else if (std::has_single_bit(failed)) {
            const auto facet = static_cast<std::size_t>(std::countr_zero(failed));
            ++result.without[facet];
            count(static_cast<Facet>(facet), event);
        }
    }

    QueryResult finish() {
        result.withoutWords += events->size();
        for (std::size_t& without : result.without)
            without += events->size();
        result.events = std::move(events);
        return std::move(result);
    }

    const Story& story;
    FacetTables tables;
    QueryResult result;
    std::shared_ptr<std::vector<EventIndex>> events = std::make_shared<std::vector<EventIndex>>();
};

std::optional<QueryResult> runQuery(const Story& story, const SearchIndex& index, const EventQuery& query,
                                    const std::stop_token& stop) {
    const TextMatcher matcher(query.text);
    std::optional<std::vector<std::uint8_t>> withWords;
    if (!matcher.isEmpty()) {
        withWords = eventsWith(matcher.words(), story, QueryRun::dataOf(index), stop);
        if (!withWords)
            return std::nullopt;
    }
    QueryRun run(story, query);
    for (EventIndex event = 0; event < story.eventCount(); ++event) {
        if (event % eventsPerBlock == 0 && stop.stop_requested())
            return std::nullopt;
        run.add(event, !withWords || (*withWords)[event] != 0);
    }
    if (stop.stop_requested())
        return std::nullopt;
    return run.finish();
}

} // namespace quoteline::model
