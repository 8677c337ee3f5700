// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/time/civil_time.h"

namespace quoteline::model {

namespace {

constexpr CivilDay daysPerEra = 146097;        // 400 years
constexpr CivilDay epochFromEraStart = 719468; // 0000-03-01 to 1970-01-01

CivilDay floorDiv(CivilDay a, CivilDay b) {
    const CivilDay q = a / b;
    return (a % b != 0 && (a < 0) != (b < 0)) ? q - 1 : q;
}

} // namespace

bool isLeapYear(int year) {
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

int daysInMonth(int year, int month) {
    constexpr int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month == 2 && isLeapYear(year) ? 29 : days[month - 1];
}

// Years are counted from 1 March, so that the leap day is the last of its year and months have a linear formula.
CivilDay dayFromDate(int year, int month, int day) {
    const CivilDay y = month <= 2 ? year - 1 : year;
    const CivilDay era = floorDiv(y, 400);
    const CivilDay yearOfEra = y - era * 400;
    const CivilDay monthFromMarch = (month + 9) % 12;
    const CivilDay dayOfYear = (153 * monthFromMarch + 2) / 5 + day - 1;
    const CivilDay dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
    return era * daysPerEra + dayOfEra - epochFromEraStart;
}

CivilDate dateFromDay(CivilDay day) {
    const CivilDay shifted = day + epochFromEraStart;
    const CivilDay era = floorDiv(shifted, daysPerEra);
    const CivilDay dayOfEra = shifted - era * daysPerEra;
    const CivilDay yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146096) / 365;
    const CivilDay dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
    const CivilDay monthFromMarch = (5 * dayOfYear + 2) / 153;
    CivilDate date;
    date.day = static_cast<int>(dayOfYear - (153 * monthFromMarch + 2) / 5 + 1);
    date.month = static_cast<int>(monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9);
    date.year = static_cast<int>(yearOfEra + era * 400 + (date.month <= 2 ? 1 : 0));
    return date;
}

Weekday weekdayOf(CivilDay day) {
    const CivilDay fromMonday = (day + 3) - floorDiv(day + 3, 7) * 7; // 1970-01-01 was a Thursday
    return static_cast<Weekday>(fromMonday + 1);
}

CivilDay dayOf(CivilMs ms) {
    return floorDiv(ms, msPerDay);
}

} // namespace quoteline::model
