// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/layout/scene/lane_layout.h"

namespace quoteline::layout {

/// Adds a chip for the events of each lane in view beyond the left and the right edge, in a row where it covers
/// nothing: in that of the event it names where there is room. Its words get shorter where there is less room; a lane
/// without any has no chip. Needs the marks, labels and chips of the scene.
void addEdgeChips(Scene& scene, const StoryView& view, const RowPacking& packing, const LaneLayout& rows,
                  const TextMeasurer& measurer);

} // namespace quoteline::layout
