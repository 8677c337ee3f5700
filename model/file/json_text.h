// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

/// Small tools for JSON text (RFC 8259) that is known to be valid, except where said otherwise.
namespace quoteline::model {

/// Appends `text` (UTF-8) as a JSON string with its quotation marks. Only what must be escaped is.
void appendJsonString(std::string& out, std::string_view text);

/// The same in ASCII characters that markup has no meaning for; what is no UTF-8 becomes U+FFFD.
void appendMarkupJsonString(std::string& out, std::string_view text);

/// The text of a JSON string given without its quotation marks. Any input: what is no escape is kept as it stands.
std::string unescaped(std::string_view raw);

/// The first '"' or '\' in [at, end), or `end`.
const char* findQuoteOrBackslash(const char* at, const char* end);

inline bool isJsonSpace(char c) {
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

/// The raw text of each element of an array, or of each member's value of an object, exactly as written but without the
/// white space around it; nothing for any other value. Views into `json`.
std::vector<std::string_view> rawChildren(std::string_view json);

} // namespace quoteline::model
