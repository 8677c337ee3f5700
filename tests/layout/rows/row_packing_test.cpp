// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/rows/row_packing.h"
#include "app/layout/shapes/time_scale.h"

#include "app/layout/shapes/mark_geometry.h"
#include "tests/content/scene_stories.h"
#include "tests/support/fixed_measurer.h"
#include <algorithm>
#include <cmath>
#include <gtest/gtest.h>
#include <limits>
#include <map>

using namespace quoteline;
using namespace quoteline::layout;
using test::FixedMeasurer;

namespace {

constexpr double plotWidth = 900;
constexpr double nameWidth = 150;

struct Packed {
    StoryView view;
    FixedMeasurer measurer;
    Sizes sizes{1};
    ZoomStep step;
    RowPacking packing;

    Packed(const model::Story& story, double zoom)
        : view(story) {
        const TimeWindow whole = wholeStory(view, plotWidth, 1);
        step = zoomStepOf({whole.start, whole.width / zoom}, view, plotWidth, 1);
        packing = packRows(view, {view.revision(), step, plotWidth, nameWidth, 1}, measurer);
    }

    TimeScale scale() const { return {step.domain, 0, step.domain.width * step.pixelsPerMs}; }
    std::pair<double, double> marks(model::EventIndex event) const {
        double left = std::numeric_limits<double>::infinity();
        double right = -left;
        for (const MarkSpan& mark : markSpans(view.story(), event, scale(), sizes)) {
            const MarkSpan span = withRoomToWiden(mark, std::exp2(1 / zoomStepsPerDoubling), sizes);
            left = std::min(left, span.left);
            right = std::max(right, span.right);
        }
        return {left, right};
    }
    LabelShape label(model::EventIndex event) const {
        return shapeLabel(view.title(event), view.shortDate(event),
                          static_cast<double>(packing.placements[event].available), sizes.dateGap, measurer);
    }
    /// What an event covers in its row at the smallest scale of the step.
    std::pair<double, double> cover(model::EventIndex event) const {
        auto [left, right] = marks(event);
        const double reach = label(event).width + sizes.labelGap;
        switch (packing.placements[event].side) {
        case LabelSide::Right:
            return {left, right + reach};
        case LabelSide::Left:
            return {left - reach, right};
        case LabelSide::Over:
            return {left, std::max(right, markSpans(view.story(), event, scale(), sizes).front().barLeft +
                                              label(event).width)};
        default:
            return {left, right};
        }
    }
};

const std::vector<test::NamedStory>& stories() {
    static const std::vector<test::NamedStory> all = test::layoutStories();
    return all;
}

const model::Story& storyNamed(const char* name) {
    return std::find_if(stories().begin(), stories().end(), [&](const auto& s) { return s.name == name; })->story;
}

} // namespace

TEST(RowPacking, KeepsEventsOfARowApartAndTakesTheFirstFreeRow) {
    for (const test::NamedStory& named : stories()) {
        if (named.name == "LongSets")
            continue; // one row for each; slow to measure
        for (const double zoom : {1.0, 2.5, 30.0}) {
            SCOPED_TRACE(named.name + " at zoom " + std::to_string(zoom));
            const Packed packed(named.story, zoom);
            for (std::size_t lane = 0; lane < packed.view.lanes().size(); ++lane) {
                const LaneRows& rows = packed.packing.lanes[lane];
                std::map<std::uint32_t, double> ends; // of the rows in use
                for (const model::EventIndex event : packed.view.lanes()[lane].events) {
                    const Placement& placement = packed.packing.placements[event];
                    if (placement.folded)
                        continue;
                    const auto [left, right] = packed.cover(event);
                    for (std::uint32_t row = rows.firstEventRow(); row < placement.row; ++row)
                        ASSERT_GT(ends[row], left - 1e-6) << "row " << row << " had room for event " << event;
                    ASSERT_TRUE(!ends.contains(placement.row) || ends[placement.row] <= left + 1e-6)
                        << "event " << event << " overlaps in its row";
                    ends[placement.row] = right + packed.sizes.itemGap;
                }
            }
        }
    }
}

TEST(RowPacking, FoldsOnlyWhatFindsAllRowsTaken) {
    const Packed packed(storyNamed("ThousandInOneLane"), 1);
    const LaneRows& rows = packed.packing.lanes[0];
    ASSERT_GT(rows.folded.size(), 100u);
    EXPECT_EQ(rows.count, maxRowsPerLane + 1); // the chips have a row of their own
    std::vector<double> ends(maxRowsPerLane, -std::numeric_limits<double>::infinity());
    for (const model::EventIndex event : packed.view.lanes()[0].events) {
        const Placement& placement = packed.packing.placements[event];
        if (!placement.folded) {
            ends[placement.row - rows.firstEventRow()] = packed.cover(event).second + packed.sizes.itemGap;
            continue;
        }
        const auto [left, right] = packed.marks(event);
        const double wholeLabel =
            shapeLabel(packed.view.title(event), packed.view.shortDate(event), std::numeric_limits<double>::infinity(),
                       packed.sizes.dateGap, packed.measurer)
                .width;
        if (right + packed.sizes.labelGap + wholeLabel > packed.scale().right())
            continue; // its label would stand to the left, and need more
        EXPECT_GT(*std::min_element(ends.begin(), ends.end()), left) << "a row was free for event " << event;
    }
}

