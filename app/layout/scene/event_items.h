// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/layout/scene/lane_layout.h"

namespace quoteline::layout {

/// Adds marks and labels of the events with a row, and counts those in the window.
void addEvents(Scene& scene, const StoryView& view, const RowPacking& packing, const LaneLayout& rows,
               const TextMeasurer& measurer);

/// Pixels from the middle of a chip to that of the next: those of the widest chip; in a numbered view of one that names
/// numbers, where the plot has room for a few of those.
double chipPitch(const StoryView& view, double plotWidth, const Sizes& sizes, const TextMeasurer& measurer);

/// Adds the "+N" chips and counts the events in them. A chip stands in the middle of its stretch of time; at the edges
/// of the view it takes in the stretches that are only partly in view. In a numbered view it says which numbers its
/// events have, "+12 (30 … 57)", where there is room for that.
void addChips(Scene& scene, const StoryView& view, const RowPacking& packing, const LaneLayout& rows,
              const TextMeasurer& measurer);

/// How many folded events of a lane touch the window, counted by binary search.
std::size_t foldedIn(const LaneRows& lane, const TimeWindow& window);

/// The events of a chip, by start.
std::vector<model::EventIndex> eventsOf(const Chip& chip, const StoryView& view, const RowPacking& packing,
                                        const TimeWindow& window);

} // namespace quoteline::layout
