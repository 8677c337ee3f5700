// SPDX-License-Identifier: GPL-3.0-or-later
// The window as a person uses it: mouse, wheel and keys in; selection, words, range and pixels out.
#include "app/content/words/display_text.h"
#include "app/view/evidence/legend_view.h"
#include "app/window/parts/actions.h"
#include "tests/view/evidence/panel_probe.h"
#include "tests/window/window_probe.h"

#include <QApplication>
#include <QDockWidget>
#include <QHelpEvent>
#include <QNativeGestureEvent>
#include <QToolTip>
#include <gtest/gtest.h>

using namespace quoteline;
using test::ShownWindow;

namespace {

QString asShown(std::string_view utf8) {
    return layout::displayText(utf8).replace(u'\n', u' ');
}

/// Words of the panel with white space as the panel's own text has it.
QString panelWords(ShownWindow& window) {
    return test::wordsOf(window->panel()).simplified();
}

double instantAt(ShownWindow& window, double x) {
    return window.scene().scale.toMs(x);
}

} // namespace

TEST(MainWindow, ShowsEveryTitleOfTheStoryInFullBesideThePanel) {
    ShownWindow window({1280, 800});
    ASSERT_TRUE(window->findChild<QDockWidget*>()->isVisible());
    const layout::Scene& scene = window.scene();
    ASSERT_EQ(scene.labels.size(), 15U);
    for (const layout::Label& label : scene.labels) {
        EXPECT_FALSE(label.cut);
        EXPECT_TRUE(scene.frame.lanes.contains(label.rect))
            << window.controller().view().title(label.event).toStdString();
    }
    EXPECT_EQ(scene.counts.visible, 15U);
}

TEST(MainWindow, AClickOnALabelShowsTheWordsOfEveryQuoteOfThatEvent) {
    ShownWindow window;
    const model::Story& story = window.controller().view().story();
    for (model::EventIndex event = 0; event < story.eventCount(); ++event) {
        window.click(window.labelOf(event));
        ASSERT_EQ(window.controller().selected(), event);
        const QString words = panelWords(window);
        EXPECT_TRUE(words.contains(asShown(story.title(event)).simplified()));
        for (std::size_t i = 0; i < story.quoteCount(event); ++i)
            EXPECT_TRUE(words.contains(asShown(story.quote(event, i).exact).simplified()))
                << story.id(event) << " quote " << i;
    }
}

TEST(MainWindow, TheWordsOfThePanelAreWrappedAtItsWidthAndNoneIsCut) {
    ShownWindow window;
    for (model::EventIndex event = 0; event < window.controller().view().story().eventCount(); ++event) {
        window.click(window.labelOf(event));
        QCoreApplication::processEvents();
        for (ui::TextBlock* block : test::blocksOf(window->panel())) {
            block->parentWidget()->sizeHint(); // layouts ask for it at any time: that must change nothing
            block->heightForWidth(200);
            EXPECT_EQ(block->document()->textWidth(), block->viewport()->width());
            EXPECT_LE(block->document()->size().height(), block->viewport()->height());
        }
    }
}

TEST(MainWindow, AClickOnAMarkSelectsItsEventAndOneOnNothingClears) {
    ShownWindow window;
    const auto sala = *window.controller().view().story().find("sala-statement");
    window.click(window.markOf(sala));
    EXPECT_EQ(window.controller().selected(), sala);
    window.click(window.emptyPoint());
    EXPECT_EQ(window.controller().selected(), std::nullopt);
    EXPECT_TRUE(panelWords(window).contains(asShown(window.controller().view().story().summary()).simplified()));
}

TEST(MainWindow, TheSelectedEventIsHighlightedInTheTimeline) {
    ShownWindow window;
    const auto sala = *window.controller().view().story().find("sala-statement");
    const QPoint label = window.labelOf(sala);
    const QPoint beside(label.x(), static_cast<int>(layout::coverOf(window.scene(), sala).top()) - 1);
    const QColor before = window.picture().pixelColor(beside);
    window.click(label);
    window.controller().hoverAt(std::nullopt);
    const QColor after = window.picture().pixelColor(beside);
    EXPECT_NE(after, before);
    window.key(Qt::Key_Escape);
    EXPECT_EQ(window.picture().pixelColor(beside), before);
}

