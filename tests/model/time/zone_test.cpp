// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/time/zone.h"
#include "tests/model/time/edtf_generator.h"

#include <QDateTime>
#include <QFile>
#include <QTimeZone>
#include <algorithm>
#include <gtest/gtest.h>
#include <random>
#include <vector>

using namespace quoteline::model;
using quoteline::test::msOfDate;

namespace {

Zone zoneOf(const char* name) {
    auto zone = Zone::fromIana(name);
    EXPECT_TRUE(zone) << (zone ? "" : zone.error().toStdString());
    return zone.value_or(Zone());
}

std::int64_t offsetByQt(const QTimeZone& zone, std::int64_t utcMs) {
    return QDateTime::fromMSecsSinceEpoch(utcMs, zone).offsetFromUtc() * msPerSecond;
}

/// The instants at which the wall clock shows `civil`, by trying every offset the zone has within two days.
std::vector<std::int64_t> instantsOf(const QTimeZone& zone, CivilMs civil) {
    std::vector<std::int64_t> instants;
    for (std::int64_t near = civil - 2 * msPerDay; near <= civil + 2 * msPerDay; near += 6 * msPerHour) {
        const std::int64_t instant = civil - offsetByQt(zone, near);
        if (instant + offsetByQt(zone, instant) == civil)
            instants.push_back(instant);
    }
    std::sort(instants.begin(), instants.end());
    instants.erase(std::unique(instants.begin(), instants.end()), instants.end());
    return instants;
}

constexpr const char* zoneNames[] = {"Europe/Rome",    "America/New_York",    "Australia/Lord_Howe",
                                     "Asia/Kathmandu", "America/Los_Angeles", "Asia/Tokyo",
                                     "Pacific/Apia",   "Africa/Casablanca"};

} // namespace

TEST(Zone, WithoutANameItIsUtc) {
    const Zone zone;
    EXPECT_EQ(zone.name(), "UTC");
    EXPECT_EQ(zone.offsetAtUtc(1'769'500'000'000), 0);
    EXPECT_EQ(zone.civilFromUtc(42), 42);
    EXPECT_EQ(zone.utcFromCivil(42), 42);
    EXPECT_EQ(zoneOf("UTC").name(), "UTC");
}

TEST(Zone, AnOlderNameOfAZoneIsAZoneToo) {
    EXPECT_EQ(zoneOf("Asia/Calcutta").offsetAtUtc(0), 5 * msPerHour + 30 * msPerMinute);
    EXPECT_EQ(zoneOf("Etc/GMT+5").offsetAtUtc(0), -5 * msPerHour);
    EXPECT_EQ(zoneOf("Etc/UTC").offsetAtUtc(0), 0);
}

TEST(Zone, EveryOlderNameOfTheDatabaseIsTheZoneItStandsFor) {
    QFile database(QStringLiteral("/usr/share/zoneinfo/tzdata.zi"));
    ASSERT_TRUE(database.open(QIODevice::ReadOnly));
    int links = 0;
    while (!database.atEnd()) {
        const QList<QByteArray> words = database.readLine().simplified().split(' ');
        if (words.front() != "L")
            continue;
        ++links;
        const Zone older = zoneOf(words.at(2).constData());
        const Zone present = zoneOf(words.at(1).constData());
        EXPECT_EQ(older.name(), words.at(2).toStdString());
        for (const std::int64_t utc : {msOfDate(1975, 7, 1), msOfDate(2026, 1, 1), msOfDate(2026, 7, 1)})
            EXPECT_EQ(older.offsetAtUtc(utc), present.offsetAtUtc(utc)) << older.name() << ' ' << utc;
    }
    EXPECT_GT(links, 100);
}

