// SPDX-License-Identifier: GPL-3.0-or-later
// Files around the open story: dropped, opened before, changed by others.
#include "app/view/search/event_filter.h"
#include "app/window/files/drop_target.h"
#include "app/window/files/file_watch.h"
#include "app/window/files/problems_dialog.h"
#include "app/window/files/recent_files.h"
#include "app/window/files/story_files.h"
#include "app/window/memory/settings_store.h"
#include "app/window/parts/actions.h"
#include "app/window/parts/notice_bar.h"
#include "model/file/story_writer.h"
#include "tests/content/panel_stories.h"
#include "tests/window/window_probe.h"

#include <QApplication>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QMenu>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QStatusBar>
#include <QTimer>
#include <QToolButton>
#include <gtest/gtest.h>

using namespace quoteline;
using test::ShownWindow;

namespace {

QByteArray textOf(const model::Story& story) {
    return QByteArray::fromStdString(model::writeStory(story));
}

QString statusOf(ShownWindow& window) {
    return window->statusBar()->findChild<QLabel*>()->text();
}

/// Drags and drops over a widget as Qt does it: the event goes to the nearest parent that takes drops. Whether it was
/// taken.
bool drop(QWidget* widget, const QMimeData& data) {
    const QPoint middle = widget->rect().center();
    QDragEnterEvent enter(middle, Qt::CopyAction | Qt::MoveAction, &data, Qt::LeftButton, {});
    QApplication::sendEvent(widget, &enter);
    if (!enter.isAccepted())
        return false;
    QWidget* target = widget;
    while (!target->acceptDrops())
        target = target->parentWidget();
    QDropEvent event(widget->mapTo(target, middle), Qt::CopyAction | Qt::MoveAction, &data, Qt::LeftButton, {});
    QApplication::sendEvent(target, &event);
    EXPECT_EQ(event.dropAction(), Qt::CopyAction);
    return event.isAccepted();
}

QMimeData* files(const QStringList& addresses) {
    auto* data = new QMimeData;
    QList<QUrl> urls;
    for (const QString& address : addresses)
        urls.append(QUrl(address));
    data->setUrls(urls);
    return data;
}

QStringList namesOf(ShownWindow& window) {
    QMenu* menu = window->actions().recentMenu;
    bool checked = false;
    QObject context;
    QObject::connect(&window->files().recent(), &ui::RecentFiles::checked, &context, [&] { checked = true; });
    Q_EMIT menu->aboutToShow();
    EXPECT_TRUE(QTest::qWaitFor([&] { return checked; }));
    QStringList names;
    for (const QAction* action : menu->actions())
        if (!action->isSeparator())
            names.append(action->text());
    return names;
}

bool noticed(ShownWindow& window, const char* words) {
    return QTest::qWaitFor(
        [&] { return window->notice().isVisible() && window->notice().words().contains(QString::fromLatin1(words)); });
}

} // namespace

TEST(Drop, AStoryFileOpensWhereverOnTheWindowItIsDropped) {
    ShownWindow window;
    const QString path = window.path(QStringLiteral("a & ö.story.json"));
    test::writeFile(path, textOf(test::crowdedStory(7)));
    const std::unique_ptr<QMimeData> data(files({QUrl::fromLocalFile(path).toString()}));
    for (QWidget* place :
         {window.viewport(), static_cast<QWidget*>(&window->panel()), static_cast<QWidget*>(&window->pane().overview()),
          static_cast<QWidget*>(window->statusBar()), static_cast<QWidget*>(&*window)}) {
        ASSERT_TRUE(window.open(QString()));
        bool loaded = false;
        QObject context;
        QObject::connect(&window->loader(), &ui::StoryLoader::loaded, &context, [&] { loaded = true; });
        EXPECT_TRUE(drop(place, *data));
        EXPECT_TRUE(QTest::qWaitFor([&] { return loaded; }));
        EXPECT_EQ(window->storyPath(), path);
        EXPECT_EQ(window.controller().view().story().eventCount(), 7U);
    }
}

