// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/overlay/overlay_builder.h"

namespace quoteline::layout {

QRectF coverOf(const Scene& scene, model::EventIndex event) {
    QRectF cover;
    for (const Mark& mark : scene.marks)
        if (mark.event == event)
            cover = cover.isNull() ? mark.rect() : cover.united(mark.rect());
    for (const Label& label : scene.labels)
        if (label.event == event)
            cover = cover.isNull() ? label.rect : cover.united(label.rect);
    for (const QuoteBlock& quote : scene.quotes)
        if (quote.event == event)
            cover = cover.united(quote.rect);
    return cover.intersected(scene.frame.lanes);
}

namespace {

void addEvent(std::vector<QRectF>& rects, const Scene& scene, std::optional<model::EventIndex> event) {
    if (!event)
        return;
    const QRectF cover = coverOf(scene, *event);
    if (cover.isEmpty())
        return;
    const double x = 6 * scene.textScale;
    const double y = 3 * scene.textScale;
    rects.push_back(cover.adjusted(-x, -y, x, y));
}

} // namespace

Overlay buildOverlay(const Scene& scene, const OverlayInput& input) {
    Overlay overlay;
    addEvent(overlay.selected, scene, input.selected);
    if (input.hovered != input.selected)
        addEvent(overlay.hovered, scene, input.hovered);
    if (input.hoveredColumn && *input.hoveredColumn < scene.columns.size())
        overlay.hovered.push_back(scene.columns[*input.hoveredColumn].rect);
    overlay.dropLine = input.dropLine;
    if (input.hoveredEdgeCount && *input.hoveredEdgeCount < scene.edgeCounts.size())
        overlay.hovered.push_back(scene.edgeCounts[*input.hoveredEdgeCount].rect);
    return overlay;
}

} // namespace quoteline::layout
