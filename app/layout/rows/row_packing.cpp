// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/rows/row_packing.h"

#include "app/layout/axis/calendar_bins.h"
#include "app/layout/rows/lane_fitter.h"
#include "app/layout/rows/page_fitter.h"
#include "app/layout/rows/quote_rows.h"
#include "app/layout/rows/row_plan.h"
#include <algorithm>
#include <cmath>

namespace quoteline::layout {

namespace {

void indexPlaced(const StoryView& view, const PackingAids& aids, RowPacking& packing) {
    std::vector<std::uint32_t> placed;
    for (const model::EventIndex event : aids.byStart())
        if (aids.laneOf(event) != PackingAids::noLane && !packing.placements[event].folded &&
            !packing.placements[event].away)
            placed.push_back(event);
    packing.placed = {placed, view.story().layoutStarts(), view.story().layoutEnds()};
}

} // namespace

RowPacking packRows(const StoryView& view, const PackingKey& key, const TextMeasurer& measurer) {
    PackingAids aids(view);
    return packRows(view, key, measurer, aids);
}

double rowHeight(int lines, const Sizes& sizes, const TextMeasurer& measurer) {
    return std::ceil(lines * measurer.lineHeight(FontRole::Label) + sizes.rowPadding);
}

double rowsHeight(std::span<const std::uint8_t> lines, const Sizes& sizes, const TextMeasurer& measurer) {
    double height = 0;
    for (const std::uint8_t each : lines)
        height += each > 0 ? rowHeight(each, sizes, measurer) : 0;
    return height;
}

namespace {

double heightOf(const RowPacking& packing, const Sizes& sizes, const TextMeasurer& measurer) {
    double height = rowsHeight(packing.rowLines, sizes, measurer);
    for (const LaneRows& lane : packing.lanes)
        height += lane.strip ? lane.strip->height : 0;
    return height;
}

/// The rows of the lanes one below the other; in `packing.placements` they count from the first of their lane so far.
/// Columns are as high as goes with the time of `counted`.
void putTogether(RowPacking& packing, const StoryView& view, const std::vector<PackedLane>& packed,
                 const TimeWindow& counted) {
    for (std::size_t i = 0; i < packed.size(); ++i) {
        LaneRows rows;
        rows.first = static_cast<std::uint32_t>(packing.rowLines.size());
        rows.folded = packed[i].folded;
        rows.strip = packed[i].strip;
        if (rows.strip && rows.folded > 0)
            rows.strip->full = fullColumn((*packing.times)[i], packing.bin, counted.start, counted.end());
        packing.rowLines.insert(packing.rowLines.end(), packed[i].lines.begin(), packed[i].lines.end());
        if (rows.strip)
            packing.rowLines.push_back(0);
        rows.count = static_cast<std::uint16_t>(packing.rowLines.size() - rows.first);
        for (const model::EventIndex event : view.lanes()[i].events) {
            Placement& placement = packing.placements[event];
            const bool own = !placement.folded && !placement.inStrip();
            placement.row = static_cast<std::uint32_t>(own ? placement.row + rows.first : rows.stripRow());
        }
        packing.lanes.push_back(std::move(rows));
    }
}

} // namespace

RowPacking packRows(const StoryView& view, const PackingKey& key, const TextMeasurer& measurer, PackingAids& aids) {
    aids.follow(view);
    const Sizes sizes(key.textScale);
    RowPacking packing;
    packing.pixelsPerMs = key.step.pixelsPerMs;
    packing.bin = binStep(aids.unit(), leastBin * key.textScale / key.step.pixelsPerMs);
    packing.placements.resize(view.story().eventCount());
    packing.times = aids.times();
    packing.orders = aids.orders();
    if (key.lanesHeight > 0 && view.events().size() <= mostOrdered) {
        const PageTitles& titles = titlesOf(view, key, measurer, aids);
        PageFitter fitter(view, key, packing.bin, sizes, measurer, aids, planOf(view, key, measurer, aids), titles,
                          packing.placements);
        putTogether(packing, view, fitter.fitted(), pageTime(key.step, key.plotWidth, key.page));
        const bool near = key.step.index >= firstQuoteStep;
        const double spare = near ? key.lanesHeight - heightOf(packing, sizes, measurer) : 0;
        packing.rowQuotes = quoteRows(view, packing, spare, quoteHeight(sizes, measurer));
    } else {
        LaneFitter fitter(view, key, packing.bin, sizes, measurer, aids, packing.placements);
        putTogether(packing, view, fitter.fitted(), key.step.domain);
    }
    indexPlaced(view, aids, packing);
    return packing;
}

} // namespace quoteline::layout
