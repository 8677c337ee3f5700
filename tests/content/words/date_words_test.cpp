// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/content/words/date_words.h"

#include "model/story/story_builder.h"
#include <gtest/gtest.h>

using namespace quoteline;
using namespace quoteline::layout;

namespace {

const QLocale english(QLocale::English);

std::string words(std::string_view edtf, const DateContext& context) {
    const auto value = model::parseEdtf(edtf);
    return value ? dateInWords(*value, context).toStdString() : "not EDTF: " + value.error().reason.toStdString();
}

struct Row {
    const char* edtf;
    const char* brief; ///< short, 2026 implied
    const char* full;
};

void expectRows(std::initializer_list<Row> rows) {
    for (const Row& row : rows) {
        EXPECT_EQ(words(row.edtf, {english, DateStyle::Short, 2026, false}), row.brief) << row.edtf;
        EXPECT_EQ(words(row.edtf, {english, DateStyle::Long, 2026, false}), row.full) << row.edtf;
    }
}

std::string longWords(const char* language, std::string_view edtf) {
    return words(edtf, {QLocale(QString::fromLatin1(language)), DateStyle::Long, std::nullopt, false});
}

model::Story storyOf(std::initializer_list<const char*> dates, std::string_view language = "en",
                     model::EventStatus status = model::EventStatus::Happened) {
    model::StoryBuilder builder;
    model::StoryInput input;
    input.language = language;
    builder.setStory(input);
    builder.addLane({"l", "Lane", {}});
    builder.addActor({"a", "Actor", "", {}});
    int number = 0;
    for (const char* date : dates) {
        const std::string id = std::to_string(number++);
        model::EventInput event;
        event.id = id;
        event.title = "Event";
        event.lane = "l";
        event.actor = "a";
        event.status = status;
        event.when = date;
        event.whenBasis = "as written";
        builder.addEvent(event);
    }
    return builder.build().value();
}

} // namespace

TEST(DateWords, ADayIsSaidWithItsWeekdayAndAMonthOrAYearAsSomethingOneIsIn) {
    expectRows({
        {"2026-01-27", "Tue 27 Jan", "Tuesday 27 January 2026"},
        {"1985-04-12", "Fri 12 Apr 1985", "Friday 12 April 1985"},
        {"2026-01", "in January", "in January 2026"},
        {"1985-04", "in April 1985", "in April 1985"},
        {"2026", "in 2026", "in 2026"},
        {"1985", "in 1985", "in 1985"},
        {"[2026-01-27]", "Tue 27 Jan", "Tuesday 27 January 2026"},
        {"{2026-01-27}", "Tue 27 Jan", "Tuesday 27 January 2026"},
    });
}

TEST(DateWords, ATimeIsSaidAsWrittenWithItsOffset) {
    expectRows({
        {"2026-01-27T10:00", "27 Jan, 10:00", "27 January 2026, 10:00"},
        {"2026-01-27T10:00:00", "27 Jan, 10:00:00", "27 January 2026, 10:00:00"},
        {"2026-01-27T10:00+01:00", "27 Jan, 10:00 (UTC+1)", "27 January 2026, 10:00 (UTC+1)"},
        {"1985-04-12T23:20:30", "12 Apr 1985, 23:20:30", "12 April 1985, 23:20:30"},
        {"1985-04-12T23:20:30Z", "12 Apr 1985, 23:20:30 (UTC)", "12 April 1985, 23:20:30 (UTC)"},
        {"1985-04-12T23:20:30-04", "12 Apr 1985, 23:20:30 (UTC−4)", "12 April 1985, 23:20:30 (UTC−4)"},
        {"1985-04-12T23:20:30+04:30", "12 Apr 1985, 23:20:30 (UTC+4:30)", "12 April 1985, 23:20:30 (UTC+4:30)"},
        {"1985-04-12T23:20:30-00:30", "12 Apr 1985, 23:20:30 (UTC−0:30)", "12 April 1985, 23:20:30 (UTC−0:30)"},
    });
}

TEST(DateWords, AQualifierIsSaidInWords) {
    expectRows({
        {"2026-01-27~", "about 27 Jan", "about 27 January 2026"},
        {"2026-01-27?", "possibly 27 Jan", "possibly 27 January 2026; the source is not certain"},
        {"2026-01-27%", "around 27 Jan, undated", "around 27 January 2026; the source gives no date"},
        {"1984?", "possibly 1984", "possibly 1984; the source is not certain"},
        {"2004-06~", "about June 2004", "about June 2004"},
        {"2004-06-11%", "around 11 Jun 2004, undated", "around 11 June 2004; the source gives no date"},
        {"[2026-01-27%]", "around 27 Jan, undated", "around 27 January 2026; the source gives no date"},
        {"201X~", "about the 2010s", "about the 2010s"},
    });
}

