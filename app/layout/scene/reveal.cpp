// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/scene/reveal.h"

#include "app/layout/scene/lane_layout.h"
#include "app/layout/scene/scene_margins.h"
#include <algorithm>

namespace quoteline::layout {

namespace {

TimeWindow timeOf(model::EventIndex event, const StoryView& view) {
    const auto start = static_cast<double>(view.story().layoutStarts()[event]);
    return {start, static_cast<double>(view.story().layoutEnds()[event]) - start};
}

} // namespace

ViewState revealed(const ViewState& state, model::EventIndex event, const StoryView& view, const Metrics& metrics,
                   const TextMeasurer& measurer, const RowPacking& packing) {
    ViewState next = state;
    const Frame frame = frameFor(view, metrics, measurer, footerHeight(view, metrics, measurer));
    const TimeWindow shown = timeOf(event, view);
    next.window = revealing(state.window, shown.start, shown.end());

    const LaneLayout rows = layOutRows(packing, frame.lanes.height(), Sizes(metrics.textScale), measurer);
    const std::size_t row = packing.placements[event].row;
    if (row + 1 >= rows.rowTops.size())
        return next;
    next.scrollY = std::min(next.scrollY, rows.rowTop(row));
    next.scrollY = std::max(next.scrollY, rows.rowTop(row + 1) - frame.lanes.height());
    next.scrollY = std::max(0.0, next.scrollY);
    return next;
}

} // namespace quoteline::layout
