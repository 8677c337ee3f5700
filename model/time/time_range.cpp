// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/time/time_range.h"

#include "model/time/edtf_internal.h"
#include <algorithm>
#include <cstdlib>

namespace quoteline::model {

namespace {

using Kind = EdtfEndpoint::Kind;

TimeFlags flagsOf(const EdtfDate& date) {
    TimeFlags flags;
    if (date.qualifier == Qualifier::Approximate || date.qualifier == Qualifier::UncertainApproximate)
        flags.set(TimeFlag::Approximate);
    if (date.qualifier == Qualifier::Uncertain || date.qualifier == Qualifier::UncertainApproximate)
        flags.set(TimeFlag::Uncertain);
    if (date.hasTime() && date.offsetForm == OffsetForm::None)
        flags.set(TimeFlag::ZoneAssumed);
    if (date.hasUnspecified())
        flags.set(TimeFlag::Unspecified);
    return flags;
}

TimeShape shapeOf(const EdtfDate& date) {
    switch (date.qualifier) {
    case Qualifier::Approximate:
        return TimeShape::Approximate;
    case Qualifier::Uncertain:
    case Qualifier::UncertainApproximate:
        return TimeShape::Uncertain;
    case Qualifier::None:
        break;
    }
    return date.precision < Precision::Day || date.hasUnspecified() ? TimeShape::Possible : TimeShape::Point;
}

TimeFlags united(TimeFlags a, TimeFlags b) {
    return {static_cast<std::uint16_t>(a.bits | b.bits)};
}

TimeFlags flagsOfSides(const EdtfEndpoint& first, const EdtfEndpoint& last) {
    TimeFlags flags;
    if (first.kind == Kind::Open)
        flags.set(TimeFlag::OpenStart);
    else if (first.kind == Kind::Unknown)
        flags.set(TimeFlag::UnknownStart);
    if (last.kind == Kind::Open)
        flags.set(TimeFlag::OpenEnd);
    else if (last.kind == Kind::Unknown)
        flags.set(TimeFlag::UnknownEnd);
    return flags;
}

/// An interval or a range: from the start of the first date to the end of the last one.
TimeRange resolvePair(const EdtfEndpoint& first, const EdtfEndpoint& last, const Zone& zone) {
    if (first.kind != Kind::Date || last.kind != Kind::Date) {
        const bool startKnown = first.kind == Kind::Date;
        TimeRange range = resolve(startKnown ? first.date : last.date, zone);
        range.flags = united(range.flags, flagsOfSides(first, last));
        range.shape = TimeShape::Open;
        (startKnown ? range.end : range.earliest).reset();
        return range;
    }
    const TimeRange start = resolve(first.date, zone);
    const TimeRange end = resolve(last.date, zone);
    TimeRange range = start;
    range.flags = united(start.flags, end.flags);
    range.shape = TimeShape::Span;
    // Where the clock is set back, a later instant may show an earlier time: then the first date alone is left.
    if (end.layoutEnd > start.layoutStart) {
        range.end = end.end;
        range.layoutEnd = end.layoutEnd;
        range.endPrecision = end.endPrecision;
    }
    return range;
}

TimeRange resolveMember(const EdtfMember& member, const Zone& zone) {
    return member.last ? resolvePair(member.first, *member.last, zone) : resolve(member.first.date, zone);
}

bool isOpen(TimeFlags flags) {
    return flags.has(TimeFlag::OpenStart) || flags.has(TimeFlag::OpenEnd) || flags.has(TimeFlag::UnknownStart) ||
           flags.has(TimeFlag::UnknownEnd);
}

/// A member as part of its set: of several possibilities none is a fact, and a range inside a one-of is a possibility
/// too.
TimeShape shapeOfMember(const Edtf& value, const EdtfMember& member, const TimeRange& range) {
    const bool possibility = value.kind == EdtfKind::OneOf && (value.memberCount() > 1 || member.last);
    return possibility && !isOpen(range.flags) ? TimeShape::Possible : range.shape;
}

TimeShape shapeOfSet(const Edtf& value, const TimeRange& whole, TimeShape shapeOfFirst) {
    if (value.kind == EdtfKind::AllOf && value.memberCount() > 1)
        return TimeShape::Several;
    if (isOpen(whole.flags))
        return TimeShape::Open;
    return shapeOfFirst;
}

/// Widens `whole` to hold `part`; the precisions follow the dates that give the bounds.
void unite(TimeRange& whole, const TimeRange& part) {
    if (part.layoutStart < whole.layoutStart) {
        whole.layoutStart = part.layoutStart;
        whole.startPrecision = part.startPrecision;
    }
    if (part.layoutEnd > whole.layoutEnd) {
        whole.layoutEnd = part.layoutEnd;
        whole.endPrecision = part.endPrecision;
    }
    whole.earliest = whole.earliest && part.earliest ? std::optional(whole.layoutStart) : std::nullopt;
    whole.end = whole.end && part.end ? std::optional(whole.layoutEnd) : std::nullopt;
    whole.flags = united(whole.flags, part.flags);
}

void appendNumber(QString& text, qint64 number, int width) {
    text += QString::number(number).rightJustified(width, QLatin1Char('0'));
}

} // namespace

TimeRange resolve(const EdtfDate& date, const Zone& zone) {
    edtf::WrittenBounds bounds = edtf::writtenBounds(date);
    if (date.offsetForm != OffsetForm::None) {
        const CivilMs start = zone.civilFromUtc(bounds.start - date.offsetMinutes * msPerMinute);
        bounds = {start, start + (bounds.end - bounds.start)};
    }
    TimeRange range;
    range.earliest = range.layoutStart = bounds.start;
    range.end = range.layoutEnd = bounds.end;
    range.startPrecision = range.endPrecision = date.precision;
    range.flags = flagsOf(date);
    range.shape = shapeOf(date);
    return range;
}

TimeRange resolve(const Edtf& value, const Zone& zone) {
    TimeRange whole = resolveMember(value.head, zone);
    if (value.kind == EdtfKind::Date || value.kind == EdtfKind::Interval)
        return whole;
    const TimeShape shapeOfFirst = shapeOfMember(value, value.head, whole);
    for (const EdtfMember& member : value.rest)
        unite(whole, resolveMember(member, zone));
    whole.shape = shapeOfSet(value, whole, shapeOfFirst);
    return whole;
}

std::vector<TimeRange> resolveMembers(const Edtf& value, const Zone& zone) {
    std::vector<TimeRange> ranges;
    ranges.reserve(value.memberCount());
    for (std::size_t i = 0; i < value.memberCount(); ++i) {
        TimeRange range = resolveMember(value.member(i), zone);
        range.shape = shapeOfMember(value, value.member(i), range);
        ranges.push_back(range);
    }
    return ranges;
}

QString toUtcText(CivilMs bound, Precision precision, const Zone& zone) {
    const std::int64_t utc = precision >= Precision::Minute ? zone.utcFromCivil(bound) : bound;
    const CivilDay day = dayOf(utc);
    const CivilDate date = dateFromDay(day);
    const CivilMs time = utc - startOfDay(day);
    QString text;
    // ISO 8601-1:2019, 4.3.2: a sign goes with a year that four digits do not name.
    if (date.year < 0)
        text += QLatin1Char('-');
    else if (date.year > 9999)
        text += QLatin1Char('+');
    appendNumber(text, std::abs(date.year), 4);
    text += QLatin1Char('-');
    appendNumber(text, date.month, 2);
    text += QLatin1Char('-');
    appendNumber(text, date.day, 2);
    text += QLatin1Char('T');
    appendNumber(text, time / msPerHour, 2);
    text += QLatin1Char(':');
    appendNumber(text, time / msPerMinute % 60, 2);
    text += QLatin1Char(':');
    appendNumber(text, time / msPerSecond % 60, 2);
    text += QLatin1Char('Z');
    return text;
}

} // namespace quoteline::model
