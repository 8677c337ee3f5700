// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <cstddef>
#include <optional>
#include <string_view>

namespace quoteline::model {

/// Where and why a text is not JSON, in words for people.
struct SyntaxError {
    std::size_t offset = 0; ///< byte; the end of the text (without white space after it) where something is missing
    QString reason;         ///< a sentence without a full stop
};

/// The first place at which a text stops being JSON (RFC 8259 in UTF-8, without lone surrogates, numbers within 64
/// bits); nothing when it is JSON. The parser only says that there is an error: this one is for saying where.
std::optional<SyntaxError> findSyntaxError(std::string_view text);

/// The length of the UTF-8 character at the front of `text`, 0 when it is not valid (RFC 3629).
std::size_t utf8Length(std::string_view text);

} // namespace quoteline::model
