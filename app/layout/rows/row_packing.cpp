// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/rows/row_packing.h"

#include "app/layout/rows/packing_aids.h"
#include "app/layout/shapes/card_shape.h"
#include "app/layout/shapes/label_shape.h"
#include "app/layout/shapes/mark_geometry.h"
#include "app/layout/shapes/time_scale.h"
#include <algorithm>
#include <cmath>
#include <limits>

namespace quoteline::layout {

namespace {

const double zoomStepRatio = std::exp2(1 / zoomStepsPerDoubling);

/// Left and right end of an event in its row, mark and label together, in pixels from the start of the domain.
struct Extent {
    double left = 0;
    double right = 0;
};

class LanePacker {
public:
    LanePacker(const StoryView& view, const PackingKey& key, const Sizes& sizes, const TextMeasurer& measurer,
               PackingAids& aids)
        : m_view(view)
        , m_aids(aids)
        , m_sizes(sizes)
        , m_measurer(measurer)
        , m_scale{key.step.domain, 0, key.step.domain.width * key.step.pixelsPerMs}
        , m_plotWidth(key.plotWidth)
        , m_widestLabel(std::max(40.0, key.plotWidth * 0.86))
        , m_leastLabel(std::min(m_widestLabel, 5 * measurer.lineHeight(FontRole::Label)))
        , m_cards(key.reading) {}

    /// Gives each event of a lane a row, counted from 0 in the lane, or folds it.
    std::size_t pack(const LaneGroup& lane, int maxLaneRows, std::vector<Placement>& placements,
                     std::vector<std::uint8_t>& rowLines);

private:
    /// What the marks of an event cover.
    struct Reach {
        Extent extent;
        Extent body;      ///< the same without the fade beyond a bar
        bool bar = false; ///< one filled bar
    };
    Reach reachOf(const MarkSpan& span) const;
    Extent seen(Extent extent) const;
    Reach reachOf(model::EventIndex event) const;
    /// The marks of an event with the room that they need within the zoom step.
    std::vector<MarkSpan> roomFor(model::EventIndex event) const;
    bool surelyBefore(model::EventIndex event, double ms) const;
    Extent stand(model::EventIndex event, const Reach& reach, Placement& placement) const;
    Extent place(model::EventIndex event, const Reach& reach, Placement& placement) const;
    Extent placeAsCard(model::EventIndex event, Placement& placement) const;
    LabelShape shape(model::EventIndex event, double available) const;
    int linesIn(model::EventIndex event, double available) const;
    Extent within(const Extent& mark, int lines, bool bar, double available, Placement& placement) const;
    Extent beside(const Extent& mark, double width, int lines, LabelSide side, double available,
                  Placement& placement) const;

