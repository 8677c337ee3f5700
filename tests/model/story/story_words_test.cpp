// SPDX-License-Identifier: GPL-3.0-or-later
// The words of the file format, and problems as people read them.
#include "model/story/problem.h"
#include "model/story/story.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <gtest/gtest.h>

using namespace quoteline::model;

namespace {

/// The words that the schema allows for a field of an object.
std::vector<std::string> allowed(const QString& definition, const QString& field) {
    QFile file(QStringLiteral(QUOTELINE_SOURCE_DIR "/resources/schema/story.schema.json"));
    EXPECT_TRUE(file.open(QIODevice::ReadOnly));
    const QJsonObject schema = QJsonDocument::fromJson(file.readAll()).object();
    const QJsonValue words =
        schema[QStringLiteral("$defs")][definition][QStringLiteral("properties")][field][QStringLiteral("enum")];
    std::vector<std::string> list;
    for (const QJsonValue word : words.toArray())
        list.push_back(word.toString().toStdString());
    EXPECT_FALSE(list.empty()) << definition.toStdString() << '.' << field.toStdString();
    return list;
}

} // namespace

TEST(Words, OfTheSchemaAreThoseTheProgramReadsAndWrites) {
    for (const std::string& word : allowed(QStringLiteral("event"), QStringLiteral("kind"))) {
        ASSERT_TRUE(fromWord<EventKind>(word)) << word;
        EXPECT_EQ(toWord(*fromWord<EventKind>(word)), word);
    }
    for (const std::string& word : allowed(QStringLiteral("event"), QStringLiteral("status"))) {
        ASSERT_TRUE(fromWord<EventStatus>(word)) << word;
        EXPECT_EQ(toWord(*fromWord<EventStatus>(word)), word);
    }
    for (const std::string& word : allowed(QStringLiteral("quote"), QStringLiteral("form"))) {
        ASSERT_TRUE(fromWord<QuoteForm>(word)) << word;
        EXPECT_EQ(toWord(*fromWord<QuoteForm>(word)), word);
    }
}

TEST(Words, RelationsAreReadAndWrittenTheSameAndOthersAreOther) {
    for (const char* word : {"repliesTo", "confirms", "agreesWith", "disputes", "corrects", "qualifies", "discusses"}) {
        EXPECT_NE(relationTypeFrom(word), RelationType::Other) << word;
        EXPECT_EQ(toWord(relationTypeFrom(word)), word);
    }
    EXPECT_EQ(relationTypeFrom("cites"), RelationType::Other);
    EXPECT_EQ(toWord(RelationType::Other), "");
}

TEST(Words, AnythingElseIsNoWordOfTheFormat) {
    for (const char* word : {"", "Report", "report ", "reports", "direct\n"}) {
        EXPECT_FALSE(fromWord<EventKind>(word)) << word;
        EXPECT_FALSE(fromWord<EventStatus>(word)) << word;
        EXPECT_FALSE(fromWord<QuoteForm>(word)) << word;
    }
}

TEST(Problem, IsOneLineWithPlaceReasonAndRemedy) {
    const Problem problem{12, QStringLiteral("$.events[3].when"), QStringLiteral("there is no 29 February 2026"),
                          QStringLiteral("write a day of the calendar")};
    const QString text = toText(problem);
    EXPECT_TRUE(text.contains(QStringLiteral("12")));
    EXPECT_TRUE(text.contains(problem.path));
    EXPECT_TRUE(text.contains(problem.what));
    EXPECT_TRUE(text.contains(problem.remedy, Qt::CaseInsensitive));
    EXPECT_FALSE(text.contains(u'\n'));
}

TEST(Problem, WithoutPlaceOrRemedyIsJustTheReason) {
    const QString text = toText({std::nullopt, QString(), QStringLiteral("the file is empty"), QString()});
    EXPECT_TRUE(text.startsWith(QStringLiteral("the file is empty"), Qt::CaseInsensitive)) << text.toStdString();
}
