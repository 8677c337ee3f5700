// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/layout/scene/scene_builder.h"

namespace quoteline::layout {

/// The nearest state in which the event is in view: the window is moved in time as little as it has to be, the lanes
/// are scrolled so that the event's row (the chips of its lane, for a folded event) is whole. The zoom stays.
ViewState revealed(const ViewState& state, model::EventIndex event, const StoryView& view, const Metrics& metrics,
                   const TextMeasurer& measurer, const RowPacking& packing);

/// The window of `scene`, moved in time as far as it has to be for the event's row to have room for its label beside
/// its marks, if both find room in the window. As it is where the scene has a label of the event.
TimeWindow withLabelInView(const Scene& scene, model::EventIndex event, const StoryView& view,
                           const RowPacking& packing, const TextMeasurer& measurer);

} // namespace quoteline::layout
