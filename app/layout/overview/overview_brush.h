// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/layout/overview/overview_layout.h"

/// The part in view as a thing that is taken hold of in the overview. Places are device-independent pixels.
namespace quoteline::layout {

/// What lies at a place of the overview.
enum class BrushZone : std::uint8_t { Outside, LeftHandle, Inside, RightHandle };

/// The brush as it is drawn and taken hold of. The handles of a narrow brush stand beside it, so that both of them and
/// the brush itself can always be grabbed.
struct Brush {
    QRectF rect;           ///< brushRect()
    QRectF leftHandle;     ///< as drawn
    QRectF rightHandle;    ///< as drawn
    double grabLeft = 0;   ///< the left handle is grabbed from here ...
    double innerLeft = 0;  ///< ... to here, the brush from here ...
    double innerRight = 0; ///< ... to here, and the right handle from here ...
    double grabRight = 0;  ///< ... to here
    bool operator==(const Brush&) const = default;
};

Brush brushFor(const OverviewScene& scene, const TimeWindow& window);

BrushZone zoneAt(const Brush& brush, double x);

/// How narrow and wide a window may be, and where: of layout::clamped(), for windows one edge of which stands still.
struct WindowLimits {
    double least = 1;  ///< civil ms
    double most = 1;   ///< civil ms
    TimeWindow extent; ///< the middle of a window lies in it
};

/// The limits of a story that is whole in `whole`. An edge is not drawn nearer to the other than a few pixels of the
/// overview, unless the window was narrower before.
WindowLimits windowLimits(const OverviewScene& scene, const TimeWindow& whole, const TimeWindow& extent,
                          const TimeWindow& before);

/// The window after the brush was taken hold of in `zone` at `fromX` and led to `toX`: inside, it is moved with the
/// place that was grabbed; a handle moves its edge and leaves the other; outside, a new window is drawn from one place
/// to the other. `before` is the window when it was grabbed; to come back to `fromX` gives it back (outside, the least
/// window).
TimeWindow dragged(const OverviewScene& scene, const TimeWindow& before, BrushZone zone, double fromX, double toX,
                   const WindowLimits& limits);

/// `window` with its right edge moved by a share of its width, within the limits.
TimeWindow resizedBy(const TimeWindow& window, double share, const WindowLimits& limits);

} // namespace quoteline::layout
