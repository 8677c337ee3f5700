// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures in the window: they open as the story that they carry, at the view that they show, or say why not.
#include "app/content/story/grouping.h"
#include "app/view/search/event_filter.h"
#include "app/window/files/problems_dialog.h"
#include "app/window/files/story_files.h"
#include "app/window/memory/settings_store.h"
#include "app/window/parts/actions.h"
#include "app/window/parts/notice_bar.h"
#include "tests/open/carried_pictures.h"
#include "tests/window/window_probe.h"

#include <QAction>
#include <QApplication>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QTimer>
#include <gtest/gtest.h>

using namespace quoteline;
using test::ShownWindow;

namespace {

QByteArray envelopeNow(ShownWindow& window) {
    return *ui::carriedStory(window.controller().view(), window.controller().seen());
}

/// Writes a picture that carries what the window shows now.
QString writePicture(ShownWindow& window, const QString& name = QStringLiteral("a picture.png")) {
    const QByteArray envelope = envelopeNow(window);
    QString path = window.path(name);
    test::writeFile(path, name.endsWith(QStringLiteral(".svg")) ? test::svgWith(ui::svgMetadata(envelope))
                                                                : test::withStory(test::tinyPng(), envelope));
    return path;
}

/// What must come back.
struct Looks {
    model::Story story;
    layout::ViewState state;
    layout::Arrangement arrangement;
    QStringList lanes;
    bool operator==(const Looks&) const = default;
};

Looks looksOf(ui::ViewController& controller) {
    Looks looks{controller.view().story(), controller.state(), controller.view().arrangement(), {}};
    for (const layout::LaneGroup& lane : controller.view().lanes())
        looks.lanes.append(lane.name + (lane.collapsed ? QStringLiteral(" +") : QString()));
    return looks;
}

/// Lanes by actor, the last one in front, the second collapsed; a week in view.
void arrangeOddly(ShownWindow& window) {
    ui::ViewController& controller = window.controller();
    controller.arrange(layout::regrouped(controller.view(), layout::Grouping::Actor));
    controller.arrange(layout::withLaneMoved(controller.view(), controller.view().lanes().size() - 1, 0));
    controller.arrange(layout::withLaneToggled(controller.view(), 1));
    const layout::TimeWindow whole = controller.wholeStory();
    controller.setWindow({whole.start + whole.width / 7 + 0.3, whole.width / 3.3});
}

bool waitFor(ShownWindow& window, const QString& path) {
    return QTest::qWaitFor([&] { return window->storyPath() == path; }, 20000);
}

QString problemsOf(ShownWindow& window) {
    const auto* dialog = window->findChild<ui::ProblemsDialog*>();
    return dialog ? dialog->text() : QString();
}

} // namespace

TEST(CarriedWindow, APictureOpensWithTheViewItShowsByArgumentAndByFile) {
    for (const char* name : {"a.png", "a.svg", "named otherwise.story.json"}) {
        ShownWindow window;
        arrangeOddly(window);
        const Looks before = looksOf(window.controller());
        const QString path = writePicture(window, QString::fromLatin1(name));
        ASSERT_TRUE(window.open(QString()));
        ASSERT_NE(looksOf(window.controller()), before);
        ASSERT_TRUE(window.open(path));
        EXPECT_EQ(looksOf(window.controller()), before) << name;
        EXPECT_FALSE(window->notice().isVisible());
        EXPECT_EQ(window->storyPath(), path);
        EXPECT_EQ(window->windowFilePath(), path);

        ui::MainWindow started(*ui::readStoryFile(path));
        started.resize(window->size());
        started.show();
        ASSERT_TRUE(QTest::qWaitForWindowExposed(&started));
        EXPECT_EQ(looksOf(started.controller()).state.window, before.state.window) << name;
        EXPECT_EQ(looksOf(started.controller()).lanes, before.lanes) << name;
    }
}

TEST(CarriedWindow, EveryGroupingComesBack) {
    ShownWindow window;
    for (int i = 0; i < layout::groupingCount; ++i) {
        ASSERT_TRUE(window.open(QString()));
        ui::ViewController& controller = window.controller();
        controller.arrange(layout::regrouped(controller.view(), static_cast<layout::Grouping>(i)));
        const std::size_t lanes = controller.view().lanes().size();
        if (lanes > 1)
            controller.arrange(layout::withLaneMoved(controller.view(), 0, lanes - 1));
        controller.arrange(layout::withLaneToggled(controller.view(), lanes / 2));
        const Looks before = looksOf(controller);
        const QString path = writePicture(window);
        ASSERT_TRUE(window.open(QString()));
        ASSERT_TRUE(window.open(path));
        EXPECT_EQ(looksOf(controller), before) << i;
        EXPECT_EQ(controller.state().window, controller.wholeStory());
    }
}

