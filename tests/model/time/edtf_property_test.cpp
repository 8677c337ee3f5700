// SPDX-License-Identifier: GPL-3.0-or-later
// What holds for every value and for every text, tried on many that are made at random from fixed seeds.
#include "model/time/edtf.h"
#include "model/time/time_range.h"
#include "tests/model/time/edtf_generator.h"

#include <QDate>
#include <gtest/gtest.h>

using namespace quoteline::model;
using namespace quoteline::test;

namespace {

std::string describe(const tl::expected<Edtf, EdtfError>& result) {
    return result ? toText(*result)
                  : result.error().reason.toStdString() + " at " + std::to_string(result.error().position);
}

void expectOrderly(const TimeRange& range) {
    ASSERT_LT(range.layoutStart, range.layoutEnd);
    ASSERT_EQ(range.earliest.value_or(range.layoutStart), range.layoutStart);
    ASSERT_EQ(range.end.value_or(range.layoutEnd), range.layoutEnd);
}

} // namespace

TEST(EdtfProperty, WhatTheGeneratorBuildsIsReadAndPrintedAlike) {
    EdtfGenerator generator(20260127);
    for (int i = 0; i < 200'000; ++i) {
        const EdtfGenerator::Value made = generator.value();
        const auto read = parseEdtf(made.text);
        ASSERT_TRUE(read) << made.text << ": " << describe(read);
        ASSERT_EQ(*read, made.value) << made.text;
        ASSERT_EQ(toText(made.value), made.text);
    }
}

TEST(EdtfProperty, TheBoundsOfADateAreThoseOfTheGenerator) {
    EdtfGenerator generator(7);
    for (int i = 0; i < 100'000; ++i) {
        const EdtfGenerator::Date made = generator.date();
        ASSERT_EQ(toText(made.value), made.text);
        const TimeRange range = resolve(made.value, Zone());
        ASSERT_EQ(range.earliest, made.utcStart()) << made.text;
        ASSERT_EQ(range.end, made.utcEnd()) << made.text;
        ASSERT_EQ(range.startPrecision, made.value.precision);
    }
}

TEST(EdtfProperty, AnIntervalOrARangeIsRefusedExactlyWhenItEndsBeforeItBegins) {
    EdtfGenerator generator(11);
    int refused = 0;
    for (int i = 0; i < 100'000; ++i) {
        const EdtfGenerator::Date first = generator.date();
        const EdtfGenerator::Date last = generator.date();
        const auto interval = parseEdtf(first.text + '/' + last.text);
        const auto range = parseEdtf('{' + first.text + ".." + last.text + '}');
        ASSERT_EQ(interval.has_value(), range.has_value()) << first.text << ' ' << last.text;
        if (EdtfGenerator::reversed(first, last)) {
            ++refused;
            ASSERT_FALSE(interval) << first.text << ' ' << last.text;
            ASSERT_EQ(interval.error().position, first.text.size() + 1);
            ASSERT_EQ(range.error().position, first.text.size() + 3);
        } else if (EdtfGenerator::inOrder(first, last)) {
            ASSERT_TRUE(interval) << first.text << ' ' << last.text << ": " << describe(interval);
        }
    }
    EXPECT_GT(refused, 30'000);
}

TEST(EdtfProperty, WhateverIsAcceptedPrintsBackAndEveryErrorHasAPlaceAndAReason) {
    EdtfGenerator generator(4711);
    const Zone rome = Zone::fromIana("Europe/Rome").value();
    int accepted = 0;
    int notSupported = 0;
    for (int i = 0; i < 300'000; ++i) {
        const std::string text = generator.garbage();
        const auto read = parseEdtf(text);
        if (read) {
            ++accepted;
            ASSERT_EQ(toText(*read), text);
            ASSERT_NO_FATAL_FAILURE(expectOrderly(resolve(*read, rome))) << text;
            ASSERT_EQ(resolveMembers(*read, rome).size(), read->memberCount());
            continue;
        }
        ASSERT_LE(read.error().position, text.size()) << text;
        ASSERT_FALSE(read.error().reason.isEmpty()) << text;
        const bool excluded = read.error().kind == EdtfError::Kind::NotSupported;
        notSupported += excluded;
        ASSERT_EQ(read.error().reason.startsWith(QStringLiteral("valid EDTF, not supported: ")), excluded) << text;
        ASSERT_FALSE(read.error().reason.endsWith(QLatin1Char('.')));
    }
    EXPECT_GT(accepted, 50'000);
    EXPECT_GT(notSupported, 1'000);
}

TEST(EdtfProperty, EveryBeginningOfAnExampleIsReadOrRefusedWithoutHarm) {
    for (const char* example : {"[1667-01-02T10:00:00+01:30,1668..1670,1671..]", "{..1984-XX-XX}",
                                "2004-06-XX/2004-07-03", "Y-17E7S3", "?2004-06-~11", "156X-12-25/.."}) {
        const std::string whole = example;
        for (std::size_t length = 0; length <= whole.size(); ++length) {
            const std::string text = whole.substr(0, length); // its own memory, so that a read past the end is seen
            const auto read = parseEdtf(text);
            if (read)
                EXPECT_EQ(toText(*read), text);
            else
                EXPECT_LE(read.error().position, text.size());
        }
    }
}

TEST(EdtfProperty, AYearMonthAndDayOfDigitsAreADateExactlyWhenQDateHasIt) {
    for (const int year : {0, 1, 4, 1900, 2000, 2023, 2024, 9999}) {
        for (int month = 0; month < 100; ++month) {
            for (int day = 0; day < 100; ++day) {
                char text[16];
                std::snprintf(text, sizeof text, "%04d-%02d-%02d", year, month, day);
                const auto read = parseEdtf(text);
                ASSERT_EQ(read.has_value(), QDate(year == 0 ? -1 : year, month, day).isValid()) << text;
                ASSERT_TRUE(read || read.error().kind == EdtfError::Kind::Invalid) << text;
            }
        }
    }
}

TEST(EdtfProperty, TwoDigitsAfterAYearAreAMonthACodeOrNothing) {
    for (int code = 0; code < 100; ++code) {
        char text[16];
        std::snprintf(text, sizeof text, "2001-%02d", code);
        const auto read = parseEdtf(text);
        ASSERT_EQ(read.has_value(), code >= 1 && code <= 12) << text;
        const bool notSupported = !read && read.error().kind == EdtfError::Kind::NotSupported;
        ASSERT_EQ(notSupported, code >= 21 && code <= 41) << text;
    }
}

TEST(EdtfProperty, HoursMinutesSecondsAndOffsetsKeepToTheClock) {
    for (int number = 0; number < 100; ++number) {
        char digits[4];
        std::snprintf(digits, sizeof digits, "%02d", number);
        const std::string two = digits;
        EXPECT_EQ(parseEdtf("2026-01-27T" + two + ":00:00").has_value(), number < 24) << two;
        EXPECT_EQ(parseEdtf("2026-01-27T00:" + two).has_value(), number < 60) << two;
        EXPECT_EQ(parseEdtf("2026-01-27T00:00:" + two).has_value(), number < 60) << two;
        EXPECT_EQ(parseEdtf("2026-01-27T00:00:00+" + two).has_value(), number < 24) << two;
        EXPECT_EQ(parseEdtf("2026-01-27T00:00:00-01:" + two).has_value(), number < 60) << two;
    }
}
