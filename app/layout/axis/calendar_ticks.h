// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/layout/shapes/text_measurer.h"
#include "app/layout/shapes/time_scale.h"
#include <QLocale>
#include <QString>
#include <vector>

/// The one tick generator: axis labels, grid lines, the overview's ticks and those of exported pictures come from here.
namespace quoteline::layout {

/// A label of the axis. It names the unit of time that begins at `from` and ends at `to` (a day, a month, a minute);
/// `x` is where its centre is drawn: the middle of the unit (for units that are longer than a moment) or the instant
/// itself (for times of day), for context labels the middle of the part in view. A label of weeks, of three months or
/// of ten years names the Monday, the first month, the first year. A text that stands in its row already is made unique
/// by zero-width characters (U+200B) at its end, which `width` does not count.
struct AxisLabel {
    double from = 0; ///< civil ms
    double to = 0;   ///< civil ms
    double x = 0;
    double width = 0; ///< measured
    QString text;
    bool operator==(const AxisLabel&) const = default;
};

enum class CalendarUnit { Second, Minute, Hour, Day, Week, Month, Year };

struct CalendarStep {
    CalendarUnit unit = CalendarUnit::Day;
    int count = 1; ///< every count-th unit
    bool operator==(const CalendarStep&) const = default;
};

struct CalendarTicks {
    CalendarStep gridStep;
    CalendarStep fineStep;
    std::vector<double> grid;    ///< civil ms of the grid lines in view, ascending
    std::vector<AxisLabel> fine; ///< upper row; at most maxAxisLabels; never overlapping, never beyond the edges
    std::vector<AxisLabel>
        context; ///< lower row, sticky: the unit is named as long as its name fits in the part in view
    bool operator==(const CalendarTicks&) const = default;
};

/// Qt Charts lays out each label as a document: the time of a frame grows with their number.
inline constexpr int maxAxisLabels = 15;
/// Least distance between grid lines, in pixels.
inline constexpr double minGridSpacing = 14;

/// Ticks for a window of anything from some milliseconds to twenty thousand years. Steps are those of the calendar:
/// 1, 5, 15, 30 seconds and minutes; 1, 3, 6, 12 hours; days; weeks from Monday; 1, 3 months; 1, 2, 5, 10, 20, 50 ...
/// years. Texts come from `locale`; labels keep `minGap` pixels between them. The step depends on the zoom, not on
/// where the window stands; hours are named only where a whole day has room for its long name below. In a window too
/// narrow for a label of its step, one label of a finer step stands near the middle. Under days and longer units no
/// grid line is finer than a day.
CalendarTicks calendarTicks(const TimeScale& scale, const QLocale& locale, const TextMeasurer& measurer,
                            double minGap = 12);

/// The start of the unit of `step` that holds `ms` (a week begins on Monday, a step of 5 years with a year divisible by
/// 5).
double floorToStep(double ms, CalendarStep step);
/// The start of the next unit after the one that begins at `unitStart`.
double nextStep(double unitStart, CalendarStep step);

/// Saturdays and Sundays in the window, cut at its edges, one stretch for each weekend. Empty when a day is
/// narrower than `minDayWidth` pixels.
std::vector<TimeWindow> weekendsIn(const TimeScale& scale, double minDayWidth = 4);

} // namespace quoteline::layout