TEST(Drop, WhatIsNotOneLocalFileIsRefusedInWords) {
    ShownWindow window;
    QMimeData words;
    words.setText(QStringLiteral("<b>words</b>"));
    const std::unique_ptr<QMimeData> two(files({QStringLiteral("file:///a"), QStringLiteral("file:///b")}));
    const std::unique_ptr<QMimeData> far(files({QStringLiteral("https://example.org/a.story.json")}));
    const std::unique_ptr<QMimeData> folder(files({QStringLiteral("file:///tmp/")}));
    bool started = false;
    QObject::connect(&window->loader(), &ui::StoryLoader::started, &*window, [&] { started = true; });
    const std::pair<const QMimeData*, const char*> cases[] = {
        {&words, "not a file"}, {two.get(), "2 file"}, {far.get(), "not on this computer"}, {folder.get(), "folder"}};
    for (const auto& [data, said] : cases) {
        EXPECT_FALSE(drop(window.viewport(), *data));
        EXPECT_TRUE(statusOf(window).contains(QString::fromLatin1(said))) << statusOf(window).toStdString();
        EXPECT_FALSE(started);
    }
}

TEST(RecentFiles, AreListedNewestFirstAndOpenAgain) {
    ShownWindow window;
    EXPECT_EQ(namesOf(window), QStringList{QStringLiteral("&Clear the list")});
    const QString one = window.path(QStringLiteral("one & only.story.json"));
    const QString two = window.path(QStringLiteral("two.story.json"));
    test::writeFile(one, textOf(test::crowdedStory(1)));
    test::writeFile(two, textOf(test::crowdedStory(2)));
    ASSERT_TRUE(window.open(one));
    ASSERT_TRUE(window.open(two));
    EXPECT_EQ(namesOf(window), QStringList({QStringLiteral("two.story.json"), QStringLiteral("one && only.story.json"),
                                            QStringLiteral("&Clear the list")}));
    QAction* first = window->actions().recentMenu->actions().at(1);
    EXPECT_EQ(first->statusTip(), one);
    EXPECT_EQ(first->toolTip(), QStringLiteral("<p>%1</p>").arg(one.toHtmlEscaped()));
    first->trigger();
    EXPECT_TRUE(QTest::qWaitFor([&] { return window->storyPath() == one; }));
    EXPECT_EQ(namesOf(window).front(), QStringLiteral("one && only.story.json"));
    window->actions().recentMenu->actions().back()->trigger();
    EXPECT_EQ(namesOf(window), QStringList{QStringLiteral("&Clear the list")});
    EXPECT_FALSE(window->actions().recentMenu->actions().back()->isEnabled());
}

TEST(RecentFiles, AFileThatWasRefusedIsNotListed) {
    ShownWindow window;
    const QString path = window.path(QStringLiteral("broken.story.json"));
    test::writeFile(path, "{}");
    EXPECT_FALSE(window.open(path));
    EXPECT_EQ(namesOf(window).size(), 1);
}

TEST(RecentFiles, AMissingOneIsMarkedInWordsAndCanBeTakenOffTheList) {
    ShownWindow window;
    const QString path = window.path(QStringLiteral("gone.story.json"));
    test::writeFile(path, textOf(test::crowdedStory(3)));
    ASSERT_TRUE(window.open(path));
    ASSERT_TRUE(window.open(QString()));
    ASSERT_TRUE(QFile::remove(path));
    for (const bool take : {false, true}) {
        ASSERT_EQ(namesOf(window).front(), QStringLiteral("gone.story.json (not there)"));
        window->actions().recentMenu->actions().front()->trigger();
        QMessageBox* box = nullptr;
        ASSERT_TRUE(QTest::qWaitFor([&] {
            box = window->findChild<QMessageBox*>(QStringLiteral("missingRecent"));
            return box && box->isVisible();
        }));
        EXPECT_EQ(box->textFormat(), Qt::PlainText);
        EXPECT_TRUE(box->text().contains(path));
        if (take)
            box->defaultButton()->click();
        else
            box->escapeButton()->click();
        EXPECT_TRUE(QTest::qWaitFor(
            [&] { return window->findChild<QMessageBox*>(QStringLiteral("missingRecent")) == nullptr; }));
    }
    EXPECT_EQ(namesOf(window).size(), 1);
    EXPECT_TRUE(window->storyPath().isEmpty());
}

