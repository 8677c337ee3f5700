// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/layout/links/links.h"
#include "app/paint/scene_painter.h"

/// Replays links: lines, arrow heads and words.
namespace quoteline::ui {

/// Lines and arrow heads, below the words of events.
void paintLinkLines(QPainter& painter, const layout::Scene& scene, const layout::Links& links, const Theme& theme);

/// The words at them, each on a ground, above everything.
void paintLinkWords(QPainter& painter, const layout::Scene& scene, const layout::Links& links, const PaintStyle& style);

/// A line of a pattern, for legends.
void paintLinkSample(QPainter& painter, const QLineF& line, layout::LinkPattern pattern, double textScale,
                     const Theme& theme);

} // namespace quoteline::ui