TEST(CarriedWindow, ThePictureOfAFilterOpensAsAStoryOfItsEvents) {
    ShownWindow window;
    arrangeOddly(window);
    window.controller().showWholeStory();
    model::EventQuery query;
    query.text = QStringLiteral("Vance");
    window->filter().setQuery(query);
    const auto shown = window.controller().view().events();
    const std::size_t count = shown.size();
    ASSERT_GT(count, 0U);
    ASSERT_LT(count, 15U);
    ASSERT_FALSE(window.controller().view().shows(0));
    const std::string first(window.controller().view().story().id(shown.front()));
    const QStringList lanes = looksOf(window.controller()).lanes;
    ASSERT_TRUE(window.open(writePicture(window)));
    EXPECT_EQ(window.controller().view().story().eventCount(), count);
    EXPECT_FALSE(window.controller().view().isFiltered());
    EXPECT_TRUE(window.controller().view().story().find(first));
    EXPECT_TRUE(window->filter().query().isEmpty());
    EXPECT_EQ(looksOf(window.controller()).lanes, lanes);
    EXPECT_FALSE(window->notice().isVisible()) << window->notice().words().toStdString();
}

TEST(CarriedWindow, TheViewOfThePictureGoesBeforeTheOneThatIsRemembered) {
    const QTemporaryDir folder;
    ShownWindow window({1280, 800}, folder.filePath(QStringLiteral("settings.json")));
    arrangeOddly(window);
    const Looks before = looksOf(window.controller());
    const QString path = writePicture(window);
    ASSERT_TRUE(window.open(path));
    window.controller().showWholeStory();
    window.controller().arrange(layout::regrouped(window.controller().view(), layout::Grouping::Kind));
    ASSERT_TRUE(window.open(QString())); // which takes note of it
    ASSERT_TRUE(window.open(path));
    EXPECT_EQ(looksOf(window.controller()), before);
}

TEST(CarriedWindow, ReadingItAgainKeepsHowItIsSeen) {
    ShownWindow window;
    arrangeOddly(window);
    const QString path = writePicture(window);
    ASSERT_TRUE(window.open(path));
    const layout::TimeWindow whole = window.controller().wholeStory();
    window.controller().setWindow({whole.start + whole.width / 2, whole.width / 10});
    window.controller().arrange(layout::regrouped(window.controller().view(), layout::Grouping::Kind));
    const Looks before = looksOf(window.controller());
    bool loaded = false;
    QObject::connect(&window->loader(), &ui::StoryLoader::loaded, &*window, [&] { loaded = true; });
    window->actions().reload->trigger();
    ASSERT_TRUE(QTest::qWaitFor([&] { return loaded; }, 20000));
    EXPECT_EQ(looksOf(window.controller()), before);
}

TEST(CarriedWindow, APictureOpensFromTheDialogWhichOffersPictures) {
    ShownWindow window;
    const QString path = writePicture(window);
    QString filter;
    QTimer answers;
    QObject::connect(&answers, &QTimer::timeout, &*window, [&] {
        if (auto* where = qobject_cast<QFileDialog*>(QApplication::activeModalWidget())) {
            filter = where->selectedNameFilter();
            where->findChild<QLineEdit*>(QStringLiteral("fileNameEdit"))->setText(path);
            QMetaObject::invokeMethod(where, "accept");
        }
    });
    answers.start(5);
    window->actions().openStory->trigger();
    EXPECT_TRUE(waitFor(window, path));
    EXPECT_TRUE(filter.contains(QStringLiteral("*.png *.svg"))) << filter.toStdString();
}

TEST(CarriedWindow, APictureThatIsDroppedOpensAndIsAmongTheRecentFiles) {
    ShownWindow window;
    const QString path = writePicture(window, QStringLiteral("dropped.svg"));
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(path)});
    const QPoint middle = window->rect().center();
    QDragEnterEvent enter(middle, Qt::CopyAction, &data, Qt::LeftButton, {});
    QApplication::sendEvent(&*window, &enter);
    QDropEvent drop(middle, Qt::CopyAction, &data, Qt::LeftButton, {});
    QApplication::sendEvent(&*window, &drop);
    EXPECT_TRUE(waitFor(window, path));
    EXPECT_EQ(window->actions().recentMenu->actions().front()->text(), QStringLiteral("dropped.svg"));
}

