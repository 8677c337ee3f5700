// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/scene/lane_layout.h"

#include "app/content/words/translate.h"
#include "app/layout/rows/quote_rows.h"
#include <algorithm>
#include <cmath>

namespace quoteline::layout {

LaneLayout layOutRows(const RowPacking& packing, double available, const Sizes& sizes, const TextMeasurer& measurer) {
    double needed = 0;
    double rowCount = 0;
    std::vector<double> heights(packing.rowLines.size());
    for (std::size_t row = 0; row < heights.size(); ++row) {
        heights[row] = rowsHeight(std::span(packing.rowLines).subspan(row, 1), sizes, measurer);
        rowCount += packing.rowLines[row] > 0 ? 1 : 0;
    }
    for (const LaneRows& lane : packing.lanes)
        if (lane.strip)
            heights[lane.stripRow()] = lane.strip->height;
    LaneLayout layout;
    layout.quotes.resize(heights.size());
    for (std::size_t row = 0; row < packing.rowQuotes.size(); ++row)
        layout.quotes[row] = packing.rowQuotes[row] > 0 ? quoteHeight(sizes, measurer) : 0;
    for (std::size_t row = 0; row < heights.size(); ++row) {
        heights[row] += layout.quotes[row];
        needed += heights[row];
    }
    const double extra = std::clamp(std::floor((available - needed) / std::max(1.0, rowCount)), 0.0, sizes.rowStretch);
    layout.rowTops.reserve(heights.size() + 1);
    layout.rowTops.push_back(0);
    for (std::size_t row = 0; row < heights.size(); ++row)
        layout.rowTops.push_back(layout.rowTops.back() + heights[row] + (packing.rowLines[row] > 0 ? extra : 0));
    return layout;
}

namespace {

struct VerticalSpan {
    double top = 0;
    double bottom = 0;
};

/// The name in the middle of the part of the lane that is in view, but never beyond the lane itself: where a lane
/// leaves the view, so does its name. `lane` is the whole lane, `seen` the part in view, as top and bottom.
/// The baseline of its last line and the left edge of its longest are returned.
QPointF addLaneName(Scene& scene, const LaneGroup& group, VerticalSpan lane, VerticalSpan seen, Ink ink,
                    const TextMeasurer& measurer) {
    const double rightEdge = scene.frame.nameRight(scene.textScale);
    const double available = scene.frame.nameWidth(scene.textScale);
    const double lineHeight = measurer.lineHeight(FontRole::LaneName);
    std::vector<QString> lines = laneNameLines(group.name, available, measurer);
    if (lines.size() > 1 && lane.bottom - lane.top < 2 * lineHeight - 1)
        lines = {elided(group.name, available, FontRole::LaneName, measurer)};
    const double height = lineHeight * static_cast<double>(lines.size());
    double top = std::clamp((seen.top + seen.bottom - height) / 2, lane.top, std::max(lane.top, lane.bottom - height));
    double left = rightEdge;
    for (const QString& line : lines) {
        const double width = measurer.width(line, FontRole::LaneName);
        scene.texts.push_back({QPointF(rightEdge - width, std::round(top + measurer.ascent(FontRole::LaneName))), width,
                               line, FontRole::LaneName, ink, group.hue, Clip::LaneColumn});
        left = std::min(left, rightEdge - width);
        top += lineHeight;
    }
    return {left, scene.texts.back().baseline.y()};
}

/// The triangle lies left of the name, which ends at `name` on the left and below; the number of events in view right
/// of it.
void addLaneHead(Scene& scene, const StoryView& view, std::size_t lane, std::size_t inRange, const QRectF& seen,
                 const QPointF& name, const TextMeasurer& measurer) {
    const LaneGroup& group = view.lanes()[lane];
    const Sizes sizes(scene.textScale);
    const QRectF& column = scene.frame.laneColumn;
    if (scene.frame.countWidth > 0) {
        const QString count = number(inRange, view.locale());
        const double width = measurer.width(count, FontRole::Note);
        const double right = scene.frame.nameRight(scene.textScale) + scene.frame.countWidth;
        scene.texts.push_back(
            {QPointF(right - width, name.y()), width, count, FontRole::Note, Ink::SoftText, -1, Clip::LaneColumn});
    }
    const double middle = name.y() - measurer.ascent(FontRole::LaneName) / 2.8; // of the height of small letters
    const QRectF toggle(std::max(column.left(), name.x() - sizes.margin), middle - sizes.margin * 0.6, sizes.margin,
                        sizes.margin * 1.2);
    const QRectF head(column.left(), seen.top(), column.width(), seen.height());
    scene.laneHeads.push_back({head, toggle.intersected(head), lane, group.collapsed});
}

} // namespace

void addLanes(Scene& scene, const StoryView& view, const RowPacking& packing, const LaneLayout& rows, bool heads,
              const TextMeasurer& measurer) {
    const QRectF& area = scene.frame.lanes;
    for (std::size_t i = 0; i < packing.lanes.size(); ++i) {
        const LaneRows& lane = packing.lanes[i];
        const double top = area.top() - scene.scrollY + rows.rowTop(lane.first);
        const double bottom = area.top() - scene.scrollY + rows.rowTop(std::size_t{lane.first} + lane.count);
        const QRectF band = QRectF(QPointF(area.left(), top), QPointF(area.right(), bottom)).intersected(area);
        if (band.height() < 1)
            continue;
        const std::size_t inRange = touching((*packing.times)[i], scene.scale.window);
        scene.lanes.push_back({band, i % 2 == 1, view.lanes()[i].hue, i, inRange});
        const Ink ink = heads && inRange == 0 ? Ink::SoftText : Ink::Lane;
        const QPointF name =
            addLaneName(scene, view.lanes()[i], {top, bottom}, {band.top(), band.bottom()}, ink, measurer);
        if (heads)
            addLaneHead(scene, view, i, inRange, band, name, measurer);
    }
}

} // namespace quoteline::layout
