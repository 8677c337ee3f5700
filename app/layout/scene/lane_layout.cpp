// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/scene/lane_layout.h"

#include "app/content/words/translate.h"
#include <algorithm>
#include <cmath>

namespace quoteline::layout {

LaneLayout layOutRows(const RowPacking& packing, double available, const Sizes& sizes, const TextMeasurer& measurer) {
    double needed = 0;
    for (const std::uint8_t lines : packing.rowLines)
        needed += rowHeight(lines, sizes, measurer);
    const auto rowCount = static_cast<double>(std::max<std::size_t>(1, packing.rowLines.size()));
    const double extra = std::clamp(std::floor((available - needed) / rowCount), 0.0, sizes.rowStretch);
    LaneLayout layout;
    layout.rowTops.reserve(packing.rowLines.size() + 1);
    layout.rowTops.push_back(0);
    for (const std::uint8_t lines : packing.rowLines)
        layout.rowTops.push_back(layout.rowTops.back() + rowHeight(lines, sizes, measurer) + extra);
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
QPointF addLaneName(Scene& scene, const LaneGroup& group, VerticalSpan lane, VerticalSpan seen,
                    const TextMeasurer& measurer) {
    const double rightEdge = scene.frame.nameRight(scene.textScale);
    const double available = scene.frame.nameWidth(scene.textScale);
    const double lineHeight = measurer.lineHeight(FontRole::LaneName);
    const std::vector<QString> lines = laneNameLines(group.name, available, measurer);
    const double height = lineHeight * static_cast<double>(lines.size());
    double top = std::clamp((seen.top + seen.bottom - height) / 2, lane.top, std::max(lane.top, lane.bottom - height));
    double left = rightEdge;
    for (const QString& line : lines) {
        const double width = measurer.width(line, FontRole::LaneName);
        scene.texts.push_back({QPointF(rightEdge - width, std::round(top + measurer.ascent(FontRole::LaneName))), width,
                               line, FontRole::LaneName, Ink::Lane, group.hue, Clip::LaneColumn});
        left = std::min(left, rightEdge - width);
        top += lineHeight;
    }
    return {left, scene.texts.back().baseline.y()};
}

/// The triangle lies left of the name, which ends at `name` on the left and below; the number of events shown right of
/// it.
void addLaneHead(Scene& scene, const StoryView& view, std::size_t lane, const QRectF& seen, const QPointF& name,
                 const TextMeasurer& measurer) {
    const LaneGroup& group = view.lanes()[lane];
    const Sizes sizes(scene.textScale);
    const QRectF& column = scene.frame.laneColumn;
    if (scene.frame.countWidth > 0) {
        const QString count = number(group.events.size(), view.locale());
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
        scene.lanes.push_back({band, i % 2 == 1, view.lanes()[i].hue, i});
        const QPointF name = addLaneName(scene, view.lanes()[i], {top, bottom}, {band.top(), band.bottom()}, measurer);
        if (heads)
            addLaneHead(scene, view, i, band, name, measurer);
    }
}

} // namespace quoteline::layout
