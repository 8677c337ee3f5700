// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/overview/overview_brush.h"

#include "app/layout/axis/view_state.h"
#include "app/layout/shapes/time_scale.h"
#include <algorithm>

namespace quoteline::layout {

namespace {

// Pixels at text scale 1.
constexpr double handleWidth = 5;
constexpr double handleHeight = 20;
constexpr double handleReach = 9; ///< a handle is grabbed so far outside of its edge ...
constexpr double handleDepth = 4; ///< ... and so far inside
constexpr double leastInside = 8; ///< of a narrow brush that can be grabbed to move it
constexpr double leastDrawn = 6;  ///< width of a brush that was drawn by hand

/// The window from `start` (moved as far as the limits ask) to `end`, which stands still.
TimeWindow endingAt(double end, double start, const WindowLimits& limits) {
    const double latest = std::min(end - limits.least, 2 * limits.extent.end() - end);
    const double earliest = std::max(end - limits.most, 2 * limits.extent.start - end);
    const double kept = std::max(std::min(start, latest), earliest);
    return {kept, end - kept};
}

/// The window from `start`, which stands still, to `end`.
TimeWindow startingAt(double start, double end, const WindowLimits& limits) {
    const double earliest = std::max(start + limits.least, 2 * limits.extent.start - start);
    const double latest = std::min(start + limits.most, 2 * limits.extent.end() - start);
    return {start, std::min(std::max(end, earliest), latest) - start};
}

} // namespace

Brush brushFor(const OverviewScene& scene, const TimeWindow& window) {
    const double scale = scene.textScale;
    Brush brush;
    brush.rect = brushRect(scene, window);
    const double middle = brush.rect.center().x();
    const auto handleAt = [&](double x) {
        return QRectF(x - handleWidth * scale / 2, brush.rect.center().y() - handleHeight * scale / 2,
                      handleWidth * scale, handleHeight * scale);
    };
    const double half = leastInside * scale / 2;
    brush.leftHandle = handleAt(std::min(brush.rect.left(), middle - half - handleWidth * scale / 2));
    brush.rightHandle = handleAt(std::max(brush.rect.right(), middle + half + handleWidth * scale / 2));
    brush.innerLeft = std::min(brush.rect.left() + handleDepth * scale, middle - half);
    brush.innerRight = std::max(brush.rect.right() - handleDepth * scale, middle + half);
    brush.grabLeft = std::min(brush.rect.left(), middle - half) - handleReach * scale;
    brush.grabRight = std::max(brush.rect.right(), middle + half) + handleReach * scale;
    return brush;
}

BrushZone zoneAt(const Brush& brush, double x) {
    if (x < brush.grabLeft || x > brush.grabRight)
        return BrushZone::Outside;
    if (x < brush.innerLeft)
        return BrushZone::LeftHandle;
    return x > brush.innerRight ? BrushZone::RightHandle : BrushZone::Inside;
}

WindowLimits windowLimits(const OverviewScene& scene, const TimeWindow& whole, const TimeWindow& extent,
                          const TimeWindow& before) {
    const double drawn = std::max(minWindowMs, leastDrawn * scene.textScale * scene.scale.msPerPixel());
    WindowLimits limits;
    limits.most = whole.width;
    limits.least = std::min({drawn, before.width, whole.width});
    limits.extent = extent;
    return limits;
}

TimeWindow dragged(const OverviewScene& scene, const TimeWindow& before, BrushZone zone, double fromX, double toX,
                   const WindowLimits& limits) {
    const TimeScale& scale = scene.scale;
    const double drawnAt = std::clamp(toX, scene.plot.left(), scene.plot.right());
    if (zone == BrushZone::Outside) {
        const double from = scale.toMs(std::clamp(fromX, scene.plot.left(), scene.plot.right()));
        const double to = scale.toMs(drawnAt);
        return to < from ? endingAt(from, to, limits) : startingAt(from, to, limits);
    }
    if (fromX == toX)
        return before;
    if (zone == BrushZone::Inside)
        return {before.start + (toX - fromX) * scale.msPerPixel(), before.width};
    // An edge beyond the overview is drawn at its end: that is what was grabbed.
    const QRectF rect = brushRect(scene, before);
    if (zone == BrushZone::LeftHandle)
        return endingAt(before.end(), scale.toMs(std::max(rect.left() + toX - fromX, scene.plot.left())), limits);
    return startingAt(before.start, scale.toMs(std::min(rect.right() + toX - fromX, scene.plot.right())), limits);
}

TimeWindow resizedBy(const TimeWindow& window, double share, const WindowLimits& limits) {
    return startingAt(window.start, window.end() + share * window.width, limits);
}

} // namespace quoteline::layout
