// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/time/edtf.h"
#include <QDate>
#include <cstdint>
#include <random>
#include <string>

namespace quoteline::test {

/// Milliseconds from 1970-01-01 to a date by QDate, which has no year 0: an oracle for the program's own arithmetic.
inline std::int64_t msOfDate(int year, int month, int day) {
    const QDate date(year <= 0 ? year - 1 : year, month, day);
    return (date.toJulianDay() - QDate(1970, 1, 1).toJulianDay()) * 86'400'000;
}

/// Makes random EDTF values over all that the program supports. The structure, the text, the level and the bounds are
/// built side by side, without the parser, the writer or the resolver.
class EdtfGenerator {
public:
    struct Date {
        model::EdtfDate value;
        std::string text;
        model::EdtfLevel level = model::EdtfLevel::Zero;
        std::int64_t start = 0; ///< as written, the offset not applied
        std::int64_t end = 0;
        bool hasOffset() const { return value.offsetForm != model::OffsetForm::None; }
        /// Of a date with an offset, the bounds in UTC.
        std::int64_t utcStart() const { return start - value.offsetMinutes * 60'000; }
        std::int64_t utcEnd() const { return end - value.offsetMinutes * 60'000; }
    };
    struct Value {
        model::Edtf value;
        std::string text;
    };

    explicit EdtfGenerator(std::uint64_t seed)
        : m_random(seed) {}

    Date date();
    Value value();
    /// A value, or a few letters of one changed, or the letters of the format in any order.
    std::string garbage();
    int number(int first, int last) { return std::uniform_int_distribution<int>(first, last)(m_random); }
    bool chance(int percent) { return number(1, 100) <= percent; }

    /// Whether an interval from `first` to `last` runs forwards in every time zone.
    static bool inOrder(const Date& first, const Date& last);
    /// Whether it runs backwards in every time zone.
    static bool reversed(const Date& first, const Date& last);

private:
    Date dateNear(const Date& other);
    Date dateOfYear(int year);
    void addUnspecifiedYear(Date& date);
    void addUnspecifiedMonth(Date& date, model::EdtfLevel level);
    void addMonth(Date& date);
    void addDay(Date& date, int day);
    void addTime(Date& date);
    void addQualifier(Date& date);
    Value interval();
    Value set();
    model::EdtfMember range(std::string& text, model::EdtfLevel& level);

    std::mt19937_64 m_random;
};

} // namespace quoteline::test
