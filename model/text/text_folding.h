// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>
#include <string>
#include <string_view>
#include <vector>

/// Texts in the form in which words are compared. Every text is folded piece by piece, a piece being a character with
/// the marks that follow it, so that a text gives the same result here, in the index and where its places are asked
/// for.
namespace quoteline::model {

/// Upper and lower case become the same (Unicode full case folding, 3.13 of the standard), composed and decomposed
/// forms too (canonical decomposition). The four letters i of Turkish and of all others are one: whoever types
/// "istanbul" finds "İstanbul", and who types "IĞDIR" finds "ığdır". Half surrogates become U+FFFD.
QString foldedForSearch(QStringView text);

/// The same for UTF-8, added to `out`.
void appendFolded(std::string& out, std::string_view utf8);

/// A folded text and, for each of its units, where the piece begins in the original that it came from.
struct FoldedText {
    QString text;
    std::vector<qsizetype> origin;
};
FoldedText foldedWithOrigin(QStringView text);

} // namespace quoteline::model
