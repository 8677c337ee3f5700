// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/file/story_writer.h"
#include "tests/model/story_fixtures.h"

#include <QFile>
#include <QTemporaryDir>
#include <gtest/gtest.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

using namespace quoteline::model;
using namespace quoteline::test;

namespace {

class Files : public testing::Test {
protected:
    QString path(const char* name) const { return m_folder.filePath(QString::fromUtf8(name)); }
    QString write(const char* name, std::string_view text) const {
        QFile file(path(name));
        EXPECT_TRUE(file.open(QIODevice::WriteOnly));
        EXPECT_EQ(file.write(text.data(), static_cast<qint64>(text.size())), static_cast<qint64>(text.size()));
        return path(name);
    }
    static void expectRefused(const QString& path, const QString& reason) {
        const auto bytes = bytesOfFile(path);
        ASSERT_FALSE(bytes) << path.toStdString();
        EXPECT_TRUE(bytes.error().contains(path)) << bytes.error().toStdString();
        EXPECT_TRUE(bytes.error().contains(reason)) << bytes.error().toStdString();
    }

private:
    QTemporaryDir m_folder;
};

/// Hands out the text and fails after some bytes.
class FailingSource final : public ByteSource {
public:
    FailingSource(std::string text, std::size_t failAt)
        : m_text(std::move(text))
        , m_failAt(failAt) {}
    tl::expected<std::size_t, QString> read(std::span<char> into) override {
        if (m_at >= m_failAt)
            return tl::unexpected(QStringLiteral("the disk is gone"));
        const std::size_t count = std::min({into.size(), m_failAt - m_at, m_text.size() - m_at});
        m_text.copy(into.data(), count, m_at);
        m_at += count;
        return count;
    }
    tl::expected<void, QString> rewind() override { return tl::unexpected(QStringLiteral("no way back")); }
    std::uint64_t size() const override { return 0; }

private:
    std::string m_text;
    std::size_t m_failAt;
    std::size_t m_at = 0;
};

} // namespace

TEST_F(Files, AStoryIsReadFromAFileAsFromMemory) {
    const std::string text = writeStory(randomStory(4, 30));
    auto bytes = bytesOfFile(write("a story é.json", text));
    ASSERT_TRUE(bytes) << bytes.error().toStdString();
    EXPECT_EQ((*bytes)->size(), text.size());
    ReadOptions options;
    options.blockSize = 1000;
    const auto result = readStory(**bytes, options);
    ASSERT_TRUE(result);
    EXPECT_TRUE(result->story == storyOf(text));
}

TEST_F(Files, TheLinesOfProblemsAreFoundInASecondPassOverTheFile) {
    auto bytes = bytesOfFile(write("story.json", with(smallStory(), "\"report\"", "\"rumour\"")));
    ASSERT_TRUE(bytes);
    const auto result = readStory(**bytes);
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().problems.at(0).line, 26);
}

TEST_F(Files, WhatIsNoRegularFileIsRefusedByNameWithoutWaiting) {
    ASSERT_EQ(mkfifo(path("pipe").toLocal8Bit().constData(), 0600), 0);
    expectRefused(path("pipe"), QStringLiteral("pipe"));
    expectRefused(path("."), QStringLiteral("folder"));
    expectRefused(QStringLiteral("/dev/zero"), QStringLiteral("device"));
    expectRefused(QStringLiteral("/dev/null"), QStringLiteral("device"));
    expectRefused(path("missing"), QStringLiteral("No such file"));
    expectRefused(path("missing/story"), QStringLiteral("No such file"));
    ASSERT_EQ(symlink("pipe", path("link").toLocal8Bit().constData()), 0);
    expectRefused(path("link"), QStringLiteral("pipe"));
    ASSERT_EQ(symlink("loop", path("loop").toLocal8Bit().constData()), 0);
    expectRefused(path("loop"), QStringLiteral("cannot be opened"));
}

