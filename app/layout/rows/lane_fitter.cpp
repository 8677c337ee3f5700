// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/rows/lane_fitter.h"

#include "app/layout/axis/calendar_bins.h"
#include "app/layout/rows/lane_shares.h"
#include "app/layout/rows/row_plan.h"
#include <algorithm>
#include <cmath>
#include <limits>

namespace quoteline::layout {

namespace {

/// Of lanes with more events than this in a large story, it is not worth finding out how many rows they would take.
constexpr std::size_t surelyMany = 2000;

constexpr double leastColumns = 12;    ///< pixels that columns are high at least, at text scale 1
constexpr double growthOfColumns = 55; ///< pixels of a lane's height that no row takes, at text scale 1

std::size_t rowsOf(const StoryView& view, bool large) {
    const std::size_t lanes = std::max<std::size_t>(1, view.lanes().size());
    const std::size_t each = maxRows / lanes;
    return large ? std::clamp<std::size_t>(each, 1, maxRowsPerLane) : mostOrdered;
}

} // namespace

void keepRoomForName(std::vector<std::uint8_t>& lines, const QString& name, const PackingKey& key,
                     const TextMeasurer& measurer) {
    if (lines.empty())
        lines.push_back(1);
    if (lines.size() == 1 && laneNameLines(name, key.nameWidth, measurer).size() > 1)
        lines.front() = std::max<std::uint8_t>(lines.front(), 2);
}

std::size_t foldedOf(std::span<const model::EventIndex> events, std::span<const Placement> placements) {
    return static_cast<std::size_t>(
        std::count_if(events.begin(), events.end(), [&](model::EventIndex event) { return placements[event].folded; }));
}

LaneFitter::LaneFitter(const StoryView& view, const PackingKey& key, CalendarStep bin, const Sizes& sizes,
                       const TextMeasurer& measurer, PackingAids& aids, std::vector<Placement>& placements)
    : m_view(view)
    , m_key(key)
    , m_sizes(sizes)
    , m_measurer(measurer)
    , m_large(view.events().size() > mostOrdered)
    , m_packer(view, key, sizes, measurer, aids, m_large)
    , m_strips(view, m_packer.scale(), bin, sizes)
    , m_placements(placements)
    , m_mostRows(rowsOf(view, m_large)) {}

std::vector<PackedLane> LaneFitter::fitted() {
    const auto lanes = m_view.lanes();
    std::vector<PackedLane> packed(lanes.size());
    std::vector<LaneNeed> needs(lanes.size());
    double all = 0;
    for (std::size_t i = 0; i < lanes.size(); ++i) {
        const bool many = m_key.lanesHeight > 0 && m_large && lanes[i].events.size() > surelyMany && !lanes[i].opened;
        if (!many)
            packed[i] = withRows(i, m_mostRows);
        const double need = many ? static_cast<double>(m_mostRows) * oneRow() : heightOf(packed[i]);
        needs[i] = {leastOf(packed[i], need, many), need};
        if (lanes[i].opened) // beside what the others share
            needs[i] = {0, 0};
        all += needs[i].all;
    }
    const bool fits = m_key.lanesHeight <= 0 || all <= m_key.lanesHeight;
    const std::vector<double> shares =
        sharesOf(needs, fits ? std::numeric_limits<double>::infinity() : m_key.lanesHeight);
    for (std::size_t i = 0; i < lanes.size(); ++i)
        if (shares[i] < needs[i].all)
            packed[i] = withHeight(i, shares[i]);
    return packed;
}

/// Columns so low that a title finds room above them in one lane of a dozen: only lanes of large stories are fitted
/// here.
double LaneFitter::leastStrip() const {
    return leastColumns * m_key.textScale;
}

double LaneFitter::leastOf(const PackedLane& packed, double need, bool many) const {
    const bool few = !many && packed.lines.size() <= fewRows;
    const double lanes = static_cast<double>(std::max<std::size_t>(1, m_view.lanes().size()));
    const double titleRow = oneRow() + leastStrip();
    if (few && need * lanes <= m_key.lanesHeight * 2)
        return need;
    return std::min(need, lanes * titleRow <= m_key.lanesHeight ? titleRow : leastStrip());
}

/// Of a lane that has no more than its name.
double LaneFitter::nameHeight(const LaneGroup& lane) const {
    const auto lines = static_cast<double>(laneNameLines(lane.name, m_key.nameWidth, m_measurer).size());
    return std::ceil(lines * m_measurer.lineHeight(FontRole::LaneName));
}

double LaneFitter::heightOf(const PackedLane& packed) const {
    return rowsHeight(packed.lines, m_sizes, m_measurer) + (packed.strip ? packed.strip->height : 0);
}

LaneStrip LaneFitter::stripOf(std::size_t lane) {
    LaneStrip strip;
    if (m_large) {
        strip.whole = true;
        strip.columns = {m_key.step.domain};
    } else {
        strip = m_strips.pack(m_view.lanes()[lane].events, commonSubRows, m_placements);
    }
    strip.height = stripHeight(strip.subRows, m_sizes);
    if (!strip.columns.empty())
        strip.height = std::max(strip.height, m_large ? leastStrip() : m_sizes.columnHeight);
    return strip;
}

PackedLane LaneFitter::withRows(std::size_t lane, std::size_t rows) {
    const LaneGroup& group = m_view.lanes()[lane];
    PackedLane packed;
    packed.folded = m_packer.pack(group, static_cast<int>(rows), m_placements, packed.lines);
    if (packed.folded > 0) {
        packed.strip = stripOf(lane);
        packed.folded = foldedOf(group.events, m_placements);
        if (packed.lines.empty())
            packed.strip->height = std::max(packed.strip->height, nameHeight(group));
        return packed;
    }
    keepRoomForName(packed.lines, group.name, m_key, m_measurer);
    return packed;
}

/// With as many rows as there is height for: rows of several lines are found to be too high only then. Columns take
/// what is left.
PackedLane LaneFitter::withHeight(std::size_t lane, double height) {
    const double forRows = std::max(0.0, (height - leastStrip()) / oneRow());
    std::size_t rows = std::min(m_mostRows, static_cast<std::size_t>(forRows));
    while (true) {
        PackedLane packed = withRows(lane, rows);
        const double tooMuch = heightOf(packed) - height;
        if (tooMuch <= 0 && packed.folded > 0)
            packed.strip->height += std::min(std::floor(-tooMuch), growthOfColumns * m_key.textScale);
        if (tooMuch <= 0 || rows == 0)
            return packed;
        rows -= std::min(
            rows, std::max<std::size_t>(1, static_cast<std::size_t>(tooMuch / rowHeight(2, m_sizes, m_measurer))));
    }
}

std::size_t fullColumn(const LaneTimes& times, CalendarStep bin, double from, double to) {
    constexpr std::size_t mostBins = 2000;
    std::vector<std::size_t> counts;
    const auto begun = [&](double instant) {
        return static_cast<std::size_t>(
            std::partition_point(times.starts.begin(), times.starts.end(),
                                 [&](model::CivilMs start) { return static_cast<double>(start) < instant; }) -
            times.starts.begin());
    };
    if (const std::size_t lasting = touching(times, {from, 1}))
        counts.push_back(lasting);
    const std::size_t last = begun(to);
    const std::size_t stride = std::max<std::size_t>(1, (last - std::min(last, begun(from))) / mostBins);
    double counted = from;
    for (std::size_t i = begun(from); i < last; i += stride) {
        const auto start = static_cast<double>(times.starts[i]);
        if (start < counted)
            continue;
        const std::vector<double> edges = binEdges(bin, start, start + 1);
        counts.push_back(touching(times, {edges[0], edges[1] - edges[0]}));
        counted = edges[1];
    }
    if (counts.empty())
        return 1;
    const auto nearHighest = counts.begin() + static_cast<std::ptrdiff_t>(counts.size() - 1 - counts.size() / 50);
    std::nth_element(counts.begin(), nearHighest, counts.end());
    for (std::size_t power = 1;; power *= 10)
        for (const std::size_t digit : {1U, 2U, 3U, 4U, 5U, 6U, 8U})
            if (digit * power >= *nearHighest)
                return digit * power;
}

} // namespace quoteline::layout
