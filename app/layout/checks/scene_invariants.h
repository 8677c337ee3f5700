// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/layout/rows/row_packing.h"
#include "app/layout/scene/scene.h"

namespace quoteline::layout {

/// What every Scene promises, checked against the story it was made of; each broken promise as a sentence, for tests.
///  - Nothing that is read (labels, columns, lane names, header, axis, notes, footer) overlaps anything else that is
///  read,
///    as far as it is in view; no mark is crossed by the words of another event or by those of its own beside it; marks
///    of different events lie apart.
///  - The texts of a label lie within its rectangle and are as wide as measured; columns lie within the width of the
///  plot.
///  - visible + folded + scrolledAway = inRange, and each is what counting over all events gives.
///  - Of the events in range with a row in view, each has its marks: every one that reaches into the plot (rings and
///  the
///    dots of open sides stand in the middle of their day, members of a set have gaps between them). Marks and labels
///    stand in the event's own row, in its own lane.
///  - Bands of lanes follow each other without gap or overlap, in order; grid, weekends and the core window keep to the
///    plot; all numbers are finite.
///  - The number of primitives is bounded by the pixels: see primitiveBounds().
///
/// `packing` must be the one that the scene was built with. What Scene rounds to whole pixels may overlap by less than
/// a pixel and a half in height.
std::vector<QString> violations(const Scene& scene, const StoryView& view, const RowPacking& packing,
                                const TextMeasurer& measurer);

/// The most primitives that a scene of this size may have, whatever the story.
struct PrimitiveBounds {
    std::size_t rows = 0;    ///< rows that touch the part of the lanes in view
    std::size_t labels = 0;  ///< two events in a row are at least Sizes::itemGap apart
    std::size_t marks = 0;   ///< as labels; members of sets add at most one a pixel for each kind of mark in each row
    std::size_t columns = 0; ///< as labels
    std::size_t texts = 0;   ///< four for a label, three for a lane, and those of header and footer
};
PrimitiveBounds primitiveBounds(const Scene& scene, const TextMeasurer& measurer);

} // namespace quoteline::layout
