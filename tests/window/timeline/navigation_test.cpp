// SPDX-License-Identifier: GPL-3.0-or-later
// Getting about by keys and toolbar, and back again.
#include "app/layout/axis/presets.h"
#include "tests/window/timeline/navigated.h"

#include <QLineEdit>
#include <QMenu>
#include <QTableWidget>
#include <QToolBar>
#include <QToolButton>
#include <QToolTip>
#include <gtest/gtest.h>

using namespace quoteline;
using layout::TimeWindow;
using test::Navigated;

namespace {

const std::vector<Qt::Key> letters{Qt::Key_W, Qt::Key_A, Qt::Key_S, Qt::Key_D, Qt::Key_F,
                                   Qt::Key_B, Qt::Key_C, Qt::Key_R, Qt::Key_L};

} // namespace

TEST(Navigation, WASDZoomAndMove) {
    Navigated window;
    window.key(Qt::Key_W);
    window.key(Qt::Key_W);
    const TimeWindow zoomed = window.at();
    EXPECT_NEAR(zoomed.width, window.controller().wholeStory().width / 2.25, 1);
    window.key(Qt::Key_D);
    EXPECT_EQ(window.at(), layout::panned(zoomed, 0.1));
    window.key(Qt::Key_A);
    EXPECT_NEAR(window.at().start, zoomed.start, 1e-3);
    window.key(Qt::Key_S);
    EXPECT_NEAR(window.at().width, zoomed.width * 1.5, 1);
}

TEST(Navigation, PageKeysMoveByOneView) {
    Navigated window;
    window.controller().zoomBy(4);
    const TimeWindow before = window.at();
    window.key(Qt::Key_PageDown);
    EXPECT_EQ(window.at().start, before.end());
    window.key(Qt::Key_PageUp);
    EXPECT_NEAR(window.at().start, before.start, 1e-3);
    window.key(Qt::Key_PageUp);
    EXPECT_NEAR(window.at().end(), before.start, 1e-3);
}

TEST(Navigation, ThePresetsShowWhatTheirDefinitionsSay) {
    Navigated window;
    const layout::StoryView& view = window.controller().view();
    window.key(Qt::Key_B);
    EXPECT_EQ(window.at(), layout::busiestStretch(view, window.plotWidth(), 1));
    EXPECT_TRUE(window.said().contains(QStringLiteral("half of the events"))) << window.said().toStdString();
    window.key(Qt::Key_C);
    EXPECT_EQ(window.at(), *layout::coreWindow(view, window.plotWidth(), 1));
    window.key(Qt::Key_Home);
    EXPECT_EQ(window.at(), layout::wholeStory(view, window.plotWidth(), 1));
}

TEST(Navigation, TheCoreWindowIsOffWhereTheStoryHasNone) {
    Navigated window;
    EXPECT_TRUE(window->actions().coreWindow->isEnabled());
    ASSERT_TRUE(window.open(test::crowdedStory(20)));
    EXPECT_FALSE(window->actions().coreWindow->isEnabled());
    const TimeWindow before = window.at();
    window.key(Qt::Key_C);
    EXPECT_EQ(window.at(), before);
}

TEST(Navigation, FFitsTheSelectedEventAndIsOffWithoutOne) {
    Navigated window({1000, 420});
    EXPECT_FALSE(window->actions().fitSelection->isEnabled());
    const TimeWindow whole = window.at();
    window.key(Qt::Key_F);
    EXPECT_EQ(window.at(), whole);
    const auto& view = window.controller().view();
    for (const model::EventIndex event : view.events()) {
        window.controller().select(event);
        EXPECT_TRUE(window->actions().fitSelection->isEnabled());
        window.key(Qt::Key_F);
        EXPECT_EQ(window.at(), layout::fitting(view, event, window.plotWidth(), 1));
        const QRectF cover = layout::coverOf(window.scene(), event);
        EXPECT_TRUE(window.scene().frame.lanes.contains(cover.center())) << view.story().id(event);
        EXPECT_EQ(window.controller().selected(), event);
    }
    window.key(Qt::Key_Escape);
    EXPECT_FALSE(window->actions().fitSelection->isEnabled());
}

