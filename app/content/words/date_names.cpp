// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/content/words/date_names.h"

#include "app/content/words/display_text.h"
#include "app/content/words/translate.h"
#include <algorithm>
#include <cstdlib>

namespace quoteline::layout {

namespace {

using model::EdtfDate;
using model::OffsetForm;
using model::Precision;
using model::Qualifier;

model::CivilDate civilDate(const EdtfDate& date) {
    return {date.year, date.month, date.day};
}

/// Whether the names of dates can share their last parts: whole days or whole months, with nothing to say about any.
bool canShare(const std::vector<EdtfDate>& dates) {
    const EdtfDate& first = dates.front();
    return (first.precision == Precision::Day || first.precision == Precision::Month) &&
           std::all_of(dates.begin(), dates.end(), [&first](const EdtfDate& date) {
               return date.precision == first.precision && date.year == first.year &&
                      date.qualifier == Qualifier::None && !date.hasUnspecified();
           });
}

QString offsetName(const EdtfDate& date) {
    if (date.offsetMinutes == 0)
        return QStringLiteral("UTC");
    const int minutes = std::abs(date.offsetMinutes);
    QString name = date.offsetMinutes < 0 ? QStringLiteral("UTC\u2212") : QStringLiteral("UTC+");
    name += QString::number(minutes / 60);
    if (minutes % 60 != 0)
        name += QStringLiteral(":%1").arg(minutes % 60, 2, 10, QLatin1Char('0'));
    return name;
}

} // namespace

DateNames::DateNames(const DateContext& context)
    : m_context(context)
    , m_format(context.locale, YearForm::WithEra) {}

/// A year, or the years that its unspecified digits leave: "2026", "the 2010s", "the years 2000 to 2099".
QString DateNames::yearName(const EdtfDate& date) const {
    if (date.unspecifiedYearDigits == 0)
        return m_format.year(date.year);
    if (date.unspecifiedYearDigits == 1 && date.year >= 10)
        return translate("layout", "the %1s", "a decade").arg(m_format.year(date.year));
    constexpr int spans[] = {1, 10, 100, 1000};
    const int others = spans[date.unspecifiedYearDigits] - 1;
    const int first = date.year < 0 ? date.year - others : date.year; // digits count away from year 0
    return translate("layout", "the years %1 to %2").arg(m_format.year(first), m_format.year(first + others));
}

QString DateNames::monthName(const EdtfDate& date, SaidParts said) const {
    return isolated(said.year ? m_format.date(model::CivilDate{date.year, date.month, 1},
                                              {NameLength::None, false, NameLength::Long, true})
                              : m_format.month(date.month, NameLength::Long));
}

QString DateNames::dayName(const EdtfDate& date, SaidParts said) const {
    return isolated(m_format.date(
        civilDate(date), {NameLength::None, true, said.month ? length() : NameLength::None, said.month && said.year}));
}

SaidParts DateNames::saidAlone(const EdtfDate& date) const {
    return {true, m_context.style == DateStyle::Long || m_context.impliedYear != date.year};
}

QString DateNames::plain(const EdtfDate& date, SaidParts said) const {
    if (date.monthUnspecified)
        return (date.dayUnspecified ? translate("layout", "some day in %1", "of a year")
                                    : translate("layout", "some month in %1", "of a year"))
            .arg(yearName(date));
    if (date.dayUnspecified)
        return translate("layout", "some day in %1", "of a month").arg(monthName(date, said));
    if (date.hasTime())
        return translate("layout", "%1 on %2", "a time of day, a day").arg(time(date), dayName(date, said));
    if (date.precision == Precision::Day)
        return dayName(date, said);
    return date.precision == Precision::Month ? monthName(date, said) : yearName(date);
}

QString DateNames::qualified(const EdtfDate& date, SaidParts said) const {
    QString name = plain(date, said);
    switch (date.qualifier) {
    case Qualifier::Uncertain:
        return translate("layout", "possibly %1", "a date").arg(name);
    case Qualifier::Approximate:
        return translate("layout", "about %1", "a date").arg(name);
    case Qualifier::UncertainApproximate:
        return translate("layout", "around %1", "a date").arg(name);
    case Qualifier::None:
        break;
    }
    return name;
}

QString DateNames::withWeekday(const EdtfDate& day) const {
    return isolated(m_format.date(civilDate(day), {length(), true, length(), saidAlone(day).year}));
}

QString DateNames::timeWithoutOffset(const EdtfDate& date) const {
    return isolated(date.precision == Precision::Second ? m_format.time(date.hour, date.minute, date.second)
                                                        : m_format.time(date.hour, date.minute));
}

QString DateNames::time(const EdtfDate& date) const {
    if (date.offsetForm == OffsetForm::None)
        return timeWithoutOffset(date);
    return translate("layout", "%1 (%2)", "a time of day, its offset from UTC")
        .arg(timeWithoutOffset(date), offsetName(date));
}

QString DateNames::dayOf(const EdtfDate& date) const {
    return dayName(date, saidAlone(date));
}

QStringList DateNames::together(const std::vector<EdtfDate>& dates) const {
    const bool oneYear = std::all_of(dates.begin(), dates.end(),
                                     [&dates](const EdtfDate& date) { return date.year == dates.front().year; });
    const bool oneMonth = dates.front().precision == Precision::Day &&
                          std::all_of(dates.begin(), dates.end(),
                                      [&dates](const EdtfDate& date) { return date.month == dates.front().month; });
    const bool share = canShare(dates) && m_format.dayComesFirst();
    QStringList names;
    for (std::size_t i = 0; i < dates.size(); ++i) {
        SaidParts said{true, oneYear ? saidAlone(dates[i]).year : true};
        if (share && i + 1 < dates.size())
            said = {!oneMonth, false};
        names.append(qualified(dates[i], said));
    }
    return names;
}

QString spanOf(const QStringList& names) {
    // A dash joins single words closely and longer names with spaces.
    return (names.front().contains(u' ') ? translate("layout", "%1 – %2", "from a date to a date, more than one word")
                                         : translate("layout", "%1–%2", "from a date to a date, one word"))
        .arg(names.front(), names.back());
}

EdtfDate edtfDay(model::CivilDay day) {
    const model::CivilDate civil = model::dateFromDay(day);
    EdtfDate date;
    date.year = static_cast<std::int16_t>(civil.year);
    date.month = static_cast<std::uint8_t>(civil.month);
    date.day = static_cast<std::uint8_t>(civil.day);
    date.precision = Precision::Day;
    return date;
}

} // namespace quoteline::layout
