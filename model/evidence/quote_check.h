// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/evidence/plain_document.h"
#include "model/story/story.h"
#include <optional>
#include <string_view>
#include <vector>

/// Whether the words of a quote stand in a document. A quote is a TextQuoteSelector of the W3C Web Annotation Data
/// Model (section 4.2.4): the words (exact) with some of the text before (prefix) and after (suffix). An empty prefix
/// or suffix says nothing, so anything may stand there. All positions are code points of the document as it is.
namespace quoteline::model {

/// How the words stand there. Tried in this order; the first that holds is the grade, but that words which stand at
/// several places without their context, and at one in other typography with it, are those of that one (Typography).
/// Case is never folded.
enum class QuoteGrade : std::uint8_t {
    Verbatim,       ///< prefix, exact and suffix side by side, once, code point for code point
    ContextDiffers, ///< exact stands there code point for code point, but not its prefix or suffix beside it
    Typography,     ///< exact stands there under the folds of typography_folding.h
    Bracketed,      ///< without the words in [brackets], which are the author's
    Shortened,      ///< the parts between "..." or "[...]" stand there in order
    CutOff,         ///< the quote goes on after the ellipsis that the document ends with
    Several,        ///< exact stands there more than once, and the context does not say which one is meant
    NotFound,
};
inline constexpr std::size_t quoteGradeCount = 8;

/// The word for it in data: "verbatim", "contextDiffers", "typography", "bracketed", "shortened", "cutOff", "several",
/// "notFound".
std::string_view toWord(QuoteGrade grade);
/// "composition", "quotationMarks", "dashes", "ellipsis", "spaces", "softHyphens", "zeroWidth", "whiteSpaceRuns".
std::string_view toWord(TypographyFold fold);

/// Where a quote that is not found comes nearest. See model/evidence/nearest_passage.h for how it is looked for.
struct NearestPassage {
    TextSpan span;
    std::size_t wordsOff = 0;                 ///< words to insert, leave out or replace, typography and context apart
    std::size_t words = 0;                    ///< of the quote, as far as it was compared
    std::optional<std::size_t> charactersOff; ///< the same in code points; nothing for long texts
    bool operator==(const NearestPassage&) const = default;
};

struct QuoteCheck {
    QuoteGrade grade = QuoteGrade::NotFound;
    /// Where the words stand, in the order of the document: one for Verbatim, ContextDiffers, Typography and CutOff;
    /// one for each part of Bracketed and Shortened; for Several each place, at most maxPlaces. None for NotFound.
    std::vector<TextSpan> passages;
    std::size_t count = 0; ///< how often the words stand there; for Several more than passages may tell
    /// The folds without which the words, or for ContextDiffers and Verbatim the context, do not stand there; also of
    /// the parts of Bracketed, Shortened and CutOff.
    TypographyFolds folds;
    /// Whether prefix and suffix stand beside the words, the folds of typography allowed; true for an empty one.
    bool prefixBeside = false;
    bool suffixBeside = false;
    /// Bracketed: the words of the document that brackets took the place of. Shortened: these and what was left out.
    std::vector<TextSpan> gaps;
    bool hasBrackets = false; ///< the author's words in brackets were left out of the comparison (also of Shortened)
    /// CutOff: how many code points of exact stand in the document; the rest lies beyond its end.
    std::size_t exactFound = 0;
    std::optional<NearestPassage> nearest; ///< NotFound: nothing when nothing comes near

    bool operator==(const QuoteCheck&) const = default;
};

/// The most places that are listed.
inline constexpr std::size_t maxPlaces = 1000;
/// The fewest words that make a part of a shortened or cut quote, or the words around brackets, found.
inline constexpr std::size_t fewestWords = 3;

/// Whether the quote is the document's words beyond doubt: verbatim, or typography apart with its context beside it.
bool isFaithful(const QuoteCheck& check);

/// From the first to the last passage, to scroll to; nothing where there is none.
std::optional<TextSpan> extentOf(const QuoteCheck& check);

/// Texts are UTF-8. `exact` is not empty (the reader of stories refuses such); an empty one is NotFound. Time grows
/// with the sum of the lengths, not with their product.
QuoteCheck checkQuote(const PlainDocument& document, std::string_view exact, std::string_view prefix,
                      std::string_view suffix);
QuoteCheck checkQuote(const PlainDocument& document, const Quote& quote);

} // namespace quoteline::model
