// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/layout/axis/zoom_limits.h"

namespace quoteline::layout {

/// zoomedWithin() for buttons and keys, which point at nothing. About `held`, a shown event, where that is in the
/// window; else about the middle of the window. Where no event would be in view then, the one nearest to the middle
/// stays at its place; one that is out of view already is brought into view. O(shown events).
ZoomedWindow zoomedInSight(const TimeWindow& window, double factor, std::optional<model::EventIndex> held,
                           const StoryView& view, double plotWidth, double textScale);

} // namespace quoteline::layout
