// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/overlay/lane_drag.h"

#include <algorithm>

namespace quoteline::layout {

std::optional<LaneHit> laneHitTest(const Scene& scene, QPointF position) {
    for (std::size_t i = 0; i < scene.laneHeads.size(); ++i)
        if (scene.laneHeads[i].rect.contains(position))
            return LaneHit{i, scene.laneHeads[i].toggle.contains(position)};
    return std::nullopt;
}

std::optional<std::size_t> dropPlace(const Scene& scene, std::size_t from, double y) {
    if (scene.laneHeads.empty())
        return std::nullopt;
    // Lanes above the middle of which the pointer is stand after the one that is put down.
    std::size_t to = scene.laneHeads.front().lane;
    for (const LaneHead& head : scene.laneHeads) {
        if (head.lane == from)
            continue;
        if (y > head.rect.center().y())
            to = head.lane < from ? head.lane + 1 : head.lane;
    }
    const bool allPassed = y > scene.laneHeads.back().rect.bottom();
    return allPassed ? scene.laneHeads.back().lane : std::min(to, scene.laneHeads.back().lane);
}

std::optional<QRectF> dropLine(const Scene& scene, std::size_t from, std::size_t to) {
    if (from == to)
        return std::nullopt;
    const auto head = std::find_if(scene.laneHeads.begin(), scene.laneHeads.end(),
                                   [&](const LaneHead& candidate) { return candidate.lane == to; });
    if (head == scene.laneHeads.end())
        return std::nullopt;
    const double y = to < from ? head->rect.top() : head->rect.bottom();
    const double thickness = 2 * scene.textScale;
    return QRectF(0, y - thickness / 2, scene.frame.plot.right(), thickness);
}

} // namespace quoteline::layout
