// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/scene/reveal.h"

#include "app/layout/scene/lane_layout.h"
#include "app/layout/scene/scene_margins.h"
#include "app/layout/shapes/time_scale.h"
#include <algorithm>
#include <limits>

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
    const std::size_t row = rowOf(event, view, packing);
    if (row + 1 >= rows.rowTops.size())
        return next;
    next.scrollY = std::min(next.scrollY, rows.rowTop(row));
    next.scrollY = std::max(next.scrollY, rows.rowTop(row + 1) - frame.lanes.height());
    next.scrollY = std::max(0.0, next.scrollY);
    return next;
}

TimeWindow withLabelInView(const Scene& scene, model::EventIndex event, const StoryView& view,
                           const RowPacking& packing, const TextMeasurer& measurer) {
    const bool labelled =
        std::any_of(scene.labels.begin(), scene.labels.end(), [&](const Label& label) { return label.event == event; });
    if (labelled || packing.placements[event].folded)
        return scene.scale.window;
    const Placement& placement = packing.placements[event];
    const Sizes sizes(scene.textScale);
    const double label = sizes.labelGap + shapeLabel(view.title(event), view.shortDate(event),
                                                     static_cast<double>(placement.available), sizes.dateGap, measurer)
                                              .width;
    double left = std::numeric_limits<double>::infinity();
    double right = -left;
    for (const MarkSpan& span : markSpans(view.story(), event, scene.scale, sizes)) {
        left = std::min(left, span.left);
        right = std::max(right, span.right);
    }
    if (placement.side == LabelSide::Left)
        left -= label;
    else if (placement.side == LabelSide::Right)
        right += label;
    else
        right = std::max(right, left + label);
    const double start = scene.scale.toMs(left);
    const double end = scene.scale.toMs(right);
    return end - start < 0.85 * scene.scale.window.width ? revealing(scene.scale.window, start, end)
                                                         : scene.scale.window;
}

} // namespace quoteline::layout
