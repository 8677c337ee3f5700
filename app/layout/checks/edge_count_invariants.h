// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/layout/rows/row_packing.h"
#include "app/layout/scene/scene.h"

namespace quoteline::layout {

/// What the counts at the edges promise, counted anew from the story; each broken promise as a sentence. A count stands
/// at its edge within the lanes, in its lane, with its words on it. It names the nearest event beyond the edge and
/// counts all of them; a lane has at most one at each edge.
std::vector<QString> edgeCountViolations(const Scene& scene, const StoryView& view, const RowPacking& packing,
                                         const TextMeasurer& measurer);

} // namespace quoteline::layout
