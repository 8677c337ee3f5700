// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/content/words/display_text.h"
#include "app/export/data/data_export.h"

#include "app/content/story/story_view.h"
#include "app/open/story_file.h"
#include "model/text/utf8_text.h"
#include "tests/model/story_fixtures.h"
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <gtest/gtest.h>

namespace quoteline::ui {
namespace {

QJsonArray parsed(const QByteArray& json) {
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    EXPECT_EQ(error.error, QJsonParseError::NoError) << error.errorString().toStdString();
    EXPECT_TRUE(document.isArray());
    return document.array();
}

/// The embedded story as it stands in the file, read by another parser than the program's.
QJsonObject storyFile() {
    QFile file(QStringLiteral(QUOTELINE_SOURCE_DIR "/resources/stories/milano-cortina-2026.json"));
    EXPECT_TRUE(file.open(QIODevice::ReadOnly));
    return QJsonDocument::fromJson(file.readAll()).object();
}

model::Story embedded() {
    return loadStory(QString())->story;
}

/// A story with one event at each of these times, in Rome.
model::Story storyAt(const std::vector<const char*>& times) {
    model::StoryBuilder builder;
    builder.setStory({"Times", "", "en", "Europe/Rome", std::nullopt, {}});
    builder.addLane({"lane", "Lane", {}});
    builder.addActor({"actor", "Actor", "", {}});
    for (const char* when : times) {
        model::EventInput event;
        event.id = event.title = event.when = when;
        event.lane = "lane";
        event.actor = "actor";
        event.whenBasis = "a test";
        builder.addEvent(event);
    }
    return *builder.build();
}

TEST(DataExport, JsonCarriesEveryFieldOfTheStoryFile) {
    const QJsonArray list = parsed(listEvents(embedded(), ListFormat::Json));
    QHash<QString, QJsonObject> byId;
    for (const auto& event : list)
        byId.insert(event[u"id"].toString(), event.toObject());
    const QJsonArray events = storyFile()[u"events"].toArray();
    ASSERT_EQ(list.size(), events.size());
    ASSERT_EQ(byId.size(), events.size());
    for (const auto& written : events) {
        const QJsonObject listed = byId[written[u"id"].toString()];
        for (const char16_t* field : {u"id", u"title", u"when", u"lane", u"actor", u"kind", u"status"})
            EXPECT_EQ(listed[QString::fromUtf16(field)], written[QString::fromUtf16(field)]);
        const QJsonArray quotes = written[u"quotes"].toArray();
        const QJsonArray listedQuotes = listed[u"quotes"].toArray();
        ASSERT_EQ(listedQuotes.size(), quotes.size());
        for (qsizetype i = 0; i < quotes.size(); ++i) {
            EXPECT_EQ(listedQuotes[i].toObject().size(), 5);
            for (const char16_t* field : {u"source", u"exact", u"form"})
                EXPECT_EQ(listedQuotes[i][QString::fromUtf16(field)], quotes[i][QString::fromUtf16(field)]);
            for (const char16_t* field : {u"speaker", u"via"}) {
                const QJsonValue value = quotes[i][QString::fromUtf16(field)];
                EXPECT_EQ(listedQuotes[i][QString::fromUtf16(field)], value.isUndefined() ? QJsonValue() : value);
            }
        }
    }
}

TEST(DataExport, EventsStandInTheOrderOfTimeOneALine) {
    const model::Story story = embedded();
    const QByteArray json = listEvents(story, ListFormat::Json);
    EXPECT_EQ(json.count('\n'), static_cast<qsizetype>(story.eventCount()) + 2);
    const QJsonArray list = parsed(json);
    for (model::EventIndex event = 0; event < story.eventCount(); ++event)
        EXPECT_EQ(list[event][u"id"].toString(), model::fromUtf8(story.id(event)));
}

struct TimeCase {
    const char* when;
    const char* earliest; ///< null when open or unknown
    const char* end;
    const char* precision;
    const char* endPrecision; ///< null when the same
    std::vector<const char*> flags;
};

// From the meaning of the notation (Library of Congress, 2019) and Rome's offset of one hour in winter, two in summer.
const std::vector<TimeCase> timeCases{
    {"2026-01-27", "2026-01-27T00:00:00Z", "2026-01-28T00:00:00Z", "day", nullptr, {}},
    {"2026-02", "2026-02-01T00:00:00Z", "2026-03-01T00:00:00Z", "month", nullptr, {}},
    {"2024-02-29~", "2024-02-29T00:00:00Z", "2024-03-01T00:00:00Z", "day", nullptr, {"approximate"}},
    {"2026-01-27?", "2026-01-27T00:00:00Z", "2026-01-28T00:00:00Z", "day", nullptr, {"uncertain"}},
    {"2026-01-27%", "2026-01-27T00:00:00Z", "2026-01-28T00:00:00Z", "day", nullptr, {"approximate", "uncertain"}},
    {"201X", "2010-01-01T00:00:00Z", "2020-01-01T00:00:00Z", "decade", nullptr, {"unspecified"}},
    {"[2026-01-24..2026-01-25]", "2026-01-24T00:00:00Z", "2026-01-26T00:00:00Z", "day", nullptr, {}},
    {"[..2026-01-27]", nullptr, "2026-01-28T00:00:00Z", "day", nullptr, {"openStart"}},
    {"1985/..", "1985-01-01T00:00:00Z", nullptr, "year", nullptr, {"openEnd"}},
    {"1985/", "1985-01-01T00:00:00Z", nullptr, "year", nullptr, {"unknownEnd"}},
    {"/1985-04", nullptr, "1985-05-01T00:00:00Z", "month", nullptr, {"unknownStart"}},
    {"2004/2004-06-11", "2004-01-01T00:00:00Z", "2004-06-12T00:00:00Z", "year", "day", {}},
    {"2026-01-27T09:30:00+01:00", "2026-01-27T08:30:00Z", "2026-01-27T08:30:01Z", "second", nullptr, {}},
    {"2026-07-01T09:30", "2026-07-01T07:30:00Z", "2026-07-01T07:31:00Z", "minute", nullptr, {"zoneAssumed"}},
    {"-0043-03-15", "-0043-03-15T00:00:00Z", "-0043-03-16T00:00:00Z", "day", nullptr, {}},
};

TEST(DataExport, TimesAreInstantsWithPrecisionAndFlags) {
    std::vector<const char*> times;
    for (const TimeCase& expected : timeCases)
        times.push_back(expected.when);
    QHash<QString, QJsonObject> listed;
    for (const auto& event : parsed(listEvents(storyAt(times), ListFormat::Json)))
        listed.insert(event[u"when"].toString(), event.toObject());
    ASSERT_EQ(static_cast<std::size_t>(listed.size()), timeCases.size());
    const auto value = [](const char* word) { return word ? QJsonValue(QString::fromUtf8(word)) : QJsonValue(); };
    for (const TimeCase& expected : timeCases) {
        const QJsonObject event = listed[QString::fromUtf8(expected.when)];
        EXPECT_EQ(event[u"earliest"], value(expected.earliest)) << expected.when;
        EXPECT_EQ(event[u"end"], value(expected.end)) << expected.when;
        EXPECT_EQ(event[u"precision"], value(expected.precision)) << expected.when;
        EXPECT_EQ(event.contains(u"endPrecision"), expected.endPrecision != nullptr) << expected.when;
        if (expected.endPrecision) {
            EXPECT_EQ(event[u"endPrecision"], value(expected.endPrecision)) << expected.when;
        }
        QJsonArray flags;
        for (const char* flag : expected.flags)
            flags.append(QString::fromUtf8(flag));
        EXPECT_EQ(event[u"flags"].toArray(), flags) << expected.when;
    }
}

TEST(DataExport, AnyTextSurvivesJson) {
    for (std::uint32_t seed = 1; seed <= 20; ++seed) {
        const model::Story story = test::randomStory(seed, 25);
        const QJsonArray list = parsed(listEvents(story, ListFormat::Json));
        ASSERT_EQ(static_cast<std::size_t>(list.size()), story.eventCount());
        for (model::EventIndex event = 0; event < story.eventCount(); ++event) {
            EXPECT_EQ(list[event][u"title"].toString(), model::fromUtf8(story.title(event)));
            ASSERT_EQ(static_cast<std::size_t>(list[event][u"quotes"].toArray().size()), story.quoteCount(event));
            for (std::size_t i = 0; i < story.quoteCount(event); ++i)
                EXPECT_EQ(list[event][u"quotes"][static_cast<qsizetype>(i)][u"exact"].toString(),
                          model::fromUtf8(story.quote(event, i).exact));
        }
    }
}

TEST(DataExport, TextHasOneHarmlessLineForEachEvent) {
    for (std::uint32_t seed = 1; seed <= 20; ++seed) {
        const model::Story story = test::randomStory(seed, 25);
        const QString list = QString::fromUtf8(listEvents(story, ListFormat::Text));
        EXPECT_EQ(static_cast<std::size_t>(list.count(u'\n')), story.eventCount());
        EXPECT_FALSE(list.contains(
            QRegularExpression(QStringLiteral("[\\x00-\\x09\\x0B-\\x1F\\x7F-\\x9F\\x{202A}-\\x{202E}]"))));
        const QStringList lines = list.split(u'\n');
        for (model::EventIndex event = 0; event < story.eventCount(); ++event)
            EXPECT_TRUE(lines[event].contains(layout::displayLine(story.title(event)))) << lines[event].toStdString();
    }
}

TEST(DataExport, TitlesOfATextListBeginInOneColumn) {
    const model::Story story = embedded();
    const QStringList lines = QString::fromUtf8(listEvents(story, ListFormat::Text)).split(u'\n');
    for (model::EventIndex event = 0; event < story.eventCount(); ++event)
        EXPECT_EQ(lines[event].indexOf(model::fromUtf8(story.title(event))),
                  lines[0].indexOf(model::fromUtf8(story.title(0))));
    EXPECT_TRUE(lines[0].startsWith(QStringLiteral("24 or 25 Jan 2026  "))) << lines[0].toStdString();
    EXPECT_TRUE(lines[0].contains(QStringLiteral("(Media; 1 quote"))) << lines[0].toStdString();
}

TEST(DataExport, AStoryWithoutEventsIsAnEmptyList) {
    EXPECT_EQ(parsed(listEvents(model::Story(), ListFormat::Json)).size(), 0);
    EXPECT_EQ(listEvents(model::Story(), ListFormat::Text), QByteArray());
    EXPECT_EQ(listEvents(model::Story(), ListFormat::Csv).count("\r\n"), 1);
}

TEST(DataExport, AListComesInPiecesAndEndsWhenTheyAreRefused) {
    const model::Story story = test::randomStory(7, 2000);
    for (const ListFormat format : {ListFormat::Text, ListFormat::Json, ListFormat::Csv}) {
        const QByteArray whole = listEvents(story, format);
        QByteArray pieces;
        int count = 0;
        EXPECT_TRUE(listEvents(story, format, [&](QByteArrayView piece) {
            pieces.append(piece);
            ++count;
            return true;
        }));
        EXPECT_EQ(pieces, whole);
        EXPECT_GT(count, 2);
        int taken = 0;
        EXPECT_FALSE(listEvents(story, format, [&taken](QByteArrayView) { return ++taken < 2; }));
        EXPECT_EQ(taken, 2);
    }
}

} // namespace
} // namespace quoteline::ui
