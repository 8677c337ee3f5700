// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/axis/bin_words.h"

#include <QCoreApplication>

namespace quoteline::layout {

namespace {

struct BinText {
    Q_DECLARE_TR_FUNCTIONS(layout)
};

/// Words for bins of so many units, of which there are several.
QString wordsForMany(CalendarStep step, const QLocale& locale) {
    const QString count = locale.toString(step.count);
    switch (step.unit) {
    case CalendarUnit::Second:
        return BinText::tr("Events in %1 second(s)", nullptr, step.count).arg(count);
    case CalendarUnit::Minute:
        return BinText::tr("Events in %1 minute(s)", nullptr, step.count).arg(count);
    case CalendarUnit::Hour:
        return BinText::tr("Events in %1 hour(s)", nullptr, step.count).arg(count);
    case CalendarUnit::Day:
        return BinText::tr("Events in %1 day(s)", nullptr, step.count).arg(count);
    case CalendarUnit::Week:
        return BinText::tr("Events in %1 week(s)", nullptr, step.count).arg(count);
    case CalendarUnit::Month:
        return BinText::tr("Events in %1 month(s)", nullptr, step.count).arg(count);
    case CalendarUnit::Year:
        break;
    }
    return BinText::tr("Events in %1 year(s)", nullptr, step.count).arg(count);
}

} // namespace

QString binWords(CalendarStep step, const QLocale& locale) {
    if (step == CalendarStep{CalendarUnit::Month, 3})
        return BinText::tr("Events a quarter");
    if (step == CalendarStep{CalendarUnit::Month, 6})
        return BinText::tr("Events in half a year");
    if (step.count != 1)
        return wordsForMany(step, locale);
    switch (step.unit) {
    case CalendarUnit::Second:
        return BinText::tr("Events a second");
    case CalendarUnit::Minute:
        return BinText::tr("Events a minute");
    case CalendarUnit::Hour:
        return BinText::tr("Events an hour");
    case CalendarUnit::Day:
        return BinText::tr("Events a day");
    case CalendarUnit::Week:
        return BinText::tr("Events a week");
    case CalendarUnit::Month:
        return BinText::tr("Events a month");
    case CalendarUnit::Year:
        break;
    }
    return BinText::tr("Events a year");
}

} // namespace quoteline::layout
