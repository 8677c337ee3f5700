// SPDX-License-Identifier: GPL-3.0-or-later
// The overview through the real window: the part in view taken hold of by mouse and keys, bars and hits in pixels.
#include "app/system/translation.h"
#include "app/view/timeline/overview_view.h"

#include "tests/content/scene_stories.h"
#include "tests/window/window_probe.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QScopeGuard>
#include <QToolTip>
#include <QTranslator>
#include <gtest/gtest.h>

using namespace quoteline;
using test::ShownWindow;

namespace {

ui::OverviewView& overviewOf(ShownWindow& window) {
    return window->pane().overview();
}

QPoint at(ShownWindow& window, double x) {
    return {static_cast<int>(std::lround(x)), overviewOf(window).overview().plot.center().toPoint().y()};
}

void move(ShownWindow& window, double x, Qt::MouseButtons buttons = Qt::LeftButton) {
    ui::OverviewView& overview = overviewOf(window);
    QMouseEvent event(QEvent::MouseMove, at(window, x), overview.mapToGlobal(at(window, x)), Qt::NoButton, buttons, {});
    QApplication::sendEvent(&overview, &event);
}

void drag(ShownWindow& window, double from, double to) {
    QTest::mousePress(&overviewOf(window), Qt::LeftButton, {}, at(window, from));
    for (int i = 1; i <= 4; ++i)
        move(window, std::round(from) + (std::round(to) - std::round(from)) * i / 4);
    QTest::mouseRelease(&overviewOf(window), Qt::LeftButton, {}, at(window, to));
}

double leftEdge(ShownWindow& window) {
    return overviewOf(window).overview().scale.toX(window.controller().state().window.start);
}

double rightEdge(ShownWindow& window) {
    return overviewOf(window).overview().scale.toX(window.controller().state().window.end());
}

/// A window with the part in view in the middle of the overview, a quarter of it.
void showMiddle(ShownWindow& window) {
    window.controller().showWholeStory();
    window.controller().zoomBy(4);
}

void filterTo(ShownWindow& window, std::vector<model::EventIndex> events) {
    window.controller().setShown(std::make_shared<const std::vector<model::EventIndex>>(std::move(events)));
}

} // namespace

TEST(OverviewView, TheBrushIsWhereTheTimelineIs) {
    ShownWindow window;
    showMiddle(window);
    const layout::Brush brush = overviewOf(window).brush();
    EXPECT_NEAR(brush.rect.left(), leftEdge(window), 1);
    EXPECT_NEAR(brush.rect.right(), rightEdge(window), 1);
    EXPECT_NEAR(window.scene().scale.toX(overviewOf(window).overview().scale.toMs(brush.rect.left())),
                window.scene().frame.plot.left(), 1);
}

TEST(OverviewView, ADateStandsBelowTheSameDateWhenTheWholeStoryIsInView) {
    ShownWindow window;
    for (const auto& dates : std::vector<std::vector<std::string>>{{},
                                                                   {"2026-01-01T10:00", "2026-01-01T14:00"},
                                                                   {"2026-01-01"},
                                                                   {"2025-01-06", "2026-01-05"},
                                                                   {"1820-02", "1826-07", "2020-01"}}) {
        if (!dates.empty()) {
            ASSERT_TRUE(window.open(test::storyOfDates(dates)));
        }
        window.controller().showWholeStory();
        const ui::OverviewView& overview = overviewOf(window);
        const layout::OverviewScene& below = overview.overview();
        const layout::Scene& above = window.scene();
        EXPECT_EQ(below.scale, above.scale);
        EXPECT_EQ(below.ticks, above.ticks);
        EXPECT_EQ(overview.mapToGlobal(QPointF(below.plot.left(), 0)).x(),
                  window.viewport()->mapToGlobal(QPointF(above.frame.plot.left(), 0)).x());
        EXPECT_EQ(overview.mapToGlobal(QPointF(below.plot.right(), 0)).x(),
                  window.viewport()->mapToGlobal(QPointF(above.frame.plot.right(), 0)).x());
        EXPECT_EQ(overview.brush().rect, below.plot);
    }
}

