// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/time/edtf_internal.h"

#include "model/text/utf8_text.h"

namespace quoteline::model::edtf {

namespace {

QString monthName(int month) {
    switch (month) {
    case 1:
        return translate("model", "January");
    case 2:
        return translate("model", "February");
    case 3:
        return translate("model", "March");
    case 4:
        return translate("model", "April");
    case 5:
        return translate("model", "May");
    case 6:
        return translate("model", "June");
    case 7:
        return translate("model", "July");
    case 8:
        return translate("model", "August");
    case 9:
        return translate("model", "September");
    case 10:
        return translate("model", "October");
    case 11:
        return translate("model", "November");
    default:
        return translate("model", "December");
    }
}

Qualifier qualifierOf(char c) {
    switch (c) {
    case '?':
        return Qualifier::Uncertain;
    case '~':
        return Qualifier::Approximate;
    default:
        return Qualifier::UncertainApproximate;
    }
}

Precision precisionOfYear(int unspecifiedDigits) {
    constexpr Precision precisions[] = {Precision::Year, Precision::Decade, Precision::Century, Precision::Millennium};
    return precisions[unspecifiedDigits];
}

class DateReader {
public:
    explicit DateReader(std::string_view token)
        : m_token(token) {}

    tl::expected<EdtfDate, EdtfError> read() {
        if (readParts())
            return m_date;
        return tl::make_unexpected(std::move(m_error));
    }

private:
    bool readParts();
    bool readYear();
    bool readMonth();
    bool readDay();
    bool readTime();
    bool readOffset();
    QString yearAsWritten() const;
    bool failYear();
    bool failUnexpected();

    char peek(std::size_t ahead = 0) const { return m_at + ahead < m_token.size() ? m_token[m_at + ahead] : '\0'; }
    bool atEnd() const { return m_at >= m_token.size(); }
    bool take(char c) {
        if (peek() != c)
            return false;
        ++m_at;
        return true;
    }
    /// The number that two digits make; nothing, and nothing taken, where there are no two digits.
    std::optional<int> takeTwoDigits() {
        if (!isDigit(peek()) || !isDigit(peek(1)))
            return std::nullopt;
        const int value = (peek() - '0') * 10 + (peek(1) - '0');
        m_at += 2;
        return value;
    }
    bool takeUnspecified() {
        if (peek() != 'X' || peek(1) != 'X')
            return false;
        m_at += 2;
        return true;
    }
    bool fail(std::size_t position, QString reason) {
        m_error = {EdtfError::Kind::Invalid, position, std::move(reason)};
        return false;
    }

