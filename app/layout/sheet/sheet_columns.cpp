// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/sheet/sheet_columns.h"

#include <algorithm>
#include <cmath>

namespace quoteline::layout {

namespace {

bool isHeading(const SheetPart& part, std::span<const SetBlock> blocks) {
    return blocks[part.block].kind == SheetBlock::Kind::Heading;
}

/// Divides units among columns in their order.
class Balancer {
public:
    Balancer(std::vector<SheetUnit> units, int columns)
        : m_units(std::move(units))
        , m_columns(static_cast<std::size_t>(columns))
        , m_sums(m_units.size() + 1) {
        for (std::size_t i = 0; i < m_units.size(); ++i)
            m_sums[i + 1] = m_sums[i] + m_units[i].above + m_units[i].height;
    }
    /// The first unit of each column after the first.
    std::vector<std::size_t> breaks() const;
    const std::vector<SheetUnit>& units() const { return m_units; }

private:
    double height(std::size_t first, std::size_t end) const {
        return end > first ? m_sums[end] - m_sums[first] - m_units[first].above : 0;
    }
    std::size_t endWithin(std::size_t first, double limit) const;
    bool fits(double limit) const;
    double leastLimit() const;

    std::vector<SheetUnit> m_units;
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
    for (const SheetUnit& unit : m_units)
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

} // namespace

double spaceAbove(const SheetPart& part, std::span<const SetBlock> blocks) {
    return part.firstRow == 0 ? blocks[part.block].rows.front().above : 0;
}

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

std::vector<SheetPart> wholeParts(std::span<const SetBlock> blocks) {
    std::vector<SheetPart> parts;
    for (std::size_t i = 0; i < blocks.size(); ++i)
        parts.push_back({i, 0, blocks[i].rows.size()});
    return parts;
}

std::vector<SheetUnit> unitsOf(std::span<const SheetPart> parts, std::span<const SetBlock> blocks) {
    std::vector<SheetUnit> units;
    for (std::size_t i = 0; i < parts.size();) {
        SheetUnit unit{i, i + 1, spaceAbove(parts[i], blocks), heightOf(parts[i], blocks)};
        while (unit.end < parts.size() && isHeading(parts[unit.end - 1], blocks)) {
            unit.height += spaceAbove(parts[unit.end], blocks) + heightOf(parts[unit.end], blocks);
            ++unit.end;
        }
        units.push_back(unit);
        i = unit.end;
    }
    return units;
}

SheetColumns balancedColumns(std::span<const SheetPart> parts, std::span<const SetBlock> blocks, int columns) {
    const Balancer balancer(unitsOf(parts, blocks), columns);
    const std::vector<std::size_t> breaks = balancer.breaks();
    SheetColumns result(static_cast<std::size_t>(columns));
    std::size_t column = 0;
    for (std::size_t i = 0; i < balancer.units().size(); ++i) {
        while (column < breaks.size() && breaks[column] <= i)
            ++column;
        const SheetUnit& unit = balancer.units()[i];
        for (std::size_t part = unit.first; part < unit.end; ++part)
            result[column].push_back(parts[part]);
    }
    return result;
}

} // namespace quoteline::layout
