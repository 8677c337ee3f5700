// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/layout/shapes/text_measurer.h"
#include <QString>
#include <span>
#include <vector>

namespace quoteline::layout {

/// Words in one font that flow on after those before them.
struct FlowRun {
    QString text; ///< line breaks are kept
    FontRole font = FontRole::Note;
};

/// The part of a run that stands on a line.
struct FlowPiece {
    std::size_t run = 0;
    qsizetype start = 0; ///< in UTF-16 units of the run
    qsizetype length = 0;
    /// U+200E or U+200F, to be put before the words where they would else be set in another direction than their
    /// paragraph; 0 where they need none.
    char16_t mark = 0;
    double x = 0;     ///< of its left edge, from that of the column
    double width = 0; ///< measured, with the mark
    bool operator==(const FlowPiece&) const = default;
};

/// The words of a piece, with its mark.
QString wordsOf(const FlowPiece& piece, std::span<const FlowRun> runs);

struct FlowLine {
    std::vector<FlowPiece> pieces; ///< none for an empty line
    bool operator==(const FlowLine&) const = default;
};

/// Runs broken into lines of a width where the rules of Unicode (UAX #14) allow it; a word wider than that is broken
/// between grapheme clusters, and only a single cluster can be wider than its line. White space at the end of a line
/// belongs to none. A paragraph that begins in a script from right to left is set from the right edge. O(n) in the
/// text.
std::vector<FlowLine> brokenIntoLines(std::span<const FlowRun> runs, double width, const TextMeasurer& measurer);

} // namespace quoteline::layout
