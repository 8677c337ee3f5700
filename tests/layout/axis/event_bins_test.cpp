// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/axis/event_bins.h"

#include "model/story/story_builder.h"
#include <gtest/gtest.h>
#include <numeric>
#include <random>

using namespace quoteline;
using namespace quoteline::layout;
using model::EventIndex;
using model::TimeShape;

namespace {

model::Story storyOf(const std::vector<std::string>& dates) {
    model::StoryBuilder builder;
    builder.addLane({"l", "Lane", {}});
    builder.addActor({"a", "Actor", "", {}});
    for (std::size_t i = 0; i < dates.size(); ++i) {
        const std::string id = std::to_string(i);
        model::EventInput event;
        event.id = id;
        event.title = "Event";
        event.lane = "l";
        event.actor = "a";
        event.when = dates[i];
        event.whenBasis = "as written";
        builder.addEvent(event);
    }
    auto story = builder.build();
    EXPECT_TRUE(story) << story.error().front().what.toStdString();
    return *story;
}

std::vector<EventIndex> allOf(const model::Story& story) {
    std::vector<EventIndex> events(story.eventCount());
    std::iota(events.begin(), events.end(), EventIndex{0});
    return events;
}

double dayAt(int year, int month, int dayOfMonth) {
    return static_cast<double>(model::startOfDate(year, month, dayOfMonth));
}

EventBins binsOf(const std::vector<std::string>& dates, double from, double to,
                 CalendarStep step = {CalendarUnit::Day, 1}) {
    const model::Story story = storyOf(dates);
    return eventBins(story, allOf(story), from, to, step);
}

EventBins januaryBins(const std::vector<std::string>& dates) {
    return binsOf(dates, dayAt(2026, 1, 24), dayAt(2026, 1, 31));
}

enum class Touch { None, Possible, Certain };

/// What an event is in [start, end), by the definition: of each of its dates in turn.
Touch touchOf(const model::Story& story, EventIndex event, double start, double end) {
    const model::Edtf value = story.when(event);
    const bool choice = value.kind == model::EdtfKind::OneOf && (value.memberCount() > 1 || value.head.last);
    Touch touch = Touch::None;
    for (const model::TimeRange& range : model::resolveMembers(value, story.zone())) {
        if (static_cast<double>(range.layoutStart) >= end || static_cast<double>(range.layoutEnd) <= start)
            continue;
        const bool certain = !choice && (range.shape == TimeShape::Point || range.shape == TimeShape::Span ||
                                         range.shape == TimeShape::Open);
        touch = std::max(touch, certain ? Touch::Certain : Touch::Possible);
    }
    return touch;
}

void expectByDefinition(const model::Story& story, const std::vector<EventIndex>& events, double from, double to,
                        CalendarStep step) {
    const EventBins bins = eventBins(story, events, from, to, step);
    ASSERT_EQ(bins.step, step);
    ASSERT_EQ(bins.edges, binEdges(step, from, to));
    ASSERT_EQ(bins.certain.size() + 1, bins.edges.size());
    ASSERT_EQ(bins.possible.size() + 1, bins.edges.size());
    for (std::size_t i = 0; i < bins.certain.size(); ++i) {
        int certain = 0;
        int possible = 0;
        for (const EventIndex event : events) {
            const Touch touch = touchOf(story, event, bins.edges[i], bins.edges[i + 1]);
            certain += touch == Touch::Certain ? 1 : 0;
            possible += touch == Touch::Possible ? 1 : 0;
        }
        ASSERT_EQ(bins.certain[i], certain) << "bin " << i;
        ASSERT_EQ(bins.possible[i], possible) << "bin " << i;
    }
}

/// Random values of every form, in years near 2026 or in any of ten thousand.
class RandomDates {
public:
    RandomDates(unsigned seed, bool ages)
        : m_engine(seed)
        , m_ages(ages) {}

    int number(int from, int to) { return std::uniform_int_distribution(from, to)(m_engine); }

