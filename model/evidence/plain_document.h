// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/text/typography_folding.h"
#include <QString>
#include <memory>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

namespace quoteline::model {

/// Why bytes are not the plain text of a document.
struct TextProblem {
    enum class Kind { NotUtf8, NullCharacter, TooLong };
    Kind kind = Kind::NotUtf8;
    std::size_t byte = 0; ///< counted from 0
    std::size_t line = 1; ///< counted from 1; a line ends with a line feed
    bool operator==(const TextProblem&) const = default;
};

/// "“a.txt” is not UTF-8 text: the first wrong byte is byte 12, in line 3".
QString toText(const TextProblem& problem, const QString& name);

/// UTF-8 as code points, a byte order mark included; each byte that is not UTF-8 becomes U+FFFD. For the words of a
/// story, which are valid.
std::u32string toCodePoints(std::string_view utf8);

/// A word of a folded text: a run without spaces; each Han or Kana character is one by itself.
struct TextWord {
    std::uint32_t start = 0;
    std::uint32_t end = 0;
    std::uint32_t hash = 0;
};
std::vector<TextWord> wordsOf(std::u32string_view folded);

/// The text of a document as Unicode code points, exactly as it is: a byte order mark at its start is code point 0, a
/// carriage return is kept. An immutable value; copies share the text, and may be used on several threads. What is
/// derived from the text is made once, when it is first asked for.
class PlainDocument {
public:
    /// An empty one.
    PlainDocument();
    /// UTF-8 without NULL characters (no text has them, and a tool that stops at them would see another document).
    /// Nothing is ever replaced. Fewer than 2^31 bytes.
    static tl::expected<PlainDocument, TextProblem> fromUtf8(std::string_view bytes);

    std::u32string_view text() const;
    /// The copy that is searched for words in other typography; never shown.
    const FoldedCopy& folded() const;
    /// Of folded().
    const std::vector<TextWord>& words() const;

    bool operator==(const PlainDocument& other) const { return text() == other.text(); }

private:
    struct State;
    explicit PlainDocument(std::shared_ptr<State> state);
    std::shared_ptr<State> m_state;
};

} // namespace quoteline::model