    std::string_view m_token;
    std::size_t m_at = 0;
    EdtfDate m_date;
    EdtfError m_error;
};

bool DateReader::readParts() {
    if (!readYear())
        return false;
    if (take('-')) {
        if (!readMonth() || (take('-') && !readDay()))
            return false;
    }
    if (take('T')) {
        if (!readTime())
            return false;
    } else if (isQualifier(peek())) {
        m_date.qualifier = qualifierOf(peek());
        ++m_at;
    }
    return atEnd() || failUnexpected();
}

bool DateReader::readYear() {
    const bool negative = take('-');
    int year = 0;
    int unspecified = 0;
    for (std::size_t i = 0; i < 4; ++i) {
        const char c = peek(i);
        if (isDigit(c) && unspecified == 0)
            year = year * 10 + (c - '0');
        else if (c == 'X' && i > 0) {
            year *= 10;
            ++unspecified;
        } else
            return failYear();
    }
    if (negative && year == 0)
        return fail(0, translate("model", "there is no year -0000; the year before 0001 is 0000"));
    m_at += 4;
    m_date.year = static_cast<std::int16_t>(negative ? -year : year);
    m_date.unspecifiedYearDigits = static_cast<std::uint8_t>(unspecified);
    m_date.precision = precisionOfYear(unspecified);
    return true;
}

bool DateReader::failYear() {
    const std::size_t start = m_at;
    while (isDigit(peek()) || peek() == 'X')
        ++m_at;
    if (peek() == 'x')
        return fail(m_at, translate("model", "T, Z and X are written as capital letters"));
    if (m_at > start && peek() == 'u') // as the drafts of EDTF had it
        return fail(m_at, translate("model", "an unspecified digit is written X"));
    if (peek() == 'Y')
        return start > 0 ? fail(0, translate("model", "the minus sign of a long year stands after the Y"))
                         : fail(start, translate("model", "Y stands before a year of more than four digits"));
    if (start == 0 && peek() == '+')
        return fail(start, translate("model", "a year takes no plus sign"));
    if (m_at == start && atEnd())
        return fail(start, translate("model", "a date is missing here"));
    if (atEnd() || m_at > start)
        return fail(start, translate("model", "a year has four digits"));
    return fail(m_at, translate("model", "a date begins with a year of four digits, not with \"%1\"")
                          .arg(characterAt(m_token, m_at)));
}

QString DateReader::yearAsWritten() const {
    return QString::fromLatin1(m_token.data(), m_date.year < 0 ? 5 : 4);
}

bool DateReader::readMonth() {
    if (takeUnspecified()) {
        m_date.monthUnspecified = true;
        return true;
    }
    const std::size_t start = m_at;
    const std::optional<int> month = takeTwoDigits();
    if (!month)
        return fail(start, translate("model", "a month has two digits"));
    if (*month < 1 || *month > 12)
        return fail(start, translate("model", "there is no month %1").arg(*month, 2, 10, QLatin1Char('0')));
    if (m_date.unspecifiedYearDigits > 0)
        return fail(start, translate("model", "a month is known only where its year is"));
    m_date.month = static_cast<std::uint8_t>(*month);
    m_date.precision = Precision::Month;
    return true;
}

bool DateReader::readDay() {
    if (takeUnspecified()) {
        m_date.dayUnspecified = true;
        return true;
    }
    const std::size_t start = m_at;
    const std::optional<int> day = takeTwoDigits();
    if (!day)
        return fail(start, translate("model", "a day has two digits"));
    if (m_date.monthUnspecified)
        return fail(start, translate("model", "a day is known only where its month is"));
    if (*day < 1 || *day > 31)
        return fail(start, translate("model", "there is no day %1").arg(*day, 2, 10, QLatin1Char('0')));
    if (*day > daysInMonth(m_date.year, m_date.month)) {
        const QString number = QString::number(*day);
        if (m_date.month == 2 && *day == 29)
            return fail(
                start,
                translate("model", "there is no %1 %2 in %3").arg(number, monthName(m_date.month), yearAsWritten()));
        return fail(start, translate("model", "there is no %1 %2").arg(number, monthName(m_date.month)));
    }
    m_date.day = static_cast<std::uint8_t>(*day);
    m_date.precision = Precision::Day;
    return true;
}

bool DateReader::readTime() {
    if (m_date.precision != Precision::Day)
        return fail(m_at - 1, translate("model", "a time needs a whole date before it: year, month and day"));
    const std::size_t start = m_at;
    const std::optional<int> hour = takeTwoDigits();
    if (!hour || !take(':'))
        return fail(start, translate("model", "a time is written hh:mm or hh:mm:ss after the T"));
    if (*hour == 24)
        return fail(start, translate("model", "hours run from 00 to 23; midnight is 00:00:00 of the next day"));
    if (*hour > 23)
        return fail(start, translate("model", "hours run from 00 to 23"));
    const std::size_t minuteAt = m_at;
    const std::optional<int> minute = takeTwoDigits();
    if (!minute)
        return fail(start, translate("model", "a time is written hh:mm or hh:mm:ss after the T"));
    if (*minute > 59)
        return fail(minuteAt, translate("model", "minutes run from 00 to 59"));
    m_date.hour = static_cast<std::uint8_t>(*hour);
    m_date.minute = static_cast<std::uint8_t>(*minute);
    m_date.precision = Precision::Minute;
    if (take(':')) {
        const std::size_t secondAt = m_at;
        const std::optional<int> second = takeTwoDigits();
        if (!second)
            return fail(secondAt, translate("model", "seconds have two digits"));
        if (*second > 59)
            return fail(secondAt, translate("model", "seconds run from 00 to 59"));
        m_date.second = static_cast<std::uint8_t>(*second);
        m_date.precision = Precision::Second;
    }
    return readOffset();
}

bool DateReader::readOffset() {
    const std::size_t start = m_at;
    if (take('Z')) {
        m_date.offsetForm = OffsetForm::Zulu;
        return true;
    }
    if (peek() != '+' && peek() != '-')
        return true;
    const bool west = peek() == '-';
    ++m_at;
    const std::optional<int> hours = takeTwoDigits();
    if (!hours)
        return fail(start, translate("model", "an offset from UTC is written +hh, -hh, +hh:mm, -hh:mm or Z"));
    if (*hours > 23)
        return fail(start + 1, translate("model", "the hours of an offset run from 00 to 23"));
    int minutes = 0;
    m_date.offsetForm = OffsetForm::Hours;
    if (take(':')) {
        const std::optional<int> written = takeTwoDigits();
        if (!written)
            return fail(start, translate("model", "an offset from UTC is written +hh, -hh, +hh:mm, -hh:mm or Z"));
        if (*written > 59)
            return fail(start + 4, translate("model", "the minutes of an offset run from 00 to 59"));
        minutes = *written;
        m_date.offsetForm = OffsetForm::HoursMinutes;
    }
    const int offset = *hours * 60 + minutes;
    if (west && offset == 0)
        return fail(start, translate("model", "an offset of nothing is written Z or +00:00, without a minus sign"));
    m_date.offsetMinutes = static_cast<std::int16_t>(west ? -offset : offset);
    return true;
}

bool DateReader::failUnexpected() {
    const char c = peek();
    if (m_date.hasTime() && (c == '.' || c == ','))
        return fail(m_at, translate("model", "a time has no fractions of a second"));
    if (m_date.hasTime() && isQualifier(c))
        return fail(m_at, translate("model", "a date with a time takes no ?, ~ or %"));
    if (m_date.qualifier != Qualifier::None)
        return fail(m_at, translate("model", "nothing may follow the ?, ~ or % of a date"));
    if (c == 't' || c == 'z' || c == 'x')
        return fail(m_at, translate("model", "T, Z and X are written as capital letters"));
    if (c == 'S' && !m_date.hasTime() && m_date.precision <= Precision::Year)
        return fail(m_at, translate("model", "S stands after a year, before the number of its significant digits"));
    if (isDigit(c) && m_at <= 5)
        return fail(m_at, translate("model", "a year has four digits, and a hyphen stands before the month"));
    if (isDigit(c))
        return fail(m_at, translate("model", "there are too many digits here"));
    return fail(m_at, translate("model", "\"%1\" cannot stand here").arg(characterAt(m_token, m_at)));
}

} // namespace

QString characterAt(std::string_view text, std::size_t position) {
    std::size_t end = position + 1;
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80)
        ++end;
    QString decoded = fromUtf8({text.data() + position, end - position}); // broken: U+FFFD
    const bool readable = !decoded.isEmpty() && !decoded.contains(QChar(QChar::ReplacementCharacter)) &&
                          (decoded.at(0).isPrint() || decoded.at(0).isSurrogate());
    if (readable)
        return decoded;
    const auto byte = static_cast<unsigned char>(text[position]);
    return QStringLiteral("\\x%1").arg(byte, 2, 16, QLatin1Char('0'));
}

tl::expected<EdtfDate, EdtfError> readDate(std::string_view token) {
    return DateReader(token).read();
}

WrittenBounds writtenBounds(const EdtfDate& date) {
    constexpr int spans[] = {1, 10, 100, 1000};
    if (date.precision <= Precision::Year) {
        const int others = spans[date.unspecifiedYearDigits] - 1;
        // The digits of a year count away from year 0: -198X is -1989 to -1980.
        const int first = date.year < 0 ? date.year - others : date.year;
        return {startOfDate(first, 1, 1), startOfDate(first + others + 1, 1, 1)};
    }
    if (date.precision == Precision::Month) {
        const CivilMs start = startOfDate(date.year, date.month, 1);
        return {start, start + daysInMonth(date.year, date.month) * msPerDay};
    }
    const CivilMs day = startOfDate(date.year, date.month, date.day);
    if (date.precision == Precision::Day)
        return {day, day + msPerDay};
    const CivilMs time = day + date.hour * msPerHour + date.minute * msPerMinute + date.second * msPerSecond;
    return {time, time + (date.precision == Precision::Minute ? msPerMinute : msPerSecond)};
}

} // namespace quoteline::model::edtf
