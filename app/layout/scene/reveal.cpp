// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/scene/reveal.h"

#include "app/layout/scene/lane_layout.h"
#include "app/layout/scene/scene_margins.h"
#include "app/layout/shapes/card_shape.h"
#include "app/layout/shapes/time_scale.h"
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

TimeWindow timeOf(model::EventIndex event, const StoryView& view) {
    const auto start = static_cast<double>(view.story().layoutStarts()[event]);
    return {start, static_cast<double>(view.story().layoutEnds()[event]) - start};
}

/// What an event covers beside its time as a card: the card should be in view too, unless both find no room there.
TimeWindow timeOfCard(const TimeWindow& window, model::EventIndex event, const Placement& placement,
                      const StoryView& view, double plotWidth, const Sizes& sizes, const TextMeasurer& measurer) {
    const TimeScale scale{window, 0, plotWidth};
    const auto spans = markSpans(view.story(), event, scale, sizes);
    const LabelShape shape = shapeCard(view, event, static_cast<double>(placement.available), sizes.dateGap, measurer);
    const auto [left, right] = extentOf(spans, placement.side, cardWidth(shape.width, sizes), sizes);
    const TimeWindow own = timeOf(event, view);
    const double start = std::min(own.start, scale.toMs(left));
    const double end = std::max(own.end(), scale.toMs(right));
    return end - start < 0.85 * window.width ? TimeWindow{start, end - start} : own;
}

} // namespace

ViewState revealed(const ViewState& state, model::EventIndex event, const StoryView& view, const Metrics& metrics,
                   const TextMeasurer& measurer, const RowPacking& packing) {
    ViewState next = state;
    const Frame frame = frameFor(view, metrics, measurer, footerHeight(view, metrics, measurer));
    const TimeWindow shown = packing.cards && !packing.placements[event].folded
                                 ? timeOfCard(state.window, event, packing.placements[event], view, frame.plot.width(),
                                              Sizes(metrics.textScale), measurer)
                                 : timeOf(event, view);
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

TimeWindow withLabelInView(const Scene& scene, model::EventIndex event) {
    const QRectF& plot = scene.frame.plot;
    double pixels = 0;
    for (const Label& label : scene.labels) {
        if (label.event != event)
            continue;
        const double beyond = label.rect.right() - plot.right();
        if (beyond > 0)
            pixels = std::min(beyond, label.rect.left() - plot.left());
        else if (label.rect.left() < plot.left())
            pixels = std::max(label.rect.left() - plot.left(), label.rect.right() - plot.right());
        break;
    }
    return panned(scene.scale.window, pixels / scene.scale.length);
}

} // namespace quoteline::layout
