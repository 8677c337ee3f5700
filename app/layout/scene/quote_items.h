// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/layout/scene/lane_layout.h"

namespace quoteline::layout {

/// Adds the first quote of the events whose row has height for it and whose label is in view: its words on two lines,
/// and whose they are, where there is width for that before the next event of the row. Labels and marks must be there.
void addQuotes(Scene& scene, const StoryView& view, const RowPacking& packing, const LaneLayout& rows,
               const TextMeasurer& measurer);

} // namespace quoteline::layout
