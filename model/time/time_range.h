// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/time/civil_time.h"
#include "model/time/edtf.h"
#include "model/time/zone.h"
#include <cstdint>
#include <optional>
#include <vector>

namespace quoteline::model {

/// What kind of statement about time a value makes, which decides how it is drawn and counted.
enum class TimeShape : std::uint8_t {
    Point,       ///< an exact day or a time of day
    Span,        ///< an interval: it lasted
    Possible,    ///< once, somewhere in there: one-of, a month or a year alone, unspecified digits
    Approximate, ///< `~`
    Uncertain,   ///< `?` or `%`
    Open,        ///< one end open or unknown: a known end and a fade
    Several,     ///< all-of with more than one member
};

enum class TimeFlag : std::uint16_t {
    Approximate = 1 << 0,
    Uncertain = 1 << 1,
    OpenStart = 1 << 2,
    OpenEnd = 1 << 3,
    UnknownStart = 1 << 4,
    UnknownEnd = 1 << 5,
    ZoneAssumed = 1 << 6, ///< a time without an offset was read in the story's zone
    Unspecified = 1 << 7, ///< some digits are X
};

struct TimeFlags {
    std::uint16_t bits = 0;
    bool has(TimeFlag flag) const { return (bits & static_cast<std::uint16_t>(flag)) != 0; }
    void set(TimeFlag flag) { bits = static_cast<std::uint16_t>(bits | static_cast<std::uint16_t>(flag)); }
    bool operator==(const TimeFlags&) const = default;
};

/// Half-open bounds [earliest, end) on the story's wall clock. An open or unknown side has no bound.
struct TimeRange {
    std::optional<CivilMs> earliest;
    std::optional<CivilMs> end;
    /// For layout, ranges and counts: always finite, layoutStart < layoutEnd. Equal to the bounds where both are known;
    /// with an open side it is the known end alone (`[..2026-01-27]` is the 27th, `1985/..` is 1985).
    CivilMs layoutStart = 0;
    CivilMs layoutEnd = 0;
    Precision startPrecision = Precision::Day;
    Precision endPrecision = Precision::Day;
    TimeFlags flags;
    TimeShape shape = TimeShape::Point;
    bool operator==(const TimeRange&) const = default;
};

/// Bounds of the whole value. A time with an offset is moved to the wall clock of `zone`; a time without one is taken
/// as that wall clock's and flagged; a date without a time stays the day as written.
TimeRange resolve(const Edtf& value, const Zone& zone);

/// Bounds of one date: [first millisecond, one past the last) of the day, month, year ... it names.
TimeRange resolve(const EdtfDate& date, const Zone& zone);

/// Bounds of each member, in the order written (one for a date or an interval).
std::vector<TimeRange> resolveMembers(const Edtf& value, const Zone& zone);

/// A bound as an instant, ISO 8601 in UTC ("2026-01-27T08:30:00Z"). `bound` is a bound of a value whose endpoint has
/// `precision`: a time of day is converted from the wall clock of `zone`, a whole day is printed as written, at 00:00Z.
QString toUtcText(CivilMs bound, Precision precision, const Zone& zone);

} // namespace quoteline::model
