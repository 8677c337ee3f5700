// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/sheet/sheet_pages.h"

#include <algorithm>
#include <utility>

namespace quoteline::layout {

namespace {

constexpr std::size_t leadRows = 4;      ///< of a block that is broken, before the first break
constexpr std::size_t mostMovedRows = 8; ///< to the next column, so that rows that cling stay with those above them
constexpr double tallEntry = 0.5;        ///< of a column: an entry that may be broken, between its quotes
constexpr double leastLead = 0.25;       ///< of a column: what is worth to be filled with the first quotes of one
constexpr double mostEmpty = 0.25;       ///< of the last column, before the columns are balanced

/// The end of the last of the quotes that fit `room`, if not all do; 0 where not even one does.
std::size_t endOfQuotes(std::span<const SheetRow> rows, double room) {
    std::size_t end = 0;
    double height = -rows.front().above;
    for (std::size_t i = 0; i < rows.size() && height <= room; ++i) {
        if (rows[i].opens)
            end = i;
        height += rows[i].above + rows[i].height;
    }
    return end;
}

/// Where a column ends better than between rows that belong together, if that costs few rows.
std::size_t withoutTornRows(std::span<const SheetRow> rows, std::size_t first, std::size_t end) {
    std::size_t better = end;
    while (better < rows.size() && better > first && rows[better].clings)
        --better;
    return better > first && end - better <= mostMovedRows ? better : end;
}

/// Where a part of a broken block ends: between quotes if that leaves no more than `mostLeft` empty, else before rows
/// that belong together.
std::size_t betterEnd(std::span<const SheetRow> rows, const SheetPart& part, double mostLeft) {
    if (part.endRow == rows.size())
        return part.endRow;
    std::size_t end = part.endRow;
    while (end > part.firstRow && !rows[end].opens)
        --end;
    const double left = end > part.firstRow ? heightOf(rows.subspan(end, part.endRow - end)) : 0;
    return end > part.firstRow && left <= mostLeft ? end : withoutTornRows(rows, part.firstRow, part.endRow);
}

/// A page that is filled column by column.
class Page {
public:
    Page(std::span<const SetBlock> blocks, std::size_t columns, double height)
        : m_blocks(blocks)
        , m_columns(columns)
        , m_height(height) {}

    bool isEmpty() const { return m_column == 0 && m_columns.front().empty(); }
    /// The whole unit in this column, if there is room.
    bool put(const SheetUnit& unit, std::span<const SheetPart> parts);
    /// The unit on this page, broken between columns where that is allowed; the page is of no use if there is no room.
    bool putWithin(const SheetUnit& unit, std::span<const SheetPart> parts);
    /// Of a unit that no page holds, as much as there is room for; its last part in `parts` becomes what is left of it.
    /// False where there is no room to begin, which an empty page always has.
    bool begin(const SheetUnit& unit, std::span<SheetPart> parts);
    SheetColumns done() &&;

private:
    double room(double above) const { return m_height - m_used - (m_columns[m_column].empty() ? 0 : above); }
    bool advance();
    void add(const SheetPart& part);
    void addHeadings(const SheetUnit& unit, std::span<const SheetPart> parts);
    double headingsHeight(const SheetUnit& unit, std::span<const SheetPart> parts) const;
    bool hasRoomToBegin(const SheetUnit& unit, std::span<const SheetPart> parts) const;
    bool isBetterTorn(const SheetUnit& unit, std::span<const SheetPart> parts) const;
    bool putTorn(const SheetUnit& unit, std::span<const SheetPart> parts, double mostLeft);
    SheetPart addBroken(SheetPart part, double mostLeft);

