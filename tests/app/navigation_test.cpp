// SPDX-License-Identifier: GPL-3.0-or-later
// Getting about by keys and toolbar, and back again.
#include "app/layout/presets.h"
#include "app/window/actions.h"
#include "tests/app/window_probe.h"

#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QStatusBar>
#include <QTableWidget>
#include <QToolBar>
#include <QToolButton>
#include <QToolTip>
#include <gtest/gtest.h>
#include <random>

using namespace quoteline;
using layout::TimeWindow;
using test::ShownWindow;

namespace {

/// A window with a clock of its own: every act is a step, unless the test stops the clock.
struct Navigated : ShownWindow {
    explicit Navigated(QSize size = {1280, 800})
        : ShownWindow(size) {
        (*this)->navigator().clock = [this] { return now += pause; };
    }
    TimeWindow at() { return controller().state().window; }
    double plotWidth() { return scene().frame.plot.width(); }
    QString said() { return (*this)->statusBar()->findChild<QLabel*>()->text(); }
    qint64 now = 0;
    qint64 pause = 10000;
};

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

TEST(Navigation, BackAndForwardRestoreWindowLanesAndScrollExactly) {
    Navigated window({1100, 460});
    std::mt19937 random(11);
    const auto pick = [&](int count) { return std::uniform_int_distribution<int>(0, count - 1)(random); };
    ui::ViewController& controller = window.controller();
    const auto arrangeBy = [&](auto change) {
        layout::Arrangement arrangement = controller.view().arrangement();
        change(arrangement);
        controller.arrange(arrangement);
    };
    const std::vector<std::function<void()>> acts{
        [&] { window.key(Qt::Key_W); },
        [&] { window.key(Qt::Key_S); },
        [&] { window.key(Qt::Key_A); },
        [&] { window.key(Qt::Key_D); },
        [&] { window.key(Qt::Key_PageDown); },
        [&] { window.key(Qt::Key_Right); },
        [&] { window.key(Qt::Key_Down); },
        [&] { window.key(Qt::Key_F); },
        [&] { window.key(Qt::Key_B); },
        [&] { window.key(Qt::Key_Home); },
        [&] {
            window.wheel(window.scene().frame.plot.center(), {0, 1}, Qt::ControlModifier);
        },
        [&] {
            window.wheel(window.scene().frame.plot.center(), {0, -1});
        },
        [&] {
            window.wheel(window.scene().frame.plot.center(), {0, -1}, Qt::ShiftModifier);
        },
        [&] { arrangeBy([&](auto& a) { a.grouping = static_cast<layout::Grouping>(pick(5)); }); },
        [&] { arrangeBy([&](auto& a) { a.collapsed = {controller.view().lanes().front().key}; }); },
        [&] { arrangeBy([&](auto& a) { a.collapsed.clear(); }); },
    };
    struct Seen {
        layout::ViewState state;
        layout::Grouping grouping;
        std::vector<std::uint32_t> collapsed;
        bool operator==(const Seen&) const = default;
    };
    const auto see = [&] {
        const layout::Arrangement& arrangement = controller.view().arrangement();
        return Seen{controller.state(), arrangement.grouping, arrangement.collapsed};
    };
    std::vector<Seen> list{see()};
    std::size_t at = 0;
    for (int i = 0; i < 600; ++i) {
        const int choice = pick(10);
        if (choice < 6) {
            acts[static_cast<std::size_t>(pick(static_cast<int>(acts.size())))]();
            if (see() == list[at])
                continue;
            list.resize(at + 1);
            list.push_back(see());
            ++at;
        } else {
            const auto selected = controller.selected();
            const bool back = choice < 9;
            const bool able = back ? at > 0 : at + 1 < list.size();
            ASSERT_EQ((back ? window->actions().back : window->actions().forward)->isEnabled(), able);
            window.key(back ? Qt::Key_Left : Qt::Key_Right, Qt::AltModifier);
            at = !able ? at : back ? at - 1 : at + 1;
            EXPECT_EQ(controller.selected(), selected);
        }
        ASSERT_EQ(see(), list[at]) << i << ": window " << see().state.window.start << ", scrolled "
                                   << see().state.scrollY << " for " << list[at].state.scrollY;
    }
}

TEST(Navigation, BackRestoresTheScrollOfTheLanes) {
    Navigated window({1000, 420});
    window.wheel(window.scene().frame.plot.center(), {0, -1}, Qt::ShiftModifier);
    const double scrolled = window.controller().state().scrollY;
    ASSERT_GT(scrolled, 0);
    window.key(Qt::Key_Home);
    ASSERT_EQ(window.controller().state().scrollY, 0);
    window.key(Qt::Key_Left, Qt::AltModifier);
    EXPECT_EQ(window.controller().state().scrollY, scrolled);
    window.key(Qt::Key_Left, Qt::AltModifier);
    EXPECT_EQ(window.controller().state().scrollY, 0);
}

TEST(Navigation, BackRestoresFiltersThatWorkOnTheirOwnTime) {
    Navigated window({1000, 420});
    ui::Navigator& navigator = window->navigator();
    model::EventQuery asked;
    navigator.query = [&] { return asked; };
    navigator.setQuery = [&](const model::EventQuery& query) {
        asked = query;
        navigator.queryChanged();
    };
    const auto apply = [&](std::vector<model::EventIndex> events) { // what the filter comes to, later
        window.controller().setShown(events.empty() ? nullptr
                                                    : std::make_shared<layout::Arrangement::Events>(std::move(events)));
    };
    window.wheel(window.scene().frame.plot.center(), {0, -1}, Qt::ShiftModifier);
    const auto before = window.controller().state();
    ASSERT_GT(before.scrollY, 0);
    const auto type = [&](const char* words) {
        asked.text = QString::fromLatin1(words);
        navigator.queryChanged();
    };
    window.pause = 50;
    type("i");
    type("ic");
    apply({2});
    ASSERT_LT(window.controller().state().scrollY, before.scrollY); // one lane is left
    window.pause = 10000;
    asked.of(model::Facet::Kind) = {1};
    navigator.queryChanged();

    window->actions().back->trigger();
    EXPECT_EQ(asked.text, QStringLiteral("ic"));
    EXPECT_TRUE(asked.of(model::Facet::Kind).empty());
    window->actions().back->trigger(); // both letters are one step
    EXPECT_EQ(asked, model::EventQuery());
    apply({}); // the filter comes to its end after the view is back
    EXPECT_EQ(window.controller().state(), before);
    window->actions().forward->trigger();
    EXPECT_EQ(asked.text, QStringLiteral("ic"));
    window->actions().forward->trigger();
    EXPECT_EQ(asked.of(model::Facet::Kind), std::vector<std::uint32_t>{1});
    EXPECT_FALSE(window->actions().forward->isEnabled());
}

TEST(Navigation, AHeldKeyOrARunOfTheWheelIsOneStepBack) {
    Navigated window;
    window.key(Qt::Key_W);
    window.key(Qt::Key_W);
    const TimeWindow before = window.at();
    window.pause = 30; // as fast as a held key
    window.now += 10000;
    for (int i = 0; i < 8; ++i)
        window.key(Qt::Key_D);
    window.pause = 10000;
    window.key(Qt::Key_Left, Qt::AltModifier);
    EXPECT_EQ(window.at(), before);
    window.pause = 60;
    for (int i = 0; i < 8; ++i)
        window.wheel(window.scene().frame.plot.center(), {0, 1});
    window.key(Qt::Key_Left, Qt::AltModifier);
    EXPECT_EQ(window.at(), before);
}

TEST(Navigation, RevealingAnEventOfACollapsedLaneIsOneStep) {
    Navigated window;
    const auto& view = window.controller().view();
    layout::Arrangement arrangement = view.arrangement();
    arrangement.collapsed = {view.lanes()[*view.laneOf(3)].key};
    window.controller().arrange(arrangement);
    window.controller().zoomBy(10);
    const auto before = window.controller().state();
    window.controller().selectAndReveal(3);
    EXPECT_TRUE(view.arrangement().collapsed.empty());
    window->actions().back->trigger();
    EXPECT_EQ(window.controller().state().window, before.window);
    EXPECT_EQ(window.controller().view().arrangement().collapsed, arrangement.collapsed);
    EXPECT_EQ(window.controller().selected(), 3U);
}

TEST(Navigation, AnotherSizeIsNoStepAndTheWholeStoryStaysWhole) {
    Navigated window;
    EXPECT_FALSE(window->actions().back->isEnabled());
    window.key(Qt::Key_B);
    window->resize(1000, 640);
    QCoreApplication::processEvents();
    window.key(Qt::Key_Left, Qt::AltModifier);
    EXPECT_EQ(window.at(), window.controller().wholeStory());
    EXPECT_FALSE(window->actions().back->isEnabled());
}

TEST(Navigation, AnotherStoryHasNoHistoryYet) {
    Navigated window;
    window.key(Qt::Key_B);
    window.key(Qt::Key_Home);
    window.key(Qt::Key_Left, Qt::AltModifier);
    ASSERT_TRUE(window->actions().back->isEnabled() && window->actions().forward->isEnabled());
    ASSERT_TRUE(window.open(test::crowdedStory(20)));
    EXPECT_FALSE(window->actions().back->isEnabled());
    EXPECT_FALSE(window->actions().forward->isEnabled());
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