TEST(Zone, AnUnknownNameIsRefusedWithASentenceThatNamesIt) {
    for (const char* name : {"",
                             "Rome",
                             "Europe",
                             "Europe/",
                             "Europe/Nowhere",
                             "europe/rome",
                             " Europe/Rome",
                             "Europe/Rome ",
                             "UTC+01:00",
                             "CET-1CEST,M3.5.0,M10.5.0/3",
                             "EST5EDT4",
                             "CEST",
                             "localtime",
                             "posixrules",
                             "posix/Europe/Rome",
                             "right/Europe/Rome",
                             "../../etc/passwd",
                             "Europe/../Europe/Rome",
                             "/usr/share/zoneinfo/Europe/Rome",
                             "zone.tab",
                             ":Europe/Rome",
                             "Europe/R\xC3\xB3ma",
                             "\xFF"}) {
        const auto zone = Zone::fromIana(name);
        ASSERT_FALSE(zone) << name;
        EXPECT_TRUE(zone.error().contains(QString::fromUtf8(name))) << zone.error().toStdString();
        EXPECT_TRUE(zone.error().startsWith(QStringLiteral("there is no time zone"))) << zone.error().toStdString();
    }
    EXPECT_FALSE(Zone::fromIana(std::string_view("Europe/Rome\0", 12)));
}

TEST(Zone, OffsetsAgreeWithQtMinuteByMinuteAroundTheChangesOfTheClock) {
    for (const char* name : zoneNames) {
        const Zone zone = zoneOf(name);
        const QTimeZone qt{QByteArray(name)};
        const auto changes = qt.transitions(QDateTime(QDate(2009, 1, 1), QTime(0, 0), QTimeZone::utc()),
                                            QDateTime(QDate(2030, 1, 1), QTime(0, 0), QTimeZone::utc()));
        for (const QTimeZone::OffsetData& change : changes) {
            const std::int64_t at = change.atUtc.toMSecsSinceEpoch();
            for (std::int64_t utc = at - msPerHour; utc <= at + msPerHour; utc += msPerMinute) {
                ASSERT_EQ(zone.offsetAtUtc(utc), offsetByQt(qt, utc)) << name << ' ' << utc;
                ASSERT_EQ(zone.offsetAtUtc(utc - 1), offsetByQt(qt, utc - 1)) << name << ' ' << utc;
            }
        }
    }
}

TEST(Zone, OffsetsAgreeWithQtFromTheFirstYearToTheLast) {
    std::mt19937_64 random(99);
    for (const char* name : zoneNames) {
        const Zone zone = zoneOf(name);
        const QTimeZone qt{QByteArray(name)};
        std::uniform_int_distribution<std::int64_t> instant(msOfDate(minYear, 1, 1), msOfDate(maxYear + 1, 1, 1));
        std::uniform_int_distribution<std::int64_t> modern(msOfDate(1850, 1, 1), msOfDate(2100, 1, 1));
        for (int i = 0; i < 2000; ++i) {
            for (const std::int64_t utc : {instant(random), modern(random)}) {
                ASSERT_EQ(zone.offsetAtUtc(utc), offsetByQt(qt, utc)) << name << ' ' << utc;
                ASSERT_EQ(zone.civilFromUtc(utc), utc + offsetByQt(qt, utc));
            }
        }
        for (const std::int64_t utc : {msOfDate(minYear, 1, 1), msOfDate(maxYear, 7, 1), msOfDate(maxYear + 1, 1, 1)})
            ASSERT_EQ(zone.offsetAtUtc(utc), offsetByQt(qt, utc)) << name << ' ' << utc;
    }
}

TEST(Zone, MoreDaysThanAreRememberedAreStillRight) {
    const Zone zone = zoneOf("Europe/Rome");
    const QTimeZone qt{QByteArray("Europe/Rome")};
    for (std::int64_t day = 0; day < 70'000; ++day) {
        const std::int64_t offset = zone.offsetAtUtc(day * msPerDay);
        ASSERT_TRUE(day % 997 != 0 || offset == offsetByQt(qt, day * msPerDay)) << day;
    }
    ASSERT_EQ(zone.offsetAtUtc(0), offsetByQt(qt, 0));
}

