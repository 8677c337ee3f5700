// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/layout/scene/lane_layout.h"

namespace quoteline::layout {

/// Says of each lane that shows nothing how many of its events lie beyond the left and the right edge, in the middle of
/// its height; a lane that is lower than the words says nothing. Needs the marks of the scene.
void addEdgeCounts(Scene& scene, const StoryView& view, const RowPacking& packing, const TextMeasurer& measurer);

} // namespace quoteline::layout
