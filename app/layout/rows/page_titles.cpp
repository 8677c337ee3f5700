// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/rows/page_titles.h"

#include "app/layout/axis/pages.h"
#include "app/layout/rows/row_plan.h"
#include <algorithm>
#include <cmath>
#include <numeric>
#include <tuple>

namespace quoteline::layout {

namespace {

constexpr qint64 firstOfBlocks = -8; ///< before the first page that can hold an event of the story
constexpr qint64 margin = 64;        ///< pages on either side of a block that can have a say in what is shown in it
constexpr int roundsOfFitting = 4;
constexpr double shareOfStrip = 0.3; ///< of the height of a crowded lane, at most
constexpr double favour = 2;         ///< a lane of few rows that needs no more of what is a lane's comes first
constexpr double rounding = 1e-6;

/// An event of the block, with the pages that it touches, counted from the first that is looked at.
struct Item {
    model::EventIndex event = 0;
    std::uint32_t lane = 0;
    int first = 0;
    int last = -1;
    bool isShort = false;   ///< no longer than a window
    bool isAcross = false;  ///< touches pages of another block too
    bool isPlanned = false; ///< has a row
};

/// A lane on a page, as far as titles have been given.
struct Cell {
    double rows = 0;       ///< height of the rows that are open
    int open = 0;          ///< how many they are
    int untitled = 0;      ///< events without a title: they need a strip
    double allRows = 0;    ///< the same of all rows that the events there have
    int all = 0;           ///< how many these are
    bool crowded = false;  ///< some have no row
    bool stripped = false; ///< some have a row that is not open on all of their pages
};

class Titler {
public:
    Titler(const StoryView& view, const PackingKey& key, const Sizes& sizes, const TextMeasurer& measurer,
           std::span<const Placement> plan, qint64 block)
        : m_view(view)
        , m_key(key)
        , m_sizes(sizes)
        , m_measurer(measurer)
        , m_plan(plan)
        , m_quarter(quarterPage(key.step, key.plotWidth))
        , m_lanes(view.lanes().size()) {
        m_result.block = block;
        findPages(block);
        measureLanes();
        collect();
    }

    PageTitles titles() {
        findFits();
        begin();
        const auto across = [](const Item& item) { return item.isAcross; };
        const auto split = std::stable_partition(m_items.begin(), m_items.end(), across);
        for (const auto& [from, to] : {std::pair(m_items.begin(), split), std::pair(split, m_items.end())}) {
            sortByTurn(from, to);
            for (int round = 0; round < 2; ++round) // the last title of a lane gives back its strip
                std::for_each(from, to, [this](const Item& item) { give(item); });
        }
        findLow();
        for (int page = 0; page < m_pages; ++page)
            for (std::size_t lane = 0; lane < m_lanes; ++lane)
                m_result.laneHeights.push_back(heightOf(lane, cell(lane, page)));
        return std::move(m_result);
    }

private:
    Cell& cell(std::size_t lane, int page) { return m_cells[static_cast<std::size_t>(page) * m_lanes + lane]; }
    std::uint8_t& lines(std::vector<std::uint8_t>& rows, const Item& item, int page) const {
        return rows[static_cast<std::size_t>(page) * m_firstRow.back() + m_firstRow[item.lane] +
                    m_plan[item.event].row];
    }
    double heightOfRow(std::uint8_t lines) const { return lines > 0 ? m_rowHeights[lines] : 0; }
    double heightOf(std::size_t lane, double rows, int open, bool strip) const;
    double heightOf(std::size_t lane, const Cell& of) const {
        return heightOf(lane, of.rows, of.open, of.untitled > 0);
    }
    double stripOf(std::size_t lane) const { return stripHeight(subRowsOf(m_view.lanes()[lane], m_result), m_sizes); }
    /// All of its rows, even where they have to be scrolled to: of few events, or opened by hand.
    bool isForced(std::size_t lane) const {
        return isOpened(lane) || (m_rowCounts[lane] <= fewRows && m_view.events().size() <= fewEvents);
    }
    bool isOpened(std::size_t lane) const { return m_view.lanes()[lane].opened; }
    /// What of its height a lane takes from the others: one that is opened no more than a strip.
    double shareOf(std::size_t lane, const Cell& of) const {
        return isOpened(lane) ? stripOf(lane) : heightOf(lane, of);
    }

