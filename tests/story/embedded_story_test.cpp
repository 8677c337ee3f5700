// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/file/story_reader.h"
#include "model/file/story_writer.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <gtest/gtest.h>

using namespace quoteline::model;

namespace {

QByteArray contentOf(const char* path) {
    QFile file(QStringLiteral(QUOTELINE_SOURCE_DIR "/") + QString::fromUtf8(path));
    EXPECT_TRUE(file.open(QIODevice::ReadOnly)) << path;
    return file.readAll();
}

std::string_view viewOf(const QByteArray& bytes) {
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

tl::expected<ReadSuccess, ReadFailure> read(const QByteArray& bytes, const ReadOptions& options = {}) {
    return readStory(*bytesOf(viewOf(bytes)), options);
}

std::string textOf(const std::vector<Problem>& problems) {
    QString text;
    for (const Problem& problem : problems)
        text += toText(problem) + QLatin1Char('\n');
    return text.toStdString();
}

class EmbeddedStory : public testing::Test {
protected:
    const QByteArray m_bytes = contentOf("resources/stories/milano-cortina-2026.json");
};

TEST_F(EmbeddedStory, IsReadWithoutProblemsOrNotices) {
    const auto result = read(m_bytes);
    ASSERT_TRUE(result.has_value()) << textOf(result.error().problems);
    EXPECT_EQ(result->noticeCount, 0U) << textOf(result->notices);
    const Story& story = result->story;
    EXPECT_EQ(story.eventCount(), 15U);
    EXPECT_EQ(story.quoteCount(), 28U);
    EXPECT_EQ(story.sources().size(), 2U);
    EXPECT_EQ(story.zone().name(), "Europe/Rome");
    EXPECT_EQ(story.coreWindowText(), "2026-01-27/2026-02-22");
    EXPECT_EQ(story.language(), "en");
}

TEST_F(EmbeddedStory, IsWrittenAsItStandsByteForByte) {
    const auto result = read(m_bytes);
    ASSERT_TRUE(result.has_value()) << textOf(result.error().problems);
    EXPECT_EQ(writeStory(result->story), m_bytes.toStdString());
}

TEST_F(EmbeddedStory, ReadsTheSameInSmallPieces) {
    const auto whole = read(m_bytes);
    ASSERT_TRUE(whole.has_value());
    for (const std::size_t size : {1U, 7U, 1000U}) {
        ReadOptions options;
        options.blockSize = size;
        options.batchSize = size;
        const auto pieces = read(m_bytes, options);
        ASSERT_TRUE(pieces.has_value()) << textOf(pieces.error().problems);
        EXPECT_EQ(pieces->story, whole->story);
    }
}

TEST_F(EmbeddedStory, EndsEveryQuoteAndSpeakerInItsLists) {
    const auto result = read(m_bytes);
    ASSERT_TRUE(result.has_value());
    const Story& story = result->story;
    for (EventIndex event = 0; event < story.eventCount(); ++event) {
        EXPECT_GT(story.quoteCount(event), 0U) << story.id(event);
        for (std::size_t i = 0; i < story.quoteCount(event); ++i) {
            EXPECT_LT(story.quote(event, i).source, story.sources().size());
            EXPECT_FALSE(story.quote(event, i).exact.empty());
        }
        for (std::size_t i = 0; i < story.relationCount(event); ++i)
            EXPECT_NE(story.relation(event, i).event, event);
    }
    const auto published = latestDatedPublication(story);
    ASSERT_TRUE(published.has_value());
    EXPECT_EQ(published->end, startOfDate(2026, 1, 29));
}

/// `value` with the change of a variant made at the path that is left.
QJsonValue changed(const QJsonValue& value, QStringList path, const QJsonObject& variant) {
    if (path.isEmpty())
        return variant.value(QStringLiteral("set"));
    const QString step = path.takeFirst();
    if (value.isArray()) {
        QJsonArray array = value.toArray();
        array[step.toInt()] = changed(array.at(step.toInt()), path, variant);
        return array;
    }
    QJsonObject object = value.toObject();
    if (path.isEmpty() && variant.contains(QStringLiteral("remove")))
        object.remove(step);
    else
        object[step] = changed(object.value(step), path, variant);
    return object;
}

/// The schema is tested with the same list.
TEST(StoryVariants, AreReadOrRefusedAsTheListSays) {
    const QJsonObject file = QJsonDocument::fromJson(contentOf("tests/story/variants.json")).object();
    const QJsonArray variants = file.value(QStringLiteral("variants")).toArray();
    ASSERT_GT(variants.size(), 40);
    for (const QJsonValue each : variants) {
        const QJsonObject variant = each.toObject();
        SCOPED_TRACE(variant.value(QStringLiteral("name")).toString().toStdString());
        const QString path = variant.value(QStringLiteral("at")).toString();
        QJsonValue story = file.value(QStringLiteral("base"));
        if (!path.isEmpty())
            story = changed(story, path.split(QLatin1Char('/')), variant);
        const auto result = read(QJsonDocument(story.toObject()).toJson());
        EXPECT_EQ(result.has_value(), variant.value(QStringLiteral("reader")).toBool())
            << (result ? "it was read" : textOf(result.error().problems));
        if (!result) {
            EXPECT_GT(result.error().problemCount, 0U);
        }
    }
}

} // namespace
