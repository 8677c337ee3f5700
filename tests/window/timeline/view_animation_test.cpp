// SPDX-License-Identifier: GPL-3.0-or-later
// Glides: the way, and how the window behaves on it.
#include "app/view/timeline/view_animation.h"

#include "app/layout/axis/presets.h"
#include "app/window/parts/actions.h"
#include "tests/window/window_probe.h"

#include <gtest/gtest.h>
#include <random>

using namespace quoteline;
using layout::TimeWindow;
using layout::ViewState;
using test::ShownWindow;

namespace {

constexpr int glideMs = 120;

/// A window in which commands glide.
struct Gliding : ShownWindow {
    Gliding() {
        controller().setAnimationDuration(glideMs);
        QObject::connect(&controller(), &ui::ViewController::settled, &context, [this] { ++settled; });
    }
    bool arrives() {
        return QTest::qWaitFor([this] { return settled > 0; });
    }
    QObject context;
    int settled = 0;
};

} // namespace

TEST(Between, BeginsAndEndsExactlyWhereItShould) {
    const ViewState from{{100.1, 7.3}, 2};
    const ViewState to{{33.7, 1900.9}, 70};
    EXPECT_EQ(ui::between(from, to, 0), from);
    EXPECT_EQ(ui::between(from, to, 1), to);
}

TEST(Between, KeepsTheInstantThatAZoomKeeps) {
    std::mt19937 random(3);
    std::uniform_real_distribution<double> shares(0, 1);
    std::uniform_real_distribution<double> exponents(-12, 12);
    for (int i = 0; i < 2000; ++i) {
        const TimeWindow window{1.7e12, 3e9};
        const double place = shares(random);
        const double anchor = window.start + place * window.width;
        const TimeWindow next = layout::zoomed(window, std::exp2(exponents(random)), anchor);
        const ViewState state = ui::between({window, 0}, {next, 0}, shares(random));
        ASSERT_NEAR((anchor - state.window.start) / state.window.width, place, 1e-3);
        ASSERT_GE(state.window.width, std::min(window.width, next.width) * (1 - 1e-9));
        ASSERT_LE(state.window.width, std::max(window.width, next.width) * (1 + 1e-9));
    }
}

TEST(Between, MovesEvenlyWhereTheWidthStays) {
    const ViewState state = ui::between({{0, 50}, 10}, {{100, 50}, 30}, 0.25);
    EXPECT_DOUBLE_EQ(state.window.start, 25);
    EXPECT_DOUBLE_EQ(state.window.width, 50);
    EXPECT_DOUBLE_EQ(state.scrollY, 15);
}

TEST(Glide, WithoutADurationACommandIsThereAtOnce) {
    ShownWindow window;
    window.controller().zoomBy(4);
    EXPECT_EQ(window.controller().state(), window.controller().target());
    const TimeWindow before = window.controller().state().window;
    window.key(Qt::Key_D);
    EXPECT_EQ(window.controller().state().window, layout::panned(before, 0.1));
}

TEST(Glide, PassesThroughBetweenAndArrivesExactly) {
    Gliding window;
    const TimeWindow whole = window.controller().state().window;
    std::vector<TimeWindow> seen;
    QObject::connect(&window.controller(), &ui::ViewController::sceneChanged, &window.context,
                     [&] { seen.push_back(window.controller().state().window); });
    const QRectF plot = window.scene().frame.plot;
    const double x = plot.left() + 0.2 * plot.width();
    const double instant = window.scene().scale.toMs(x);
    window.controller().zoomAbout(8, x);
    EXPECT_EQ(window.controller().state().window, whole); // nothing has happened yet
    const TimeWindow target = window.controller().target().window;
    EXPECT_NEAR(target.width, whole.width / 8, 1);
    ASSERT_TRUE(window.arrives());
    EXPECT_EQ(window.controller().state().window, target);
    ASSERT_FALSE(seen.empty());
    EXPECT_EQ(seen.back(), target);
    double width = whole.width;
    for (const TimeWindow& step : seen) {
        EXPECT_LE(step.width, width);
        width = step.width;
        EXPECT_NEAR(plot.left() + (instant - step.start) / step.width * plot.width(), x, 1);
    }
}

