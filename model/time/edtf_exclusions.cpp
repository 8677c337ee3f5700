// SPDX-License-Identifier: GPL-3.0-or-later
// The forms of EDTF levels 1 and 2 that the program knows by their grammar and leaves out. A text that only resembles
// one of them (month 50, S without a number, Y before four digits) is not one.
#include "model/time/edtf_internal.h"

#include <algorithm>
#include <array>

namespace quoteline::model::edtf {

namespace {

EdtfError excluded(std::size_t position, QString reason) {
    return {EdtfError::Kind::NotSupported, position, std::move(reason)};
}

/// A positive whole number without leading zeros, taken from the front of `rest`; at most a billion counts.
std::optional<std::int64_t> takeNumber(std::string_view& rest, std::size_t& digits) {
    digits = 0;
    std::int64_t value = 0;
    while (digits < rest.size() && isDigit(rest[digits])) {
        value = std::min<std::int64_t>(value * 10 + (rest[digits] - '0'), 1'000'000'000);
        ++digits;
    }
    if (digits == 0 || rest[0] == '0')
        return std::nullopt;
    rest.remove_prefix(digits);
    return value;
}

/// `S` and a number from 1 to `digitsOfYear`, then perhaps one qualifier, then the end. Gives whether there is an S.
std::optional<bool> takeSignificantDigits(std::string_view rest, std::int64_t digitsOfYear) {
    const bool given = rest.starts_with('S');
    if (given) {
        rest.remove_prefix(1);
        std::size_t length = 0;
        const auto significant = takeNumber(rest, length);
        if (!significant || *significant > digitsOfYear)
            return std::nullopt;
    }
    if (!rest.empty() && isQualifier(rest[0]))
        rest.remove_prefix(1);
    return rest.empty() ? std::optional(given) : std::nullopt;
}

/// Y170000002, Y-17E7, Y3388E2S3: the year has more than four digits.
std::optional<EdtfError> longYear(std::string_view token) {
    std::string_view rest = token.substr(1);
    if (rest.starts_with('-'))
        rest.remove_prefix(1);
    std::size_t length = 0;
    if (!takeNumber(rest, length))
        return std::nullopt;
    auto digitsOfYear = static_cast<std::int64_t>(length);
    const std::size_t exponentAt = token.size() - rest.size();
    const bool exponential = rest.starts_with('E');
    if (exponential) {
        rest.remove_prefix(1);
        const auto exponent = takeNumber(rest, length);
        if (!exponent)
            return std::nullopt;
        digitsOfYear += *exponent;
    }
    const std::size_t significantAt = token.size() - rest.size();
    const std::optional<bool> significant = takeSignificantDigits(rest, digitsOfYear);
    if (digitsOfYear <= 4 || !significant)
        return std::nullopt;
    if (*significant)
        return excluded(significantAt, translate("model", "valid EDTF, not supported: significant digits of a year"));
    if (exponential)
        return excluded(exponentAt, translate("model", "valid EDTF, not supported: exponential years"));
    return excluded(0, translate("model", "valid EDTF, not supported: long years"));
}

/// 1950S2
std::optional<EdtfError> significantYear(std::string_view token) {
    const std::size_t sign = token.starts_with('-') ? 1 : 0;
    const std::string_view year = token.substr(sign, 4);
    if (year.size() != 4 || !std::all_of(year.begin(), year.end(), isDigit) || (sign == 1 && year == "0000"))
        return std::nullopt;
    if (takeSignificantDigits(token.substr(sign + 4), 4) != true)
        return std::nullopt;
    return excluded(sign + 4, translate("model", "valid EDTF, not supported: significant digits of a year"));
}

/// A year, month or day of digits and X, with its qualifiers.
struct Component {
    std::string_view digits;
    std::size_t at = 0; ///< of the digits
    bool negative = false;
    std::optional<std::size_t> qualifierBefore;
    std::optional<std::size_t> qualifierAfter;

    bool hasUnspecified() const { return digits.find('X') != std::string_view::npos; }
    /// Whether the number can be written so, X standing for any digit.
    bool matches(int number) const {
        for (std::size_t i = digits.size(); i-- > 0; number /= 10) {
            if (digits[i] != 'X' && digits[i] - '0' != number % 10)
                return false;
        }
        return true;
    }
    bool matchesAny(int first, int last) const {
        for (int number = first; number <= last; ++number) {
            if (matches(number))
                return true;
        }
        return false;
    }
};

struct Components {
    std::array<Component, 3> parts;
    std::size_t count = 0;
};

std::optional<Component> takeComponent(std::string_view token, std::size_t& at, std::size_t width, bool signAllowed) {
    Component part;
    if (at < token.size() && isQualifier(token[at]))
        part.qualifierBefore = at++;
    if (signAllowed && at < token.size() && token[at] == '-') {
        part.negative = true;
        ++at;
    }
    part.at = at;
    part.digits = token.substr(std::min(at, token.size()), width);
    const auto belongs = [](char c) { return isDigit(c) || c == 'X'; };
    if (part.digits.size() != width || !std::all_of(part.digits.begin(), part.digits.end(), belongs))
        return std::nullopt;
    at += width;
    if (at < token.size() && isQualifier(token[at])) {
        if (part.qualifierBefore)
            return std::nullopt;
        part.qualifierAfter = at++;
    }
    return part;
}

std::optional<Components> takeComponents(std::string_view token) {
    Components result;
    std::size_t at = 0;
    for (;;) {
        const bool isYear = result.count == 0;
        const auto part = takeComponent(token, at, isYear ? 4 : 2, isYear);
        if (!part)
            return std::nullopt;
        result.parts[result.count++] = *part;
        if (at == token.size())
            return result;
        if (token[at] != '-' || result.count == result.parts.size())
            return std::nullopt;
        ++at;
    }
}

bool hasLeapYear(const Component& year) {
    for (int number = 0; number <= maxYear; ++number) {
        if (isLeapYear(number) && year.matches(number) && !(year.negative && number == 0))
            return true;
    }
    return false;
}

bool namesADay(const Components& date) {
    const auto& [year, month, day] = date.parts;
    for (int number = 1; number <= 12; ++number) {
        // 2001 stands for a year without a leap day.
        if (month.matches(number) && day.matchesAny(1, daysInMonth(2001, number)))
            return true;
    }
    return month.matches(2) && day.matches(29) && hasLeapYear(year);
}

/// Whether some digits in place of each X make a date, or a code of a part of a year (21 to 41) in place of the month.
bool isPossible(const Components& date) {
    const auto& [year, month, day] = date.parts;
    if (year.negative && year.digits == "0000")
        return false;
    if (date.count == 1)
        return true;
    if (date.count == 2)
        return month.matchesAny(1, 12) || month.matchesAny(21, 41);
    return namesADay(date);
}

std::optional<EdtfError> componentForm(std::string_view token) {
    const auto date = takeComponents(token);
    if (!date || !isPossible(*date))
        return std::nullopt;
    for (std::size_t i = 0; i < date->count; ++i) {
        const Component& part = date->parts[i];
        // A qualifier at the very end belongs to the whole date.
        const auto qualifier =
            part.qualifierBefore || i + 1 == date->count ? part.qualifierBefore : part.qualifierAfter;
        if (qualifier)
            return excluded(*qualifier,
                            translate("model", "valid EDTF, not supported: qualification of a part of a date"));
    }
    for (std::size_t i = 0; i < date->count; ++i) {
        const Component& part = date->parts[i];
        if (part.hasUnspecified())
            return excluded(part.at + part.digits.find('X'),
                            translate("model", "valid EDTF, not supported: unspecified digits (X) in this place"));
    }
    const Component& month = date->parts[1];
    if (date->count == 2 && month.matchesAny(21, 41))
        return excluded(month.at, translate("model", "valid EDTF, not supported: seasons and other parts of a year"));
    return std::nullopt;
}

} // namespace

std::optional<EdtfError> findExclusion(std::string_view token) {
    if (token.starts_with('Y'))
        return longYear(token);
    if (token.find('S') != std::string_view::npos)
        return significantYear(token);
    return componentForm(token);
}

} // namespace quoteline::model::edtf
