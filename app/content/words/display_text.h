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

} // namespace quoteline::layout