TEST(RecentFiles, AMissingOneIsNamedOnOneLine) {
    ShownWindow window;
    const QString path = window.path(QStringLiteral("a\u202Eb\nc.story.json"));
    test::writeFile(path, textOf(test::crowdedStory(3)));
    ASSERT_TRUE(window.open(path));
    ASSERT_TRUE(QFile::remove(path));
    EXPECT_EQ(namesOf(window).front(), QStringLiteral("a[RLO]b c.story.json (not there)"));
    window->actions().recentMenu->actions().front()->trigger();
    QMessageBox* box = nullptr;
    ASSERT_TRUE(QTest::qWaitFor([&] {
        box = window->findChild<QMessageBox*>(QStringLiteral("missingRecent"));
        return box && box->isVisible();
    }));
    EXPECT_TRUE(box->text().contains(QStringLiteral("a[RLO]b c.story.json"))) << box->text().toStdString();
    EXPECT_FALSE(box->text().contains(u'\n'));
    box->escapeButton()->click();
}

TEST(RecentFiles, ComeBackWithTheNextWindow) {
    const QTemporaryDir folder;
    const QString settings = folder.filePath(QStringLiteral("settings.json"));
    const QString path = folder.filePath(QStringLiteral("kept.story.json"));
    test::writeFile(path, textOf(test::crowdedStory(3)));
    {
        ShownWindow window({900, 500}, settings);
        ASSERT_TRUE(window.open(path));
        window->close();
    }
    ShownWindow window({900, 500}, settings);
    EXPECT_EQ(namesOf(window).front(), QStringLiteral("kept.story.json"));
}

TEST(RecentFiles, FilesOfOneNameAreToldApartByTheirFolders) {
    const QStringList paths{QStringLiteral("/x/a/s.json"), QStringLiteral("/y/a/s.json"), QStringLiteral("/s.json"),
                            QStringLiteral("/x/t.json")};
    EXPECT_EQ(ui::recentNames(paths), QStringList({QStringLiteral("x/a/s.json"), QStringLiteral("y/a/s.json"),
                                                   QStringLiteral("s.json"), QStringLiteral("t.json")}));
    EXPECT_TRUE(ui::recentNames({}).isEmpty());
}

namespace {

/// A window with a copy of the embedded story in a file.
struct ChangedFile : testing::Test {
    ShownWindow window;
    QString path = window.path(QStringLiteral("story.story.json"));
    QByteArray text = test::embeddedText();

    void SetUp() override {
        test::writeFile(path, text);
        ASSERT_TRUE(window.open(path));
        QTest::qWait(50); // the first look at the file
    }
    bool reload(QAbstractButton* button = nullptr) {
        bool done = false;
        QObject context;
        QObject::connect(&window->loader(), &ui::StoryLoader::loaded, &context, [&] { done = true; });
        QObject::connect(&window->loader(), &ui::StoryLoader::failed, &context, [&] { done = true; });
        if (button)
            button->click();
        else
            window->actions().reload->trigger();
        return QTest::qWaitFor([&] { return done; }, 60000);
    }
};

} // namespace

TEST_F(ChangedFile, IsSaidAboveTheTimelineAndNotReadByItself) {
    EXPECT_FALSE(window->notice().isVisible());
    QByteArray other = text;
    other.replace("\"title\": \"", "\"title\": \"New: ");
    test::writeFile(path, other);
    ASSERT_TRUE(noticed(window, "story.story.json has changed"));
    EXPECT_FALSE(window->windowTitle().startsWith(QStringLiteral("New: ")));
    EXPECT_LT(window->notice().geometry().bottom(), window->pane().geometry().top() + 1);
    EXPECT_TRUE(reload(&window->notice().button()));
    EXPECT_TRUE(window->windowTitle().startsWith(QStringLiteral("New: ")));
    EXPECT_FALSE(window->notice().isVisible());
}