TEST(Navigation, AFoldedEventIsFittedWithARowOfItsOwn) {
    Navigated window;
    ASSERT_TRUE(window.open(test::crowdedStory(1000)));
    window.controller().fit(500);
    EXPECT_FALSE(layout::coverOf(window.scene(), 500).isEmpty());
}

TEST(Navigation, UpAndDownGoToTheNearestEventOfTheNextLane) {
    Navigated window;
    const auto& view = window.controller().view();
    window.key(Qt::Key_Down); // from no selection: the first in view
    EXPECT_EQ(window.controller().selected(), 0U);
    for (const model::EventIndex event : view.events()) {
        for (const int direction : {-1, 1}) {
            window.controller().select(event);
            const auto wanted = layout::neighbourInLane(view, event, direction);
            window.key(direction < 0 ? Qt::Key_Up : Qt::Key_Down);
            EXPECT_EQ(window.controller().selected(), wanted.value_or(event));
        }
    }
}

TEST(Navigation, EscapeTakesAPopupAwayFirstAndThenTheSelection) {
    Navigated window;
    window.controller().select(3);
    QToolTip::showText(window->mapToGlobal(QPoint(300, 300)), QStringLiteral("A tooltip"), window.viewport());
    ASSERT_TRUE(QToolTip::isVisible());
    window.key(Qt::Key_Escape);
    EXPECT_FALSE(QToolTip::isVisible());
    EXPECT_EQ(window.controller().selected(), 3U);
    window.key(Qt::Key_Escape);
    EXPECT_EQ(window.controller().selected(), std::nullopt);
}

TEST(Navigation, SingleLettersAreTextInATextFieldAndCommandsInTheTimeline) {
    Navigated window;
    window.controller().selectAndReveal(4);
    window.controller().zoomBy(3);
    auto* field = new QLineEdit(&*window);
    field->show();
    field->setFocus();
    ASSERT_TRUE(field->hasFocus());
    const auto before = window.controller().state();
    const bool legend = window->actions().legend->isChecked();
    for (const Qt::Key key : letters)
        QTest::keyClick(field, key);
    for (const char sign : {'0', '+', '-', '='})
        QTest::keyClick(field, sign);
    for (const Qt::Key key : {Qt::Key_Left, Qt::Key_Right, Qt::Key_Home})
        QTest::keyClick(field, key);
    EXPECT_EQ(window.controller().state(), before);
    EXPECT_EQ(window.controller().selected(), 4U);
    EXPECT_EQ(window->actions().legend->isChecked(), legend);
    EXPECT_EQ(field->text(), QStringLiteral("wasdfbcrl0+-="));

    window->pane().timeline().setFocus();
    for (const Qt::Key key : {Qt::Key_W, Qt::Key_A, Qt::Key_S, Qt::Key_D, Qt::Key_F, Qt::Key_B, Qt::Key_C, Qt::Key_0,
                              Qt::Key_Plus, Qt::Key_Minus, Qt::Key_Left}) {
        window.controller().select(4);
        window.controller().setWindow({before.window.start + 1e6, before.window.width / 1.1});
        const auto state = window.controller().state();
        window.key(key);
        EXPECT_TRUE(window.controller().state() != state || window.controller().selected() != 4U)
            << QKeySequence(key).toString().toStdString();
    }
}

TEST(Navigation, ATableKeepsItsArrowAndPageKeys) {
    Navigated window;
    window.controller().zoomBy(4);
    window.controller().select(4);
    auto* table = new QTableWidget(30, 3, &*window);
    table->resize(300, 200);
    table->show();
    table->setFocus();
    table->setCurrentCell(10, 1);
    const auto before = window.controller().state();
    for (const Qt::Key key : {Qt::Key_Down, Qt::Key_Right, Qt::Key_PageDown})
        QTest::keyClick(table, key);
    EXPECT_GT(table->currentRow(), 11);
    EXPECT_EQ(table->currentColumn(), 2);
    QTest::keyClick(table, Qt::Key_Home);
    EXPECT_EQ(table->currentColumn(), 0);
    EXPECT_EQ(window.controller().state(), before);
    EXPECT_EQ(window.controller().selected(), 4U);
}

