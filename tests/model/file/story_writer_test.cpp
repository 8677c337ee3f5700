// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/file/story_writer.h"

#include "tests/model/story_fixtures.h"
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <gtest/gtest.h>

using namespace quoteline::model;
using namespace quoteline::test;

namespace {

void expectRoundTrip(const Story& story) {
    const std::string text = writeStory(story);
    const Story again = storyOf(text);
    EXPECT_TRUE(again == story) << text.substr(0, 2000);
    EXPECT_EQ(writeStory(again), text);
}

} // namespace

TEST(StoryWriter, TheCanonicalTextOfASmallStoryIsExactlyThis) {
    StoryBuilder builder;
    StoryInput head;
    head.title = "A \"title\"";
    head.timeZone = "Europe/Rome";
    const ExtraFields extra{{"x", "[1,  2]"}};
    head.extra = extra;
    builder.setStory(head);
    builder.addLane({"l", "Lane", {}});
    builder.addActor({"a", "Actor", "", {}});
    EventInput event;
    event.id = "e";
    event.title = "Title\n";
    event.lane = "l";
    event.actor = "a";
    event.when = "2026-01-27";
    builder.addEvent(event);
    const Story story = builder.build().value();
    EXPECT_EQ(writeStory(story), R"json({
  "format": "quoteline-story",
  "version": 1,
  "title": "A \"title\"",
  "language": "en",
  "timeZone": "Europe/Rome",
  "lanes": [
    {
      "id": "l",
      "name": "Lane"
    }
  ],
  "actors": [
    {
      "id": "a",
      "name": "Actor",
      "role": ""
    }
  ],
  "sources": [],
  "events": [
    {
      "id": "e",
      "title": "Title\n",
      "lane": "l",
      "actor": "a",
      "kind": "report",
      "when": "2026-01-27",
      "whenBasis": "",
      "status": "happened",
      "quotes": [],
      "relations": []
    }
  ],
  "x": [1,  2]
}
)json");
}

TEST(StoryWriter, AnEmptyStoryComesBack) {
    expectRoundTrip(Story());
}

TEST(StoryWriter, ASmallStoryComesBackWithEverythingInIt) {
    expectRoundTrip(storyOf(smallStory()));
}

TEST(StoryWriter, RandomStoriesComeBackAndAreWrittenTheSameAgain) {
    for (std::uint32_t seed = 1; seed <= 150; ++seed) {
        SCOPED_TRACE(seed);
        expectRoundTrip(randomStory(seed, seed % 40));
    }
}

TEST(StoryWriter, AnotherParserReadsTheSameTextsFromIt) {
    const Story story = randomStory(7, 60);
    QJsonParseError error{};
    const std::string text = writeStory(story);
    const auto document = QJsonDocument::fromJson(QByteArray::fromStdString(text), &error);
    ASSERT_EQ(error.error, QJsonParseError::NoError) << error.errorString().toStdString();
    const QJsonArray events = document[QStringLiteral("events")].toArray();
    ASSERT_EQ(events.size(), static_cast<qsizetype>(story.eventCount()));
    for (EventIndex event = 0; event < story.eventCount(); ++event) {
        const QJsonObject object = events.at(static_cast<qsizetype>(event)).toObject();
        EXPECT_EQ(object[QStringLiteral("title")].toString().toStdString(), story.title(event));
        EXPECT_EQ(object[QStringLiteral("when")].toString().toStdString(), story.whenText(event));
        const QJsonArray quotes = object[QStringLiteral("quotes")].toArray();
        ASSERT_EQ(quotes.size(), static_cast<qsizetype>(story.quoteCount(event)));
        for (qsizetype i = 0; i < quotes.size(); ++i)
            EXPECT_EQ(quotes[i][QStringLiteral("exact")].toString().toStdString(),
                      story.quote(event, static_cast<std::size_t>(i)).exact);
    }
}

TEST(StoryWriter, UnknownFieldsAreWrittenLetterByLetterAsTheyWereRead) {
    const std::string raw = "{ \"a\"\t:[1.0,1e5 , -0,\r\n\"\\u0041\\/\"] }";
    const std::string text =
        with(smallStory(), "\"title\": \"It is said\"", joined({"\"mine\": ", raw, ", \"title\": \"It is said\""}));
    const std::string written = writeStory(storyOf(text));
    EXPECT_NE(written.find(joined({"\"mine\": ", raw})), std::string::npos) << written;
}