TEST(CarriedWindow, APictureThatCannotBeOpenedIsSaidAndTheOpenStoryStaysAsItIs) {
    ShownWindow window;
    window.click(window.labelOf(5));
    arrangeOddly(window);
    const QByteArray carrying = test::withStory(test::tinyPng(), envelopeNow(window));
    QByteArray flipped = carrying;
    flipped[flipped.size() / 2] = static_cast<char>(flipped[flipped.size() / 2] ^ 1);
    const QByteArray envelope = test::envelopeOf({"{\"format\":\"quoteline-story\"}"});
    const std::pair<QByteArray, const char*> cases[] = {
        {test::tinyPng(), "does not carry a story"},
        {test::svgWith({}), "does not carry a story"},
        {"\xFF\xD8\xFF\xE0 a photograph", "does not carry a story"},
        {"%PDF-1.4", "does not carry a story"},
        {flipped, "damaged"},
        {carrying.chopped(100), "cut off"},
        {test::withStory(carrying, envelopeNow(window)), "more than one story"},
        {"<html></html>", "neither a story nor an SVG"},
        {test::withStory(test::tinyPng(), envelope), "$"},
    };
    const Looks before = looksOf(window.controller());
    const QString title = window->windowTitle();
    const QString path = window.path(QStringLiteral("odd.png"));
    for (const auto& [bytes, words] : cases) {
        test::writeFile(path, bytes);
        EXPECT_FALSE(window.open(path)) << words;
        const QString said = problemsOf(window);
        EXPECT_TRUE(said.contains(QString::fromLatin1(words))) << said.toStdString();
        EXPECT_EQ(looksOf(window.controller()), before);
        EXPECT_EQ(window.controller().selected(), 5U);
        EXPECT_EQ(window->windowTitle(), title);
        EXPECT_TRUE(window->storyPath().isEmpty());
        delete window->findChild<ui::ProblemsDialog*>();
    }
}

TEST(CarriedWindow, AViewThatItsStoryDoesNotHaveIsSaidAndTheRestOfItHolds) {
    struct Case {
        const char* from;
        const char* to;
        const char* said;
        bool whole;
    };
    const Case cases[] = {
        {"\"whole\":true", "\"whole\":true", "", true},
        {"\"order\":[]", "\"order\":[\"id:gone\",\"id:media\"]", "lanes or events", true},
        {"\"collapsed\":[]", "\"collapsed\":[\"id:gone\"]", "lanes or events", true},
        {"\"unfolded\":null", "\"unfolded\":\"gone\"", "", true}, // of pictures from before
        {"\"width\":1000,\"whole\":true", "\"width\":1000,\"whole\":false", "is not in its story", true},
        {"\"width\":1000,\"whole\":true", "\"width\":-1,\"whole\":false", "is not in its story", true},
        {"\"width\":1000,\"whole\":true", "\"width\":1e300,\"whole\":false", "", true},
        {"\"start\":0,\"width\":1000,\"whole\":true", "\"start\":-1e308,\"width\":1e300,\"whole\":false",
         "is not in its story", true},
        {"\"start\":0,\"width\":1000,\"whole\":true", "\"start\":1769299200000,\"width\":0.001,\"whole\":false",
         "reaches beyond", false},
        {"\"start\":0,\"width\":1000,\"whole\":true", "\"start\":1700000000000,\"width\":70000000000,\"whole\":false",
         "reaches beyond", false},
        {"\"start\":0,\"width\":1000,\"whole\":true", "\"start\":1769299200000,\"width\":86400000,\"whole\":false", "",
         false},
    };
    ShownWindow window;
    for (const Case& one : cases) {
        test::EnvelopeParts parts{test::embeddedText()};
        ASSERT_TRUE(parts.view.contains(one.from));
        parts.view.replace(one.from, one.to);
        const QString path = window.path(QStringLiteral("odd.png"));
        test::writeFile(path, test::withStory(test::tinyPng(), test::envelopeOf(parts)));
        ASSERT_TRUE(window.open(path)) << one.to;
        EXPECT_EQ(window.controller().view().story().eventCount(), 15U);
        EXPECT_EQ(window->notice().isVisible(), *one.said != '\0') << one.to;
        EXPECT_TRUE(window->notice().words().contains(QString::fromLatin1(one.said)))
            << window->notice().words().toStdString();
        EXPECT_EQ(window.controller().state().window == window.controller().wholeStory(), one.whole) << one.to;
        EXPECT_FALSE(window.picture().isNull());
        ASSERT_TRUE(window.open(QString()));
        EXPECT_FALSE(window->notice().isVisible());
    }
}

TEST(CarriedWindow, NoticesAndProblemsOfAStoryInAPictureNameNoLines) {
    ShownWindow window;
    QByteArray text = test::embeddedText();
    text.replace("\"summary\":", "\"sumary\":");
    const QString path = window.path(QStringLiteral("odd.png"));
    test::writeFile(path, test::withStory(test::tinyPng(), test::envelopeOf({text})));
    ASSERT_TRUE(window.open(path));
    EXPECT_TRUE(problemsOf(window).contains(QStringLiteral("sumary")));
    EXPECT_FALSE(problemsOf(window).contains(QStringLiteral("line "))) << problemsOf(window).toStdString();
}