TEST(DateWords, UnspecifiedDigitsAreSaidAsWhatTheyLeaveOpen) {
    expectRows({
        {"201X", "in the 2010s", "in the 2010s"},
        {"20XX", "in the years 2000 to 2099", "in the years 2000 to 2099"},
        {"1XXX", "in the years 1000 to 1999", "in the years 1000 to 1999"},
        {"2004-XX", "some month in 2004", "some month in 2004"},
        {"2026-XX", "some month in 2026", "some month in 2026"},
        {"1985-04-XX", "some day in April 1985", "some day in April 1985"},
        {"2026-04-XX", "some day in April", "some day in April 2026"},
        {"1985-XX-XX", "some day in 1985", "some day in 1985"},
        {"201X-XX", "some month in the 2010s", "some month in the 2010s"},
        {"000X", "in the years 0 (1 BC) to 9", "in the years 0 (1 BC) to 9"},
        {"-198X", "in the years -1989 (1990 BC) to -1980 (1981 BC)", "in the years -1989 (1990 BC) to -1980 (1981 BC)"},
    });
}

TEST(DateWords, WhatLastedIsSaidFromItsFirstToItsLastDay) {
    expectRows({
        {"2026-02-06/2026-02-22", "6–22 Feb", "6–22 February 2026"},
        {"2026-01-30/2026-02-02", "30 Jan – 2 Feb", "30 January – 2 February 2026"},
        {"2025-12-30/2026-01-02", "30 Dec 2025 – 2 Jan 2026", "30 December 2025 – 2 January 2026"},
        {"2026-01-27/2026-01-27", "Tue 27 Jan", "Tuesday 27 January 2026"},
        {"2004-02-01/2005-02-08", "1 Feb 2004 – 8 Feb 2005", "1 February 2004 – 8 February 2005"},
        {"2004-06/2004-08", "June–August 2004", "June–August 2004"},
        {"2004-06/2006-08", "June 2004 – August 2006", "June 2004 – August 2006"},
        {"2026-06/2026-06", "the whole of June", "the whole of June 2026"},
        {"1964/1964", "the whole of 1964", "the whole of 1964"},
        {"1964/2008", "1964–2008", "1964–2008"},
        {"2004-02-01/2005-02", "from 1 Feb 2004 to February 2005", "from 1 February 2004 to February 2005"},
        {"2004-02-01/2005", "from 1 Feb 2004 to 2005", "from 1 February 2004 to 2005"},
        {"2005/2006-02", "from 2005 to February 2006", "from 2005 to February 2006"},
        {"2004-06-XX/2004-07-03", "from some day in June 2004 to 3 Jul 2004",
         "from some day in June 2004 to 3 July 2004"},
        {"1984~/2004-06", "from about 1984 to June 2004", "from about 1984 to June 2004"},
        {"2026-02-06?/2026-02-22%", "from possibly 6 Feb to around 22 Feb",
         "from possibly 6 February 2026 to around 22 February 2026"},
    });
}

TEST(DateWords, WhatLastedForHoursIsSaidWithItsDayOnce) {
    expectRows({
        {"2026-01-27T10:00/2026-01-27T12:00", "27 Jan, 10:00–12:00", "from 10:00 to 12:00 on 27 January 2026"},
        {"2026-01-27T10:00+01:00/2026-01-27T12:00+01:00", "27 Jan, 10:00–12:00 (UTC+1)",
         "from 10:00 to 12:00 (UTC+1) on 27 January 2026"},
        {"2026-01-27T10:00Z/2026-01-27T12:00+01:00", "from 10:00 (UTC) on 27 Jan to 12:00 (UTC+1) on 27 Jan",
         "from 10:00 (UTC) on 27 January 2026 to 12:00 (UTC+1) on 27 January 2026"},
        {"2026-01-27T22:00/2026-01-28T02:00", "from 22:00 on 27 Jan to 02:00 on 28 Jan",
         "from 22:00 on 27 January 2026 to 02:00 on 28 January 2026"},
        {"2026-01-27/2026-01-28T02:00", "from 27 Jan to 02:00 on 28 Jan",
         "from 27 January 2026 to 02:00 on 28 January 2026"},
        {"2026-01-27T10:00/2026-01-27T10:00", "27 Jan, 10:00", "27 January 2026, 10:00"},
    });
}

