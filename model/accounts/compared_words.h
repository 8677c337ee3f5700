// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>
#include <vector>

/// The words of a passage in the form in which accounts are compared, and nothing else is: without case and without
/// typography. A check of a quote against its document never uses it.
namespace quoteline::model {

/// A part of a text, in UTF-16 units.
struct PassageSpan {
    qsizetype start = 0;
    qsizetype length = 0;
    qsizetype end() const { return start + length; }
    bool operator==(const PassageSpan&) const = default;
};

struct ComparedWord {
    PassageSpan span; ///< in the text as given, from its first to its last letter or digit
    QString folded;   ///< equal for words that count as the same
    bool operator==(const ComparedWord&) const = default;
};

/// The words of `text`, in order, at most `most` of them.
///
/// What a word is: the segments of Unicode Standard Annex #29 (word boundaries) that hold a
/// letter or a digit. Punctuation, symbols and white space are no words, so that quotation marks and dashes never make
/// a difference. Where a script sets no spaces and the annex names no boundaries (Han, Thai), each character with its
/// marks is a word.
/// What is the same: words equal after foldedForSearch() (case and canonical composition do not count), with the
/// apostrophes of typography as "'" and without soft hyphens and characters of no width.
std::vector<ComparedWord> comparedWords(QStringView text, std::size_t most);

} // namespace quoteline::model
