// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/event_items.h"
#include "app/layout/scene_builder.h"
#include "tests/layout/scene_stories.h"
#include "tests/support/fixed_measurer.h"
#include <algorithm>
#include <gtest/gtest.h>
#include <set>

using namespace quoteline;
using namespace quoteline::layout;
using test::FixedMeasurer;

namespace {

const Metrics metrics{{1000, 3000}};
const FixedMeasurer measurer;

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
        const double plotWidth = frameFor(view, metrics, measurer).plot.width();
        const TimeWindow whole = wholeStory(view, plotWidth, 1);
        std::size_t chips = 0;
        for (const double zoom : {1.0, 1.1, 1.9, 4.0, 11.0}) {
            const double width = whole.width / zoom;
            const PackingKey key = packingKey(view, {{whole.start, width}}, metrics, measurer);
            const RowPacking packing = packRows(view, key, measurer);
            for (int pan = -3; pan <= 60; ++pan) {
                SCOPED_TRACE(std::string(name) + ", zoom " + std::to_string(zoom) + ", pan " + std::to_string(pan));
                const ViewState state{{whole.start + (whole.width - width / 2) * pan / 57.0, width}};
                const Scene scene = buildScene(view, state, metrics, measurer, packing);
                expectChipsHoldTheFolded(scene, view, packing);
                chips += scene.chips.size();
            }
        }
        EXPECT_GT(chips, 60u) << name;
    }
}

TEST(Chips, OfOneStretchStayInPlaceWhileTheViewPans) {
    const StoryView view(storyNamed("ThousandInOneLane"));
    const double plotWidth = frameFor(view, metrics, measurer).plot.width();
    const TimeWindow whole = wholeStory(view, plotWidth, 1);
    const double width = whole.width / 1.9;
    const RowPacking packing = packRows(view, packingKey(view, {{whole.start, width}}, metrics, measurer), measurer);
    std::set<qint64> middles; // of chips well inside the view, in pixels of the whole story
    for (int pan = 0; pan < 20; ++pan) {
        const ViewState state{{whole.start + whole.width * 0.2 + pan * width / 400, width}};
        const Scene scene = buildScene(view, state, metrics, measurer, packing);
        for (const Chip& chip : scene.chips) {
            const double x = chip.rect.center().x();
            if (x > scene.frame.plot.left() + 150 && x < scene.frame.plot.right() - 150)
                middles.insert(std::llround((scene.scale.toMs(x) - whole.start) * scene.scale.pixelsPerMs()));
        }
    }
    EXPECT_LE(middles.size(), static_cast<std::size_t>(plotWidth / (packing.chipPitch - 1)) + 2);
}

TEST(Chips, AreCountedWhereTheirRowIsScrolledAway) {
    const StoryView view(storyNamed("ThousandInOneLane"));
    const Metrics low{{1000, 400}};
    const ViewState top{wholeStory(view, frameFor(view, low, measurer).plot.width(), 1)};
    const Scene above = buildScene(view, top, low, measurer);
    EXPECT_FALSE(above.chips.empty()); // their row is the first of the lane
    EXPECT_GT(above.counts.folded, 100u);
    const Scene below = buildScene(view, {top.window, 1e9}, low, measurer);
    EXPECT_TRUE(below.chips.empty());
    EXPECT_EQ(below.counts.folded, 0u);
    EXPECT_GT(below.counts.scrolledAway, 100u);
    EXPECT_EQ(below.counts.inRange, above.counts.inRange);
}

TEST(EventItems, ASetOfManyDatesHasNoMoreMarksThanPixelsAndCoversTheSame) {
    std::string set = "{";
    for (int i = 0; i < 3000; ++i) {
        const model::CivilDate date = model::dateFromDay(model::dayFromDate(2000, 1, 1) + 2 * i);
        char text[32];
        std::snprintf(text, sizeof text, "%s%04d-%02d-%02d", i > 0 ? "," : "", date.year, date.month, date.day);
        set += text;
    }
    set += "}";
    const StoryView view(test::storyOfDates({set, "1990"}));
    const Metrics small{{500, 300}};
    const double plotWidth = frameFor(view, small, measurer).plot.width();
    const ViewState state{wholeStory(view, plotWidth, 1)};
    const Scene scene = buildScene(view, state, small, measurer);
    EXPECT_LE(scene.marks.size(), static_cast<std::size_t>(plotWidth) + 2);
    EXPECT_GT(scene.marks.size(), 100u);
    const auto spans = markSpans(view.story(), 1, scene.scale, Sizes(1));
    ASSERT_EQ(spans.size(), 3000u);
    for (const MarkSpan& span : spans)
        EXPECT_TRUE(std::any_of(scene.marks.begin(), scene.marks.end(), [&](const Mark& mark) {
            return mark.event == 1u && std::abs(mark.span.centre - span.centre) < 1;
        }));
}

TEST(EventItems, AMarkCoversItsDotAndItsSoftEdge) {
    const StoryView view(test::storyOfDates({"2026-01-26", "2026-01-27~", "2026-02-27"}));
    const Scene scene = buildScene(view, {wholeStory(view, 900, 1)}, metrics, measurer);
    ASSERT_EQ(scene.marks.size(), 3u);
    EXPECT_EQ(scene.marks[0].rect().height(), 2 * Sizes(1).dotRadius);
    EXPECT_EQ(scene.marks[1].rect().height(), 4 * Sizes(1).dotRadius);
    EXPECT_EQ(scene.marks[0].rect().center().y(), scene.marks[0].centreY);
}

TEST(EventItems, ALabelInABarOrAboveAMarkStaysInViewAsFarAsTheMarkDoes) {
    const StoryView view(test::storyOfDates({"2026-01-01/2026-12-31", "[2026-01-01..2026-12-31]", "2026-01-01"}));
    const double plotWidth = frameFor(view, metrics, measurer).plot.width();
    const TimeWindow whole = wholeStory(view, plotWidth, 1);
    for (double start = -0.4; start < 0.9; start += 0.05) {
        const TimeWindow window{whole.start + start * whole.width, whole.width / 2};
        const Scene scene = buildScene(view, {window}, metrics, measurer);
        for (const Label& label : scene.labels) {
            if (label.side == LabelSide::Right)
                continue;
            const auto mark = std::find_if(scene.marks.begin(), scene.marks.end(),
                                           [&](const Mark& m) { return m.event == label.event; });
            ASSERT_NE(mark, scene.marks.end());
            EXPECT_GE(label.rect.left(), mark->span.left + 7);
            EXPECT_LE(label.rect.right(), mark->span.right - 7);
            const double room = mark->span.right - scene.frame.plot.left();
            EXPECT_TRUE(room <= label.rect.width() + 20 || label.rect.left() >= scene.frame.plot.left());
        }
        EXPECT_GE(scene.marks.size(), 2u);
    }
}
