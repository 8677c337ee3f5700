// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/time/edtf.h"

#include <gtest/gtest.h>

using namespace quoteline::model;

namespace {

EdtfError errorOf(std::string_view text) {
    const auto read = parseEdtf(text);
    if (!read)
        return read.error();
    ADD_FAILURE() << "accepted: " << text;
    return {};
}

Edtf valueOf(std::string_view text) {
    const auto read = parseEdtf(text);
    if (read)
        return *read;
    ADD_FAILURE() << text << ": " << read.error().reason.toStdString();
    return {};
}

struct Refusal {
    std::string_view text;
    std::size_t position;
    const char* reason;
};

void expectRefused(std::initializer_list<Refusal> refusals) {
    for (const auto& [text, position, reason] : refusals) {
        SCOPED_TRACE(std::string(text));
        const EdtfError error = errorOf(text);
        EXPECT_EQ(error.kind, EdtfError::Kind::Invalid);
        EXPECT_EQ(error.position, position);
        EXPECT_EQ(error.reason.toStdString(), reason);
    }
}

void expectNotSupported(std::string_view feature, std::initializer_list<std::string_view> texts) {
    for (const std::string_view text : texts) {
        SCOPED_TRACE(std::string(text));
        const EdtfError error = errorOf(text);
        EXPECT_EQ(error.kind, EdtfError::Kind::NotSupported);
        EXPECT_EQ(error.reason.toStdString(), "valid EDTF, not supported: " + std::string(feature));
    }
}

constexpr const char* longYears = "long years";
constexpr const char* exponents = "exponential years";
constexpr const char* significant = "significant digits of a year";
constexpr const char* seasons = "seasons and other parts of a year";
constexpr const char* partsOfDates = "qualification of a part of a date";
constexpr const char* digits = "unspecified digits (X) in this place";

} // namespace

TEST(Edtf, ADateSaysWhatIsKnownOfIt) {
    const EdtfDate day = valueOf("2026-01-27").head.first.date;
    EXPECT_EQ(day.year, 2026);
    EXPECT_EQ(day.month, 1);
    EXPECT_EQ(day.day, 27);
    EXPECT_EQ(day.precision, Precision::Day);
    const EdtfDate decade = valueOf("201X").head.first.date;
    EXPECT_EQ(decade.year, 2010);
    EXPECT_EQ(decade.unspecifiedYearDigits, 1);
    EXPECT_EQ(decade.precision, Precision::Decade);
    const EdtfDate year = valueOf("1985-XX-XX").head.first.date;
    EXPECT_EQ(year.precision, Precision::Year);
    EXPECT_TRUE(year.monthUnspecified && year.dayUnspecified);
    EXPECT_EQ(valueOf("20XX").head.first.date.precision, Precision::Century);
    EXPECT_EQ(valueOf("1XXX").head.first.date.precision, Precision::Millennium);
    EXPECT_EQ(valueOf("-0985-04").head.first.date.year, -985);
    EXPECT_EQ(valueOf("0000").head.first.date.year, 0);
}

TEST(Edtf, ATimeSaysHowItsOffsetIsWritten) {
    const EdtfDate half = valueOf("2026-01-27T10:30:05-03:30").head.first.date;
    EXPECT_EQ(half.hour, 10);
    EXPECT_EQ(half.minute, 30);
    EXPECT_EQ(half.second, 5);
    EXPECT_EQ(half.precision, Precision::Second);
    EXPECT_EQ(half.offsetForm, OffsetForm::HoursMinutes);
    EXPECT_EQ(half.offsetMinutes, -210);
    EXPECT_EQ(valueOf("2026-01-27T10:30Z").head.first.date.offsetForm, OffsetForm::Zulu);
    EXPECT_EQ(valueOf("2026-01-27T10:30+01").head.first.date.offsetForm, OffsetForm::Hours);
    EXPECT_EQ(valueOf("2026-01-27T10:30-00:30").head.first.date.offsetMinutes, -30);
    EXPECT_EQ(valueOf("2026-01-27T10:30").head.first.date.offsetForm, OffsetForm::None);
    EXPECT_EQ(valueOf("2026-01-27T10:30").head.first.date.precision, Precision::Minute);
}

