// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/sheet_columns.h"

#include <algorithm>
#include <cmath>

namespace quoteline::layout {

namespace {

constexpr std::size_t leadRows = 4;      ///< of a block that is broken, before the first break
constexpr std::size_t mostMovedRows = 8; ///< to the next column, so that rows that cling stay with those above them
constexpr double tallEntry = 0.5;        ///< of a column: an entry that may be broken, between its quotes
constexpr double leastLead = 0.25;       ///< of a column: what is worth to be filled with the first quotes of one

double spaceAbove(const SheetPart& part, std::span<const SetBlock> blocks) {
    return part.firstRow == 0 ? blocks[part.block].rows.front().above : 0;
}

bool isHeading(const SheetPart& part, std::span<const SetBlock> blocks) {
    return blocks[part.block].kind == SheetBlock::Kind::Heading;
}

SheetPart wholeBlock(std::size_t block, std::span<const SetBlock> blocks) {
    return {block, 0, blocks[block].rows.size()};
}

/// Parts that stay together: a heading and what it heads, or one part alone.
struct Unit {
    std::size_t first = 0; ///< of the parts
    std::size_t end = 0;   ///< not included
    double above = 0;
    double height = 0;
};

std::vector<Unit> unitsOf(std::span<const SheetPart> parts, std::span<const SetBlock> blocks) {
    std::vector<Unit> units;
    for (std::size_t i = 0; i < parts.size();) {
        Unit unit{i, i + 1, spaceAbove(parts[i], blocks), heightOf(parts[i], blocks)};
        while (unit.end < parts.size() && isHeading(parts[unit.end - 1], blocks)) {
            unit.height += spaceAbove(parts[unit.end], blocks) + heightOf(parts[unit.end], blocks);
            ++unit.end;
        }
        units.push_back(unit);
        i = unit.end;
    }
    return units;
}

/// Divides units among columns in their order.
class Balancer {
public:
    Balancer(std::vector<Unit> units, int columns)
        : m_units(std::move(units))
        , m_columns(static_cast<std::size_t>(columns))
        , m_sums(m_units.size() + 1) {
        for (std::size_t i = 0; i < m_units.size(); ++i)
            m_sums[i + 1] = m_sums[i] + m_units[i].above + m_units[i].height;
    }
    /// The first unit of each column after the first.
    std::vector<std::size_t> breaks() const;
    const std::vector<Unit>& units() const { return m_units; }

private:
    double height(std::size_t first, std::size_t end) const {
        return end > first ? m_sums[end] - m_sums[first] - m_units[first].above : 0;
    }
    std::size_t endWithin(std::size_t first, double limit) const;
    bool fits(double limit) const;
    double leastLimit() const;

