// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/row_packing.h"

#include "app/layout/card_shape.h"
#include "app/layout/edge_chips.h"
#include "app/layout/label_shape.h"
#include "app/layout/mark_geometry.h"
#include <algorithm>
#include <cmath>
#include <limits>

namespace quoteline::layout {

namespace {

/// Left and right end of an event in its row, mark and label together, in pixels from the start of the domain.
struct Extent {
    double left = 0;
    double right = 0;
};

class LanePacker {
public:
    LanePacker(const StoryView& view, const ZoomStep& step, double plotWidth, const Sizes& sizes,
               const TextMeasurer& measurer, bool cards)
        : m_view(view)
        , m_sizes(sizes)
        , m_measurer(measurer)
        , m_scale{step.domain, 0, step.domain.width * step.pixelsPerMs}
        , m_plotWidth(plotWidth)
        , m_widestLabel(std::max(40.0, plotWidth * 0.86))
        , m_leastLabel(std::min(m_widestLabel, 5 * measurer.lineHeight(FontRole::Label)))
        , m_cards(cards) {}

    /// Gives each event of a lane a row, counted from 0 in the lane, or folds it.
    std::size_t pack(const LaneGroup& lane, int maxLaneRows, std::vector<Placement>& placements,
                     std::vector<std::uint8_t>& rowLines);

private:
    struct Reach {
        Extent extent;
        std::vector<MarkSpan> spans;
    };
    Reach reachOf(model::EventIndex event) const;
    Extent stand(model::EventIndex event, const Reach& reach, Placement& placement) const;
    Extent place(model::EventIndex event, const Extent& mark, bool bar, Placement& placement) const;
    Extent placeAsCard(model::EventIndex event, const std::vector<MarkSpan>& spans, Placement& placement) const;
    Extent within(const Extent& mark, const LabelShape& shape, bool bar, double available, Placement& placement) const;
    Extent beside(const Extent& mark, const LabelShape& shape, LabelSide side, double available,
                  Placement& placement) const;

