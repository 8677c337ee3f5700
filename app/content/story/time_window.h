// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/time/civil_time.h"

namespace quoteline::layout {

/// The part of time that is in view, in civil milliseconds (model/time/civil_time.h). Doubles, so that a window of a
/// fraction of a second still moves by whole pixels; exact to better than a tenth of a millisecond over twenty thousand
/// years.
struct TimeWindow {
    double start = 0;
    double width = model::msPerDay; ///< above 0
    double end() const { return start + width; }
    bool operator==(const TimeWindow&) const = default;
};

} // namespace quoteline::layout
