// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/layout/scene/scene_builder.h"
#include <memory>
#include <stop_token>

/// Paper cannot be scrolled: the lanes of a story go on from one page to the next.
namespace quoteline::layout {

/// The scenes of a story whose rows do not fit into one scene of `metrics`: each shows the rows that follow those of
/// the one before, whole ones, and is no higher than it has to be. One scene, of just the size of `metrics`, where
/// everything fits. A row that is higher than a page stands on one of its own, cut. Those so far where it was
/// stopped.
std::vector<std::shared_ptr<const Scene>> scenePages(const StoryView& view, const ViewState& state,
                                                     const Metrics& metrics, const TextMeasurer& measurer,
                                                     const std::stop_token& stop = {});

/// One scene, as high as its rows need, and at least as high as `metrics` says.
Scene wholeScene(const StoryView& view, const ViewState& state, Metrics metrics, const TextMeasurer& measurer);

} // namespace quoteline::layout
