// SPDX-License-Identifier: GPL-3.0-or-later
// Back and forward through what was in view.
#include "tests/window/timeline/navigated.h"
#include <gtest/gtest.h>
#include <random>

using namespace quoteline;
using layout::TimeWindow;
using test::Navigated;

TEST(NavigationHistory, BackAndForwardRestoreWindowLanesAndScrollExactly) {
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

TEST(NavigationHistory, BackRestoresTheScrollOfTheLanes) {
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

TEST(NavigationHistory, BackRestoresFiltersThatWorkOnTheirOwnTime) {
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

TEST(NavigationHistory, AHeldKeyOrARunOfTheWheelIsOneStepBack) {
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

TEST(NavigationHistory, RevealingAnEventOfACollapsedLaneIsOneStepAndExpandsNothing) {
    Navigated window;
    const auto& view = window.controller().view();
    layout::Arrangement arrangement = view.arrangement();
    arrangement.collapsed = {view.lanes()[*view.laneOf(3)].key};
    window.controller().arrange(arrangement);
    window.controller().zoomBy(10);
    const auto before = window.controller().state();
    window.controller().selectAndReveal(3);
    EXPECT_NE(window.controller().state().window, before.window);
    EXPECT_EQ(window.controller().state().window.width, before.window.width);
    EXPECT_EQ(view.arrangement().collapsed, arrangement.collapsed);
    window->actions().back->trigger();
    EXPECT_EQ(window.controller().state().window, before.window);
    EXPECT_EQ(window.controller().view().arrangement().collapsed, arrangement.collapsed);
    EXPECT_EQ(window.controller().selected(), 3U);
}

TEST(NavigationHistory, AnotherSizeIsNoStepAndTheWholeStoryStaysWhole) {
    Navigated window;
    EXPECT_FALSE(window->actions().back->isEnabled());
    window.key(Qt::Key_B);
    window->resize(1000, 640);
    QCoreApplication::processEvents();
    window.key(Qt::Key_Left, Qt::AltModifier);
    EXPECT_EQ(window.at(), window.controller().wholeStory());
    EXPECT_FALSE(window->actions().back->isEnabled());
}

TEST(NavigationHistory, AnotherStoryHasNoHistoryYet) {
    Navigated window;
    window.key(Qt::Key_B);
    window.key(Qt::Key_Home);
    window.key(Qt::Key_Left, Qt::AltModifier);
    ASSERT_TRUE(window->actions().back->isEnabled() && window->actions().forward->isEnabled());
    ASSERT_TRUE(window.open(test::crowdedStory(20)));
    EXPECT_FALSE(window->actions().back->isEnabled());
    EXPECT_FALSE(window->actions().forward->isEnabled());
}
