// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/layout/rows/row_packing.h"
#include "app/layout/scene/scene.h"

namespace quoteline::layout {

/// What the cards and the chips at the edges promise, counted anew from the story; each broken promise as a sentence:
///  - In the reading view each label has its card, and its words lie on it; else there are no cards.
///  - A card stands in its event's row, and leaves the dot or ring of its own mark uncovered.
///  - A chip at an edge stands at that edge within the lanes, in its lane, with its words on it. It names the nearest
///    event beyond the edge and counts all of them; a lane has at most one at each edge.
std::vector<QString> cardViolations(const Scene& scene, const StoryView& view, const RowPacking& packing,
                                    const TextMeasurer& measurer);

} // namespace quoteline::layout
