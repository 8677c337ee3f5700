// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/text/translate.h"
#include "model/time/civil_time.h"
#include "model/time/edtf.h"
#include <QString>
#include <optional>
#include <string_view>

/// What the files of the EDTF parser share; nothing outside model/ includes this.
namespace quoteline::model::edtf {

inline bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

inline bool isQualifier(char c) {
    return c == '?' || c == '~' || c == '%';
}

/// The character at a byte of the text as people write it; a control character or broken UTF-8 as its number.
QString characterAt(std::string_view text, std::size_t position);

/// Reads one date or date-time that fills `token`. Positions of errors count from its first byte.
tl::expected<EdtfDate, EdtfError> readDate(std::string_view token);

/// Whether `token` is a date of EDTF that readDate() refuses because the program leaves its form out.
std::optional<EdtfError> findExclusion(std::string_view token);

struct WrittenBounds {
    CivilMs start = 0;
    CivilMs end = 0; ///< one past the last
};

/// Bounds of a date on the clock it is written in: its own offset, if any, is not applied.
WrittenBounds writtenBounds(const EdtfDate& date);

} // namespace quoteline::model::edtf
