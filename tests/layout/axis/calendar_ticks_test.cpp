// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/axis/calendar_ticks.h"
#include "app/layout/shapes/time_scale.h"

#include "tests/support/fixed_measurer.h"
#include <QSet>
#include <QStringList>
#include <QTime>
#include <cmath>
#include <gtest/gtest.h>
#include <random>

using namespace quoteline;
using namespace quoteline::layout;
using quoteline::test::FixedMeasurer;

namespace {

const QLocale english(QLocale::English);

double day(int year, int month, int dayOfMonth) {
    return static_cast<double>(model::startOfDate(year, month, dayOfMonth));
}

TimeScale scaleOf(double start, double end, double length, double left = 40) {
    return {{start, end - start}, left, length};
}

TimeScale storyScale(double length) {
    return scaleOf(day(2026, 1, 24), day(2026, 2, 23), length);
}

CalendarTicks ticksOf(const TimeScale& scale, double textScale = 1) {
    return calendarTicks(scale, english, FixedMeasurer(textScale));
}

QStringList texts(const std::vector<AxisLabel>& row) {
    QStringList list;
    for (const AxisLabel& label : row)
        list.append(QString(label.text).remove(QChar(0x200b)));
    return list;
}

std::string joined(const std::vector<AxisLabel>& row) {
    return texts(row).join(QStringLiteral(" | ")).toStdString();
}

/// Whether a unit begins at `ms`, by the fields of the date alone.
bool isBoundary(double ms, CalendarStep step) {
    const auto whole = static_cast<model::CivilMs>(ms);
    if (static_cast<double>(whole) != ms || whole % 1000 != 0)
        return false;
    const model::CivilDay d = model::dayOf(whole);
    const int second = static_cast<int>((whole - model::startOfDay(d)) / 1000);
    const model::CivilDate date = model::dateFromDay(d);
    switch (step.unit) {
    case CalendarUnit::Second:
        return second % 60 % step.count == 0;
    case CalendarUnit::Minute:
        return second % 60 == 0 && second / 60 % 60 % step.count == 0;
    case CalendarUnit::Hour:
        return second % 3600 == 0 && second / 3600 % step.count == 0;
    case CalendarUnit::Day:
        return second == 0;
    case CalendarUnit::Week:
        return second == 0 && model::weekdayOf(d) == model::Weekday::Monday;
    case CalendarUnit::Month:
        return second == 0 && date.day == 1 && (date.month - 1) % step.count == 0;
    case CalendarUnit::Year:
        return second == 0 && date.day == 1 && date.month == 1 && date.year % step.count == 0;
    }
    return false;
}

void expectRow(const std::vector<AxisLabel>& row, const TimeScale& scale, FontRole role, const FixedMeasurer& measurer,
               double minGap, double slack) {
    QSet<QString> keys;
    for (std::size_t i = 0; i < row.size(); ++i) {
        const AxisLabel& label = row[i];
        ASSERT_FALSE(label.text.isEmpty());
        ASSERT_FALSE(keys.contains(label.text)) << "key twice: " << label.text.toStdString();
        keys.insert(label.text);
        ASSERT_DOUBLE_EQ(label.width, measurer.width(QString(label.text).remove(QChar(0x200b)), role));
        ASSERT_LT(label.from, label.to);
        ASSERT_GE(label.x - label.width / 2, scale.left - slack - 1e-6);
        ASSERT_LE(label.x + label.width / 2, scale.right() + slack + 1e-6);
        if (i == 0)
            continue;
        ASSERT_GT(label.from, row[i - 1].from);
        const double gap = label.x - label.width / 2 - (row[i - 1].x + row[i - 1].width / 2);
        ASSERT_GE(gap, minGap - 1e-6) << row[i - 1].text.toStdString() << " and " << label.text.toStdString();
    }
}

void expectInvariants(const CalendarTicks& ticks, const TimeScale& scale, const FixedMeasurer& measurer,
                      double minGap) {
    ASSERT_LE(ticks.fine.size(), static_cast<std::size_t>(maxAxisLabels));
    ASSERT_LE(ticks.context.size(), static_cast<std::size_t>(maxAxisLabels));
    expectRow(ticks.fine, scale, FontRole::AxisFine, measurer, minGap, 4);
    expectRow(ticks.context, scale, FontRole::AxisContext, measurer, minGap, 0);
    for (const AxisLabel& label : ticks.fine) {
        ASSERT_TRUE(isBoundary(label.from, ticks.fineStep));
        const bool instant = ticks.fineStep.unit <= CalendarUnit::Hour;
        ASSERT_NEAR(label.x, scale.toX(instant ? label.from : (label.from + label.to) / 2), 1e-6);
    }
    for (std::size_t i = 0; i < ticks.grid.size(); ++i) {
        ASSERT_TRUE(isBoundary(ticks.grid[i], ticks.gridStep));
        ASSERT_GE(ticks.grid[i], scale.window.start);
        ASSERT_LE(ticks.grid[i], scale.window.end());
        if (i > 0) {
            ASSERT_GE(scale.toX(ticks.grid[i]) - scale.toX(ticks.grid[i - 1]), minGridSpacing - 1e-6);
        }
    }
}

struct RandomWindows {
    std::mt19937_64 engine;
    explicit RandomWindows(unsigned seed)
        : engine(seed) {}
    double between(double a, double b) { return std::uniform_real_distribution(a, b)(engine); }
    /// From 50 ms to 20,000 years, every order of magnitude as likely as the next.
    TimeScale next() {
        const double least = 50;
        const double most = 20000.0 * 365.2425 * model::msPerDay;
        const double width = least * std::pow(most / least, between(0, 1));
        const double middle = between(day(-9999, 1, 1), day(9999, 12, 31));
        return {{middle - width / 2, width}, between(0, 300), between(200, 4000)};
    }
};

} // namespace

