// SPDX-License-Identifier: GPL-3.0-or-later
// On what a story opens that has nearly all of its events in a small part of its time.
#include "app/export/picture/picture_export.h"
#include "app/layout/axis/dense_range.h"
#include "app/open/carried_story.h"
#include "app/window/parts/actions.h"
#include "tests/content/scene_stories.h"
#include "tests/window/timeline/navigated.h"
#include <functional>
#include <gtest/gtest.h>

using namespace quoteline;
using test::ShownWindow;

namespace {

/// Fifty events on the days of two months, and two long before.
model::Story denseStory() {
    std::vector<std::string> dates{"1850-01-01", "1900-06-01"};
    for (int i = 0; i < 50; ++i)
        dates.push_back("2026-0" + std::to_string(1 + i / 25) + "-" + std::to_string(10 + i % 18));
    return test::storyOfDates(dates);
}

constexpr double inJanuary = 1767225600000; // 2026-01-01

} // namespace

TEST(Opening, IsOnWhereNearlyAllEventsLieAndHomeShowsTheWholeStory) {
    test::Navigated window;
    ASSERT_TRUE(window.open(denseStory()));
    ui::ViewController& controller = window.controller();
    controller.setAnimationDuration(0);
    const layout::TimeWindow opened = controller.state().window;
    EXPECT_EQ(opened, *layout::denseRange(controller.view()));
    EXPECT_GT(opened.start, inJanuary);
    EXPECT_EQ(window.scene().counts.inRange, 50U);
    window->resize(1000, 650);
    EXPECT_EQ(controller.state().window, opened);
    window->actions().wholeStory->trigger();
    EXPECT_EQ(controller.state().window, controller.wholeStory());
    EXPECT_EQ(window.scene().counts.inRange, 52U);
    window->actions().back->trigger();
    EXPECT_EQ(controller.state().window, opened);
}

TEST(Opening, OfTheBuiltInStoryIsTheWholeOfIt) {
    ShownWindow window;
    EXPECT_EQ(window.controller().state().window, window.controller().wholeStory());
}

TEST(Opening, IsThereWhereTheStoryWasLeft) {
    const QTemporaryDir folder;
    const QString settings = folder.filePath(QStringLiteral("settings.json"));
    ShownWindow maker;
    const QString file = maker.write(QStringLiteral("dense.story.json"), denseStory());
    const auto leave = [&](const std::function<void(ShownWindow&)>& act) {
        ShownWindow window({1100, 700}, settings);
        window.controller().setAnimationDuration(0);
        EXPECT_TRUE(window.open(file));
        act(window);
        window->close();
    };
    const auto isOpening = [](ShownWindow& window) {
        EXPECT_EQ(window.controller().state().window, window.controller().openingWindow());
        EXPECT_NE(window.controller().state().window, window.controller().wholeStory());
    };
    leave(isOpening);
    leave([&](ShownWindow& window) {
        isOpening(window);
        window.controller().showWholeStory();
    });
    leave([&](ShownWindow& window) {
        EXPECT_EQ(window.controller().state().window, window.controller().wholeStory()) << "as it was left";
        window.controller().glideTo({window.controller().openingWindow()});
    });
    leave(isOpening);
}

TEST(Opening, OfAStoryIsNotThatOfAPictureOfIt) {
    const layout::StoryView view(denseStory());
    ui::PictureRequest spec;
    spec.size = {800, 500};
    spec.carryStory = true;
    const auto picture = ui::writePicture(view, spec);
    ASSERT_TRUE(picture);
    const auto carried = ui::storyIn(*picture);
    ASSERT_TRUE(carried && *carried);
    EXPECT_TRUE((*carried)->view.whole);
    EXPECT_LE((*carried)->view.window.start, view.extent().start);
    EXPECT_GE((*carried)->view.window.end(), view.extent().end());
}
