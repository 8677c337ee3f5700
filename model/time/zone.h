// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/time/civil_time.h"
#include <QString>
#include <QTimeZone>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <unordered_map>

namespace quoteline::model {

/// A time zone of the IANA database, with the offsets of each day remembered: a million questions cost a million
/// look-ups in a table, not in the zone data. A Zone belongs to one thread; copies are independent.
class Zone {
public:
    /// UTC.
    Zone();
    /// The zone of an IANA name such as "Europe/Rome"; an error sentence when the database has no such zone.
    static tl::expected<Zone, QString> fromIana(std::string_view name);

    const std::string& name() const { return m_name; }
    /// The wall clock of the zone at an instant, milliseconds UTC.
    CivilMs civilFromUtc(std::int64_t utcMs) const;
    /// The instant, milliseconds UTC, at which the wall clock shows `civil`. Of two such instants (autumn) the earlier;
    /// for none (spring) the instant that the clock before the change would give.
    std::int64_t utcFromCivil(CivilMs civil) const;
    /// Milliseconds east of UTC at an instant, milliseconds UTC.
    std::int64_t offsetAtUtc(std::int64_t utcMs) const;

private:
    struct DayOffset {
        bool constant = true; ///< the same offset from the first to the last millisecond of the UTC day
        std::int64_t offset = 0;
    };
    std::string m_name;
    QTimeZone m_zone;
    bool m_utc = true;
    mutable std::unordered_map<CivilDay, DayOffset> m_days;
};

} // namespace quoteline::model