    const StoryView& m_view;
    const Sizes& m_sizes;
    const TextMeasurer& m_measurer;
    TimeScale m_scale;
    double m_plotWidth;
    double m_widestLabel;
    double m_leastLabel; ///< what a label gets where there is less room than that: it is reached by panning
    bool m_cards;
};

Extent LanePacker::beside(const Extent& mark, const LabelShape& shape, LabelSide side, double available,
                          Placement& placement) const {
    placement.side = side;
    placement.lines = static_cast<std::uint8_t>(shape.lines);
    placement.available = static_cast<float>(available);
    const double reach = m_sizes.labelGap + shape.width;
    return side == LabelSide::Right ? Extent{mark.left, mark.right + reach} : Extent{mark.left - reach, mark.right};
}

/// In a bar, or above any other mark, which then takes the lowest line of the row.
Extent LanePacker::within(const Extent& mark, const LabelShape& shape, bool bar, double available,
                          Placement& placement) const {
    placement.side = bar ? LabelSide::Inside : LabelSide::Above;
    placement.lines = static_cast<std::uint8_t>(shape.lines + (bar ? 0 : 1));
    placement.available = static_cast<float>(available);
    return mark;
}

/// Inside a bar that is wide enough, and within all marks that can fill the view, or their labels would be out of it;
/// else in one line right or left of the mark; else in two on the side with more room, or within the mark if the title
/// would be cut there and the mark has more room.
Extent LanePacker::place(model::EventIndex event, const Extent& mark, bool bar, Placement& placement) const {
    const QString title = m_view.title(event);
    const QString date = m_view.shortDate(event);
    const auto shape = [&](double available) {
        return shapeLabel(title, date, available, m_sizes.dateGap, m_measurer);
    };
    const LabelShape oneLine = shape(std::numeric_limits<double>::infinity());
    const double own = std::floor(std::min(m_widestLabel, mark.right - mark.left - 2 * m_sizes.labelGap));
    if ((bar && oneLine.width <= own) || mark.right - mark.left > 0.6 * m_plotWidth)
        return within(mark, shape(own), bar, own, placement);
    const double right = std::min(m_widestLabel, m_scale.right() - mark.right - m_sizes.labelGap);
    const double left = std::min(m_widestLabel, mark.left - m_sizes.labelGap);
    if (oneLine.width <= right)
        return beside(mark, oneLine, LabelSide::Right, oneLine.width + 1, placement);
    if (oneLine.width <= left)
        return beside(mark, oneLine, LabelSide::Left, oneLine.width + 1, placement);
    const double available = std::floor(std::max({right, left, m_leastLabel})); // whole: a float holds it
    const LabelShape wrapped = shape(available);
    if (wrapped.cut && own >= available)
        return within(mark, shape(own), bar, own, placement);
    return beside(mark, wrapped, right >= left ? LabelSide::Right : LabelSide::Left, available, placement);
}

LanePacker::Reach LanePacker::reachOf(model::EventIndex event) const {
    const auto spans = markSpans(m_view.story(), event, m_scale, m_sizes);
    Extent mark{spans.front().left, spans.front().right};
    for (const MarkSpan& span : spans)
        mark = {std::min(mark.left, span.left), std::max(mark.right, span.right)};
    return {mark, spans};
}

Extent LanePacker::placeAsCard(model::EventIndex event, const std::vector<MarkSpan>& spans,
                               Placement& placement) const {
    const CardPlace place =
        placeCard(m_view, event, spans, m_plotWidth, m_scale.right() + m_plotWidth / 2, m_sizes, m_measurer);
    placement.side = place.side;
    placement.lines = place.lines;
    placement.available = place.available;
    return {place.left, place.right};
}

Extent LanePacker::stand(model::EventIndex event, const Reach& reach, Placement& placement) const {
    const bool bar = reach.spans.size() == 1 && reach.spans.front().kind == MarkKind::SpanBar;
    return m_cards ? placeAsCard(event, reach.spans, placement) : place(event, reach.extent, bar, placement);
}

std::size_t LanePacker::pack(const LaneGroup& lane, int maxLaneRows, std::vector<Placement>& placements,
                             std::vector<std::uint8_t>& rowLines) {
    constexpr double never = std::numeric_limits<double>::infinity();
    std::vector<double> rowEnds;
    std::size_t folded = 0;
    double earliestRowEnd = -never;
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
        placement = {};
        const bool full = static_cast<int>(rowEnds.size()) >= maxLaneRows;
        const Reach reach = lane.collapsed ? Reach{} : reachOf(event);
        const Extent& mark = reach.extent;
        if (lane.collapsed || (full && mark.left < earliestRowEnd)) { // no row is free: no need to measure
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
    }
    return folded;
}

void collectFolded(const StoryView& view, const LaneGroup& lane, const std::vector<Placement>& placements,
                   LaneRows& rows) {
    const auto starts = view.story().layoutStarts();
    const auto ends = view.story().layoutEnds();
    for (const model::EventIndex event : lane.events)
        if (placements[event].folded)
            rows.folded.push_back(event);
    std::stable_sort(rows.folded.begin(), rows.folded.end(), [&](auto a, auto b) { return starts[a] < starts[b]; });
    for (const model::EventIndex event : rows.folded) {
        rows.foldedStarts.push_back(starts[event]);
        rows.foldedEnds.push_back(ends[event]);
    }
    std::sort(rows.foldedEnds.begin(), rows.foldedEnds.end());
}

void indexPlaced(const StoryView& view, RowPacking& packing) {
    std::vector<std::uint32_t> placed;
    for (const model::EventIndex event : view.events())
        if (!packing.placements[event].folded)
            placed.push_back(event);
    packing.placed = {placed, view.story().layoutStarts(), view.story().layoutEnds()};
}

} // namespace

RowPacking packRows(const StoryView& view, const ZoomStep& step, double plotWidth, double nameWidth, double textScale,
                    const TextMeasurer& measurer, bool cards) {
    const Sizes sizes(textScale);
    RowPacking packing;
    packing.cards = cards;
    packing.pixelsPerMs = step.pixelsPerMs;
    packing.chipPitch = 2 * sizes.chipPadding + measurer.width(u"+88,888,888", FontRole::Chip) + sizes.itemGap;
    packing.placements.resize(view.story().eventCount());
    const int laneCount = std::max<int>(1, static_cast<int>(view.lanes().size()));
    const int rowsPerLane = std::clamp(maxRows / laneCount - 1, 1, maxRowsPerLane);
    LanePacker packer(view, step, plotWidth, sizes, measurer, cards);
    for (const LaneGroup& lane : view.lanes()) {
        LaneRows rows;
        rows.first = static_cast<std::uint32_t>(packing.rowLines.size());
        std::vector<std::uint8_t> lines;
        if (packer.pack(lane, rowsPerLane, packing.placements, lines) > 0) {
            rows.hasChips = true;
            lines.insert(lines.begin(), 1);
            collectFolded(view, lane, packing.placements, rows);
        }
        if (lines.empty())
            lines.push_back(1);
        if (lines.size() == 1 && laneNameLines(lane.name, nameWidth, measurer).size() > 1)
            lines.front() = std::max<std::uint8_t>(lines.front(), 2);
        for (const model::EventIndex event : lane.events)
            packing.placements[event].row += rows.firstEventRow();
        rows.count = static_cast<std::uint16_t>(lines.size());
        packing.rowLines.insert(packing.rowLines.end(), lines.begin(), lines.end());
        packing.lanes.push_back(std::move(rows));
    }
    indexPlaced(view, packing);
    if (cards)
        packing.orders = laneOrders(view);
    return packing;
}

} // namespace quoteline::layout