    std::string next() {
        const auto [a, b] = twoDays();
        switch (number(0, 15)) {
        case 0:
            return a.substr(0, a.size() - 3);
        case 1:
            return a.substr(0, a.size() - 6);
        case 2:
            return a + "~";
        case 3:
            return a + "?";
        case 4:
            return a + "%";
        case 5:
            return a + "/" + b;
        case 6:
            return a + "/..";
        case 7:
            return "/" + b;
        case 8:
            return "[" + a + ".." + b + "]";
        case 9:
            return "[.." + b + "]";
        case 10:
            return "[" + a + "," + b + "]";
        case 11:
            return "{" + a + "," + a + ".." + b + "}";
        case 12:
            return "{" + a + "," + b.substr(0, b.size() - 3) + "}";
        case 13:
            return a + "T10:30/" + a + "T12:00";
        case 14:
            return "[" + a + "," + b + "..]";
        default:
            return a;
        }
    }

private:
    std::pair<std::string, std::string> twoDays() {
        const model::CivilDay first = m_ages ? number(-700000, 2900000) : number(20400, 20600);
        const model::CivilDay second = first + number(0, m_ages ? 20000 : 40);
        return {text(first), text(second)};
    }
    static std::string text(model::CivilDay day) {
        const model::CivilDate date = model::dateFromDay(day);
        char buffer[16];
        std::snprintf(buffer, sizeof buffer, "%04d-%02d-%02d", date.year, date.month, date.day);
        return buffer;
    }

    std::mt19937 m_engine;
    bool m_ages;
};

using Counts = std::vector<int>;

} // namespace

TEST(EventBins, ADayCountsOnItsDayAndASpanOnEveryDayItTouches) {
    const EventBins bins = januaryBins({"2026-01-25", "2026-01-27", "2026-01-26/2026-01-28", "2026-01-29T10:00"});
    EXPECT_EQ(bins.edges.front(), dayAt(2026, 1, 24));
    EXPECT_EQ(bins.edges.back(), dayAt(2026, 1, 31));
    EXPECT_EQ(bins.certain, (Counts{0, 1, 1, 2, 1, 1, 0}));
    EXPECT_EQ(bins.possible, Counts(7, 0));
}

TEST(EventBins, ADayAmongTimesIsPossibleInEachOfItsHoursAndCertainInNone) {
    const EventBins bins = binsOf({"2026-01-27", "2026-01-27T10:30", "2026-01-27T11:00/2026-01-27T13:00"},
                                  dayAt(2026, 1, 27), dayAt(2026, 1, 28), {CalendarUnit::Hour, 1});
    ASSERT_EQ(bins.possible, std::vector<int>(24, 1));
    std::vector<int> certain(24, 0);
    certain[10] = certain[11] = certain[12] = certain[13] = 1; // what lasted until 13:00 lasted through its minute
    EXPECT_EQ(bins.certain, certain);
    EXPECT_EQ(januaryBins({"2026-01-27"}).certain, (std::vector<int>{0, 0, 0, 1, 0, 0, 0})) << "of its day it is";
}

TEST(EventBins, AOneOfIsPossibleOnEachOfItsFiveDays) {
    const EventBins bins = januaryBins({"[2026-01-24..2026-01-28]"});
    EXPECT_EQ(bins.certain, Counts(7, 0));
    EXPECT_EQ(bins.possible, (Counts{1, 1, 1, 1, 1, 0, 0}));
}

TEST(EventBins, QualifiedDatesMonthsAndYearsArePossibleOnly) {
    EXPECT_EQ(januaryBins({"2026-01-27~", "2026-01-27?", "2026-01-27%"}).possible, (Counts{0, 0, 0, 3, 0, 0, 0}));
    EXPECT_EQ(januaryBins({"2026-01", "2026", "202X", "2026-01-XX"}).possible, Counts(7, 4));
    EXPECT_EQ(januaryBins({"2026-01", "2026", "202X", "2026-01-27~"}).certain, Counts(7, 0));
}

