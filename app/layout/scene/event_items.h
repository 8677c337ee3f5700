// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/layout/scene/lane_layout.h"

namespace quoteline::layout {

/// Adds marks and labels of the events that are not folded, and counts those in the window. How many of each lane these
/// are is returned.
std::vector<std::size_t> addEvents(Scene& scene, const StoryView& view, const RowPacking& packing,
                                   const LaneLayout& rows, const TextMeasurer& measurer);

/// Adds the columns of the strips in view, and counts the folded events; `placed` is what addEvents() returned. In a
/// numbered view a column says which numbers its events have, "12 (30 … 57)", where there is room for that.
void addColumns(Scene& scene, const StoryView& view, const RowPacking& packing, const LaneLayout& rows,
                const std::vector<std::size_t>& placed, const TextMeasurer& measurer);

/// Adds what the columns count, to the foot strip where nothing else stands there; a person who points at a column is
/// told in any case.
void addColumnNote(Scene& scene, const StoryView& view, const RowPacking& packing, const TextMeasurer& measurer);

/// The events of a column, in the order of time.
std::vector<model::EventIndex> eventsOf(const Column& column, const StoryView& view);

} // namespace quoteline::layout
