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
    EXPECT_EQ(scene.bins.step, (CalendarStep{CalendarUnit::Day, 1}));
    EXPECT_EQ(scene.plot.left(), 160);
    EXPECT_EQ(scene.plot.right(), 1184);
    EXPECT_EQ(scene.scale.window, wholeStory(StoryView(test::embeddedStory()), 1024, 1));
    const auto dayAt = [&](int month, int day) {
        return scene.scale.toX(static_cast<double>(model::startOfDate(2026, month, day)));
    };
    EXPECT_NEAR(scene.barsLeft, dayAt(1, 24), 1e-6);
    EXPECT_NEAR(scene.barsLeft + 30 * scene.barPitch, dayAt(2, 23), 1e-6);
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
        return overviewOf(test::storyOfDates(dates)).captions.front().text.toStdString();
    };
    EXPECT_EQ(caption({"2026-01-01T10:00:00", "2026-01-01T10:00:40"}), "Events a second");
    EXPECT_EQ(caption({"2026-01-01T10:00", "2026-01-01T12:00"}), "Events a minute");
    EXPECT_EQ(caption({"2026-01-01T10:00", "2026-01-01T14:00"}), "Events in 2 minute(s)");
    EXPECT_EQ(caption({"2026-01-01T10:00", "2026-01-07T14:00"}), "Events an hour");
    EXPECT_EQ(caption({"2026-01-01T10:00", "2026-01-14T14:00"}), "Events in 2 hour(s)");
    EXPECT_EQ(caption({"2026-01-01", "2026-03-01"}), "Events a day");
    EXPECT_EQ(caption({"2026-01-01", "2026-10-01"}), "Events in 2 day(s)");
    EXPECT_EQ(caption({"2025-01-01", "2026-10-01"}), "Events a week");
    EXPECT_EQ(caption({"2020-01-01", "2026-10-01"}), "Events a month");
    EXPECT_EQ(caption({"1990-01-01", "2026-10-01"}), "Events a quarter");
    EXPECT_EQ(caption({"1940-01-01", "2026-10-01"}), "Events in half a year");
    EXPECT_EQ(caption({"1850-01-01", "2026-10-01"}), "Events a year");
    EXPECT_EQ(caption({"1200-01-01", "2026-10-01"}), "Events in 5 year(s)");
    EXPECT_EQ(caption({"-9999-01-01", "9999-10-01"}), "Events in 200 year(s)");
}

TEST(OverviewLayout, ABarIsNeverFinerThanWhatTheEventsSay) {
    const auto caption = [](const std::vector<std::string>& dates) {
        return overviewOf(test::storyOfDates(dates)).captions.front().text.toStdString();
    };
    EXPECT_EQ(caption({"2026-01-01"}), "Events a day");
    EXPECT_EQ(caption({"2026-01-01", "2026-01-01T10:00"}), "Events a day");
    EXPECT_EQ(caption({"2026-01", "2026-03", "2026-02", "2026-02-01"}), "Events a month");
    EXPECT_EQ(caption({"1999", "2004"}), "Events a year");
    EXPECT_EQ(caption({"199X", "201X"}), "Events in 10 year(s)");
}

TEST(OverviewLayout, BarsAreNeverThinnerThanAFewPixelsNorMoreThanTheChartDrawsFast) {
    for (const test::NamedStory& named : test::layoutStories()) {
        const StoryView view(named.story);
        for (const double textScale : {1.0, 1.5}) {
            for (const double width : {90.0, 700.0, 1600.0, 4000.0}) {
                const test::FixedMeasurer scaled(textScale);
                const OverviewScene scene = buildOverview(view, {width + 176, 90}, 160, 160 + width, textScale, scaled);
                EXPECT_LE(scene.bins.certain.size(), 302U) << named.name; // two are cut by the edges
                // A bin is as wide as its unit in the mean of the calendar; the bars of a few months as these are.
                EXPECT_GE(scene.barPitch, 5.5 * textScale * 0.9) << named.name << " at " << width;
                EXPECT_LE(scene.barsLeft, scene.plot.right());
                EXPECT_GE(scene.barsLeft + scene.barPitch * static_cast<double>(scene.bins.certain.size()),
                          scene.plot.left());
            }
        }
    }
}

TEST(OverviewLayout, EveryBarStandsOverItsTimeAndIsSeenWhereThereAreEvents) {
    for (const test::NamedStory& named : test::layoutStories()) {
        const OverviewScene scene = overviewOf(named.story);
        for (std::size_t bin = 0; bin < scene.bins.certain.size(); ++bin) {
            const double centre = scene.barsLeft + (static_cast<double>(bin) + 0.5) * scene.barPitch;
            EXPECT_GT(scene.scale.toMs(centre), scene.bins.edges[bin]) << named.name;
            EXPECT_LT(scene.scale.toMs(centre), scene.bins.edges[bin + 1]) << named.name;
        }
        // Of a bar that the edges of the plot cut, enough is left to be seen where an event is.
        for (model::EventIndex event = 0; event < named.story.eventCount(); ++event) {
            const auto start = static_cast<double>(named.story.layoutStarts()[event]);
            const double middle = (start + static_cast<double>(named.story.layoutEnds()[event])) / 2;
            std::size_t bin = 0;
            while (scene.bins.edges[bin + 1] <= middle)
                ++bin;
            const double left = scene.barsLeft + static_cast<double>(bin) * scene.barPitch;
            const double seen = std::min(left + scene.barPitch, scene.plot.right()) - std::max(left, scene.plot.left());
            EXPECT_GE(seen, 3) << named.name << ", event " << event;
        }
    }
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
        const Scene chart = buildScene(view, {wholeStory(view, frame.plot.width(), 1), 0}, metrics, fixed);
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
            int expected = 0;
            for (const model::EventIndex event : shown) {
                const bool begun = static_cast<double>(view.story().layoutStarts()[event]) < scene.bins.edges[bin + 1];
                expected += begun && static_cast<double>(view.story().layoutEnds()[event]) > scene.bins.edges[bin];
            }
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
        const CalendarStep days = plain.bins.step; // known bins are not counted again
        EXPECT_EQ(overviewCounts(view, days, &plain.bins), overviewCounts(view, days));
        const CalendarStep weeks{CalendarUnit::Week, 1}; // those of another step are
        EXPECT_EQ(overviewCounts(view, weeks, &plain.bins), overviewCounts(view, weeks));
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

TEST(OverviewLayout, CaptionsBreakRatherThanLoseWords) {
    const StoryView view(test::storyOfDates({"2026-01-01T10:00", "2026-01-01T14:00"}));
    const auto linesWith = [&](double left) {
        std::vector<std::string> lines;
        for (const Text& caption : buildOverview(view, {1200, 90}, left, 1184, 1, fixed).captions) {
            EXPECT_GE(caption.baseline.x(), 0);
            EXPECT_LE(caption.baseline.x() + caption.width, left);
            lines.push_back(caption.text.toStdString());
        }
        return lines;
    };
    EXPECT_EQ(linesWith(160), (std::vector<std::string>{"Events in 2 minute(s)", "up to 1"}));
    EXPECT_EQ(linesWith(90), (std::vector<std::string>{"Events in", "2 minute(s)", "up to 1"}));
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