TEST(CalendarTicks, TheStorysWeeksAreNamedByTheirMondaysOverADailyGrid) {
    for (const double length : {745.0, 1255.0}) {
        const TimeScale scale = storyScale(length);
        const CalendarTicks ticks = ticksOf(scale);
        EXPECT_EQ(ticks.fineStep, (CalendarStep{CalendarUnit::Week, 1}));
        EXPECT_EQ(joined(ticks.fine), "Mon 26 Jan | Mon 2 Feb | Mon 9 Feb | Mon 16 Feb");
        EXPECT_EQ(ticks.gridStep, (CalendarStep{CalendarUnit::Day, 1}));
        EXPECT_EQ(ticks.grid.size(), 31U);
        EXPECT_EQ(joined(ticks.context), "January 2026 | February 2026");
        EXPECT_NEAR(ticks.fine.front().x, 40 + 2.5 * length / 30, 1e-9);
        EXPECT_NEAR(ticks.context.front().x, 40 + 4 * length / 30, 1e-9);
    }
}

TEST(CalendarTicks, DaysAreNamedOneByOneWhereThereIsRoom) {
    const CalendarTicks ticks = ticksOf(scaleOf(day(2026, 1, 26), day(2026, 2, 2), 700));
    EXPECT_EQ(joined(ticks.fine),
              "Mon 26 Jan | Tue 27 Jan | Wed 28 Jan | Thu 29 Jan | Fri 30 Jan | Sat 31 Jan | Sun 1 Feb");
    EXPECT_EQ(joined(ticks.context), "January 2026 | February 2026");
    EXPECT_EQ(ticks.gridStep, (CalendarStep{CalendarUnit::Day, 1}));
}

TEST(CalendarTicks, HoursAreNamedOnlyWhereEachDayHasRoomForItsName) {
    const auto unit = [](double dayWidth) {
        return ticksOf(scaleOf(day(2026, 1, 26), day(2026, 1, 29), 3 * dayWidth)).fineStep.unit;
    };
    const double longest = FixedMeasurer().width(u"Wednesday 30 September 2026", FontRole::AxisContext) + 12;
    EXPECT_EQ(unit(longest - 1), CalendarUnit::Day);
    EXPECT_EQ(unit(longest + 1), CalendarUnit::Hour);
}

TEST(CalendarTicks, TimesOfDayStandOnTheirInstants) {
    const double noon = day(2026, 1, 27) + 12.0 * model::msPerHour;
    const CalendarTicks ticks = ticksOf(scaleOf(noon - 0.5 * model::msPerHour, noon + 6.5 * model::msPerHour, 700));
    EXPECT_EQ(joined(ticks.fine),
              "12:00 | 12:30 | 13:00 | 13:30 | 14:00 | 14:30 | 15:00 | 15:30 | 16:00 | 16:30 | 17:00 | 17:30 | 18:00");
    EXPECT_EQ(joined(ticks.context), "Tuesday 27 January 2026");
    EXPECT_NEAR(ticks.fine.front().x, 90, 1e-9);
    EXPECT_EQ(ticks.gridStep, (CalendarStep{CalendarUnit::Minute, 15}));
}

TEST(CalendarTicks, ADayNameThatDoesNotFitGetsShorterAndIsThenLeftOut) {
    const double midnight = day(2026, 1, 28);
    const double hour = model::msPerHour;
    const auto context = [&](double hoursBefore) {
        return joined(ticksOf(scaleOf(midnight - hoursBefore * hour, midnight + 7 * hour, 700)).context);
    };
    EXPECT_EQ(context(3), "Tuesday 27 January 2026 | Wednesday 28 January 2026");
    EXPECT_EQ(context(1.5), "Tue 27 Jan 2026 | Wednesday 28 January 2026");
    EXPECT_EQ(context(0.7), "27 Jan | Wednesday 28 January 2026");
    EXPECT_EQ(context(0.2), "Wednesday 28 January 2026");
}