TEST_F(ChangedFile, IsNoticedWhenAnEditorPutsANewFileInItsPlaceToo) {
    for (const char* word : {"One", "Two"}) {
        QByteArray other = text;
        other.replace("\"title\": \"", QByteArrayLiteral("\"title\": \"") + word);
        const QString temporary = window.path(QStringLiteral("temporary"));
        test::writeFile(temporary, other);
        ASSERT_TRUE(QFile::remove(path));
        ASSERT_TRUE(QFile::rename(temporary, path));
        ASSERT_TRUE(noticed(window, "has changed")) << word;
        ASSERT_TRUE(reload(&window->notice().button()));
        QTest::qWait(50);
        EXPECT_TRUE(window->windowTitle().startsWith(QString::fromLatin1(word)));
    }
}

TEST_F(ChangedFile, WithTheSameWordsIsNoChange) {
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::ReadWrite));
    ASSERT_TRUE(file.setFileTime(QDateTime::currentDateTime().addSecs(-60), QFileDevice::FileModificationTime));
    file.close();
    test::writeFile(path, text);
    QTest::qWait(800); // longer than the watch waits
    EXPECT_FALSE(window->notice().isVisible());
}

TEST_F(ChangedFile, ThatVanishedIsSaidAndComingBackTakesTheWordsAway) {
    ASSERT_TRUE(QFile::remove(path));
    ASSERT_TRUE(noticed(window, "not there any more"));
    EXPECT_FALSE(window->notice().button().isVisible());
    EXPECT_EQ(window.controller().view().story().eventCount(), 15U);
    test::writeFile(path, text);
    EXPECT_TRUE(QTest::qWaitFor([&] { return !window->notice().isVisible(); }));
}

TEST_F(ChangedFile, TheNoticeIsClosedByKeyAndButton) {
    QByteArray other = text;
    other.append('\n');
    test::writeFile(path, other);
    ASSERT_TRUE(noticed(window, "has changed"));
    EXPECT_NE(window->notice().button().focusPolicy() & Qt::TabFocus, 0);
    EXPECT_NE(window->notice().closeButton().focusPolicy() & Qt::TabFocus, 0);
    EXPECT_FALSE(window->notice().closeButton().accessibleName().isEmpty());
    test::writeFile(window.path(QStringLiteral("beside")), "another file of the folder");
    window->notice().button().setFocus();
    QTest::keyClick(&window->notice().button(), Qt::Key_Escape);
    test::writeFile(window.path(QStringLiteral("beside")), "and once more");
    QTest::qWait(600); // longer than the watch waits: what was closed stays closed
    EXPECT_FALSE(window->notice().isVisible());
    other.append('\n');
    test::writeFile(path, other);
    ASSERT_TRUE(noticed(window, "has changed"));
    window->notice().closeButton().click();
    EXPECT_FALSE(window->notice().isVisible());
}

TEST_F(ChangedFile, IsReadAgainWithTheSameTimeLanesSelectionAndFilter) {
    ui::ViewController& controller = window.controller();
    layout::Arrangement arrangement;
    arrangement.grouping = layout::Grouping::Actor;
    controller.arrange(arrangement);
    arrangement.collapsed = {controller.view().lanes()[1].key};
    controller.arrange(arrangement);
    const QString collapsed = controller.view().lanes()[1].name;
    controller.zoomBy(3);
    controller.panByShare(0.2);
    window->filter().setQuery({QStringLiteral("milan"), {}});
    ASSERT_FALSE(controller.view().shows(*controller.view().story().find("vogue-report")));
    controller.select(controller.view().story().find("sala-statement"));
    const layout::ViewState state = controller.state();

    // The new version has an event more, which changes the numbers of all others, and its actors in another order.
    auto json = QJsonDocument::fromJson(text).object();
    QJsonArray events = json[QStringLiteral("events")].toArray();
    QJsonObject added = events[3].toObject();
    added[QStringLiteral("id")] = QStringLiteral("added");
    added[QStringLiteral("when")] = QStringLiteral("2026-01-24");
    added[QStringLiteral("title")] = QStringLiteral("Added in Milan");
    events.prepend(added);
    json[QStringLiteral("events")] = events;
    QJsonArray actors;
    for (const QJsonValue actor : json[QStringLiteral("actors")].toArray())
        actors.prepend(actor);
    json[QStringLiteral("actors")] = actors;
    test::writeFile(path, QJsonDocument(json).toJson());
    window.key(Qt::Key_F5);
    ASSERT_TRUE(QTest::qWaitFor([&] { return controller.view().story().eventCount() == 16; }));

    EXPECT_EQ(controller.state().window, state.window);
    EXPECT_EQ(controller.view().arrangement().grouping, layout::Grouping::Actor);
    EXPECT_EQ(controller.selected(), controller.view().story().find("sala-statement"));
    EXPECT_FALSE(controller.view().shows(*controller.view().story().find("vogue-report")));
    EXPECT_TRUE(controller.view().shows(*controller.view().story().find("added")));
    for (const layout::LaneGroup& lane : controller.view().lanes())
        EXPECT_EQ(lane.collapsed, lane.name == collapsed) << lane.name.toStdString();
}

