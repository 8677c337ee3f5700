// SPDX-License-Identifier: GPL-3.0-or-later
// Glides, and what is remembered, whatever comes in between.
#include "app/view/list/event_list_model.h"
#include "app/window/memory/settings_store.h"
#include "app/window/parts/actions.h"
#include "app/window/timeline/event_list_dock.h"
#include "tests/window/together.h"
#include <QCheckBox>
#include <QFile>
#include <QScreen>
#include <functional>

using namespace quoteline;
using namespace quoteline::test;

namespace {
using TogetherGliding = TogetherIn;
using TogetherMemory = TogetherIn;
} // namespace

TEST_F(TogetherGliding, ArrivesWhateverComesInBetween) {
    const std::vector<std::pair<std::string, std::function<void(Together&)>>> acts{
        {"filter", [](Together& w) { w.field().setText(QStringLiteral("sala")); }},
        {"no filter", [](Together& w) { w->filter().clear(); }},
        {"select", [](Together& w) { w.controller().select(3); }},
        {"reveal", [](Together& w) { w.controller().selectAndReveal(9); }},
        {"resize", [](Together& w) { w->resize(900, 500); }},
        {"group", [](Together& w) { w->actions().groupings[1]->trigger(); }},
        {"collapse", [](Together& w) { w->actions().collapseLanes->trigger(); }},
        {"back", [](Together& w) { w->actions().back->trigger(); }},
        {"forward", [](Together& w) { w->actions().forward->trigger(); }},
        {"text", [](Together& w) { w->actions().largerText->trigger(); }},
        {"drag", [](Together& w) { w.drag(w.emptyPoint(), w.emptyPoint() - QPoint(40, 5)); }},
        {"busiest", [](Together& w) { w->actions().busiest->trigger(); }},
    };
    for (const auto& [name, act] : acts) {
        SCOPED_TRACE(name);
        Together window({1100, 700});
        window.controller().setAnimationDuration(60);
        window.key(Qt::Key_Plus);
        window.key(Qt::Key_F3); // the field, as nothing is asked for
        window.key(Qt::Key_B);
        QTest::qWait(20);
        act(window);
        const layout::ViewState target = window.controller().target();
        const auto there = [&] { return window.controller().target() == window.controller().state(); };
        ASSERT_TRUE(QTest::qWaitFor(there));
        EXPECT_NEAR(window.controller().state().window.start, target.window.start, 1);
        EXPECT_NEAR(window.controller().state().window.width, target.window.width, 1);
        while (window->actions().back->isEnabled()) {
            window->actions().back->trigger();
            ASSERT_TRUE(QTest::qWaitFor(there));
        }
        EXPECT_EQ(window.controller().state().window, window.controller().wholeStory());
        EXPECT_TRUE(window->filter().query().isEmpty());
    }
}

TEST_F(TogetherGliding, EndsWithTheStoryAndWithTheWindow) {
    {
        Together window;
        window.controller().setAnimationDuration(200);
        window.key(Qt::Key_B);
        ASSERT_NE(window.controller().target(), window.controller().state());
        ASSERT_TRUE(window.open(smallStory()));
        EXPECT_EQ(window.controller().state().window, window.controller().wholeStory());
        QTest::qWait(250);
        EXPECT_EQ(window.controller().state().window, window.controller().wholeStory());
    }
    {
        Together window;
        window.controller().setAnimationDuration(10000);
        window.controller().select(4);
        window.key(Qt::Key_B);
        QTest::qWait(20);
        window->close();
        EXPECT_EQ(window.controller().target(), window.controller().state());
        window->show();
        window.key(Qt::Key_Home);
        QTest::qWait(20);
    } // and it may go while it glides
}

TEST_F(TogetherGliding, WhatIsRememberedIsWhereTheViewWasGoing) {
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("settings.json"));
    layout::TimeWindow target;
    {
        Together window({1000, 700}, path);
        window.controller().setAnimationDuration(10000);
        window.key(Qt::Key_B);
        QTest::qWait(20);
        target = window.controller().target().window;
        ASSERT_NE(window.controller().state().window, target);
        window->close();
    }
    const auto view = ui::SettingsStore(path).load().viewOf(QString());
    ASSERT_TRUE(view && !view->whole);
    EXPECT_NEAR(view->window.start, target.start, 1);
    EXPECT_NEAR(view->window.width, target.width, 1);
}

TEST_F(TogetherMemory, LegendAndPanesComeBack) {
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("settings.json"));
    {
        Together window({1300, 800}, path);
        window->actions().legend->trigger();
        window.dock("filters").show();
        window.dock("events").show();
        window->close();
    }
    Together window({1300, 800}, path);
    EXPECT_FALSE(window->actions().back->isEnabled()); // where it begins is where it was
    EXPECT_TRUE(window->actions().legend->isChecked());
    EXPECT_TRUE(window.dock("filters").isVisible());
    EXPECT_TRUE(window.dock("events").isVisible());
    EXPECT_EQ(window->eventList().model().rowCount(), 15);
    EXPECT_FALSE(window.dock("filters").findChildren<QCheckBox*>().isEmpty());
    EXPECT_TRUE(bar(window, "navigation").isVisible());
    EXPECT_LT(bar(window, "navigation").x(), bar(window, "searchBar").x());
}

TEST_F(TogetherMemory, TheFirstWindowIsNoLargerThanTheScreen) {
    ui::MainWindow window(*ui::readStoryFile({}));
    const QSize room = window.screen()->availableSize();
    EXPECT_LE(window.width(), std::max(room.width(), window.minimumSizeHint().width()));
    EXPECT_LE(window.height(), std::max(room.height(), window.minimumSizeHint().height()));
}

TEST_F(TogetherMemory, OfAStoryThatChangedMeanwhileAViewThatNoLongerFitsIsLetGo) {
    QTemporaryDir folder;
    const QString settings = folder.filePath(QStringLiteral("settings.json"));
    const QString path = folder.filePath(QStringLiteral("story.story.json"));
    write(path, embeddedJson());
    {
        Together window({1300, 800}, settings);
        ASSERT_TRUE(window.open(path));
        window->actions().groupings[1]->trigger();
        window.controller().fit(2);
        window->close();
    }
    Together maker;
    ASSERT_TRUE(QFile::remove(path));
    ASSERT_TRUE(
        QFile::rename(maker.write(QStringLiteral("later"), test::madeStory({{"2031-05-01"}, {"2031-06-01"}})), path));
    Together window({1300, 800}, settings);
    ASSERT_TRUE(window.open(path));
    EXPECT_EQ(window.view().arrangement().grouping, layout::Grouping::Actor);
    EXPECT_EQ(window.controller().state().window, window.controller().wholeStory());
    EXPECT_FALSE(window->actions().back->isEnabled());
}