    void findPages(qint64 block);
    void measureLanes();
    void collect();
    void addItem(model::EventIndex event, std::size_t lane);
    void findFits();
    bool allFit(const Item& item) const;
    bool anyFit(const Item& item) const;
    void begin();
    void findLow();
    template <typename Iterator>
    void sortByTurn(Iterator from, Iterator to) const;
    Cell with(const Item& item, int page);
    void give(const Item& item);
    void take(const Item& item);
    void open(const Item& item, int page);

    const StoryView& m_view;
    const PackingKey& m_key;
    const Sizes& m_sizes;
    const TextMeasurer& m_measurer;
    std::span<const Placement> m_plan;
    double m_quarter;
    std::size_t m_lanes;
    int m_pages = 0;
    double m_least = 0;
    std::vector<double> m_rowHeights;
    std::vector<double> m_nameHeights;
    std::vector<std::size_t> m_firstRow; ///< of each lane in m_lines; and of all
    std::vector<std::size_t> m_rowCounts;
    std::vector<std::size_t> m_rank; ///< of lanes: those of few events come first
    std::vector<bool> m_favoured;
    std::vector<Item> m_items;
    std::vector<Cell> m_cells;
    std::vector<std::uint8_t> m_lines; ///< page by page, of each row that is open
    PageTitles m_result;
};

void Titler::findPages(qint64 block) {
    const auto last = static_cast<qint64>(std::ceil(m_key.step.domain.width / m_quarter));
    const qint64 from = firstOfBlocks + block * pagesPerBlock;
    m_result.firstPage = std::max(firstOfBlocks, from - margin);
    m_pages = static_cast<int>(std::max<qint64>(1, std::min(last, from + pagesPerBlock + margin) - m_result.firstPage));
}

/// What does not depend on the page.
void Titler::measureLanes() {
    for (int lines = 0; lines < 4; ++lines)
        m_rowHeights.push_back(rowHeight(lines, m_sizes, m_measurer));
    m_least = leastLaneHeight(m_sizes, m_measurer);
    const double equal = m_key.lanesHeight / static_cast<double>(std::max<std::size_t>(1, m_lanes));
    m_result.subRows = std::clamp(static_cast<int>((shareOfStrip * equal - 2 * m_sizes.stripPadding) / m_sizes.subRow),
                                  leastSubRows, commonSubRows);
    double names = 0;
    m_firstRow.assign(1, 0);
    for (const LaneGroup& lane : m_view.lanes()) {
        std::vector<std::uint8_t> rows;
        for (const model::EventIndex event : lane.events) {
            const Placement& planned = m_plan[event];
            if (planned.folded)
                continue;
            rows.resize(std::max<std::size_t>(rows.size(), planned.row + 1), 0);
            rows[planned.row] = std::max(rows[planned.row], planned.lines);
        }
        m_nameHeights.push_back(m_rowHeights[laneNameLines(lane.name, m_key.nameWidth, m_measurer).size() > 1 ? 2 : 1]);
        names += m_nameHeights.back();
        m_rowCounts.push_back(rows.size());
        m_favoured.push_back(rows.size() <= fewRows && rowsHeight(rows, m_sizes, m_measurer) <= favour * equal);
        m_firstRow.push_back(m_firstRow.back() + rows.size());
    }
    m_result.roomy = names <= m_key.lanesHeight;
    std::vector<std::size_t> order(m_lanes);
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return m_view.lanes()[a].events.size() < m_view.lanes()[b].events.size();
    });
    m_rank.resize(m_lanes);
    for (std::size_t i = 0; i < m_lanes; ++i)
        m_rank[order[i]] = i;
}