TEST(DateWords, AnOpenEndIsNotAnUnknownOne) {
    expectRows({
        {"1985-04-12/..", "from 12 Apr 1985 onwards", "from 12 April 1985 onwards"},
        {"1985-04/..", "from April 1985 onwards", "from April 1985 onwards"},
        {"1985/..", "from 1985 onwards", "from 1985 onwards"},
        {"../1985-04-12", "until 12 Apr 1985", "until 12 April 1985"},
        {"../1985", "until 1985", "until 1985"},
        {"1985-04-12/", "from 12 Apr 1985 to an unknown date", "from 12 April 1985 to an unknown date"},
        {"/1985-04-12", "from an unknown date to 12 Apr 1985", "from an unknown date to 12 April 1985"},
        {"/1985", "from an unknown date to 1985", "from an unknown date to 1985"},
    });
}

TEST(DateWords, WhatHappenedOnceIsSaidAsAChoiceOrAsAStretch) {
    expectRows({
        {"[2026-01-24..2026-01-25]", "24 or 25 Jan", "24 or 25 January 2026"},
        {"[2026-01-24,2026-01-25]", "24 or 25 Jan", "24 or 25 January 2026"},
        {"[2026-01-31..2026-02-01]", "31 Jan or 1 Feb", "31 January or 1 February 2026"},
        {"[2025-12-31..2026-01-01]", "31 Dec 2025 or 1 Jan 2026", "31 December 2025 or 1 January 2026"},
        {"[2026-01-24..2026-01-28]", "between 24 and 28 Jan", "between 24 and 28 January 2026"},
        {"[2026-01-30..2026-02-02]", "between 30 Jan and 2 Feb", "between 30 January and 2 February 2026"},
        {"[2025-12-30..2026-01-02]", "between 30 Dec 2025 and 2 Jan 2026",
         "between 30 December 2025 and 2 January 2026"},
        {"[2026-01-24..2026-01-24]", "Sat 24 Jan", "Saturday 24 January 2026"},
        {"[2004-06..2004-07]", "June or July 2004", "June or July 2004"},
        {"[2004-06..2004-09]", "between June and September 2004", "between June and September 2004"},
        {"[2003-12..2004-01]", "December 2003 or January 2004", "December 2003 or January 2004"},
        {"[1670..1671]", "1670 or 1671", "1670 or 1671"},
        {"[1670..1672]", "between 1670 and 1672", "between 1670 and 1672"},
        {"[2026-01-27T10:00..2026-01-27T12:00]", "between 10:00 and 12:00 on 27 Jan",
         "between 10:00 and 12:00 on 27 January 2026"},
        {"[2026-01-27T22:00..2026-01-28T02:00]", "between 22:00 on 27 Jan and 02:00 on 28 Jan",
         "between 22:00 on 27 January 2026 and 02:00 on 28 January 2026"},
        {"[2026-01-24~..2026-01-28]", "between about 24 Jan and 28 Jan",
         "between about 24 January 2026 and 28 January 2026"},
    });
}

TEST(DateWords, AnOpenSideOfAPossibilityTakesTheWordOfItsUnit) {
    expectRows({
        {"[..2026-01-27]", "on or before 27 Jan", "on or before 27 January 2026"},
        {"[2026-01-27..]", "on or after 27 Jan", "on or after 27 January 2026"},
        {"[..1984]", "in or before 1984", "in or before 1984"},
        {"[1760-12..]", "in or after December 1760", "in or after December 1760"},
        {"[..1760-12-03]", "on or before 3 Dec 1760", "on or before 3 December 1760"},
        {"[..2026-01-27T10:00]", "at or before 10:00 on 27 Jan", "at or before 10:00 on 27 January 2026"},
        {"[2026-01-27T10:00Z..]", "at or after 10:00 (UTC) on 27 Jan", "at or after 10:00 (UTC) on 27 January 2026"},
        {"[..201X]", "in or before the 2010s", "in or before the 2010s"},
    });
}

