// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/model/time/edtf_generator.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>

namespace quoteline::test {

using namespace quoteline::model;

namespace {

constexpr std::int64_t hour = 3'600'000;

std::string printed(const char* format, int number) {
    char text[16];
    std::snprintf(text, sizeof text, format, number);
    return text;
}

EdtfLevel levelInInterval(const EdtfGenerator::Date& date) {
    if (date.value.hasTime())
        return EdtfLevel::Extension;
    return date.text.find('X') != std::string::npos ? EdtfLevel::Two : date.level;
}

EdtfEndpoint endpoint(const EdtfGenerator::Date& date) {
    return {EdtfEndpoint::Kind::Date, date.value};
}

} // namespace

bool EdtfGenerator::inOrder(const Date& first, const Date& last) {
    if (first.hasOffset() && last.hasOffset())
        return last.utcEnd() > first.utcStart();
    if (!first.hasOffset() && !last.hasOffset())
        return last.end > first.start;
    return last.utcEnd() > first.utcStart() + 24 * hour;
}

bool EdtfGenerator::reversed(const Date& first, const Date& last) {
    if (first.hasOffset() == last.hasOffset())
        return !inOrder(first, last);
    return last.utcEnd() < first.utcStart() - 24 * hour;
}

EdtfGenerator::Date EdtfGenerator::date() {
    constexpr int edges[] = {-9999, -1000, -1, 0, 1, 1900, 2000, 2024, 9999};
    const int kind = number(1, 10);
    const int year = kind == 1 ? edges[number(0, 8)] : kind <= 3 ? number(-9999, 9999) : number(1900, 2100);
    return dateOfYear(year);
}

EdtfGenerator::Date EdtfGenerator::dateNear(const Date& other) {
    return dateOfYear(std::clamp(other.value.year + number(0, 1), -9999, 9999));
}

EdtfGenerator::Date EdtfGenerator::dateOfYear(int year) {
    Date date;
    date.value.year = static_cast<std::int16_t>(year);
    date.text = printed(year < 0 ? "-%04d" : "%04d", std::abs(year));
    date.start = msOfDate(year, 1, 1);
    date.end = msOfDate(year + 1, 1, 1);
    date.level = year < 0 ? EdtfLevel::One : EdtfLevel::Zero;
    // Of a negative year some digit must be known and not 0: -000X could as well be -0000, which is no year.
    if (chance(15) && (year >= 0 || year <= -1000))
        addUnspecifiedYear(date);
    else if (chance(10))
        addUnspecifiedMonth(date, EdtfLevel::One);
    else if (chance(80))
        addMonth(date);
    if (!date.value.hasTime() && chance(20))
        addQualifier(date);
    return date;
}

void EdtfGenerator::addUnspecifiedMonth(Date& date, EdtfLevel level) {
    date.value.monthUnspecified = true;
    date.value.dayUnspecified = chance(50);
    date.text += date.value.dayUnspecified ? "-XX-XX" : "-XX";
    date.level = level;
}

void EdtfGenerator::addMonth(Date& date) {
    const int year = date.value.year;
    const int month = number(1, 12);
    const int days = QDate(year <= 0 ? year - 1 : year, month, 1).daysInMonth();
    date.value.month = static_cast<std::uint8_t>(month);
    date.value.precision = Precision::Month;
    date.text += printed("-%02d", month);
    date.start = msOfDate(year, month, 1);
    date.end = date.start + days * 24 * hour;
    if (chance(10)) {
        date.value.dayUnspecified = true;
        date.text += "-XX";
        date.level = EdtfLevel::One;
    } else if (chance(80)) {
        addDay(date, chance(20) ? days : number(1, days));
    }
}

void EdtfGenerator::addDay(Date& date, int day) {
    date.value.day = static_cast<std::uint8_t>(day);
    date.value.precision = Precision::Day;
    date.text += printed("-%02d", day);
    date.start = msOfDate(date.value.year, date.value.month, day);
    date.end = date.start + 24 * hour;
    if (chance(40))
        addTime(date);
}

void EdtfGenerator::addUnspecifiedYear(Date& date) {
    const int digits = number(1, 3);
    const int span = digits == 1 ? 10 : digits == 2 ? 100 : 1000;
    const int known = std::abs(date.value.year) / span;
    const int low = known * span;
    const int high = low + span - 1;
    const bool negative = date.value.year < 0;
    date.value.year = static_cast<std::int16_t>(negative ? -low : low);
    date.value.unspecifiedYearDigits = static_cast<std::uint8_t>(digits);
    date.value.precision = digits == 1 ? Precision::Decade : digits == 2 ? Precision::Century : Precision::Millennium;
    date.text.replace(date.text.size() - static_cast<std::size_t>(digits), static_cast<std::size_t>(digits),
                      static_cast<std::size_t>(digits), 'X');
    date.start = msOfDate(negative ? -high : low, 1, 1);
    date.end = msOfDate((negative ? -low : high) + 1, 1, 1);
    date.level = digits == 3 ? EdtfLevel::Two : EdtfLevel::One;
    if (chance(30))
        addUnspecifiedMonth(date, EdtfLevel::Two);
}

void EdtfGenerator::addTime(Date& date) {
    const int hours = number(0, 23);
    const int minutes = number(0, 59);
    date.value.hour = static_cast<std::uint8_t>(hours);
    date.value.minute = static_cast<std::uint8_t>(minutes);
    date.value.precision = Precision::Minute;
    date.text += printed("T%02d", hours) + printed(":%02d", minutes);
    date.start += hours * hour + minutes * 60'000;
    date.end = date.start + 60'000;
    if (chance(50)) {
        const int seconds = number(0, 59);
        date.value.second = static_cast<std::uint8_t>(seconds);
        date.value.precision = Precision::Second;
        date.text += printed(":%02d", seconds);
        date.start += seconds * 1000;
        date.end = date.start + 1000;
    } else {
        date.level = EdtfLevel::Extension;
    }
    const int form = number(0, 3);
    date.value.offsetForm = static_cast<OffsetForm>(form);
    if (form == 1)
        date.text += 'Z';
    if (form < 2)
        return;
    const int offsetHours = number(0, 23);
    const int offsetMinutes = form == 3 ? number(0, 59) : 0;
    const int offset = offsetHours * 60 + offsetMinutes;
    const bool west = offset > 0 && chance(50);
    date.value.offsetMinutes = static_cast<std::int16_t>(west ? -offset : offset);
    date.text += printed(west ? "-%02d" : "+%02d", offsetHours);
    if (form == 3)
        date.text += printed(":%02d", offsetMinutes);
}

void EdtfGenerator::addQualifier(Date& date) {
    const int which = number(0, 2);
    date.value.qualifier = static_cast<Qualifier>(1 + which);
    date.text += "?~%"[which];
    date.level = std::max(date.level, EdtfLevel::One);
}

EdtfGenerator::Value EdtfGenerator::value() {
    const int kind = number(1, 10);
    if (kind <= 4) {
        const Date single = date();
        Value result;
        result.value.head.first = endpoint(single);
        result.value.level = single.level;
        result.text = single.text;
        return result;
    }
    return kind <= 7 ? interval() : set();
}

EdtfGenerator::Value EdtfGenerator::interval() {
    Date first = date();
    Date last = chance(50) ? dateNear(first) : date();
    while (!inOrder(first, last)) {
        first = date();
        last = chance(50) ? dateNear(first) : date();
    }
    Value result;
    result.value.kind = EdtfKind::Interval;
    const int missing = number(0, 5); // 0: the start, 1: the end
    EdtfEndpoint side;
    side.kind = chance(50) ? EdtfEndpoint::Kind::Open : EdtfEndpoint::Kind::Unknown;
    const std::string sideText = side.kind == EdtfEndpoint::Kind::Open ? ".." : "";
    result.value.head.first = missing == 0 ? side : endpoint(first);
    result.value.head.last = missing == 1 ? side : endpoint(last);
    result.text = missing == 0 ? sideText : first.text;
    result.text += '/';
    result.text += missing == 1 ? sideText : last.text;
    result.value.level = std::max(missing == 0 ? EdtfLevel::One : levelInInterval(first),
                                  missing == 1 ? EdtfLevel::One : levelInInterval(last));
    return result;
}

EdtfMember EdtfGenerator::range(std::string& text, EdtfLevel& level) {
    Date first = date();
    Date last = dateNear(first);
    while (!inOrder(first, last)) {
        first = date();
        last = dateNear(first);
    }
    text += first.text + ".." + last.text;
    if (first.value.hasTime() || last.value.hasTime())
        level = EdtfLevel::Extension;
    return {endpoint(first), endpoint(last)};
}

EdtfGenerator::Value EdtfGenerator::set() {
    Value result;
    const bool oneOf = chance(50);
    result.value.kind = oneOf ? EdtfKind::OneOf : EdtfKind::AllOf;
    result.value.level = EdtfLevel::Two;
    result.text += oneOf ? '[' : '{';
    const EdtfEndpoint open{EdtfEndpoint::Kind::Open, {}};
    const int count = chance(20) ? 1 : number(2, 6);
    for (int i = 0; i < count; ++i) {
        EdtfMember member;
        if (i > 0)
            result.text += ',';
        const Date single = date();
        if (i == 0 && chance(20)) {
            member = {open, endpoint(single)};
            result.text += ".." + single.text;
        } else if (i == count - 1 && chance(20)) {
            member = {endpoint(single), open};
            result.text += single.text + "..";
        } else if (chance(30)) {
            member = range(result.text, result.value.level);
        } else {
            member.first = endpoint(single);
            result.text += single.text;
        }
        const auto timed = [](const EdtfEndpoint& end) {
            return end.kind == EdtfEndpoint::Kind::Date && end.date.hasTime();
        };
        if (timed(member.first) || (member.last && timed(*member.last)))
            result.value.level = EdtfLevel::Extension;
        if (i == 0)
            result.value.head = member;
        else
            result.value.rest.push_back(member);
    }
    result.text += oneOf ? ']' : '}';
    return result;
}

std::string EdtfGenerator::garbage() {
    static constexpr char letters[] = "0123456789012-:TZX?~%.,/[]{}YSE +xt\0\x80\xC3\xFF\n";
    const auto letter = [this] { return letters[number(0, static_cast<int>(sizeof letters) - 2)]; };
    std::string text;
    if (chance(20)) {
        for (int length = number(0, 12); length > 0; --length)
            text += letter();
        return text;
    }
    text = value().text;
    for (int changes = number(0, 3); changes > 0 && !text.empty(); --changes) {
        const auto at = static_cast<std::size_t>(number(0, static_cast<int>(text.size()) - 1));
        switch (number(0, 3)) {
        case 0:
            text.erase(at, 1);
            break;
        case 1:
            text.insert(at, 1, letter());
            break;
        case 2:
            text[at] = letter();
            break;
        default:
            text.resize(at);
            break;
        }
    }
    return text;
}

} // namespace quoteline::test