double Titler::heightOf(std::size_t lane, double rows, int open, bool strip) const {
    if (open == 0)
        return strip ? std::max(stripOf(lane), m_least) : m_result.roomy ? m_nameHeights[lane] : m_least;
    if (strip)
        return rows + stripOf(lane);
    return open == 1 ? std::max(rows, m_nameHeights[lane]) : rows;
}

void Titler::addItem(model::EventIndex event, std::size_t lane) {
    const double from = m_key.step.domain.start;
    const double start = (static_cast<double>(m_view.story().layoutStarts()[event]) - from) / m_quarter;
    const double end = (static_cast<double>(m_view.story().layoutEnds()[event]) - from) / m_quarter;
    const auto before = static_cast<double>(m_result.firstPage);
    const double first = std::floor(start - pagesPerWindow - 1) + 1 - before;
    const double last = std::ceil(end) - 1 - before;
    if (last < 0 || first >= m_pages)
        return;
    Item item;
    item.event = event;
    item.lane = static_cast<std::uint32_t>(lane);
    item.first = static_cast<int>(std::max(first, 0.0));
    item.last = static_cast<int>(std::min<double>(last, m_pages - 1));
    item.isShort = isShort(m_view.story(), event, m_quarter);
    item.isAcross = blockOf(m_result.firstPage + item.first) != m_result.block ||
                    blockOf(m_result.firstPage + item.last) != m_result.block;
    item.isPlanned = !m_plan[event].folded;
    m_items.push_back(item);
}

void Titler::collect() {
    for (std::size_t lane = 0; lane < m_lanes; ++lane)
        for (const model::EventIndex event : m_view.lanes()[lane].events)
            addItem(event, lane);
    m_cells.resize(m_lanes * static_cast<std::size_t>(m_pages));
    std::vector<std::uint8_t> all(m_firstRow.back() * static_cast<std::size_t>(m_pages), 0);
    for (const Item& item : m_items)
        for (int page = item.first; page <= item.last; ++page) {
            Cell& there = cell(item.lane, page);
            ++there.untitled;
            there.crowded = there.crowded || !item.isPlanned;
            if (!item.isPlanned)
                continue;
            std::uint8_t& row = lines(all, item, page);
            there.all += row == 0 ? 1 : 0;
            there.allRows -= heightOfRow(row);
            row = std::max(row, m_plan[item.event].lines);
            there.allRows += heightOfRow(row);
        }
}

bool Titler::allFit(const Item& item) const {
    for (int page = item.first; page <= item.last; ++page)
        if (!m_result.fits[static_cast<std::size_t>(page)])
            return false;
    return true;
}

bool Titler::anyFit(const Item& item) const {
    for (int page = item.first; page <= item.last; ++page)
        if (m_result.fits[static_cast<std::size_t>(page)])
            return true;
    return false;
}

/// The pages that have height for every title. A title that is withheld on another page needs a strip here too.
void Titler::findFits() {
    m_result.fits.assign(static_cast<std::size_t>(m_pages), true);
    for (int round = 0; round < roundsOfFitting; ++round) {
        for (int page = 0; page < m_pages; ++page) {
            double needed = 0;
            bool fits = true;
            for (std::size_t lane = 0; lane < m_lanes; ++lane) {
                const Cell& there = cell(lane, page);
                fits = fits && !there.crowded;
                needed += isOpened(lane) ? stripOf(lane) : heightOf(lane, there.allRows, there.all, there.stripped);
            }
            m_result.fits[static_cast<std::size_t>(page)] =
                m_result.fits[static_cast<std::size_t>(page)] && fits && needed <= m_key.lanesHeight + rounding;
        }
        for (const Item& item : m_items)
            if (item.isShort && !allFit(item))
                for (int page = item.first; page <= item.last; ++page)
                    cell(item.lane, page).stripped = true;
    }
}