TEST(RowPacking, ListsFoldedEventsByTheirStartWithSortedColumns) {
    for (const char* const name : {"ThousandInOneLane", "AllAtOneInstant", "ManySpans"}) {
        const Packed packed(storyNamed(name), 1);
        std::size_t folded = 0;
        for (std::size_t lane = 0; lane < packed.packing.lanes.size(); ++lane) {
            const LaneRows& rows = packed.packing.lanes[lane];
            EXPECT_EQ(rows.hasChips, !rows.folded.empty());
            std::vector<model::CivilMs> starts;
            std::vector<model::CivilMs> ends;
            for (const model::EventIndex event : rows.folded) {
                EXPECT_TRUE(packed.packing.placements[event].folded);
                EXPECT_EQ(packed.view.story().lane(event), lane);
                starts.push_back(packed.view.story().layoutStarts()[event]);
                ends.push_back(packed.view.story().layoutEnds()[event]);
            }
            EXPECT_TRUE(std::is_sorted(starts.begin(), starts.end()));
            std::sort(ends.begin(), ends.end());
            EXPECT_EQ(rows.foldedStarts, starts);
            EXPECT_EQ(rows.foldedEnds, ends);
            folded += rows.folded.size();
        }
        EXPECT_EQ(folded + packed.packing.placed.size(), packed.view.events().size()) << name;
    }
}

TEST(RowPacking, FoldsNothingOfTheEmbeddedStory) {
    for (const double zoom : {1.0, 1.5, 4.0, 100.0}) {
        const Packed packed(storyNamed("Embedded"), zoom);
        for (const LaneRows& rows : packed.packing.lanes)
            EXPECT_TRUE(rows.folded.empty());
    }
}

TEST(RowPacking, IsTheSameForTheSameStoryAndStep) {
    for (const test::NamedStory& named : stories()) {
        const Packed one(named.story, 2);
        const Packed other(named.story, 2);
        EXPECT_EQ(one.packing.placements, other.packing.placements) << named.name;
        EXPECT_EQ(one.packing.rowLines, other.packing.rowLines) << named.name;
    }
}

TEST(RowPacking, RowsHaveTheLinesOfTheirHighestEvent) {
    for (const test::NamedStory& named : stories()) {
        const Packed packed(named.story, 3);
        std::vector<int> lines(packed.packing.rowLines.size(), 1);
        for (const model::EventIndex event : packed.view.events()) {
            const Placement& placement = packed.packing.placements[event];
            if (placement.folded)
                continue;
            EXPECT_EQ(placement.lines, packed.label(event).lines + (placement.side == LabelSide::Above ? 1 : 0));
            lines[placement.row] = std::max<int>(lines[placement.row], placement.lines);
        }
        for (std::size_t lane = 0; lane < packed.packing.lanes.size(); ++lane) {
            const LaneRows& rows = packed.packing.lanes[lane];
            const auto name = laneNameLines(packed.view.lanes()[lane].name, nameWidth, packed.measurer);
            if (rows.count == 1)
                lines[rows.first] = std::max<int>(lines[rows.first], static_cast<int>(name.size()));
        }
        for (std::size_t row = 0; row < lines.size(); ++row)
            EXPECT_EQ(packed.packing.rowLines[row], lines[row]) << named.name << ", row " << row;
    }
}

TEST(RowPacking, PutsTheLabelOfAWideBarInsideOrOverItAndOfOtherWideMarksAbove) {
    const model::Story story = test::storyOfDates(
        {"2026-01-01/2026-01-31", "[2026-01-01..2026-01-31]", "2026-01~", "{2026-01-01,2026-01-31}", "2026-01-05"});
    const Packed packed(story, 1);
    std::map<std::string, LabelSide> sides;
    for (const model::EventIndex event : packed.view.events())
        sides[std::string(story.whenText(event))] = packed.packing.placements[event].side;
    EXPECT_EQ(sides["2026-01-01/2026-01-31"], LabelSide::Inside);
    EXPECT_EQ(sides["[2026-01-01..2026-01-31]"], LabelSide::Over);
    EXPECT_EQ(sides["2026-01~"], LabelSide::Over); // of the whole plot it has no ring
    EXPECT_EQ(sides["{2026-01-01,2026-01-31}"], LabelSide::Above);
    EXPECT_EQ(sides["2026-01-05"], LabelSide::Right);
}

TEST(RowPacking, PutsALabelToTheLeftWhereTheRightHasNoRoom) {
    const Packed packed(test::storyOfDates({"2026-01-01", "2026-02-28"}), 1);
    EXPECT_EQ(packed.packing.placements[0].side, LabelSide::Right);
    EXPECT_EQ(packed.packing.placements[1].side, LabelSide::Left);
}

TEST(RowPacking, NumbersTheRowsOfVeryManyLanes) {
    std::vector<test::MadeEvent> events;
    for (std::size_t i = 0; i < 70000; ++i)
        events.push_back({"2026-01-27", "E", i});
    const Packed packed(test::madeStory(events), 1);
    ASSERT_EQ(packed.packing.lanes.size(), 70000u);
    for (std::size_t i = 0; i < 70000; ++i) {
        ASSERT_EQ(packed.packing.lanes[i].first, i);
        ASSERT_EQ(packed.packing.placements[packed.view.lanes()[i].events[0]].row, i);
    }
}

TEST(RowPacking, SharesTheRowsOfTheChartAmongManyLanes) {
    std::vector<test::MadeEvent> events;
    for (std::size_t i = 0; i < 2000; ++i)
        events.push_back({"2026-01-27T10:00", "Event of a lane", i % 500});
    const Packed packed(test::madeStory(events), 1);
    EXPECT_LE(packed.packing.rowLines.size(), static_cast<std::size_t>(maxRows));
    EXPECT_EQ(packed.packing.lanes[0].count, 4); // four events at once, within the share of seven rows and one of chips
}
