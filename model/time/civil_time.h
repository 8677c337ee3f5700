// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

/// Calendar arithmetic in the proleptic Gregorian calendar (ISO 8601-1:2019, 4.2.1), year 0 included.
/// Pure functions; nothing here knows a time zone.
namespace quoteline::model {

/// Milliseconds since 1970-01-01T00:00:00 on a wall clock without an offset.
/// Throughout the program that clock is the one of the story's time zone: a date without a time is the day as written.
using CivilMs = std::int64_t;

/// Whole days since 1970-01-01.
using CivilDay = std::int64_t;

inline constexpr CivilMs msPerSecond = 1000;
inline constexpr CivilMs msPerMinute = 60 * msPerSecond;
inline constexpr CivilMs msPerHour = 60 * msPerMinute;
inline constexpr CivilMs msPerDay = 24 * msPerHour;

/// The years that a four-digit EDTF date can name.
inline constexpr int minYear = -9999;
inline constexpr int maxYear = 9999;

struct CivilDate {
    int year = 1970;
    int month = 1; ///< 1 to 12
    int day = 1;   ///< 1 to daysInMonth(year, month)
    bool operator==(const CivilDate&) const = default;
};

/// Monday is 1 and Sunday 7, as in ISO 8601.
enum class Weekday : std::uint8_t { Monday = 1, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday };

bool isLeapYear(int year);
/// `month` 1 to 12.
int daysInMonth(int year, int month);
/// Any date of the calendar; `month` 1 to 12, `day` may run over the month's end in either direction.
CivilDay dayFromDate(int year, int month, int day);
CivilDate dateFromDay(CivilDay day);
Weekday weekdayOf(CivilDay day);
/// The day in which the instant lies; rounds towards the past.
CivilDay dayOf(CivilMs ms);
inline CivilMs startOfDay(CivilDay day) {
    return day * msPerDay;
}
inline CivilMs startOfDate(int year, int month, int day) {
    return startOfDay(dayFromDate(year, month, day));
}

} // namespace quoteline::model