TEST(Zone, AWallClockTimeIsTheEarlierOfTwoInstantsAndInAGapTheClockOfBefore) {
    int gaps = 0;
    int folds = 0;
    for (const QByteArray& name : QTimeZone::availableTimeZoneIds()) {
        if (!name.contains('/'))
            continue;
        const Zone zone = zoneOf(name.constData());
        const QTimeZone qt(name);
        const auto changes = qt.transitions(QDateTime(QDate(2008, 1, 1), QTime(0, 0), QTimeZone::utc()),
                                            QDateTime(QDate(2013, 1, 1), QTime(0, 0), QTimeZone::utc()));
        for (const QTimeZone::OffsetData& change : changes) {
            const std::int64_t at = change.atUtc.toMSecsSinceEpoch();
            const std::int64_t before = offsetByQt(qt, at - 1);
            const std::int64_t after = offsetByQt(qt, at);
            const CivilMs middle = at + (before + after) / 2;
            for (const CivilMs civil : {at + before - 1, at + before, middle, at + after - 1, at + after,
                                        at + after + msPerHour, at + before - msPerHour}) {
                const auto instants = instantsOf(qt, civil);
                const std::int64_t expected = instants.empty() ? civil - before : instants.front();
                ASSERT_EQ(zone.utcFromCivil(civil), expected) << name.constData() << ' ' << civil;
                gaps += instants.empty();
                folds += instants.size() > 1;
            }
        }
    }
    EXPECT_GT(gaps, 1000);
    EXPECT_GT(folds, 1000);
}

TEST(Zone, TheNightsOfRomeWhenTheClockIsChanged) {
    const Zone rome = zoneOf("Europe/Rome");
    // 29 March 2026: 02:30 does not exist; by the clock of before it is 01:30 UTC, which the new clock calls 03:30.
    const std::int64_t spring = msOfDate(2026, 3, 29);
    EXPECT_EQ(rome.utcFromCivil(spring + 150 * msPerMinute), spring + 90 * msPerMinute);
    EXPECT_EQ(rome.civilFromUtc(spring + 90 * msPerMinute), spring + 210 * msPerMinute);
    // 25 October 2026: 02:30 comes at 00:30 and at 01:30 UTC.
    const std::int64_t autumn = msOfDate(2026, 10, 25);
    EXPECT_EQ(rome.utcFromCivil(autumn + 150 * msPerMinute), autumn + 30 * msPerMinute);
    EXPECT_EQ(rome.civilFromUtc(autumn + 30 * msPerMinute), autumn + 150 * msPerMinute);
    EXPECT_EQ(rome.civilFromUtc(autumn + 90 * msPerMinute), autumn + 150 * msPerMinute);
}

TEST(Zone, EveryHourOfAYearGoesToUtcAndBack) {
    for (const char* name : zoneNames) {
        const Zone zone = zoneOf(name);
        for (std::int64_t utc = msOfDate(2026, 1, 1); utc < msOfDate(2027, 1, 1); utc += msPerHour) {
            const std::int64_t back = zone.utcFromCivil(zone.civilFromUtc(utc));
            ASSERT_LE(back, utc) << name;
            ASSERT_EQ(zone.civilFromUtc(back), zone.civilFromUtc(utc)) << name;
        }
    }
}

TEST(Zone, ACopyAnswersLikeTheOriginal) {
    const Zone original = zoneOf("Australia/Lord_Howe");
    const std::int64_t utc = msOfDate(2026, 4, 4) + 15 * msPerHour;
    const std::int64_t offset = original.offsetAtUtc(utc);
    const Zone copy = original; // NOLINT(performance-unnecessary-copy-initialization): the copy is what is tested
    EXPECT_EQ(copy.name(), original.name());
    EXPECT_EQ(copy.offsetAtUtc(utc), offset);
    EXPECT_EQ(copy.offsetAtUtc(utc - msPerHour), original.offsetAtUtc(utc - msPerHour));
}
