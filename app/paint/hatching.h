// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QRectF>

class QPainter;

namespace quoteline::ui {

/// Short strokes that lean to the right, of full opacity `alpha` in the middle of `rect` and weaker towards its ends,
/// over a width of `soft`. Where pixels are drawn one to one the middle is put together from an image that was drawn
/// once, at most half a pixel off: a wide band has hundreds of strokes.
void paintHatching(QPainter& painter, const QRectF& rect, double soft, const QColor& color, double alpha);

/// The same strokes in a disc, each from edge to edge, and the edge. Nothing is clipped: not every device can.
void paintHatchedDisc(QPainter& painter, QPointF centre, double radius, const QColor& color, double alpha);

} // namespace quoteline::ui
