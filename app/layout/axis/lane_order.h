// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/content/story/story_view.h"
#include <vector>

namespace quoteline::layout {

/// The shown events of a lane by where they lie in time, to find those beyond an edge of a window by binary search.
struct LaneOrder {
    std::vector<model::EventIndex> byStart;
    std::vector<model::EventIndex> byEnd;
};

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

} // namespace quoteline::layout
