// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/reveal.h"

#include "app/layout/lane_layout.h"
#include "app/layout/scene_margins.h"
#include <algorithm>

namespace quoteline::layout {

namespace {

std::size_t rowOf(model::EventIndex event, const StoryView& view, const RowPacking& packing) {
    const Placement& placement = packing.placements[event];
    if (!placement.folded)
        return placement.row;
    for (std::size_t i = 0; i < packing.lanes.size(); ++i) {
        const std::vector<model::EventIndex>& events = view.lanes()[i].events;
        if (std::binary_search(events.begin(), events.end(), event))
            return packing.lanes[i].first;
    }
    return 0;
}

} // namespace

ViewState revealed(const ViewState& state, model::EventIndex event, const StoryView& view, const Metrics& metrics,
                   const TextMeasurer& measurer, const RowPacking& packing) {
    ViewState next = state;
    const auto start = static_cast<double>(view.story().layoutStarts()[event]);
    const auto end = static_cast<double>(view.story().layoutEnds()[event]);
    next.window = revealing(state.window, start, end);

    const Frame frame = frameFor(view, metrics, measurer, footerHeight(view, metrics, measurer));
    const LaneLayout rows = layOutRows(packing, frame.lanes.height(), Sizes(metrics.textScale), measurer);
    const std::size_t row = rowOf(event, view, packing);
    if (row + 1 >= rows.rowTops.size())
        return next;
    next.scrollY = std::min(next.scrollY, rows.rowTop(row));
    next.scrollY = std::max(next.scrollY, rows.rowTop(row + 1) - frame.lanes.height());
    next.scrollY = std::max(0.0, next.scrollY);
    return next;
}

} // namespace quoteline::layout