    std::span<const SetBlock> m_blocks;
    SheetColumns m_columns;
    double m_height;
    std::size_t m_column = 0;
    double m_used = 0; ///< of this column
};

bool Page::advance() {
    if (m_column + 1 == m_columns.size())
        return false;
    ++m_column;
    m_used = 0;
    return true;
}

void Page::add(const SheetPart& part) {
    SheetColumn& column = m_columns[m_column];
    m_used += (column.empty() ? 0 : spaceAbove(part, m_blocks)) + heightOf(part, m_blocks);
    column.push_back(part);
}

void Page::addHeadings(const SheetUnit& unit, std::span<const SheetPart> parts) {
    for (const SheetPart& part : parts.subspan(unit.first, unit.end - unit.first - 1))
        add(part);
}

bool Page::put(const SheetUnit& unit, std::span<const SheetPart> parts) {
    if (unit.height > room(unit.above))
        return false;
    addHeadings(unit, parts);
    add(parts[unit.end - 1]);
    return true;
}

/// With the space between them and the last part of the unit.
double Page::headingsHeight(const SheetUnit& unit, std::span<const SheetPart> parts) const {
    return unit.height - heightOf(parts[unit.end - 1], m_blocks);
}

/// Whether the headings and some lines of a unit that has to be broken fit this column. An empty one has to do: others
/// have no more room.
bool Page::hasRoomToBegin(const SheetUnit& unit, std::span<const SheetPart> parts) const {
    if (m_columns[m_column].empty())
        return true;
    SheetPart lead = parts[unit.end - 1];
    lead.endRow = std::min(lead.firstRow + leadRows, lead.endRow);
    return headingsHeight(unit, parts) + heightOf(lead, m_blocks) <= room(unit.above);
}

/// Whether a tall entry that would leave much of this column empty is begun here: it is broken between its quotes.
bool Page::isBetterTorn(const SheetUnit& unit, std::span<const SheetPart> parts) const {
    const SetBlock& block = m_blocks[parts[unit.end - 1].block];
    if (block.height < tallEntry * m_height)
        return false;
    const std::span<const SheetRow> rows(block.rows);
    const std::size_t end = endOfQuotes(rows, room(unit.above) - headingsHeight(unit, parts));
    return end > 0 && heightOf(rows.first(end)) >= leastLead * m_height;
}

/// As many quotes as fit in each column, else as many rows, one at least; the answer is what found no room.
SheetPart Page::addBroken(SheetPart part, double mostLeft) {
    const std::vector<SheetRow>& rows = m_blocks[part.block].rows;
    const std::size_t end = part.endRow;
    while (part.firstRow < end) {
        part.endRow = part.firstRow + 1;
        double height = heightOf(part, m_blocks);
        const double most = room(spaceAbove(part, m_blocks));
        while (part.endRow < end && height + rows[part.endRow].above + rows[part.endRow].height <= most) {
            height += rows[part.endRow].above + rows[part.endRow].height;
            ++part.endRow;
        }
        part.endRow = betterEnd(rows, part, mostLeft);
        add(part);
        part.firstRow = part.endRow;
        if (part.firstRow < end && !advance())
            break;
    }
    part.endRow = end;
    return part;
}

bool Page::putTorn(const SheetUnit& unit, std::span<const SheetPart> parts, double mostLeft) {
    addHeadings(unit, parts);
    const SheetPart rest = addBroken(parts[unit.end - 1], mostLeft);
    return rest.firstRow == rest.endRow;
}

bool Page::putWithin(const SheetUnit& unit, std::span<const SheetPart> parts) {
    if (put(unit, parts))
        return true;
    if (unit.height > m_height)
        return (hasRoomToBegin(unit, parts) || advance()) && putTorn(unit, parts, leastLead * m_height);
    if (m_column + 1 < m_columns.size() && isBetterTorn(unit, parts)) {
        Page torn = *this;
        if (torn.putTorn(unit, parts, m_height)) {
            *this = std::move(torn);
            return true;
        }
    }
    return advance() && put(unit, parts);
}

bool Page::begin(const SheetUnit& unit, std::span<SheetPart> parts) {
    while (!hasRoomToBegin(unit, parts))
        if (!advance())
            return false;
    addHeadings(unit, parts);
    parts[unit.end - 1] = addBroken(parts[unit.end - 1], leastLead * m_height);
    return true;
}

/// Parts in the order of reading; those of one block are put together again.
std::vector<SheetPart> mended(const SheetColumns& page) {
    std::vector<SheetPart> parts;
    for (const SheetColumn& column : page)
        for (const SheetPart& part : column) {
            if (!parts.empty() && parts.back().block == part.block)
                parts.back().endRow = part.endRow;
            else
                parts.push_back(part);
        }
    return parts;
}

SheetColumns Page::done() && {
    if (m_column + 1 == m_columns.size() && m_used >= (1 - mostEmpty) * m_height)
        return std::move(m_columns);
    SheetColumns balanced = balancedColumns(mended(m_columns), m_blocks, static_cast<int>(m_columns.size()));
    const bool fits = std::ranges::all_of(
        balanced, [&](const SheetColumn& column) { return heightOf(column, m_blocks) <= m_height; });
    return fits ? std::move(balanced) : std::move(m_columns);
}

} // namespace

std::vector<SheetColumns> pagedColumns(std::span<const SetBlock> blocks, int columns, double firstHeight,
                                       double height) {
    const auto count = static_cast<std::size_t>(columns);
    std::vector<SheetPart> parts = wholeParts(blocks);
    std::vector<SheetColumns> pages;
    Page page(blocks, count, firstHeight);
    const auto turn = [&](Page next) { pages.push_back(std::exchange(page, std::move(next)).done()); };
    for (SheetUnit unit : unitsOf(parts, blocks)) {
        if (page.put(unit, parts))
            continue;
        if (Page here = page; here.putWithin(unit, parts)) {
            page = std::move(here);
            continue;
        }
        const bool isFirst = pages.empty() && page.isEmpty();
        if (Page next(blocks, count, height); !isFirst && next.putWithin(unit, parts)) {
            turn(std::move(next));
            continue;
        }
        if (!page.begin(unit, parts)) {
            turn({blocks, count, height});
            page.begin(unit, parts);
        }
        SheetPart& left = parts[unit.end - 1];
        while (left.firstRow < left.endRow) {
            turn({blocks, count, height});
            unit = {unit.end - 1, unit.end, 0, heightOf(left, blocks)};
            page.begin(unit, parts);
        }
    }
    pages.push_back(std::move(page).done());
    return pages;
}

} // namespace quoteline::layout
