// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/scene/lane_layout.h"

#include "app/layout/scene/scene_builder.h"
#include "tests/content/scene_stories.h"
#include "tests/support/fixed_measurer.h"
#include <cmath>
#include <gtest/gtest.h>

using namespace quoteline;
using namespace quoteline::layout;
using test::fixedMeasurer;

namespace {

const Sizes sizes(1);

RowPacking packingOf(const std::vector<std::uint8_t>& rowLines) {
    RowPacking packing;
    packing.rowLines = rowLines;
    return packing;
}

double needed(int lines) {
    return std::ceil(lines * fixedMeasurer.lineHeight(FontRole::Label) + sizes.rowPadding);
}

std::vector<Text> laneNames(const Scene& scene) {
    std::vector<Text> names;
    for (const Text& text : scene.texts)
        if (text.font == FontRole::LaneName)
            names.push_back(text);
    return names;
}

Scene sceneOf(const StoryView& view, const Metrics& metrics, double scrollY) {
    return buildScene(view, {wholeStory(view, frameFor(view, metrics, fixedMeasurer).plot.width(), 1), scrollY},
                      metrics, fixedMeasurer);
}

} // namespace

TEST(LaneLayout, RowsAreAsHighAsTheirLinesWhereThereIsNoRoomToSpare) {
    const LaneLayout rows = layOutRows(packingOf({1, 2, 1, 3}), 50, sizes, fixedMeasurer);
    EXPECT_EQ(rows.rowTops, (std::vector<double>{0, needed(1), needed(1) + needed(2), 2 * needed(1) + needed(2),
                                                 2 * needed(1) + needed(2) + needed(3)}));
    EXPECT_EQ(rows.height(), rows.rowTops.back());
    EXPECT_EQ(rows.rowCentre(1), needed(1) + needed(2) / 2);
}

TEST(LaneLayout, RowsShareTheRoomToSpareEvenlyUpToALimit) {
    const double base = needed(1) + needed(2);
    for (double available = base; available < base + 300; available += 7) {
        const LaneLayout rows = layOutRows(packingOf({1, 2}), available, sizes, fixedMeasurer);
        const double extra = rows.rowTop(1) - needed(1);
        EXPECT_EQ(rows.height() - rows.rowTop(1) - needed(2), extra);
        EXPECT_GE(extra, 0);
        EXPECT_LE(extra, sizes.rowStretch);
        EXPECT_LE(rows.height(), available);
        EXPECT_TRUE(extra == sizes.rowStretch || available - rows.height() < 2);
    }
}

TEST(LaneLayout, WithoutRowsHasNoHeight) {
    EXPECT_EQ(layOutRows(packingOf({}), 400, sizes, fixedMeasurer).height(), 0);
}

TEST(LaneLayout, BandsFollowEachOtherInOrderWithEverySecondShaded) {
    const StoryView view(test::embeddedStory());
    const Scene scene = sceneOf(view, {{1600, 900}}, 0);
    ASSERT_EQ(scene.lanes.size(), 7u);
    for (std::size_t i = 0; i < 7; ++i) {
        EXPECT_EQ(scene.lanes[i].hue, static_cast<int>(i));
        EXPECT_EQ(scene.lanes[i].shaded, i % 2 == 1);
        if (i > 0) {
            EXPECT_EQ(scene.lanes[i].rect.top(), scene.lanes[i - 1].rect.bottom());
        }
    }
    EXPECT_EQ(scene.lanes.front().rect.top(), scene.frame.lanes.top());
}

TEST(LaneLayout, ANameStaysInThePartOfItsLaneInViewAndLeavesWithTheLane) {
    std::vector<test::MadeEvent> events;
    for (int i = 0; i < 12; ++i)
        events.push_back({"2026-01-27", "An event of the first lane", static_cast<std::size_t>(i < 8 ? 0 : 1)});
    const StoryView view(test::madeStory(events, {"First", "Second"}));
    Metrics metrics{{800, 300}};
    metrics.allRows = true;
    const double end = sceneOf(view, metrics, 1e9).scrollY;
    ASSERT_GT(end, 60);
    for (double scroll = 0; scroll <= end; scroll += 1.5) {
        const Scene scene = sceneOf(view, metrics, scroll);
        const std::vector<Text> names = laneNames(scene);
        ASSERT_EQ(names.size(), scene.lanes.size());
        for (std::size_t i = 0; i < names.size(); ++i) {
            const double top = names[i].baseline.y() - fixedMeasurer.ascent(FontRole::LaneName);
            const double bottom = top + fixedMeasurer.lineHeight(FontRole::LaneName);
            const QRectF& band = scene.lanes[i].rect;
            if (band.height() < fixedMeasurer.lineHeight(FontRole::LaneName)) // leaving, or coming
                continue;
            EXPECT_GE(top, band.top() - 1) << names[i].text.toStdString() << " scrolled by " << scroll;
            EXPECT_LE(bottom, band.bottom() + 1) << names[i].text.toStdString() << " scrolled by " << scroll;
            EXPECT_NEAR((top + bottom) / 2, band.center().y(), 1.5);
        }
    }
}

TEST(LaneLayout, ALaneOfOneRowIsHighEnoughForANameOfTwoLines) {
    const StoryView view(test::madeStory({{"2026-01-27"}, {"2026-01-28", "Other", 1}},
                                         {"A name that has to be broken into two lines", "Short"}));
    const Scene scene = sceneOf(view, {{700, 200}}, 0);
    ASSERT_EQ(scene.lanes.size(), 2u);
    EXPECT_GE(scene.lanes[0].rect.height(), 2 * fixedMeasurer.lineHeight(FontRole::LaneName));
    EXPECT_LT(scene.lanes[1].rect.height(), scene.lanes[0].rect.height());
    EXPECT_EQ(laneNames(scene).size(), 3u);
}
