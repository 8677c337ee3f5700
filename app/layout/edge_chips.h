// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/layout/lane_layout.h"

namespace quoteline::layout {

/// The shown events of each lane by start and by end.
std::vector<LaneOrder> laneOrders(const StoryView& view);

/// Events of a lane that lie wholly before a window, or after it.
struct EventsBeyond {
    std::size_t count = 0;
    model::EventIndex nearest = 0; ///< of them, where there are any: the last to end, the first to begin
    bool operator==(const EventsBeyond&) const = default;
};
EventsBeyond eventsBefore(const TimeWindow& window, const LaneOrder& order, const model::Story& story);
EventsBeyond eventsAfter(const TimeWindow& window, const LaneOrder& order, const model::Story& story);

/// Adds a chip for the events of each lane in view beyond the left and the right edge, in a row where it covers
/// nothing: in that of the event it names where there is room. Its words get shorter where there is less room; a lane
/// without any has no chip. Needs the marks, cards and chips of the scene.
void addEdgeChips(Scene& scene, const StoryView& view, const RowPacking& packing, const LaneLayout& rows,
                  const TextMeasurer& measurer);

} // namespace quoteline::layout
