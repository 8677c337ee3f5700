// SPDX-License-Identifier: GPL-3.0-or-later
// What happens between the parts of the window: search, lanes, history, files, settings and glides at once.
#include "app/layout/grouping.h"
#include "app/translation.h"
#include "app/view/chip_popup.h"
#include "app/view/evidence_panel.h"
#include "app/view/facet_pane.h"
#include "app/view/page_area.h"
#include "app/view/text_block.h"
#include "app/window/actions.h"
#include "app/window/event_list_dock.h"
#include "app/window/lane_commands.h"
#include "app/window/notice_bar.h"
#include "app/window/search_bar.h"
#include "app/window/settings_store.h"
#include "tests/app/window_probe.h"
#include "tests/layout/scene_stories.h"

#include <QApplication>
#include <QCheckBox>
#include <QDockWidget>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QScreen>
#include <QStatusBar>
#include <QTextDocument>
#include <QToolBar>
#include <QTranslator>
#include <gtest/gtest.h>

using namespace quoteline;
using test::ShownWindow;

namespace {

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
    std::uint32_t actor(const char* id) {
        const auto actors = view().story().actors();
        for (std::uint32_t i = 0; i < actors.size(); ++i)
            if (actors[i].id == id)
                return i;
        ADD_FAILURE() << "no actor " << id;
        return 0;
    }
    std::vector<model::EventIndex> shown() { return {view().events().begin(), view().events().end()}; }
    QDockWidget& dock(const char* name) { return *(*this)->findChild<QDockWidget*>(QString::fromLatin1(name)); }
    bool waitForSearch() {
        return QTest::qWaitFor([&] { return !(*this)->filter().isSearching(); }, 60000);
    }
    qint64 now = 0;
};

QJsonObject embeddedJson() {
    QFile file(QStringLiteral(":/stories/milano-cortina-2026.story.json"));
    EXPECT_TRUE(file.open(QIODevice::ReadOnly));
    return QJsonDocument::fromJson(file.readAll()).object();
}

void write(const QString& path, const QJsonObject& json) {
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write(QJsonDocument(json).toJson());
}

QJsonArray turnedRound(const QJsonArray& values) {
    QJsonArray turned;
    for (const QJsonValue& value : values)
        turned.prepend(value);
    return turned;
}

std::set<std::string> idsOf(const layout::StoryView& view) {
    std::set<std::string> ids;
    for (const model::EventIndex event : view.events())
        ids.emplace(view.story().id(event));
    return ids;
}

/// Several stories at the same places, with fewer lanes and events each time.
model::Story smallStory() {
    return test::madeStory({{"2026-01-20", "Only one", 0, false, "only"}});
}

QToolBar& bar(Together& window, const char* name) {
    return *window->findChild<QToolBar*>(QString::fromLatin1(name));
}

} // namespace

/// With "1 event" and "15 events", as in the program.
struct TogetherIn : testing::Test {
    static void SetUpTestSuite() { ui::installTranslation(*QCoreApplication::instance()); }
    static void TearDownTestSuite() {
        for (QTranslator* translator : QCoreApplication::instance()->findChildren<QTranslator*>())
            delete translator;
    }
};

using TogetherHistory = TogetherIn;
using TogetherReload = TogetherIn;
using TogetherOtherStory = TogetherIn;
using TogetherGliding = TogetherIn;
using TogetherKeys = TogetherIn;
using TogetherMemory = TogetherIn;
using TogetherNumbers = TogetherIn;