TEST(CalendarTicks, MonthsStandOverTheirYears) {
    const CalendarTicks ticks = ticksOf(scaleOf(day(2025, 7, 1), day(2026, 7, 1), 900));
    EXPECT_EQ(joined(ticks.fine), "Jul | Aug | Sep | Oct | Nov | Dec | Jan | Feb | Mar | Apr | May | Jun");
    EXPECT_EQ(joined(ticks.context), "2025 | 2026");
    EXPECT_EQ(ticks.gridStep, (CalendarStep{CalendarUnit::Month, 1}));
    EXPECT_NEAR(ticks.fine.front().x, 40 + 15.5 * 900 / 365, 1e-9);
}

TEST(CalendarTicks, YearsAreCentredInTheYearAndHaveNoContext) {
    const CalendarTicks ticks = ticksOf(scaleOf(day(2020, 1, 1), day(2027, 1, 1), 700));
    EXPECT_EQ(joined(ticks.fine), "2020 | 2021 | 2022 | 2023 | 2024 | 2025 | 2026");
    EXPECT_TRUE(ticks.context.empty());
    EXPECT_NEAR(ticks.fine.front().x, 40 + 183 * 700.0 / 2557, 1e-9);
}

TEST(CalendarTicks, LongAgesRunThroughYearZero) {
    const CalendarTicks ticks = ticksOf(scaleOf(day(-50, 1, 1), day(51, 1, 1), 500));
    EXPECT_EQ(joined(ticks.fine), "-40 | -30 | -20 | -10 | 0 | 10 | 20 | 30 | 40");
    const CalendarTicks ages = ticksOf(scaleOf(day(-9999, 1, 1), day(9999, 12, 31), 500));
    EXPECT_EQ(joined(ages.fine), "-8000 | -6000 | -4000 | -2000 | 0 | 2000 | 4000 | 6000 | 8000");
}

TEST(CalendarTicks, AFractionOfASecondIsNamedBelowWithItsDay) {
    const double instant = day(2026, 1, 27) + 14.0 * model::msPerHour + 5.0 * model::msPerMinute + 30100;
    const CalendarTicks ticks = ticksOf(scaleOf(instant, instant + 300, 700));
    EXPECT_TRUE(ticks.fine.empty());
    EXPECT_TRUE(ticks.grid.empty());
    EXPECT_EQ(joined(ticks.context), "Tuesday 27 January 2026, 14:05:30");
}

TEST(CalendarTicks, ATextThatComesTwiceInARowIsTwoKeys) {
    const CalendarTicks ticks = ticksOf(scaleOf(day(2026, 1, 26), day(2026, 1, 29), 600));
    EXPECT_EQ(joined(ticks.fine),
              "06:00 | 12:00 | 18:00 | 00:00 | 06:00 | 12:00 | 18:00 | 00:00 | 06:00 | 12:00 | 18:00");
    QSet<QString> keys;
    for (const AxisLabel& label : ticks.fine)
        keys.insert(label.text);
    EXPECT_EQ(static_cast<std::size_t>(keys.size()), ticks.fine.size());
}

TEST(CalendarTicks, ANarrowViewWithLargeTextStillNamesADayInTheMiddle) {
    const TimeScale scale = scaleOf(day(2026, 1, 26) - 8.0 * model::msPerHour, day(2026, 2, 3), 200);
    const CalendarTicks ticks = ticksOf(scale, 2);
    EXPECT_EQ(joined(ticks.fine), "Thu 29 Jan");
    EXPECT_EQ(ticks.fineStep, (CalendarStep{CalendarUnit::Day, 1}));
}

TEST(CalendarTicks, AViewTooNarrowForAnyLabelHasNone) {
    const CalendarTicks ticks = ticksOf(scaleOf(day(2026, 1, 26), day(2026, 2, 3), 10));
    EXPECT_TRUE(ticks.fine.empty());
    EXPECT_TRUE(ticks.context.empty());
}

TEST(CalendarTicks, InAnyWindowLabelsKeepApartAndStayInsideAndEveryTickIsOneOfTheCalendar) {
    RandomWindows windows(1);
    for (int i = 0; i < 6000; ++i) {
        const TimeScale scale = windows.next();
        const FixedMeasurer measurer(windows.between(1, 2));
        const double minGap = windows.between(6, 20);
        expectInvariants(calendarTicks(scale, english, measurer, minGap), scale, measurer, minGap);
        ASSERT_FALSE(HasFatalFailure()) << "window " << i;
    }
}