TEST(EventBins, AnOpenSideCountsAtItsKnownEndOnly) {
    const EventBins before = januaryBins({"[..2026-01-27]"});
    EXPECT_EQ(before.possible, (Counts{0, 0, 0, 1, 0, 0, 0}));
    EXPECT_EQ(before.certain, Counts(7, 0));
    const EventBins from = januaryBins({"2026-01-27/.."});
    EXPECT_EQ(from.certain, (Counts{0, 0, 0, 1, 0, 0, 0}));
    EXPECT_EQ(from.possible, Counts(7, 0));
}

TEST(EventBins, MembersOfASetCountWhereTheyLieAndNotInBetween) {
    EXPECT_EQ(januaryBins({"{2026-01-24,2026-01-27..2026-01-28}"}).certain, (Counts{1, 0, 0, 1, 1, 0, 0}));
    EXPECT_EQ(januaryBins({"[2026-01-24,2026-01-27..2026-01-28]"}).possible, (Counts{1, 0, 0, 1, 1, 0, 0}));
}

TEST(EventBins, AnEventCountsOnceInABinHoweverManyOfItsDatesLieThere) {
    const EventBins bins = januaryBins({"{2026-01-25..2026-01-27,2026-01-26,2026-01}"});
    EXPECT_EQ(bins.certain, (Counts{0, 1, 1, 1, 0, 0, 0}));
    EXPECT_EQ(bins.possible, (Counts{1, 0, 0, 0, 1, 1, 1}));
}

TEST(EventBins, OnlyTheEventsGivenAreCounted) {
    const model::Story story = storyOf({"2026-01-25", "2026-01-26", "2026-01-26"});
    const std::vector<EventIndex> chosen{2, 0};
    const EventBins bins = eventBins(story, chosen, dayAt(2026, 1, 25), dayAt(2026, 1, 28), {CalendarUnit::Day, 1});
    EXPECT_EQ(bins.certain, (Counts{1, 1, 0}));
}

TEST(EventBins, WithoutEventsAllBinsAreEmpty) {
    const EventBins bins = januaryBins({});
    EXPECT_EQ(bins.certain, Counts(7, 0));
    EXPECT_EQ(bins.possible, Counts(7, 0));
}

TEST(EventBins, EventsOutsideTheBinsAreNotCounted) {
    const EventBins bins = januaryBins({"2026-01-23", "2026-01-31", "2025-12", "1985/1986", "{1960,2030}"});
    EXPECT_EQ(bins.certain, Counts(7, 0));
    EXPECT_EQ(bins.possible, Counts(7, 0));
}

TEST(EventBins, MonthsAreThoseOfTheCalendarAndTheirLastDayIsNotTheNext) {
    const EventBins bins = binsOf({"2024-02-29", "2024-03-01", "2024-01-31/2024-03-31", "2024-04"}, dayAt(2024, 1, 31),
                                  dayAt(2024, 5, 1), {CalendarUnit::Month, 1});
    EXPECT_EQ(bins.edges, (std::vector{dayAt(2024, 1, 1), dayAt(2024, 2, 1), dayAt(2024, 3, 1), dayAt(2024, 4, 1),
                                       dayAt(2024, 5, 1)}));
    EXPECT_EQ(bins.certain, (Counts{1, 2, 2, 0}));
    EXPECT_EQ(bins.possible, (Counts{0, 0, 0, 1}));
}

TEST(EventBins, YearsRunThroughTheYearZero) {
    const EventBins bins = binsOf({"-0001-12-31", "0000-02-29", "0000-12-31/0001-01-01"}, dayAt(-1, 12, 31),
                                  dayAt(1, 1, 2), {CalendarUnit::Year, 1});
    EXPECT_EQ(bins.edges, (std::vector{day(-1, 1, 1), dayAt(0, 1, 1), dayAt(1, 1, 1), dayAt(2, 1, 1)}));
    EXPECT_EQ(bins.certain, (Counts{1, 2, 1}));
    const EventBins tens = binsOf({"-0001-12-31", "-0010-01-01", "-0011-12-31", "0009-12-31"}, day(-11, 12, 31),
                                  dayAt(10, 1, 1), {CalendarUnit::Year, 10});
    EXPECT_EQ(tens.edges.front(), day(-20, 1, 1));
    EXPECT_EQ(tens.certain, (Counts{1, 2, 1}));
}

