// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QTextBoundaryFinder>
#include <vector>

/// Where one line of plain text may end: before a second one, or before an ellipsis.
namespace quoteline::layout {

/// The first line is what lies before `end`, the second what lies from `start` on: a space between them is dropped.
struct TextBreak {
    qsizetype end = 0;
    qsizetype start = 0;
    bool operator==(const TextBreak&) const = default;
};

/// At spaces, and beside characters of scripts that are written without: never before punctuation that closes, after
/// punctuation that opens, nor in a number. O(n).
std::vector<TextBreak> breaksOf(const QString& text);

/// Where a text that is too long may be cut off before an ellipsis.
class TextCuts {
public:
    explicit TextCuts(const QString& text);

    /// The longest start of at most `length` UTF-16 units that ends between grapheme clusters, outside of numbers, and
    /// on nothing that waits for more: white space, an opening quotation mark, a hyphen, a comma.
    qsizetype at(qsizetype length);
    /// The same at the end of a word.
    qsizetype atWord(qsizetype length);

private:
    bool endsWord(qsizetype at) const;

    const QString& m_text;
    std::vector<TextBreak> m_breaks;
    QTextBoundaryFinder m_clusters;
};

} // namespace quoteline::layout
