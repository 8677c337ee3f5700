// SPDX-License-Identifier: GPL-3.0-or-later
// The inputs that the fuzzing starts from (corpus) and all that ever failed (found), in every build.
#include "tests/fuzz/targets.h"

#include <QDirIterator>
#include <QFile>
#include <gtest/gtest.h>

using namespace quoteline;

namespace {

using Try = std::string (*)(const QByteArray&);

int tryAllOf(const QString& folder, Try function) {
    int count = 0;
    QDirIterator files(folder, QDir::Files);
    while (files.hasNext()) {
        QFile file(files.next());
        EXPECT_TRUE(file.open(QIODevice::ReadOnly));
        EXPECT_EQ(function(file.readAll()), "") << file.fileName().toStdString();
        ++count;
    }
    return count;
}

void tryAll(const char* target, Try function) {
    const QString here = QStringLiteral(QUOTELINE_SOURCE_DIR) + QStringLiteral("/tests/fuzz/");
    EXPECT_GT(tryAllOf(here + QStringLiteral("corpus/") + QString::fromUtf8(target), function), 0);
    tryAllOf(here + QStringLiteral("found/") + QString::fromUtf8(target), function);
}

} // namespace

TEST(KeptInputs, OfStoryFilesDoNoHarm) {
    tryAll("story_file", test::tryStoryFile);
}

TEST(KeptInputs, OfDatesDoNoHarm) {
    tryAll("edtf", test::tryEdtf);
}

TEST(KeptInputs, OfQuotesDoNoHarm) {
    tryAll("quote_check", test::tryQuoteCheck);
}

TEST(KeptInputs, OfPicturesDoNoHarm) {
    tryAll("carried_picture", test::tryCarriedPicture);
}

TEST(KeptInputs, OfSettingsDoNoHarm) {
    tryAll("settings", test::trySettings);
}
