// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/rows/strip_packer.h"

#include "app/layout/axis/calendar_bins.h"
#include <algorithm>
#include <cmath>
#include <map>

namespace quoteline::layout {

namespace {

constexpr double longInBins = 4;     ///< a bar that takes more of them is told by columns all over the lane
constexpr int mostRounds = 12;       ///< in which columns take in what touches them; then the whole lane counts
constexpr double touchedBy = 1;      ///< pixels of a mark that may stand in a column beside it
constexpr double shareOfColumns = 3; ///< from a third on, all of a run of bins are columns

/// Bins in order, and whether one is needed as a column.
using Bins = std::map<double, std::pair<double, bool>>; // by start: end, needed

void add(Bins& bins, const std::vector<TimeWindow>& some, bool needed) {
    for (const TimeWindow& bin : some) {
        auto& [end, isNeeded] = bins.try_emplace(bin.start, bin.end(), false).first->second;
        isNeeded = isNeeded || needed;
    }
}

/// A run of bins of which a third are needed is columns from end to end; of others those that are.
std::vector<TimeWindow> columnsOf(const Bins& bins) {
    std::vector<TimeWindow> columns;
    const auto addColumn = [&](double start, double end) {
        if (!columns.empty() && columns.back().end() >= start)
            columns.back().width = end - columns.back().start;
        else
            columns.push_back({start, end - start});
    };
    for (auto first = bins.begin(); first != bins.end();) {
        auto last = first;
        double count = 1;
        double needed = first->second.second ? 1 : 0;
        for (auto next = std::next(first); next != bins.end() && next->first <= last->second.first; ++next) {
            last = next;
            ++count;
            needed += next->second.second ? 1 : 0;
        }
        const bool whole = needed > 0 && shareOfColumns * needed >= count;
        for (auto bin = first; bin != std::next(last); ++bin)
            if (whole || bin->second.second)
                addColumn(bin->first, bin->second.first);
        first = std::next(last);
    }
    return columns;
}

bool touches(const std::vector<TimeWindow>& columns, double start, double end) {
    const auto next =
        std::partition_point(columns.begin(), columns.end(), [&](const TimeWindow& c) { return c.end() <= start; });
    return next != columns.end() && next->start < end;
}

} // namespace

double stripHeight(int subRows, const Sizes& sizes) {
    return std::ceil(subRows * sizes.subRow + 2 * sizes.stripPadding);
}

SlimExtent slimExtent(const model::Story& story, model::EventIndex event, const TimeScale& scale, const Sizes& sizes) {
    SlimExtent extent{std::numeric_limits<double>::infinity(), -std::numeric_limits<double>::infinity(), 1};
    for (const MarkSpan& mark : markSpans(story, event, scale, sizes)) {
        const MarkSpan slim = slimSpan(mark, sizes);
        const MarkSpan wider = withRoomToWiden(mark, zoomStepRatio, sizes);
        // What is to become a bar within the step takes its room from the start.
        const bool widens = !isBar(mark) && (wider.left < mark.left || wider.right > mark.right);
        extent.left = std::min({extent.left, slim.left, widens ? wider.left : slim.left});
        extent.right = std::max({extent.right, slim.right, widens ? wider.right : slim.right});
        if (!isBar(mark))
            extent.subRows = 2;
    }
    return extent;
}

/// The lowest sub-rows that are free, in the order of time.
void StripPacker::placeInOrder(std::vector<Piece>& pieces, int mostSubRows) const {
    std::vector<double> ends(static_cast<std::size_t>(mostSubRows), -std::numeric_limits<double>::infinity());
    for (Piece& piece : pieces) {
        const auto height = static_cast<std::size_t>(piece.extent.subRows);
        for (std::size_t row = 0; row + height <= ends.size() && piece.subRow < 0; ++row) {
            const auto from = ends.begin() + static_cast<std::ptrdiff_t>(row);
            const auto to = from + static_cast<std::ptrdiff_t>(height);
            if (std::any_of(from, to, [&](double end) { return end > piece.extent.left; }))
                continue;
            piece.subRow = static_cast<int>(row);
            std::fill(from, to, piece.extent.right + m_sizes.slimGap);
        }
    }
}

bool StripPacker::isLong(const Piece& piece) const {
    const model::Story& story = m_view.story();
    const double length =
        static_cast<double>(story.layoutEnds()[piece.event]) - static_cast<double>(story.layoutStarts()[piece.event]);
    return length > longInBins * meanLength(m_bin);
}

std::vector<TimeWindow> StripPacker::binsOf(const Piece& piece) const {
    const model::Story& story = m_view.story();
    const std::vector<double> edges = binEdges(m_bin, static_cast<double>(story.layoutStarts()[piece.event]),
                                               static_cast<double>(story.layoutEnds()[piece.event]));
    std::vector<TimeWindow> bins;
    for (std::size_t i = 0; i + 1 < edges.size(); ++i)
        bins.push_back({edges[i], edges[i + 1] - edges[i]});
    return bins;
}

/// The columns for what found no place, and for what would stand in one of these; false where the whole lane counts.
bool StripPacker::findColumns(std::vector<Piece>& pieces, std::vector<TimeWindow>& columns) const {
    Bins bins;
    for (const Piece& piece : pieces) {
        const bool placed = piece.subRow >= 0;
        if (!isLong(piece))
            add(bins, binsOf(piece), !placed);
        else if (!placed)
            return false;
    }
    for (int round = 0; round < mostRounds; ++round) {
        columns = columnsOf(bins);
        bool changed = false;
        for (Piece& piece : pieces) {
            const double left = m_scale.toMs(piece.extent.left + touchedBy);
            const double right = m_scale.toMs(piece.extent.right - touchedBy);
            const auto start = static_cast<double>(m_view.story().layoutStarts()[piece.event]);
            const auto end = static_cast<double>(m_view.story().layoutEnds()[piece.event]);
            if (piece.subRow < 0 || (!touches(columns, left, right) && !touches(columns, start, end)))
                continue;
            if (isLong(piece))
                return false;
            piece.subRow = -1;
            add(bins, binsOf(piece), true);
            changed = true;
        }
        if (!changed)
            return true;
    }
    return false;
}

LaneStrip StripPacker::pack(std::span<const model::EventIndex> events, int mostSubRows,
                            std::vector<Placement>& placements) const {
    std::vector<Piece> pieces;
    for (const model::EventIndex event : events) {
        placements[event].subRow = 0;
        placements[event].available = placements[event].folded ? 0 : placements[event].available;
        if (placements[event].folded)
            pieces.push_back({event, slimExtent(m_view.story(), event, m_scale, m_sizes)});
    }
    std::stable_sort(pieces.begin(), pieces.end(),
                     [](const Piece& a, const Piece& b) { return a.extent.left < b.extent.left; });
    LaneStrip strip;
    placeInOrder(pieces, mostSubRows);
    const bool overflows = std::any_of(pieces.begin(), pieces.end(), [](const Piece& p) { return p.subRow < 0; });
    if (overflows && !findColumns(pieces, strip.columns)) {
        strip.columns = {m_scale.window};
        strip.whole = true;
        return strip;
    }
    for (const Piece& piece : pieces) {
        if (piece.subRow < 0)
            continue;
        placements[piece.event].folded = false;
        placements[piece.event].subRow = static_cast<std::uint8_t>(piece.subRow + 1);
        strip.subRows = std::max(strip.subRows, piece.subRow + piece.extent.subRows);
    }
    return strip;
}

} // namespace quoteline::layout
