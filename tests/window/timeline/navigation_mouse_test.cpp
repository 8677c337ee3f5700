// SPDX-License-Identifier: GPL-3.0-or-later
// Getting about by mouse: a range drawn with Shift, double clicks, the buttons for back and forward.
#include "app/content/words/date_words.h"
#include "app/layout/axis/presets.h"
#include "app/view/list/column_popup.h"
#include "app/window/parts/actions.h"
#include "tests/window/window_probe.h"

#include <QApplication>
#include <QDockWidget>
#include <QGestureEvent>
#include <QLabel>
#include <QMenu>
#include <QPinchGesture>
#include <QSignalSpy>
#include <QStatusBar>
#include <cmath>
#include <gtest/gtest.h>

using namespace quoteline;
using layout::TimeWindow;
using test::ShownWindow;

namespace {

TimeWindow at(ShownWindow& window) {
    return window.controller().state().window;
}

QString saidInStatus(ShownWindow& window) {
    return window->statusBar()->findChild<QLabel*>()->text();
}

/// A point of the plot, at a share of its width.
QPoint inPlot(ShownWindow& window, double share) {
    const QRectF plot = window.scene().frame.plot;
    return QPointF(plot.left() + share * plot.width(), plot.center().y()).toPoint();
}

void expectRange(ShownWindow& window, double start, double end, double msPerPixel) {
    EXPECT_NEAR(at(window).start, start, msPerPixel);
    EXPECT_NEAR(at(window).end(), end, msPerPixel);
}

} // namespace

TEST(RangeBand, ShiftAndDragZoomToTheRangeInEitherDirection) {
    for (const bool backwards : {false, true}) {
        ShownWindow window;
        const auto scale = window.scene().scale;
        const QPoint from = inPlot(window, 0.3);
        const QPoint to = inPlot(window, 0.55);
        window.drag(backwards ? to : from, backwards ? from : to, Qt::ShiftModifier);
        expectRange(window, scale.toMs(from.x()), scale.toMs(to.x()), scale.msPerPixel());
        EXPECT_FALSE(window->pane().timeline().band().isActive());
        EXPECT_FALSE(window->pane().timeline().band().isVisible());
        EXPECT_EQ(window.controller().selected(), std::nullopt);
    }
}

TEST(RangeBand, CoversThePlotFromTopToBottomAndSaysItsDates) {
    ShownWindow window;
    const QImage before = window.picture();
    const QPoint from = inPlot(window, 0.25);
    const QPoint to = inPlot(window, 0.5);
    window.press(from, Qt::ShiftModifier);
    window.moveTo(to, Qt::ShiftModifier);
    const ui::RangeBand& band = window->pane().timeline().band();
    ASSERT_TRUE(band.isVisible());
    const QRectF plot = window.scene().frame.plot;
    EXPECT_NEAR(band.geometry().left(), from.x(), 1);
    EXPECT_NEAR(band.geometry().right(), to.x(), 1.5);
    EXPECT_NEAR(band.geometry().top(), plot.top(), 1);
    EXPECT_NEAR(band.height(), plot.height(), 1);
    const auto scale = window.scene().scale;
    const QString dates =
        layout::rangeInWords(scale.toMs(from.x()), scale.toMs(to.x()), window.controller().view().locale());
    EXPECT_TRUE(saidInStatus(window).contains(dates)) << saidInStatus(window).toStdString();
    const QImage with = window.picture();
    const int middle = (from.x() + to.x()) / 2;
    int changed = 0;
    for (int y = static_cast<int>(plot.top()) + 2; y < static_cast<int>(plot.bottom()) - 2; ++y)
        changed += with.pixel(middle, y) != before.pixel(middle, y) ? 1 : 0;
    EXPECT_GT(changed, 0.9 * plot.height());
    EXPECT_EQ(with.pixelColor(from.x(), static_cast<int>(plot.center().y())), window->theme().accent);
    QTest::mouseRelease(window.viewport(), Qt::LeftButton, Qt::ShiftModifier, to);
    EXPECT_TRUE(saidInStatus(window).isEmpty());
}

