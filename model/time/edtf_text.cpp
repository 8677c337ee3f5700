// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/time/edtf.h"

#include <cstdlib>

namespace quoteline::model {

namespace {

void appendTwo(std::string& text, int number) {
    text += static_cast<char>('0' + number / 10);
    text += static_cast<char>('0' + number % 10);
}

void appendYear(std::string& text, const EdtfDate& date) {
    if (date.year < 0)
        text += '-';
    const int year = std::abs(static_cast<int>(date.year));
    appendTwo(text, year / 100);
    appendTwo(text, year % 100);
    const std::size_t unspecified = date.unspecifiedYearDigits;
    text.replace(text.size() - unspecified, unspecified, unspecified, 'X');
}

void appendTime(std::string& text, const EdtfDate& date) {
    text += 'T';
    appendTwo(text, date.hour);
    text += ':';
    appendTwo(text, date.minute);
    if (date.precision == Precision::Second) {
        text += ':';
        appendTwo(text, date.second);
    }
    if (date.offsetForm == OffsetForm::None)
        return;
    if (date.offsetForm == OffsetForm::Zulu) {
        text += 'Z';
        return;
    }
    text += date.offsetMinutes < 0 ? '-' : '+';
    const int offset = std::abs(static_cast<int>(date.offsetMinutes));
    appendTwo(text, offset / 60);
    if (date.offsetForm == OffsetForm::HoursMinutes) {
        text += ':';
        appendTwo(text, offset % 60);
    }
}

void appendPart(std::string& text, int number, bool unspecified) {
    text += '-';
    if (unspecified)
        text += "XX";
    else
        appendTwo(text, number);
}

void append(std::string& text, const EdtfDate& date) {
    appendYear(text, date);
    if (date.month != 0 || date.monthUnspecified)
        appendPart(text, date.month, date.monthUnspecified);
    if (date.day != 0 || date.dayUnspecified)
        appendPart(text, date.day, date.dayUnspecified);
    if (date.hasTime())
        appendTime(text, date);
    switch (date.qualifier) {
    case Qualifier::None:
        break;
    case Qualifier::Uncertain:
        text += '?';
        break;
    case Qualifier::Approximate:
        text += '~';
        break;
    case Qualifier::UncertainApproximate:
        text += '%';
        break;
    }
}

void append(std::string& text, const EdtfEndpoint& endpoint) {
    if (endpoint.kind == EdtfEndpoint::Kind::Date)
        append(text, endpoint.date);
    else if (endpoint.kind == EdtfEndpoint::Kind::Open)
        text += "..";
}

/// Of a set: an open end is the two dots of the range itself.
void appendSetMember(std::string& text, const EdtfMember& member) {
    if (member.first.kind == EdtfEndpoint::Kind::Date)
        append(text, member.first.date);
    if (!member.last)
        return;
    text += "..";
    if (member.last->kind == EdtfEndpoint::Kind::Date)
        append(text, member.last->date);
}

void appendSet(std::string& text, const Edtf& value) {
    const bool oneOf = value.kind == EdtfKind::OneOf;
    text += oneOf ? '[' : '{';
    for (std::size_t i = 0; i < value.memberCount(); ++i) {
        if (i > 0)
            text += ',';
        appendSetMember(text, value.member(i));
    }
    text += oneOf ? ']' : '}';
}

} // namespace

std::string toText(const Edtf& value) {
    std::string text;
    if (value.kind == EdtfKind::OneOf || value.kind == EdtfKind::AllOf) {
        appendSet(text, value);
        return text;
    }
    append(text, value.head.first);
    if (value.head.last) {
        text += '/';
        append(text, *value.head.last);
    }
    return text;
}

std::string toText(const EdtfDate& date) {
    std::string text;
    append(text, date);
    return text;
}

} // namespace quoteline::model
