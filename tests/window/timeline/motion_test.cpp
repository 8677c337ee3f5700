// SPDX-License-Identifier: GPL-3.0-or-later
// What is seen while one zooms and pans with wheel, keys and buttons: whole titles, every event or its count, true
// places.
#include "app/window/parts/actions.h"
#include "tests/content/scene_stories.h"
#include "tests/window/window_probe.h"

#include <gtest/gtest.h>
#include <set>

using namespace quoteline;
using test::ShownWindow;

namespace {

/// No letter of a title is cut, and every event in view is seen, counted, or below in lanes that are scrolled.
void expectSound(ShownWindow& window, const std::string& where) {
    SCOPED_TRACE(where);
    const layout::Scene& scene = window.scene();
    for (const layout::Label& label : scene.labels) {
        EXPECT_GE(label.rect.left(), scene.frame.lanes.left() - 0.01);
        EXPECT_LE(label.rect.right(), scene.frame.lanes.right() + 0.01);
        EXPECT_FALSE(scene.texts[label.firstText].text.isEmpty());
    }
    EXPECT_EQ(scene.counts.visible + scene.counts.folded + scene.counts.scrolledAway, scene.counts.inRange);
    if (scene.contentHeight <= scene.frame.lanes.height()) {
        EXPECT_EQ(scene.counts.scrolledAway, 0U);
    }
}

} // namespace

TEST(Motion, FourZoomStepsAboutTheMayorsStatementCutNoTitleAndKeepItsOwn) {
    ShownWindow window;
    const auto statement = *window.controller().view().story().find("sala-statement");
    window.click(window.markOf(statement));
    ASSERT_EQ(window.controller().selected(), statement);
    for (int notch = 1; notch <= 12; ++notch) {
        window.wheel(window.markOf(statement), {0, 1}, Qt::ControlModifier);
        expectSound(window, "notch " + std::to_string(notch));
        const auto& labels = window.scene().labels;
        EXPECT_TRUE(std::any_of(labels.begin(), labels.end(), [&](const auto& l) { return l.event == statement; }));
    }
}

TEST(Motion, TheBusiestStretchAndADoubleClickOnAnEventCutNoTitle) {
    for (const QSize size : {QSize(1280, 800), QSize(1920, 1080), QSize(800, 600)}) {
        ShownWindow window(size);
        window->actions().busiest->trigger();
        expectSound(window, "busiest");
        for (const model::EventIndex event : window.controller().view().events()) {
            window.controller().fit(event);
            expectSound(window, "event " + std::to_string(event));
        }
    }
}

TEST(Motion, OfADayThatFillsTheWindowAllEventsOfTheDayAreDrawn) {
    ShownWindow window({1920, 1080});
    const double day = model::msPerDay;
    const auto start = static_cast<double>(model::startOfDate(2026, 1, 27));
    window.controller().setWindow({start + 0.69 * day, 0.3 * day}); // the evening: nothing of these days stands at noon
    const layout::Scene& scene = window.scene();
    EXPECT_EQ(scene.counts.inRange, 11U);
    std::set<model::EventIndex> drawn;
    for (const layout::Mark& mark : scene.marks)
        if (mark.rect().intersects(scene.frame.lanes))
            drawn.insert(*mark.event);
    EXPECT_EQ(drawn.size(), scene.counts.visible);
    EXPECT_EQ(scene.counts.visible, 11U);
}

TEST(Motion, TwoHundredEventsInFiveLanesAreSeenOrCountedAtEveryNotchOfTheWheel) {
    ShownWindow window;
    ASSERT_TRUE(window.open(test::chronology(200, 5)));
    const QPointF middle = window.scene().frame.plot.center();
    for (int notch = 0; notch < 25; ++notch) {
        expectSound(window, "notch " + std::to_string(notch));
        EXPECT_EQ(window.scene().lanes.size(), 5U);
        EXPECT_EQ(window.scene().counts.scrolledAway, 0U);
        EXPECT_TRUE(window.scene().counts.inRange == 0 || !window.scene().labels.empty());
        window.wheel(middle, {0, 1}, Qt::ControlModifier);
        window.wheel(middle, {0, notch % 3 == 0 ? -1 : 0}); // and aside
    }
}

TEST(Motion, AllRowsAreScrolledThroughWhereThatIsChosenAndItIsRemembered) {
    const QTemporaryDir folder;
    const QString settings = folder.filePath(QStringLiteral("settings.json"));
    for (const bool before : {false, true}) {
        ShownWindow window({1280, 800}, settings);
        ASSERT_TRUE(window.open(test::chronology(200, 5)));
        EXPECT_EQ(window->actions().allRows->isChecked(), before);
        EXPECT_EQ(window.scene().counts.slim == 0, before);
        EXPECT_EQ(window.scene().contentHeight > window.scene().frame.lanes.height(), before);
        window->actions().allRows->trigger();
        EXPECT_EQ(window.scene().counts.slim == 0, !before);
        if (before)
            window->actions().allRows->trigger();
        window->close();
    }
}

TEST(Motion, TheZoomButtonOfAFreshStartKeepsAnEventInSight) {
    ShownWindow window;
    for (int press = 0; press < 10; ++press) {
        window->actions().zoomIn->trigger();
        EXPECT_GT(window.scene().counts.inRange, 0U) << press;
        expectSound(window, "press " + std::to_string(press));
    }
}
