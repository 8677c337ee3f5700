// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/export/data/export_job.h"

/// Time for formats that know a beginning and an end and nothing else.
namespace quoteline::ui {

/// When an event was, each time: one range, but for a set of several dates one for each of them.
std::vector<model::TimeRange> occasionsOf(const ExportJob& job, model::EventIndex event);

/// Whether every known end of it has a time of day. Where only one has, the whole days stand for both: a day without a
/// time does not begin at a midnight that nobody named.
bool isTimed(const model::TimeRange& range);

/// The days of a range, [first, end).
struct DayRange {
    model::CivilDay first = 0;
    model::CivilDay end = 0;
};
DayRange daysOf(const model::TimeRange& range);

/// Where a timed range ends, as written and not a minute or second later: 12:00 for "10:00 to 12:00".
model::CivilMs writtenEnd(const model::TimeRange& range);

/// Counts what of the dates of an event such a format cannot say.
void tallyDates(ExportJob& job, model::EventIndex event, const std::vector<model::TimeRange>& occasions);

} // namespace quoteline::ui
