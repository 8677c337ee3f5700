// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/checks/scene_invariants.h"
#include "app/layout/rows/lane_fitter.h"
#include "app/layout/scene/event_items.h"
#include "app/layout/scene/scene_builder.h"
#include "tests/content/scene_stories.h"
#include "tests/support/fixed_measurer.h"
#include <algorithm>
#include <gtest/gtest.h>
#include <map>
#include <set>

using namespace quoteline;
using namespace quoteline::layout;
using test::fixedMeasurer;

namespace {

const Metrics fitted{{1000, 600}};

model::Story storyNamed(const char* name) {
    for (const test::NamedStory& named : test::layoutStories())
        if (named.name == name)
            return named.story;
    return {};
}

TimeWindow wholeOf(const StoryView& view) {
    return wholeStory(view, frameFor(view, fitted, fixedMeasurer).plot.width(), 1);
}

/// A column lists the events that touch its unit of time, the lowest part of its bar those that did so certainly.
void expectRight(const Column& column, const Scene& scene, const StoryView& view) {
    std::set<model::EventIndex> expected;
    const model::Story& story = view.story();
    for (const model::EventIndex event : view.lanes()[column.lane].events) {
        auto ranges = model::resolveMembers(story.when(event), story.zone());
        if (story.shapes()[event] != model::TimeShape::Several && !hasMembers(story, event))
            ranges = {story.range(event)};
        for (const model::TimeRange& range : ranges)
            if (static_cast<double>(range.layoutStart) < column.time.end() &&
                static_cast<double>(range.layoutEnd) > column.time.start)
                expected.insert(event);
    }
    const auto listed = eventsOf(column, view);
    EXPECT_EQ(std::set<model::EventIndex>(listed.begin(), listed.end()), expected);
    EXPECT_EQ(column.count, expected.size());
    const double height = column.certain.height() + column.possible.height();
    EXPECT_GT(height, 0);
    EXPECT_LE(height, column.rect.height());
    EXPECT_DOUBLE_EQ(column.possible.bottom(), column.certain.top());
    EXPECT_GE(column.rect.width(), 1);
    EXPECT_TRUE(scene.frame.lanes.contains(column.rect));
}

} // namespace

TEST(Columns, CountEveryEventOfTheirTimeInEveryWindow) {
    for (const char* const name : {"ThousandInOneLane", "AllAtOneInstant"}) {
        const StoryView view(storyNamed(name));
        const TimeWindow whole = wholeOf(view);
        PackingAids aids(view);
        std::size_t columns = 0;
        for (const double zoom : {1.0, 1.1, 1.9, 4.0, 11.0}) {
            const double width = whole.width / zoom;
            for (int pan = -3; pan <= 60; pan += 3) {
                SCOPED_TRACE(std::string(name) + ", zoom " + std::to_string(zoom) + ", pan " + std::to_string(pan));
                const ViewState state{{whole.start + (whole.width - width / 2) * pan / 57.0, width}};
                const RowPacking packing =
                    packRows(view, packingKey(view, state, fitted, fixedMeasurer), fixedMeasurer, aids);
                const Scene scene = buildScene(view, state, fitted, fixedMeasurer, packing);
                for (const Column& column : scene.columns)
                    expectRight(column, scene, view);
                columns += scene.columns.size();
                for (const QString& broken : violations(scene, view, packing, fixedMeasurer))
                    ADD_FAILURE() << broken.toStdString();
            }
        }
        EXPECT_GT(columns, 60U) << name;
    }
}

TEST(Columns, StandForTheSameTimeAndEventsWhileTheViewPans) {
    const StoryView view(storyNamed("ThousandInOneLane"));
    const TimeWindow whole = wholeOf(view);
    const double width = whole.width / 1.9;
    PackingAids aids(view);
    std::map<double, std::pair<double, std::size_t>> known; // by start: end, events
    std::size_t seenAgain = 0;
    for (int pan = 0; pan < 20; ++pan) {
        const ViewState state{{whole.start + whole.width * 0.2 + pan * width / 40, width}};
        const RowPacking packing = packRows(view, packingKey(view, state, fitted, fixedMeasurer), fixedMeasurer, aids);
        const Scene scene = buildScene(view, state, fitted, fixedMeasurer, packing);
        for (const Column& column : scene.columns) {
            const std::pair now(column.time.end(), column.count);
            const auto [it, isNew] = known.try_emplace(column.time.start, now);
            EXPECT_EQ(it->second, now);
            seenAgain += isNew ? 0 : 1;
        }
    }
    EXPECT_GT(seenAgain, 100U);
}

TEST(Columns, TellWhatTheyCountWhereTheFootStripIsFree) {
    const StoryView view(storyNamed("ThousandInOneLane"));
    const Scene scene = buildScene(view, {wholeOf(view)}, fitted, fixedMeasurer);
    ASSERT_FALSE(scene.columns.empty());
    ASSERT_TRUE(scene.columnNote);
    EXPECT_TRUE(scene.columnNote->text.startsWith(QStringLiteral("Columns: Events")))
        << scene.columnNote->text.toStdString();
    const StoryView embedded(test::embeddedStory());
    EXPECT_FALSE(buildScene(embedded, {wholeOf(embedded)}, fitted, fixedMeasurer).columnNote);
}

TEST(FullColumn, IsARoundNumberThatAllButAFewColumnsKeepBelow) {
    for (const char* const name : {"ThousandInOneLane", "ManySpans", "AllAtOneInstant"}) {
        const StoryView view(storyNamed(name));
        const CalendarStep day{CalendarUnit::Day, 1};
        for (std::size_t lane = 0; lane < view.lanes().size(); ++lane) {
            const LaneTimes times = laneTimes(view)[lane];
            std::set<double> starts;
            for (const model::CivilMs start : times.starts)
                starts.insert(std::floor(static_cast<double>(start) / model::msPerDay) * model::msPerDay);
            const std::size_t full = fullColumn(times, day, view.extent().start, view.extent().end());
            std::size_t higher = 0;
            bool reached = false;
            for (const double start : starts) {
                std::size_t count = 0;
                for (const model::EventIndex event : view.lanes()[lane].events)
                    count += static_cast<double>(view.story().layoutStarts()[event])<
                                 start + model::msPerDay&& static_cast<double>(view.story().layoutEnds()[event])>
                                     start ? 1 : 0;
                higher += count > full ? 1 : 0;
                reached = reached || 2 * count >= full;
            }
            EXPECT_LE(static_cast<double>(higher), 0.02 * static_cast<double>(starts.size()) + 1) << name;
            EXPECT_TRUE(reached) << name;
        }
    }
}