TEST(RangeBand, EndsAtTheEdgesOfThePlot) {
    ShownWindow window;
    window.controller().zoomBy(4);
    const TimeWindow before = at(window);
    const QPoint from = inPlot(window, 0.5);
    const auto scale = window.scene().scale;
    window.drag(from, QPoint(window.viewport()->width() + 500, from.y()), Qt::ShiftModifier);
    expectRange(window, scale.toMs(from.x()), before.end(), scale.msPerPixel());
}

TEST(RangeBand, EscapeTakesItAwayAndKeepsTheSelection) {
    ShownWindow window;
    window.controller().select(2);
    const TimeWindow before = at(window);
    window.press(inPlot(window, 0.2), Qt::ShiftModifier);
    window.moveTo(inPlot(window, 0.6), Qt::ShiftModifier);
    ASSERT_TRUE(window->pane().timeline().band().isVisible());
    window.key(Qt::Key_Escape);
    EXPECT_FALSE(window->pane().timeline().band().isActive());
    window.moveTo(inPlot(window, 0.7), Qt::ShiftModifier);
    QTest::mouseRelease(window.viewport(), Qt::LeftButton, Qt::ShiftModifier, inPlot(window, 0.7));
    EXPECT_EQ(at(window), before);
    EXPECT_EQ(window.controller().selected(), 2U);
    window.key(Qt::Key_Escape); // is the shortcut again
    EXPECT_EQ(window.controller().selected(), std::nullopt);
}

TEST(RangeBand, ATinyDragDoesNothing) {
    ShownWindow window;
    window.controller().select(2);
    const TimeWindow before = at(window);
    const QPoint from = window.emptyPoint();
    window.drag(from, from - QPoint(QApplication::startDragDistance() / 2, 0), Qt::ShiftModifier);
    EXPECT_EQ(at(window), before);
    EXPECT_EQ(window.controller().selected(), 2U);
}

TEST(RangeBand, FollowsAViewThatMovesMeanwhile) {
    ShownWindow window;
    window.controller().zoomBy(4);
    const QPoint from = inPlot(window, 0.4);
    const double start = window.scene().scale.toMs(from.x());
    window.press(from, Qt::ShiftModifier);
    window.moveTo(inPlot(window, 0.5), Qt::ShiftModifier);
    window.controller().panByShare(0.1);
    const QPoint to = inPlot(window, 0.7);
    window.moveTo(to, Qt::ShiftModifier);
    const auto scale = window.scene().scale;
    EXPECT_NEAR(window->pane().timeline().band().x(), scale.toX(start), 1);
    QTest::mouseRelease(window.viewport(), Qt::LeftButton, Qt::ShiftModifier, to);
    expectRange(window, start, scale.toMs(to.x()), scale.msPerPixel());
}

TEST(RangeBand, CloserThanTheLimitSaysSo) {
    ShownWindow window;
    const double instant = window.scene().scale.toMs(inPlot(window, 0.5).x());
    window.controller().setWindow({instant, layout::minWindowMs * 2});
    window.drag(inPlot(window, 0.5), inPlot(window, 0.6), Qt::ShiftModifier);
    EXPECT_EQ(at(window).width, layout::minWindowMs);
    EXPECT_EQ(saidInStatus(window), layout::zoomLimitInWords(layout::ZoomLimit::Closest));
}

TEST(DoubleClick, OnAnEventSelectsItAndZoomsToIt) {
    ShownWindow window;
    const auto& view = window.controller().view();
    for (const model::EventIndex event : view.events()) {
        window.controller().showWholeStory();
        window.controller().select(std::nullopt);
        window.doubleClick(window.labelOf(event));
        EXPECT_EQ(window.controller().selected(), event);
        EXPECT_EQ(at(window), layout::fitting(view, event, window.scene().frame.plot.width(), 1));
    }
}

