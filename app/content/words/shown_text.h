// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/content/words/display_text.h"
#include <QLocale>
#include <QString>
#include <limits>
#include <string_view>

/// Parts of long texts, so that no field of a story, however long, can hold up a window.
namespace quoteline::layout {

/// A text of a story ready to be shown as plain text, and how much of it that is, in Unicode characters.
struct ShownText {
    QString text;
    qsizetype shown = 0;
    qsizetype total = 0;

    bool isEmpty() const { return text.isEmpty(); }
    bool isCut() const { return shown < total; }
    bool operator==(const ShownText&) const = default;
};

/// The most that is shown of a field.
inline constexpr qsizetype shownCharacters = 20000;
/// The most that is shown of many texts together, as long as that leaves shownBesideCharacters to each.
inline constexpr qsizetype shownCharactersOfAll = 10 * shownCharacters;
/// The most that is shown of a text that stands beside another one.
inline constexpr qsizetype shownBesideCharacters = 2000;

/// As a limit: nothing is shortened.
inline constexpr qsizetype wholeText = std::numeric_limits<qsizetype>::max() / 8;
/// The same limit for a field that always stands on one line, for displayLine().
constexpr qsizetype lineLimit(qsizetype most) {
    return most == wholeText ? wholeText : 600;
}

/// The start of a text, line breaks kept; an ellipsis marks the cut.
ShownText shownStart(std::string_view utf8, qsizetype most = shownCharacters);
/// The start of a text on one line: every run of spaces with a line break in it becomes one space.
ShownText shownLineStart(std::string_view utf8, qsizetype most = shownBesideCharacters);
/// The end of a text on one line, in the same way.
ShownText shownLineEnd(std::string_view utf8, qsizetype most = shownBesideCharacters);

/// "Shown are the first 20,000 of 1,048,576 characters."; empty for a text that is shown whole.
QString cutInWords(const ShownText& text, const QLocale& locale);

} // namespace quoteline::layout
