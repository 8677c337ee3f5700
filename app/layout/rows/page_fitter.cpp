// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/rows/page_fitter.h"

#include "app/layout/rows/row_plan.h"
#include <algorithm>
#include <cmath>
#include <numeric>

namespace quoteline::layout {

namespace {

constexpr int quartersPerPage = pagesPerWindow + 1;
constexpr std::size_t fewEvents = 40; ///< of a story whose lanes are scrolled rather than lose titles of such lanes
constexpr double shareOfStrip = 0.3;  ///< of the height of a crowded lane, at most
constexpr int leastSubRows = 2;
constexpr int commonSubRows = 6;
constexpr int mostSubRows = 14;
constexpr double highestColumns = 80; ///< pixels at text scale 1

double quarterOf(const ZoomStep& step, double plotWidth) {
    return plotWidth / step.pixelsPerMs / pagesPerWindow;
}

} // namespace

TimeWindow pageTime(const ZoomStep& step, double plotWidth, qint64 page) {
    const double quarter = quarterOf(step, plotWidth);
    return {step.domain.start + static_cast<double>(page) * quarter, quartersPerPage * quarter};
}

qint64 pageOf(const TimeWindow& window, const ZoomStep& step, double plotWidth) {
    return static_cast<qint64>(std::floor((window.start - step.domain.start) / quarterOf(step, plotWidth)));
}

PageFitter::PageFitter(const StoryView& view, const PackingKey& key, CalendarStep bin, const Sizes& sizes,
                       const TextMeasurer& measurer, std::span<const Placement> plan,
                       std::vector<Placement>& placements)
    : m_view(view)
    , m_key(key)
    , m_sizes(sizes)
    , m_measurer(measurer)
    , m_plan(plan)
    , m_placements(placements)
    , m_scale{key.step.domain, 0, key.step.domain.width * key.step.pixelsPerMs}
    , m_strips(view, m_scale, bin, sizes)
    , m_quarter(quarterOf(key.step, key.plotWidth))
    , m_oneRow(rowHeight(1, sizes, measurer)) {}

/// Finds out what the lanes need and get on so many pages.
void PageFitter::lookAt(qint64 firstPage, int count) {
    m_pageCount = count;
    m_start = pageTime(m_key.step, m_key.plotWidth, firstPage).start;
    m_needs.assign(m_view.lanes().size() * static_cast<std::size_t>(count), {});
    collect();
    for (int page = 0; page < m_pageCount; ++page)
        share(page);
    reserveStrips();
    for (int page = 0; page < m_pageCount; ++page)
        share(page);
}

PageFitter::Pages PageFitter::pagesOf(model::EventIndex event) const {
    const double start = (static_cast<double>(m_view.story().layoutStarts()[event]) - m_start) / m_quarter;
    const double end = (static_cast<double>(m_view.story().layoutEnds()[event]) - m_start) / m_quarter;
    const double last = m_pageCount - 1;
    return {static_cast<int>(std::clamp(std::floor(start - quartersPerPage) + 1, 0.0, last + 1)),
            static_cast<int>(std::clamp(std::ceil(end) - 1, -1.0, last))};
}

void PageFitter::collect() {
    const auto lanes = m_view.lanes();
    for (std::size_t lane = 0; lane < lanes.size(); ++lane)
        for (const model::EventIndex event : lanes[lane].events) {
            const Pages pages = pagesOf(event);
            const Placement& planned = m_plan[event];
            for (int page = pages.first; page <= pages.last; ++page) {
                Need& there = need(lane, page);
                there.crowded = there.crowded || planned.folded;
                if (planned.folded)
                    continue;
                if (there.lines.size() <= planned.row)
                    there.lines.resize(planned.row + 1, 0);
                there.lines[planned.row] = std::max(there.lines[planned.row], planned.lines);
            }
        }
}

/// Of a lane: its strip, or one line of its name.
double PageFitter::leastHeight() const {
    return std::max(stripHeight(leastSubRows), std::ceil(m_measurer.lineHeight(FontRole::LaneName)));
}

double PageFitter::stripHeight(int subRows) const {
    return std::ceil(subRows * m_sizes.subRow + 2 * m_sizes.stripPadding);
}

double PageFitter::nameHeight(std::size_t lane) const {
    const auto lines = laneNameLines(m_view.lanes()[lane].name, m_key.nameWidth, m_measurer).size();
    return lines > 1 ? rowHeight(2, m_sizes, m_measurer) : m_oneRow;
}

LaneNeed PageFitter::laneNeed(std::size_t lane, int page) const {
    const Need& there = need(lane, page);
    const double least = leastHeight();
    const double strip = there.crowded ? stripHeight(commonSubRows) : 0;
    const auto rows = static_cast<std::size_t>(
        std::count_if(there.lines.begin(), there.lines.end(), [](std::uint8_t lines) { return lines > 0; }));
    const double all = std::max(rowsHeight(there.lines, m_sizes, m_measurer) + strip, rows < 2 ? nameHeight(lane) : 0);
    const auto lanes = static_cast<double>(m_view.lanes().size());
    if (rows <= fewRows && (all * lanes <= 2 * m_key.lanesHeight || m_view.events().size() <= fewEvents))
        return {all, all};
    return {std::min(all, (m_oneRow + least) * lanes <= m_key.lanesHeight ? m_oneRow + least : least), all};
}

/// The rows that each lane gets on a page: those that its share holds above a strip, and then, in rounds, one more of
/// what all of them leave with strips as deep as marks mostly need.
void PageFitter::share(int page) {
    std::vector<LaneNeed> needs;
    for (std::size_t lane = 0; lane < m_view.lanes().size(); ++lane)
        needs.push_back(laneNeed(lane, page));
    std::vector<double> shares = sharesOf(needs, m_key.lanesHeight);
    std::vector<double> used = shares;
    double left = m_key.lanesHeight;
    for (std::size_t lane = 0; lane < needs.size(); ++lane) {
        Need& there = need(lane, page);
        there.complete = shares[lane] >= needs[lane].all;
        there.open = there.lines.size();
        if (!there.complete) {
            const double strip =
                std::clamp(shareOfStrip * shares[lane], stripHeight(leastSubRows), stripHeight(commonSubRows));
            there.open = rowsIn(there, shares[lane] - strip);
            used[lane] =
                rowsHeight(std::span(there.lines).first(there.open), m_sizes, m_measurer) + stripHeight(commonSubRows);
        }
        left -= used[lane];
    }
    if (left > 0) {
        shareRest(page, left, used);
        shares = used;
    }
    if (page == reach)
        m_shares = shares;
}

/// How many rows, from the first on, have room in a height.
std::size_t PageFitter::rowsIn(const Need& of, double height) const {
    std::size_t row = 0;
    for (; row < of.lines.size(); ++row) {
        height -= rowsHeight(std::span(of.lines).subspan(row, 1), m_sizes, m_measurer);
        if (height < 0)
            break;
    }
    return row;
}

void PageFitter::shareRest(int page, double left, std::vector<double>& shares) {
    for (bool any = true; any;) {
        any = false;
        for (std::size_t lane = 0; lane < shares.size(); ++lane) {
            Need& there = need(lane, page);
            if (there.complete || there.open >= there.lines.size())
                continue;
            const double height = rowsHeight(std::span(there.lines).subspan(there.open, 1), m_sizes, m_measurer);
            if (height > left)
                continue;
            ++there.open;
            shares[lane] += height;
            left -= height;
            any = true;
        }
    }
}

/// A title that is withheld on another page needs a place in the strip of this one.
void PageFitter::reserveStrips() {
    for (std::size_t lane = 0; lane < m_view.lanes().size(); ++lane) {
        std::vector<bool> near(static_cast<std::size_t>(m_pageCount), false);
        for (int page = 0; page < m_pageCount; ++page)
            if (!need(lane, page).complete)
                for (int other = std::max(0, page - quartersPerPage);
                     other <= std::min(m_pageCount - 1, page + quartersPerPage); ++other)
                    near[static_cast<std::size_t>(other)] = true;
        for (int page = 0; page < m_pageCount; ++page)
            need(lane, page).crowded = need(lane, page).crowded || near[static_cast<std::size_t>(page)];
    }
}

/// Events longer than a window follow the present page.
bool PageFitter::hasTitle(std::size_t lane, model::EventIndex event) const {
    const Placement& planned = m_plan[event];
    return !planned.folded && planned.row < need(lane, reach).open && (!isShort(event) || isOpen(lane, event));
}

bool PageFitter::isShort(model::EventIndex event) const {
    const double length = static_cast<double>(m_view.story().layoutEnds()[event]) -
                          static_cast<double>(m_view.story().layoutStarts()[event]);
    return length <= pagesPerWindow * m_quarter;
}

/// On all pages that it touches.
bool PageFitter::isOpen(std::size_t lane, model::EventIndex event) const {
    const Pages pages = pagesOf(event);
    for (int page = pages.first; page <= pages.last; ++page)
        if (m_plan[event].row >= need(lane, page).open)
            return false;
    return true;
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

/// Gives titles to the events of a lane that have one with so many rows open. What is on the page and has none is
/// returned, folded.
std::vector<model::EventIndex> PageFitter::placeTitles(std::size_t lane, std::size_t open,
                                                       std::vector<std::uint8_t>& lines) {
    std::vector<model::EventIndex> untitled;
    for (const model::EventIndex event : m_view.lanes()[lane].events) {
        Placement& placement = m_placements[event];
        placement = m_plan[event];
        placement.folded = false;
        const Pages pages = pagesOf(event);
        placement.away = pages.first > reach || pages.last < reach;
        if (placement.away)
            continue;
        if (placement.row >= open || !hasTitle(lane, event)) {
            placement.folded = true;
            untitled.push_back(event);
            continue;
        }
        if (lines.size() <= placement.row)
            lines.resize(placement.row + 1, 0);
        lines[placement.row] = std::max(lines[placement.row], placement.lines);
    }
    closeEmptyRows(lane, lines);
    return untitled;
}

/// A strip in what `left` pixels its titles leave of a lane, with as many sub-rows as it needs and has room for;
/// columns take what there is.
LaneStrip PageFitter::stripIn(double left, std::span<const model::EventIndex> untitled) {
    const double forMarks = left - 2 * m_sizes.stripPadding;
    const int subRows = std::clamp(static_cast<int>(forMarks / m_sizes.subRow), leastSubRows, mostSubRows);
    LaneStrip strip = m_strips.pack(untitled, subRows, m_placements);
    strip.height = stripHeight(strip.subRows);
    if (!strip.columns.empty())
        strip.height = std::max(strip.height, std::min(std::floor(left), highestColumns * m_key.textScale));
    return strip;
}

/// The places of a lane's events with so many rows for titles.
PackedLane PageFitter::packed(std::size_t lane, std::size_t open, double share) {
    PackedLane result;
    const std::vector<model::EventIndex> untitled = placeTitles(lane, open, result.lines);
    if (untitled.empty()) {
        keepRoomForName(result.lines, m_view.lanes()[lane].name, m_key, m_measurer);
        return result;
    }
    result.strip = stripIn(share - rowsHeight(result.lines, m_sizes, m_measurer), untitled);
    if (result.lines.empty())
        result.strip->height = std::max({result.strip->height, leastHeight(), std::min(share, nameHeight(lane))});
    result.folded = foldedOf(untitled, m_placements);
    return result;
}

/// Takes rows from the highest lanes until all fit, or have no more than was given to them.
void PageFitter::shrink(std::vector<PackedLane>& lanes) {
    const auto height = [&](const PackedLane& lane) {
        return rowsHeight(lane.lines, m_sizes, m_measurer) + (lane.strip ? lane.strip->height : 0);
    };
    const double given = std::accumulate(m_shares.begin(), m_shares.end(), 0.0);
    const double most = std::max(m_key.lanesHeight, given);
    while (true) {
        double all = 0;
        std::size_t highest = lanes.size();
        for (std::size_t lane = 0; lane < lanes.size(); ++lane) {
            all += height(lanes[lane]);
            if (lanes[lane].lines.size() > 1 &&
                (highest == lanes.size() || height(lanes[lane]) > height(lanes[highest])))
                highest = lane;
        }
        if (all <= most || highest == lanes.size())
            return;
        const double less = height(lanes[highest]) - std::min(m_oneRow, all - most);
        Need& there = need(highest, reach);
        const std::size_t rows = lanes[highest].lines.size();
        while (there.open > 0 && lanes[highest].lines.size() == rows)
            lanes[highest] = packed(highest, --there.open, less);
    }
}

std::vector<PackedLane> PageFitter::fitted() {
    lookAt(m_key.page - reach, 2 * reach + 1);
    std::vector<PackedLane> lanes;
    for (std::size_t lane = 0; lane < m_view.lanes().size(); ++lane)
        lanes.push_back(packed(lane, need(lane, reach).open, m_shares[lane]));
    shrink(lanes);
    return lanes;
}

std::vector<bool> PageFitter::titled() {
    constexpr double mostPages = 600;
    std::vector<bool> titled(m_plan.size());
    for (const model::EventIndex event : m_view.events())
        titled[event] = !m_plan[event].folded;
    const double pages = std::ceil(m_key.step.domain.width / m_quarter) + quartersPerPage + 1;
    if (pages > mostPages)
        return titled;
    lookAt(-quartersPerPage, static_cast<int>(pages));
    for (std::size_t lane = 0; lane < m_view.lanes().size(); ++lane)
        for (const model::EventIndex event : m_view.lanes()[lane].events) {
            const Pages touched = pagesOf(event);
            bool somewhere = false;
            for (int page = touched.first; page <= touched.last; ++page)
                somewhere = somewhere || m_plan[event].row < need(lane, page).open;
            titled[event] = titled[event] && (isShort(event) ? isOpen(lane, event) : somewhere);
        }
    return titled;
}

} // namespace quoteline::layout
