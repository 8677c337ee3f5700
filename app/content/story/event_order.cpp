// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/content/story/event_order.h"

#include "app/content/words/date_words.h"
#include "app/content/words/display_text.h"
#include <QCollator>
#include <algorithm>
#include <numeric>

namespace quoteline::layout {

namespace {

using model::EventIndex;

constexpr std::size_t stopEvery = 1024; // events between two looks at the stop token

/// Events of fewer than this are sorted by comparing; of more by counting, which costs as much as there are ranks.
constexpr std::size_t fewEvents = 4096;

std::vector<QCollatorSortKey> titleKeys(const StoryView& view, const std::stop_token& stop) {
    QCollator collator(view.locale());
    collator.setNumericMode(true);
    const std::size_t count = view.story().eventCount();
    std::vector<QCollatorSortKey> keys;
    keys.reserve(count);
    for (std::size_t event = 0; event < count; ++event) {
        if (event % stopEvery == 0 && stop.stop_requested())
            return {};
        keys.push_back(collator.sortKey(view.title(static_cast<EventIndex>(event))));
    }
    return keys;
}

} // namespace

std::uint32_t sourceCount(const model::Story& story, EventIndex event) {
    const std::size_t quotes = story.quoteCount(event);
    if (quotes < 2)
        return static_cast<std::uint32_t>(quotes);
    std::vector<model::SourceIndex> sources;
    sources.reserve(quotes);
    for (std::size_t i = 0; i < quotes; ++i)
        sources.push_back(story.quote(event, i).source);
    std::sort(sources.begin(), sources.end());
    return static_cast<std::uint32_t>(std::unique(sources.begin(), sources.end()) - sources.begin());
}

Ranks titleRanks(const StoryView& view, const std::stop_token& stop) {
    const std::size_t count = view.story().eventCount();
    const std::vector<QCollatorSortKey> keys = titleKeys(view, stop);
    if (keys.size() != count)
        return {};
    std::vector<EventIndex> order(count);
    std::iota(order.begin(), order.end(), 0);
    std::sort(order.begin(), order.end(), [&](EventIndex a, EventIndex b) { return keys[a].compare(keys[b]) < 0; });
    Ranks ranks(count);
    std::uint32_t rank = 0;
    for (std::size_t i = 0; i < count; ++i) {
        if (i > 0 && keys[order[i - 1]].compare(keys[order[i]]) != 0)
            ++rank;
        ranks[order[i]] = rank;
    }
    return stop.stop_requested() ? Ranks() : ranks;
}

Ranks sourceRanks(const model::Story& story, const std::stop_token& stop) {
    Ranks ranks(story.eventCount());
    for (std::size_t event = 0; event < ranks.size(); ++event) {
        if (event % stopEvery == 0 && stop.stop_requested())
            return {};
        ranks[event] = sourceCount(story, static_cast<EventIndex>(event));
    }
    return ranks;
}

Ranks laneRanks(const StoryView& view) {
    const auto laneColumn = view.story().laneColumn();
    if (view.arrangement().grouping == Grouping::None)
        return {laneColumn.begin(), laneColumn.end()};
    Ranks ranks(view.story().eventCount());
    const auto lanes = view.lanes();
    for (std::size_t lane = 0; lane < lanes.size(); ++lane)
        for (const EventIndex event : lanes[lane].events)
            ranks[event] = static_cast<std::uint32_t>(lane);
    return ranks;
}

std::vector<EventIndex> orderedByRank(std::span<const EventIndex> events, const Ranks& ranks, bool descending) {
    std::vector<EventIndex> ordered(events.begin(), events.end());
    if (events.size() < fewEvents) {
        std::stable_sort(ordered.begin(), ordered.end(), [&](EventIndex a, EventIndex b) {
            return descending ? ranks[a] > ranks[b] : ranks[a] < ranks[b];
        });
        return ordered;
    }
    const std::uint32_t highest = *std::max_element(ranks.begin(), ranks.end());
    const auto slotOf = [&](EventIndex event) { return descending ? highest - ranks[event] : ranks[event]; };
    std::vector<std::uint32_t> places(static_cast<std::size_t>(highest) + 2);
    for (const EventIndex event : events)
        ++places[slotOf(event) + 1];
    std::partial_sum(places.begin(), places.end(), places.begin());
    for (const EventIndex event : events)
        ordered[places[slotOf(event)]++] = event;
    return ordered;
}

QString laneName(const StoryView& view, EventIndex event) {
    const auto lane = view.laneOf(event);
    if (lane && view.arrangement().grouping != Grouping::None)
        return view.lanes()[*lane].name;
    return displayLine(view.story().lanes()[view.story().lane(event)].name);
}

QString periodInWords(const StoryView& view, std::span<const EventIndex> events) {
    if (events.empty())
        return {};
    const auto starts = view.story().layoutStarts();
    const auto ends = view.story().layoutEnds();
    model::CivilMs first = starts[events.front()];
    model::CivilMs end = ends[events.front()];
    for (const EventIndex event : events) {
        first = std::min(first, starts[event]);
        end = std::max(end, ends[event]);
    }
    return rangeInWords(static_cast<double>(first), static_cast<double>(end), view.locale());
}

} // namespace quoteline::layout
