// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/rows/row_packing.h"

#include "app/layout/rows/lane_packer.h"
#include "app/layout/rows/lane_shares.h"
#include <algorithm>
#include <cmath>
#include <limits>

namespace quoteline::layout {

namespace {

/// The folded events of each lane and their instants, in one pass over the story for each order.
void collectFolded(const StoryView& view, const PackingAids& aids, RowPacking& packing,
                   const std::vector<std::size_t>& counts) {
    const auto starts = view.story().layoutStarts();
    const auto ends = view.story().layoutEnds();
    for (std::size_t lane = 0; lane < counts.size(); ++lane) {
        packing.lanes[lane].folded.reserve(counts[lane]);
        packing.lanes[lane].foldedStarts.reserve(counts[lane]);
        packing.lanes[lane].foldedEnds.reserve(counts[lane]);
    }
    const auto rowsOf = [&](model::EventIndex event) -> LaneRows* {
        const std::uint32_t lane = aids.laneOf(event);
        return lane != PackingAids::noLane && packing.placements[event].folded ? &packing.lanes[lane] : nullptr;
    };
    for (const model::EventIndex event : aids.byStart())
        if (LaneRows* rows = rowsOf(event)) {
            rows->folded.push_back(event);
            rows->foldedStarts.push_back(starts[event]);
        }
    for (const model::EventIndex event : aids.byEnd())
        if (LaneRows* rows = rowsOf(event))
            rows->foldedEnds.push_back(ends[event]);
}

void indexPlaced(const StoryView& view, const PackingAids& aids, RowPacking& packing) {
    std::vector<std::uint32_t> placed;
    for (const model::EventIndex event : aids.byStart())
        if (aids.laneOf(event) != PackingAids::noLane && !packing.placements[event].folded)
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

namespace {

/// Of lanes with more events than this in a large story, it is not worth finding out how many rows they would take.
constexpr std::size_t surelyMany = 2000;

/// A lane that needs no more rows than this has them all, and a larger one has one for titles and one for chips, even
/// where they have to be scrolled to.
constexpr std::size_t fewRows = 4;
constexpr int leastRows = 2;

/// The rows of one lane, before it is known where they begin in the chart.
struct PackedLane {
    std::vector<std::uint8_t> lines; ///< of each row, that of the chips first
    std::size_t folded = 0;
};

/// Packs lanes into as many rows as they need, or as there is height for.
class LaneFitter {
public:
    LaneFitter(const StoryView& view, const PackingKey& key, const Sizes& sizes, const TextMeasurer& measurer,
               PackingAids& aids, std::vector<Placement>& placements)
        : m_view(view)
        , m_key(key)
        , m_sizes(sizes)
        , m_measurer(measurer)
        , m_large(aids.estimates())
        , m_packer(view, key, sizes, measurer, aids)
        , m_placements(placements)
        , m_mostRows(
              std::clamp(maxRows / std::max<int>(1, static_cast<int>(view.lanes().size())) - 1, 1, maxRowsPerLane)) {}

    std::vector<PackedLane> fitted() {
        const auto lanes = m_view.lanes();
        std::vector<PackedLane> packed(lanes.size());
        std::vector<LaneNeed> needs(lanes.size());
        double all = 0;
        for (std::size_t i = 0; i < lanes.size(); ++i) {
            const bool many = m_key.lanesHeight > 0 && m_large && lanes[i].events.size() > surelyMany;
            if (!many)
                packed[i] = withRows(lanes[i], m_mostRows);
            const double need = many ? m_mostRows * oneRow() : heightOf(packed[i]);
            const bool few = !many && packed[i].lines.size() <= fewRows;
            needs[i] = {few ? need : std::min(need, leastRows * oneRow()), need};
            all += need;
        }
        const bool fits = m_key.lanesHeight <= 0 || all <= m_key.lanesHeight;
        const std::vector<double> shares =
            sharesOf(needs, fits ? std::numeric_limits<double>::infinity() : m_key.lanesHeight);
        for (std::size_t i = 0; i < lanes.size(); ++i)
            if (packed[i].lines.empty() || shares[i] < needs[i].all)
                packed[i] = withHeight(lanes[i], shares[i]);
        return packed;
    }

private:
    double oneRow() const { return rowHeight(1, m_sizes, m_measurer); }
    double heightOf(const PackedLane& lane) const {
        double height = 0;
        for (const std::uint8_t lines : lane.lines)
            height += rowHeight(lines, m_sizes, m_measurer);
        return height;
    }
    PackedLane withRows(const LaneGroup& lane, int rows) {
        PackedLane packed;
        packed.folded = m_packer.pack(lane, rows, m_placements, packed.lines);
        if (packed.folded > 0)
            packed.lines.insert(packed.lines.begin(), 1);
        if (packed.lines.empty())
            packed.lines.push_back(1);
        if (packed.lines.size() == 1 && laneNameLines(lane.name, m_key.nameWidth, m_measurer).size() > 1)
            packed.lines.front() = std::max<std::uint8_t>(packed.lines.front(), 2);
        return packed;
    }
    /// With as many rows as there is height for: rows of several lines are found to be too high only then.
    PackedLane withHeight(const LaneGroup& lane, double height) {
        int rows = std::min(m_mostRows, static_cast<int>(height / oneRow()) - 1); // one is for chips
        while (true) {
            PackedLane packed = withRows(lane, std::max(0, rows));
            const double tooMuch = heightOf(packed) - height;
            if (tooMuch <= 0 || rows <= 0)
                return packed;
            rows -= std::max(1, static_cast<int>(tooMuch / rowHeight(2, m_sizes, m_measurer)));
        }
    }

    const StoryView& m_view;
    const PackingKey& m_key;
    const Sizes& m_sizes;
    const TextMeasurer& m_measurer;
    bool m_large;
    LanePacker m_packer;
    std::vector<Placement>& m_placements;
    int m_mostRows;
};

} // namespace

RowPacking packRows(const StoryView& view, const PackingKey& key, const TextMeasurer& measurer, PackingAids& aids) {
    aids.follow(view);
    const Sizes sizes(key.textScale);
    RowPacking packing;
    packing.pixelsPerMs = key.step.pixelsPerMs;
    packing.placements.resize(view.story().eventCount());
    const std::vector<PackedLane> packed = LaneFitter(view, key, sizes, measurer, aids, packing.placements).fitted();
    std::vector<std::size_t> folded;
    for (std::size_t i = 0; i < packed.size(); ++i) {
        LaneRows rows;
        rows.first = static_cast<std::uint32_t>(packing.rowLines.size());
        rows.hasChips = packed[i].folded > 0;
        rows.count = static_cast<std::uint16_t>(packed[i].lines.size());
        for (const model::EventIndex event : view.lanes()[i].events)
            packing.placements[event].row += rows.firstEventRow();
        folded.push_back(packed[i].folded);
        packing.rowLines.insert(packing.rowLines.end(), packed[i].lines.begin(), packed[i].lines.end());
        packing.lanes.push_back(std::move(rows));
    }
    collectFolded(view, aids, packing, folded);
    indexPlaced(view, aids, packing);
    if (view.events().size() <= mostOrdered)
        packing.orders = laneOrders(view);
    return packing;
}

} // namespace quoteline::layout