TEST(MainWindow, ArrowKeysGoThroughAllEventsInTheirOrderAndStopAtTheEnds) {
    ShownWindow window;
    const auto count = window.controller().view().story().eventCount();
    for (model::EventIndex event = 0; event < count; ++event) {
        window.key(Qt::Key_Right);
        EXPECT_EQ(window.controller().selected(), event);
    }
    window.key(Qt::Key_Right);
    EXPECT_EQ(window.controller().selected(), count - 1);
    for (std::size_t i = 0; i < count + 1; ++i)
        window.key(Qt::Key_Left);
    EXPECT_EQ(window.controller().selected(), 0U);
}

TEST(MainWindow, EnterShowsThePanelAgain) {
    ShownWindow window;
    auto* dock = window->findChild<QDockWidget*>();
    dock->hide();
    window.key(Qt::Key_Return);
    EXPECT_EQ(window.controller().selected(), 0U);
    EXPECT_TRUE(dock->isVisible());
}

TEST(MainWindow, TheWheelMovesTimeAndBackAgain) {
    ShownWindow window;
    window.controller().zoomBy(4);
    const layout::TimeWindow before = window.controller().state().window;
    window.wheel(window.scene().frame.plot.center(), {0, -1});
    EXPECT_NEAR(window.controller().state().window.start, before.start + 0.12 * before.width, 1);
    EXPECT_EQ(window.controller().state().window.width, before.width);
    window.wheel(window.scene().frame.plot.center(), {0, 1});
    EXPECT_NEAR(window.controller().state().window.start, before.start, 1);
    window.wheel(window.scene().frame.plot.center(), {-1, 0}); // sideways, as trackpads do
    EXPECT_GT(window.controller().state().window.start, before.start);
}

TEST(MainWindow, TheWheelCanBringTheFirstAndTheLastEventToTheMiddle) {
    ShownWindow window;
    const QPointF middle = window.scene().frame.plot.center();
    for (int i = 0; i < 40; ++i)
        window.wheel(middle, {0, 1});
    const layout::TimeWindow extent = window.controller().view().extent();
    EXPECT_NEAR(instantAt(window, middle.x()), extent.start, window.scene().scale.msPerPixel());
    for (int i = 0; i < 80; ++i)
        window.wheel(middle, {0, -1});
    EXPECT_NEAR(instantAt(window, middle.x()), extent.end(), window.scene().scale.msPerPixel());
}

TEST(MainWindow, ControlAndWheelZoomAboutThePointerWithinAPixel) {
    ShownWindow window;
    const QRectF plot = window.scene().frame.plot;
    for (const double share : {0.1, 0.5, 0.9}) {
        const QPointF pointer(plot.left() + share * plot.width(), plot.center().y());
        window.controller().showWholeStory();
        const double instant = instantAt(window, pointer.x());
        for (int i = 0; i < 60; ++i) {
            const double width = window.controller().state().window.width;
            window.wheel(pointer, {0, 1}, Qt::ControlModifier);
            EXPECT_LE(window.controller().state().window.width, width);
            ASSERT_NEAR(window.scene().scale.toX(instant), pointer.x(), 1) << "after " << i + 1 << " steps";
        }
        for (int i = 0; i < 20; ++i)
            window.wheel(pointer, {0, -1}, Qt::ControlModifier);
        ASSERT_NEAR(window.scene().scale.toX(instant), pointer.x(), 1);
    }
}

TEST(MainWindow, APinchZoomsAboutItsPlace) {
    ShownWindow window;
    const QPointF place(window.scene().frame.plot.left() + 200, window.scene().frame.plot.center().y());
    const double instant = instantAt(window, place.x());
    const double width = window.controller().state().window.width;
    const QPointF global = window.viewport()->mapToGlobal(place);
    for (const double step : {0.2, 0.3, -0.1}) {
        QNativeGestureEvent pinch(Qt::ZoomNativeGesture, QPointingDevice::primaryPointingDevice(), 2, place, place,
                                  global, step, {});
        QApplication::sendEvent(window.viewport(), &pinch);
        EXPECT_NEAR(window.scene().scale.toX(instant), place.x(), 1);
    }
    EXPECT_NEAR(window.controller().state().window.width, width / (1.2 * 1.3 * 0.9), 1);
}