TEST(DoubleClick, MeansTheEventOfTheFirstClickEvenWhenThePanelThenOpens) {
    ShownWindow window;
    auto* dock = window->findChild<QDockWidget*>();
    dock->hide();
    QCoreApplication::processEvents();
    const QPoint point = window.labelOf(14); // far to the right: the panel takes its place
    QTest::mouseClick(window.viewport(), Qt::LeftButton, {}, point);
    EXPECT_TRUE(dock->isVisible());
    QCoreApplication::processEvents();
    const QPointF global = window.viewport()->mapToGlobal(QPointF(point));
    QMouseEvent second(QEvent::MouseButtonDblClick, point, global, Qt::LeftButton, Qt::LeftButton, {});
    QApplication::sendEvent(window.viewport(), &second);
    EXPECT_EQ(window.controller().selected(), 14U);
    EXPECT_EQ(at(window), layout::fitting(window.controller().view(), 14, window.scene().frame.plot.width(), 1));
}

TEST(DoubleClick, OnEmptySpaceZoomsInAboutThePointer) {
    ShownWindow window;
    const TimeWindow before = at(window);
    const QPoint point = window.emptyPoint();
    const double instant = window.scene().scale.toMs(point.x());
    window.doubleClick(point);
    EXPECT_NEAR(at(window).width, before.width / 2, 1);
    EXPECT_NEAR(window.scene().scale.toX(instant), point.x(), 1);
}

TEST(DoubleClick, OnAColumnOpensItsListAndDoesNothingBesides) {
    ShownWindow window;
    ASSERT_TRUE(window.open(test::crowdedStory(1000)));
    ASSERT_FALSE(window.scene().columns.empty());
    const TimeWindow before = at(window);
    window.doubleClick(window.scene().columns.front().rect.center().toPoint());
    EXPECT_EQ(at(window), before);
    const auto lists = window->findChildren<ui::ColumnPopup*>(QStringLiteral("columnEvents"));
    EXPECT_EQ(lists.size(), 1);
    for (ui::ColumnPopup* list : lists)
        list->close();
}

TEST(DoubleClick, BesideThePlotDoesNothing) {
    ShownWindow window;
    const TimeWindow before = at(window);
    window.doubleClick(QPoint(10, static_cast<int>(window.scene().frame.lanes.center().y())));
    window.doubleClick(window.scene().frame.axis.center().toPoint());
    EXPECT_EQ(at(window), before);
}

TEST(MouseButtons, BackAndForwardGoThroughTheHistory) {
    ShownWindow window;
    qint64 now = 0;
    window->navigator().clock = [&] { return now += 10000; };
    const TimeWindow whole = at(window);
    window.key(Qt::Key_B);
    const TimeWindow busiest = at(window);
    window.key(Qt::Key_W);
    const TimeWindow zoomed = at(window);
    QTest::mouseClick(window.viewport(), Qt::BackButton, {}, inPlot(window, 0.5));
    EXPECT_EQ(at(window), busiest);
    QTest::mouseClick(&window->pane().overview(), Qt::BackButton);
    EXPECT_EQ(at(window), whole);
    QTest::mouseClick(window.viewport(), Qt::BackButton, {}, inPlot(window, 0.5)); // nowhere to go
    EXPECT_EQ(at(window), whole);
    QTest::mouseClick(window->statusBar(), Qt::ForwardButton);
    EXPECT_EQ(at(window), busiest);
    QMouseEvent quick(QEvent::MouseButtonDblClick, QPointF(300, 300), QPointF(300, 300), Qt::ForwardButton,
                      Qt::ForwardButton, {});
    QApplication::sendEvent(window.viewport(), &quick);
    EXPECT_EQ(at(window), zoomed);
}

// A release may go to another window, or be lost: then a move comes without a button.
TEST(LostRelease, EndsADragOfTheView) {
    ShownWindow window;
    window.controller().zoomBy(1.5);
    window.press(inPlot(window, 0.5));
    window.moveTo(inPlot(window, 0.4));
    const TimeWindow dragged = at(window);
    window.hover(inPlot(window, 0.3));
    window.hover(inPlot(window, 0.2));
    EXPECT_EQ(at(window), dragged);
    ASSERT_FALSE(window.scene().labels.empty());
    const model::EventIndex event = window.scene().labels.front().event;
    window.click(window.labelOf(event));
    EXPECT_EQ(window.controller().selected(), event);
}

