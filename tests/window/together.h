// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/view/search/event_filter.h"
#include "app/window/timeline/search_bar.h"
#include "tests/content/scene_stories.h"
#include "tests/window/window_probe.h"
#include <QDockWidget>
#include <QJsonArray>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QStatusBar>
#include <QToolBar>
#include <gtest/gtest.h>
#include <set>

/// For tests of what happens between the parts of the window: search, lanes, history, files, settings and glides.
namespace quoteline::test {

/// A window in which every act is a step of the history.
struct Together : ShownWindow {
    explicit Together(QSize size = {1280, 800}, const QString& settings = {})
        : ShownWindow(size, settings) {
        (*this)->navigator().clock = [this] { return now += 10000; };
    }
    QLineEdit& field() { return (*this)->findChild<ui::SearchBar*>()->field(); }
    QString said() { return (*this)->statusBar()->findChild<QLabel*>()->text(); }
    QString count() { return (*this)->findChild<ui::SearchBar*>()->countWords(); }
    const layout::StoryView& view() { return controller().view(); }
    model::EventIndex event(const char* id) { return view().story().find(id).value_or(0); }
    std::uint32_t actor(const char* id);
    std::vector<model::EventIndex> shown() { return {view().events().begin(), view().events().end()}; }
    QDockWidget& dock(const char* name) { return *(*this)->findChild<QDockWidget*>(QString::fromLatin1(name)); }
    /// Opens a copy of the built-in story from a file; what is in it.
    QJsonObject openCopy();
    /// Takes hold of the last lane and drags it to the first; where the mouse is now.
    QPoint holdLane();
    bool waitForSearch() {
        return QTest::qWaitFor([&] { return !(*this)->filter().isSearching(); }, 60000);
    }
    qint64 now = 0;
};

/// The built-in story, to be changed.
QJsonObject embeddedJson();
void write(const QString& path, const QJsonObject& json);
QJsonArray turnedRound(const QJsonArray& values);
std::set<std::string> idsOf(const layout::StoryView& view);
/// One lane, one event.
model::Story smallStory();
QToolBar& bar(Together& window, const char* name);

/// With "1 event" and "15 events", as in the program.
struct TogetherIn : testing::Test {
    static void SetUpTestSuite();
    static void TearDownTestSuite();
};

} // namespace quoteline::test