TEST_F(TogetherHistory, GoesThroughWordsFacetsLanesTimeAndScrollAndBackExactly) {
    Together window({900, 420});
    struct Seen {
        layout::ViewState state;
        layout::Arrangement arrangement;
        model::EventQuery query;
        QString text;
        QString count;
    };
    const auto see = [&] {
        layout::Arrangement arrangement = window.view().arrangement();
        arrangement.shown.reset(); // compared by what is counted
        return Seen{window.controller().state(), arrangement, window->filter().query(), window.field().text(),
                    window.count()};
    };
    std::vector<Seen> seen{see()};
    const std::vector<std::function<void()>> acts{
        [&] { QTest::keyClick(&*window, Qt::Key_2, Qt::ControlModifier); },
        [&] { window.controller().arrange(layout::withLaneToggled(window.view(), 1)); },
        [&] { window.field().setText(QStringLiteral("milan")); },
        [&] { window.key(Qt::Key_Plus); },
        [&] { window.controller().scrollLanesTo(30); },
        [&] {
            model::EventQuery query = window->filter().query();
            query.of(model::Facet::Kind) = {0, 1};
            window->filter().setQuery(query);
        },
        [&] { window.controller().arrange(layout::withLaneMoved(window.view(), 0, 2)); },
        [&] { QTest::keyClick(&*window, Qt::Key_5, Qt::ControlModifier); },
        [&] { window->filter().clear(); },
    };
    for (const auto& act : acts) {
        act();
        seen.push_back(see());
    }
    const auto expectSeen = [&](std::size_t i) {
        SCOPED_TRACE("place " + std::to_string(i));
        const Seen there = see();
        EXPECT_EQ(there.state, seen[i].state);
        EXPECT_EQ(there.arrangement, seen[i].arrangement);
        EXPECT_EQ(there.query, seen[i].query);
        EXPECT_EQ(there.text, seen[i].text);
        EXPECT_EQ(there.count, seen[i].count);
    };
    for (std::size_t i = seen.size() - 1; i-- > 0;) {
        window.key(Qt::Key_Left, Qt::AltModifier);
        expectSeen(i);
    }
    EXPECT_FALSE(window->actions().back->isEnabled());
    for (std::size_t i = 1; i < seen.size(); ++i) {
        window.key(Qt::Key_Right, Qt::AltModifier);
        expectSeen(i);
    }
}

TEST_F(TogetherHistory, BringsBackTheFilterThatWasInTheWayOfAnEventAskedForInThePanel) {
    Together window;
    window.controller().selectAndReveal(window.event("sala-statement"));
    window.field().setText(QStringLiteral("sala"));
    ASSERT_LT(window.shown().size(), 15U);
    const auto shown = window.shown();
    const layout::ViewState before = window.controller().state();
    model::EventIndex hidden = 0;
    while (window.view().shows(hidden))
        ++hidden;
    Q_EMIT window->panel().eventRequested(hidden);
    EXPECT_EQ(window.controller().selected(), hidden);
    EXPECT_TRUE(window.field().text().isEmpty());
    EXPECT_TRUE(window.said().contains(QStringLiteral("Alt+Left"))) << window.said().toStdString();
    window.key(Qt::Key_Left, Qt::AltModifier);
    EXPECT_EQ(window.field().text(), QStringLiteral("sala"));
    EXPECT_EQ(window.shown(), shown);
    EXPECT_EQ(window.controller().state(), before);
    EXPECT_TRUE(window->selectEvent(
        QString::fromStdString(std::string(window.view().story().id(hidden))))); // the same for --select
    EXPECT_TRUE(window.field().text().isEmpty());
    QTest::keyClick(&window.field(), Qt::Key_Left, Qt::AltModifier); // and from the field
    EXPECT_EQ(window.field().text(), QStringLiteral("sala"));
}

