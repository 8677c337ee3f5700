// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/story/story_pending.h"

#include <algorithm>
#include <limits>
#include <numeric>

namespace quoteline::model {

namespace {

struct SortKey {
    CivilMs first;
    CivilMs second;
    EventIndex event;
    // clang-tidy 14 takes the 0 in what the compiler makes of this for a null pointer.
    auto operator<=>(const SortKey&) const = default; // NOLINT(modernize-use-nullptr)
};

SortKey sortKey(const StoryData& data, EventIndex event) {
    const TimeRange range = data.range(event);
    const CivilMs latest = range.end.value_or(std::numeric_limits<CivilMs>::max());
    return {range.earliest ? *range.earliest : latest, latest, event};
}

/// The events in the order of time; nothing when they stand in it already.
std::vector<EventIndex> timeOrder(const StoryData& data) {
    std::vector<SortKey> keys(data.eventCount());
    for (EventIndex event = 0; event < keys.size(); ++event)
        keys[event] = sortKey(data, event);
    std::vector<EventIndex> order;
    if (std::is_sorted(keys.begin(), keys.end()))
        return order;
    std::sort(keys.begin(), keys.end()); // stable, as the index is part of the key
    order.reserve(keys.size());
    for (const SortKey& key : keys)
        order.push_back(key.event);
    return order;
}

/// The entries of a column in another order. One column at a time, so that there are never two of all.
template <typename T>
void permute(std::vector<T>& column, const std::vector<std::uint32_t>& order) {
    std::vector<T> result;
    result.reserve(order.size());
    for (const std::uint32_t from : order)
        result.push_back(column[from]);
    column = std::move(result);
}

std::vector<std::uint32_t> inverse(const std::vector<std::uint32_t>& order) {
    std::vector<std::uint32_t> rank(order.size());
    for (std::uint32_t i = 0; i < order.size(); ++i)
        rank[order[i]] = i;
    return rank;
}

/// The order of rows that follows from the order of the events they belong to; `start` is brought up to date.
std::vector<std::uint32_t> rowOrder(std::vector<std::uint32_t>& start, const std::vector<EventIndex>& order) {
    std::vector<std::uint32_t> rows;
    rows.reserve(start.back());
    std::vector<std::uint32_t> newStart{0};
    newStart.reserve(start.size());
    for (const EventIndex event : order) {
        for (std::uint32_t row = start[event]; row < start[event + 1]; ++row)
            rows.push_back(row);
        newStart.push_back(static_cast<std::uint32_t>(rows.size()));
    }
    start = std::move(newStart);
    return rows;
}

template <typename Row>
void moveOwners(std::vector<Row>& rows, const std::vector<std::uint32_t>& rank) {
    for (Row& row : rows)
        row.owner = rank[row.owner];
    std::stable_sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) { return a.owner < b.owner; });
}

void sortQuotes(StoryData& data, const std::vector<EventIndex>& order) {
    const std::vector<std::uint32_t> rows = rowOrder(data.quoteStart, order);
    permute(data.quotes, rows);
    permute(data.quoteForm, rows);
    if (data.asideTexts.empty() && data.quoteExtra.empty())
        return;
    const std::vector<std::uint32_t> rank = inverse(rows);
    moveOwners(data.asideTexts, rank);
    moveOwners(data.quoteExtra, rank);
}

void sortRelations(StoryData& data, const std::vector<EventIndex>& order, const std::vector<EventIndex>& eventRank) {
    const std::vector<std::uint32_t> rows = rowOrder(data.relationStart, order);
    permute(data.relations, rows);
    for (RelationRow& relation : data.relations)
        relation.event = eventRank[relation.event];
    if (!data.relationExtra.empty())
        moveOwners(data.relationExtra, inverse(rows));
}

void sortEvents(StoryData& data) {
    const std::vector<EventIndex> order = timeOrder(data);
    if (order.empty())
        return;
    permute(data.texts, order);
    permute(data.layoutStart, order);
    permute(data.layoutEnd, order);
    permute(data.rangeBits, order);
    permute(data.shape, order);
    permute(data.lane, order);
    permute(data.actor, order);
    permute(data.kindAndStatus, order);
    const std::vector<EventIndex> rank = inverse(order);
    for (auto& [event, range] : data.oddRanges)
        event = rank[event];
    std::sort(data.oddRanges.begin(), data.oddRanges.end(),
              [](const auto& a, const auto& b) { return a.first < b.first; });
    moveOwners(data.eventExtra, rank);
    sortQuotes(data, order);
    sortRelations(data, order, rank);
}

void linkBack(StoryData& data) {
    if (data.relations.empty()) {
        data.relationStart = {};
        data.incomingStart = {};
        return;
    }
    std::vector<std::uint32_t>& start = data.incomingStart;
    start.assign(data.eventCount() + 1, 0);
    for (const RelationRow& relation : data.relations)
        ++start[relation.event + 1];
    std::partial_sum(start.begin(), start.end(), start.begin());
    data.incoming.resize(data.relations.size());
    std::vector<std::uint32_t> next = start;
    for (EventIndex event = 0; event < data.eventCount(); ++event) {
        const std::uint32_t first = data.relationStart[event];
        for (std::uint32_t row = first; row < data.relationStart[event + 1]; ++row)
            data.incoming[next[data.relations[row].event]++] = {event, row - first};
    }
}

} // namespace

Story assemble(PendingStory pending) {
    const auto data = std::make_shared<StoryData>(std::move(pending.data));
    pending.targets = {};
    pending.targetArena = TextArena();
    sortEvents(*data);
    linkBack(*data);
    if (data->eventCount() > 0)
        data->extent.emplace(*std::min_element(data->layoutStart.begin(), data->layoutStart.end()),
                             *std::max_element(data->layoutEnd.begin(), data->layoutEnd.end()));
    return Story(data);
}

} // namespace quoteline::model