TEST(CalendarTicks, InOtherLanguagesTheSameHolds) {
    RandomWindows windows(2);
    for (const char* name : {"de", "it", "fr", "ja", "ar", "hu", "ru"}) {
        const QLocale locale(QString::fromLatin1(name));
        for (int i = 0; i < 400; ++i) {
            const TimeScale scale = windows.next();
            const FixedMeasurer measurer(windows.between(1, 2));
            expectInvariants(calendarTicks(scale, locale, measurer), scale, measurer, 12);
            ASSERT_FALSE(HasFatalFailure()) << name << ", window " << i;
        }
    }
}

TEST(CalendarTicks, AWindowOfASecondAndMoreAlmostAlwaysHasALabelAndAlwaysSomethingToReadTimeBy) {
    RandomWindows windows(3);
    int without = 0;
    for (int i = 0; i < 3000; ++i) {
        const TimeScale scale = windows.next();
        const CalendarTicks ticks = ticksOf(scale, windows.between(1, 2));
        ASSERT_FALSE(ticks.fine.empty() && ticks.context.empty())
            << i << ' ' << scale.window.width << ' ' << scale.length;
        if (scale.window.width > 5 * model::msPerSecond && ticks.fine.empty())
            ++without;
    }
    EXPECT_EQ(without, 0);
}

TEST(CalendarTicks, TheStepDependsOnTheZoomAndNotOnWhereTheViewStands) {
    RandomWindows windows(4);
    for (int i = 0; i < 200; ++i) {
        TimeScale scale = windows.next();
        scale.length = windows.between(600, 4000);
        scale.window.width = windows.between(1, 500) * model::msPerDay;
        scale.window.start = day(2020, 1, 1);
        const CalendarStep step = ticksOf(scale).fineStep;
        for (int pan = 0; pan < 40; ++pan) {
            scale.window.start += windows.between(0, 0.3) * scale.window.width;
            ASSERT_EQ(ticksOf(scale).fineStep, step)
                << scale.window.width / model::msPerDay << " days, " << scale.length;
        }
    }
}

TEST(CalendarTicks, FloorAndNextAgreeWithTheFieldsOfTheDate) {
    RandomWindows windows(5);
    const CalendarStep steps[] = {{CalendarUnit::Second, 1},  {CalendarUnit::Second, 15}, {CalendarUnit::Minute, 1},
                                  {CalendarUnit::Minute, 30}, {CalendarUnit::Hour, 1},    {CalendarUnit::Hour, 6},
                                  {CalendarUnit::Day, 1},     {CalendarUnit::Week, 1},    {CalendarUnit::Month, 1},
                                  {CalendarUnit::Month, 3},   {CalendarUnit::Year, 1},    {CalendarUnit::Year, 5},
                                  {CalendarUnit::Year, 200},  {CalendarUnit::Year, 10000}};
    for (const CalendarStep step : steps) {
        for (int i = 0; i < 500; ++i) {
            const double ms = windows.between(day(-9999, 1, 1), day(9999, 12, 31));
            const double start = floorToStep(ms, step);
            const double next = nextStep(start, step);
            ASSERT_LE(start, ms);
            ASSERT_GT(next, ms);
            ASSERT_TRUE(isBoundary(start, step));
            ASSERT_TRUE(isBoundary(next, step));
            ASSERT_EQ(floorToStep(start, step), start);
            ASSERT_EQ(floorToStep(next - 1, step), start);
        }
    }
}

TEST(CalendarTicks, WeekendsAreTheSaturdaysAndSundaysInView) {
    const TimeScale scale = storyScale(745);
    const std::vector<TimeWindow> weekends = weekendsIn(scale);
    ASSERT_EQ(weekends.size(), 5U);
    for (int i = 0; i < 5; ++i)
        EXPECT_EQ(weekends[static_cast<std::size_t>(i)], (TimeWindow{day(2026, 1, 24 + 7 * i), 2.0 * model::msPerDay}));
}

TEST(CalendarTicks, AWeekendAtTheEdgeIsCutAtTheEdge) {
    const double sundayNoon = day(2026, 1, 25) + 12.0 * model::msPerHour;
    const std::vector<TimeWindow> weekends = weekendsIn(scaleOf(sundayNoon, sundayNoon + model::msPerDay, 400));
    ASSERT_EQ(weekends.size(), 1U);
    EXPECT_EQ(weekends.front(), (TimeWindow{sundayNoon, 12.0 * model::msPerHour}));
}

TEST(CalendarTicks, WeekendsAreNotShownWhereADayIsNarrow) {
    EXPECT_FALSE(weekendsIn(storyScale(120)).empty());
    EXPECT_TRUE(weekendsIn(storyScale(119)).empty());
}
