// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/evidence/plain_document.h"
#include "model/evidence/quote_marks.h"
#include <optional>
#include <string_view>
#include <vector>

/// Quotes that leave out words of the document, or put in words of their author.
namespace quoteline::model {

/// Where the parts of a quote stand, in the folded text of the document and in its order.
struct FoundParts {
    std::vector<TextSpan> passages;
    std::vector<TextSpan> words; ///< of the folded quote, which stand at the passages
    std::vector<TextSpan> gaps;  ///< what lies between them, without white space at its edges; none of them empty
    bool operator==(const FoundParts&) const = default;
};

/// Texts before and after the quote, folded; they choose among several places.
struct FoldedContext {
    std::u32string_view prefix;
    std::u32string_view suffix;
};

/// Takes the (folded) quote apart at the marks asked for and finds its parts. Nothing when it has no such marks, has
/// more than maxParts parts, or is not found.
///
/// Parts between ellipses stand in the order of the quote, any distance apart; each has at least three words: fewer are
/// found anywhere, and then the quote counts as not found. Of all ways to place them the one that ends first is taken,
/// with the parts before it as late as they may be; a place beside prefix and suffix is preferred.
/// Inside of a part, brackets stand for nothing or for up to eight words of the document, and one run of words without
/// brackets has at least three words; from it on, the nearest place counts.
/// Where the quote has white space beside a mark, the document has no letter or digit there that would continue the
/// word. Of parts that stand in more than 10,000 places the first 10,000 are looked at.
std::optional<FoundParts> findParts(const PlainDocument& document, std::u32string_view quote, PartMarks marks,
                                    const FoldedContext& context);

inline constexpr std::size_t maxParts = 200;

/// The part of the (folded) quote that stands at the end of the document, directly before an ellipsis that the document
/// ends with (white space, quotation marks and closing brackets may follow the ellipsis), where it has at least three
/// words: its length in the folded quote and its place in the folded document. The longest; it ends with a whole word
/// of the quote where white space stands before the ellipsis.
struct CutQuote {
    std::size_t length = 0;
    TextSpan passage;
};
std::optional<CutQuote> findCut(const PlainDocument& document, std::u32string_view quote);

/// Words with a letter or a digit; two Han or Kana characters count as one.
std::size_t wordCount(std::u32string_view folded);

} // namespace quoteline::model
