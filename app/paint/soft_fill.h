// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QRectF>
#include <array>

class QPainter;

namespace quoteline::ui {

/// The same colour with another opacity, 0 to 1.
QColor withAlpha(QColor color, double alpha);

/// An opacity at a place between 0 and 1.
struct SoftStop {
    double at;
    double alpha;
};
using SoftStops = std::array<SoftStop, 4>; ///< by place, from 0 to 1

/// A rectangle whose colour grows weaker and stronger from left to right. On screens a gradient; on paper and in PDF,
/// where programs show the transparent end of a gradient opaque, layers. The opacity rises, then falls, or does one of
/// them.
void fillSoftly(QPainter& painter, const QRectF& rect, const QColor& color, const SoftStops& stops);

/// A disc whose colour grows weaker from its centre to its edge, in the same way.
void fillHalo(QPainter& painter, QPointF centre, double radius, const QColor& color, const SoftStops& stops);

} // namespace quoteline::ui