    std::vector<Unit> m_units;
    std::size_t m_columns;
    std::vector<double> m_sums;
};

/// The most units from `first` that a column of that height holds.
std::size_t Balancer::endWithin(std::size_t first, double limit) const {
    if (first == m_units.size())
        return first;
    const double most = m_sums[first] + m_units[first].above + limit;
    return static_cast<std::size_t>(std::upper_bound(m_sums.begin(), m_sums.end(), most) - m_sums.begin()) - 1;
}

bool Balancer::fits(double limit) const {
    std::size_t next = 0;
    for (std::size_t column = 0; column < m_columns && next < m_units.size(); ++column)
        next = endWithin(next, limit);
    return next == m_units.size();
}

/// The least height of columns that hold everything, to a hundredth of a pixel.
double Balancer::leastLimit() const {
    double least = 0;
    for (const Unit& unit : m_units)
        least = std::max(least, unit.height);
    double most = std::max(least, m_sums.back());
    double tooLittle = least - 0.01;
    most += 0.01;
    while (most - tooLittle > 0.01) {
        const double middle = (most + tooLittle) / 2;
        (fits(middle) ? most : tooLittle) = middle;
    }
    return most;
}

std::vector<std::size_t> Balancer::breaks() const {
    const double limit = leastLimit();
    // From the back: what fits the last column, the last two ...
    std::vector<std::size_t> earliest(m_columns + 1, m_units.size());
    for (std::size_t left = 1; left <= m_columns; ++left) {
        std::size_t first = earliest[left - 1];
        while (first > 0 && height(first - 1, earliest[left - 1]) <= limit)
            --first;
        earliest[left] = first;
    }
    std::vector<std::size_t> result;
    std::size_t first = 0;
    for (std::size_t left = m_columns - 1; left > 0; --left) {
        const double share = height(first, m_units.size()) / static_cast<double>(left + 1);
        const std::size_t most = endWithin(first, limit);
        std::size_t end = std::min(most, endWithin(first, share));
        if (end < most && height(first, end + 1) - share < share - height(first, end))
            ++end;
        end = std::max(end, std::min(earliest[left], most));
        end = std::max(end, std::min(first + 1, most)); // no empty column before one that is not
        result.push_back(end);
        first = end;
    }
    return result;
}

SheetColumns divided(std::span<const SheetPart> parts, std::span<const SetBlock> blocks, int columns) {
    const Balancer balancer(unitsOf(parts, blocks), columns);
    const std::vector<std::size_t> breaks = balancer.breaks();
    SheetColumns result(static_cast<std::size_t>(columns));
    std::size_t column = 0;
    for (std::size_t i = 0; i < balancer.units().size(); ++i) {
        while (column < breaks.size() && breaks[column] <= i)
            ++column;
        const Unit& unit = balancer.units()[i];
        for (std::size_t part = unit.first; part < unit.end; ++part)
            result[column].push_back(parts[part]);
    }
    return result;
}

/// Fills pages from column to column.
class PageFiller {
public:
    PageFiller(std::span<const SetBlock> blocks, int columns, double firstHeight, double height)
        : m_blocks(blocks)
        , m_columns(static_cast<std::size_t>(columns))
        , m_firstHeight(firstHeight)
        , m_height(height)
        , m_pages(1, SheetColumns(m_columns)) {}

    std::vector<SheetColumns> filled();

private:
    SheetColumn& column() { return m_pages.back()[m_column]; }
    double fullHeight() const { return m_pages.size() == 1 ? m_firstHeight : m_height; }
    double room(double above) const { return fullHeight() - m_used - (m_pages.back()[m_column].empty() ? 0 : above); }
    void advance();
    void put(const SheetPart& part, double above, double height);
    void addUnit(const Unit& unit, std::span<const SheetPart> parts);
    void addBroken(std::size_t block, bool betweenQuotes);
    double leadOf(const Unit& unit, std::span<const SheetPart> parts) const;
    bool mayBeTorn(const Unit& unit, std::span<const SheetPart> parts) const;
    bool nothingYet() const { return m_pages.size() == 1 && m_column == 0 && m_pages.back().front().empty(); }

