// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/overview_layout.h"

#include "model/civil_time.h"
#include "tests/layout/scene_stories.h"
#include "tests/support/fixed_measurer.h"

#include <gtest/gtest.h>
#include <numeric>

using namespace quoteline;
using namespace quoteline::layout;

namespace {

const test::FixedMeasurer measurer;

OverviewScene overviewOf(const model::Story& story, double textScale = 1) {
    const test::FixedMeasurer scaled(textScale);
    return buildOverview(StoryView(story), {1200, overviewHeight(textScale, scaled)}, 160, 1184, textScale, scaled);
}

} // namespace

TEST(OverviewLayout, HasOneBarForEachDayOfTheEmbeddedStoryBetweenTheEdgesOfTheChart) {
    const OverviewScene scene = overviewOf(test::embeddedStory());
    EXPECT_EQ(scene.bins.certain.size(), 30U); // 24 January to 22 February
    EXPECT_EQ(scene.bins.binWidth, model::msPerDay);
    EXPECT_EQ(scene.plot.left(), 160);
    EXPECT_EQ(scene.plot.right(), 1184);
    EXPECT_EQ(scene.scale.toX(static_cast<double>(model::startOfDate(2026, 1, 24))), 160);
    EXPECT_NEAR(scene.scale.toX(static_cast<double>(model::startOfDate(2026, 2, 23))), 1184, 1e-6);
    EXPECT_GE(scene.plot.top(), 0);
    EXPECT_LT(scene.plot.bottom(), scene.size.height());
}

TEST(OverviewLayout, TheHighestBarIsTheMostEventsOfOneBin) {
    const OverviewScene scene = overviewOf(test::embeddedStory());
    int highest = 0;
    for (std::size_t i = 0; i < scene.bins.certain.size(); ++i)
        highest = std::max(highest, scene.bins.certain[i] + scene.bins.possible[i]);
    EXPECT_EQ(scene.highest, highest);
    EXPECT_EQ(scene.bins.certain.size(), scene.bins.possible.size());
}

TEST(OverviewLayout, NamesWhatABarCounts) {
    const auto caption = [](const std::vector<std::string>& dates) {
        return overviewOf(test::storyOfDates(dates)).captions.front().text;
    };
    EXPECT_EQ(caption({"2026-01-01", "2026-03-01"}), QStringLiteral("Events per day"));
    EXPECT_EQ(caption({"2026-01-01T10:00:00", "2026-01-01T10:00:40"}), QStringLiteral("Events per second"));
    EXPECT_NE(caption({"-4000", "2026"}), QStringLiteral("Events per day"));
}

TEST(OverviewLayout, AnEmptyStoryHasAnOverviewWithoutBars) {
    const OverviewScene scene = overviewOf(model::Story());
    EXPECT_EQ(scene.highest, 0);
    EXPECT_EQ(scene.captions.size(), 1U); // nothing to say of the highest bar
    EXPECT_GT(scene.scale.window.width, 0);
}

TEST(OverviewLayout, CaptionsStayLeftOfTheBars) {
    for (const double textScale : {1.0, 1.5, 2.0})
        for (const Text& caption : overviewOf(test::embeddedStory(), textScale).captions) {
            EXPECT_GE(caption.baseline.x(), 0);
            EXPECT_LE(caption.baseline.x() + caption.width, 160);
        }
}

TEST(OverviewLayout, TheBrushCoversWhatIsInViewAndIsNeverTooNarrowToSee) {
    const OverviewScene scene = overviewOf(test::embeddedStory());
    const TimeWindow whole = scene.scale.window;
    EXPECT_EQ(brushRect(scene, whole), scene.plot);
    const QRectF half = brushRect(scene, {whole.start + whole.width / 4, whole.width / 2});
    EXPECT_NEAR(half.left(), scene.plot.left() + scene.plot.width() / 4, 1e-6);
    EXPECT_NEAR(half.width(), scene.plot.width() / 2, 1e-6);
    for (const double start : {whole.start - whole.width, whole.start, whole.end() - 1, whole.end() + whole.width}) {
        const QRectF moment = brushRect(scene, {start, 1});
        EXPECT_GE(moment.width(), 2 - 1e-9);
        EXPECT_GE(moment.left(), scene.plot.left());
        EXPECT_LE(moment.right(), scene.plot.right() + 1e-9);
    }
}
