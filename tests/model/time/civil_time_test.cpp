// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/time/civil_time.h"

#include <QDate>
#include <gtest/gtest.h>

using namespace quoteline::model;

TEST(CivilTime, EveryDayOfFourHundredYearsFollowsTheOneBeforeByTheRulesOfTheCalendar) {
    CivilDate expected{1800, 1, 1};
    const CivilDay first = dayFromDate(1800, 1, 1);
    for (CivilDay day = first; day < first + 146097; ++day) {
        ASSERT_EQ(dateFromDay(day), expected);
        ASSERT_EQ(dayFromDate(expected.year, expected.month, expected.day), day);
        if (++expected.day > daysInMonth(expected.year, expected.month)) {
            expected.day = 1;
            if (++expected.month > 12) {
                expected.month = 1;
                ++expected.year;
            }
        }
    }
    EXPECT_EQ(expected, (CivilDate{2200, 1, 1}));
}

TEST(CivilTime, DaysAndWeekdaysAgreeWithQDateOverTenThousandYears) {
    for (int year = 1; year <= 9999; year += 7) {
        for (int month = 1; month <= 12; ++month) {
            const QDate date(year, month, daysInMonth(year, month));
            ASSERT_TRUE(date.isValid()) << year << '-' << month;
            const CivilDay day = dayFromDate(year, month, date.day());
            ASSERT_EQ(day, date.toJulianDay() - QDate(1970, 1, 1).toJulianDay());
            ASSERT_EQ(static_cast<int>(weekdayOf(day)), date.dayOfWeek());
        }
    }
}

TEST(CivilTime, YearZeroAndNegativeYearsAreOrdinaryYears) {
    EXPECT_TRUE(isLeapYear(0));
    EXPECT_EQ(dayFromDate(0, 3, 1) - dayFromDate(0, 2, 28), 2);
    EXPECT_EQ(dayFromDate(0, 1, 1) - dayFromDate(-1, 12, 31), 1);
    EXPECT_EQ(dateFromDay(dayFromDate(minYear, 1, 1)), (CivilDate{minYear, 1, 1}));
}

TEST(CivilTime, AnInstantBeforeTheEpochLiesInTheDayThatBeganBeforeIt) {
    EXPECT_EQ(dayOf(-1), -1);
    EXPECT_EQ(dayOf(0), 0);
    EXPECT_EQ(dayOf(msPerDay - 1), 0);
    EXPECT_EQ(dayOf(msPerDay), 1);
}