    std::span<const SetBlock> m_blocks;
    std::size_t m_columns;
    double m_firstHeight;
    double m_height;
    std::vector<SheetColumns> m_pages;
    std::size_t m_column = 0;
    double m_used = 0;
};

void PageFiller::advance() {
    m_used = 0;
    if (++m_column < m_columns)
        return;
    m_column = 0;
    m_pages.emplace_back(m_columns);
}

void PageFiller::put(const SheetPart& part, double above, double height) {
    m_used += (column().empty() ? 0 : above) + height;
    column().push_back(part);
}

/// What has to fit before the first break of a unit that is higher than a column.
double PageFiller::leadOf(const Unit& unit, std::span<const SheetPart> parts) const {
    const SheetPart& last = parts[unit.end - 1];
    const std::span<const SheetRow> rows(m_blocks[last.block].rows);
    return unit.height - m_blocks[last.block].height + heightOf(rows.first(std::min(leadRows, rows.size())));
}

void PageFiller::addUnit(const Unit& unit, std::span<const SheetPart> parts) {
    const bool fitsSome = unit.height <= m_height && (unit.height <= m_firstHeight || !nothingYet());
    const bool torn = fitsSome && unit.height > room(unit.above) && mayBeTorn(unit, parts);
    while (fitsSome && !torn && unit.height > room(unit.above))
        advance();
    if (!fitsSome && !column().empty() && leadOf(unit, parts) > room(unit.above))
        advance();
    for (std::size_t i = unit.first; i < unit.end; ++i) {
        if ((!fitsSome || torn) && i + 1 == unit.end)
            addBroken(parts[i].block, torn);
        else
            put(parts[i], spaceAbove(parts[i], m_blocks), heightOf(parts[i], m_blocks));
    }
}

/// The end of the last of the quotes from `first` that fit `room`, if not all do; `first` where not even one does.
std::size_t endOfQuotes(std::span<const SheetRow> rows, std::size_t first, double room) {
    std::size_t end = first;
    double height = -rows[first].above;
    for (std::size_t i = first; i < rows.size() && height <= room; ++i) {
        if (i > first && rows[i].opens)
            end = i;
        height += rows[i].above + rows[i].height;
    }
    return end;
}

/// Whether a tall entry that would leave much of this column empty is begun here: it is broken between its quotes.
bool PageFiller::mayBeTorn(const Unit& unit, std::span<const SheetPart> parts) const {
    const SetBlock& block = m_blocks[parts[unit.end - 1].block];
    const double full = fullHeight();
    if (block.height < tallEntry * full)
        return false;
    const double space = room(unit.above) - (unit.height - block.height);
    const std::span<const SheetRow> rows(block.rows);
    const std::size_t end = endOfQuotes(rows, 0, space);
    return end > 0 && heightOf(rows.first(end)) >= leastLead * full;
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

/// As many quotes as fit in each column, else as many rows, one at least.
void PageFiller::addBroken(std::size_t block, bool betweenQuotes) {
    const std::vector<SheetRow>& rows = m_blocks[block].rows;
    for (std::size_t first = 0; first < rows.size();) {
        SheetPart part{block, first, first + 1};
        const double above = spaceAbove(part, m_blocks);
        double height = heightOf(part, m_blocks);
        while (part.endRow < rows.size() &&
               height + rows[part.endRow].above + rows[part.endRow].height <= room(above)) {
            height += rows[part.endRow].above + rows[part.endRow].height;
            ++part.endRow;
        }
        part.endRow = betterEnd(rows, part, betweenQuotes ? m_height : leastLead * fullHeight());
        put(part, above, heightOf(part, m_blocks));
        first = part.endRow;
        if (first < rows.size())
            advance();
    }
}

std::vector<SheetColumns> PageFiller::filled() {
    std::vector<SheetPart> parts;
    for (std::size_t i = 0; i < m_blocks.size(); ++i)
        parts.push_back(wholeBlock(i, m_blocks));
    for (const Unit& unit : unitsOf(parts, m_blocks))
        addUnit(unit, parts);
    return std::move(m_pages);
}

/// Its parts in the order of reading; those of one block are put together again.
std::vector<SheetPart> partsToBalance(const SheetColumns& page) {
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

} // namespace

double heightOf(const SheetPart& part, std::span<const SetBlock> blocks) {
    const SetBlock& block = blocks[part.block];
    const std::span<const SheetRow> rows(block.rows);
    return heightOf(rows.subspan(part.firstRow, part.endRow - part.firstRow)) +
           (part.firstRow > 0 ? heightOf(block.continued) : 0);
}

double heightOf(const SheetColumn& column, std::span<const SetBlock> blocks) {
    double height = column.empty() ? 0 : -spaceAbove(column.front(), blocks);
    for (const SheetPart& part : column)
        height += spaceAbove(part, blocks) + heightOf(part, blocks);
    return height;
}

SheetColumns balancedColumns(std::span<const SetBlock> blocks, int columns) {
    std::vector<SheetPart> parts;
    for (std::size_t i = 0; i < blocks.size(); ++i)
        parts.push_back(wholeBlock(i, blocks));
    return divided(parts, blocks, columns);
}

std::vector<SheetColumns> pagedColumns(std::span<const SetBlock> blocks, int columns, double firstHeight,
                                       double height) {
    std::vector<SheetColumns> pages = PageFiller(blocks, columns, firstHeight, height).filled();
    const double most = pages.size() == 1 ? firstHeight : height;
    SheetColumns last = divided(partsToBalance(pages.back()), blocks, columns);
    if (std::ranges::all_of(last, [&](const SheetColumn& column) { return heightOf(column, blocks) <= most; }))
        pages.back() = std::move(last);
    return pages;
}

} // namespace quoteline::layout