TEST_F(TogetherHistory, F3OpensACollapsedLaneInAnyGroupingAndBackCollapsesItAgain) {
    for (std::size_t grouping = 0; grouping < layout::groupingCount; ++grouping) {
        Together window;
        window->actions().groupings[grouping]->trigger();
        window->actions().collapseLanes->trigger();
        window.field().setText(QStringLiteral("milan"));
        const auto collapsed = window.view().arrangement().collapsed;
        ASSERT_FALSE(collapsed.empty());
        const auto shown = window.shown();
        for (const model::EventIndex event : shown) {
            window.key(Qt::Key_F3);
            ASSERT_EQ(window.controller().selected(), event);
            const auto lane = window.view().laneOf(event);
            ASSERT_TRUE(lane);
            EXPECT_FALSE(window.view().lanes()[*lane].collapsed);
            EXPECT_FALSE(window.controller().packing().placements[event].folded);
        }
        while (window->actions().back->isEnabled() && window.view().arrangement().collapsed != collapsed)
            window.key(Qt::Key_Left, Qt::AltModifier);
        EXPECT_EQ(window.view().arrangement().collapsed, collapsed);
        EXPECT_EQ(window.shown(), shown);
    }
}

TEST_F(TogetherReload, KeepsWordsFacetsLanesTimeAndSelectionByTheirIds) {
    Together window;
    const QString path = window.path(QStringLiteral("story.story.json"));
    QJsonObject json = embeddedJson();
    write(path, json);
    ASSERT_TRUE(window.open(path));
    model::EventQuery query;
    query.text = QStringLiteral("a");
    query.of(model::Facet::Lane) = {0, 2};
    query.of(model::Facet::Kind) = {0, 1, 2, 3};
    const auto lanes = window.view().story().lanes();
    const std::set<std::string> chosen{std::string(lanes[0].id), std::string(lanes[2].id)};
    window->filter().setQuery(query);
    const auto ids = idsOf(window.view());
    ASSERT_GT(ids.size(), 2U);
    const std::string closed(lanes[window.view().lanes()[1].key].id);
    window.controller().arrange(layout::withLaneToggled(window.view(), 1));
    window.controller().arrange(layout::withLaneMoved(window.view(), 0, 2));
    std::vector<std::string> order;
    for (const layout::LaneGroup& lane : window.view().lanes())
        order.emplace_back(lanes[lane.key].id);
    window.controller().zoomBy(2);
    const model::EventIndex selected = window.shown().front();
    const std::string selectedId(window.view().story().id(selected));
    window.controller().select(selected);
    const layout::TimeWindow time = window.controller().state().window;

    QJsonArray newLanes = json[QStringLiteral("lanes")].toArray();
    newLanes.prepend(QJsonObject{{QStringLiteral("id"), QStringLiteral("added")},
                                 {QStringLiteral("name"), QStringLiteral("In front")}});
    json[QStringLiteral("lanes")] = newLanes;
    json[QStringLiteral("actors")] = turnedRound(json[QStringLiteral("actors")].toArray());
    json[QStringLiteral("sources")] = turnedRound(json[QStringLiteral("sources")].toArray());
    QJsonArray events;
    for (const QJsonValue& value : json[QStringLiteral("events")].toArray()) {
        QJsonObject event = value.toObject();
        event[QStringLiteral("title")] = QStringLiteral("Renamed: ") + event[QStringLiteral("title")].toString();
        events.append(event);
    }
    json[QStringLiteral("events")] = events;
    write(path, json);
    const model::Story old = window.view().story();
    window.key(Qt::Key_F5);
    ASSERT_TRUE(QTest::qWaitFor([&] { return window.view().story().lanes().size() == old.lanes().size() + 1; }));

    const auto now = window.view().story().lanes();
    EXPECT_EQ(window.field().text(), QStringLiteral("a"));
    std::set<std::string> chosenNow;
    for (const std::uint32_t lane : window->filter().query().of(model::Facet::Lane))
        chosenNow.emplace(now[lane].id);
    EXPECT_EQ(chosenNow, chosen);
    EXPECT_EQ(window->filter().query().of(model::Facet::Kind), query.of(model::Facet::Kind));
    EXPECT_EQ(idsOf(window.view()), ids);
    std::vector<std::string> orderNow;
    for (const layout::LaneGroup& lane : window.view().lanes()) {
        EXPECT_EQ(lane.collapsed, now[lane.key].id == closed);
        if (now[lane.key].id != "added")
            orderNow.emplace_back(now[lane.key].id);
    }
    EXPECT_EQ(orderNow, order);
    EXPECT_EQ(window.controller().selected(), window.view().story().find(selectedId));
    EXPECT_NEAR(window.controller().state().window.start, time.start, 1);
    EXPECT_NEAR(window.controller().state().window.width, time.width, 1);
    // Nothing of the old version can be gone back to.
    EXPECT_FALSE(window->actions().back->isEnabled());
    EXPECT_FALSE(window->actions().forward->isEnabled());
}

