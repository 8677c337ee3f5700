// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/overview/overview_layout.h"

#include "app/layout/scene/scene_builder.h"
#include "model/time/civil_time.h"
#include "tests/content/scene_stories.h"
#include "tests/support/fixed_measurer.h"

#include <gtest/gtest.h>
#include <numeric>

using namespace quoteline;
using namespace quoteline::layout;

namespace {

const test::FixedMeasurer fixed;

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

TEST(OverviewLayout, HasTheTicksAndTheGridOfAChartThatShowsTheSameTime) {
    for (const model::Story& story :
         {test::embeddedStory(), test::storyOfDates({"2026-01-01T10:00:00", "2026-01-01T10:00:40"}),
          test::storyOfDates({"-0400", "2026"}), test::storyOfDates({"2020-02", "2026-07-01"})}) {
        const StoryView view(story);
        const Metrics metrics{{1200, 700}, 1, true, false};
        const Frame frame = frameFor(view, metrics, fixed);
        const OverviewScene overview = buildOverview(view, {1200, 90}, frame.plot.left(), frame.plot.right(), 1, fixed);
        const Scene chart = buildScene(view, {overview.scale.window, 0}, metrics, fixed);
        EXPECT_EQ(overview.scale, chart.scale);
        EXPECT_EQ(overview.ticks, chart.ticks);
        ASSERT_EQ(overview.gridLines.size(), chart.gridLines.size());
        for (std::size_t i = 0; i < chart.gridLines.size(); ++i)
            EXPECT_EQ(overview.gridLines[i].x(), chart.gridLines[i].x());
    }
}

TEST(OverviewLayout, AFilterLeavesTheBarsAndCountsWhatItFoundInEach) {
    const StoryView all(test::embeddedStory());
    const OverviewScene plain = overviewOf(test::embeddedStory());
    EXPECT_TRUE(plain.found.empty());
    EXPECT_TRUE(plain.foundBars.empty());
    const std::vector<std::vector<model::EventIndex>> filters{{}, {3}, {0, 5, 14}, {1, 2, 3, 4, 6, 8, 10}};
    for (const auto& shown : filters) {
        Arrangement arrangement;
        arrangement.shown = std::make_shared<const std::vector<model::EventIndex>>(shown);
        const StoryView view = all.arranged(arrangement);
        const OverviewScene scene = buildOverview(view, plain.size, 160, 1184, 1, fixed);
        EXPECT_EQ(scene.bins, plain.bins);
        EXPECT_EQ(scene.highest, plain.highest);
        ASSERT_EQ(scene.found.size(), plain.bins.certain.size());
        // By brute force: an event counts in a bin when its time touches it. None of these is a set with gaps.
        std::size_t bars = 0;
        for (std::size_t bin = 0; bin < scene.found.size(); ++bin) {
            const double from = scene.bins.start + scene.bins.binWidth * static_cast<double>(bin);
            int expected = 0;
            for (const model::EventIndex event : shown)
                expected += static_cast<double>(view.story().layoutStarts()[event])<
                    from + scene.bins.binWidth&& static_cast<double>(view.story().layoutEnds()[event])>
                    from;
            EXPECT_EQ(scene.found[bin], expected) << bin;
            if (expected == 0)
                continue;
            ASSERT_LT(bars, scene.foundBars.size());
            const QRectF& bar = scene.foundBars[bars++];
            EXPECT_EQ(binAt(scene, bar.center().x()), bin);
            EXPECT_NEAR(bar.height(), std::max(3.0, scene.plot.height() * expected / scene.highest), 1e-6);
            EXPECT_NEAR(bar.bottom(), scene.plot.bottom(), 1e-9);
        }
        EXPECT_EQ(bars, scene.foundBars.size());
        EXPECT_EQ(scene.captions.back().text, QStringLiteral("%1 found").arg(shown.size()));
        EXPECT_EQ(overviewCounts(view, &plain.bins), overviewCounts(view)); // known bins are not counted again
    }
}

TEST(OverviewLayout, WordsOfABinNameItsTimeAndItsNumbers) {
    const StoryView view(test::embeddedStory());
    const OverviewScene scene = overviewOf(test::embeddedStory());
    EXPECT_EQ(binInWords(scene, 0, view.locale()),
              QStringLiteral("24 January 2026\non this day: %1, possibly on this day: %2")
                  .arg(scene.bins.certain[0])
                  .arg(scene.bins.possible[0]));
    const OverviewScene weeks = overviewOf(test::storyOfDates({"2020-02-03", "2026-07-01"}));
    EXPECT_TRUE(
        binInWords(weeks, 0, view.locale()).contains(QStringLiteral("in this time: 1, possibly in this time: 0")));
    EXPECT_EQ(binAt(scene, 159), std::nullopt);
    EXPECT_EQ(binAt(scene, 161), 0U);
    EXPECT_EQ(binAt(scene, 1183), 29U);
    EXPECT_EQ(binAt(scene, 1185), std::nullopt);
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
