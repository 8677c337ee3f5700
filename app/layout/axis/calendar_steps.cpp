// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/axis/calendar_steps.h"

#include "app/layout/shapes/time_scale.h"
#include <algorithm>
#include <cmath>

namespace quoteline::layout {

namespace {

using model::CivilDay;
using model::CivilMs;
using enum CalendarUnit;

constexpr CivilDay firstMonday = -3; // 1969-12-29

CivilMs floorTo(CivilMs value, CivilMs unit) {
    const CivilMs rest = value % unit;
    return rest < 0 ? value - rest - unit : value - rest;
}

} // namespace

model::CivilMs shortestLength(CalendarUnit unit) {
    switch (unit) {
    case Second:
        return model::msPerSecond;
    case Minute:
        return model::msPerMinute;
    case Hour:
        return model::msPerHour;
    case Day:
        return model::msPerDay;
    case Week:
        return 7 * model::msPerDay;
    case Month:
        return 28 * model::msPerDay;
    case Year:
        return 365 * model::msPerDay;
    }
    return 1;
}

bool divides(CalendarStep inner, CalendarStep outer) {
    if (inner.unit == outer.unit)
        return outer.count % inner.count == 0;
    if (inner.unit == Week)
        return false;
    if (outer.unit >= Day && inner.unit < Day) // a line at noon would run through the name of the day
        return false;
    return inner.unit < outer.unit;
}

double floorToStep(double ms, CalendarStep step) {
    const auto whole = static_cast<CivilMs>(std::floor(ms));
    switch (step.unit) {
    case Second:
    case Minute:
    case Hour:
    case Day:
        return static_cast<double>(floorTo(whole, shortestLength(step.unit) * step.count));
    case Week:
        return static_cast<double>(
            model::startOfDay(floorTo(model::dayOf(whole) - firstMonday, CivilMs{7} * step.count) + firstMonday));
    case Month:
    case Year:
        break;
    }
    const model::CivilDate date = model::dateFromDay(model::dayOf(whole));
    const CivilMs months =
        floorTo(CivilMs{date.year} * 12 + date.month - 1, CivilMs{step.count} * (step.unit == Year ? 12 : 1));
    const CivilMs year = floorTo(months, 12) / 12;
    return static_cast<double>(model::startOfDate(static_cast<int>(year), static_cast<int>(months - year * 12) + 1, 1));
}

double nextStep(double unitStart, CalendarStep step) {
    // A quarter more than the shortest length lies in the unit that follows, whatever the month or the year.
    if (step.unit >= Month) {
        const double length = static_cast<double>(shortestLength(step.unit)) * step.count;
        return floorToStep(unitStart + length * 1.25, step);
    }
    return unitStart + static_cast<double>(shortestLength(step.unit)) * step.count;
}

std::vector<TimeWindow> weekendsIn(const TimeScale& scale, double minDayWidth) {
    std::vector<TimeWindow> weekends;
    if (scale.pixelsPerMs() * model::msPerDay < minDayWidth)
        return weekends;
    constexpr double day = model::msPerDay;
    const TimeWindow& window = scale.window;
    for (double monday = floorToStep(window.start, {Week, 1}); monday < window.end(); monday += 7 * day) {
        const double start = std::max(monday + 5 * day, window.start);
        const double end = std::min(monday + 7 * day, window.end());
        if (start < end)
            weekends.push_back({start, end - start});
    }
    return weekends;
}

} // namespace quoteline::layout
