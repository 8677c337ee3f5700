// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/layout/sheet_rows.h"

/// Which lines of the evidence sheet stand in which column of which page.
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

/// With the lines that say that it is a continuation, without the space above.
double heightOf(const SheetPart& part, std::span<const SetBlock> blocks);
/// With the space between its parts.
double heightOf(const SheetColumn& column, std::span<const SetBlock> blocks);

/// All blocks on one page, read down the columns: the longest column is as short as whole blocks allow, and the others
/// differ little from it. A heading stays with the block after it.
SheetColumns balancedColumns(std::span<const SetBlock> blocks, int columns);

/// On pages with columns of `height`, those of the first `firstHeight`. A block that fits a column is broken only where
/// it is higher than half of one and a quarter of a column at least is filled by that, and then between its quotes
/// (SheetRow::opens). Headings stay with the block after them. The columns of the last page are balanced, unless a
/// block has to be broken there.
std::vector<SheetColumns> pagedColumns(std::span<const SetBlock> blocks, int columns, double firstHeight,
                                       double height);

} // namespace quoteline::layout
