// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/content/words/date_format.h"

#include "app/content/words/translate.h"
#include <QTime>

namespace quoteline::layout {

namespace {

QLocale::FormatType formatType(NameLength length) {
    return length == NameLength::Short ? QLocale::ShortFormat : QLocale::LongFormat;
}

bool joins(QChar c) {
    return c.isSpace() || c == u',' || c == u'،' || c == u'、';
}

} // namespace

DateFormat::DateFormat(const QLocale& locale, YearForm yearForm)
    : m_locale(locale)
    , m_yearForm(yearForm) {
    m_locale.setNumberOptions(QLocale::OmitGroupSeparator);
    const bool english = locale.language() == QLocale::English || locale.language() == QLocale::C;
    readPattern(english ? QStringLiteral("dddd d MMMM yyyy") : locale.dateFormat(QLocale::LongFormat));
    if (m_tokens.size() != 4) { // a language whose format lacks a part, or names one twice
        m_tokens.clear();
        readPattern(QStringLiteral("dddd d MMMM yyyy"));
    }
}

// The pattern language is that of QLocale::dateFormat(): runs of d, M and y, other letters in quotes.
void DateFormat::readPattern(const QString& pattern) {
    QString between;
    bool quoted = false;
    for (qsizetype i = 0; i < pattern.size();) {
        const QChar c = pattern.at(i);
        if (c == u'\'') {
            quoted = !quoted;
            ++i;
            continue;
        }
        if (quoted || (c != u'd' && c != u'M' && c != u'y')) {
            between += c;
            ++i;
            continue;
        }
        int letters = 0;
        while (i < pattern.size() && pattern.at(i) == c) {
            ++letters;
            ++i;
        }
        const Field field = c == u'y'     ? Field::Year
                            : c == u'M'   ? Field::Month
                            : letters > 2 ? Field::Weekday
                                          : Field::Day;
        qsizetype own = 0; // what follows a field without a space is the field's own
        while (!m_tokens.empty() && own < between.size() && !joins(between.at(own)))
            ++own;
        if (!m_tokens.empty())
            m_tokens.back().after = between.left(own);
        m_tokens.push_back({between.mid(own), field, {}, letters});
        between.clear();
    }
    if (!m_tokens.empty() && !between.isEmpty() && !joins(between.front()))
        m_tokens.back().after = between;
}

bool DateFormat::wants(const Token& token, const DateParts& parts) const {
    switch (token.field) {
    case Field::Weekday:
        return parts.weekday != NameLength::None;
    case Field::Day:
        return parts.day;
    case Field::Month:
        return parts.month != NameLength::None;
    case Field::Year:
        return parts.year;
    }
    return false;
}

QString DateFormat::value(const Token& token, const model::CivilDate& date, const DateParts& parts) const {
    switch (token.field) {
    case Field::Weekday:
        return weekday(model::weekdayOf(model::dayFromDate(date.year, date.month, date.day)), parts.weekday);
    case Field::Day:
        return m_locale.toString(date.day);
    case Field::Month:
        if (token.letters < 3)
            return m_locale.toString(date.month);
        return parts.day ? m_locale.monthName(date.month, formatType(parts.month)) : month(date.month, parts.month);
    case Field::Year:
        return year(date.year);
    }
    return {};
}

QString DateFormat::date(const model::CivilDate& date, const DateParts& parts) const {
    QString text;
    for (const Token& token : m_tokens) {
        if (!wants(token, parts))
            continue;
        if (!text.isEmpty())
            text += token.before.isEmpty() && token.field == Field::Weekday ? QStringLiteral(" ") : token.before;
        text += value(token, date, parts) + token.after;
    }
    return text;
}

QString DateFormat::date(model::CivilDay day, const DateParts& parts) const {
    return date(model::dateFromDay(day), parts);
}

QString DateFormat::month(int month, NameLength length) const {
    return m_locale.standaloneMonthName(month, formatType(length));
}

QString DateFormat::weekday(model::Weekday weekday, NameLength length) const {
    return m_locale.dayName(static_cast<int>(weekday), formatType(length));
}

QString DateFormat::year(int year) const {
    if (year > 0 || m_yearForm == YearForm::Number)
        return m_locale.toString(year);
    return translate("layout", "%1 (%2 BC)", "a year before 1, astronomical and in the era")
        .arg(m_locale.toString(year), m_locale.toString(1 - year));
}

bool DateFormat::dayComesFirst() const {
    std::vector<Field> order;
    for (const Token& token : m_tokens) {
        if (token.field != Field::Weekday)
            order.push_back(token.field);
    }
    return order == std::vector{Field::Day, Field::Month, Field::Year};
}

QString DateFormat::time(int hour, int minute) const {
    return m_locale.toString(QTime(hour, minute), QStringLiteral("HH:mm"));
}

QString DateFormat::time(int hour, int minute, int second) const {
    return m_locale.toString(QTime(hour, minute, second), QStringLiteral("HH:mm:ss"));
}

} // namespace quoteline::layout
