// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever call of the system fails, for every n-th call: afterwards the old file or the new one is there, never a
// third, an error was reported exactly when it is the old one, and no temporary file remains. A short run fails the
// first call and every third of the others; QUOTELINE_FAULT_SEED chooses which.
#include "tests/support/length.h"
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <cerrno>
#include <csignal>
#include <gtest/gtest.h>
#include <optional>
#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>

namespace {

#if defined(__SANITIZE_ADDRESS__)
constexpr bool sanitized = true;
#else
constexpr bool sanitized = false;
#endif

const QByteArray newBytes = QByteArray("the new file ").repeated(4000); // 52,000 bytes: 7 chunks
const QByteArray oldBytes = QByteArray("the old file ").repeated(3000);

struct Outcome {
    bool saved = false;
    bool killed = false;
    bool couldNotTry = false; ///< the process could not be limited as asked
    int faults = 0;
    QString sentence;
};

class SafeFileFault : public testing::Test {
protected:
    void SetUp() override {
        if (sanitized)
            GTEST_SKIP() << "a preloaded library and limits do not go with the sanitizers";
        ASSERT_TRUE(m_folder.isValid());
        ASSERT_EQ(::chmod(QFile::encodeName(m_folder.path()).constData(), 0755), 0);
    }
    QString folder() const { return m_folder.path(); }
    static QString target(const QString& folder) { return folder + QStringLiteral("/picture.png"); }

    static void reset(const QString& folder, bool existing) {
        for (const QString& name : names(folder))
            ASSERT_TRUE(QFile::remove(folder + QLatin1Char('/') + name));
        if (!existing)
            return;
        QFile file(target(folder));
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        ASSERT_EQ(file.write(oldBytes), oldBytes.size());
    }
    static QStringList names(const QString& folder) {
        return QDir(folder).entryList(QDir::AllEntries | QDir::System | QDir::Hidden | QDir::NoDotAndDotDot);
    }
    /// What is at the target; nothing where there is no file.
    static std::optional<QByteArray> content(const QString& folder) {
        QFile file(target(folder));
        if (!file.exists())
            return std::nullopt;
        EXPECT_TRUE(file.open(QIODevice::ReadOnly));
        return file.readAll();
    }

