// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/rows/page_fitter.h"

#include "app/layout/rows/small_titles.h"
#include <algorithm>
#include <cmath>

namespace quoteline::layout {

namespace {

constexpr int mostSubRows = 14;
constexpr double highestColumns = 80; ///< pixels at text scale 1

} // namespace

PageFitter::PageFitter(const StoryView& view, const PackingKey& key, CalendarStep bin, const Sizes& sizes,
                       const TextMeasurer& measurer, PackingAids& aids, std::span<const Placement> plan,
                       const PageTitles& titles, std::vector<Placement>& placements)
    : m_view(view)
    , m_key(key)
    , m_sizes(sizes)
    , m_measurer(measurer)
    , m_aids(aids)
    , m_plan(plan)
    , m_titles(titles)
    , m_placements(placements)
    , m_scale{key.step.domain, 0, key.step.domain.width * key.step.pixelsPerMs}
    , m_strips(view, m_scale, bin, sizes)
    , m_page(pageTime(key.step, key.plotWidth, key.page))
    , m_quarter(quarterPage(key.step, key.plotWidth))
    , m_known(titles.knows(key.page)) {}

bool PageFitter::touchesPage(model::EventIndex event) const {
    return static_cast<double>(m_view.story().layoutStarts()[event]) < m_page.end() &&
           static_cast<double>(m_view.story().layoutEnds()[event]) > m_page.start;
}

/// Rows that no title on the page stands in take no height. Events beyond the page would stand in the rows they have,
/// or in the first.
void PageFitter::closeEmptyRows(std::size_t lane, std::vector<std::uint8_t>& lines) {
    std::vector<std::uint32_t> rows(lines.size());
    std::uint32_t used = 0;
    for (std::size_t row = 0; row < lines.size(); ++row)
        rows[row] = lines[row] > 0 ? used++ : 0;
    for (const model::EventIndex event : m_view.lanes()[lane].events) {
        Placement& placement = m_placements[event];
        if (!placement.folded)
            placement.row = placement.row < rows.size() ? rows[placement.row] : 0;
    }
    std::erase(lines, 0);
}

/// The events that have their title on every page; what is on this page and has none so far is untitled, and folded.
PageFitter::Titled PageFitter::placeTitles(std::size_t lane) {
    Titled result;
    if (m_known)
        result.height = m_titles.laneHeights[m_titles.indexOf(m_key.page) * m_view.lanes().size() + lane];
    const bool fits = m_known && m_titles.fits[m_titles.indexOf(m_key.page)];
    std::vector<std::uint8_t>& lines = result.packed.lines;
    for (const model::EventIndex event : m_view.lanes()[lane].events) {
        Placement& placement = m_placements[event];
        placement = m_plan[event];
        placement.folded = false;
        placement.away = !touchesPage(event);
        if (placement.away)
            continue;
        placement.folded = m_plan[event].folded || !(isShort(event) ? m_titles.titled[event] : fits);
        if (placement.folded) {
            result.untitled.push_back(event);
            continue;
        }
        if (lines.size() <= placement.row)
            lines.resize(placement.row + 1, 0);
        lines[placement.row] = std::max(lines[placement.row], placement.lines);
    }
    return result;
}

/// Events that are longer than a window have their title where the page has height left for their row.
void PageFitter::placeLong(std::size_t lane, Titled& titled, double& left) {
    std::vector<std::uint8_t>& lines = titled.packed.lines;
    std::erase_if(titled.untitled, [&](model::EventIndex event) {
        const Placement& planned = m_plan[event];
        if (planned.folded || isShort(event) || m_view.lanes()[lane].collapsed)
            return false;
        std::vector<std::uint8_t> more = lines;
        more.resize(std::max<std::size_t>(more.size(), planned.row + 1), 0);
        more[planned.row] = std::max(more[planned.row], planned.lines);
        const double height = rowsHeight(more, m_sizes, m_measurer) - rowsHeight(lines, m_sizes, m_measurer);
        const bool opened = m_view.lanes()[lane].opened;
        if (height > left && !opened)
            return false;
        left -= opened ? 0 : height;
        titled.height += height;
        lines = std::move(more);
        m_placements[event].folded = false;
        return true;
    });
}

/// A strip in what `left` pixels its titles leave of a lane, with as many sub-rows as it needs and has room for;
/// columns take what there is.
LaneStrip PageFitter::stripIn(double left, std::span<const model::EventIndex> untitled) {
    const double forMarks = left - 2 * m_sizes.stripPadding;
    const int subRows = std::clamp(static_cast<int>(forMarks / m_sizes.subRow), leastSubRows, mostSubRows);
    LaneStrip strip = m_strips.pack(untitled, subRows, m_placements);
    strip.height = stripHeight(strip.subRows, m_sizes);
    if (!strip.columns.empty())
        strip.height = std::max(strip.height, std::min(std::floor(left), highestColumns * m_key.textScale));
    return strip;
}

/// A lane without any row, whatever the page: all of its events are placed, so that small titles stay when one pans.
void PageFitter::finishLow(std::size_t lane, Titled& titled, double share) {
    const auto& events = m_view.lanes()[lane].events;
    for (const model::EventIndex event : events)
        m_placements[event].folded = true;
    LaneStrip strip = m_strips.pack(events, subRowsOf(m_view.lanes()[lane], m_titles), m_placements);
    strip.titles =
        !strip.whole && placeSmallTitles(m_view, lane, strip, m_scale, m_sizes, m_measurer, m_aids, m_placements);
    strip.height = std::max(stripHeight(strip.subRows, m_sizes), leastLaneHeight(m_sizes, m_measurer));
    if (!strip.columns.empty())
        strip.height = std::max(strip.height, std::min(std::floor(share), highestColumns * m_key.textScale));
    titled.packed.strip = std::move(strip);
    titled.packed.folded = foldedOf(titled.untitled, m_placements);
}

/// The rest of a lane that has its titles.
void PageFitter::finish(std::size_t lane, Titled& titled, double share) {
    PackedLane& packed = titled.packed;
    closeEmptyRows(lane, packed.lines);
    const double least = leastLaneHeight(m_sizes, m_measurer);
    if (titled.untitled.empty() && packed.lines.empty() && m_known && titled.height <= least) {
        packed.strip = LaneStrip{}; // one of many lanes, without an event: less than a row
        packed.strip->height = least;
        return;
    }
    if (titled.untitled.empty()) {
        keepRoomForName(packed.lines, m_view.lanes()[lane].name, m_key, m_measurer);
        return;
    }
    packed.strip = stripIn(share - rowsHeight(packed.lines, m_sizes, m_measurer), titled.untitled);
    if (packed.lines.empty())
        packed.strip->height = std::max(packed.strip->height, least);
    packed.folded = foldedOf(titled.untitled, m_placements);
}

std::vector<PackedLane> PageFitter::fitted() {
    double left = m_known ? m_titles.left[m_titles.indexOf(m_key.page)] : 0;
    std::vector<Titled> lanes;
    for (std::size_t lane = 0; lane < m_view.lanes().size(); ++lane)
        lanes.push_back(placeTitles(lane));
    for (std::size_t lane = 0; lane < lanes.size(); ++lane)
        if (!m_titles.low[lane])
            placeLong(lane, lanes[lane], left);
    const auto strips = std::count_if(lanes.begin(), lanes.end(), [](const Titled& t) { return !t.untitled.empty(); });
    const double more = std::max(0.0, std::floor(left / static_cast<double>(std::max<std::ptrdiff_t>(1, strips))));
    std::vector<PackedLane> packed;
    for (std::size_t lane = 0; lane < lanes.size(); ++lane) {
        const double share = lanes[lane].height + more;
        m_titles.low[lane] ? finishLow(lane, lanes[lane], share) : finish(lane, lanes[lane], share);
        packed.push_back(std::move(lanes[lane].packed));
    }
    return packed;
}

} // namespace quoteline::layout
