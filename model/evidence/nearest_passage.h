// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/evidence/quote_check.h"
#include <optional>
#include <string_view>

namespace quoteline::model {

/// The passage of a document that is nearest to the words of a quote that is not found. Words are runs without spaces,
/// punctuation included (but for what the document has before the first and after the last one), and are equal or not:
/// typography apart, case not. Of all places the eight that share the most
/// words with the quote, in any order, are compared with it word by word (the fewest insertions, omissions and
/// replacements; the first of equals). Of a quote of more than 500 words the first 500 are compared that do not stand
/// there, taken from its beginning in steps of 500. Nothing when more than two thirds of the words are off. Code points
/// are counted for texts of up to 2,000. `quote` is folded.
std::optional<NearestPassage> nearestPassage(const PlainDocument& document, std::u32string_view quote);

} // namespace quoteline::model
