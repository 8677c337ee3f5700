// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/layout/sheet/sheet_rows.h"

/// Which lines of the evidence sheet stand in which of the columns of one page.
namespace quoteline::layout {

/// Rows of a block that stand together.
struct SheetPart {
    std::size_t block = 0;
    std::size_t firstRow = 0;
    std::size_t endRow = 0; ///< not included; a part from a row other than the first is a continuation
    bool operator==(const SheetPart&) const = default;
};
using SheetColumn = std::vector<SheetPart>;
using SheetColumns = std::vector<SheetColumn>; ///< of a page

/// Parts that stay together: headings and the part after them, or one part alone.
struct SheetUnit {
    std::size_t first = 0; ///< of the parts
    std::size_t end = 0;   ///< not included
    double above = 0;      ///< space above it, unless it is the first of its column
    double height = 0;     ///< without the space above
};

/// What stands above the part, unless it is the first of its column.
double spaceAbove(const SheetPart& part, std::span<const SetBlock> blocks);
/// With the lines that say that it is a continuation, without the space above.
double heightOf(const SheetPart& part, std::span<const SetBlock> blocks);
/// With the space between its parts.
double heightOf(const SheetColumn& column, std::span<const SetBlock> blocks);

/// Every block whole, in its order.
std::vector<SheetPart> wholeParts(std::span<const SetBlock> blocks);
std::vector<SheetUnit> unitsOf(std::span<const SheetPart> parts, std::span<const SetBlock> blocks);

/// All parts on one page, read down the columns: the longest column is as short as whole parts allow, and the others
/// differ little from it. A heading stays with the part after it.
SheetColumns balancedColumns(std::span<const SheetPart> parts, std::span<const SetBlock> blocks, int columns);

} // namespace quoteline::layout
