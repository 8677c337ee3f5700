// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/scene/scene_pages.h"

#include "app/layout/scene/lane_layout.h"
#include "app/layout/scene/scene_margins.h"
#include <cmath>

namespace quoteline::layout {

namespace {

struct Part {
    double top = 0; ///< pixels from the top of the first lane
    double bottom = 0;
};

/// Parts of the rows that are at most `most` high; the last is no lower than `least`, which a frame has in any case.
std::vector<Part> partsOf(const LaneLayout& rows, double most, double least) {
    std::vector<Part> parts{{0, 0}};
    for (const double bottom : std::span(rows.rowTops).subspan(1)) {
        Part& part = parts.back();
        if (bottom - part.top > most && part.bottom > part.top)
            parts.push_back({part.bottom, bottom});
        else
            part.bottom = bottom;
    }
    for (auto row = rows.rowTops.rbegin(); row != rows.rowTops.rend() && parts.size() > 1; ++row) {
        if (parts.back().bottom - parts.back().top >= least || *row <= parts[parts.size() - 2].top)
            break;
        parts.back().top = parts[parts.size() - 2].bottom = std::min(*row, parts.back().top);
    }
    return parts;
}

/// No higher than lanes of that height take: a lower page may have no header, and so more room for them.
Metrics lowered(const StoryView& view, Metrics metrics, double lanesHeight, const TextMeasurer& measurer) {
    for (int i = 0; i < 3; ++i) {
        const Frame frame = frameFor(view, metrics, measurer, footerHeight(view, metrics, measurer));
        metrics.size.rheight() += std::min(0.0, lanesHeight - frame.lanes.height());
    }
    return metrics;
}

} // namespace

std::vector<std::shared_ptr<const Scene>> scenePages(const StoryView& view, const ViewState& state,
                                                     const Metrics& metrics, const TextMeasurer& measurer,
                                                     const std::stop_token& stop) {
    const RowPacking packing = packRows(view, packingKey(view, state, metrics, measurer), measurer);
    auto first = std::make_shared<const Scene>(buildScene(view, state, metrics, measurer, packing));
    const double room = first->frame.lanes.height();
    if (first->contentHeight <= room)
        return {first};
    const Sizes sizes(metrics.textScale);
    std::vector<std::shared_ptr<const Scene>> pages;
    for (const Part& part : partsOf(layOutRows(packing, room, sizes, measurer), room, sizes.footStrip)) {
        if (stop.stop_requested())
            break;
        const Metrics page = lowered(view, metrics, part.bottom - part.top, measurer);
        ViewState scrolled = state;
        scrolled.scrollY = part.top;
        pages.push_back(std::make_shared<const Scene>(buildScene(view, scrolled, page, measurer, packing)));
    }
    return pages;
}

Scene wholeScene(const StoryView& view, const ViewState& state, Metrics metrics, const TextMeasurer& measurer) {
    const RowPacking packing = packRows(view, packingKey(view, state, metrics, measurer), measurer);
    while (true) {
        Scene scene = buildScene(view, state, metrics, measurer, packing);
        const double missing = scene.contentHeight - scene.frame.lanes.height();
        if (missing <= 0)
            return scene;
        metrics.size.rheight() += std::ceil(missing); // for the rows, or a header that has room only then
    }
}

} // namespace quoteline::layout
