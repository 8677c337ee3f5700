// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/scene/scene_builder.h"

#include "tests/content/scene_stories.h"
#include "tests/support/fixed_measurer.h"
#include <gtest/gtest.h>

using namespace quoteline;
using namespace quoteline::layout;
using test::FixedMeasurer;

namespace {

TimeWindow windowOf(const StoryView& view, const Metrics& metrics, double zoom) {
    const double plotWidth = frameFor(view, metrics, FixedMeasurer(metrics.textScale)).plot.width();
    const TimeWindow whole = wholeStory(view, plotWidth, metrics.textScale);
    return zoomed(whole, zoom, whole.start + whole.width * 0.45);
}

} // namespace

TEST(SceneBuilder, GivesEqualScenesForEqualArgumentsWithTheirPackingOrWithout) {
    for (const test::NamedStory& named : test::layoutStories()) {
        const StoryView view(named.story);
        for (const double zoom : {1.0, 5.5}) {
            const Metrics metrics{{1100, 600}, 1.25, true, zoom > 1};
            const FixedMeasurer measurer(1.25);
            const ViewState state{windowOf(view, metrics, zoom), 80};
            const Scene scene = buildScene(view, state, metrics, measurer);
            EXPECT_EQ(scene, buildScene(view, state, metrics, measurer)) << named.name;
            const RowPacking packing = packRows(view, packingKey(view, state, metrics, measurer), measurer);
            EXPECT_EQ(scene, buildScene(view, state, metrics, measurer, packing)) << named.name;
            const StoryView again(named.story);
            EXPECT_EQ(scene, buildScene(again, state, metrics, measurer)) << named.name;
        }
    }
}

TEST(SceneBuilder, KeepsTheWindowAndTheSizeItWasAskedFor) {
    const StoryView view(test::embeddedStory());
    const Metrics metrics{{1234, 567}};
    const FixedMeasurer measurer;
    const TimeWindow window = windowOf(view, metrics, 3);
    const Scene scene = buildScene(view, {window}, metrics, measurer);
    EXPECT_EQ(scene.size, metrics.size);
    EXPECT_EQ(scene.scale.window, window);
    EXPECT_EQ(scene.scale.left, scene.frame.plot.left());
    EXPECT_EQ(scene.scale.right(), scene.frame.plot.right());
    EXPECT_EQ(scene.ticks, calendarTicks(scene.scale, view.locale(), measurer));
}

TEST(SceneBuilder, ScrollsNoFurtherThanTheLanesReach) {
    const StoryView view(test::embeddedStory());
    const Metrics metrics{{1000, 300}};
    const FixedMeasurer measurer;
    const TimeWindow window = windowOf(view, metrics, 1);
    const double most = buildScene(view, {window, 1e9}, metrics, measurer).scrollY;
    const Scene scene = buildScene(view, {window, 0}, metrics, measurer);
    EXPECT_EQ(most, scene.contentHeight - scene.frame.lanes.height());
    EXPECT_EQ(buildScene(view, {window, -50}, metrics, measurer), scene);
    EXPECT_EQ(buildScene(view, {window, most / 2}, metrics, measurer).scrollY, most / 2);
    const Metrics high{{1000, 3000}};
    EXPECT_EQ(buildScene(view, {windowOf(view, high, 1), 500}, high, measurer).scrollY, 0);
}

TEST(SceneBuilder, GridAndWeekendsStandWhereTheCalendarSays) {
    const StoryView view(test::embeddedStory());
    const Metrics metrics{{1600, 900}};
    const Scene scene = buildScene(view, {windowOf(view, metrics, 1)}, metrics, FixedMeasurer());
    EXPECT_EQ(scene.gridLines.size() + 2, scene.ticks.grid.size()); // the edges of the plot have none
    for (const QRectF& line : scene.gridLines) {
        EXPECT_EQ(line.height(), scene.frame.plot.height());
        const double day = (scene.scale.toMs(line.left() + 0.5)) / model::msPerDay;
        EXPECT_NEAR(day, std::round(day), 0.02);
    }
    for (const WeekendCell& cell : scene.weekends) {
        EXPECT_EQ(cell.rect, QRectF(cell.rect.toRect()));
        const auto middle = static_cast<model::CivilMs>(scene.scale.toMs(cell.rect.left() + 3));
        EXPECT_EQ(model::weekdayOf(model::dayOf(middle)), model::Weekday::Saturday);
    }
    double area = 0; // of the weekends: 5 of two days each, over the whole plot
    for (const WeekendCell& cell : scene.weekends)
        area += cell.rect.width() * cell.rect.height();
    const double days = scene.scale.window.width / model::msPerDay;
    EXPECT_NEAR(area / (scene.frame.plot.width() * scene.frame.plot.height()), 10 / days, 0.01);
}

TEST(SceneBuilder, APackingIsKeptWhilePanningAndChangesWithWhatItDependsOn) {
    const StoryView view(test::embeddedStory());
    const FixedMeasurer measurer;
    const Metrics metrics{{1200, 700}};
    const TimeWindow window = windowOf(view, metrics, 4.2);
    const PackingKey key = packingKey(view, {window}, metrics, measurer);
    EXPECT_EQ(packingKey(view, {window, 60}, metrics, measurer), key);
    PackingKey beside = packingKey(view, {panned(window, 0.5), 60}, metrics, measurer);
    EXPECT_NE(beside, key) << "heights are shared out for pages of time";
    beside.page = key.page;
    EXPECT_EQ(beside, key);
    EXPECT_NE(packingKey(view, {window}, {{1200, 500}}, measurer), key) << "lanes are fitted to it";
    Metrics all = metrics;
    all.allRows = true;
    Metrics lowAll{{1200, 500}};
    lowAll.allRows = true;
    EXPECT_EQ(packingKey(view, {window}, lowAll, measurer), packingKey(view, {window}, all, measurer));
    EXPECT_NE(packingKey(view, {zoomed(window, 1.5, window.start)}, metrics, measurer), key);
    EXPECT_NE(packingKey(view, {window}, {{1210, 700}}, measurer), key);
    EXPECT_NE(packingKey(view, {window}, {{1200, 700}, 1.1}, FixedMeasurer(1.1)), key);
    EXPECT_NE(packingKey(StoryView(test::embeddedStory()), {window}, metrics, measurer), key);
}