TEST(OverviewView, SaysWhatABarStandsForInItsPlural) {
    ui::installTranslation(*QCoreApplication::instance());
    const auto translated = qScopeGuard([] {
        for (QTranslator* translator : QCoreApplication::instance()->findChildren<QTranslator*>())
            delete translator;
    });
    ShownWindow window;
    const auto caption = [&](const std::vector<std::string>& dates) {
        EXPECT_TRUE(window.open(test::storyOfDates(dates)));
        QStringList words;
        for (const layout::Text& text : overviewOf(window).overview().captions)
            words.append(text.text);
        return words.join(u' ').toStdString();
    };
    EXPECT_EQ(caption({"2026-01-01", "2026-01-15"}), "Events a day up to 1");
    EXPECT_EQ(caption({"1820", "1821", "2020"}), "Events in 2 years up to 2");
    EXPECT_EQ(caption({"-9000", "9000"}), "Events in 200 years up to 1");
    EXPECT_EQ(caption({"2026-01-01T10:00", "2026-01-01T14:00"}), "Events in 2 minutes up to 1");
}

TEST(OverviewView, BarsAreDrawnWhereTheLayoutHasThem) {
    ShownWindow window;
    for (const auto& dates : {std::vector<std::string>{"2025-01-06", "2025-03-07", "2026-01-05"},
                              std::vector<std::string>{"1820", "1891", "1926", "2020"}}) {
        ASSERT_TRUE(window.open(test::storyOfDates(dates)));
        const layout::OverviewScene& scene = overviewOf(window).overview();
        const QImage picture = overviewOf(window).grab().toImage();
        const int y = static_cast<int>(scene.plot.bottom()) - 4;
        const auto colourAt = [&](std::size_t bin, double share) {
            const double x = scene.barsLeft + (static_cast<double>(bin) + share) * scene.barPitch;
            return picture.pixelColor(static_cast<int>(x), y);
        };
        const auto isFull = [&](std::size_t bin) { return scene.bins.certain[bin] + scene.bins.possible[bin] > 0; };
        std::size_t inside = 1; // of the full ones; the last stands under the edge of the brush
        while (!isFull(inside))
            ++inside;
        int full = 0;
        for (std::size_t bin = 0; bin < scene.bins.certain.size(); ++bin) {
            full += isFull(bin) ? 1 : 0;
            for (const double share : {0.25, 0.5, 0.75}) { // of the bar, between the gaps at its sides
                const double x = scene.barsLeft + (static_cast<double>(bin) + share) * scene.barPitch;
                if (x > scene.plot.left() + 6 && x < scene.plot.right() - 6) { // beside the brush's edges
                    EXPECT_EQ(colourAt(bin, share) == colourAt(inside, 0.5), isFull(bin)) << bin << " of " << dates[0];
                }
            }
        }
        EXPECT_EQ(full, std::ssize(dates));
    }
}

TEST(OverviewView, AClickOutsideCentresTheViewThere) {
    ShownWindow window;
    window.controller().zoomBy(6);
    const double width = window.controller().state().window.width;
    const layout::OverviewScene& scene = overviewOf(window).overview();
    for (const double share : {0.1, 0.9, 0.4}) {
        const QPoint place = at(window, scene.plot.left() + share * scene.plot.width());
        ASSERT_EQ(layout::zoneAt(overviewOf(window).brush(), place.x()), layout::BrushZone::Outside);
        QTest::mouseClick(&overviewOf(window), Qt::LeftButton, {}, place);
        EXPECT_NEAR((leftEdge(window) + rightEdge(window)) / 2, place.x(), 1);
        EXPECT_EQ(window.controller().state().window.width, width);
    }
}

TEST(OverviewView, AClickInsideMovesNothing) {
    ShownWindow window;
    showMiddle(window);
    const layout::ViewState before = window.controller().state();
    QTest::mouseClick(&overviewOf(window), Qt::LeftButton, {}, at(window, leftEdge(window) + 30));
    EXPECT_EQ(window.controller().state(), before);
}

TEST(OverviewView, TheBrushIsDraggedByThePlaceThatWasGrabbed) {
    ShownWindow window;
    showMiddle(window);
    const double left = leftEdge(window);
    const double right = rightEdge(window);
    drag(window, left + 40, left + 160);
    EXPECT_NEAR(leftEdge(window), left + 120, 1);
    EXPECT_NEAR(rightEdge(window), right + 120, 1);
    drag(window, left + 160, left + 40);
    EXPECT_NEAR(leftEdge(window), left, 1);
}

TEST(OverviewView, EachHandleMovesItsEdgeOnly) {
    ShownWindow window;
    showMiddle(window);
    const double left = leftEdge(window);
    const double right = rightEdge(window);
    drag(window, left, left - 90);
    EXPECT_NEAR(leftEdge(window), left - 90, 1.5);
    EXPECT_NEAR(rightEdge(window), right, 1);
    drag(window, right, right + 70);
    EXPECT_NEAR(leftEdge(window), left - 90, 1.5);
    EXPECT_NEAR(rightEdge(window), right + 70, 1.5);
    drag(window, rightEdge(window), leftEdge(window) - 200); // beyond the other handle
    EXPECT_NEAR(leftEdge(window), left - 90, 1.5);
    EXPECT_GT(rightEdge(window), leftEdge(window) + 4);
}

