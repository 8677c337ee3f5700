// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/rows/quote_rows.h"

#include <algorithm>
#include <cmath>

namespace quoteline::layout {

namespace {

/// The rows of a lane that have quotes, from the one with most on.
std::vector<std::size_t> rowsByQuotes(const StoryView& view, const RowPacking& packing, std::size_t lane) {
    const LaneRows& rows = packing.lanes[lane];
    std::vector<std::size_t> quotes(rows.count);
    for (const model::EventIndex event : view.lanes()[lane].events)
        if (!packing.placements[event].away)
            quotes[packing.placements[event].row - rows.first] += view.story().quoteCount(event);
    std::vector<std::size_t> order;
    for (std::size_t row = 0; row < quotes.size(); ++row)
        if (quotes[row] > 0)
            order.push_back(row);
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return quotes[a] > quotes[b]; });
    for (std::size_t& row : order)
        row += rows.first;
    return order;
}

} // namespace

double quoteHeight(const Sizes& sizes, const TextMeasurer& measurer) {
    return std::ceil(2 * measurer.lineHeight(FontRole::Date) + measurer.lineHeight(FontRole::Note) +
                     sizes.stripPadding);
}

std::vector<std::uint8_t> quoteRows(const StoryView& view, const RowPacking& packing, double spare, double height) {
    std::vector<std::uint8_t> chosen(packing.rowLines.size(), 0);
    const bool titled = std::none_of(packing.lanes.begin(), packing.lanes.end(),
                                     [](const LaneRows& lane) { return lane.strip.has_value(); });
    if (!titled || spare < height)
        return chosen;
    std::vector<std::vector<std::size_t>> orders;
    for (std::size_t lane = 0; lane < packing.lanes.size(); ++lane)
        orders.push_back(rowsByQuotes(view, packing, lane));
    for (std::size_t round = 0;; ++round) {
        bool any = false;
        for (const std::vector<std::size_t>& order : orders) {
            if (round >= order.size() || spare < height)
                continue;
            chosen[order[round]] = 1;
            spare -= height;
            any = true;
        }
        if (!any)
            return chosen;
    }
}

} // namespace quoteline::layout