TEST(DateWords, SetsAreListedWithOrAndWithAnd) {
    expectRows({
        {"[1667,1668,1670..1672]", "1667, 1668 or between 1670 and 1672", "1667, 1668 or between 1670 and 1672"},
        {"[1760-01,1760-02,1760-12..]", "January 1760, February 1760 or in or after December 1760",
         "January 1760, February 1760 or in or after December 1760"},
        {"[1667,1760-12]", "1667 or December 1760", "1667 or December 1760"},
        {"[2026-01-24,2026-01-26,2026-01-28]", "24, 26 or 28 Jan", "24, 26 or 28 January 2026"},
        {"[2026-01-24,2026-02-02]", "24 Jan or 2 Feb", "24 January or 2 February 2026"},
        {"[2025-12-24,2026-01-02]", "24 Dec 2025 or 2 Jan 2026", "24 December 2025 or 2 January 2026"},
        {"[2026-01-24?,2026-01-26]", "possibly 24 Jan or 26 Jan", "possibly 24 January 2026 or 26 January 2026"},
        {"{1960,1961-12}", "1960 and December 1961", "1960 and December 1961"},
        {"{1667,1668,1670..1672}", "1667, 1668 and 1670–1672", "1667, 1668 and 1670–1672"},
        {"{2026-01-24,2026-01-25}", "24 and 25 Jan", "24 and 25 January 2026"},
        {"{2026-01-24..2026-01-26}", "24–26 Jan", "24–26 January 2026"},
        {"{..1984}", "1984 and every year before", "1984 and every year before"},
        {"{1960-12..}", "December 1960 and every month after", "December 1960 and every month after"},
        {"{2026-01-27..}", "27 Jan and every day after", "27 January 2026 and every day after"},
        {"{..2026-01-27T10:00}", "10:00 on 27 Jan and all before", "10:00 on 27 January 2026 and all before"},
    });
}

TEST(DateWords, YearsBeforeOneAreGivenInBothCounts) {
    expectRows({
        {"-0043-03-15", "Fri 15 Mar -43 (44 BC)", "Friday 15 March -43 (44 BC)"},
        {"-1985", "in -1985 (1986 BC)", "in -1985 (1986 BC)"},
        {"0000", "in 0 (1 BC)", "in 0 (1 BC)"},
        {"0800-12-25", "Mon 25 Dec 800", "Monday 25 December 800"},
        {"-0043/-0030", "from -43 (44 BC) to -30 (31 BC)", "from -43 (44 BC) to -30 (31 BC)"},
        {"[-0043..-0030]", "between -43 (44 BC) and -30 (31 BC)", "between -43 (44 BC) and -30 (31 BC)"},
    });
}

TEST(DateWords, WhatIsScheduledSaysSo) {
    const DateContext brief{english, DateStyle::Short, 2026, true};
    EXPECT_EQ(words("2026-02-06/2026-02-22", brief), "6–22 Feb, scheduled");
    EXPECT_EQ(words("2026-02-06", brief), "Fri 6 Feb, scheduled");
    EXPECT_EQ(words("2026-02-06", {english, DateStyle::Long, 2026, true}), "Friday 6 February 2026, scheduled");
}

TEST(DateWords, WithoutAnImpliedYearTheShortFormSaysIt) {
    const DateContext brief{english, DateStyle::Short, std::nullopt, false};
    EXPECT_EQ(words("2026-01-27", brief), "Tue 27 Jan 2026");
    EXPECT_EQ(words("[2026-01-24..2026-01-28]", brief), "between 24 and 28 Jan 2026");
    EXPECT_EQ(words("2026-01-27T10:00/2026-01-27T12:00", brief), "27 Jan 2026, 10:00–12:00");
}

TEST(DateWords, NamesComeFromTheLanguageAndNothingIsSharedWhereTheYearComesFirst) {
    EXPECT_EQ(longWords("de", "2026-01-27"), "Dienstag, 27. Januar 2026");
    EXPECT_EQ(longWords("de", "2026-02-06/2026-02-22"), "6.–22. Februar 2026");
    EXPECT_EQ(longWords("it", "2026-02-06/2026-02-22"), "6–22 febbraio 2026");
    EXPECT_EQ(longWords("it", "2026-01-30/2026-02-02"), "30 gennaio – 2 febbraio 2026");
    EXPECT_EQ(longWords("ja", "2026-02-06/2026-02-22"), "2026年2月6日–2026年2月22日");
    EXPECT_EQ(longWords("en-US", "2026-01-27"), "Tuesday 27 January 2026");
}