TEST(Edtf, TheLevelIsTheLowestThatAdmitsTheText) {
    const auto expectLevel = [](EdtfLevel level, std::initializer_list<std::string_view> texts) {
        for (const std::string_view text : texts)
            EXPECT_EQ(static_cast<int>(valueOf(text).level), static_cast<int>(level)) << text;
    };
    expectLevel(EdtfLevel::Zero, {"0000", "9999-12-31", "2024-02-29", "2026-01-27T00:00:00",
                                  "2026-01-27T23:59:59+23:59", "2026-01-27/2026-01-27", "2026/2026-01"});
    expectLevel(EdtfLevel::One, {"-0001", "-9999-12-31", "-1985-04-12T23:20:30Z", "201X?", "2004-XX~", "1985-04-XX%",
                                 "-198X", "1985~/1986?", "-1985/-1984", "-1985/..", "1985?/", "../1985%"});
    expectLevel(EdtfLevel::Two,
                {"1XXX", "201X-XX", "20XX-XX-XX", "201X/2020", "2004-06-XX/..", "/2004-XX", "[1984]", "{1984}",
                 "[1984?,1985~]", "[198X,2004-06-XX]", "{-0001,0000}", "[..1980,1990..]", "[1984..1984]"});
    expectLevel(EdtfLevel::Extension,
                {"2026-01-27T10:00", "2026-01-27T10:00+01:00", "2026-01-27T10:00/2026-01-27T12:00",
                 "2026-01-27T10:00:00Z/..", "2026-01-27/2026-01-28T10:00:00",
                 "[2026-01-27T10:00:00..2026-01-27T11:00:00]", "{2026-01-27,2026-01-28T10:00:00}",
                 "[..2026-01-28T10:00:00]", "201X/2026-01-28T10:00:00Z"});
}

TEST(Edtf, ASetKeepsItsMembersAndRangesInTheOrderWritten) {
    const Edtf value = valueOf("[..1984,1990,1986..1988,1991..]");
    EXPECT_EQ(value.kind, EdtfKind::OneOf);
    ASSERT_EQ(value.memberCount(), 4U);
    EXPECT_EQ(value.member(0).first.kind, EdtfEndpoint::Kind::Open);
    EXPECT_EQ(value.member(0).last->date.year, 1984);
    EXPECT_EQ(value.member(1).first.date.year, 1990);
    EXPECT_FALSE(value.member(1).last);
    EXPECT_EQ(value.member(2).last->date.year, 1988);
    EXPECT_EQ(value.member(3).last->kind, EdtfEndpoint::Kind::Open);
    EXPECT_EQ(valueOf("{1984}").kind, EdtfKind::AllOf);
}

TEST(Edtf, ADayThatTheCalendarLacksIsNamed) {
    expectRefused({
        {"2026-02-29", 8, "there is no 29 February in 2026"},
        {"1900-02-29", 8, "there is no 29 February in 1900"},
        {"-0001-02-29", 9, "there is no 29 February in -0001"},
        {"2024-02-30", 8, "there is no 30 February"},
        {"2026-04-31", 8, "there is no 31 April"},
        {"2026-01-32", 8, "there is no day 32"},
        {"2026-01-00", 8, "there is no day 00"},
        {"2026-13", 5, "there is no month 13"},
        {"2026-00-01", 5, "there is no month 00"},
        {"2001-50", 5, "there is no month 50"},
        {"2001-21-01", 5, "there is no month 21"},
        {"-0000", 0, "there is no year -0000; the year before 0001 is 0000"},
        {"-0000-01-01", 0, "there is no year -0000; the year before 0001 is 0000"},
    });
}

TEST(Edtf, ADateOfTheWrongFormIsRefusedWithTheForm) {
    expectRefused({
        {"", 0, "there is no date; write one such as 2026-01-27"},
        {"201x", 3, "T, Z and X are written as capital letters"},
        {"19uu", 2, "an unspecified digit is written X"},
        {"985", 0, "a year has four digits"},
        {"-", 1, "a date is missing here"},
        {"+1985", 0, "a year takes no plus sign"},
        {"12026", 4, "a year has four digits, and a hyphen stands before the month"},
        {"20260127", 4, "a year has four digits, and a hyphen stands before the month"},
        {"20050924T100000", 4, "a year has four digits, and a hyphen stands before the month"},
        {"2026-1-27", 5, "a month has two digits"},
        {"2026-", 5, "a month has two digits"},
        {"2026-01-7", 8, "a day has two digits"},
        {"2026-01-", 8, "a day has two digits"},
        {"2026-01-271", 10, "there are too many digits here"},
        {"2026-01-27-01", 10, "\"-\" cannot stand here"},
        {"2026-01-27x", 10, "T, Z and X are written as capital letters"},
        {"January 2026", 7, "a date contains no spaces"},
        {"yesterday", 0, "a date begins with a year of four digits, not with \"y\""},
        {"\xC3\xA9t\xC3\xA9", 0, "a date begins with a year of four digits, not with \"\xC3\xA9\""},
        {"\xFF", 0, "a date begins with a year of four digits, not with \"\\xff\""},
        {std::string_view("2026\0", 5), 4, "\"\\x00\" cannot stand here"},
        {"2026?~", 5, "nothing may follow the ?, ~ or % of a date"},
        {"1985-04-12]", 10, "\"]\" cannot stand here"},
        {"1985,1986", 4, "several dates stand in a set, in [] or {}"},
        {"1985..1986", 4, "a range with two dots stands in a set, in [] or {}; an interval has a slash"},
        {"..", 0, "two dots stand for an open end, with a date in an interval or a set"},
        {"2004-XX-05-01", 8, "a day is known only where its month is"},
        {"201X-13", 5, "there is no month 13"},
    });
}

