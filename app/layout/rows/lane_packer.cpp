// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/rows/lane_packer.h"

#include "app/layout/rows/row_slots.h"
#include <algorithm>
#include <cmath>
#include <limits>

namespace quoteline::layout {

namespace {

constexpr double wideOfPlot = 0.22; ///< a bar that takes more of the plot may lie below its title

} // namespace

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

/// Whether a bar lies below its title, which may be longer. A filled one that is longer has it inside where there is
/// room.
bool LanePacker::liesBelow(const Reach& reach, double oneLine) const {
    const double width = reach.body.right - reach.body.left;
    const double least = m_crowded ? 2 * m_sizes.dotRadius : std::max(m_sizes.wideMark, wideOfPlot * m_plotWidth);
    const bool inside = !m_crowded && reach.filled && oneLine <= width - 2 * m_sizes.labelGap;
    return reach.bar && width > least && oneLine <= m_widestLabel && !inside;
}

/// Over the start or the end of a bar.
Extent LanePacker::over(const Reach& reach, double oneLine, LabelSide side, Placement& placement) const {
    placement.side = side;
    placement.lines = 1;
    placement.available = static_cast<float>(oneLine + 1);
    const auto& [left, right] = reach.extent;
    return side == LabelSide::Over ? Extent{left, std::max(right, reach.body.left + oneLine)}
                                   : Extent{std::min(left, reach.body.right - oneLine), right};
}

/// Inside a bar that is wide enough, and within all marks that can fill the view, or their labels would be out of it;
/// else in one line right or left of the mark; else in two on the side with more room, or within the mark if the title
/// would be cut there and the mark has more room.
Extent LanePacker::place(model::EventIndex event, const Reach& reach, Placement& placement) const {
    const Extent& mark = reach.extent;
    const double oneLine = m_aids.labelWidth(event, m_sizes.dateGap, m_measurer);
    const double own = std::floor(std::min(m_widestLabel, reach.body.right - reach.body.left - 2 * m_sizes.labelGap));
    if (liesBelow(reach, oneLine) && reach.body.left + oneLine <= m_scale.right())
        return over(reach, oneLine, LabelSide::Over, placement);
    if (liesBelow(reach, oneLine) && reach.body.right >= oneLine)
        return over(reach, oneLine, LabelSide::OverEnd, placement);
    if ((reach.filled && oneLine <= own) || mark.right - mark.left > 0.6 * m_plotWidth)
        return within(mark, oneLine <= own ? 1 : linesIn(event, own), reach.filled, own, placement);
    const double right = std::min(m_widestLabel, m_scale.right() - mark.right - m_sizes.labelGap);
    const double left = std::min(m_widestLabel, mark.left - m_sizes.labelGap);
    if (oneLine <= right)
        return beside(mark, oneLine, 1, LabelSide::Right, oneLine + 1, placement);
    if (oneLine <= left)
        return beside(mark, oneLine, 1, LabelSide::Left, oneLine + 1, placement);
    const double available = std::floor(std::max({right, left, m_leastLabel})); // whole: a float holds it
    const LabelSide side = right >= left ? LabelSide::Right : LabelSide::Left;
    if (m_aids.estimates()) // two lines that take all the room there is
        return own >= available ? within(mark, 2, reach.filled, own, placement)
                                : beside(mark, available, 2, side, available, placement);
    const LabelShape wrapped = shape(event, available);
    if (wrapped.cut && own >= available)
        return within(mark, linesIn(event, own), reach.filled, own, placement);
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
    const bool bar = isBar(span) && !span.ringed;
    return {extent, bar ? seen({span.barLeft, span.barRight}) : extent, span.kind == MarkKind::SpanBar, bar};
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
    return {seen(mark), seen(mark), false, false};
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

std::size_t LanePacker::pack(const LaneGroup& lane, int maxLaneRows, std::vector<Placement>& placements,
                             std::vector<std::uint8_t>& rowLines) {
    constexpr double never = std::numeric_limits<double>::infinity();
    std::vector<double> rowEnds;
    std::size_t folded = 0;
    double earliestRowEnd = -never;
    double surelyTaken = -never; // marks that begin before this instant begin before earliestRowEnd
    for (const model::EventIndex event : lane.events) {
        Placement& placement = placements[event];
        placement = {};
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
        const Extent extent = place(event, reach, placement);
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

/// The same label where its end is at the mark, if it takes one line and there is room; nothing where that is no other
/// place.
std::optional<Extent> LanePacker::otherSide(model::EventIndex event, const Reach& reach, Placement& placement) const {
    const double oneLine = m_aids.labelWidth(event, m_sizes.dateGap, m_measurer);
    if (placement.side == LabelSide::Over && oneLine > reach.body.right - reach.body.left &&
        oneLine <= reach.body.right)
        return over(reach, oneLine, LabelSide::OverEnd, placement);
    const bool room = oneLine <= reach.extent.left - m_sizes.labelGap && oneLine <= m_widestLabel;
    if (placement.side != LabelSide::Right || placement.lines != 1 || !room)
        return std::nullopt;
    return beside(reach.extent, oneLine, 1, LabelSide::Left, oneLine + 1, placement);
}

std::size_t LanePacker::packByPriority(const LaneGroup& lane, std::span<const model::EventIndex> order,
                                       std::size_t maxLaneRows, std::span<const Placement> coarser,
                                       std::vector<Placement>& placements, std::vector<std::uint8_t>& rowLines) {
    RowSlots slots(lane.collapsed ? 0 : maxLaneRows);
    std::size_t folded = 0;
    const auto give = [&](model::EventIndex event, const Placement* before) {
        Placement& placement = placements[event];
        const Reach reach = reachOf(event);
        Extent extent = place(event, reach, placement);
        const auto toTheOther = [&] {
            const auto other = otherSide(event, reach, placement);
            extent = other.value_or(extent);
            return other.has_value();
        };
        const auto rowOf = [&](bool anyRow) {
            const double right = extent.right + m_sizes.itemGap;
            if (anyRow)
                return slots.firstFree(extent.left, right);
            return before && slots.isFree(before->row, extent.left, right) ? std::optional<std::size_t>(before->row)
                                                                           : std::nullopt;
        };
        const Placement first = placement;
        const Extent firstExtent = extent;
        if (before && (before->side == LabelSide::Left || before->side == LabelSide::OverEnd))
            toTheOther();
        std::optional<std::size_t> row = rowOf(false);
        if (!row && before && toTheOther())
            row = rowOf(false);
        if (!row) {
            placement = first;
            extent = firstExtent;
            row = rowOf(true);
        }
        if (!row && toTheOther())
            row = rowOf(true);
        if (!row)
            return false;
        slots.take(*row, extent.left, extent.right + m_sizes.itemGap);
        rowLines.resize(slots.used(), 1);
        rowLines[*row] = std::max(rowLines[*row], placement.lines);
        placement.row = static_cast<std::uint32_t>(*row);
        return true;
    };
    const auto had = [&](model::EventIndex event) { return !coarser.empty() && !coarser[event].folded; };
    std::vector<model::EventIndex> others;
    for (const model::EventIndex event : order) {
        placements[event] = {};
        if (!had(event))
            others.push_back(event);
        else if (!give(event, &coarser[event]))
            placements[event].folded = true;
    }
    for (const model::EventIndex event : others)
        placements[event].folded = !give(event, nullptr);
    for (const model::EventIndex event : lane.events)
        folded += placements[event].folded ? 1 : 0;
    return folded;
}

} // namespace quoteline::layout