TEST(MainWindow, PlusAndMinusZoomAndNullShowsTheWholeStory) {
    ShownWindow window;
    const layout::TimeWindow whole = window.controller().state().window;
    window.key(Qt::Key_Plus);
    window.key(Qt::Key_Plus);
    EXPECT_NEAR(window.controller().state().window.width, whole.width / 2.25, 1);
    window.key(Qt::Key_Minus);
    EXPECT_NEAR(window.controller().state().window.width, whole.width / 1.5, 1);
    window.key(Qt::Key_0);
    EXPECT_EQ(window.controller().state().window, whole);
    window.key(Qt::Key_Minus); // the whole story is the most there is
    EXPECT_EQ(window.controller().state().window, whole);
}

TEST(MainWindow, ADragMovesTheInstantUnderThePointerWithIt) {
    ShownWindow window;
    window.controller().zoomBy(5);
    const QPoint from = window.emptyPoint();
    const double instant = instantAt(window, from.x());
    window.drag(from, from + QPoint(-130, 0));
    EXPECT_NEAR(window.scene().scale.toX(instant), from.x() - 130, 1);
    EXPECT_EQ(window.controller().selected(), std::nullopt); // a drag is no click
}

TEST(MainWindow, AMoveShorterThanTheDragDistanceIsAClick) {
    ShownWindow window;
    window.controller().zoomBy(2);
    const layout::TimeWindow before = window.controller().state().window;
    const auto event = window.scene().labels.front().event;
    const QPoint from = window.labelOf(event);
    window.drag(from, from + QPoint(QApplication::startDragDistance() / 2, 0));
    EXPECT_EQ(window.controller().state().window, before);
    EXPECT_EQ(window.controller().selected(), event);
}

TEST(MainWindow, ScrollBarsFollowTheViewAndMoveIt) {
    ShownWindow window({1000, 420});
    window.controller().zoomBy(4);
    QScrollBar& time = window->pane().timeBar();
    QScrollBar& lanes = window->pane().laneBar();
    const int before = time.value();
    window.controller().panByShare(0.5);
    EXPECT_GT(time.value(), before);
    const double start = window.controller().state().window.start;
    time.triggerAction(QAbstractSlider::SliderPageStepAdd);
    EXPECT_GT(window.controller().state().window.start, start);
    ASSERT_GT(lanes.maximum(), 0);
    lanes.setValue(lanes.maximum());
    EXPECT_EQ(window.controller().state().scrollY, lanes.maximum());
    EXPECT_NEAR(window.scene().lanes.back().rect.bottom(), window.scene().frame.lanes.bottom(), 1);
    EXPECT_TRUE(time.isVisible() && lanes.isVisible());
}

TEST(MainWindow, ShiftAndWheelScrollLanes) {
    ShownWindow window({1000, 420});
    const layout::TimeWindow before = window.controller().state().window;
    window.wheel(window.scene().frame.plot.center(), {0, -1}, Qt::ShiftModifier);
    EXPECT_GT(window.controller().state().scrollY, 0);
    EXPECT_EQ(window.controller().state().window, before);
    const double y = window.controller().state().scrollY;
    window.wheel(QPointF(window.scene().frame.plot.left() / 2, window.scene().frame.plot.center().y()), {0, 1});
    EXPECT_LT(window.controller().state().scrollY, y);
}

TEST(MainWindow, SelectingBringsAnEventIntoViewAlsoFromAnotherLane) {
    ShownWindow window({900, 420});
    window.controller().zoomBy(8);
    const model::Story& story = window.controller().view().story();
    for (model::EventIndex event = 0; event < story.eventCount(); ++event) {
        window.controller().selectAndReveal(event);
        const QRectF cover = layout::coverOf(window.scene(), event);
        EXPECT_FALSE(cover.isEmpty()) << story.id(event);
        EXPECT_TRUE(window.scene().frame.lanes.contains(QPointF(cover.center()))) << story.id(event);
    }
}