TEST_F(Files, ASocketIsNoFile) {
    const int descriptor = socket(AF_UNIX, SOCK_STREAM, 0);
    ASSERT_GE(descriptor, 0);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    const QByteArray name = path("socket").toLocal8Bit();
    ASSERT_LT(static_cast<std::size_t>(name.size()), sizeof address.sun_path);
    std::copy(name.begin(), name.end(), address.sun_path);
    ASSERT_EQ(bind(descriptor, reinterpret_cast<const sockaddr*>(&address), sizeof address), 0);
    expectRefused(path("socket"), QStringLiteral("is not a file"));
    close(descriptor);
}

TEST_F(Files, AFileWithoutPermissionIsRefusedWithTheReasonOfTheSystem) {
    if (geteuid() == 0)
        GTEST_SKIP() << "the superuser may read every file";
    const QString file = write("secret.json", "{}");
    ASSERT_EQ(chmod(file.toLocal8Bit().constData(), 0), 0);
    expectRefused(file, QStringLiteral("Permission denied"));
}

TEST_F(Files, AnErrorWhileReadingIsUnreadableWithTheReasonOfTheSystem) {
    // A regular file that can be opened, but has no memory at address 0 to read.
    auto bytes = bytesOfFile(QStringLiteral("/proc/self/mem"));
    if (!bytes)
        GTEST_SKIP() << "no /proc/self/mem: " << bytes.error().toStdString();
    const auto result = readStory(**bytes);
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().kind, ReadFailure::Kind::Unreadable);
    ASSERT_EQ(result.error().problems.size(), 1U);
    EXPECT_EQ(result.error().problemCount, 1U);
    EXPECT_TRUE(result.error().problems[0].what.contains(QStringLiteral("Input/output error"))) << describe(result);
}

TEST_F(Files, AnEmptyFileIsAnEmptyFile) {
    auto bytes = bytesOfFile(write("empty", ""));
    ASSERT_TRUE(bytes);
    const auto result = readStory(**bytes);
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().kind, ReadFailure::Kind::Malformed);
    EXPECT_EQ(result.error().problems.at(0).line, 1);
    EXPECT_TRUE(result.error().problems.at(0).what.contains(QStringLiteral("the file is empty")));
}

TEST(ByteSources, ASourceThatFailsAnywhereMakesTheStoryUnreadable) {
    const std::string text = smallStory();
    for (std::size_t failAt = 0; failAt <= text.size(); failAt += 13) {
        ReadOptions options;
        options.blockSize = 50;
        options.batchSize = 10;
        FailingSource source(text, failAt);
        const auto result = readStory(source, options);
        ASSERT_FALSE(result) << failAt;
        EXPECT_EQ(result.error().kind, ReadFailure::Kind::Unreadable);
        EXPECT_EQ(result.error().problems.at(0).what, QStringLiteral("the disk is gone"));
    }
}

TEST(ByteSources, ASourceThatCannotGoBackStillGivesTheProblemsWithoutLines) {
    FailingSource source(with(smallStory(), "\"report\"", "\"rumour\""), 1'000'000);
    const auto result = readStory(source);
    ASSERT_FALSE(result);
    ASSERT_EQ(result.error().problems.size(), 1U);
    EXPECT_EQ(result.error().problems[0].path, QStringLiteral("$.events[0].kind"));
    EXPECT_FALSE(result.error().problems[0].line);
}

TEST(ByteSources, ASourceOfUnknownSizeSaysItsTotalAtTheEnd) {
    FailingSource source(smallStory(), 1'000'000);
    std::vector<std::pair<std::uint64_t, std::uint64_t>> calls;
    ReadOptions options;
    options.progress = [&](std::uint64_t done, std::uint64_t total) { calls.emplace_back(done, total); };
    ASSERT_TRUE(readStory(source, options));
    ASSERT_EQ(calls.size(), 2U);
    EXPECT_EQ(calls.front().second, 0U);
    EXPECT_EQ(calls.back(), (std::pair<std::uint64_t, std::uint64_t>{smallStory().size(), smallStory().size()}));
}
