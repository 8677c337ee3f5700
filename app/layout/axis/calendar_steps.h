// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/layout/axis/calendar_ticks.h"
#include <array>

/// The steps that an axis may have, and how they lie in one another.
namespace quoteline::layout {

inline constexpr std::array calendarSteps = [] {
    using enum CalendarUnit;
    return std::array{
        CalendarStep{Second, 1},   CalendarStep{Second, 5},   CalendarStep{Second, 15},  CalendarStep{Second, 30},
        CalendarStep{Minute, 1},   CalendarStep{Minute, 5},   CalendarStep{Minute, 15},  CalendarStep{Minute, 30},
        CalendarStep{Hour, 1},     CalendarStep{Hour, 3},     CalendarStep{Hour, 6},     CalendarStep{Hour, 12},
        CalendarStep{Day, 1},      CalendarStep{Week, 1},     CalendarStep{Month, 1},    CalendarStep{Month, 3},
        CalendarStep{Year, 1},     CalendarStep{Year, 2},     CalendarStep{Year, 5},     CalendarStep{Year, 10},
        CalendarStep{Year, 20},    CalendarStep{Year, 50},    CalendarStep{Year, 100},   CalendarStep{Year, 200},
        CalendarStep{Year, 500},   CalendarStep{Year, 1000},  CalendarStep{Year, 2000},  CalendarStep{Year, 5000},
        CalendarStep{Year, 10000}, CalendarStep{Year, 20000}, CalendarStep{Year, 50000},
    };
}();

/// Milliseconds of the shortest unit of its kind: a February, a year without a leap day.
model::CivilMs shortestLength(CalendarUnit unit);

/// Whether every boundary of `outer` is one of `inner`, and a reader sees how the one divides the other.
bool divides(CalendarStep inner, CalendarStep outer);

} // namespace quoteline::layout