TEST(MainWindow, TheTooltipIsTheTitleAsPlainText) {
    ShownWindow window;
    test::SmallStory made;
    made.story.title = "<h1>T</h1>";
    made.lane.name = "<i>lane</i>";
    made.events.front().title = "<b>bold</b> & <img src='x'> %1 %2";
    made.events.front().when = "2026-01-27";
    ASSERT_TRUE(window.open(made.view().story()));
    const QPoint point = window.labelOf(0);
    QHelpEvent help(QEvent::ToolTip, point, window.viewport()->mapToGlobal(point));
    QApplication::sendEvent(window.viewport(), &help);
    EXPECT_EQ(QToolTip::text(),
              QStringLiteral("<p>&lt;b&gt;bold&lt;/b&gt; &amp; &lt;img src='x'&gt; %1 %2 (Tue 27 Jan; "
                             "&lt;i&gt;lane&lt;/i&gt;)</p>"));
    QToolTip::hideText();
    EXPECT_TRUE(window->windowTitle().contains(QStringLiteral("<h1>T</h1>")));
}

TEST(MainWindow, TheTooltipOfALaneIsItsWholeName) {
    ShownWindow window;
    for (const layout::LaneBand& lane : window.scene().lanes) {
        const QPoint point(20, lane.rect.center().toPoint().y());
        QHelpEvent help(QEvent::ToolTip, point, window.viewport()->mapToGlobal(point));
        QApplication::sendEvent(window.viewport(), &help);
        EXPECT_TRUE(
            QToolTip::text().startsWith(QStringLiteral("<p>") + window.controller().view().lanes()[lane.lane].name))
            << QToolTip::text().toStdString();
    }
    QToolTip::hideText();
}

TEST(MainWindow, ARelatedEventInThePanelIsOneClickAway) {
    ShownWindow window;
    const model::Story& story = window.controller().view().story();
    const auto protests = *story.find("online-protests");
    const auto vogue = *story.find("vogue-report");
    window.click(window.labelOf(protests));
    QTest::mouseClick(&test::buttonWith(window->panel(), asShown(story.title(vogue))), Qt::LeftButton);
    EXPECT_EQ(window.controller().selected(), vogue);
}

TEST(MainWindow, APageOfASourceIsOpenedOnlyWhenAskedFor) {
    ShownWindow window;
    std::vector<QUrl> opened;
    window->openPage = [&](const QUrl& url) { opened.push_back(url); };
    window.click(window.labelOf(*window.controller().view().story().find("interior-ministry")));
    EXPECT_TRUE(opened.empty());
    QTest::mouseClick(test::buttonsWith(window->panel(), QStringLiteral("www.inquisitr.com")).at(0), Qt::LeftButton);
    ASSERT_EQ(opened.size(), 1U);
    EXPECT_EQ(opened.front().host(), QStringLiteral("www.inquisitr.com"));
}

TEST(MainWindow, TheLegendIsOneClickAway) {
    ShownWindow window;
    const auto shown = [&] {
        const auto legends = window->panel().findChildren<ui::LegendView*>();
        return std::any_of(legends.begin(), legends.end(), [](const ui::LegendView* legend) {
            return legend->isVisible() && !legend->visibleRegion().isEmpty() &&
                   legend->accessibleDescription().contains(QStringLiteral("once, somewhere in there"));
        });
    };
    window.click(window.labelOf(3));
    EXPECT_FALSE(shown());
    window->actions().legend->trigger();
    QCoreApplication::processEvents();
    EXPECT_TRUE(shown());
    QTest::mouseClick(&test::buttonWith(window->panel(), QStringLiteral("Legend")), Qt::LeftButton);
    QCoreApplication::processEvents();
    EXPECT_FALSE(shown());
    EXPECT_FALSE(window->actions().legend->isChecked()); // the menu and the button say the same
}
