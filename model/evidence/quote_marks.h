// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>
#include <vector>

namespace quoteline::model {

/// What marks a place where quote and document part.
struct PartMarks {
    bool brackets = false; ///< "[words]"
    bool ellipses = false; ///< "..." and "[...]"
};

/// A run of the quote without marks, and whether white space stood beside the mark before and after it.
struct QuoteRun {
    std::u32string_view text;
    bool wordStarts = false;
    bool wordEnds = false;
};
/// Runs with brackets between them.
using QuotePart = std::vector<QuoteRun>;

/// Takes a folded quote apart: parts with ellipses between them, of runs with brackets between them. Empty when it
/// lacks marks of a kind asked for; marks of the other kind are words like others. Views into `quote`.
std::vector<QuotePart> splitAtMarks(std::u32string_view quote, PartMarks marks);

} // namespace quoteline::model
