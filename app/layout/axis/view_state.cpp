// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/axis/view_state.h"

#include "app/layout/shapes/metrics.h"
#include <algorithm>
#include <cmath>

namespace quoteline::layout {

TimeWindow wholeStory(const StoryView& view, double plotWidth, double textScale) {
    TimeWindow extent = view.extent();
    extent.width = std::max(extent.width, minWindowMs);
    if (view.events().empty())
        return extent;
    if (view.allAtOnce())
        return {extent.start - extent.width, 3 * extent.width};
    const double need = Sizes(textScale).dotRadius * 2;
    const double perMs = plotWidth / extent.width;
    const double left = std::max(0.0, need - view.firstWidth() * perMs / 2);
    const double right = std::max(0.0, need - view.lastWidth() * perMs / 2);
    const double inner = std::max(1.0, plotWidth - left - right);
    const double msPerPixel = extent.width / inner;
    return {extent.start - left * msPerPixel, extent.width + (left + right) * msPerPixel};
}

TimeWindow clamped(TimeWindow window, const StoryView& view, double plotWidth, double textScale) {
    const TimeWindow whole = wholeStory(view, plotWidth, textScale);
    const double middle = window.start + window.width / 2;
    const double wanted = std::isfinite(window.width) ? window.width : whole.width;
    const double width = std::clamp(wanted, std::min(minWindowMs, whole.width), whole.width);
    const TimeWindow extent = view.extent();
    const double kept = std::clamp(std::isfinite(middle) ? middle : extent.start, extent.start, extent.end());
    return kept == middle && width == window.width ? window : TimeWindow{kept - width / 2, width};
}

TimeWindow zoomed(TimeWindow window, double factor, double anchor) {
    const double width = window.width / factor;
    return {anchor - (anchor - window.start) / factor, width};
}

TimeWindow panned(TimeWindow window, double share) {
    return {window.start + window.width * share, window.width};
}

TimeWindow revealing(TimeWindow window, double start, double end) {
    const double air = window.width * 0.06;
    if (start >= window.start && start < window.end() && end <= window.end())
        return window; // even at its edge: the whole story stays whole
    const bool outOfView = end <= window.start || start >= window.end();
    if (outOfView || end - start > window.width - 2 * air)
        return {(start + end) / 2 - window.width / 2, window.width};
    const double shift = start < window.start + air ? start - window.start - air : end - window.end() + air;
    return {window.start + shift, window.width};
}

ZoomStep zoomStepOf(const TimeWindow& window, const StoryView& view, double plotWidth, double textScale) {
    ZoomStep step;
    step.domain = wholeStory(view, plotWidth, textScale);
    const double zoom = step.domain.width / window.width;
    step.index = std::max(0, static_cast<int>(std::floor(std::log2(zoom) * zoomStepsPerDoubling + 1e-9)));
    step.pixelsPerMs = plotWidth / step.domain.width * std::exp2(step.index / zoomStepsPerDoubling);
    return step;
}

} // namespace quoteline::layout
