// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/scene/scene_builder.h"

#include "app/layout/axis/pages.h"
#include "app/layout/scene/edge_counts.h"
#include "app/layout/scene/event_items.h"
#include "app/layout/scene/lane_layout.h"
#include "app/layout/scene/quote_items.h"
#include "app/layout/scene/scene_margins.h"
#include <algorithm>
#include <cmath>

namespace quoteline::layout {

namespace {

Frame frameOf(const StoryView& view, const Metrics& metrics, const TextMeasurer& measurer) {
    return frameFor(view, metrics, measurer, footerHeight(view, metrics, measurer));
}

void addWeekends(Scene& scene) {
    const QRectF& plot = scene.frame.plot;
    const double lanesEnd = scene.lanes.empty() ? plot.top() : std::round(scene.lanes.back().rect.bottom());
    for (const TimeWindow& weekend : weekendsIn(scene.scale)) {
        const double left = std::round(std::max(plot.left(), scene.scale.toX(weekend.start)));
        const double right = std::round(std::min(plot.right(), scene.scale.toX(weekend.end())));
        if (right <= left)
            continue;
        const auto add = [&](double top, double bottom, bool shaded) {
            scene.weekends.push_back({QRectF(left, top, right - left, bottom - top), shaded});
        };
        for (const LaneBand& lane : scene.lanes)
            add(std::round(lane.rect.top()), std::round(lane.rect.bottom()), lane.shaded);
        add(lanesEnd, plot.bottom(), false);
    }
}

void addGrid(Scene& scene) {
    const QRectF& plot = scene.frame.plot;
    for (const double ms : scene.ticks.grid) {
        const double x = std::floor(scene.scale.toX(ms));
        if (x > plot.left() && x < plot.right() - 1)
            scene.gridLines.push_back(QRectF(x, plot.top(), 1, plot.height()));
    }
}

} // namespace

Scene buildScene(const StoryView& view, const ViewState& state, const Metrics& metrics, const TextMeasurer& measurer,
                 const RowPacking& packing) {
    Scene scene;
    scene.size = metrics.size;
    scene.textScale = metrics.textScale;
    scene.frame = frameOf(view, metrics, measurer);
    scene.scale = {state.window, scene.frame.plot.left(), scene.frame.plot.width()};
    const bool hasTime = view.story().eventCount() > 0; // else there is a span to draw, but no source speaks of it
    if (hasTime)
        scene.ticks = calendarTicks(scene.scale, view.locale(), measurer);
    const LaneLayout rows = layOutRows(packing, scene.frame.lanes.height(), Sizes(metrics.textScale), measurer);
    scene.contentHeight = rows.height();
    scene.scrollY = std::clamp(state.scrollY, 0.0, std::max(0.0, rows.height() - scene.frame.lanes.height()));
    addLanes(scene, view, packing, rows, !metrics.picture, measurer);
    if (hasTime)
        addWeekends(scene);
    addGrid(scene);
    const std::vector<std::size_t> placed = addEvents(scene, view, packing, rows, measurer);
    addQuotes(scene, view, packing, rows, measurer);
    addColumns(scene, view, packing, rows, placed, measurer);
    if (!metrics.picture && packing.orders)
        addEdgeCounts(scene, view, packing, measurer);
    // What lies beyond the edges of a picture cannot be scrolled to.
    addHeader(scene, view, scene.counts.inRange - (metrics.picture ? scene.counts.scrolledAway : 0), !metrics.picture,
              measurer);
    addTimeNotes(scene, view, measurer);
    addColumnNote(scene, view, packing, measurer);
    if (metrics.picture)
        addFooter(scene, view, metrics, measurer);
    return scene;
}

Scene buildScene(const StoryView& view, const ViewState& state, const Metrics& metrics, const TextMeasurer& measurer) {
    return buildScene(view, state, metrics, measurer,
                      packRows(view, packingKey(view, state, metrics, measurer), measurer));
}

PackingKey packingKey(const StoryView& view, const ViewState& state, const Metrics& metrics,
                      const TextMeasurer& measurer) {
    const Frame frame = frameOf(view, metrics, measurer);
    const double plotWidth = frame.plot.width();
    const ZoomStep step = zoomStepOf(state.window, view, plotWidth, metrics.textScale);
    const double height = metrics.allRows ? 0 : frame.lanes.height();
    const bool paged = height > 0 && view.events().size() <= mostOrdered;
    return {view.revision(),
            step,
            plotWidth,
            frame.nameWidth(metrics.textScale),
            metrics.textScale,
            height,
            paged ? pageOf(state.window, step, plotWidth) : 0};
}

} // namespace quoteline::layout
