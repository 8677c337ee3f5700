// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/layout/axis/zoom_limits.h"

namespace quoteline::layout {

/// zoomedWithin() for buttons and keys, which point at nothing. About `held`, a shown event, where that is in view;
/// else about the middle of the window. Where no event would be in view then, the one nearest to the middle stays at
/// its place; that goes for short events, too, where nothing but the middle of a long bar would be left. An event that
/// is out of view already is brought into view where none is in it. O(shown events).
ZoomedWindow zoomedInSight(const TimeWindow& window, double factor, std::optional<model::EventIndex> held,
                           const StoryView& view, double plotWidth, double textScale);

} // namespace quoteline::layout
