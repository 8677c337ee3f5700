// SPDX-License-Identifier: GPL-3.0-or-later
// Model and layout know neither windows nor fonts: the loader itself is asked what programs made of them load.
#include <QProcess>
#include <QStandardPaths>
#include <gtest/gtest.h>

namespace {

QString loadedBy(const char* program) {
    QProcess ldd;
    ldd.start(QStringLiteral("ldd"), {QString::fromLocal8Bit(program)});
    EXPECT_TRUE(ldd.waitForFinished(60000)) << ldd.errorString().toStdString();
    EXPECT_EQ(ldd.exitCode(), 0) << ldd.readAllStandardError().toStdString();
    return QString::fromLocal8Bit(ldd.readAllStandardOutput());
}

class LoadedLibraries : public testing::TestWithParam<const char*> {};

} // namespace

TEST_P(LoadedLibraries, AreOfQtTheCoreAlone) {
    if (QStandardPaths::findExecutable(QStringLiteral("ldd")).isEmpty())
        GTEST_SKIP() << "there is no ldd";
    const QString loaded = loadedBy(GetParam());
    EXPECT_TRUE(loaded.contains(QStringLiteral("libQt6Core.so"))) << "the list shows no Qt at all:\n"
                                                                  << loaded.toStdString();
    for (const QString& line : loaded.split(u'\n'))
        EXPECT_TRUE(!line.contains(QStringLiteral("libQt")) || line.contains(QStringLiteral("libQt6Core.so")))
            << line.toStdString();
    EXPECT_FALSE(loaded.contains(QStringLiteral("not found")));
}

INSTANTIATE_TEST_SUITE_P(Tests, LoadedLibraries, testing::Values(QUOTELINE_TEST_MODEL, QUOTELINE_TEST_LAYOUT),
                         [](const auto& test) { return test.index == 0 ? "Model" : "Layout"; });