TEST(Glide, TwoQuickPressesGoTwoSteps) {
    Gliding window;
    window.controller().setAnimationDuration(0);
    window.controller().zoomBy(6);
    window.controller().setAnimationDuration(glideMs);
    const TimeWindow before = window.controller().state().window;
    window.key(Qt::Key_D);
    window.key(Qt::Key_D);
    window.key(Qt::Key_W);
    const TimeWindow target = window.controller().target().window;
    const TimeWindow panned = layout::panned(layout::panned(before, 0.1), 0.1);
    const TimeWindow zoomed = layout::zoomedInSight(panned, 1.5, std::nullopt, window.controller().view(),
                                                    window.scene().frame.plot.width(), 1)
                                  .window;
    EXPECT_NEAR(target.width, before.width / 1.5, 1);
    EXPECT_NEAR(target.start, zoomed.start, 1);
    ASSERT_TRUE(window.arrives());
    EXPECT_EQ(window.controller().state().window, target);
}

TEST(Glide, TheWheelEndsItWhereItIs) {
    Gliding window;
    window.controller().zoomBy(8);
    ASSERT_TRUE(window.arrives());
    const TimeWindow start = window.controller().state().window;
    window.key(Qt::Key_PageDown);
    const TimeWindow target = window.controller().target().window;
    ASSERT_TRUE(QTest::qWaitFor([&] { return window.controller().state().window != start; }));
    const TimeWindow between = window.controller().state().window;
    if (between == target)
        GTEST_SKIP() << "the machine was too busy to show anything in between";
    window.wheel(window.scene().frame.plot.center(), {0, -1});
    EXPECT_EQ(window.controller().state().window, layout::panned(between, 0.12));
    EXPECT_EQ(window.controller().target(), window.controller().state());
}

TEST(Glide, AHiddenWindowDoesNotGlide) {
    Gliding window;
    window.controller().zoomBy(8);
    window->hide(); // a glide that was under way is over at once
    EXPECT_EQ(window.controller().target(), window.controller().state());
    const TimeWindow before = window.controller().state().window;
    window.controller().stepBy(0.5);
    EXPECT_EQ(window.controller().state().window, layout::panned(before, 0.5));
}

TEST(Glide, AnotherSizeEndsItAtItsTarget) {
    Gliding window;
    window.controller().zoomBy(8);
    const TimeWindow target = window.controller().target().window;
    window->resize(1000, 700);
    QCoreApplication::processEvents();
    EXPECT_EQ(window.controller().state().window, target);
}

TEST(Glide, TheHistoryHasTargetsOnly) {
    Gliding window;
    const TimeWindow whole = window.controller().state().window;
    window->actions().busiest->trigger();
    const TimeWindow busiest = window.controller().target().window;
    window.settled = 0;                      // where frames are slow, the first glide has ended already
    window->actions().coreWindow->trigger(); // during the glide
    const TimeWindow core = window.controller().target().window;
    ASSERT_TRUE(window.arrives());
    EXPECT_EQ(window.controller().state().window, core);
    window->actions().back->trigger();
    EXPECT_EQ(window.controller().target().window, busiest);
    window->actions().back->trigger();
    EXPECT_EQ(window.controller().target().window, whole);
    EXPECT_FALSE(window->actions().back->isEnabled());
}

TEST(Glide, AnotherStoryEndsIt) {
    Gliding window;
    window.controller().zoomBy(8);
    ASSERT_TRUE(window.open(test::crowdedStory(30)));
    EXPECT_EQ(window.controller().target().window, window.controller().wholeStory());
    EXPECT_EQ(window.controller().state(), window.controller().target());
}
