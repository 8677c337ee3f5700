// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/open/story_file.h"

#include "app/command/headless.h"
#include <QFile>
#include <QTemporaryDir>
#include <gtest/gtest.h>

namespace quoteline::ui {
namespace {

const model::Problem problem{12, QStringLiteral("$.events[3].when"), QStringLiteral("there is no 29 February 2026"),
                             QStringLiteral("Write another day")};

TEST(StoryFile, WithoutANameItIsTheStoryInside) {
    const auto story = loadStory(QString());
    ASSERT_TRUE(story.has_value());
    EXPECT_EQ(story->story.eventCount(), 15U);
    EXPECT_EQ(story->noticeCount, 0U);
}

TEST(StoryFile, AProblemIsALineThatEditorsJumpTo) {
    EXPECT_EQ(problemLine(QStringLiteral("a.json"), problem),
              QStringLiteral("a.json:12: $.events[3].when: there is no 29 February 2026. Write another day"));
    EXPECT_EQ(noticeLine(QStringLiteral("a.json"), problem),
              QStringLiteral("a.json:12: notice: $.events[3].when: there is no 29 February 2026. Write another day"));
    EXPECT_EQ(problemLine(QStringLiteral("a.json"), {std::nullopt, {}, QStringLiteral("the file is empty"), {}}),
              QStringLiteral("a.json: the file is empty"));
}

TEST(StoryFile, ANameCannotBreakALine) {
    EXPECT_EQ(storyName(QStringLiteral("a\nb\x1b[31m.json")), QStringLiteral("a b\u241B[31m.json"));
    EXPECT_EQ(storyName(QStringLiteral("a\u202Eb")), QStringLiteral("a[RLO]b"));
    EXPECT_FALSE(storyName(QString()).isEmpty());
}

TEST(StoryFile, MoreProblemsThanWereKeptAreCounted) {
    model::ReadFailure failure;
    failure.problems.assign(model::maxProblems, problem);
    failure.problemCount = 12'345;
    const QStringList lines = failureLines(QStringLiteral("a.json"), failure);
    ASSERT_EQ(lines.size(), 101);
    EXPECT_TRUE(lines.last().startsWith(QStringLiteral("a.json: "))) << lines.last().toStdString();
    EXPECT_TRUE(lines.last().contains(QStringLiteral("12245"))) << lines.last().toStdString();

    failure.problemCount = failure.problems.size();
    EXPECT_EQ(failureLines(QStringLiteral("a.json"), failure).size(), 100);
}

TEST(StoryFile, WhatCannotBeReadNamesTheFileOnce) {
    const QTemporaryDir folder;
    for (const QString& path : {folder.path(), folder.filePath(QStringLiteral("none.json"))}) {
        const auto story = loadStory(path);
        ASSERT_FALSE(story.has_value());
        EXPECT_EQ(story.error().kind, model::ReadFailure::Kind::Unreadable);
        const QStringList lines = failureLines(path, story.error());
        ASSERT_EQ(lines.size(), 1);
        EXPECT_EQ(lines.first().count(path), 1) << lines.first().toStdString();
    }
}

/// Runs with files in the place of the standard streams.
struct Session {
    QTemporaryDir folder;
    QByteArray out;
    QByteArray err;
    int status = -1;

    explicit Session(const QStringList& arguments) {
        const QByteArray outName = QFile::encodeName(folder.filePath(QStringLiteral("out")));
        const QByteArray errName = QFile::encodeName(folder.filePath(QStringLiteral("err")));
        std::FILE* outFile = std::fopen(outName.constData(), "w");
        std::FILE* errFile = std::fopen(errName.constData(), "w");
        status = runHeadless(*parseCommandLine(arguments), outFile, errFile);
        std::fclose(outFile);
        std::fclose(errFile);
        out = contentsOf(outName);
        err = contentsOf(errName);
    }
    static QByteArray contentsOf(const QByteArray& name) {
        QFile file(QFile::decodeName(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
};

TEST(Headless, ResultsGoToTheOutputAndNothingToTheMessages) {
    const Session help({QStringLiteral("--help")});
    EXPECT_EQ(help.out, helpText().toUtf8());
    EXPECT_EQ(help.err, QByteArray());
    EXPECT_EQ(help.status, exitDone);
    const Session list({QStringLiteral("--list"), QStringLiteral("--format"), QStringLiteral("csv")});
    EXPECT_EQ(list.out, listEvents(loadStory(QString())->story, ListFormat::Csv));
    EXPECT_EQ(list.err, QByteArray());
    EXPECT_EQ(list.status, exitDone);
}

TEST(Headless, AnOutputThatTakesNothingIsAFailure) {
    for (const char* mode : {"--help", "--list", "--check"}) {
        std::FILE* full = std::fopen("/dev/full", "w");
        ASSERT_NE(full, nullptr);
        const QTemporaryDir folder;
        const QByteArray errName = QFile::encodeName(folder.filePath(QStringLiteral("err")));
        std::FILE* err = std::fopen(errName.constData(), "w");
        EXPECT_EQ(runHeadless(*parseCommandLine({QLatin1StringView(mode)}), full, err), exitFailed) << mode;
        std::fclose(full);
        std::fclose(err);
        EXPECT_TRUE(Session::contentsOf(errName).contains("No space left on device")) << mode;
    }
}

} // namespace
} // namespace quoteline::ui