TEST(Navigation, TheLimitsAreSaidByKeyAndByWheelAndNoLongerOnceLeft) {
    Navigated window;
    const QString whole = layout::zoomLimitInWords(layout::ZoomLimit::WholeStory);
    const QString closest = layout::zoomLimitInWords(layout::ZoomLimit::Closest);
    const QPointF middle = window.scene().frame.plot.center();
    window.key(Qt::Key_S); // is there already
    EXPECT_EQ(window.said(), whole);
    window.key(Qt::Key_W);
    EXPECT_EQ(window.said(), QString());
    window.key(Qt::Key_S); // arrives
    EXPECT_EQ(window.said(), whole);
    EXPECT_EQ(window.at(), window.controller().wholeStory());
    window.wheel(middle, {0, 1}, Qt::ControlModifier);
    EXPECT_EQ(window.said(), QString());
    window.wheel(middle, {0, -1}, Qt::ControlModifier);
    EXPECT_EQ(window.said(), whole);
    EXPECT_EQ(window.at(), window.controller().wholeStory());

    for (int i = 0; i < 100; ++i)
        window.key(Qt::Key_W);
    EXPECT_EQ(window.said(), closest);
    EXPECT_EQ(window.at().width, layout::minWindowMs);
    window.key(Qt::Key_S);
    EXPECT_EQ(window.said(), QString());
    for (int i = 0; i < 5; ++i)
        window.wheel(middle, {0, 1}, Qt::ControlModifier);
    EXPECT_EQ(window.said(), closest);
    EXPECT_EQ(window.at().width, layout::minWindowMs);
}

TEST(NavigationBar, HasEveryCommandAndDoesIt) {
    Navigated window;
    auto* bar = window->findChild<QToolBar*>(QStringLiteral("navigation"));
    ASSERT_TRUE(bar);
    EXPECT_TRUE(window->actions().panesMenu->actions().contains(bar->toggleViewAction()));
    const ui::Actions& a = window->actions();
    window.controller().select(5);
    for (QAction* action :
         {a.busiest, a.coreWindow, a.fitSelection, a.zoomOut, a.zoomIn, a.wholeStory, a.back, a.forward}) {
        auto* button = qobject_cast<QToolButton*>(bar->widgetForAction(action));
        ASSERT_TRUE(button) << action->text().toStdString();
        ASSERT_TRUE(button->isVisible() && button->isEnabled()) << action->text().toStdString();
        EXPECT_FALSE(button->accessibleName().isEmpty());
        const TimeWindow before = window.at();
        QTest::mouseClick(button, Qt::LeftButton);
        EXPECT_NE(window.at(), before) << action->text().toStdString();
    }
}

TEST(NavigationBar, GivesItsWordsAwayBeforeAButtonOfTheSearchBarIsCut) {
    struct {
        QSize size;
        double textScale;
        bool words;
    } const cases[] = {{{1600, 900}, 1, true}, {{1000, 640}, 1, false}, {{1280, 800}, 2, false}};
    for (const auto& one : cases) {
        Navigated window(one.size);
        window->setTextScale(one.textScale);
        auto* field = window->findChild<QLineEdit*>(QStringLiteral("searchField"));
        auto* clear = window->findChild<QToolButton*>(QStringLiteral("clearSearch"));
        auto* bar = window->findChild<QToolBar*>(QStringLiteral("navigation"));
        ASSERT_TRUE(field && clear && bar);
        field->setText(QStringLiteral("milan"));
        EXPECT_TRUE(QTest::qWaitFor([&] { return clear->isVisible(); })) << one.size.width() << " " << one.textScale;
        auto* whole = qobject_cast<QToolButton*>(bar->widgetForAction(window->actions().wholeStory));
        EXPECT_EQ(whole->toolButtonStyle() == Qt::ToolButtonTextBesideIcon, one.words) << one.size.width();
        window->setTextScale(1); // of the whole program
    }
}

TEST(NavigationBar, LeavesRoomForASearchBar) {
    Navigated window({1280, 800});
    auto* bar = window->findChild<QToolBar*>(QStringLiteral("navigation"));
    EXPECT_LE(bar->sizeHint().width(), 1280 - 520);
}