TEST(OverviewView, TheWholeStoryIsNarrowedByEitherHandle) {
    ShownWindow window;
    const QRectF plot = overviewOf(window).overview().plot;
    drag(window, plot.left(), plot.left() + 200);
    EXPECT_NEAR(leftEdge(window), plot.left() + 200, 1.5);
    window.controller().showWholeStory();
    drag(window, plot.right(), plot.right() - 200);
    EXPECT_NEAR(rightEdge(window), plot.right() - 200, 1.5);
    drag(window, rightEdge(window), plot.right() + 500);
    const double most = window.controller().wholeStory().width;
    EXPECT_LE(window.controller().state().window.width, most);
}

TEST(OverviewView, AtTheDeepestZoomTheBrushCanStillBeMovedAndWidened) {
    ShownWindow window;
    window.controller().zoomBy(1e9);
    const double width = window.controller().state().window.width;
    layout::Brush brush = overviewOf(window).brush();
    drag(window, brush.rect.center().x(), brush.rect.center().x() + 100);
    EXPECT_NEAR(leftEdge(window), brush.rect.center().x() + 100, 2);
    EXPECT_NEAR(window.controller().state().window.width, width, 1e-3);
    brush = overviewOf(window).brush();
    const double handle = std::round(brush.rightHandle.center().x());
    drag(window, handle, handle + 80);
    EXPECT_NEAR(rightEdge(window) - leftEdge(window), 80, 3);
}

TEST(OverviewView, ADragOutsideDrawsANewPartAndEscapeTakesItBack) {
    ShownWindow window;
    window.controller().zoomBy(8);
    const QRectF plot = overviewOf(window).overview().plot;
    const double from = plot.left() + 40;
    drag(window, from, from + 150);
    EXPECT_NEAR(leftEdge(window), from, 1);
    EXPECT_NEAR(rightEdge(window), from + 150, 1);
    drag(window, plot.right() - 30, plot.right() - 160);
    EXPECT_NEAR(leftEdge(window), plot.right() - 160, 1);
    EXPECT_NEAR(rightEdge(window), plot.right() - 30, 1);

    const layout::ViewState before = window.controller().state();
    window.controller().select(3);
    overviewOf(window).setFocus();
    QTest::mousePress(&overviewOf(window), Qt::LeftButton, {}, at(window, from));
    move(window, from + 120);
    EXPECT_NE(window.controller().state(), before);
    QTest::keyClick(&overviewOf(window), Qt::Key_Escape);
    EXPECT_EQ(window.controller().state(), before);
    EXPECT_EQ(window.controller().selected(), 3U);
    move(window, from + 300); // nothing is held any more
    QTest::mouseRelease(&overviewOf(window), Qt::LeftButton, {}, at(window, from + 300));
    EXPECT_EQ(window.controller().state(), before);
}

TEST(OverviewView, LetsGoWhenTheButtonWasReleasedWhereNobodyToldItAndWhenTheStoryGoes) {
    ShownWindow window;
    showMiddle(window);
    const double inside = leftEdge(window) + 40;
    QTest::mousePress(&overviewOf(window), Qt::LeftButton, {}, at(window, inside));
    move(window, inside + 50);
    const layout::ViewState dragged = window.controller().state();
    move(window, inside + 60, Qt::NoButton);
    move(window, inside + 90); // of another press, which was not here
    EXPECT_EQ(window.controller().state(), dragged);
    QTest::mouseRelease(&overviewOf(window), Qt::LeftButton, {}, at(window, inside + 90));

    QTest::mousePress(&overviewOf(window), Qt::LeftButton, {}, at(window, leftEdge(window) + 40));
    ASSERT_TRUE(window.open(test::crowdedStory(30)));
    const layout::ViewState opened = window.controller().state();
    move(window, overviewOf(window).overview().plot.center().x() + 100);
    EXPECT_EQ(window.controller().state(), opened);
    QTest::keyClick(&overviewOf(window), Qt::Key_Escape);
    EXPECT_EQ(window.controller().state(), opened);
}

TEST(OverviewView, ADoubleClickShowsTheWholeStory) {
    ShownWindow window;
    for (const double x : {20.0, 500.0}) {
        window.controller().zoomBy(12);
        QTest::mouseDClick(&overviewOf(window), Qt::LeftButton, {},
                           at(window, overviewOf(window).overview().plot.left() + x));
        EXPECT_EQ(window.controller().state().window, window.controller().wholeStory());
    }
}