    static Outcome save(const QString& path, const QStringList& options, const QStringList& faults,
                        const QByteArray& bytes = newBytes) {
        QProcess child;
        QStringList environment = QProcess::systemEnvironment() << QStringLiteral("LC_ALL=C.UTF-8");
        if (!faults.isEmpty())
            environment << faults << QStringLiteral("LD_PRELOAD=" QUOTELINE_WRITE_FAULT);
        child.setEnvironment(environment);
        child.start(QStringLiteral(QUOTELINE_SAVE_CHILD), QStringList{path} + options);
        child.write(bytes);
        child.closeWriteChannel();
        EXPECT_TRUE(child.waitForFinished(60'000));
        const QList<QByteArray> lines = child.readAllStandardOutput().split('\n');
        Outcome outcome;
        outcome.killed = child.exitStatus() == QProcess::CrashExit;
        outcome.couldNotTry = !outcome.killed && child.exitCode() == 3;
        outcome.saved = lines.first() == "saved";
        outcome.sentence = QString::fromUtf8(lines.first());
        outcome.faults = lines.size() > 1 ? lines.at(1).toInt() : 0;
        EXPECT_TRUE(outcome.killed || outcome.couldNotTry || child.exitCode() == 0)
            << child.readAllStandardError().toStdString();
        return outcome;
    }

    /// The oracle. `mayLeave`: the process was killed, which no program can clean up after.
    static void expectOldOrNew(const QString& folder, const Outcome& outcome, bool existed, bool mayLeave) {
        const auto found = content(folder);
        const std::optional<QByteArray> former = existed ? std::optional(oldBytes) : std::nullopt;
        if (outcome.killed)
            EXPECT_TRUE(found == former || found == newBytes) << "a third file, " << (found ? found->size() : -1);
        else if (outcome.saved)
            EXPECT_TRUE(found == newBytes) << "saved, but it is not the new file";
        else
            EXPECT_TRUE(found == former) << "refused, but it is not the old file: " << outcome.sentence.toStdString();
        if (!mayLeave) {
            EXPECT_EQ(names(folder).size(), found ? 1 : 0) << names(folder).join(QLatin1Char(' ')).toStdString();
        }
        if (!outcome.saved && !outcome.killed) {
            EXPECT_TRUE(outcome.sentence.contains(target(folder))) << outcome.sentence.toStdString();
            EXPECT_TRUE(outcome.sentence.endsWith(QLatin1Char('.'))) << outcome.sentence.toStdString();
        }
    }

    struct Mode {
        bool existing;
        const char* overwrite;
        const char* fileSystem; ///< further variables of the injector, separated by blanks
    };
    static std::vector<Mode> modes() {
        std::vector<Mode> all;
        for (const char* system : {"", "FAULT_NAMED=1"}) {
            all.push_back({true, "allowed", system});
            all.push_back({false, "allowed", system});
            all.push_back({false, "never", system});
        }
        all.push_back({false, "never", "FAULT_PLAIN_RENAME=1"});
        all.push_back({false, "never", "FAULT_PLAIN_RENAME=2 FAULT_NAMED=1"});
        return all;
    }

    /// How many of a number of calls, one or more, are tried at least, over all modes.
    int ofCalls(int number) const { return 8 * (1 + (number - 1) / step); }

    /// Fails the first call of `kind`, then the second, and so on until a run meets no failing call. Returns the number
    /// of runs that met one, over all modes.
    int failEach(const QString& kind, int error, bool stays = false) const {
        int met = 0;
        int offset = qEnvironmentVariableIntValue("QUOTELINE_FAULT_SEED");
        for (const Mode& mode : modes()) {
            ++offset;
            for (int n = 1;; n += n == 1 ? 1 + offset % step : step) {
                reset(folder(), mode.existing);
                QStringList faults{QStringLiteral("FAULT_CALL=%1").arg(kind), QStringLiteral("FAULT_NTH=%1").arg(n),
                                   QStringLiteral("FAULT_ERROR=%1").arg(error), QStringLiteral("FAULT_CHUNK=8192")};
                faults += QString::fromLatin1(mode.fileSystem).split(QLatin1Char(' '), Qt::SkipEmptyParts);
                if (stays)
                    faults << QStringLiteral("FAULT_STAYS=1");
                const Outcome outcome = save(target(folder()), {QString::fromLatin1(mode.overwrite)}, faults);
                SCOPED_TRACE(faults.join(QLatin1Char(' ')).toStdString() + ' ' + mode.overwrite);
                expectOldOrNew(folder(), outcome, mode.existing, outcome.killed);
                const bool hit = outcome.killed || outcome.faults > 0;
                met += hit;
                if (!hit) {
                    EXPECT_TRUE(outcome.saved) << outcome.sentence.toStdString();
                    break;
                }
                if (HasFailure() || n > 40)
                    return met;
            }
        }
        return met;
    }

    QTemporaryDir m_folder;
    const int step = quoteline::test::byLength("calls from one fault to the next", 3, 1, 1);
};

TEST_F(SafeFileFault, TheInjectorIsThereAndHarmlessWithoutOrders) {
    reset(folder(), true);
    EXPECT_TRUE(save(target(folder()), {QStringLiteral("allowed")}, {QStringLiteral("FAULT_CHUNK=1000")}).saved);
    EXPECT_EQ(content(folder()), newBytes);
}

TEST_F(SafeFileFault, EveryWriteMayFail) {
    EXPECT_GE(failEach(QStringLiteral("write"), ENOSPC), ofCalls(7));
    EXPECT_GE(failEach(QStringLiteral("write"), EIO), ofCalls(7));
    EXPECT_GE(failEach(QStringLiteral("write"), EDQUOT, true), ofCalls(7));
}

TEST_F(SafeFileFault, EveryWriteMayComeBackShort) {
    EXPECT_GE(failEach(QStringLiteral("write"), 0), ofCalls(7));
}

TEST_F(SafeFileFault, EveryWriteMayBeInterrupted) {
    EXPECT_GE(failEach(QStringLiteral("write"), EINTR), ofCalls(7));
}

TEST_F(SafeFileFault, EverySyncMayFail) {
    EXPECT_GE(failEach(QStringLiteral("sync"), EIO), 8);
    EXPECT_GE(failEach(QStringLiteral("sync"), ENOSPC, true), 8);
    EXPECT_GE(failEach(QStringLiteral("sync"), EINVAL, true), 8); // a file system that cannot sync
}

TEST_F(SafeFileFault, AFailedFirstSyncIsAnError) {
    reset(folder(), true);
    const Outcome outcome = save(
        target(folder()), {QStringLiteral("allowed")},
        {QStringLiteral("FAULT_CALL=sync"), QStringLiteral("FAULT_NTH=1"), QStringLiteral("FAULT_ERROR=%1").arg(EIO)});
    EXPECT_FALSE(outcome.saved);
    expectOldOrNew(folder(), outcome, true, false);
}

TEST_F(SafeFileFault, EveryRenameAndLinkMayFail) {
    EXPECT_GE(failEach(QStringLiteral("move"), EIO), 8);
    EXPECT_GE(failEach(QStringLiteral("move"), ENOSPC), 8);
    EXPECT_GE(failEach(QStringLiteral("move"), EPERM, true), 8);
}

TEST_F(SafeFileFault, TheTemporaryFileMayNotComeUp) {
    EXPECT_GE(failEach(QStringLiteral("create"), ENOSPC), 8);
    EXPECT_GE(failEach(QStringLiteral("create"), EACCES, true), 8);
    EXPECT_GE(failEach(QStringLiteral("create"), EMFILE), 8);
}

TEST_F(SafeFileFault, RightsMayNotBeSettable) {
    EXPECT_GE(failEach(QStringLiteral("rights"), EPERM, true), 1);
}

TEST_F(SafeFileFault, TheProcessMayDieAtAnyCall) {
    for (const char* kind : {"write", "sync", "move", "create"})
        EXPECT_GE(failEach(QString::fromLatin1(kind), -1), 8) << kind;
}

TEST_F(SafeFileFault, AFileLargerThanTheLimitLeavesTheOldOne) {
    for (const bool existing : {true, false}) {
        for (const char* overwrite : {"allowed", "never"}) {
            if (existing && *overwrite == 'n')
                continue;
            for (const qsizetype limit :
                 {qsizetype{0}, qsizetype{1}, qsizetype{4096}, newBytes.size() - 1, newBytes.size()}) {
                reset(folder(), existing);
                const Outcome outcome = save(
                    target(folder()),
                    {QString::fromLatin1(overwrite), QStringLiteral("--limit-file-size"), QString::number(limit)}, {});
                EXPECT_EQ(outcome.saved, limit >= newBytes.size()) << limit;
                expectOldOrNew(folder(), outcome, existing, false);
            }
        }
    }
}

/// A small file system in memory for the life of the object; needs root.
class SmallDisk {
public:
    explicit SmallDisk(const QString& folder)
        : m_folder(QFile::encodeName(folder)) {
        m_mounted = ::mount("none", m_folder.constData(), "tmpfs", MS_NOSUID | MS_NODEV, "size=128k") == 0;
    }
    ~SmallDisk() {
        if (m_mounted)
            ::umount2(m_folder.constData(), MNT_DETACH);
    }
    SmallDisk(const SmallDisk&) = delete;
    SmallDisk& operator=(const SmallDisk&) = delete;
    bool mounted() const { return m_mounted; }

private:
    QByteArray m_folder;
    bool m_mounted = false;
};

TEST_F(SafeFileFault, AFullDiskKeepsTheOldFileAndItsRoom) {
    const QString disk = folder() + QStringLiteral("/disk");
    ASSERT_TRUE(QDir().mkdir(disk));
    const SmallDisk mount(disk);
    if (!mount.mounted())
        GTEST_SKIP() << "no small file system could be mounted here, which needs root";
    const QByteArray tooMuch(200'000, 'x');
    for (const char* overwrite : {"allowed", "never"}) {
        const bool existing = *overwrite == 'a';
        reset(disk, existing);
        const Outcome outcome = save(target(disk), {QString::fromLatin1(overwrite)}, {}, tooMuch);
        EXPECT_FALSE(outcome.saved);
        EXPECT_TRUE(outcome.sentence.contains(QStringLiteral("make room"))) << outcome.sentence.toStdString();
        expectOldOrNew(disk, outcome, existing, false);
        EXPECT_TRUE(save(target(disk), {QString::fromLatin1(overwrite)}, {}).saved) << "the room was not given back";
        EXPECT_EQ(content(disk), newBytes);
    }
}

TEST_F(SafeFileFault, AFolderWithoutTheRightToWriteIsRefused) {
    reset(folder(), true);
    QStringList asNobody;
    if (::geteuid() == 0)
        asNobody << QStringLiteral("--as-nobody");
    else
        ASSERT_EQ(::chmod(QFile::encodeName(folder()).constData(), 0555), 0);
    const Outcome over = save(target(folder()), QStringList{QStringLiteral("allowed")} + asNobody, {});
    const Outcome fresh =
        save(folder() + QStringLiteral("/new.png"), QStringList{QStringLiteral("never")} + asNobody, {});
    ::chmod(QFile::encodeName(folder()).constData(), 0755);
    if (over.couldNotTry)
        GTEST_SKIP() << "the process could not become another user";
    EXPECT_FALSE(over.saved);
    EXPECT_FALSE(fresh.saved);
    EXPECT_TRUE(fresh.sentence.contains(QStringLiteral("choose a folder that you may write in")))
        << fresh.sentence.toStdString();
    expectOldOrNew(folder(), over, true, false);
}

TEST_F(SafeFileFault, AFileWithoutTheRightToWriteIsRefused) {
    if (::geteuid() != 0)
        GTEST_SKIP() << "needs root, to make a file of another user";
    reset(folder(), true);
    ASSERT_EQ(::chmod(QFile::encodeName(folder()).constData(), 0777), 0);
    const Outcome outcome = save(target(folder()), {QStringLiteral("allowed"), QStringLiteral("--as-nobody")}, {});
    if (outcome.couldNotTry)
        GTEST_SKIP() << "the process could not become another user";
    EXPECT_FALSE(outcome.saved);
    EXPECT_TRUE(
        outcome.sentence.endsWith(QStringLiteral("you may not write this file; choose another name or change the "
                                                 "permissions of the file.")))
        << outcome.sentence.toStdString();
    expectOldOrNew(folder(), outcome, true, false);
}

} // namespace
