// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/time/time_range.h"
#include "tests/model/time/edtf_generator.h"

#include <QDateTime>
#include <QTimeZone>
#include <algorithm>
#include <gtest/gtest.h>
#include <limits>

using namespace quoteline::model;
using namespace quoteline::test;

namespace {

Zone rome() {
    return Zone::fromIana("Europe/Rome").value();
}

TimeRange rangeOf(std::string_view text, const Zone& zone = Zone()) {
    const auto value = parseEdtf(text);
    if (value)
        return resolve(*value, zone);
    ADD_FAILURE() << text << ": " << value.error().reason.toStdString();
    return {};
}

std::vector<TimeRange> membersOf(std::string_view text, const Zone& zone = Zone()) {
    return resolveMembers(parseEdtf(text).value(), zone);
}

/// "2026-01-27T09:30:00" as milliseconds, by Qt.
CivilMs ms(const char* text) {
    const auto time = QDateTime::fromString(QLatin1String(text), Qt::ISODate);
    EXPECT_TRUE(time.isValid()) << text;
    return QDateTime(time.date(), time.time(), QTimeZone::utc()).toMSecsSinceEpoch();
}

TimeFlags flags(std::initializer_list<TimeFlag> list) {
    TimeFlags result;
    for (const TimeFlag flag : list)
        result.set(flag);
    return result;
}

bool matches(int number, std::string_view pattern) {
    for (std::size_t i = pattern.size(); i-- > 0; number /= 10) {
        if (pattern[i] != 'X' && pattern[i] - '0' != number % 10)
            return false;
    }
    return true;
}

/// First and last day of all dates whose digits fit a pattern such as 201X, 2004-06-XX or -19XX, by trying them all.
std::pair<std::int64_t, std::int64_t> daysThatFit(std::string_view text) {
    const bool negative = text.front() == '-';
    const std::string_view parts = text.substr(negative ? 1 : 0);
    const auto part = [&](std::size_t at) { return parts.size() > at ? parts.substr(at, 2) : "XX"; };
    std::int64_t first = std::numeric_limits<std::int64_t>::max();
    std::int64_t last = std::numeric_limits<std::int64_t>::min();
    for (int year = 0; year <= 9999; ++year) {
        if (!matches(year, parts.substr(0, 4)))
            continue;
        const int qtYear = negative ? -year - 1 : year == 0 ? -1 : year;
        for (int month = 1; month <= 12; ++month) {
            for (int day = 1; matches(month, part(5)) && day <= QDate(qtYear, month, 1).daysInMonth(); ++day) {
                if (!matches(day, part(8)))
                    continue;
                const std::int64_t julian = QDate(qtYear, month, day).toJulianDay() - QDate(1970, 1, 1).toJulianDay();
                first = std::min(first, julian);
                last = std::max(last, julian);
            }
        }
    }
    return {first, last};
}

} // namespace

TEST(TimeRange, UnspecifiedDigitsReachFromTheFirstToTheLastDayThatFits) {
    for (const char* text :
         {"2016",       "0000",        "-0001",      "9999",       "-9999",      "201X",        "000X",
          "999X",       "-201X",       "-999X",      "20XX",       "00XX",       "-19XX",       "1XXX",
          "0XXX",       "-1XXX",       "-9XXX",      "2004-XX",    "2004-XX-XX", "-0004-XX-XX", "2004-02-XX",
          "2005-02-XX", "-0004-02-XX", "1985-04-XX", "1985-12-XX", "201X-XX",    "19XX-XX-XX",  "1XXX-XX",
          "2004-02",    "1900-02",     "2004-12",    "2004-02-29", "9999-12-31", "-9999-01-01"}) {
        const auto [first, last] = daysThatFit(text);
        const TimeRange range = rangeOf(text);
        EXPECT_EQ(range.earliest, first * msPerDay) << text;
        EXPECT_EQ(range.end, (last + 1) * msPerDay) << text;
        EXPECT_EQ(range.layoutStart, range.earliest) << text;
        EXPECT_EQ(range.layoutEnd, range.end) << text;
        EXPECT_EQ(range.flags.has(TimeFlag::Unspecified), std::string_view(text).find('X') != std::string_view::npos);
    }
}

TEST(TimeRange, ASetRangeEndsWithItsLastDay) {
    const TimeRange range = rangeOf("[2026-01-24..2026-01-25]");
    EXPECT_EQ(range.earliest, ms("2026-01-24T00:00:00"));
    EXPECT_EQ(range.end, ms("2026-01-26T00:00:00"));
    EXPECT_EQ(range.shape, TimeShape::Possible);
}

