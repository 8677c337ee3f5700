// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/rows/row_packing.h"
#include "app/layout/rows/row_plan.h"
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

    /// Lanes have `lanesHeight`, or all they need.
    Packed(const model::Story& story, double zoom, double lanesHeight = 0)
        : view(story) {
        const TimeWindow whole = wholeStory(view, plotWidth, 1);
        step = zoomStepOf({whole.start, whole.width / zoom}, view, plotWidth, 1);
        packing = packRows(view, {view.revision(), step, plotWidth, nameWidth, 1, lanesHeight}, measurer);
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
        case LabelSide::OverEnd:
            return {
                std::min(left, markSpans(view.story(), event, scale(), sizes).front().barRight - label(event).width),
                right};
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
                    if (placement.folded || placement.inStrip())
                        continue;
                    const auto [left, right] = packed.cover(event);
                    for (std::uint32_t row = rows.first; row < placement.row; ++row)
                        ASSERT_GT(ends[row], left - 1e-6) << "row " << row << " had room for event " << event;
                    ASSERT_TRUE(!ends.contains(placement.row) || ends[placement.row] <= left + 1e-6)
                        << "event " << event << " overlaps in its row";
                    ends[placement.row] = right + packed.sizes.itemGap;
                }
            }
        }
    }
}

TEST(RowPacking, HasNoTitlelessEventWhereItsTitleHasRoom) {
    for (const double zoom : {1.0, 2.0, 7.0}) {
        const Packed packed(storyNamed("ThousandInOneLane"), zoom, 500);
        const LaneRows& rows = packed.packing.lanes[0];
        ASSERT_TRUE(rows.strip);
        std::vector<std::pair<double, double>> taken[64]; // by row
        for (const model::EventIndex event : packed.view.lanes()[0].events)
            if (const Placement& placement = packed.packing.placements[event];
                !placement.folded && !placement.inStrip())
                taken[placement.row].push_back(packed.cover(event));
        std::size_t without = 0;
        for (const model::EventIndex event : packed.view.lanes()[0].events) {
            const Placement& placement = packed.packing.placements[event];
            if (!placement.folded && !placement.inStrip())
                continue;
            ++without;
            const double left = packed.marks(event).first;
            const double markRight = packed.marks(event).second;
            const double label =
                shapeLabel(packed.view.title(event), packed.view.shortDate(event),
                           std::numeric_limits<double>::infinity(), packed.sizes.dateGap, packed.measurer)
                    .width;
            const double right = markRight + packed.sizes.labelGap + label + packed.sizes.itemGap;
            if (right > packed.scale().right())
                continue; // its label would stand to the left
            for (std::size_t row = rows.first; row < rows.stripRow(); ++row)
                EXPECT_TRUE(std::any_of(taken[row].begin(), taken[row].end(),
                                        [&](const auto& other) {
                                            return other.first < right && other.second + packed.sizes.itemGap > left;
                                        }))
                    << "row " << row << " was free for event " << event;
        }
        EXPECT_GT(without, 100U);
    }
}

TEST(RowPlan, KeepsTheRowOfATitleAtEveryNearerStep) {
    const FixedMeasurer rowMeasurer;
    for (const char* const name : {"ThousandInOneLane", "ManySpans"}) {
        const StoryView view(storyNamed(name));
        PackingAids aids(view);
        const auto planAt = [&](int step) {
            const TimeWindow whole = wholeStory(view, plotWidth, 1);
            const TimeWindow window{whole.start, whole.width / std::exp2(step / zoomStepsPerDoubling)};
            return planOf(view, {view.revision(), zoomStepOf(window, view, plotWidth, 1), plotWidth, nameWidth, 1, 500},
                          rowMeasurer, aids);
        };
        std::size_t kept = 0;
        std::size_t moved = 0;
        std::size_t lost = 0;
        for (int step = 0; step < 24; ++step) {
            const std::vector<Placement> far = planAt(step);
            const std::vector<Placement> near = planAt(step + 1);
            for (const model::EventIndex event : view.events())
                if (!far[event].folded)
                    ++(near[event].folded ? lost : near[event].row != far[event].row ? moved : kept);
        }
        EXPECT_GT(kept, 1000U) << name;
        EXPECT_LE(static_cast<double>(lost), 0.015 * static_cast<double>(kept)) << name;
        EXPECT_LE(static_cast<double>(moved), 0.03 * static_cast<double>(kept)) << name;
    }
}

TEST(RowPacking, GivesEveryEventARowAPlaceInTheStripOrAColumn) {
    for (const char* const name : {"ThousandInOneLane", "AllAtOneInstant", "ManySpans"}) {
        const Packed packed(storyNamed(name), 1, 500);
        std::size_t folded = 0;
        for (std::size_t lane = 0; lane < packed.packing.lanes.size(); ++lane) {
            const LaneRows& rows = packed.packing.lanes[lane];
            std::size_t ofLane = 0;
            bool untitled = false;
            for (const model::EventIndex event : packed.view.lanes()[lane].events) {
                const Placement& placement = packed.packing.placements[event];
                ofLane += placement.folded ? 1 : 0;
                untitled = untitled || placement.folded || placement.inStrip();
                EXPECT_FALSE(placement.folded && placement.inStrip());
            }
            EXPECT_EQ(rows.folded, ofLane);
            EXPECT_EQ(rows.strip.has_value(), untitled);
            folded += ofLane;
        }
        EXPECT_EQ(folded + packed.packing.placed.size(), packed.view.events().size()) << name;
    }
}

TEST(RowPacking, FoldsNothingOfTheEmbeddedStory) {
    for (const double zoom : {1.0, 1.5, 4.0, 100.0}) {
        const Packed packed(storyNamed("Embedded"), zoom);
        for (const LaneRows& rows : packed.packing.lanes)
            EXPECT_FALSE(rows.strip);
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
            if (placement.folded || placement.inStrip())
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
        for (const LaneRows& rows : packed.packing.lanes)
            if (rows.strip)
                lines[rows.stripRow()] = 0;
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
    EXPECT_EQ(packed.packing.lanes[0].count, 4); // four events at once, within the share of eight rows
}
