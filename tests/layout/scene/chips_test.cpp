// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/scene/event_items.h"
#include "app/layout/scene/scene_builder.h"
#include "tests/content/scene_stories.h"
#include "tests/support/fixed_measurer.h"
#include <algorithm>
#include <gtest/gtest.h>
#include <set>

using namespace quoteline;
using namespace quoteline::layout;
using test::fixedMeasurer;

namespace {

const Metrics tall{{1000, 3000}};

std::set<model::EventIndex> foldedInRange(const LaneRows& lane, const StoryView& view, const TimeWindow& window) {
    std::set<model::EventIndex> events;
    for (const model::EventIndex event : lane.folded)
        if (static_cast<double>(view.story().layoutStarts()[event]) < window.end() &&
            static_cast<double>(view.story().layoutEnds()[event]) > window.start)
            events.insert(event);
    return events;
}

/// The chips of each lane hold its folded events that touch the window, each once, from left to right by start.
void expectChipsHoldTheFolded(const Scene& scene, const StoryView& view, const RowPacking& packing) {
    const auto starts = view.story().layoutStarts();
    for (std::size_t lane = 0; lane < packing.lanes.size(); ++lane) {
        std::set<model::EventIndex> found;
        model::CivilMs last = std::numeric_limits<model::CivilMs>::min();
        double lastRight = scene.frame.plot.left() - 1;
        for (const Chip& chip : scene.chips) {
            if (chip.lane != lane)
                continue;
            const auto events = eventsOf(chip, view, packing, scene.scale.window);
            ASSERT_EQ(events.size(), chip.count);
            ASSERT_GT(chip.count, 0u);
            for (const model::EventIndex event : events) {
                ASSERT_TRUE(found.insert(event).second) << "twice in chips: " << event;
                ASSERT_GE(starts[event], last);
                last = starts[event];
            }
            EXPECT_GT(chip.rect.left(), lastRight);
            lastRight = chip.rect.right();
            EXPECT_EQ(chip.text.text, u'+' + view.locale().toString(static_cast<qulonglong>(chip.count)));
        }
        ASSERT_EQ(found, foldedInRange(packing.lanes[lane], view, scene.scale.window));
    }
}

model::Story storyNamed(const char* name) {
    for (const test::NamedStory& named : test::layoutStories())
        if (named.name == name)
            return named.story;
    return {};
}

} // namespace

TEST(Chips, HoldExactlyTheFoldedEventsOfEveryWindow) {
    for (const char* const name : {"ThousandInOneLane", "ManySpans", "AllAtOneInstant"}) {
        const StoryView view(storyNamed(name));
        const double plotWidth = frameFor(view, tall, fixedMeasurer).plot.width();
        const TimeWindow whole = wholeStory(view, plotWidth, 1);
        std::size_t chips = 0;
        for (const double zoom : {1.0, 1.1, 1.9, 4.0, 11.0}) {
            const double width = whole.width / zoom;
            const PackingKey key = packingKey(view, {{whole.start, width}}, tall, fixedMeasurer);
            const RowPacking packing = packRows(view, key, fixedMeasurer);
            for (int pan = -3; pan <= 60; ++pan) {
                SCOPED_TRACE(std::string(name) + ", zoom " + std::to_string(zoom) + ", pan " + std::to_string(pan));
                const ViewState state{{whole.start + (whole.width - width / 2) * pan / 57.0, width}};
                const Scene scene = buildScene(view, state, tall, fixedMeasurer, packing);
                expectChipsHoldTheFolded(scene, view, packing);
                chips += scene.chips.size();
            }
        }
        EXPECT_GT(chips, 60u) << name;
    }
}

TEST(Chips, CountByHalfOpenTimesWhereTheWindowBeginsAndEndsWithADay) {
    const StoryView view(storyNamed("ThousandInOneLane"));
    const auto first = static_cast<double>(model::startOfDate(2020, 1, 1));
    const PackingKey key = packingKey(view, {{first, 190.0 * model::msPerDay}}, tall, fixedMeasurer);
    const RowPacking packing = packRows(view, key, fixedMeasurer);
    ASSERT_GT(packing.lanes[0].folded.size(), 50u);
    for (int day = 0; day < 200; ++day) {
        const ViewState state{{first + day * static_cast<double>(model::msPerDay), 190.0 * model::msPerDay}};
        const Scene scene = buildScene(view, state, tall, fixedMeasurer, packing);
        expectChipsHoldTheFolded(scene, view, packing);
        std::size_t inRange = 0;
        for (const model::EventIndex event : view.events())
            inRange += static_cast<double>(view.story().layoutStarts()[event]) < state.window.end() &&
                               static_cast<double>(view.story().layoutEnds()[event]) > state.window.start
                           ? 1
                           : 0;
        ASSERT_EQ(scene.counts.inRange, inRange);
    }
}

TEST(Chips, OfOneStretchStayInPlaceWhileTheViewPans) {
    const StoryView view(storyNamed("ThousandInOneLane"));
    const double plotWidth = frameFor(view, tall, fixedMeasurer).plot.width();
    const TimeWindow whole = wholeStory(view, plotWidth, 1);
    const double width = whole.width / 1.9;
    const RowPacking packing =
        packRows(view, packingKey(view, {{whole.start, width}}, tall, fixedMeasurer), fixedMeasurer);
    std::set<qint64> middles; // of chips well inside the view, in pixels of the whole story
    for (int pan = 0; pan < 20; ++pan) {
        const ViewState state{{whole.start + whole.width * 0.2 + pan * width / 400, width}};
        const Scene scene = buildScene(view, state, tall, fixedMeasurer, packing);
        for (const Chip& chip : scene.chips) {
            const double x = chip.rect.center().x();
            if (x > scene.frame.plot.left() + 150 && x < scene.frame.plot.right() - 150)
                middles.insert(std::llround((scene.scale.toMs(x) - whole.start) * scene.scale.pixelsPerMs()));
        }
    }
    EXPECT_LE(middles.size(),
              static_cast<std::size_t>(plotWidth / (chipPitch(view, plotWidth, Sizes(1), fixedMeasurer) - 1)) + 2);
}

TEST(Chips, AreCountedWhereTheirRowIsScrolledAway) {
    const StoryView view(storyNamed("ThousandInOneLane"));
    Metrics low{{1000, 400}};
    low.allRows = true;
    const ViewState top{wholeStory(view, frameFor(view, low, fixedMeasurer).plot.width(), 1)};
    const Scene above = buildScene(view, top, low, fixedMeasurer);
    EXPECT_FALSE(above.chips.empty()); // their row is the first of the lane
    EXPECT_GT(above.counts.folded, 100u);
    const Scene below = buildScene(view, {top.window, 1e9}, low, fixedMeasurer);
    EXPECT_TRUE(below.chips.empty());
    EXPECT_EQ(below.counts.folded, 0u);
    EXPECT_GT(below.counts.scrolledAway, 100u);
    EXPECT_EQ(below.counts.inRange, above.counts.inRange);
}
