// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/axis/calendar_bins.h"

#include "tests/content/scene_stories.h"

#include <cmath>
#include <gtest/gtest.h>
#include <random>

using namespace quoteline;
using namespace quoteline::layout;

namespace {

CalendarStep unitOf(const std::vector<std::string>& dates) {
    return namedUnit(test::storyOfDates(dates));
}

/// What a step is counted in, and the number that an instant has in it, by the dates of the model.
void expectUnitBetween(double start, double end, CalendarStep step) {
    const auto from = static_cast<model::CivilMs>(start);
    const auto to = static_cast<model::CivilMs>(end);
    ASSERT_EQ(static_cast<double>(from), start);
    if (step.unit < CalendarUnit::Day) {
        const auto length = static_cast<model::CivilMs>(meanLength(step));
        ASSERT_EQ(to - from, length);
        ASSERT_EQ((from - model::startOfDay(model::dayOf(from))) % length, 0);
        return;
    }
    ASSERT_EQ(from, model::startOfDay(model::dayOf(from)));
    const model::CivilDate first = model::dateFromDay(model::dayOf(from));
    const model::CivilDate next = model::dateFromDay(model::dayOf(to));
    switch (step.unit) {
    case CalendarUnit::Week:
        ASSERT_EQ(model::weekdayOf(model::dayOf(from)), model::Weekday::Monday);
        [[fallthrough]];
    case CalendarUnit::Day:
        ASSERT_EQ(to - from, static_cast<model::CivilMs>(meanLength(step)));
        return;
    case CalendarUnit::Month:
        ASSERT_EQ((first.month - 1) % step.count, 0);
        ASSERT_EQ(first.day, 1);
        ASSERT_EQ(next.year * 12 + next.month, first.year * 12 + first.month + step.count);
        ASSERT_EQ(next.day, 1);
        return;
    default:
        ASSERT_EQ(first, (model::CivilDate{first.year, 1, 1}));
        ASSERT_EQ(first.year % step.count, 0);
        ASSERT_EQ(next, (model::CivilDate{first.year + step.count, 1, 1}));
    }
}

} // namespace

TEST(CalendarBins, ThreeQuartersOfTheEventsSayHowFineABinMayBe) {
    using enum CalendarUnit;
    EXPECT_EQ(unitOf({}), (CalendarStep{Day, 1}));
    EXPECT_EQ(unitOf({"2026-01-01"}), (CalendarStep{Day, 1}));
    EXPECT_EQ(unitOf({"2026-01-01T10:00:30"}), (CalendarStep{Second, 1}));
    EXPECT_EQ(unitOf({"2026-01-01T10:00"}), (CalendarStep{Minute, 1}));
    EXPECT_EQ(unitOf({"2026-01-01T10:00", "2026-01-02T10:00", "2026-01-03T10:00", "2026-01-04"}),
              (CalendarStep{Minute, 1}));
    EXPECT_EQ(unitOf({"2026-01-01T10:00", "2026-01-02T10:00", "2026-01-03", "2026-01-04"}), (CalendarStep{Day, 1}));
    EXPECT_EQ(unitOf({"2026-01", "2026-01-02", "2026-01-03", "2026-01-04"}), (CalendarStep{Day, 1}));
    EXPECT_EQ(unitOf({"2026-01", "2026", "2026-01-03", "2026-01-04"}), (CalendarStep{Month, 1}));
    EXPECT_EQ(unitOf({"2026", "198X", "2026-01-03"}), (CalendarStep{Year, 10}));
    EXPECT_EQ(unitOf({"19XX"}), (CalendarStep{Year, 100}));
    EXPECT_EQ(unitOf({"1XXX"}), (CalendarStep{Year, 1000}));
    EXPECT_EQ(unitOf({"2026-01-XX"}), (CalendarStep{Month, 1}));
    EXPECT_EQ(unitOf({"2026-01-01~", "2026-01-01/2026-02-01"}), (CalendarStep{Day, 1}));
    EXPECT_EQ(unitOf({"2026-01-01/2026-03"}), (CalendarStep{Month, 1}));
}

TEST(CalendarBins, TheStepIsTheFirstThatIsLongAndCoarseEnough) {
    using enum CalendarUnit;
    constexpr CalendarStep second{Second, 1};
    CalendarStep before{};
    int steps = 0;
    for (double least = 1; least < 1e15; least *= 1.01) {
        const CalendarStep step = binStep(second, least);
        EXPECT_TRUE(meanLength(step) >= least || step == (CalendarStep{Year, 20000}));
        if (step == before)
            continue;
        // The step before was too short, and none is much longer than the one before.
        EXPECT_LT(steps == 0 ? 0 : meanLength(before), least);
        EXPECT_LE(steps == 0 ? 0 : meanLength(step), 4.5 * meanLength(before));
        before = step;
        ++steps;
    }
    EXPECT_EQ(steps, 37);
    for (const CalendarStep finest : {CalendarStep{Minute, 1}, CalendarStep{Day, 1}, CalendarStep{Month, 1},
                                      CalendarStep{Year, 1}, CalendarStep{Year, 1000}}) {
        EXPECT_EQ(binStep(finest, 0), finest);
        EXPECT_EQ(binStep(finest, meanLength(finest)), finest);
        EXPECT_GT(meanLength(binStep(finest, meanLength(finest) + 1)), meanLength(finest));
    }
}

TEST(CalendarBins, EdgesAreThoseOfTheCalendarInEveryAge) {
    std::mt19937 engine(7);
    const auto first = static_cast<double>(model::startOfDate(model::minYear, 1, 1));
    const auto last = static_cast<double>(model::startOfDate(model::maxYear, 12, 31));
    for (double least = 1; least < 1e15; least *= 1.3) {
        const CalendarStep step = binStep({CalendarUnit::Second, 1}, least);
        for (const double near :
             {static_cast<double>(model::startOfDate(0, 1, 1)), static_cast<double>(model::startOfDate(2000, 2, 29)),
              static_cast<double>(model::startOfDate(1900, 2, 28)), first, last,
              std::uniform_real_distribution(first, last)(engine)}) {
            const double from = std::floor(near) - 3 * std::floor(least);
            const double to = from + 7 * std::floor(least) + 1;
            const std::vector<double> edges = binEdges(step, from, to);
            ASSERT_GE(edges.size(), 2U);
            EXPECT_LE(edges.front(), from);
            EXPECT_GT(edges[1], from);
            EXPECT_GE(edges.back(), to);
            EXPECT_LT(edges[edges.size() - 2], to);
            for (std::size_t i = 0; i + 1 < edges.size(); ++i) {
                expectUnitBetween(edges[i], edges[i + 1], step);
                ASSERT_FALSE(HasFatalFailure())
                    << "unit " << static_cast<int>(step.unit) << " x " << step.count << " from " << from;
            }
        }
    }
}

TEST(CalendarBins, AWindowWithoutLengthHasTheBinThatHoldsIt) {
    const auto noon = static_cast<double>(model::startOfDate(2026, 2, 28)) + 12.0 * model::msPerHour;
    EXPECT_EQ(binEdges({CalendarUnit::Month, 1}, noon, noon),
              (std::vector{static_cast<double>(model::startOfDate(2026, 2, 1)),
                           static_cast<double>(model::startOfDate(2026, 3, 1))}));
}