TEST_F(TogetherReload, LetsGoOfChoicesThatAreNoLongerThere) {
    Together window;
    const QString path = window.path(QStringLiteral("story.story.json"));
    QJsonObject json = embeddedJson();
    write(path, json);
    ASSERT_TRUE(window.open(path));
    // An actor without events of its own can go.
    QJsonArray actors = json[QStringLiteral("actors")].toArray();
    QJsonArray events = json[QStringLiteral("events")].toArray();
    const QString gone = events[0].toObject()[QStringLiteral("actor")].toString();
    QString other;
    for (const QJsonValue& actor : actors)
        if (actor.toObject()[QStringLiteral("id")].toString() != gone)
            other = actor.toObject()[QStringLiteral("id")].toString();
    model::EventQuery query;
    query.of(model::Facet::Actor) = {window.actor(gone.toLatin1().constData()),
                                     window.actor(other.toLatin1().constData())};
    std::sort(query.of(model::Facet::Actor).begin(), query.of(model::Facet::Actor).end());
    window->filter().setQuery(query);
    QByteArray text = QJsonDocument(json).toJson();
    text.replace('"' + gone.toLatin1() + '"', "\"another-id\"");
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write(text);
    file.close();
    window.key(Qt::Key_F5);
    ASSERT_TRUE(QTest::qWaitFor([&] {
        return !window.view().story().actors().empty() &&
               std::none_of(window.view().story().actors().begin(), window.view().story().actors().end(),
                            [&](const auto& one) { return one.id == gone.toStdString(); });
    }));
    EXPECT_EQ(window->filter().query().of(model::Facet::Actor),
              std::vector<std::uint32_t>{window.actor(other.toLatin1().constData())});
    for (const model::EventIndex event : window.shown())
        EXPECT_EQ(window.view().story().actors()[window.view().story().actor(event)].id, other.toStdString());
}

TEST_F(TogetherReload, OfALargeStoryAsksAgainAndKeepsTheSortedListInStep) {
    Together window;
    const QString path = window.write(QStringLiteral("large.story.json"),
                                      test::crowdedStory(static_cast<int>(ui::EventFilter::mostAtOnce) + 10));
    ASSERT_TRUE(window.open(path));
    window.dock("events").show();
    window->eventList().model().sort(ui::EventListModel::Title, Qt::DescendingOrder);
    window.field().setText(QStringLiteral("number 2000"));
    ASSERT_TRUE(window.waitForSearch());
    const auto shown = window.shown();
    ASSERT_FALSE(shown.empty());
    const auto rows = [&] {
        std::vector<model::EventIndex> events;
        EXPECT_TRUE(QTest::qWaitFor([&] { return !window->eventList().model().isSorting(); }, 60000));
        for (int row = 0; row < window->eventList().model().rowCount(); ++row)
            events.push_back(window->eventList().model().eventAt(row));
        return events;
    };
    const auto before = rows();
    EXPECT_FALSE(std::is_sorted(before.begin(), before.end()));
    bool loaded = false;
    QObject::connect(&window->loader(), &ui::StoryLoader::loaded, &*window, [&] { loaded = true; });
    window.key(Qt::Key_F5);
    ASSERT_TRUE(QTest::qWaitFor([&] { return loaded; }, 60000));
    ASSERT_TRUE(window.waitForSearch());
    EXPECT_EQ(window.field().text(), QStringLiteral("number 2000"));
    EXPECT_EQ(window.shown(), shown);
    const ui::EventListModel& list = window->eventList().model();
    ASSERT_EQ(list.rowCount(), static_cast<int>(shown.size()));
    EXPECT_EQ(list.sortColumn(), ui::EventListModel::Title);
    EXPECT_EQ(list.sortOrder(), Qt::DescendingOrder);
    EXPECT_EQ(rows(), before);
}

