// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/time/civil_time.h"
#include <QLocale>
#include <QString>
#include <vector>

/// The parts of a date as text, in the order and with the punctuation of a language.
namespace quoteline::layout {

enum class NameLength { None, Short, Long };

/// Which parts of a date are written.
struct DateParts {
    NameLength weekday = NameLength::None;
    bool day = true;
    NameLength month = NameLength::Long;
    bool year = true;
};

enum class YearForm {
    Number,  ///< astronomical: 2026, 0, -43
    WithEra, ///< the same, and "-43 (44 BC)" for years before 1
};

/// Writes calendar dates. English is always "Tuesday 27 January 2026"; another language has the order and punctuation
/// of its long date format (CLDR, from QLocale), parts that are not wanted taken out with what joins them.
class DateFormat {
public:
    explicit DateFormat(const QLocale& locale, YearForm yearForm = YearForm::Number);

    const QLocale& locale() const { return m_locale; }
    QString date(const model::CivilDate& date, const DateParts& parts) const;
    QString date(model::CivilDay day, const DateParts& parts) const;
    /// A month by itself, "January"; `month` 1 to 12.
    QString month(int month, NameLength length) const;
    QString weekday(model::Weekday weekday, NameLength length) const;
    /// The year without grouping of digits.
    QString year(int year) const;
    /// Whether dates run from the day to the year, so that the first of two may leave out what the second says.
    bool dayComesFirst() const;
    /// 24-hour clock: "14:05", with seconds "14:05:30".
    QString time(int hour, int minute) const;
    QString time(int hour, int minute, int second) const;

private:
    enum class Field { Weekday, Day, Month, Year };
    struct Token {
        QString before; ///< what joins it to the field in front
        Field field = Field::Day;
        QString after; ///< belongs to the field: the point of "27.", the sign for "day"
        int letters = 1;
    };
    void readPattern(const QString& pattern);
    bool wants(const Token& token, const DateParts& parts) const;
    QString value(const Token& token, const model::CivilDate& date, const DateParts& parts) const;

    QLocale m_locale;
    YearForm m_yearForm;
    std::vector<Token> m_tokens;
};

} // namespace quoteline::layout
