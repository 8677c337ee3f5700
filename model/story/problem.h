// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <optional>
#include <string>
#include <vector>

namespace quoteline::model {

/// Something wrong, or odd, in a story file: where, what, and what to do about it.
struct Problem {
    std::optional<qint64> line; ///< 1-based line of the file, where known
    QString path;               ///< JSON path, such as $.events[3].when; empty for the file as a whole
    QString what;               ///< a sentence without a full stop
    QString remedy;             ///< what to do, a sentence without a full stop; may be empty
    bool operator==(const Problem&) const = default;
};

/// "line 12, $.events[3].when: there is no 29 February 2026. Write ...": one line for a person.
QString toText(const Problem& problem);

/// At most this many problems (and as many notices) are kept; reading goes on, to count them.
inline constexpr std::size_t maxProblems = 100;

} // namespace quoteline::model
