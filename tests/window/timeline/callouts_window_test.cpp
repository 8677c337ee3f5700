// SPDX-License-Identifier: GPL-3.0-or-later
// What is selected or under the pointer and has no title in view is named beside its place, and nothing else moves.
#include "app/content/story/grouping.h"
#include "app/window/parts/actions.h"
#include "app/window/timeline/navigator.h"
#include "tests/content/scene_stories.h"
#include "tests/window/timeline/navigated.h"
#include <gtest/gtest.h>

using namespace quoteline;
using test::ShownWindow;

namespace {

bool hasLabel(const layout::Scene& scene, model::EventIndex event) {
    return std::any_of(scene.labels.begin(), scene.labels.end(),
                       [&](const layout::Label& label) { return label.event == event; });
}

std::vector<model::EventIndex> foldedIn(ui::ViewController& controller) {
    std::vector<model::EventIndex> folded;
    for (const model::EventIndex event : controller.view().events())
        if (controller.packing().placements[event].folded)
            folded.push_back(event);
    return folded;
}

bool isCalledOut(ui::ViewController& controller, model::EventIndex event) {
    const auto& callouts = controller.overlay().callouts;
    return std::any_of(callouts.begin(), callouts.end(),
                       [&](const layout::Callout& callout) { return callout.event == event; });
}

} // namespace

TEST(Callouts, SelectingWhatFoundNoRoomNamesItAndLeavesTheSceneAsItWas) {
    ShownWindow window;
    ASSERT_TRUE(window.open(test::crowdedStory(1000)));
    ui::ViewController& controller = window.controller();
    const layout::Scene before = window.scene();
    const layout::Arrangement arrangement = controller.view().arrangement();
    const auto folded = foldedIn(controller);
    ASSERT_GT(folded.size(), 100U);
    for (std::size_t i = 0; i < folded.size(); i += folded.size() / 40) {
        controller.select(folded[i]);
        EXPECT_TRUE(isCalledOut(controller, folded[i])) << folded[i];
        controller.selectAndReveal(folded[i]);
        EXPECT_TRUE(isCalledOut(controller, folded[i])) << folded[i];
        ASSERT_TRUE(window.scene() == before) << folded[i];
    }
    EXPECT_EQ(controller.view().arrangement(), arrangement);
    controller.select(std::nullopt);
    EXPECT_TRUE(controller.overlay().callouts.empty());
}

TEST(Callouts, StayOutOfTheWayOfWhatHasItsTitle) {
    ShownWindow window;
    const layout::Scene before = window.scene();
    for (const model::EventIndex event : window.controller().view().events()) {
        window.controller().select(event);
        window.hover(window.markOf(event));
        EXPECT_TRUE(hasLabel(before, event));
        EXPECT_TRUE(window.controller().overlay().callouts.empty());
        EXPECT_TRUE(window.scene() == before);
    }
}

TEST(Callouts, OfTheEventUnderThePointerLeaveTheSceneAsItWas) {
    ShownWindow window;
    ASSERT_TRUE(window.open(test::chronology(400, 4)));
    std::size_t named = 0;
    for (int step = 0; step < 60; ++step) {
        const layout::Scene before = window.scene();
        for (const layout::Mark& mark : before.marks) {
            const QPointF at(mark.span.centre, mark.centreY);
            if (hasLabel(before, *mark.event) || !before.frame.lanes.contains(at))
                continue;
            window.hover(at.toPoint());
            EXPECT_EQ(window.controller().overlay().callouts.size(),
                      isCalledOut(window.controller(), *mark.event) ? 1U : 0U);
            named += window.controller().overlay().callouts.size();
            ASSERT_TRUE(window.scene() == before);
        }
        window.hover(window.emptyPoint());
        EXPECT_TRUE(window.controller().overlay().callouts.empty());
        window.controller().zoomAtOnceBy(step % 6 == 0 ? 1.7 : 1);
        window.controller().panBy(37);
    }
    EXPECT_GT(named, 0U);
}

TEST(Callouts, AreDrawnWhereTheySayAndNowhereElse) {
    ShownWindow window;
    ASSERT_TRUE(window.open(test::crowdedStory(1000)));
    ui::ViewController& controller = window.controller();
    const QImage before = window.picture();
    const auto folded = foldedIn(controller);
    for (const model::EventIndex event : {folded.front(), folded[folded.size() / 2], folded.back()}) {
        controller.select(event);
        ASSERT_EQ(controller.overlay().callouts.size(), 1U);
        const layout::Callout& callout = controller.overlay().callouts.front();
        std::vector<QRectF> drawn{callout.plate};
        for (const layout::Mark& mark : callout.marks)
            drawn.push_back(mark.rect());
        if (callout.leader)
            drawn.push_back(QRectF(callout.leader->p1(), callout.leader->p2()).normalized());
        const QImage after = window.picture();
        std::size_t inPlate = 0;
        for (int y = 0; y < after.height(); ++y)
            for (int x = 0; x < after.width(); ++x) {
                if (after.pixel(x, y) == before.pixel(x, y))
                    continue;
                const QPointF at(x + 0.5, y + 0.5);
                inPlate += callout.plate.contains(at) ? 1U : 0U;
                ASSERT_TRUE(std::any_of(drawn.begin(), drawn.end(),
                                        [&](const QRectF& rect) { return rect.adjusted(-2, -2, 2, 2).contains(at); }))
                    << x << ", " << y;
            }
        EXPECT_GT(inPlate, 100U);
    }
}

TEST(Callouts, APlateIsClickedAsItsEventIs) {
    ShownWindow window;
    ASSERT_TRUE(window.open(test::crowdedStory(1000)));
    ui::ViewController& controller = window.controller();
    const model::EventIndex event = foldedIn(controller)[200];
    controller.select(event);
    ASSERT_EQ(controller.overlay().callouts.size(), 1U);
    window.click(controller.overlay().callouts.front().plate.center().toPoint());
    EXPECT_EQ(controller.selected(), event);
    EXPECT_EQ(controller.overlay().callouts.size(), 1U);
}

TEST(Callouts, RevealedEventsMoveTimeAloneAndBackLeadsToWhereItWas) {
    test::Navigated window;
    ASSERT_TRUE(window.open(test::crowdedStory(1000)));
    ui::ViewController& controller = window.controller();
    controller.setAnimationDuration(0);
    window->actions().collapseLanes->trigger();
    controller.zoomBy(8);
    const layout::ViewState before = controller.state();
    const layout::Arrangement arrangement = controller.view().arrangement();
    for (const model::EventIndex event : {3U, 998U, 120U}) {
        controller.selectAndReveal(event);
        EXPECT_TRUE(isCalledOut(controller, event)) << event;
        EXPECT_EQ(controller.state().window.width, before.window.width);
        EXPECT_EQ(controller.view().arrangement(), arrangement) << "a lane that was collapsed stays so";
    }
    for (int i = 0; i < 3; ++i)
        window->actions().back->trigger();
    EXPECT_EQ(controller.state(), before);
    EXPECT_EQ(controller.selected(), 120U) << "which is no part of the way";
}

TEST(Callouts, ZoomingKeepsWhatTheyNameInSight) {
    ShownWindow window;
    ASSERT_TRUE(window.open(test::crowdedStory(1000)));
    ui::ViewController& controller = window.controller();
    const model::EventIndex event = foldedIn(controller).back();
    controller.select(event);
    for (int i = 0; i < 12; ++i) {
        controller.zoomAtOnceBy(1.5);
        EXPECT_TRUE(hasLabel(window.scene(), event) || isCalledOut(controller, event)) << i;
    }
}
