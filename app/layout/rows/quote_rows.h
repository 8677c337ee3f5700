// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/layout/rows/row_packing.h"

namespace quoteline::layout {

/// From this zoom step on, twice the whole story, words of sources stand on the timeline.
inline constexpr int firstQuoteStep = 4;

/// How high the words of a quote below a title are: two lines, and one that says whose they are.
double quoteHeight(const Sizes& sizes, const TextMeasurer& measurer);

/// Which rows of a chart get height for quotes out of `spare` pixels: one of each lane, the one with most quotes first,
/// and round again. None while an event has no title.
std::vector<std::uint8_t> quoteRows(const StoryView& view, const RowPacking& packing, double spare, double height);

} // namespace quoteline::layout
