// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/layout/scene/scene_builder.h"

namespace quoteline::layout {

/// The nearest state in which the event is in view: the window is moved in time as little as it has to be, the lanes
/// are scrolled so that the event's row (the strip of its lane, for one without a row of its own) is whole. The zoom
/// stays.
ViewState revealed(const ViewState& state, model::EventIndex event, const StoryView& view, const Metrics& metrics,
                   const TextMeasurer& measurer, const RowPacking& packing);

} // namespace quoteline::layout