TEST(Edtf, WhiteSpaceIsNamedAnywhere) {
    expectRefused({
        {" 2026", 0, "a date contains no spaces"},
        {"2026 ", 4, "a date contains no spaces"},
        {"2026-01-27 10:00", 10, "a date contains no spaces"},
        {"2026-01-27\n", 10, "a date contains no spaces"},
        {"1985 / 1986", 4, "an interval contains no spaces"},
        {"[1984, 1985]", 6, "a set contains no spaces"},
        {"{ 1984}", 1, "a set contains no spaces"},
        {"[1984] ", 6, "a set contains no spaces"},
        {" ", 0, "a date contains no spaces"},
    });
}

TEST(Edtf, ATimeOffTheClockIsRefused) {
    expectRefused({
        {"2026-01-27T24:00:00", 11, "hours run from 00 to 23; midnight is 00:00:00 of the next day"},
        {"2026-01-27T25:00", 11, "hours run from 00 to 23"},
        {"2026-01-27T10:60", 14, "minutes run from 00 to 59"},
        {"2026-01-27T23:59:60Z", 17, "seconds run from 00 to 59"},
        {"2026-01-27T10", 11, "a time is written hh:mm or hh:mm:ss after the T"},
        {"2026-01-27T1000", 11, "a time is written hh:mm or hh:mm:ss after the T"},
        {"2026-01-27T10:0", 11, "a time is written hh:mm or hh:mm:ss after the T"},
        {"2026-01-27T", 11, "a time is written hh:mm or hh:mm:ss after the T"},
        {"2026-01-27T10:00:0", 17, "seconds have two digits"},
        {"2026-01-27T10:00:00.5", 19, "a time has no fractions of a second"},
        {"2026-01-27T10:00:00?", 19, "a date with a time takes no ?, ~ or %"},
        {"2026-01-27T10:00Z~", 17, "a date with a time takes no ?, ~ or %"},
        {"2026-01-27t10:00", 10, "T, Z and X are written as capital letters"},
        {"2026-01-27T10:00z", 16, "T, Z and X are written as capital letters"},
        {"2026-01T10:00", 7, "a time needs a whole date before it: year, month and day"},
        {"2026-01-XXT10:00", 10, "a time needs a whole date before it: year, month and day"},
        {"T10:00", 0, "a date begins with a year of four digits, not with \"T\""},
    });
}

TEST(Edtf, AnOffsetOutsideItsRangeIsRefused) {
    expectRefused({
        {"2026-01-27T10:00+24", 17, "the hours of an offset run from 00 to 23"},
        {"2026-01-27T10:00+01:60", 20, "the minutes of an offset run from 00 to 59"},
        {"2026-01-27T10:00+1", 16, "an offset from UTC is written +hh, -hh, +hh:mm, -hh:mm or Z"},
        {"2026-01-27T10:00+01:", 16, "an offset from UTC is written +hh, -hh, +hh:mm, -hh:mm or Z"},
        {"2026-01-27T10:00+0100", 19, "there are too many digits here"},
        {"2026-01-27T10:00-00:00", 16, "an offset of nothing is written Z or +00:00, without a minus sign"},
        {"2026-01-27T10:00-00", 16, "an offset of nothing is written Z or +00:00, without a minus sign"},
        {"2026-01-27T10:00ZZ", 17, "\"Z\" cannot stand here"},
    });
}