TEST(TimeRange, AnIntervalFromADayToItselfIsThatOneDay) {
    const TimeRange range = rangeOf("2026-01-27/2026-01-27");
    EXPECT_EQ(range.earliest, ms("2026-01-27T00:00:00"));
    EXPECT_EQ(range.end, ms("2026-01-28T00:00:00"));
    EXPECT_EQ(range.shape, TimeShape::Span);
}

TEST(TimeRange, TheShapeFollowsWhatTheValueSays) {
    const auto expectShape = [](TimeShape shape, std::initializer_list<std::string_view> texts) {
        for (const std::string_view text : texts)
            EXPECT_EQ(static_cast<int>(rangeOf(text).shape), static_cast<int>(shape)) << text;
    };
    expectShape(TimeShape::Point,
                {"2026-01-27", "2026-01-27T10:00", "2026-01-27T10:00:00Z", "[2026-01-27]", "{2026-01-27}"});
    expectShape(TimeShape::Possible,
                {"2026-01", "2026", "-1985", "201X", "2004-XX", "1985-04-XX", "[2026-01]", "{2026-01}",
                 "[2026-01-24,2026-01-25]", "[2026-01-24..2026-01-25]", "[2026-01-24~,2026-01-25?]",
                 "[2026-01-27T10:00..2026-01-27T11:00]", "[2026-01-27..2026-01-27]"});
    expectShape(TimeShape::Approximate, {"2026-01-27~", "2026~", "201X~", "[2026-01-27~]", "{2026~}"});
    expectShape(TimeShape::Uncertain, {"2026-01-27?", "2026-01-27%", "2026-01?", "201X%", "[2026-01-27%]", "{2026?}"});
    expectShape(TimeShape::Span, {"2026-01-24/2026-01-25", "1964/2008", "2004-06-XX/2004-07-03", "1984~/1985?",
                                  "2026-01-27T10:00/2026-01-27T12:00", "{1670..1672}"});
    expectShape(TimeShape::Open,
                {"1985/..", "../1985", "1985/", "/1985", "[..1984]", "[1984..]", "{..1984}", "{1984..}", "1985~/..",
                 "[..1984,1986]", "[..1980,1990..]", "[1760-01,1760-02,1760-12..]", "[..1984~]"});
    expectShape(TimeShape::Several,
                {"{1960,1961-12}", "{1667,1668,1670..1672}", "{..1983,1984}", "{2026-01-24~,2026-01-25}"});
}

TEST(TimeRange, AnOpenSideHasNoBoundAndIsLaidOutAsTheKnownEnd) {
    struct Case {
        const char* text;
        bool openStart;
        const char* from; ///< of the known end
        const char* to;
        TimeFlag flag;
    };
    for (const Case& c : {
             Case{"[..2026-01-27]", true, "2026-01-27T00:00:00", "2026-01-28T00:00:00", TimeFlag::OpenStart},
             Case{"{..1984}", true, "1984-01-01T00:00:00", "1985-01-01T00:00:00", TimeFlag::OpenStart},
             Case{"../1985-04", true, "1985-04-01T00:00:00", "1985-05-01T00:00:00", TimeFlag::OpenStart},
             Case{"/1985", true, "1985-01-01T00:00:00", "1986-01-01T00:00:00", TimeFlag::UnknownStart},
             Case{"1985/..", false, "1985-01-01T00:00:00", "1986-01-01T00:00:00", TimeFlag::OpenEnd},
             Case{"1985-04-12/", false, "1985-04-12T00:00:00", "1985-04-13T00:00:00", TimeFlag::UnknownEnd},
             Case{"[1760-12..]", false, "1760-12-01T00:00:00", "1761-01-01T00:00:00", TimeFlag::OpenEnd},
             Case{"[2026-01-27T10:00..]", false, "2026-01-27T10:00:00", "2026-01-27T10:01:00", TimeFlag::OpenEnd},
         }) {
        SCOPED_TRACE(c.text);
        const TimeRange range = rangeOf(c.text);
        EXPECT_EQ(range.earliest.has_value(), !c.openStart);
        EXPECT_EQ(range.end.has_value(), c.openStart);
        EXPECT_EQ(range.layoutStart, ms(c.from));
        EXPECT_EQ(range.layoutEnd, ms(c.to));
        EXPECT_EQ(range.earliest.value_or(range.layoutStart), range.layoutStart);
        EXPECT_EQ(range.end.value_or(range.layoutEnd), range.layoutEnd);
        EXPECT_TRUE(range.flags.has(c.flag));
        EXPECT_EQ(range.startPrecision, range.endPrecision);
    }
}

