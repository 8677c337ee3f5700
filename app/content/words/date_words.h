// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/story/story.h"
#include "model/time/edtf.h"
#include "model/time/time_range.h"
#include <QLocale>
#include <QString>

/// Dates in words, as people say them. Names of months and days come from the story's language, never from the machine.
namespace quoteline::layout {

enum class DateStyle {
    Short, ///< beside a mark: "Tue 27 Jan", "24 or 25 Jan", "on or before 27 Jan", "around 27 Jan, undated"; the year
           ///< only when it is not `impliedYear`
    Long,  ///< in the panel: "Tuesday 27 January 2026", "24 or 25 January 2026", "around 27 January 2026; the source
           ///< gives no date"
};

struct DateContext {
    QLocale locale;
    DateStyle style = DateStyle::Long;
    std::optional<int> impliedYear; ///< left out in the short style
    bool scheduled = false;         ///< adds ", scheduled"
};

/// The locale of a story: its BCP 47 language, English for one that Qt does not know. The C locale never.
QLocale localeOf(const model::Story& story);

/// Names of months in a script from right to left are isolated: see isolated().
QString dateInWords(const model::Edtf& when, const DateContext& context);
/// The words for an event, scheduled or not, as they are written into data.
QString dateInWords(const model::Story& story, model::EventIndex event, DateStyle style);

/// "24 January – 22 February 2026": a stretch of civil time [start, end) in whole days, or with times of day when it is
/// shorter than two days.
QString rangeInWords(double start, double end, const QLocale& locale);

/// The year of all events when they lie in one year (or most of the extent does), to be left out beside marks.
std::optional<int> impliedYear(const model::Story& story);

} // namespace quoteline::layout
