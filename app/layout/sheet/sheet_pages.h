// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/layout/sheet/sheet_columns.h"

/// Which lines of the evidence sheet stand on which page.
namespace quoteline::layout {

/// The blocks on pages with columns of `height`, those of the first `firstHeight`; headings stay with the block after
/// them. Pages break between blocks: one goes on on the next page only if it fits no page whole. Columns of a page
/// break between blocks too, but for a block that is higher than a column or that is higher than half of one, fills a
/// quarter of a column by that and goes on in the next: that breaks between its quotes (SheetRow::opens). The columns
/// of a page that is not full are balanced, where that tears nothing.
std::vector<SheetColumns> pagedColumns(std::span<const SetBlock> blocks, int columns, double firstHeight,
                                       double height);

} // namespace quoteline::layout