TEST(TimeRange, ASetWithAnOpenSideIsLaidOutOverAllItsKnownDates) {
    const TimeRange range = rangeOf("[1760-01,1760-02,1760-12..]");
    EXPECT_EQ(range.earliest, ms("1760-01-01T00:00:00"));
    EXPECT_FALSE(range.end);
    EXPECT_EQ(range.layoutEnd, ms("1761-01-01T00:00:00"));
    const TimeRange both = rangeOf("[..1980,1990..]");
    EXPECT_FALSE(both.earliest || both.end);
    EXPECT_EQ(both.layoutStart, ms("1980-01-01T00:00:00"));
    EXPECT_EQ(both.layoutEnd, ms("1991-01-01T00:00:00"));
    EXPECT_EQ(both.flags, flags({TimeFlag::OpenStart, TimeFlag::OpenEnd}));
}

TEST(TimeRange, FlagsAreGatheredFromEveryEndpoint) {
    EXPECT_EQ(rangeOf("2026-01-27").flags, flags({}));
    EXPECT_EQ(rangeOf("2026-01-27~").flags, flags({TimeFlag::Approximate}));
    EXPECT_EQ(rangeOf("2026-01-27?").flags, flags({TimeFlag::Uncertain}));
    EXPECT_EQ(rangeOf("2026-01-27%").flags, flags({TimeFlag::Approximate, TimeFlag::Uncertain}));
    EXPECT_EQ(rangeOf("1984~/1985?").flags, flags({TimeFlag::Approximate, TimeFlag::Uncertain}));
    EXPECT_EQ(rangeOf("1984~/..").flags, flags({TimeFlag::Approximate, TimeFlag::OpenEnd}));
    EXPECT_EQ(rangeOf("/2004-XX").flags, flags({TimeFlag::UnknownStart, TimeFlag::Unspecified}));
    EXPECT_EQ(rangeOf("2026-01-27T10:00").flags, flags({TimeFlag::ZoneAssumed}));
    EXPECT_EQ(rangeOf("2026-01-27T10:00Z").flags, flags({}));
    EXPECT_EQ(rangeOf("2026-01-27T10:00Z/2026-01-27T12:00").flags, flags({TimeFlag::ZoneAssumed}));
    EXPECT_EQ(rangeOf("[..1984,201X?,2020-01-01T00:00..]").flags,
              flags({TimeFlag::OpenStart, TimeFlag::Unspecified, TimeFlag::Uncertain, TimeFlag::ZoneAssumed,
                     TimeFlag::OpenEnd}));
}

TEST(TimeRange, ThePrecisionOfABoundIsThatOfTheDateThatGivesIt) {
    const auto expectPrecisions = [](std::string_view text, Precision start, Precision end) {
        const TimeRange range = rangeOf(text);
        EXPECT_EQ(range.startPrecision, start) << text;
        EXPECT_EQ(range.endPrecision, end) << text;
    };
    expectPrecisions("201X", Precision::Decade, Precision::Decade);
    expectPrecisions("20XX", Precision::Century, Precision::Century);
    expectPrecisions("1XXX-XX", Precision::Millennium, Precision::Millennium);
    expectPrecisions("1985-XX-XX", Precision::Year, Precision::Year);
    expectPrecisions("1985-04-XX", Precision::Month, Precision::Month);
    expectPrecisions("2004-02-01/2005", Precision::Day, Precision::Year);
    expectPrecisions("2026-01-27T10:00/2026-01-27T12:00:00", Precision::Minute, Precision::Second);
    expectPrecisions("2026-01/..", Precision::Month, Precision::Month);
    expectPrecisions("[1760-12-03,1667,1668-05]", Precision::Year, Precision::Day);
    expectPrecisions("[1667-02,1668,1760-12-03]", Precision::Month, Precision::Day);
    expectPrecisions("[..1760-12-03,1667]", Precision::Year, Precision::Day);
}

