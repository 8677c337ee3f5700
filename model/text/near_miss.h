// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <functional>
#include <optional>
#include <string_view>

/// What a mistyped word was probably meant to be, and how foreign text is shown in a sentence.
namespace quoteline::model {

/// Edit distance between two texts, byte by byte: an insertion, a deletion, a replacement and a swap of neighbours cost
/// 1 each (optimal string alignment). `limit` + 1 stands for every distance above `limit`.
std::size_t editDistance(std::string_view a, std::string_view b, std::size_t limit);

/// The number of slips that still count as a near miss of a word: 1 up to 4 bytes, else 2; none for one or two bytes.
std::size_t slipsAllowed(std::string_view word);

/// The candidate nearest to `word` within slipsAllowed(word), the first of equals; nothing when none is near.
/// `candidate(i)` gives the i-th of `count` texts.
std::optional<std::string_view> nearest(std::string_view word, std::size_t count,
                                        const std::function<std::string_view(std::size_t)>& candidate);

/// UTF-8 text of a file for use inside a sentence: at most 60 characters, on one line, control and format characters
/// replaced, so that a story cannot break or disguise a message.
QString shown(std::string_view text);

} // namespace quoteline::model
