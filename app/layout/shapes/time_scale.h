// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/content/story/time_window.h"

namespace quoteline::layout {

/// Linear mapping of a time window to a stretch of pixels. No clamping: instants outside the window map outside of it.
struct TimeScale {
    TimeWindow window;
    double left = 0;   ///< x of window.start
    double length = 1; ///< pixels for window.width, above 0

    double pixelsPerMs() const { return length / window.width; }
    double msPerPixel() const { return window.width / length; }
    double right() const { return left + length; }
    double toX(double ms) const { return left + (ms - window.start) * pixelsPerMs(); }
    double toMs(double x) const { return window.start + (x - left) * msPerPixel(); }
    bool operator==(const TimeScale&) const = default;
};

} // namespace quoteline::layout
