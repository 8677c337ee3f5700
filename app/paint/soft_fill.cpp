// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/paint/soft_fill.h"

#include <QLinearGradient>
#include <QPaintEngine>
#include <QPainter>
#include <QPainterPath>
#include <QRadialGradient>
#include <algorithm>

namespace quoteline::ui {

namespace {

constexpr int strips = 12; // between two stops of different opacity

QColor withAlpha(QColor color, double alpha) {
    color.setAlphaF(static_cast<float>(alpha));
    return color;
}

bool hasGradients(const QPainter& painter) {
    return painter.paintEngine()->type() == QPaintEngine::Raster;
}

void setStops(QGradient& gradient, const QColor& color, const SoftStops& stops) {
    for (const SoftStop& stop : stops)
        gradient.setColorAt(std::clamp(stop.at, 0.0, 1.0), withAlpha(color, stop.alpha));
}

/// Calls `fill(from, to, alpha)` for parts of even opacity.
template <typename Fill>
void inStrips(const SoftStops& stops, Fill fill) {
    for (std::size_t i = 1; i < stops.size(); ++i) {
        const SoftStop& a = stops[i - 1];
        const SoftStop& b = stops[i];
        const int count = a.alpha == b.alpha ? 1 : strips;
        for (int n = 0; n < count && b.at > a.at; ++n) {
            const double width = (b.at - a.at) / count;
            fill(a.at + n * width, a.at + (n + 1) * width, a.alpha + (b.alpha - a.alpha) * (n + 0.5) / count);
        }
    }
}

} // namespace

void fillSoftly(QPainter& painter, const QRectF& rect, const QColor& color, const SoftStops& stops) {
    painter.setPen(Qt::NoPen);
    if (hasGradients(painter)) {
        QLinearGradient gradient(rect.topLeft(), rect.topRight());
        setStops(gradient, color, stops);
        painter.setBrush(gradient);
        painter.drawRect(rect);
        return;
    }
    inStrips(stops, [&](double from, double to, double alpha) {
        painter.fillRect(
            QRectF(rect.left() + from * rect.width(), rect.top(), (to - from) * rect.width(), rect.height()),
            withAlpha(color, alpha));
    });
}

void fillHalo(QPainter& painter, QPointF centre, double radius, const QColor& color, const SoftStops& stops) {
    painter.setPen(Qt::NoPen);
    if (hasGradients(painter)) {
        QRadialGradient gradient(centre, radius);
        setStops(gradient, color, stops);
        painter.setBrush(gradient);
        painter.drawEllipse(centre, radius, radius);
        return;
    }
    inStrips(stops, [&](double from, double to, double alpha) {
        QPainterPath ring;
        ring.addEllipse(centre, to * radius, to * radius);
        ring.addEllipse(centre, from * radius, from * radius); // odd and even: the inside is left out
        painter.fillPath(ring, withAlpha(color, alpha));
    });
}

} // namespace quoteline::ui
