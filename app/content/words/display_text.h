// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <string_view>

namespace quoteline::layout {

/// Text of a story as one line for the screen: line breaks and tabs become spaces, other control characters and
/// bidirectional controls become visible marks such as "[RLO]", text beyond `maxLength` UTF-16 units is replaced by an
/// ellipsis. Never interpreted as markup.
QString displayLine(std::string_view utf8, qsizetype maxLength = 600);
/// The same without shortening, with line breaks kept.
QString displayText(std::string_view utf8);

/// Text of a story, or in its language, to stand among words of the program: where it holds letters or digits of a
/// script from right to left it is set apart by invisible isolates (U+2068, U+2069), so that the words around it keep
/// their order; any other is returned as it is. For the eye: data is written without.
QString isolated(const QString& text);
/// Without pairs of these; isolates of another direction (U+2066, U+2067), and what has no other half, stay.
QString withoutIsolates(QString text);

} // namespace quoteline::layout