TEST(DateWords, EveryWrittenFormSaysEachOfItsYears) {
    // A value that names a year must not lose it: only the implied one may go.
    for (const char* edtf : {"1985-04-12/2004-06", "[1667,1760-12]", "{1960,1961-12}", "1985-04-12/", "[..1985-04-12]",
                             "1985-04-XX", "1985-XX-XX", "1985~", "1985-04-12T23:20:30Z/1985-04-13"}) {
        const std::string brief = words(edtf, {english, DateStyle::Short, 2026, false});
        const std::string text(edtf);
        for (const char* year : {"1985", "2004", "1667", "1760", "1960", "1961"}) {
            if (text.find(year) != std::string::npos) {
                EXPECT_NE(brief.find(year), std::string::npos) << edtf << ": " << brief;
            }
        }
    }
}

TEST(DateWords, AnEventOfAStoryLeavesOutTheYearOfAll) {
    const model::Story story = storyOf({"2026-01-27", "2026-02-06/2026-02-22"}, "en", model::EventStatus::Scheduled);
    EXPECT_EQ(dateInWords(story, 1, DateStyle::Short).toStdString(), "6–22 Feb, scheduled");
    EXPECT_EQ(dateInWords(story, 1, DateStyle::Long).toStdString(), "6–22 February 2026, scheduled");
    EXPECT_EQ(dateInWords(storyOf({"2026-01-27"}, "it"), 0, DateStyle::Long).toStdString(), "martedì 27 gennaio 2026");
}

TEST(DateWords, TheLocaleOfAStoryIsNeverThatOfCOrOfTheMachine) {
    EXPECT_EQ(localeOf(storyOf({}, "it")).language(), QLocale::Italian);
    EXPECT_EQ(localeOf(storyOf({}, "pt-BR")).territory(), QLocale::Brazil);
    for (const char* unknown : {"", "zz", "C", "tlh", "not a language", "POSIX"})
        EXPECT_EQ(localeOf(storyOf({}, unknown)).language(), QLocale::English) << unknown;
    EXPECT_EQ(localeOf(model::Story()).language(), QLocale::English);
}

TEST(ImpliedYear, IsTheYearThatHoldsAllOrMostOfTheStory) {
    EXPECT_EQ(impliedYear(storyOf({"2026-01-24", "2026-02-22"})), 2026);
    EXPECT_EQ(impliedYear(storyOf({"2026"})), 2026);
    EXPECT_EQ(impliedYear(storyOf({"2025-12-20", "2026-12-31"})), 2026);
    EXPECT_EQ(impliedYear(storyOf({"2025-07-01", "2026-06-30"})), std::nullopt);
    EXPECT_EQ(impliedYear(storyOf({"1960", "2026"})), std::nullopt);
    EXPECT_EQ(impliedYear(storyOf({"-9999", "9999"})), std::nullopt);
    EXPECT_EQ(impliedYear(storyOf({})), std::nullopt);
}

TEST(RangeInWords, NamesTheFirstAndTheLastDay) {
    const auto at = [](int year, int month, int day, double hours = 0) {
        return static_cast<double>(model::startOfDate(year, month, day)) + hours * model::msPerHour;
    };
    const auto say = [](double start, double end) { return rangeInWords(start, end, english).toStdString(); };
    EXPECT_EQ(say(at(2026, 1, 24), at(2026, 2, 23)), "24 January – 22 February 2026");
    EXPECT_EQ(say(at(2026, 1, 24, 5.3), at(2026, 2, 22, 0.1)), "24 January – 22 February 2026");
    EXPECT_EQ(say(at(2026, 2, 6), at(2026, 2, 23)), "6–22 February 2026");
    EXPECT_EQ(say(at(2026, 1, 27), at(2026, 1, 28)), "27 January 2026");
    EXPECT_EQ(say(at(2025, 12, 30), at(2026, 1, 3)), "30 December 2025 – 2 January 2026");
    EXPECT_EQ(say(at(2026, 1, 27, 10), at(2026, 1, 27, 12)), "27 January 2026, 10:00–12:00");
    EXPECT_EQ(say(at(2026, 1, 27, 22), at(2026, 1, 28, 2)), "27 January 2026, 22:00 – 28 January 2026, 02:00");
    EXPECT_EQ(say(at(2026, 1, 27, 10), at(2026, 1, 27, 10) + 1500), "27 January 2026, 10:00:00–10:00:02");
    EXPECT_EQ(say(at(2026, 1, 27, 10), at(2026, 1, 27, 10)), "27 January 2026, 10:00:00");
    EXPECT_EQ(say(at(-9999, 1, 1), at(10000, 1, 1)), "1 January -9999 (10000 BC) – 31 December 9999");
    EXPECT_EQ(rangeInWords(at(2026, 2, 6), at(2026, 2, 23), QLocale(QLocale::German)).toStdString(),
              "6.–22. Februar 2026");
}
