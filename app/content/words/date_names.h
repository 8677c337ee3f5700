// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/content/words/date_format.h"
#include "app/content/words/date_words.h"
#include <QStringList>
#include <utility>

/// Names of single dates, to be put into the sentences of date_words.
namespace quoteline::layout {

/// Which parts of a date are said; another date beside it may say the rest.
struct SaidParts {
    bool month = true;
    bool year = true;
    bool operator==(const SaidParts&) const = default;
};

/// Makes nouns of dates: "27 January 2026", "January 2026", "the 2010s", "some day in April 1985",
/// "10:00 (UTC+1) on 27 January 2026".
class DateNames {
public:
    explicit DateNames(const DateContext& context);

    /// The date without its qualifier.
    QString plain(const model::EdtfDate& date, SaidParts said) const;
    QString plain(const model::EdtfDate& date) const { return plain(date, saidAlone(date)); }
    /// With its qualifier in a word: "about June 2004", "possibly 1984".
    QString qualified(const model::EdtfDate& date, SaidParts said) const;
    QString qualified(const model::EdtfDate& date) const { return qualified(date, saidAlone(date)); }
    /// A day with its weekday: "Tuesday 27 January 2026", "Tue 27 Jan".
    QString withWeekday(const model::EdtfDate& day) const;
    /// The time of day with its offset as written: "10:00 (UTC+1)".
    QString time(const model::EdtfDate& date) const;
    QString timeWithoutOffset(const model::EdtfDate& date) const;
    /// The day of a date-time, without the time.
    QString dayOf(const model::EdtfDate& date) const;

    /// Names of dates that stand together, each without what the last one says for all: "24", "28 January 2026".
    QStringList together(const std::vector<model::EdtfDate>& dates) const;

private:
    NameLength length() const { return m_context.style == DateStyle::Short ? NameLength::Short : NameLength::Long; }
    SaidParts saidAlone(const model::EdtfDate& date) const;
    QString yearName(const model::EdtfDate& date) const;
    QString monthName(const model::EdtfDate& date, SaidParts said) const;
    QString dayName(const model::EdtfDate& date, SaidParts said) const;

    const DateContext& m_context;
    DateFormat m_format;
};

/// "24 January – 22 February 2026", "6–22 February 2026", "1964–2008": from the first name to the last, both included.
QString spanOf(const QStringList& names);

/// A day as a date.
model::EdtfDate edtfDay(model::CivilDay day);

} // namespace quoteline::layout
