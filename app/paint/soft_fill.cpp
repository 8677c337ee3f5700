// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/paint/soft_fill.h"

#include <QLinearGradient>
#include <QPaintEngine>
#include <QPainter>
#include <QPainterPath>
#include <QRadialGradient>
#include <algorithm>
#include <cmath>
#include <utility>

namespace quoteline::ui {

namespace {

constexpr double layerAlpha = 1.0 / 32; // too little to be seen as a step, enough to keep the hue in 8 bits

bool hasGradients(const QPainter& painter) {
    return painter.paintEngine()->type() == QPaintEngine::Raster;
}

void setStops(QGradient& gradient, const QColor& color, const SoftStops& stops) {
    for (const SoftStop& stop : stops)
        gradient.setColorAt(std::clamp(stop.at, 0.0, 1.0), withAlpha(color, stop.alpha));
}

/// Where the opacity is `level` or more; it rises and then falls.
std::pair<double, double> stretchOf(const SoftStops& stops, double level) {
    const auto crossing = [level](const SoftStop& less, const SoftStop& more) {
        return less.at + (more.at - less.at) * (level - less.alpha) / (more.alpha - less.alpha);
    };
    const auto reaches = [level](const SoftStop& stop) { return stop.alpha >= level; };
    const auto first = std::find_if(stops.begin(), stops.end(), reaches);
    const auto last = std::find_if(stops.rbegin(), stops.rend(), reaches);
    return {first == stops.begin() ? first->at : crossing(*(first - 1), *first),
            last == stops.rbegin() ? last->at : crossing(*(last - 1), *last)};
}

/// Calls `fill(from, to, alpha)` for parts of even opacity, each on that before it and within it: parts that lay side
/// by side would overlap or leave a gap where they meet between two pixels of what shows them.
template <typename Fill>
void inLayers(const SoftStops& stops, Fill fill) {
    double most = 0;
    for (const SoftStop& stop : stops)
        most = std::max(most, stop.alpha);
    const int layers = std::max(4, static_cast<int>(std::ceil(most / layerAlpha)));
    double reached = 0;
    for (int n = 0; n < layers && most > 0; ++n) {
        const double next = most * (n + 1) / layers;
        // In the steps that a PDF has; what is lost by that in one layer is made up for in the next.
        const double alpha = std::round(255 * (next - reached) / (1 - reached)) / 255;
        const auto [from, to] = stretchOf(stops, most * (n + 0.5) / layers);
        if (alpha <= 0 || to <= from)
            continue;
        reached += alpha * (1 - reached);
        fill(from, to, alpha);
    }
}

} // namespace

QColor withAlpha(QColor color, double alpha) {
    color.setAlphaF(static_cast<float>(alpha));
    return color;
}

void fillSoftly(QPainter& painter, const QRectF& rect, const QColor& color, const SoftStops& stops) {
    painter.setPen(Qt::NoPen);
    if (hasGradients(painter)) {
        QLinearGradient gradient(rect.topLeft(), rect.topRight());
        setStops(gradient, color, stops);
        painter.setBrush(gradient);
        painter.drawRect(rect);
        return;
    }
    inLayers(stops, [&](double from, double to, double alpha) {
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
    inLayers(stops, [&](double from, double to, double alpha) {
        QPainterPath ring;
        ring.addEllipse(centre, to * radius, to * radius);
        if (from > 0)
            ring.addEllipse(centre, from * radius, from * radius); // odd and even: the inside is left out
        painter.fillPath(ring, withAlpha(color, alpha));
    });
}

} // namespace quoteline::ui
