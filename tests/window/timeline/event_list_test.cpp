// SPDX-License-Identifier: GPL-3.0-or-later
// The list of events through the real window: in step with the timeline, by mouse and keys.
#include "app/layout/overlay/overlay_builder.h"
#include "app/view/list/event_list_view.h"
#include "app/window/parts/actions.h"
#include "app/window/timeline/event_list_dock.h"
#include "model/text/utf8_text.h"
#include "tests/support/length.h"
#include "tests/view/list/event_list_stories.h"
#include "tests/window/timeline/list_probe.h"

#include <QApplication>
#include <QClipboard>
#include <QDockWidget>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QScreen>
#include <QScrollBar>
#include <gtest/gtest.h>

using namespace quoteline;
using test::ShownWindow;
using ui::EventListModel;

namespace {

ui::EventListView& openList(ShownWindow& window) {
    window->eventList().dock().toggleViewAction()->trigger();
    QCoreApplication::processEvents();
    EXPECT_TRUE(window->eventList().dock().isVisible());
    return window->eventList().list();
}

void filterTo(ShownWindow& window, std::vector<model::EventIndex> events) {
    window.controller().setShown(std::make_shared<const std::vector<model::EventIndex>>(std::move(events)));
}

} // namespace

TEST(EventList, IsHiddenAtFirstAndAShortcutShowsIt) {
    ShownWindow window;
    QDockWidget& dock = window->eventList().dock();
    EXPECT_FALSE(dock.isVisible());
    EXPECT_EQ(dock.objectName(), QStringLiteral("events"));
    EXPECT_EQ(dock.toggleViewAction()->shortcut(), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_L));
    EXPECT_TRUE(window->actions().panesMenu->actions().contains(dock.toggleViewAction()));
    EXPECT_EQ(window->dockWidgetArea(&dock), Qt::BottomDockWidgetArea);
    window.key(Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
    EXPECT_TRUE(dock.isVisible());
    EXPECT_EQ(window->eventList().list().model()->rowCount(), 15);
    window.key(Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
    EXPECT_FALSE(dock.isVisible());
}

TEST(EventList, AClickOnARowSelectsItsEventAndBringsItIntoViewInTheTimeline) {
    ShownWindow window;
    ui::EventListView& list = openList(window);
    window.controller().zoomBy(20);
    for (int row = 0; row < list.model()->rowCount(); ++row) {
        test::clickRow(list, row);
        const model::EventIndex event = window->eventList().model().eventAt(row);
        ASSERT_EQ(window.controller().selected(), event);
        test::expectInView(window, event);
    }
}

TEST(EventList, FollowsTheSelectionOfTheTimelineWithoutTakingTheFocus) {
    ShownWindow window({1280, 700});
    ui::EventListView& list = openList(window);
    window->pane().timeline().setFocus();
    for (int i = 0; i < 15; ++i) {
        window.key(Qt::Key_Right);
        ASSERT_EQ(test::selectedIn(list), window.controller().selected());
        const QRect row = list.visualRect(list.currentIndex());
        EXPECT_TRUE(list.viewport()->rect().contains(row.center()));
        EXPECT_FALSE(list.hasFocus());
    }
    window.key(Qt::Key_Escape);
    EXPECT_EQ(test::selectedIn(list), std::nullopt);
}

TEST(EventList, ASelectionMadeWhileItWasHiddenIsThereWhenItIsShown) {
    ShownWindow window;
    window.controller().selectAndReveal(11);
    ui::EventListView& list = openList(window);
    EXPECT_EQ(test::selectedIn(list), 11U);
}

TEST(EventList, ArrowKeysGoThroughTheEventsAndEnterShowsThePanel) {
    ShownWindow window;
    ui::EventListView& list = openList(window);
    test::clickRow(list, 0);
    QTest::keyClick(&list, Qt::Key_Down);
    EXPECT_EQ(window.controller().selected(), 1U);
    QTest::keyClick(&list, Qt::Key_End);
    EXPECT_EQ(window.controller().selected(), 14U);
    QTest::keyClick(&list, Qt::Key_Home);
    EXPECT_EQ(window.controller().selected(), 0U);
    auto* evidence = window->findChild<QDockWidget*>(QStringLiteral("evidence"));
    evidence->hide();
    QTest::keyClick(&list, Qt::Key_Return);
    EXPECT_TRUE(evidence->isVisible());
    evidence->hide();
    QCoreApplication::processEvents();
    test::clickRow(list, 3); // a second click is a double click only where a first one was
    QTest::mouseDClick(list.viewport(), Qt::LeftButton, {}, test::placeOfRow(list, 3));
    EXPECT_TRUE(evidence->isVisible());
    EXPECT_EQ(window.controller().selected(), 3U);
}

TEST(EventList, LettersGoToATitleAndAreNoCommandsThere) {
    ShownWindow window;
    ui::EventListView& list = openList(window);
    list.setFocus();
    const layout::TimeWindow before = window.controller().state().window;
    QTest::keyClicks(&list, QStringLiteral("w")); // which zooms in elsewhere
    EXPECT_EQ(window.controller().state().window.width, before.width);
    for (int row = 0; row < list.model()->rowCount(); ++row) {
        const model::EventIndex event = window->eventList().model().eventAt(row);
        const QString title = window.controller().view().title(event);
        ASSERT_EQ(window->eventList().model().rowBeginningWith(title.left(20), 0), row);
    }
}

TEST(EventList, AClickOnAHeaderSortsAndTheSelectionStaysWithItsEvent) {
    ShownWindow window;
    ui::EventListView& list = openList(window);
    test::clickRow(list, 4);
    const auto event = window.controller().selected();
    const QHeaderView& header = *list.horizontalHeader();
    EXPECT_EQ(header.sortIndicatorSection(), EventListModel::When);
    EXPECT_EQ(header.sortIndicatorOrder(), Qt::AscendingOrder);
    for (const int column : {EventListModel::Title, EventListModel::Sources, EventListModel::Lane}) {
        const QPoint place(header.sectionViewportPosition(column) + header.sectionSize(column) / 2,
                           header.height() / 2);
        for (int i = 0; i < 2; ++i) {
            QTest::mouseClick(header.viewport(), Qt::LeftButton, {}, place);
            EXPECT_EQ(window->eventList().model().sortColumn(), column);
            EXPECT_EQ(test::selectedIn(list), event);
            EXPECT_EQ(window.controller().selected(), event);
        }
        QTest::qWait(QApplication::doubleClickInterval() / 20);
    }
}

TEST(EventList, ShowsWhatTheFilterLetsPassAndTheTitleCountsIt) {
    ShownWindow window;
    ui::EventListView& list = openList(window);
    QDockWidget& dock = window->eventList().dock();
    EXPECT_EQ(dock.windowTitle(), QStringLiteral("Events"));
    list.sortByColumn(EventListModel::Title, Qt::DescendingOrder);
    window.controller().select(7);
    filterTo(window, {2, 7, 9});
    EXPECT_EQ(list.model()->rowCount(), 3);
    EXPECT_EQ(dock.windowTitle(), QStringLiteral("3 of 15 events"));
    EXPECT_EQ(test::selectedIn(list), 7U);
    EXPECT_EQ(window->eventList().model().sortColumn(), EventListModel::Title);
    EXPECT_FALSE(dock.toggleViewAction()->text().contains(QStringLiteral("of")));
    filterTo(window, {});
    EXPECT_EQ(list.model()->rowCount(), 0);
    EXPECT_EQ(dock.windowTitle(), QStringLiteral("0 of 15 events"));
    window.controller().selectAndReveal(4); // clears the filter that is in the way
    EXPECT_EQ(list.model()->rowCount(), 15);
    EXPECT_EQ(test::selectedIn(list), 4U);
    EXPECT_EQ(dock.windowTitle(), QStringLiteral("Events"));
}

TEST(EventList, FollowsAnotherStory) {
    ShownWindow window;
    ui::EventListView& list = openList(window);
    test::clickRow(list, 4);
    ASSERT_TRUE(window.open(test::crowdedStory(50)));
    EXPECT_EQ(list.model()->rowCount(), 50);
    EXPECT_EQ(test::selectedIn(list), std::nullopt);
    EXPECT_EQ(list.model()->index(0, EventListModel::Title).data().toString(), QStringLiteral("Event number 0"));
}

TEST(EventList, CopiesTheSelectedRowAsText) {
    ShownWindow window;
    ui::EventListView& list = openList(window);
    test::clickRow(list, 2);
    QTest::keyClick(&list, Qt::Key_C, Qt::ControlModifier);
    const QString copied = QApplication::clipboard()->text();
    EXPECT_EQ(copied, window->eventList().model().rowAsText(2));
    EXPECT_TRUE(copied.contains(window.controller().view().title(2)));
}

TEST(EventList, WordsOfASearchAreMarkedInTheCells) {
    ShownWindow window;
    ui::EventListView& list = openList(window);
    const QImage before = list.viewport()->grab().toImage();
    list.setMatcher(model::TextMatcher(window.controller().view().title(0).left(6)));
    EXPECT_NE(list.viewport()->grab().toImage(), before);
    list.setMatcher({});
    EXPECT_EQ(list.viewport()->grab().toImage(), before);
}

TEST(EventList, WordsAreMarkedOnlyWhereTheSearchLooksForThem) {
    ShownWindow window({1280, 900});
    ui::EventListView& list = openList(window);
    const EventListModel& model = window->eventList().model();
    const model::Story& story = window.controller().view().story();
    const auto isMarked = [&](int row, int column) {
        const QModelIndex cell = model.index(row, column);
        list.scrollTo(cell);
        list.setMatcher({});
        const QImage before = list.viewport()->grab(list.visualRect(cell)).toImage();
        list.setMatcher(model::TextMatcher(cell.data().toString()));
        return list.viewport()->grab(list.visualRect(cell)).toImage() != before;
    };
    const auto isNamed = [](const auto& parts, const QString& name) {
        return std::any_of(parts.begin(), parts.end(),
                           [&](const std::string_view part) { return model::fromUtf8(part) == name; });
    };
    std::vector<std::string_view> actors;
    for (const model::Actor& actor : story.actors())
        actors.push_back(actor.name);
    std::vector<std::string_view> publishers;
    for (const model::Source& source : story.sources())
        publishers.push_back(source.publisher);
    for (int grouping = 0; grouping < layout::groupingCount; ++grouping) {
        window->actions().groupings[static_cast<std::size_t>(grouping)]->trigger();
        for (int row = 0; row < model.rowCount(); ++row) {
            const QString lane = model.index(row, EventListModel::Lane).data().toString();
            const bool named = (grouping == static_cast<int>(layout::Grouping::Actor) && isNamed(actors, lane)) ||
                               (grouping == static_cast<int>(layout::Grouping::Source) && isNamed(publishers, lane));
            EXPECT_TRUE(isMarked(row, EventListModel::Title)) << row;
            EXPECT_FALSE(isMarked(row, EventListModel::When)) << row;
            EXPECT_FALSE(isMarked(row, EventListModel::Sources)) << row;
            EXPECT_EQ(isMarked(row, EventListModel::Lane), named) << grouping << ": " << lane.toStdString();
        }
    }
}

TEST(EventList, HoldsNoStoryThatWasClosedWhileItWasHidden) {
    ShownWindow window;
    ui::EventListView& list = openList(window);
    window->eventList().dock().hide();
    EXPECT_EQ(list.model()->rowCount(), 15);
    ASSERT_TRUE(window.open(test::crowdedStory(50)));
    EXPECT_EQ(window->eventList().model().view().story().eventCount(), 0U);
    window->eventList().dock().show();
    EXPECT_EQ(list.model()->rowCount(), 50);
}

TEST(EventList, ColumnsFillItAndTheTitleHasTheMost) {
    for (const double textScale : {1.0, 2.0}) {
        ShownWindow window;
        ui::EventListView& list = openList(window);
        window->setTextScale(textScale);
        QCoreApplication::processEvents();
        int width = 0;
        for (int column = 0; column < EventListModel::columns; ++column)
            width += list.columnWidth(column);
        EXPECT_EQ(width, list.viewport()->width());
        EXPECT_GT(list.columnWidth(EventListModel::Title), list.columnWidth(EventListModel::Sources));
        EXPECT_GE(list.rowHeight(0), list.fontMetrics().height());
    }
}

// Whatever a story looks like, and however it is arranged: an event that was selected can be seen.
TEST(Reveal, EveryEventOfACrowdedStoryIsInViewOnceItIsSelectedAtAnyZoomAndInAnyArrangement) {
    const int step = test::byLength("every n-th way of grouping", 4, 2, 1);
    const std::vector<double> zooms = step < 4 ? std::vector{1.0, 9.0, 200.0} : std::vector{9.0};
    ShownWindow window({900, 460});
    ASSERT_TRUE(window.open(test::mixedStory(160).story()));
    for (int grouping = 0; grouping < layout::groupingCount; grouping += step)
        for (const bool collapsed : {false, true})
            for (const double zoom : zooms) {
                layout::Arrangement arrangement;
                arrangement.grouping = static_cast<layout::Grouping>(grouping);
                window.controller().arrange(arrangement);
                window.controller().showWholeStory();
                window.controller().zoomBy(zoom);
                for (model::EventIndex event = 0; event < 160; ++event) {
                    if (collapsed) {
                        arrangement.collapsed.clear();
                        for (const layout::LaneGroup& lane : window.controller().view().lanes())
                            arrangement.collapsed.push_back(lane.key);
                        window.controller().arrange(arrangement);
                    }
                    window.controller().selectAndReveal(event);
                    ASSERT_EQ(window.controller().selected(), event);
                    test::expectInView(window, event);
                    if (HasFatalFailure() || testing::Test::HasNonfatalFailure())
                        FAIL() << "grouping " << grouping << ", collapsed " << collapsed << ", zoom " << zoom;
                }
            }
}