TEST(Edtf, AnIntervalWithoutADateOrTheWrongWayRoundIsRefused) {
    expectRefused({
        {"/", 0, "an interval needs a date on at least one side"},
        {"../..", 0, "an interval needs a date on at least one side"},
        {"../", 0, "an interval needs a date on at least one side"},
        {"/..", 0, "an interval needs a date on at least one side"},
        {"1985/1984", 5, "the interval ends before it begins"},
        {"2026-01-27/2026-01-26", 11, "the interval ends before it begins"},
        {"2026-02/2026-01-31", 8, "the interval ends before it begins"},
        {"2026-01-27T10:00/2026-01-27T09:59", 17, "the interval ends before it begins"},
        {"2026-01-27T10:00+01:00/2026-01-27T08:00Z", 23, "the interval ends before it begins"},
        {"2026-01-29T00:00Z/2026-01-27", 18, "the interval ends before it begins"},
        {"1984/1985/1986", 9, "an interval has only one slash"},
        {"1984//", 5, "an interval has only one slash"},
        {"1984/1985-13", 10, "there is no month 13"},
        {"1984/...", 7, "\".\" cannot stand here"},
        {"1984/[1985]", 5, "a date begins with a year of four digits, not with \"[\""},
    });
    EXPECT_EQ(toText(valueOf("2026-01-27/2026-01-27")), "2026-01-27/2026-01-27");
    EXPECT_EQ(valueOf("2026/2026-01").kind, EdtfKind::Interval);
    EXPECT_EQ(valueOf("2026-01-27T10:00Z/2026-01-27").kind, EdtfKind::Interval);
    // In a story of Los Angeles that instant is still the 27th, and in one of Auckland midnight of the 28th came before
    // it.
    EXPECT_EQ(valueOf("2026-01-28T05:00Z/2026-01-27").kind, EdtfKind::Interval);
    EXPECT_EQ(valueOf("2026-01-28/2026-01-27T12:00Z").kind, EdtfKind::Interval);
}

TEST(Edtf, ASetOfTheWrongFormIsRefused) {
    expectRefused({
        {"[]", 1, "a set needs at least one date"},
        {"{}", 1, "a set needs at least one date"},
        {"[..]", 3, "a date is missing here"},
        {"[", 1, "a date is missing here"},
        {"[1984", 5, "the set is not closed; \"]\" is missing"},
        {"{1984,1985", 10, "the set is not closed; \"}\" is missing"},
        {"[1984}", 5, "this set ends with \"]\""},
        {"{1984]", 5, "this set ends with \"}\""},
        {"[1984,]", 6, "a date is missing here"},
        {"[,1984]", 1, "a date is missing here"},
        {"[1984,,1985]", 6, "a date is missing here"},
        {"[1984]x", 6, "nothing may follow the set"},
        {"[1984]/1985", 6, "nothing may follow the set"},
        {"[1984/1985]", 5, "a set holds no intervals; write a range with two dots"},
        {"[1984,..1985]", 6, "only the first date of a set may have two dots before it"},
        {"[1984,..]", 6, "only the first date of a set may have two dots before it"},
        {"[1984..,1985]", 5, "only the last date of a set may have two dots after it"},
        {"[..1984..]", 7, "a range has two dots only once"},
        {"[1984..1985..1986]", 11, "a range has two dots only once"},
        {"[1672..1670]", 7, "the range ends before it begins"},
        {"[2026-01-27T10:00..2026-01-27T09:00]", 19, "the range ends before it begins"},
        {"[[1984]]", 1, "a date begins with a year of four digits, not with \"[\""},
        {"[1984,2026-02-29]", 14, "there is no 29 February in 2026"},
    });
}

TEST(Edtf, YearsOfMoreThanFourDigitsAreValidButNotSupported) {
    expectNotSupported(longYears, {"Y170000002", "Y-170000002", "Y10000", "Y17000~"});
    expectNotSupported(exponents, {"Y-17E7", "Y17E7", "Y1E4", "Y12345E1", "Y1E999999999999999999999"});
    expectNotSupported(significant,
                       {"1950S2", "1950S4", "-1950S1", "Y171010000S3", "Y3388E2S3", "Y3388E2S6", "Y17000S5?"});
    for (const char* text :
         {"Y",         "Y-",        "Y17",     "Y9999",    "Y017000",  "Y17E2",      "Y17E",       "Y17E07",
          "Y17E-7",    "YE7",       "Y17000S", "Y17000S0", "Y17000S6", "Y17000S2S2", "Y17000E2E2", "Y3388E2S7",
          "Y17000-01", "Y17000??",  "1950S",   "1950S0",   "1950S5",   "1950S02",    "195XS2",     "950S2",
          "-0000S2",   "1950-01S2", "-Y17000", "y17000",   "Y+17000"})
        EXPECT_EQ(errorOf(text).kind, EdtfError::Kind::Invalid) << text;
}

