// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/system/translation.h"

#include "app/content/words/translate.h"

#include "resources/embedded.h"
#include <QCoreApplication>
#include <QFile>
#include <QTranslator>
#include <gtest/gtest.h>

namespace quoteline::ui {
namespace {

QByteArray contentsOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString events(int count) {
    const QLocale english(QLocale::English, QLocale::UnitedStates);
    return QCoreApplication::translate("layout", "%1 event(s)", nullptr, count)
        .arg(layout::number(static_cast<std::size_t>(count), english));
}

// This program calls no Q_INIT_RESOURCE: linking the library has to be enough.
TEST(Resources, TheEmbeddedStoryIsTheFileOfTheRepository) {
    const QByteArray story = contentsOf(resources::embeddedStory());
    EXPECT_FALSE(story.isEmpty());
    EXPECT_EQ(story, contentsOf(QStringLiteral(QUOTELINE_SOURCE_DIR "/resources/stories/milano-cortina-2026.json")));
}

TEST(Resources, TheTranslationIsInEveryProgramThatLinksTheLibrary) {
    EXPECT_FALSE(contentsOf(resources::englishTranslation()).isEmpty());
}

TEST(Translation, ANumberTakesItsPluralOnceTheTranslationIsInstalled) {
    ASSERT_EQ(events(15), QStringLiteral("15 event(s)"));
    installTranslation(*QCoreApplication::instance());
    EXPECT_EQ(events(1), QStringLiteral("1 event"));
    EXPECT_EQ(events(15), QStringLiteral("15 events"));
    EXPECT_EQ(events(0), QStringLiteral("0 events"));
    EXPECT_EQ(events(1000), QStringLiteral("1,000 events"));

    const auto translators = QCoreApplication::instance()->findChildren<QTranslator*>();
    ASSERT_EQ(translators.size(), 1) << "the application owns the translator";
    QCoreApplication::removeTranslator(translators.first());
    EXPECT_EQ(events(1), QStringLiteral("1 event(s)"));
}

} // namespace
} // namespace quoteline::ui
