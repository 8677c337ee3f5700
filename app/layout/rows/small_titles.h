// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/layout/rows/packing_aids.h"
#include "app/layout/rows/strip_packer.h"
#include <span>

/// The titles of a lane that has no row for any: small, in its strip, where no mark stands.
namespace quoteline::layout {

/// Gives those events of a lane that stand in `strip` a small title beside their mark, by priority, where that covers
/// no mark, column or other title at the smallest scale of a zoom step: its side and Placement::available. One that
/// finds no room for all of it is shortened to no less than half or 130 pixels at text scale 1. Whether any has one is
/// returned. O(n log n).
bool placeSmallTitles(const StoryView& view, std::size_t lane, const LaneStrip& strip, const TimeScale& scale,
                      const Sizes& sizes, const TextMeasurer& measurer, PackingAids& aids,
                      std::vector<Placement>& placements);

} // namespace quoteline::layout