TEST(TimeRange, TheBoundsOfASetHoldEveryMemberWhateverTheOrder) {
    EdtfGenerator generator(31);
    const Zone zone = rome();
    for (int i = 0; i < 50'000; ++i) {
        const EdtfGenerator::Value made = generator.value();
        const TimeRange whole = resolve(made.value, zone);
        const std::vector<TimeRange> members = resolveMembers(made.value, zone);
        ASSERT_EQ(members.size(), made.value.memberCount());
        const auto starts = [](const TimeRange& a, const TimeRange& b) { return a.layoutStart < b.layoutStart; };
        const auto ends = [](const TimeRange& a, const TimeRange& b) { return a.layoutEnd < b.layoutEnd; };
        ASSERT_EQ(whole.layoutStart, std::min_element(members.begin(), members.end(), starts)->layoutStart)
            << made.text;
        ASSERT_EQ(whole.layoutEnd, std::max_element(members.begin(), members.end(), ends)->layoutEnd) << made.text;
        const bool startKnown = std::all_of(members.begin(), members.end(), [](const auto& m) { return m.earliest; });
        const bool endKnown = std::all_of(members.begin(), members.end(), [](const auto& m) { return m.end; });
        ASSERT_EQ(whole.earliest.has_value(), startKnown) << made.text;
        ASSERT_EQ(whole.end.has_value(), endKnown) << made.text;
        ASSERT_LT(whole.layoutStart, whole.layoutEnd) << made.text;
    }
}

TEST(TimeRange, MembersOfASetComeInTheOrderWritten) {
    const auto members = membersOf("{1960,1950-12,1970..1972}");
    ASSERT_EQ(members.size(), 3U);
    EXPECT_EQ(members[0].earliest, ms("1960-01-01T00:00:00"));
    EXPECT_EQ(members[1].end, ms("1951-01-01T00:00:00"));
    EXPECT_EQ(members[2].earliest, ms("1970-01-01T00:00:00"));
    EXPECT_EQ(members[2].end, ms("1973-01-01T00:00:00"));
    EXPECT_EQ(members[2].shape, TimeShape::Span);
    EXPECT_EQ(membersOf("2026-01-27").size(), 1U);
    EXPECT_EQ(membersOf("1964/2008").size(), 1U);
    EXPECT_EQ(membersOf("1964/2008").front(), rangeOf("1964/2008"));
}

TEST(TimeRange, OfSeveralPossibilitiesNoneIsShownAsAFact) {
    for (const TimeRange& member : membersOf("[2026-01-24,2026-01-25~,2026-01-27..2026-01-28]"))
        EXPECT_EQ(member.shape, TimeShape::Possible);
    EXPECT_EQ(membersOf("[2026-01-24,2026-01-27..]").back().shape, TimeShape::Open);
    EXPECT_EQ(membersOf("[2026-01-24]").front().shape, TimeShape::Point);
    EXPECT_EQ(membersOf("{2026-01-24,2026-01-25~}").front().shape, TimeShape::Point);
    EXPECT_EQ(membersOf("{2026-01-24,2026-01-25~}").back().shape, TimeShape::Approximate);
}

TEST(TimeRange, ATimeWithAnOffsetStandsOnTheWallClockOfTheStory) {
    const TimeRange range = rangeOf("2026-01-27T08:30Z", rome());
    EXPECT_EQ(range.earliest, ms("2026-01-27T09:30:00"));
    EXPECT_EQ(range.end, ms("2026-01-27T09:31:00"));
    EXPECT_EQ(rangeOf("2026-07-27T22:30:15-04:00", rome()).earliest, ms("2026-07-28T04:30:15"));
    EXPECT_EQ(rangeOf("2026-07-27T22:30:15-04:00", rome()).end, ms("2026-07-28T04:30:16"));
    EXPECT_EQ(rangeOf("2026-01-27T09:30", rome()).earliest, ms("2026-01-27T09:30:00"));
    EXPECT_EQ(rangeOf("2026-01-27", rome()).earliest, ms("2026-01-27T00:00:00"));
    EXPECT_EQ(rangeOf("9999-12-31T23:59:59-23:59").end, msOfDate(10000, 1, 1) + 23 * msPerHour + 59 * msPerMinute);
}

