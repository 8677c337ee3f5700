// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace quoteline::ui {

/// Appends a field of RFC 4180, in quotation marks where it needs them. A text beginning with = + - @, a tab or a
/// return gets an apostrophe in front, because spreadsheets would run it as a formula; whether this one did.
bool appendCsvField(std::string& out, std::string_view value);

} // namespace quoteline::ui
