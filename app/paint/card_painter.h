// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/layout/scene/scene.h"
#include "app/paint/theme.h"

class QPainter;

namespace quoteline::ui {

/// The grounds of the cards of the reading view, which cover the marks that they lie on; a scheduled event has a dashed
/// edge in the colour of its lane. The words are texts of the scene.
void paintCards(QPainter& painter, const layout::Scene& scene, const Theme& theme);

} // namespace quoteline::ui
