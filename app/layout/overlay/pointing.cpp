// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/overlay/pointing.h"

#include <algorithm>
#include <cmath>

namespace quoteline::layout {

namespace {

double distance(const QRectF& rect, QPointF point) {
    const double dx = std::max({rect.left() - point.x(), 0.0, point.x() - rect.right()});
    const double dy = std::max({rect.top() - point.y(), 0.0, point.y() - rect.bottom()});
    return std::hypot(dx, dy);
}

} // namespace

std::optional<Hit> hitTest(const Scene& scene, QPointF point, double tolerance) {
    if (!scene.frame.lanes.contains(point))
        return std::nullopt;
    std::optional<Hit> best;
    double bestDistance = tolerance;
    const auto offer = [&](const QRectF& rect, const Hit& hit) {
        const double d = distance(rect, point);
        if (d <= bestDistance) {
            bestDistance = d;
            best = hit;
        }
    };
    for (const Mark& mark : scene.marks)
        offer(mark.rect(), {mark.event, std::nullopt, std::nullopt});
    for (const Label& label : scene.labels)
        offer(label.rect, {label.event, std::nullopt, std::nullopt});
    for (const QuoteBlock& quote : scene.quotes)
        offer(quote.rect, {quote.event, std::nullopt, std::nullopt});
    for (std::size_t i = 0; i < scene.columns.size(); ++i)
        offer(scene.columns[i].rect, {std::nullopt, i, std::nullopt});
    for (std::size_t i = 0; i < scene.edgeCounts.size(); ++i)
        offer(scene.edgeCounts[i].rect, {std::nullopt, std::nullopt, i});
    return best;
}

} // namespace quoteline::layout
