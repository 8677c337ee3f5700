// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/time/zone.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <algorithm>

namespace quoteline::model {

namespace {

// No zone of the IANA database has ever been further from UTC.
constexpr std::int64_t farthestOffset = 16 * msPerHour;
// Bounds the memory of a zone; a story with times on more days than these asks the database again.
constexpr std::size_t maxRememberedDays = 32768;
const auto databaseFolder = QStringLiteral("/usr/share/zoneinfo/");

/// Whether the database has a zone of this name. QTimeZone alone takes any word ("Rome") for a rule without an offset,
/// and does not list every name; beside those it lists, the files of the database are zones.
bool isInDatabase(const QByteArray& id) {
    const auto belongs = [](char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-' ||
               c == '+' || c == '/';
    };
    if (id.isEmpty() || id.startsWith('/') || !std::all_of(id.begin(), id.end(), belongs))
        return false;
    // Beside the zones lie the zone of this machine and copies that count leap seconds.
    if (id == "localtime" || id.startsWith("posix") || id.startsWith("right/"))
        return false;
    if (QTimeZone::isTimeZoneIdAvailable(id))
        return true;
    QFile file(databaseFolder + QString::fromLatin1(id));
    return QFileInfo(file).isFile() && file.open(QIODevice::ReadOnly) && file.read(4) == "TZif";
}

/// What an older name ("Asia/Calcutta") stands for. Debian 13 and Ubuntu 24.04 keep the files of such names in a
/// package that few have; the text of the database, a line "L Asia/Kolkata Asia/Calcutta" for each, is there without
/// it.
QByteArray presentName(const QByteArray& id) {
    QFile text(databaseFolder + QStringLiteral("tzdata.zi"));
    if (!text.open(QIODevice::ReadOnly))
        return {};
    while (!text.atEnd()) {
        const QList<QByteArray> words = text.readLine().trimmed().split(' ');
        if (words.size() == 3 && words[0] == "L" && words[2] == id)
            return words[1];
    }
    return {};
}

std::int64_t offsetFromDatabase(const QTimeZone& zone, std::int64_t utcMs) {
    static const QTimeZone utc = QTimeZone::utc();
    return zone.offsetFromUtc(QDateTime::fromMSecsSinceEpoch(utcMs, utc)) * msPerSecond;
}

} // namespace

Zone::Zone()
    : m_name("UTC") {}

tl::expected<Zone, QString> Zone::fromIana(std::string_view name) {
    if (name == "UTC")
        return Zone();
    const QByteArray id(name.data(), static_cast<qsizetype>(name.size()));
    Zone zone;
    zone.m_name = name;
    zone.m_utc = false;
    if (isInDatabase(id))
        zone.m_zone = QTimeZone(id);
    else if (const QByteArray present = presentName(id); isInDatabase(present))
        zone.m_zone = QTimeZone(present);
    if (!zone.m_zone.isValid())
        return tl::make_unexpected(
            QCoreApplication::translate("model", "there is no time zone \"%1\" in the IANA database")
                .arg(QString::fromUtf8(id)));
    return zone;
}

CivilMs Zone::civilFromUtc(std::int64_t utcMs) const {
    return utcMs + offsetAtUtc(utcMs);
}

std::int64_t Zone::utcFromCivil(CivilMs civil) const {
    if (m_utc)
        return civil;
    const std::int64_t before = offsetAtUtc(civil - farthestOffset);
    const std::int64_t after = offsetAtUtc(civil + farthestOffset);
    if (before == after)
        return civil - before;
    const bool beforeHolds = offsetAtUtc(civil - before) == before;
    const bool afterHolds = offsetAtUtc(civil - after) == after;
    if (beforeHolds && afterHolds)
        return civil - std::max(before, after);
    return civil - (afterHolds ? after : before);
}

std::int64_t Zone::offsetAtUtc(std::int64_t utcMs) const {
    if (m_utc)
        return 0;
    const CivilDay day = dayOf(utcMs);
    auto remembered = m_days.find(day);
    if (remembered == m_days.end()) {
        if (m_days.size() >= maxRememberedDays)
            m_days.clear();
        const std::int64_t first = startOfDay(day);
        const std::int64_t last = first + msPerDay - 1;
        DayOffset entry;
        entry.offset = offsetFromDatabase(m_zone, first);
        entry.constant = entry.offset == offsetFromDatabase(m_zone, last);
        remembered = m_days.emplace(day, entry).first;
    }
    const DayOffset& entry = remembered->second;
    return entry.constant ? entry.offset : offsetFromDatabase(m_zone, utcMs);
}

} // namespace quoteline::model
