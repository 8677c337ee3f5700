// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/layout/rows/row_packing.h"
#include "app/layout/scene/scene.h"
#include <vector>

namespace quoteline::layout {

/// Vertical places of the rows of a chart, in pixels from the top of the first lane, unscrolled.
struct LaneLayout {
    std::vector<double> rowTops; ///< one more than there are rows: the last is the height of all
    std::vector<double> quotes;  ///< of each row, the height at its foot that is for quotes
    double height() const { return rowTops.back(); }
    double rowTop(std::size_t row) const { return rowTops[row]; }
    /// Of its titles and marks; quotes stand below them.
    double rowCentre(std::size_t row) const {
        return (rowTops[row] + rowTops[row + 1] - (row < quotes.size() ? quotes[row] : 0)) / 2;
    }
};

/// Rows as high as their text needs, stretched evenly (up to Sizes::rowStretch each) where the lanes leave space.
LaneLayout layOutRows(const RowPacking& packing, double available, const Sizes& sizes, const TextMeasurer& measurer);

/// Adds the bands and names of the lanes, cut to the part in view; `heads` adds what collapses and moves them, and the
/// numbers of their events.
void addLanes(Scene& scene, const StoryView& view, const RowPacking& packing, const LaneLayout& rows, bool heads,
              const TextMeasurer& measurer);

} // namespace quoteline::layout