/// Nothing has a title but what fits with all there is around it.
void Titler::begin() {
    m_result.titled.assign(m_view.story().eventCount(), false);
    m_lines.assign(m_firstRow.back() * static_cast<std::size_t>(m_pages), 0);
    for (const Item& item : m_items)
        if (item.isShort && item.isPlanned && allFit(item))
            take(item);
    for (const Item& item : m_items) // longer ones follow each page
        for (int page = item.first; page <= item.last && !item.isShort; ++page)
            if (m_result.fits[static_cast<std::size_t>(page)])
                open(item, page);
    for (int page = 0; page < m_pages; ++page) {
        double left = m_key.lanesHeight;
        for (std::size_t lane = 0; lane < m_lanes; ++lane)
            left -= shareOf(lane, cell(lane, page));
        m_result.left.push_back(left);
    }
}

/// Those whose events are no longer than a window and have no row.
void Titler::findLow() {
    m_result.low.assign(m_lanes, false);
    for (const Item& item : m_items)
        if (item.isShort || m_view.lanes()[item.lane].collapsed)
            m_result.low[item.lane] = true;
    for (const Item& item : m_items)
        if (m_result.titled[item.event] || (!item.isShort && item.isPlanned && anyFit(item)))
            m_result.low[item.lane] = false;
}

/// Lanes that need little come first, with all their rows; then each lane has a turn for each of its rows.
template <typename Iterator>
void Titler::sortByTurn(Iterator from, Iterator to) const {
    const auto turn = [this](const Item& item) {
        const bool favoured = m_favoured[item.lane] || isForced(item.lane);
        return std::tuple(favoured ? 0 : 1, favoured ? 0U : m_plan[item.event].row, m_rank[item.lane]);
    };
    std::stable_sort(from, to, [&](const Item& a, const Item& b) { return turn(a) < turn(b); });
}

/// The lane on a page with the title of one event more.
Cell Titler::with(const Item& item, int page) {
    Cell more = cell(item.lane, page);
    const std::uint8_t row = lines(m_lines, item, page);
    more.open += row == 0 ? 1 : 0;
    more.rows += heightOfRow(std::max(row, m_plan[item.event].lines)) - heightOfRow(row);
    --more.untitled;
    return more;
}

/// Gives an event its title if every page that it touches has height for it.
void Titler::give(const Item& item) {
    if (!item.isShort || !item.isPlanned || m_result.titled[item.event])
        return;
    for (int page = item.first; page <= item.last && !isForced(item.lane); ++page) {
        const double more = heightOf(item.lane, with(item, page)) - heightOf(item.lane, cell(item.lane, page));
        if (more > m_result.left[static_cast<std::size_t>(page)] + rounding && more > 0)
            return;
    }
    take(item);
}

void Titler::take(const Item& item) {
    m_result.titled[item.event] = true;
    for (int page = item.first; page <= item.last; ++page)
        open(item, page);
}

/// Opens the row of a title on a page, at the cost of the height that is left there, once that is known.
void Titler::open(const Item& item, int page) {
    Cell& there = cell(item.lane, page);
    const Cell more = with(item, page);
    if (!m_result.left.empty())
        m_result.left[static_cast<std::size_t>(page)] -= shareOf(item.lane, more) - shareOf(item.lane, there);
    there = more;
    std::uint8_t& row = lines(m_lines, item, page);
    row = std::max(row, m_plan[item.event].lines);
}

} // namespace

qint64 blockOf(qint64 page) {
    const qint64 from = page - firstOfBlocks;
    return from >= 0 ? from / pagesPerBlock : 0;
}

int subRowsOf(const LaneGroup& lane, const PageTitles& titles) {
    return lane.collapsed && titles.roomy ? std::max(titles.subRows, commonSubRows) : titles.subRows;
}

double leastLaneHeight(const Sizes& sizes, const TextMeasurer& measurer) {
    return std::max(stripHeight(leastSubRows, sizes), std::ceil(measurer.lineHeight(FontRole::LaneName)));
}

PageTitles pageTitles(const StoryView& view, const PackingKey& key, const Sizes& sizes, const TextMeasurer& measurer,
                      std::span<const Placement> plan, qint64 block) {
    return Titler(view, key, sizes, measurer, plan, block).titles();
}

} // namespace quoteline::layout