TEST_F(TogetherOtherStory, HasNothingOfTheQueryTheLanesOrThePlacesBefore) {
    Together window;
    window.dock("filters").show();
    window.field().setText(QStringLiteral("sala"));
    window->actions().groupings[1]->trigger();
    window->actions().collapseLanes->trigger();
    window.key(Qt::Key_Plus);
    ASSERT_TRUE(window->actions().back->isEnabled());
    ASSERT_TRUE(window.open(test::crowdedStory(40)));
    EXPECT_TRUE(window->filter().query().isEmpty());
    EXPECT_TRUE(window.field().text().isEmpty());
    EXPECT_EQ(window.view().arrangement(), layout::Arrangement());
    EXPECT_FALSE(window->actions().back->isEnabled());
    EXPECT_FALSE(window->actions().forward->isEnabled());
    EXPECT_FALSE(window->actions().coreWindow->isEnabled());
    EXPECT_EQ(window.count(), QStringLiteral("40 events"));
}

TEST_F(TogetherOtherStory, ClosesTheListOfAChipOfTheStoryBefore) {
    Together window;
    ASSERT_TRUE(window.open(test::crowdedStory(1000)));
    ASSERT_FALSE(window.scene().chips.empty());
    window.click(window.scene().chips.front().rect.center().toPoint());
    const QPointer<ui::ChipPopup> popup = window->findChild<ui::ChipPopup*>();
    ASSERT_TRUE(popup && popup->isVisible());
    ASSERT_TRUE(window.open(smallStory()));
    EXPECT_FALSE(popup && popup->isVisible());
    EXPECT_EQ(window.controller().selected(), std::nullopt);
}

TEST_F(TogetherOtherStory, ClosesTheMenuOfALaneOfTheStoryBefore) {
    Together window;
    Q_EMIT window->pane().timeline().laneMenuRequested(2, QPoint(20, 200));
    const QPointer<QMenu> menu = window->findChild<QMenu*>(QStringLiteral("laneMenu"));
    ASSERT_TRUE(menu && menu->isVisible());
    ASSERT_TRUE(window.open(smallStory()));
    EXPECT_FALSE(menu && menu->isVisible());
    if (menu)
        menu->actions().front()->trigger(); // even so it does nothing to the new one
    EXPECT_TRUE(window.view().arrangement().collapsed.empty());
}

