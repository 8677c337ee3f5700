// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/layout/legend.h"
#include "app/layout/overlay_builder.h"
#include "app/layout/scene.h"
#include "app/paint/font_measurer.h"
#include "app/paint/theme.h"

class QPainter;

/// Replays a Scene. Decides nothing: what is drawn and where stands in the Scene, with what colour in the Theme.
namespace quoteline::ui {

struct PaintStyle {
    const Theme& theme;
    const Fonts& fonts;
};

/// Everything of the scene but axes, grid, lane shades and background, which Qt Charts draws.
void paintScene(QPainter& painter, const layout::Scene& scene, const layout::Overlay& overlay, const PaintStyle& style);

/// One mark, in the colour of its lane; in the soft text colour where it has none (legends).
void paintMark(QPainter& painter, const layout::Mark& mark, const Theme& theme);

} // namespace quoteline::ui
