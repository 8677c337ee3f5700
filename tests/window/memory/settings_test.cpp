// SPDX-License-Identifier: GPL-3.0-or-later
// What is remembered, as text: nothing that stands in the file may stop the program or spoil what is beside it.
#include "app/window/memory/settings_store.h"
#include "app/window/parts/open_story.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <gtest/gtest.h>
#include <random>
#include <sys/stat.h>

using namespace quoteline;
using ui::Settings;
using ui::SettingsStore;

namespace {

layout::SeenView whole(layout::Grouping grouping, double scrollY = 0) {
    layout::SeenView seen;
    seen.grouping = grouping;
    seen.scrollY = scrollY;
    return seen;
}

layout::SeenView part(const layout::TimeWindow& window, layout::Grouping grouping, double scrollY) {
    layout::SeenView seen = whole(grouping, scrollY);
    seen.whole = false;
    seen.window = window;
    return seen;
}

Settings filled() {
    Settings settings;
    settings.theme = ui::ThemeChoice::HighContrast;
    settings.textScale = 1.75;
    settings.allRows = true;
    settings.allLinks = true;
    settings.geometry = QByteArray("\0\1\2geometry", 11);
    settings.panes = "panes";
    settings.recent = {QStringLiteral("/a/b & c.story.json"), QStringLiteral("/ä/\"<b>\".json")};
    settings.views = {{QString(), part({1769212800000.25, 86400000.5}, layout::Grouping::Source, 12.5)},
                      {QStringLiteral("/a/b.json"), whole(layout::Grouping::None)}};
    settings.unknown = {{QStringLiteral("later"), QJsonObject{{QStringLiteral("version"), 2}}}};
    return settings;
}

QByteArray changed(const char* field, const QByteArray& value) {
    QJsonObject object = QJsonDocument::fromJson(toJson(filled())).object();
    object.remove(QString::fromLatin1(field));
    QByteArray json = QJsonDocument(object).toJson();
    return json.replace(0, 1, QByteArrayLiteral("{\"") + field + "\": " + value + ",");
}

class SettingsFile : public testing::Test {
protected:
    void write(const QByteArray& bytes) const {
        QFile file(path);
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        ASSERT_EQ(file.write(bytes), bytes.size());
    }
    QByteArray read(const QString& name) const {
        QFile file(folder.filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    QTemporaryDir folder;
    QString path = folder.filePath(QStringLiteral("settings.json"));
};

} // namespace

TEST(Settings, ComeBackFromTheirTextAsTheyWere) {
    EXPECT_EQ(ui::settingsFromJson(toJson(filled())), filled());
    EXPECT_EQ(ui::settingsFromJson(toJson(Settings())), Settings());
}

TEST(Settings, AFieldThatMakesNoSenseFallsBackAlone) {
    struct Case {
        const char* field;
        std::vector<QByteArray> values;
        void (*reset)(Settings&);
    };
    const std::vector<QByteArray> wrong{"null", "true", "{}", "[]", "-1", "1e308", "\"x\"", "[[[]]]", "{\"a\": 1}"};
    const Case cases[] = {
        {"theme", wrong, [](Settings& s) { s.theme = ui::ThemeChoice::System; }},
        {"textScale", {"null", "0", "-1", "1e308", "2.01", "\"1\"", "[]"}, [](Settings& s) { s.textScale = 1; }},
        {"allRows", {"null", "7", "[]", "\"true\"", "{}"}, [](Settings& s) { s.allRows = false; }},
        {"allLinks", {"null", "7", "[]", "\"true\"", "{}"}, [](Settings& s) { s.allLinks = false; }},
        {"geometry", {"null", "7", "[]", "\"%%%\"", "{}"}, [](Settings& s) { s.geometry.clear(); }},
        {"panes", {"null", "7", "[]", "\"%%%\"", "{}"}, [](Settings& s) { s.panes.clear(); }},
        {"recentFiles",
         {"null", "7", "\"x\"", "[1, \"relative\", null, {}, [], \"\"]"},
         [](Settings& s) { s.recent.clear(); }},
        {"views",
         {"null", "7", "\"x\"", "{}", "[1, null, {}, [], {\"story\": \"relative\"}, {\"story\": 1}]"},
         [](Settings& s) { s.views.clear(); }},
    };
    for (const Case& one : cases) {
        for (const QByteArray& value : one.values) {
            Settings expected = filled();
            one.reset(expected);
            EXPECT_EQ(ui::settingsFromJson(changed(one.field, value)), expected)
                << one.field << ": " << value.toStdString();
        }
    }
}

TEST(Settings, AViewWithAWindowThatMakesNoSenseShowsTheWholeStory) {
    for (const char* window : {R"("start": 1e300, "width": 5000)", R"("start": 5, "width": 0)",
                               R"("start": 5, "width": -9)", R"("start": 5)", R"("start": "5", "width": 5000)"}) {
        const auto settings = ui::settingsFromJson(
            QByteArrayLiteral(R"({"views": [{"story": "/a", "lanes": "kind", "scroll": -4, )") + window + "}]}");
        ASSERT_EQ(settings->views.size(), 1U) << window;
        EXPECT_EQ(settings->views.front(), (ui::SeenStory{QStringLiteral("/a"), whole(layout::Grouping::Kind)}));
    }
}

TEST(Settings, NoTextStopsTheReading) {
    std::mt19937 random(7);
    const QByteArray whole = toJson(filled());
    for (int i = 0; i < 3000; ++i) {
        QByteArray text = whole;
        for (int n = 0; n < 3; ++n)
            text[static_cast<qsizetype>(random() % static_cast<unsigned>(text.size()))] = static_cast<char>(random());
        text.truncate(static_cast<qsizetype>(random() % static_cast<unsigned>(text.size() + 1)));
        const auto settings = ui::settingsFromJson(i % 2 == 0 ? text : whole.left(i));
        if (!settings)
            continue;
        EXPECT_GE(settings->textScale, 1);
        EXPECT_LE(settings->textScale, 2);
        EXPECT_EQ(ui::settingsFromJson(toJson(*settings)), settings); // what is read can be written
    }
}

TEST(Settings, KeepTwentyFilesAndAHundredViewsTheNewestFirst) {
    Settings settings;
    for (int i = 0; i < 150; ++i) {
        const QString path = QStringLiteral("/%1").arg(i);
        settings.addRecent(path);
        settings.remember(path, whole(layout::Grouping::Actor));
    }
    settings.addRecent(QStringLiteral("/140"));
    settings.remember(QStringLiteral("/140"), whole(layout::Grouping::Kind, 3));
    ASSERT_EQ(settings.recent.size(), 20);
    EXPECT_EQ(settings.recent.mid(0, 3),
              QStringList({QStringLiteral("/140"), QStringLiteral("/149"), QStringLiteral("/148")}));
    ASSERT_EQ(settings.views.size(), 100U);
    EXPECT_EQ(settings.viewOf(QStringLiteral("/140"))->scrollY, 3);
    EXPECT_EQ(settings.viewOf(QStringLiteral("/49")), std::nullopt);
    EXPECT_NE(settings.viewOf(QStringLiteral("/50")), std::nullopt);
    QByteArray many = toJson(settings);
    many.replace("[\n        \"/140\"", "[\"/x1\",\"/x2\",\"/x3\",\n        \"/140\"");
    EXPECT_EQ(ui::settingsFromJson(many)->recent.size(), 20);
}

TEST(Settings, LinksToAFileAreOneStory) {
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.json"));
    const QString link = folder.filePath(QStringLiteral("b.json"));
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    ASSERT_TRUE(QFile::link(path, link));
    EXPECT_EQ(ui::storyKey(link), ui::storyKey(path));
    EXPECT_EQ(ui::storyKey(QString()), QString());
    EXPECT_EQ(ui::storyKey(QStringLiteral("/no/such/../file")), QStringLiteral("/no/file"));
}

TEST_F(SettingsFile, IsMadeWithItsFolderAndReadAgain) {
    SettingsStore store(folder.filePath(QStringLiteral("deep/er/settings.json")));
    EXPECT_EQ(store.load(), Settings());
    ASSERT_TRUE(store.save(filled()));
    EXPECT_EQ(store.load(), filled());
    EXPECT_EQ(store.notice(), std::nullopt);
}

TEST_F(SettingsFile, ADamagedOneGivesTheDefaultsAndIsKeptBesideTheNext) {
    for (const QByteArray& bytes : {QByteArray("\xff\xfe\0rubbish", 10), QByteArray("{\"theme\": \"dark\""),
                                    QByteArray("[1, 2]"), QByteArray("7"), QByteArray(5 << 20, ' ')}) {
        write(bytes);
        SettingsStore store(path);
        EXPECT_EQ(store.load(), Settings());
        ASSERT_TRUE(store.notice().has_value());
        EXPECT_TRUE(store.notice()->contains(QStringLiteral("settings.damaged.json")));
        EXPECT_EQ(read(QStringLiteral("settings.json")), bytes) << "reading changes nothing";
        ASSERT_TRUE(store.save(filled()));
        EXPECT_EQ(read(QStringLiteral("settings.damaged.json")), bytes);
        EXPECT_EQ(SettingsStore(path).load(), filled());
    }
}

TEST_F(SettingsFile, AnEmptyFileIsLikeNone) {
    write({});
    SettingsStore store(path);
    EXPECT_EQ(store.load(), Settings());
    EXPECT_EQ(store.notice(), std::nullopt);
    EXPECT_TRUE(store.save(filled()));
}

TEST_F(SettingsFile, AFolderOrAPipeInItsPlaceStopsNothing) {
    ASSERT_TRUE(QDir().mkpath(path));
    SettingsStore store(path);
    EXPECT_EQ(store.load(), Settings());
    EXPECT_TRUE(store.notice().has_value());
    EXPECT_FALSE(store.save(filled()));
    ASSERT_TRUE(QDir().rmdir(path));
    ASSERT_EQ(::mkfifo(qPrintable(path), 0600), 0);
    EXPECT_EQ(store.load(), Settings()); // and does not wait for a writer
    EXPECT_FALSE(store.save(filled()));
}

TEST_F(SettingsFile, OneThatCouldNotBeReadIsNotReplaced) {
    ASSERT_TRUE(QDir().mkpath(path)); // nobody can read a folder as a file
    SettingsStore store(path);
    EXPECT_EQ(store.load(), Settings());
    ASSERT_TRUE(QDir().rmdir(path));
    const QByteArray other = "what somebody else wants to keep";
    write(other);
    const auto saved = store.save(filled());
    ASSERT_FALSE(saved.has_value());
    EXPECT_TRUE(saved.error().contains(path));
    EXPECT_EQ(read(QStringLiteral("settings.json")), other);
}

TEST_F(SettingsFile, OneWithoutRightsIsNotReplaced) {
    write(toJson(filled()));
    ASSERT_TRUE(QFile::setPermissions(path, {}));
    if (QFile file(path); file.open(QIODevice::ReadOnly))
        GTEST_SKIP() << "this user may read every file";
    SettingsStore store(path);
    EXPECT_EQ(store.load(), Settings());
    EXPECT_TRUE(store.notice().has_value());
    EXPECT_FALSE(store.save(Settings()));
    ASSERT_TRUE(QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner));
    EXPECT_EQ(SettingsStore(path).load(), filled());
}

TEST_F(SettingsFile, OneThatIsTooLongStaysWholeWhereItCannotBeKeptAside) {
    const QByteArray bytes(5 << 20, ' ');
    write(bytes);
    ASSERT_TRUE(QDir().mkpath(folder.filePath(QStringLiteral("settings.damaged.json/full"))));
    SettingsStore store(path);
    EXPECT_EQ(store.load(), Settings());
    EXPECT_FALSE(store.save(filled()));
    EXPECT_EQ(read(QStringLiteral("settings.json")), bytes);
}

TEST_F(SettingsFile, OneThatIsTooLongIsForgottenWhereAnotherProgramHasWrittenANewOne) {
    write(QByteArray(5 << 20, ' '));
    SettingsStore first(path);
    SettingsStore second(path);
    EXPECT_EQ(first.load(), Settings());
    EXPECT_EQ(second.load(), Settings());
    ASSERT_TRUE(first.save(filled()));
    ASSERT_TRUE(second.save(filled()));
    EXPECT_EQ(read(QStringLiteral("settings.damaged.json")).size(), 5 << 20);
}

TEST_F(SettingsFile, AFolderThatCannotBeMadeIsOneSentence) {
    write("a file");
    SettingsStore store(path + QStringLiteral("/quoteline/settings.json"));
    EXPECT_EQ(store.load(), Settings());
    const auto saved = store.save(filled());
    ASSERT_FALSE(saved.has_value());
    EXPECT_TRUE(saved.error().contains(path));
    EXPECT_FALSE(saved.error().contains(u'\n'));
}

TEST_F(SettingsFile, WithoutAPathNothingIsReadOrWritten) {
    SettingsStore store;
    EXPECT_TRUE(store.isEmpty());
    EXPECT_EQ(store.load(), Settings());
    EXPECT_TRUE(store.save(filled()));
}
