// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/layout/sheet/sheet_content.h"

/// The lines of the evidence sheet, set in columns of one width.
namespace quoteline::layout {

/// Lengths of a sheet, in device-independent pixels.
struct SheetGrid {
    double textScale = 1;
    int columns = 1;
    double columnWidth = 0;
    double gutter = 0; ///< between columns
    double indent = 0; ///< of text, right of the numbers; 0 where the columns are too narrow for that
};

/// As many columns as make lines of a readable length: 45 to 75 characters and, where that can be chosen, nearly 65.
/// `width` is what they have together; `mostNumber` is the widest of the numbers.
SheetGrid sheetGrid(double width, double textScale, const QString& mostNumber, const TextMeasurer& measurer);

/// One line; places are relative to its top left.
struct SheetRow {
    double above = 0; ///< space above it, unless it is the first of its column
    double height = 0;
    bool clings = false; ///< to the row above it
    bool opens = false;  ///< a quote or a relation: a block is best broken above it
    std::vector<Text> texts;
    std::vector<SheetLink> links;
    std::optional<Mark> mark;
    std::optional<QRectF> rule;
};

/// A block with its lines.
struct SetBlock {
    SheetBlock::Kind kind = SheetBlock::Kind::Entry;
    SheetTarget target;
    QString title;
    std::vector<SheetRow> rows;      ///< at least one; Row::above of the first is that of the block
    std::vector<SheetRow> continued; ///< stand above the rest of a broken block
    double height = 0;               ///< of all rows, without the space above the first
};

SetBlock setInRows(const SheetBlock& block, const SheetGrid& grid, const TextMeasurer& measurer);

/// Of rows of a block from one to another (not included), without the space above the first.
double heightOf(std::span<const SheetRow> rows);

} // namespace quoteline::layout
