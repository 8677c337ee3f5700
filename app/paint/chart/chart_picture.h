// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/layout/scene/scene.h"
#include "app/paint/font_measurer.h"
#include "app/paint/theme.h"
#include <memory>

class QPainter;

namespace quoteline::ui {

/// Draws a scene, chart and all, from (0, 0) to its size. Needs no widget, only a QApplication.
void drawChart(QPainter& painter, std::shared_ptr<const layout::Scene> scene, const Theme& theme, const Fonts& fonts);

} // namespace quoteline::ui
