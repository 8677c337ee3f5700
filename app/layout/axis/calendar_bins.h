// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/layout/axis/calendar_ticks.h"
#include "model/story/story.h"
#include <vector>

/// The units of the calendar in which events are counted. Pure functions.
namespace quoteline::layout {

/// The mean length of a step in civil ms: a year is 365.2425 days, a month the twelfth of it.
double meanLength(CalendarStep step);

/// The finest unit that three quarters of a story's events name: a bin that is finer would claim more than they say. An
/// interval is as fine as the coarser of its ends; a decade is ten years. A day for a story without events. O(events).
CalendarStep namedUnit(const model::Story& story);

/// The shortest step not finer than `finest` that is at least `least` civil ms long on average: 1, 2, 5, 10, 15, 30
/// seconds and minutes; 1, 2, 3, 6, 12 hours; 1, 2 days; a week; a month, a quarter, half a year; 1, 2, 5, 10, 20,
/// 50 ... years.
CalendarStep binStep(CalendarStep finest, double least);

/// Where the bins of `step` that touch [from, to) begin, and where the last of them ends; exact in the calendar.
std::vector<double> binEdges(CalendarStep step, double from, double to);

} // namespace quoteline::layout
