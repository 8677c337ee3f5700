// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPainterPath>
#include <QPointF>
#include <QRectF>
#include <cmath>

namespace quoteline::ui {

// Files have no words for numbers that are infinite or none.

inline bool isFinite(QPointF at) {
    return std::isfinite(at.x()) && std::isfinite(at.y());
}

inline bool isFinite(const QRectF& rect) {
    return isFinite(rect.topLeft()) && std::isfinite(rect.width()) && std::isfinite(rect.height());
}

inline bool isFinite(const QPainterPath& path) {
    for (int i = 0; i < path.elementCount(); ++i)
        if (!isFinite(QPointF(path.elementAt(i))))
            return false;
    return true;
}

} // namespace quoteline::ui