    const StoryView& m_view;
    PackingAids& m_aids;
    const Sizes& m_sizes;
    const TextMeasurer& m_measurer;
    TimeScale m_scale;
    double m_plotWidth;
    double m_widestLabel;
    double m_leastLabel; ///< what a label gets where there is less room than that: it is reached by panning
    bool m_cards;
};

Extent LanePacker::beside(const Extent& mark, double width, int lines, LabelSide side, double available,
                          Placement& placement) const {
    placement.side = side;
    placement.lines = static_cast<std::uint8_t>(lines);
    placement.available = static_cast<float>(available);
    const double reach = m_sizes.labelGap + width;
    return side == LabelSide::Right ? Extent{mark.left, mark.right + reach} : Extent{mark.left - reach, mark.right};
}

/// In a bar, or above any other mark, which then takes the lowest line of the row.
Extent LanePacker::within(const Extent& mark, int lines, bool bar, double available, Placement& placement) const {
    placement.side = bar ? LabelSide::Inside : LabelSide::Above;
    placement.lines = static_cast<std::uint8_t>(lines + (bar ? 0 : 1));
    placement.available = static_cast<float>(available);
    return mark;
}

LabelShape LanePacker::shape(model::EventIndex event, double available) const {
    return shapeLabel(m_view.title(event), m_view.shortDate(event), available, m_sizes.dateGap, m_measurer);
}

int LanePacker::linesIn(model::EventIndex event, double available) const {
    return m_aids.estimates() ? 2 : shape(event, available).lines;
}

/// Inside a bar that is wide enough, and within all marks that can fill the view, or their labels would be out of it;
/// else in one line right or left of the mark; else in two on the side with more room, or within the mark if the title
/// would be cut there and the mark has more room.
Extent LanePacker::place(model::EventIndex event, const Reach& reach, Placement& placement) const {
    const Extent& mark = reach.extent;
    const double oneLine = m_aids.labelWidth(event, m_sizes.dateGap, m_measurer);
    const double own = std::floor(std::min(m_widestLabel, reach.body.right - reach.body.left - 2 * m_sizes.labelGap));
    if ((reach.bar && oneLine <= own) || mark.right - mark.left > 0.6 * m_plotWidth)
        return within(mark, oneLine <= own ? 1 : linesIn(event, own), reach.bar, own, placement);
    const double right = std::min(m_widestLabel, m_scale.right() - mark.right - m_sizes.labelGap);
    const double left = std::min(m_widestLabel, mark.left - m_sizes.labelGap);
    if (oneLine <= right)
        return beside(mark, oneLine, 1, LabelSide::Right, oneLine + 1, placement);
    if (oneLine <= left)
        return beside(mark, oneLine, 1, LabelSide::Left, oneLine + 1, placement);
    const double available = std::floor(std::max({right, left, m_leastLabel})); // whole: a float holds it
    const LabelSide side = right >= left ? LabelSide::Right : LabelSide::Left;
    if (m_aids.estimates()) // two lines that take all the room there is
        return own >= available ? within(mark, 2, reach.bar, own, placement)
                                : beside(mark, available, 2, side, available, placement);
    const LabelShape wrapped = shape(event, available);
    if (wrapped.cut && own >= available)
        return within(mark, linesIn(event, own), reach.bar, own, placement);
    return beside(mark, wrapped.width, wrapped.lines, side, available, placement);
}

/// What lies beyond the edges of a part is not there.
Extent LanePacker::seen(Extent extent) const {
    if (!m_view.isPart())
        return extent;
    const double left = std::clamp(extent.left, 0.0, m_scale.right());
    return {left, std::clamp(extent.right, left, m_scale.right())};
}

LanePacker::Reach LanePacker::reachOf(const MarkSpan& span) const {
    const Extent extent = seen({span.left, span.right});
    const bool bar = isFilledBar(span);
    return {extent, bar ? seen({span.barLeft, span.barRight}) : extent, bar};
}

LanePacker::Reach LanePacker::reachOf(model::EventIndex event) const {
    const model::Story& story = m_view.story();
    if (!hasMembers(story, event)) {
        const bool scheduled = story.status(event) == model::EventStatus::Scheduled;
        return reachOf(
            withRoomToWiden(markSpan(story.range(event), scheduled, m_scale, m_sizes), zoomStepRatio, m_sizes));
    }
    const auto spans = roomFor(event);
    if (spans.size() == 1)
        return reachOf(spans.front());
    Extent mark{spans.front().left, spans.front().right};
    for (const MarkSpan& span : spans)
        mark = {std::min(mark.left, span.left), std::max(mark.right, span.right)};
    return {seen(mark), seen(mark), false};
}

std::vector<MarkSpan> LanePacker::roomFor(model::EventIndex event) const {
    auto spans = markSpans(m_view.story(), event, m_scale, m_sizes);
    for (MarkSpan& span : spans)
        span = withRoomToWiden(span, zoomStepRatio, m_sizes);
    return spans;
}

/// Whether the marks of an event begin before an instant, told from the columns of the story alone: bars and days begin
/// where their time does, dots and rings before the middle of it, sets before its end. False where that does not tell.
bool LanePacker::surelyBefore(model::EventIndex event, double ms) const {
    const model::Story& story = m_view.story();
    const auto start = static_cast<double>(story.layoutStarts()[event]);
    if (start >= ms)
        return false;
    const double length = static_cast<double>(story.layoutEnds()[event]) - start;
    switch (story.shapes()[event]) {
    case model::TimeShape::Span:
    case model::TimeShape::Possible:
        return true;
    case model::TimeShape::Several:
        return start + length < ms;
    case model::TimeShape::Point:
        return length >= static_cast<double>(model::msPerDay) || start + length / 2 < ms;
    default:
        return start + length / 2 < ms;
    }
}

Extent LanePacker::placeAsCard(model::EventIndex event, Placement& placement) const {
    const auto spans = roomFor(event);
    const CardPlace place = placeCard(m_view, event, spans, m_plotWidth,
                                      m_scale.right() + (m_view.isPart() ? 0 : m_plotWidth / 2), m_sizes, m_measurer);
    placement.side = place.side;
    placement.lines = place.lines;
    placement.available = place.available;
    return {place.left, place.right};
}

Extent LanePacker::stand(model::EventIndex event, const Reach& reach, Placement& placement) const {
    return m_cards ? placeAsCard(event, placement) : place(event, reach, placement);
}

std::size_t LanePacker::pack(const LaneGroup& lane, int maxLaneRows, std::vector<Placement>& placements,
                             std::vector<std::uint8_t>& rowLines) {
    constexpr double never = std::numeric_limits<double>::infinity();
    std::vector<double> rowEnds;
    std::size_t folded = 0;
    double earliestRowEnd = -never;
    double surelyTaken = -never; // marks that begin before this instant begin before earliestRowEnd
    const std::optional<model::EventIndex> unfolded = m_view.arrangement().unfolded;
    const bool ownRow = unfolded && std::binary_search(lane.events.begin(), lane.events.end(), *unfolded);
    if (ownRow) { // a row that nothing else enters
        const Reach reach = reachOf(*unfolded);
        placements[*unfolded] = {};
        stand(*unfolded, reach, placements[*unfolded]);
        rowEnds.push_back(never);
        rowLines.push_back(placements[*unfolded].lines);
        ++maxLaneRows;
    }
    for (const model::EventIndex event : lane.events) {
        if (ownRow && event == *unfolded)
            continue;
        Placement& placement = placements[event];
        const bool full = static_cast<int>(rowEnds.size()) >= maxLaneRows;
        // No row is free: no need to measure, nor to look at marks.
        bool taken = lane.collapsed || (full && surelyBefore(event, surelyTaken));
        const Reach reach = taken ? Reach{} : reachOf(event);
        taken = taken || (full && reach.extent.left < earliestRowEnd);
        if (taken) {
            placement.folded = true;
            ++folded;
            continue;
        }
        const Extent extent = stand(event, reach, placement);
        const auto row = std::find_if(rowEnds.begin(), rowEnds.end(), [&](double end) { return end <= extent.left; });
        if (row == rowEnds.end() && full) {
            placement.folded = true;
            ++folded;
            continue;
        }
        const auto index = static_cast<std::size_t>(row - rowEnds.begin());
        if (row == rowEnds.end()) {
            rowEnds.push_back(0);
            rowLines.push_back(1);
        }
        rowEnds[index] = extent.right + m_sizes.itemGap;
        rowLines[index] = std::max(rowLines[index], placement.lines);
        placement.row = static_cast<std::uint32_t>(index);
        earliestRowEnd = *std::min_element(rowEnds.begin(), rowEnds.end());
        surelyTaken = m_scale.toMs(earliestRowEnd - 1); // a pixel for rounding
    }
    return folded;
}

/// The folded events of each lane and their instants, in one pass over the story for each order.
void collectFolded(const StoryView& view, const PackingAids& aids, RowPacking& packing,
                   const std::vector<std::size_t>& counts) {
    const auto starts = view.story().layoutStarts();
    const auto ends = view.story().layoutEnds();
    for (std::size_t lane = 0; lane < counts.size(); ++lane) {
        packing.lanes[lane].folded.reserve(counts[lane]);
        packing.lanes[lane].foldedStarts.reserve(counts[lane]);
        packing.lanes[lane].foldedEnds.reserve(counts[lane]);
    }
    const auto rowsOf = [&](model::EventIndex event) -> LaneRows* {
        const std::uint32_t lane = aids.laneOf(event);
        return lane != PackingAids::noLane && packing.placements[event].folded ? &packing.lanes[lane] : nullptr;
    };
    for (const model::EventIndex event : aids.byStart())
        if (LaneRows* rows = rowsOf(event)) {
            rows->folded.push_back(event);
            rows->foldedStarts.push_back(starts[event]);
        }
    for (const model::EventIndex event : aids.byEnd())
        if (LaneRows* rows = rowsOf(event))
            rows->foldedEnds.push_back(ends[event]);
}

void indexPlaced(const StoryView& view, const PackingAids& aids, RowPacking& packing) {
    std::vector<std::uint32_t> placed;
    for (const model::EventIndex event : aids.byStart())
        if (aids.laneOf(event) != PackingAids::noLane && !packing.placements[event].folded)
            placed.push_back(event);
    packing.placed = {placed, view.story().layoutStarts(), view.story().layoutEnds()};
}

} // namespace

RowPacking packRows(const StoryView& view, const PackingKey& key, const TextMeasurer& measurer) {
    PackingAids aids(view);
    return packRows(view, key, measurer, aids);
}

RowPacking packRows(const StoryView& view, const PackingKey& key, const TextMeasurer& measurer, PackingAids& aids) {
    aids.follow(view);
    const Sizes sizes(key.textScale);
    RowPacking packing;
    packing.cards = key.reading;
    packing.pixelsPerMs = key.step.pixelsPerMs;
    packing.placements.resize(view.story().eventCount());
    const int laneCount = std::max<int>(1, static_cast<int>(view.lanes().size()));
    const int rowsPerLane = std::clamp(maxRows / laneCount - 1, 1, maxRowsPerLane);
    LanePacker packer(view, key, sizes, measurer, aids);
    std::vector<std::size_t> folded;
    for (const LaneGroup& lane : view.lanes()) {
        LaneRows rows;
        rows.first = static_cast<std::uint32_t>(packing.rowLines.size());
        std::vector<std::uint8_t> lines;
        folded.push_back(packer.pack(lane, rowsPerLane, packing.placements, lines));
        if (folded.back() > 0) {
            rows.hasChips = true;
            lines.insert(lines.begin(), 1);
        }
        if (lines.empty())
            lines.push_back(1);
        if (lines.size() == 1 && laneNameLines(lane.name, key.nameWidth, measurer).size() > 1)
            lines.front() = std::max<std::uint8_t>(lines.front(), 2);
        for (const model::EventIndex event : lane.events)
            packing.placements[event].row += rows.firstEventRow();
        rows.count = static_cast<std::uint16_t>(lines.size());
        packing.rowLines.insert(packing.rowLines.end(), lines.begin(), lines.end());
        packing.lanes.push_back(std::move(rows));
    }
    collectFolded(view, aids, packing, folded);
    indexPlaced(view, aids, packing);
    if (key.reading)
        packing.orders = laneOrders(view);
    return packing;
}

} // namespace quoteline::layout