TEST(LostRelease, EndsABandWithoutZooming) {
    ShownWindow window;
    const TimeWindow before = at(window);
    window.press(inPlot(window, 0.3), Qt::ShiftModifier);
    window.moveTo(inPlot(window, 0.6), Qt::ShiftModifier);
    ASSERT_TRUE(window->pane().timeline().band().isActive());
    window.hover(inPlot(window, 0.7));
    EXPECT_FALSE(window->pane().timeline().band().isActive());
    EXPECT_FALSE(window->pane().timeline().band().isVisible());
    EXPECT_EQ(at(window), before);
}

TEST(RangeBand, GoesWithItsStoryAndSoDoesWhatWasSaidOfIt) {
    ShownWindow window;
    window.press(inPlot(window, 0.3), Qt::ShiftModifier);
    window.moveTo(inPlot(window, 0.6), Qt::ShiftModifier);
    ASSERT_FALSE(saidInStatus(window).isEmpty());
    const QSignalSpy hints(&window->pane().timeline(), &ui::TimelineView::hinted);
    ASSERT_TRUE(window.open(test::crowdedStory(20)));
    EXPECT_FALSE(window->pane().timeline().band().isActive());
    ASSERT_FALSE(hints.isEmpty());
    EXPECT_EQ(hints.back().front().toString(), QString());
}

TEST(StatusLine, KeepsWhatWasSaidWhileThePointerIsOverNothing) {
    ShownWindow window;
    window.hover(window.emptyPoint());
    window->actions().busiest->trigger();
    const QString words = saidInStatus(window);
    ASSERT_FALSE(words.isEmpty());
    window.hover(window.emptyPoint() + QPoint(1, 0));
    EXPECT_EQ(saidInStatus(window), words);
    ASSERT_FALSE(window.scene().labels.empty());
    const model::EventIndex event = window.scene().labels.front().event;
    window.hover(window.labelOf(event));
    EXPECT_TRUE(saidInStatus(window).contains(window.controller().view().title(event)));
    window.hover(window.emptyPoint());
    EXPECT_TRUE(saidInStatus(window).isEmpty());
}

TEST(Pinch, ZoomsAndPassesOverWhatIsNoNumber) {
    ShownWindow window;
    const auto pinch = [&](double factor) {
        QPinchGesture gesture;
        gesture.setChangeFlags(QPinchGesture::ScaleFactorChanged);
        gesture.setScaleFactor(factor);
        gesture.setCenterPoint(window.viewport()->mapToGlobal(QPointF(inPlot(window, 0.5))));
        QGestureEvent event({&gesture});
        QApplication::sendEvent(&window->pane().timeline(), &event);
    };
    const TimeWindow whole = at(window);
    pinch(2);
    EXPECT_NEAR(at(window).width, whole.width / 2, 1);
    const TimeWindow half = at(window);
    for (const double nonsense : {std::nan(""), HUGE_VAL, -HUGE_VAL}) {
        pinch(nonsense);
        EXPECT_EQ(at(window), half) << nonsense;
    }
    pinch(0); // as far out as one step goes
    EXPECT_EQ(at(window), window.controller().wholeStory());
}

TEST(Hover, TellsWhatLiesUnderThePointerAndChangesOnlyWhatIsThere) {
    ShownWindow window;
    ui::ViewController& controller = window.controller();
    const QSignalSpy changes(&controller, &ui::ViewController::overlayChanged);
    std::optional<layout::Hit> before;
    for (double x = 0; x < window.viewport()->width(); x += 7) {
        const QPointF point(x, window.scene().frame.lanes.center().y());
        const qsizetype known = changes.size();
        const auto hit = controller.hoverAt(point);
        EXPECT_EQ(hit, controller.hitAt(point));
        EXPECT_EQ(changes.size() - known, hit == before ? 0 : 1) << x;
        EXPECT_EQ(controller.overlay().hovered.empty(), !hit.has_value());
        before = hit;
    }
    EXPECT_GT(changes.size(), 1);
    EXPECT_EQ(controller.hoverAt(std::nullopt), std::nullopt);
    EXPECT_TRUE(controller.overlay().hovered.empty());
}
