// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

/// Extended Date/Time Format: ISO 8601-2:2019 Annex A, in the form of the Library of Congress specification
/// (4 February 2019). Levels 0 and 1, and from level 2 the one-of and all-of sets. Published extensions (level
/// "extension"): date-times as interval endpoints and as set members, and times given to the minute.
namespace quoteline::model {

/// The lowest level that admits the text.
enum class EdtfLevel : std::uint8_t { Zero, One, Two, Extension };

/// The finest part that is known; `201X` is a Decade, `1985-XX-XX` a Year.
enum class Precision : std::uint8_t { Millennium, Century, Decade, Year, Month, Day, Minute, Second };

enum class Qualifier : std::uint8_t {
    None,
    Uncertain,            ///< `?`
    Approximate,          ///< `~`
    UncertainApproximate, ///< `%`
};

/// How a time's offset from UTC is written.
enum class OffsetForm : std::uint8_t { None, Zulu, Hours, HoursMinutes };

/// One date or date-time as written. Unspecified digits (X) hold 0 in their field.
struct EdtfDate {
    std::int16_t year = 0;                  ///< minYear to maxYear
    std::uint8_t month = 0;                 ///< 1 to 12; 0 when absent or XX
    std::uint8_t day = 0;                   ///< 1 to 31; 0 when absent or XX
    std::uint8_t hour = 0;                  ///< 0 to 23
    std::uint8_t minute = 0;                ///< 0 to 59
    std::uint8_t second = 0;                ///< 0 to 59
    Precision precision = Precision::Year;  ///< finest known part
    std::uint8_t unspecifiedYearDigits = 0; ///< number of X at the right of the year, 0 to 3
    bool monthUnspecified = false;          ///< written as XX
    bool dayUnspecified = false;            ///< written as XX
    Qualifier qualifier = Qualifier::None;
    OffsetForm offsetForm = OffsetForm::None;
    std::int16_t offsetMinutes = 0; ///< east of UTC

    bool hasTime() const { return precision >= Precision::Minute; }
    bool hasUnspecified() const { return unspecifiedYearDigits > 0 || monthUnspecified || dayUnspecified; }
    bool operator==(const EdtfDate&) const = default;
};

struct EdtfEndpoint {
    enum class Kind : std::uint8_t {
        Date,
        Open,    ///< `..`
        Unknown, ///< nothing before or after the slash
    };
    Kind kind = Kind::Date;
    EdtfDate date; ///< meaningful when kind is Date
    bool operator==(const EdtfEndpoint&) const = default;
};

/// A date alone (no `last`), an interval, or a range inside a set.
struct EdtfMember {
    EdtfEndpoint first;
    std::optional<EdtfEndpoint> last;
    bool operator==(const EdtfMember&) const = default;
};

enum class EdtfKind : std::uint8_t {
    Date,
    Interval, ///< `A/B`: it lasted
    OneOf,    ///< `[...]`: it happened once, somewhere in there
    AllOf,    ///< `{...}`: it happened at each of them
};

struct Edtf {
    EdtfKind kind = EdtfKind::Date;
    EdtfLevel level = EdtfLevel::Zero;
    EdtfMember head;              ///< the date, the interval, or the first member of a set
    std::vector<EdtfMember> rest; ///< the other members of a set

    std::size_t memberCount() const { return 1 + rest.size(); }
    const EdtfMember& member(std::size_t i) const { return i == 0 ? head : rest[i - 1]; }
    bool operator==(const Edtf&) const = default;
};

struct EdtfError {
    enum class Kind : std::uint8_t {
        Invalid,      ///< not EDTF
        NotSupported, ///< EDTF of a listed exclusion; `reason` begins with "valid EDTF, not supported"
    };
    Kind kind = Kind::Invalid;
    std::size_t position = 0; ///< byte in the text at which the reason shows, 0-based
    QString reason;           ///< a sentence without a full stop, for people
};

/// Reads one EDTF text; no white space is allowed anywhere. Never throws.
tl::expected<Edtf, EdtfError> parseEdtf(std::string_view text);

/// The text of a value, built from its parts; parseEdtf(toText(v)) equals v, and toText(parseEdtf(t)) equals t.
std::string toText(const Edtf& value);
std::string toText(const EdtfDate& date);

} // namespace quoteline::model
