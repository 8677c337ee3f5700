// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/system/safe_file.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <array>
#include <atomic>
#include <gtest/gtest.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <thread>
#include <unistd.h>
#include <vector>

using quoteline::ui::Overwrite;
using quoteline::ui::saveFile;

namespace {

/// A folder of its own, with the means to look at what a save left there.
class SafeFile : public testing::Test {
protected:
    QString at(const QString& name) const { return m_folder.filePath(name); }
    QStringList names() const {
        return QDir(m_folder.path()).entryList(QDir::AllEntries | QDir::System | QDir::Hidden | QDir::NoDotAndDotDot);
    }
    QByteArray encoded(const QString& name) const { return QFile::encodeName(at(name)); }
    void put(const QString& name, const QByteArray& bytes) const {
        QFile file(at(name));
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        ASSERT_EQ(file.write(bytes), bytes.size());
    }
    QByteArray get(const QString& name) const {
        QFile file(at(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(cannot be read)");
    }
    struct stat status(const QString& name) const {
        struct stat result {};
        EXPECT_EQ(::lstat(encoded(name).constData(), &result), 0);
        return result;
    }
    /// Saving at `name` is refused with one sentence that names the file and says `reason`, and changes nothing.
    void expectRefusal(const QString& name, const QString& reason, Overwrite overwrite = Overwrite::Allowed) const {
        const QStringList before = names();
        const auto saved = saveFile(at(name), "new", overwrite);
        ASSERT_FALSE(saved.has_value());
        const QString sentence = saved.error();
        EXPECT_TRUE(sentence.contains(at(name))) << sentence.toStdString();
        EXPECT_TRUE(sentence.contains(reason)) << sentence.toStdString();
        EXPECT_TRUE(sentence.endsWith(QLatin1Char('.')) && sentence.contains(QLatin1Char(';')))
            << sentence.toStdString();
        EXPECT_FALSE(sentence.contains(QLatin1Char('\n')));
        EXPECT_EQ(names(), before);
    }

    QTemporaryDir m_folder;
};

const QByteArray large = QByteArray("0123456789abcdef").repeated(1 << 16); // 1 MiB

TEST_F(SafeFile, ANewFileHasTheBytes) {
    ASSERT_TRUE(saveFile(at(QStringLiteral("a.png")), large).has_value());
    EXPECT_EQ(get(QStringLiteral("a.png")), large);
    EXPECT_EQ(names(), QStringList{QStringLiteral("a.png")});
}

TEST_F(SafeFile, NoBytesMakeAnEmptyFile) {
    for (const Overwrite overwrite : {Overwrite::Never, Overwrite::Allowed}) {
        ASSERT_TRUE(saveFile(at(QStringLiteral("a")), {}, overwrite).has_value());
        EXPECT_EQ(get(QStringLiteral("a")), QByteArray());
    }
}

TEST_F(SafeFile, AnOldFileIsReplaced) {
    put(QStringLiteral("a"), large);
    ASSERT_TRUE(saveFile(at(QStringLiteral("a")), "short").has_value());
    EXPECT_EQ(get(QStringLiteral("a")), "short");
    EXPECT_EQ(names().size(), 1);
}

TEST_F(SafeFile, AnOldFileKeepsItsRights) {
    for (const mode_t mode : {0600U, 0640U, 0644U, 0666U, 0755U}) {
        put(QStringLiteral("a"), "old");
        ASSERT_EQ(::chmod(encoded(QStringLiteral("a")).constData(), mode), 0);
        ASSERT_TRUE(saveFile(at(QStringLiteral("a")), "new").has_value());
        EXPECT_EQ(status(QStringLiteral("a")).st_mode & 07777, mode);
        EXPECT_EQ(get(QStringLiteral("a")), "new");
    }
}

TEST_F(SafeFile, AnOldFileKeepsItsOwner) {
    if (::geteuid() != 0)
        GTEST_SKIP() << "only root may give files away";
    put(QStringLiteral("a"), "old");
    ASSERT_EQ(::chown(encoded(QStringLiteral("a")).constData(), 65534, 65534), 0);
    ASSERT_TRUE(saveFile(at(QStringLiteral("a")), "new").has_value());
    EXPECT_EQ(status(QStringLiteral("a")).st_uid, 65534U);
    EXPECT_EQ(status(QStringLiteral("a")).st_gid, 65534U);
}

TEST_F(SafeFile, ANewFileHasTheRightsOfTheUmask) {
    for (const mode_t mask : {0022U, 0027U, 0077U}) {
        const mode_t before = ::umask(mask);
        for (const Overwrite overwrite : {Overwrite::Allowed, Overwrite::Never}) {
            ASSERT_TRUE(saveFile(at(QStringLiteral("a")), "new", overwrite).has_value());
            EXPECT_EQ(status(QStringLiteral("a")).st_mode & 07777, 0666U & ~mask);
            ASSERT_TRUE(QFile::remove(at(QStringLiteral("a"))));
        }
        ::umask(before);
    }
}

TEST_F(SafeFile, NeverLeavesAnOldFileAlone) {
    put(QStringLiteral("a"), "old");
    expectRefusal(QStringLiteral("a"), QStringLiteral("exists already"), Overwrite::Never);
    EXPECT_EQ(get(QStringLiteral("a")), "old");
    ASSERT_TRUE(saveFile(at(QStringLiteral("b")), "new", Overwrite::Never).has_value());
    EXPECT_EQ(get(QStringLiteral("b")), "new");
    EXPECT_EQ(names().size(), 2);
}

TEST_F(SafeFile, OfManySavesThatMayNotReplaceOneWins) {
    for (int round = 0; round < 20; ++round) {
        constexpr std::size_t savers = 8;
        std::array<bool, savers> won{};
        std::vector<std::thread> threads;
        for (std::size_t i = 0; i < savers; ++i)
            threads.emplace_back([this, i, &won] {
                const QByteArray bytes(5000, static_cast<char>('a' + i));
                won.at(i) = saveFile(at(QStringLiteral("one")), bytes, Overwrite::Never).has_value();
            });
        for (std::thread& thread : threads)
            thread.join();
        ASSERT_EQ(std::count(won.begin(), won.end(), true), 1);
        const auto winner = std::find(won.begin(), won.end(), true) - won.begin();
        EXPECT_EQ(get(QStringLiteral("one")), QByteArray(5000, static_cast<char>('a' + winner)));
        EXPECT_EQ(names(), QStringList{QStringLiteral("one")});
        ASSERT_TRUE(QFile::remove(at(QStringLiteral("one"))));
    }
}

TEST_F(SafeFile, AReaderSeesTheOldOrTheNewFile) {
    const QByteArray other = QByteArray("ABCDEFGHIJKLMNOP").repeated(1 << 12);
    ASSERT_TRUE(saveFile(at(QStringLiteral("a")), other).has_value());
    std::atomic<bool> done = false;
    std::thread writer([&] {
        for (int i = 0; i < 60; ++i)
            EXPECT_TRUE(saveFile(at(QStringLiteral("a")), i % 2 ? other : large).has_value());
        done = true;
    });
    int looks = 0;
    while (!done) {
        const QByteArray seen = get(QStringLiteral("a"));
        EXPECT_TRUE(seen == large || seen == other) << seen.size();
        ++looks;
    }
    writer.join();
    EXPECT_GT(looks, 0);
}

TEST_F(SafeFile, ALinkIsFollowedAndStaysALink) {
    ASSERT_TRUE(QDir(m_folder.path()).mkdir(QStringLiteral("deep")));
    put(QStringLiteral("deep/real"), "old");
    ASSERT_EQ(::symlink("deep/real", encoded(QStringLiteral("link")).constData()), 0);
    ASSERT_EQ(::symlink("link", encoded(QStringLiteral("link to link")).constData()), 0);
    ASSERT_TRUE(saveFile(at(QStringLiteral("link to link")), "new").has_value());
    EXPECT_EQ(get(QStringLiteral("deep/real")), "new");
    EXPECT_TRUE(S_ISLNK(status(QStringLiteral("link")).st_mode));
    EXPECT_TRUE(S_ISLNK(status(QStringLiteral("link to link")).st_mode));
    EXPECT_EQ(QDir(at(QStringLiteral("deep"))).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot).size(),
              1);
    expectRefusal(QStringLiteral("link"), QStringLiteral("exists already"), Overwrite::Never);
}

TEST_F(SafeFile, ALinkToNothingOrToItselfIsRefused) {
    ASSERT_EQ(::symlink("nowhere", encoded(QStringLiteral("dangling")).constData()), 0);
    ASSERT_EQ(::symlink("loop", encoded(QStringLiteral("loop")).constData()), 0);
    for (const Overwrite overwrite : {Overwrite::Allowed, Overwrite::Never}) {
        expectRefusal(QStringLiteral("dangling"), QStringLiteral("link to a file that does not exist"), overwrite);
        expectRefusal(QStringLiteral("loop"), QStringLiteral("remove the link"), overwrite);
    }
}

TEST_F(SafeFile, WhatIsNoRegularFileIsRefused) {
    ASSERT_TRUE(QDir(m_folder.path()).mkdir(QStringLiteral("folder")));
    ASSERT_EQ(::mkfifo(encoded(QStringLiteral("pipe")).constData(), 0600), 0);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    const QByteArray name = encoded(QStringLiteral("socket"));
    ASSERT_LT(static_cast<std::size_t>(name.size()), sizeof address.sun_path);
    std::copy(name.begin(), name.end(), address.sun_path);
    const int listener = ::socket(AF_UNIX, SOCK_STREAM, 0);
    ASSERT_EQ(::bind(listener, reinterpret_cast<const sockaddr*>(&address), sizeof address), 0);
    ASSERT_EQ(::symlink("pipe", encoded(QStringLiteral("link to pipe")).constData()), 0);
    ASSERT_EQ(::symlink("/dev/null", encoded(QStringLiteral("link to device")).constData()), 0);
    for (const Overwrite overwrite : {Overwrite::Allowed, Overwrite::Never}) {
        expectRefusal(QStringLiteral("folder"), QStringLiteral("a folder has that name"), overwrite);
        expectRefusal(QStringLiteral("pipe"), QStringLiteral("a pipe has that name"), overwrite);
        expectRefusal(QStringLiteral("link to pipe"), QStringLiteral("a pipe has that name"), overwrite);
        expectRefusal(QStringLiteral("socket"), QStringLiteral("a socket has that name"), overwrite);
        expectRefusal(QStringLiteral("link to device"), QStringLiteral("a device has that name"), overwrite);
    }
    ::close(listener);
    const auto saved = saveFile(QStringLiteral("/dev/full"), "new");
    ASSERT_FALSE(saved.has_value());
    EXPECT_TRUE(saved.error().contains(QStringLiteral("a device has that name")));
    struct stat device {};
    ASSERT_EQ(::stat("/dev/null", &device), 0);
    EXPECT_TRUE(S_ISCHR(device.st_mode));
}

TEST_F(SafeFile, AMissingFolderIsNamedAsTheReason) {
    for (const Overwrite overwrite : {Overwrite::Allowed, Overwrite::Never})
        expectRefusal(QStringLiteral("missing/a.png"), QStringLiteral("create the folder first"), overwrite);
    put(QStringLiteral("file"), "old");
    expectRefusal(QStringLiteral("file/a.png"), QStringLiteral("create the folder first"));
    expectRefusal(QStringLiteral("missing/"), QStringLiteral("the name of a folder"));
    EXPECT_EQ(get(QStringLiteral("file")), "old");
}

TEST_F(SafeFile, ANameThatIsTooLongIsRefused) {
    for (const Overwrite overwrite : {Overwrite::Allowed, Overwrite::Never})
        expectRefusal(QString(256, QLatin1Char('n')), QStringLiteral("shorter name"), overwrite);
}

TEST_F(SafeFile, TheLongestNamesAreSavedOrRefusedWithoutATrace) {
    for (int length = 240; length <= 255; ++length) {
        const QString name(length, QLatin1Char('n'));
        put(name, "old");
        const auto saved = saveFile(at(name), "new");
        EXPECT_EQ(get(name), saved ? "new" : "old") << length;
        EXPECT_EQ(names(), QStringList{name});
        ASSERT_TRUE(QFile::remove(at(name)));
        const auto made = saveFile(at(name), "new", Overwrite::Never);
        EXPECT_TRUE(made.has_value()) << length << ' ' << made.error().toStdString();
        ASSERT_TRUE(QFile::remove(at(name)));
    }
}

TEST_F(SafeFile, ANameThatIsNoneIsRefused) {
    EXPECT_FALSE(saveFile({}, "new").has_value());
    EXPECT_FALSE(saveFile(at(QStringLiteral("a")) + QChar(0) + QStringLiteral("b"), "new").has_value());
    EXPECT_TRUE(names().isEmpty());
}

TEST_F(SafeFile, NamesThatMeanSomethingToQtAreNames) {
    const QString before = QDir::currentPath();
    ASSERT_TRUE(QDir::setCurrent(m_folder.path()));
    QDir::setSearchPaths(QStringLiteral("icons"), {QStringLiteral("/nowhere")});
    for (const char* name :
         {":resource", "icons:a", "%1 %2", "~", "a\nb", "<b>ü 🚨", "reportXXXXXX.png", ".hidden", "a&b"}) {
        const QString path = QString::fromUtf8(name);
        const auto saved = saveFile(path, "new");
        EXPECT_TRUE(saved.has_value()) << saved.error().toStdString();
        struct stat status {};
        EXPECT_EQ(::stat(name, &status), 0) << name;
        EXPECT_EQ(status.st_size, 3);
    }
    EXPECT_EQ(names().size(), 9);
    QDir::setSearchPaths(QStringLiteral("icons"), {});
    ASSERT_TRUE(QDir::setCurrent(before));
}

TEST_F(SafeFile, ANameWithPlaceholdersIsShownAsItIs) {
    ASSERT_TRUE(QDir(m_folder.path()).mkdir(QStringLiteral("%2 %3")));
    expectRefusal(QStringLiteral("%2 %3"), QStringLiteral("a folder has that name; choose another name"));
}

TEST_F(SafeFile, FilesOfTheSystemThatCannotBeReplacedAreRefused) {
    const auto saved = saveFile(QStringLiteral("/proc/version"), "new");
    ASSERT_FALSE(saved.has_value());
    EXPECT_TRUE(saved.error().contains(QStringLiteral("/proc/version")));
    EXPECT_FALSE(saveFile(QStringLiteral("/proc/new"), "new", Overwrite::Never).has_value());
}

} // namespace