TEST(Edtf, PartsOfAYearAreValidButNotSupported) {
    expectNotSupported(seasons, {"2001-21", "2001-24", "2001-25", "2001-41", "-2001-32", "2001-21?", "2001-34~"});
    for (const char* text :
         {"2001-13", "2001-20", "2001-42", "2001-50", "2001-99", "2001-21-01", "2001-21T10:00", "2001-2"})
        EXPECT_EQ(errorOf(text).kind, EdtfError::Kind::Invalid) << text;
}

TEST(Edtf, AQualifierOfAPartOfADateIsValidButNotSupported) {
    expectNotSupported(partsOfDates,
                       {"2004-06~-11", "2004?-06-11", "?2004-06-~11", "2004-%06-11", "?2004", "%2004-06", "2004-~06",
                        "2004?-06", "2004?-06-11~", "?-2004-06", "2004?-21", "?201X", "2004-06-~XX", "2004-?06-11%"});
    for (const char* text :
         {"2004?-13-11", "2004-06~-31", "?2004-02-30", "??2004", "2004?\?-06", "?2004?", "2004-~06~-11", "2004-06-~",
          "2004~-06-11T10:00", "?", "~-", "?2004-06-11-12", "2004-?6", "-?2004"})
        EXPECT_EQ(errorOf(text).kind, EdtfError::Kind::Invalid) << text;
}

TEST(Edtf, UnspecifiedDigitsElsewhereThanAtTheRightAreValidButNotSupported) {
    expectNotSupported(digits, {"156X-12-25", "15XX-12-25", "XXXX-12-XX", "1XXX-12", "1984-1X", "XXXX",
                                "X9X5",       "19X5",       "2004-XX-05", "1984-X1", "1984-2X", "1984-02-2X",
                                "1984-12-3X", "XXXX-02-29", "198X-02-29", "-000X",   "-XXXX",   "1984-1X-31",
                                "XXXX-XX-XX", "1984-1X?",   "201X-06-XX"});
    // 1984-5X is no month and no code, 1984-02-3X no day; 190X holds a leap year (1904), 19X1 none.
    for (const char* text :
         {"1984-5X", "1984-X0-X0-XX", "1984-02-3X", "1985-02-X9-", "19X1-02-29", "1984-XX-32", "1984-XX-4X", "XXX",
          "XXXXX", "1984-X", "1984-XXX", "20XX-13", "201x", "201u", "1984-2X-01T10:00", "XXXX-12-XXT10:00"})
        EXPECT_EQ(errorOf(text).kind, EdtfError::Kind::Invalid) << text;
    expectNotSupported(digits, {"190X-02-29"});
}

TEST(Edtf, AnExclusionInsideAnIntervalOrASetIsAnExclusionOfTheWhole) {
    expectNotSupported(partsOfDates, {"2004-06-~01/2004-06-~20", "2004-06-~01/..", "[1984,2004-%06]"});
    expectNotSupported(
        seasons, {"2001-21/2003", "2001/2001-34", "[2001-21..2001-24]", "{1984,2001-21}", "../2001-21", "2001-21/"});
    expectNotSupported(longYears, {"Y-170000002/1985", "[..Y170000002]", "[Y170000002..]", "Y170000002/2001-21"});
    expectNotSupported(digits, {"156X-12-25/1985", "[156X-12-25,1984..1985]"});
    EXPECT_EQ(errorOf("[1984,2001-21]").position, 11U);
    for (const char* text :
         {"2001-21/2001-50", "2001-21/2026-02-29", "[2001-21,1985..1984]", "[2001-21", "[2001-21,]", "2001-21/1950S",
          "[2001-21,..1985]", "2001-21/2002/2003", "[2001-21, 2002]", "{2001-21]", "2001-21/ "})
        EXPECT_EQ(errorOf(text).kind, EdtfError::Kind::Invalid) << text;
}

TEST(Edtf, ALongTextIsReadInOnePass) {
    std::string text = "[1984";
    for (int i = 0; i < 100'000; ++i)
        text += ",1985-04";
    text += ']';
    const Edtf value = valueOf(text);
    EXPECT_EQ(value.memberCount(), 100'001U);
    EXPECT_EQ(toText(value), text);
    EXPECT_EQ(errorOf(std::string(1'000'000, 'X')).position, 0U);
    EXPECT_EQ(errorOf('Y' + std::string(1'000'000, '9')).kind, EdtfError::Kind::NotSupported);
    EXPECT_EQ(errorOf('Y' + std::string(1'000'000, '0')).kind, EdtfError::Kind::Invalid);
    EXPECT_EQ(errorOf(std::string(1'000'000, '[')).position, 1U);
}