TEST_F(TogetherOtherStory, TakesALaneABandOrAPressOutOfTheHand) {
    const auto finish = [](Together& window, QPoint at) {
        ASSERT_TRUE(window.open(smallStory()));
        const layout::ViewState state = window.controller().state();
        window.moveTo(at);
        EXPECT_EQ(window.controller().overlay().dropLine, std::nullopt);
        QTest::mouseRelease(window.viewport(), Qt::LeftButton, {}, at);
        EXPECT_EQ(window.controller().state(), state);
        EXPECT_EQ(window.view().arrangement(), layout::Arrangement());
        EXPECT_EQ(window.controller().selected(), std::nullopt);
        EXPECT_FALSE(window->pane().timeline().band().isActive());
    };
    {
        SCOPED_TRACE("lane");
        Together window;
        const auto& heads = window.scene().laneHeads;
        ASSERT_GT(heads.size(), 2U);
        const QPoint from = heads.back().rect.center().toPoint() + QPoint(10, 0);
        const QPoint to = heads.front().rect.center().toPoint();
        window.press(from);
        window.moveTo((from + to) / 2);
        window.moveTo(to);
        ASSERT_TRUE(window.controller().overlay().dropLine);
        finish(window, to);
    }
    {
        SCOPED_TRACE("band");
        Together window;
        const QPoint from = window.emptyPoint();
        window.press(from, Qt::ShiftModifier);
        window.moveTo(from - QPoint(200, 0));
        ASSERT_TRUE(window->pane().timeline().band().isActive());
        finish(window, from - QPoint(220, 0));
    }
    {
        SCOPED_TRACE("press");
        Together window;
        const QPoint at = window.labelOf(5);
        window.press(at);
        finish(window, at);
    }
    {
        SCOPED_TRACE("drag");
        Together window;
        window.controller().zoomBy(4);
        const QPoint from = window.emptyPoint();
        window.press(from);
        window.moveTo(from - QPoint(60, 0));
        finish(window, from - QPoint(120, 0));
    }
}

TEST_F(TogetherOtherStory, IsNotSteppedThroughWithTheKeyPressedInTheOneBefore) {
    Together window;
    ASSERT_TRUE(window.open(test::crowdedStory(static_cast<int>(ui::EventFilter::mostAtOnce) + 10)));
    window.field().setText(QStringLiteral("number"));
    ASSERT_TRUE(window->filter().isSearching());
    window.key(Qt::Key_F3);
    ASSERT_TRUE(window.open(smallStory()));
    ASSERT_TRUE(window.waitForSearch());
    QTest::qWait(50); // what is left of the old question
    EXPECT_EQ(window.controller().selected(), std::nullopt);
    EXPECT_TRUE(window->pane().timeline().hasFocus());
    EXPECT_EQ(window.count(), QStringLiteral("1 event"));
    EXPECT_EQ(window.shown().size(), 1U);
}

TEST_F(TogetherOtherStory, WithoutEventsOrLanesBearsEveryCommand) {
    Together window;
    window.dock("events").show();
    window.dock("filters").show();
    for (const model::Story& story : {test::madeStory({}), smallStory()}) {
        ASSERT_TRUE(window.open(story));
        window.field().setText(QStringLiteral("nothing like it"));
        EXPECT_TRUE(window.shown().empty());
        for (const Qt::Key key : {Qt::Key_F3, Qt::Key_Right, Qt::Key_Down, Qt::Key_B, Qt::Key_C, Qt::Key_F, Qt::Key_E,
                                  Qt::Key_Home, Qt::Key_Plus, Qt::Key_Return, Qt::Key_R, Qt::Key_Escape})
            window.key(key);
        for (std::size_t i = 0; i < layout::groupingCount; ++i)
            window->actions().groupings[i]->trigger();
        window->actions().collapseLanes->trigger();
        window->actions().expandLanes->trigger();
        EXPECT_FALSE(window->actions().coreWindow->isEnabled());
        window.key(Qt::Key_Left, Qt::AltModifier);
        window->filter().clear();
        EXPECT_EQ(window.shown().size(), story.eventCount());
    }
}

