// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/axis/lane_order.h"

#include <algorithm>

namespace quoteline::layout {

std::vector<LaneOrder> laneOrders(const StoryView& view) {
    const auto starts = view.story().layoutStarts();
    const auto ends = view.story().layoutEnds();
    std::vector<LaneOrder> orders;
    for (const LaneGroup& lane : view.lanes()) {
        LaneOrder order{lane.events, lane.events};
        std::stable_sort(order.byStart.begin(), order.byStart.end(),
                         [&](auto a, auto b) { return starts[a] < starts[b]; });
        std::stable_sort(order.byEnd.begin(), order.byEnd.end(), [&](auto a, auto b) { return ends[a] < ends[b]; });
        orders.push_back(std::move(order));
    }
    return orders;
}

EventsBeyond eventsBefore(const TimeWindow& window, const LaneOrder& order, const model::Story& story) {
    const auto ends = story.layoutEnds();
    const auto it = std::partition_point(order.byEnd.begin(), order.byEnd.end(), [&](model::EventIndex event) {
        return static_cast<double>(ends[event]) <= window.start;
    });
    if (it == order.byEnd.begin())
        return {};
    return {static_cast<std::size_t>(it - order.byEnd.begin()), *std::prev(it)};
}

EventsBeyond eventsAfter(const TimeWindow& window, const LaneOrder& order, const model::Story& story) {
    const auto starts = story.layoutStarts();
    const auto it = std::partition_point(order.byStart.begin(), order.byStart.end(), [&](model::EventIndex event) {
        return static_cast<double>(starts[event]) < window.end();
    });
    if (it == order.byStart.end())
        return {};
    return {static_cast<std::size_t>(order.byStart.end() - it), *it};
}

} // namespace quoteline::layout