TEST(OverviewView, ThePointerSaysWhatCanBeDoneThere) {
    ShownWindow window;
    showMiddle(window);
    const auto cursorAt = [&](double x) {
        move(window, x, Qt::NoButton);
        return overviewOf(window).cursor().shape();
    };
    EXPECT_EQ(cursorAt(leftEdge(window)), Qt::SizeHorCursor);
    EXPECT_EQ(cursorAt(rightEdge(window)), Qt::SizeHorCursor);
    EXPECT_EQ(cursorAt(leftEdge(window) + 60), Qt::OpenHandCursor);
    EXPECT_EQ(cursorAt(leftEdge(window) - 60), Qt::CrossCursor);
}

TEST(OverviewView, KeysMoveAndResizeAndGoToTheEnds) {
    ShownWindow window;
    showMiddle(window);
    ui::OverviewView& overview = overviewOf(window);
    overview.setFocus();
    const layout::TimeWindow before = window.controller().state().window;
    QTest::keyClick(&overview, Qt::Key_Right);
    EXPECT_NEAR(window.controller().state().window.start, before.start + before.width / 10, 1);
    EXPECT_EQ(window.controller().selected(), std::nullopt); // the arrows of the timeline are another thing
    QTest::keyClick(&overview, Qt::Key_Left);
    EXPECT_NEAR(window.controller().state().window.start, before.start, 1);
    QTest::keyClick(&overview, Qt::Key_Right, Qt::ShiftModifier);
    EXPECT_NEAR(window.controller().state().window.width, before.width * 1.1, 1);
    EXPECT_NEAR(window.controller().state().window.start, before.start, 1);
    QTest::keyClick(&overview, Qt::Key_Left, Qt::ShiftModifier);
    EXPECT_LT(window.controller().state().window.width, before.width);
    const layout::TimeWindow whole = window.controller().wholeStory();
    QTest::keyClick(&overview, Qt::Key_Home);
    EXPECT_NEAR(window.controller().state().window.start, whole.start, 1);
    QTest::keyClick(&overview, Qt::Key_End);
    EXPECT_NEAR(window.controller().state().window.end(), whole.end(), 1);
}

TEST(OverviewView, MarksWhatAFilterFoundAndKeepsTheBarsOfAllEvents) {
    ShownWindow window;
    ui::OverviewView& overview = overviewOf(window);
    const layout::OverviewScene all = overview.overview();
    const QImage before = overview.grab().toImage();
    EXPECT_TRUE(all.foundBars.empty());
    filterTo(window, {0, 5, 14});
    const layout::OverviewScene some = overview.overview();
    EXPECT_EQ(some.bins, all.bins);
    EXPECT_FALSE(some.foundBars.empty());
    const QImage picture = overview.grab().toImage();
    for (const QRectF& bar : some.foundBars) {
        EXPECT_EQ(picture.pixelColor(bar.center().toPoint()), window->theme().accent);
        EXPECT_NE(before.pixelColor(bar.center().toPoint()), window->theme().accent);
    }
    window.controller().setShown(nullptr);
    EXPECT_EQ(overview.overview(), all);
    EXPECT_EQ(overview.grab().toImage(), before);
}

TEST(OverviewView, TheTooltipSaysTheDayAndItsNumbers) {
    ShownWindow window;
    ui::OverviewView& overview = overviewOf(window);
    const auto tooltipAt = [&](std::size_t bin) {
        const layout::OverviewScene& scene = overview.overview();
        const double x = scene.barsLeft + (static_cast<double>(bin) + 0.5) * scene.barPitch;
        QHelpEvent help(QEvent::ToolTip, at(window, x), overview.mapToGlobal(at(window, x)));
        QApplication::sendEvent(&overview, &help);
        return QToolTip::text();
    };
    const layout::EventBins bins = overview.overview().bins;
    EXPECT_EQ(tooltipAt(3), QStringLiteral("27 January 2026\non this day: %1, possibly on this day: %2")
                                .arg(bins.certain[3])
                                .arg(bins.possible[3]));
    filterTo(window, {0, 5, 14});
    EXPECT_TRUE(tooltipAt(3).endsWith(QStringLiteral(", of these found: %1").arg(overview.overview().found[3])));
    QToolTip::hideText();
}

TEST(OverviewView, ItIsReachedWithTheTabKeyAndHasAName) {
    ShownWindow window;
    EXPECT_EQ(overviewOf(window).focusPolicy(), Qt::StrongFocus);
    EXPECT_FALSE(overviewOf(window).accessibleName().isEmpty());
}
