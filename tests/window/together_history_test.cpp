// SPDX-License-Identifier: GPL-3.0-or-later
// What going back brings back, and what a reload keeps.
#include "app/content/story/grouping.h"
#include "app/view/evidence/evidence_panel.h"
#include "app/view/list/event_list_model.h"
#include "app/window/parts/actions.h"
#include "app/window/timeline/event_list_dock.h"
#include "tests/window/together.h"
#include <QFile>
#include <QJsonDocument>
#include <functional>

using namespace quoteline;
using namespace quoteline::test;

namespace {
using TogetherHistory = TogetherIn;
using TogetherReload = TogetherIn;
} // namespace

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
            ASSERT_GT(window.view().lanes().size(), 2U);
            window.controller().arrange(layout::withLaneMoved(window.view(), 0, 2));
        },
        [&] {
            model::EventQuery query = window->filter().query();
            query.of(model::Facet::Kind) = {0, 1};
            window->filter().setQuery(query);
        },
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

TEST_F(TogetherHistory, F3NamesWhatStandsInACollapsedLaneOfAnyGroupingAndLeavesItCollapsed) {
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
            EXPECT_TRUE(window.view().lanes()[*lane].collapsed);
            const auto& labels = window.scene().labels;
            const bool named = std::any_of(labels.begin(), labels.end(),
                                           [&](const layout::Label& label) { return label.event == event; });
            const auto& callouts = window.controller().overlay().callouts;
            ASSERT_EQ(callouts.size(), named ? 0U : 1U);
            EXPECT_TRUE(named || callouts.front().event == event);
        }
        EXPECT_EQ(window.view().arrangement().collapsed, collapsed);
        EXPECT_EQ(window.shown(), shown);
    }
}

TEST_F(TogetherReload, KeepsWordsFacetsLanesTimeAndSelectionByTheirIds) {
    Together window;
    QJsonObject json = window.openCopy();
    const QString path = window->storyPath();
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
    for (const QJsonValue value : json[QStringLiteral("events")].toArray()) {
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
    QJsonObject json = window.openCopy();
    const QString path = window->storyPath();
    // An actor without events of its own can go.
    QJsonArray actors = json[QStringLiteral("actors")].toArray();
    QJsonArray events = json[QStringLiteral("events")].toArray();
    const QString gone = events[0].toObject()[QStringLiteral("actor")].toString();
    QString other;
    for (const QJsonValue actor : actors)
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