TEST_F(ChangedFile, ThatIsBrokenKeepsTheOpenStoryAndSaysWhy) {
    window.controller().zoomBy(3);
    const layout::ViewState state = window.controller().state();
    test::writeFile(path, "{\"format\": ");
    ASSERT_TRUE(noticed(window, "has changed"));
    ASSERT_TRUE(reload());
    ASSERT_NE(window->findChild<ui::ProblemsDialog*>(), nullptr);
    EXPECT_EQ(window.controller().view().story().eventCount(), 15U);
    EXPECT_EQ(window.controller().state(), state);
    // Mended, it opens with the view as it was.
    test::writeFile(path, text);
    ASSERT_TRUE(reload());
    EXPECT_EQ(window.controller().state(), state);
}

TEST_F(ChangedFile, ASelectedEventThatIsGoneIsNoLongerSelected) {
    window.controller().select(window.controller().view().story().find("sala-statement"));
    test::writeFile(path, textOf(test::crowdedStory(9)));
    ASSERT_TRUE(reload());
    EXPECT_EQ(window.controller().selected(), std::nullopt);
    EXPECT_EQ(window.controller().view().story().eventCount(), 9U);
}

TEST(FileWatch, SeesAChangeInAFolderInWhichOtherFilesNeverRest) {
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("watched"));
    test::writeFile(path, "before");
    ui::FileWatch watch;
    bool changed = false;
    QObject::connect(&watch, &ui::FileWatch::changed, [&] { changed = true; });
    watch.aboutToRead(path);
    watch.watch(path);
    int others = 0;
    QTimer busy;
    QObject::connect(&busy, &QTimer::timeout,
                     [&] { test::writeFile(folder.filePath(QString::number(others++)), "something else"); });
    busy.start(20); // far more often than the watch waits
    EXPECT_TRUE(QTest::qWaitFor([&] { return others > 20; }));
    test::writeFile(path, "something other than before");
    EXPECT_TRUE(QTest::qWaitFor([&] { return changed; }));
}

TEST(WindowTitle, NamesTheStoryWhateverSignsAreInIt) {
    ShownWindow window;
    for (const char* title : {"A & B", "<b>bold</b>", "now [*] then", "%1 %2", "[*][*]"}) {
        test::SmallStory made;
        made.story.title = title;
        ASSERT_TRUE(window.open(made.view().story()));
        QString shown = window->windowTitle(); // as Qt shows it: a doubled mark is the mark itself
        shown.replace(QStringLiteral("[*][*]"), QStringLiteral("[*]"));
        EXPECT_EQ(shown, QString::fromLatin1(title) + QStringLiteral(" – Quoteline"));
        EXPECT_EQ(window->windowFilePath(), window->storyPath());
        EXPECT_FALSE(window->isWindowModified());
    }
    ASSERT_TRUE(window.open(QString()));
    EXPECT_TRUE(window->windowFilePath().isEmpty());
    EXPECT_FALSE(window->actions().reload->isEnabled());
}
