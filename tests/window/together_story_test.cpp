// SPDX-License-Identifier: GPL-3.0-or-later
// Another story in the middle of everything.
#include "app/view/list/column_popup.h"
#include "app/window/parts/actions.h"
#include "app/window/timeline/lane_commands.h"
#include "tests/window/together.h"
#include <QMenu>

using namespace quoteline;
using namespace quoteline::test;

namespace {
using TogetherOtherStory = TogetherIn;
} // namespace

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

TEST_F(TogetherOtherStory, ClosesTheListOfAColumnOfTheStoryBefore) {
    Together window;
    ASSERT_TRUE(window.open(test::crowdedStory(1000)));
    ASSERT_FALSE(window.scene().columns.empty());
    window.click(window.scene().columns.front().rect.center().toPoint());
    const QPointer<ui::ColumnPopup> popup = window->findChild<ui::ColumnPopup*>();
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
        const QPoint to = window.holdLane();
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
        window->actions().fitLanes->trigger();
        EXPECT_FALSE(window->actions().coreWindow->isEnabled());
        window.key(Qt::Key_Left, Qt::AltModifier);
        window->filter().clear();
        EXPECT_EQ(window.shown().size(), story.eventCount());
    }
}