TEST(TimeRange, TimesWithOffsetsAgreeWithQDateTimeInTheZonesOfTheWorld) {
    EdtfGenerator generator(59);
    for (const char* name : {"Europe/Rome", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu"}) {
        const Zone zone = Zone::fromIana(name).value();
        const QTimeZone qt{QByteArray(name)};
        for (int tried = 0; tried < 2'000;) {
            const EdtfGenerator::Date made = generator.date();
            if (!made.hasOffset())
                continue;
            ++tried;
            const QDateTime start = QDateTime::fromMSecsSinceEpoch(made.utcStart(), qt);
            const QDateTime clock(start.date(), start.time(), QTimeZone::utc());
            ASSERT_EQ(resolve(made.value, zone).earliest, clock.toMSecsSinceEpoch()) << made.text << ' ' << name;
        }
    }
}

TEST(TimeRange, AnIntervalOverTheHourThatComesTwiceStillRunsForwards) {
    // 00:30 UTC is 02:30 in Rome, and 01:10 UTC is 02:10, after the clock was set back.
    const TimeRange range = rangeOf("2026-10-25T00:30Z/2026-10-25T01:10Z", rome());
    EXPECT_EQ(range.earliest, ms("2026-10-25T02:30:00"));
    EXPECT_EQ(range.end, ms("2026-10-25T02:31:00"));
    // 23:30 UTC of the 27th is the 28th in Rome, later than the day as written.
    const TimeRange mixed = rangeOf("2026-01-27T23:30Z/2026-01-27", rome());
    EXPECT_EQ(mixed.earliest, ms("2026-01-28T00:30:00"));
    EXPECT_LT(*mixed.earliest, *mixed.end);
}

TEST(TimeRange, ABoundIsPrintedInUtcWhenItIsATimeAndAsWrittenWhenItIsADay) {
    EXPECT_EQ(toUtcText(ms("2026-01-27T09:30:00"), Precision::Minute, rome()), QStringLiteral("2026-01-27T08:30:00Z"));
    EXPECT_EQ(toUtcText(ms("2026-07-27T00:30:59"), Precision::Second, rome()), QStringLiteral("2026-07-26T22:30:59Z"));
    EXPECT_EQ(toUtcText(ms("2026-01-27T00:00:00"), Precision::Day, rome()), QStringLiteral("2026-01-27T00:00:00Z"));
    EXPECT_EQ(toUtcText(ms("2026-01-01T00:00:00"), Precision::Year, rome()), QStringLiteral("2026-01-01T00:00:00Z"));
    EXPECT_EQ(toUtcText(-1000, Precision::Second, Zone()), QStringLiteral("1969-12-31T23:59:59Z"));
}

TEST(TimeRange, YearsOutsideFourDigitsArePrintedWithASign) {
    const auto startText = [](std::string_view text) {
        return toUtcText(*rangeOf(text).earliest, Precision::Year, Zone()).toStdString();
    };
    const auto endText = [](std::string_view text) {
        return toUtcText(*rangeOf(text).end, Precision::Year, Zone()).toStdString();
    };
    EXPECT_EQ(startText("-1985"), "-1985-01-01T00:00:00Z");
    EXPECT_EQ(endText("-0001-12-31"), "0000-01-01T00:00:00Z");
    EXPECT_EQ(startText("-0001"), "-0001-01-01T00:00:00Z");
    EXPECT_EQ(startText("-9999"), "-9999-01-01T00:00:00Z");
    EXPECT_EQ(startText("0007-08"), "0007-08-01T00:00:00Z");
    EXPECT_EQ(endText("9999"), "+10000-01-01T00:00:00Z");
}

TEST(TimeRange, PrintedBoundsAgreeWithQDateTime) {
    EdtfGenerator generator(83);
    const Zone zone = rome();
    int inTheHourThatComesTwice = 0;
    for (int tried = 0; tried < 5'000;) {
        const EdtfGenerator::Date made = generator.date();
        if (!made.hasOffset() || made.value.year < 1 || made.value.year > 9998)
            continue;
        ++tried;
        const TimeRange range = resolve(made.value, zone);
        const QString text = toUtcText(*range.earliest, range.startPrecision, zone);
        const QString expected =
            QDateTime::fromMSecsSinceEpoch(made.utcStart(), QTimeZone::utc()).toUTC().toString(Qt::ISODate);
        // There the wall clock alone stands for the first of the two instants.
        const bool twice = zone.utcFromCivil(*range.earliest) != made.utcStart();
        inTheHourThatComesTwice += twice;
        ASSERT_TRUE(text == expected || twice) << made.text << ' ' << text.toStdString();
    }
    EXPECT_LT(inTheHourThatComesTwice, 50);
}