TEST(EventBins, AMomentCountsInItsMinuteAndATimeToItsEnd) {
    const double from = dayAt(2026, 1, 27) + 10.0 * model::msPerHour;
    const EventBins bins = binsOf({"2026-01-27T10:30/2026-01-27T12:00", "2026-01-27T10:59:59"}, from,
                                  from + 3.0 * model::msPerHour, {CalendarUnit::Hour, 1});
    EXPECT_EQ(bins.certain, (Counts{2, 1, 1})); // an end to the minute includes it
}

TEST(EventBins, ASingleInstantHasOneBin) {
    const double instant = dayAt(2026, 1, 27) + 10.0 * model::msPerHour;
    const EventBins bins = binsOf({"2026-01-27T10:00:00"}, instant, instant, {CalendarUnit::Second, 1});
    EXPECT_EQ(bins.certain, Counts{1});
    EXPECT_EQ(bins.edges, (std::vector{instant, instant + model::msPerSecond}));
}

TEST(EventBins, TwentyThousandYearsAreCountedFromEndToEnd) {
    const EventBins bins = binsOf({"0001/9999", "-9999-01-01", "9999-12-31"}, day(-9999, 1, 1), dayAt(10000, 1, 1),
                                  {CalendarUnit::Year, 100});
    EXPECT_EQ(bins.certain.size(), 200U);
    EXPECT_EQ(bins.certain.front(), 1);
    EXPECT_EQ(bins.certain[99], 0);
    EXPECT_EQ(bins.certain[100], 1);
    EXPECT_EQ(bins.certain.back(), 2);
}

TEST(EventBins, AMillionEventsAreCountedOnceEach) {
    const model::Story story = storyOf({"2026-01-24", "2026-02-28", "2026-03-01/2026-05-31"});
    std::vector<EventIndex> events;
    for (EventIndex i = 0; i < 1'000'000; ++i)
        events.push_back(i % 3);
    const EventBins bins = eventBins(story, events, dayAt(2026, 1, 24), dayAt(2026, 6, 1), {CalendarUnit::Month, 1});
    EXPECT_EQ(bins.certain, (Counts{333'334, 333'333, 333'333, 333'333, 333'333}));
}

TEST(EventBins, EveryBinHoldsWhatCountingByTheDefinitionGives) {
    for (unsigned seed = 0; seed < 60; ++seed) {
        RandomDates random(seed, seed % 3 == 2);
        std::vector<std::string> dates;
        for (int i = random.number(0, 60); i > 0; --i)
            dates.push_back(random.next());
        const model::Story story = storyOf(dates);
        std::vector<EventIndex> events;
        for (const EventIndex event : allOf(story)) {
            if (random.number(0, 3) > 0)
                events.push_back(event);
        }
        std::shuffle(events.begin(), events.end(), std::mt19937(seed));
        const auto extent = story.extent().value_or(std::pair<model::CivilMs, model::CivilMs>{0, model::msPerDay});
        const auto anyStep = [&](double length) {
            const CalendarStep finest =
                random.number(0, 3) == 0 ? CalendarStep{CalendarUnit::Second, 1} : namedUnit(story);
            return binStep(finest, length / random.number(1, 200));
        };
        const auto from = static_cast<double>(extent.first);
        const auto to = static_cast<double>(extent.second);
        expectByDefinition(story, events, from, to, anyStep(to - from));
        ASSERT_FALSE(HasFatalFailure()) << "seed " << seed;
        const double later = from + random.number(0, 5000) * 60000.0;
        const double part = random.number(1, 200000) * 1000.0;
        expectByDefinition(story, events, later, later + part, anyStep(part));
        ASSERT_FALSE(HasFatalFailure()) << "seed " << seed << ", a part";
    }
}
