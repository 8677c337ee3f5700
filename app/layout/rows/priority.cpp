// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/rows/priority.h"

#include <algorithm>
#include <bit>
#include <limits>
#include <tuple>

namespace quoteline::layout {

namespace {

std::size_t sourcesOf(const model::Story& story, model::EventIndex event) {
    std::vector<model::SourceIndex> sources;
    for (std::size_t i = 0; i < story.quoteCount(event); ++i)
        sources.push_back(story.quoteSource(event, i));
    std::sort(sources.begin(), sources.end());
    return static_cast<std::size_t>(std::unique(sources.begin(), sources.end()) - sources.begin());
}

/// The highest bit in which two instants differ, 0 to 64: higher the larger a unit of time begins between them.
int highestDifference(model::CivilMs a, model::CivilMs b) {
    const auto difference = static_cast<std::uint64_t>(a) ^ static_cast<std::uint64_t>(b);
    return std::numeric_limits<std::uint64_t>::digits - std::countl_zero(difference);
}

struct Ranked {
    std::size_t sources = 0;
    std::size_t quotes = 0;
    std::size_t links = 0;
    int firstOf = 0;
    model::EventIndex event = 0;
};

} // namespace

std::vector<model::EventIndex> byPriority(const model::Story& story, const std::vector<model::EventIndex>& events) {
    const auto starts = story.layoutStarts();
    std::vector<Ranked> ranked;
    ranked.reserve(events.size());
    model::CivilMs before = std::numeric_limits<model::CivilMs>::min();
    for (const model::EventIndex event : events) {
        ranked.push_back({sourcesOf(story, event), story.quoteCount(event),
                          story.relationCount(event) + story.incoming(event).size(),
                          highestDifference(starts[event], before), event});
        before = starts[event];
    }
    std::stable_sort(ranked.begin(), ranked.end(), [](const Ranked& a, const Ranked& b) {
        return std::tie(b.sources, b.quotes, b.links, b.firstOf) < std::tie(a.sources, a.quotes, a.links, a.firstOf);
    });
    std::vector<model::EventIndex> order;
    order.reserve(ranked.size());
    for (const Ranked& each : ranked)
        order.push_back(each.event);
    return order;
}

} // namespace quoteline::layout
