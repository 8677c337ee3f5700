// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/layout/rows/row_packing.h"
#include "app/layout/scene/scene.h"

namespace quoteline::layout {

/// The picture of a story as it is seen in `state`. A pure function: equal arguments give equal scenes.
Scene buildScene(const StoryView& view, const ViewState& state, const Metrics& metrics, const TextMeasurer& measurer);

/// The same with rows that were packed before: packing must be packRows() of the same view, metrics and zoom step.
Scene buildScene(const StoryView& view, const ViewState& state, const Metrics& metrics, const TextMeasurer& measurer,
                 const RowPacking& packing);

/// What the rows of that scene depend on.
PackingKey packingKey(const StoryView& view, const ViewState& state, const Metrics& metrics,
                      const TextMeasurer& measurer);

} // namespace quoteline::layout
