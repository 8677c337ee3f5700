// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/layout/overlay/callouts.h"
#include "app/paint/scene_painter.h"

namespace quoteline::ui {

/// Replays callouts, above everything else in the lanes.
void paintCallouts(QPainter& painter, const layout::Scene& scene, const std::vector<layout::Callout>& callouts,
                   const PaintStyle& style);

} // namespace quoteline::ui