TEST_F(TogetherGliding, ArrivesWhateverComesInBetween) {
    const std::vector<std::pair<std::string, std::function<void(Together&)>>> acts{
        {"filter", [](Together& w) { w.field().setText(QStringLiteral("sala")); }},
        {"no filter", [](Together& w) { w->filter().clear(); }},
        {"select", [](Together& w) { w.controller().select(3); }},
        {"reveal", [](Together& w) { w.controller().selectAndReveal(9); }},
        {"resize", [](Together& w) { w->resize(900, 500); }},
        {"reading", [](Together& w) { w->actions().readingView->trigger(); }},
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
    ASSERT_TRUE(view && view->window);
    EXPECT_NEAR(view->window->start, target.start, 1);
    EXPECT_NEAR(view->window->width, target.width, 1);
}

TEST_F(TogetherKeys, ZoomingInWorksHoweverThePlusIsTyped) {
    const std::vector<std::pair<Qt::Key, Qt::KeyboardModifiers>> typed{
        {Qt::Key_Plus, {}},
        {Qt::Key_Plus, Qt::KeypadModifier},
        {Qt::Key_Plus, Qt::ControlModifier},
        {Qt::Key_Plus, Qt::ControlModifier | Qt::KeypadModifier},
        {Qt::Key_Plus, Qt::ControlModifier | Qt::ShiftModifier},
        {Qt::Key_Equal, Qt::ControlModifier},
        {Qt::Key_Equal, Qt::ControlModifier | Qt::ShiftModifier},
        {Qt::Key_Equal, {}},
    };
    for (const auto& [key, modifiers] : typed) {
        SCOPED_TRACE(QKeySequence(static_cast<int>(modifiers) | key).toString().toStdString());
        Together window;
        window->actions().collapseLanes->trigger();
        const layout::Arrangement arrangement = window.view().arrangement();
        window.key(key, modifiers);
        EXPECT_NEAR(window.controller().state().window.width, window.controller().wholeStory().width / 1.5, 1);
        EXPECT_EQ(window.view().arrangement(), arrangement);
        window.key(Qt::Key_Minus, modifiers & ~Qt::KeyboardModifiers(Qt::ShiftModifier));
        EXPECT_NEAR(window.controller().state().window.width, window.controller().wholeStory().width, 1);
    }
}

TEST_F(TogetherKeys, NoTwoCommandsShareAKey) {
    Together window;
    std::map<QString, QString> known;
    for (const QAction* action : window->findChildren<QAction*>()) {
        if (action->text().isEmpty())
            continue;
        for (const QKeySequence& key : action->shortcuts()) {
            const auto [at, isNew] = known.emplace(key.toString(), action->text());
            EXPECT_TRUE(isNew || at->second == action->text())
                << key.toString().toStdString() << ": " << at->second.toStdString() << ", "
                << action->text().toStdString();
        }
    }
    EXPECT_GT(known.size(), 40U);
}

TEST_F(TogetherKeys, EscapePutsALaneBackBeforeItClearsTheSelection) {
    Together window;
    window.controller().select(4);
    const auto& heads = window.scene().laneHeads;
    const QPoint from = heads.back().rect.center().toPoint() + QPoint(10, 0);
    const QPoint to = heads.front().rect.center().toPoint();
    window.press(from);
    window.moveTo((from + to) / 2);
    window.moveTo(to);
    ASSERT_TRUE(window.controller().overlay().dropLine);
    window.key(Qt::Key_Escape);
    EXPECT_EQ(window.controller().overlay().dropLine, std::nullopt);
    EXPECT_EQ(window.controller().selected(), 4U);
    QTest::mouseRelease(window.viewport(), Qt::LeftButton, {}, to);
    EXPECT_EQ(window.view().arrangement(), layout::Arrangement());
    EXPECT_EQ(window.controller().selected(), 4U);
    window.key(Qt::Key_Escape);
    EXPECT_EQ(window.controller().selected(), std::nullopt);
}

TEST_F(TogetherKeys, TabReachesEveryPartOfTheWindowAndComesRound) {
    Together window({1400, 900});
    window.dock("events").show();
    window.dock("filters").show();
    window.controller().select(4);
    QCoreApplication::processEvents();
    std::set<QString> reached;
    window->pane().timeline().setFocus();
    const std::vector<std::pair<QString, const QWidget*>> parts{
        {QStringLiteral("timeline"), &window->pane().timeline()},
        {QStringLiteral("overview"), &window->pane().overview()},
        {QStringLiteral("panel"), &window->panel()},
        {QStringLiteral("list"), &window.dock("events")},
        {QStringLiteral("filters"), &window.dock("filters")},
        {QStringLiteral("search"), &window.field()},
    };
    bool round = false;
    for (int i = 0; i < 300 && !round; ++i) {
        QWidget* focus = QApplication::focusWidget();
        ASSERT_NE(focus, nullptr);
        for (const auto& [name, part] : parts)
            if (part == focus || part->isAncestorOf(focus))
                reached.insert(name);
        QTest::keyClick(focus, Qt::Key_Tab);
        round = QApplication::focusWidget() == &window->pane().timeline();
    }
    EXPECT_TRUE(round);
    for (const auto& [name, part] : parts)
        EXPECT_TRUE(reached.contains(name)) << name.toStdString();
}

TEST_F(TogetherKeys, LettersAreCommandsWhereverTheyAreNotText) {
    Together window({1400, 900});
    window.dock("filters").show();
    window.controller().select(4);
    QCoreApplication::processEvents();
    QWidget* box = window.dock("filters").findChild<QCheckBox*>();
    ASSERT_NE(box, nullptr);
    for (QWidget* widget : {box, static_cast<QWidget*>(&window->pane().overview()),
                            static_cast<QWidget*>(window->panel().findChild<ui::PageArea*>())}) {
        SCOPED_TRACE(widget->metaObject()->className());
        widget->setFocus();
        const double before = window.controller().state().window.width;
        QTest::keyClick(widget, Qt::Key_W);
        EXPECT_LT(window.controller().state().window.width, before);
        QTest::keyClick(widget, Qt::Key_S);
        EXPECT_NEAR(window.controller().state().window.width, before, 1);
    }
}

TEST_F(TogetherMemory, ReadingViewLegendAndPanesComeBack) {
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("settings.json"));
    {
        Together window({1300, 800}, path);
        EXPECT_TRUE(window->actions().readingView->isChecked());
        window->actions().readingView->trigger();
        window->actions().legend->trigger();
        window.dock("filters").show();
        window.dock("events").show();
        window->close();
    }
    Together window({1300, 800}, path);
    EXPECT_FALSE(window->actions().back->isEnabled()); // where it begins is where it was
    EXPECT_FALSE(window->actions().readingView->isChecked());
    window.controller().fit(4);
    EXPECT_FALSE(window.scene().reading);
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

TEST_F(TogetherNumbers, OfManyEventsAreGroupedAsTheStorysLanguageDoesEverywhere) {
    Together window;
    ASSERT_TRUE(window.open(test::crowdedStory(1234)));
    const QString all = window.view().locale().toString(1234);
    EXPECT_EQ(window.count(), all + QStringLiteral(" events"));
    QString panel;
    for (const ui::TextBlock* text : window->panel().findChildren<ui::TextBlock*>())
        panel += text->document()->toPlainText();
    EXPECT_TRUE(panel.contains(all + QStringLiteral(" events"))) << panel.toStdString();
    window.dock("events").show();
    window.field().setText(QStringLiteral("number 12"));
    const QString words = window.view().locale().toString(static_cast<qulonglong>(window.shown().size())) +
                          QStringLiteral(" of ") + all + QStringLiteral(" events");
    EXPECT_EQ(window.count(), words);
    EXPECT_EQ(window.dock("events").windowTitle(), words);
    bool inScene = false;
    for (const layout::Text& text : window.scene().texts)
        inScene = inScene || text.text.contains(QStringLiteral(" of ") + all + QStringLiteral(" events"));
    EXPECT_TRUE(inScene);
    window.field().setText(QStringLiteral("nothing like it"));
    bool inButton = false;
    for (const QPushButton* button : window->findChildren<QPushButton*>())
        inButton = inButton || button->text() == QStringLiteral("Clear everything: ") + all + QStringLiteral(" events");
    EXPECT_TRUE(inButton);
}
