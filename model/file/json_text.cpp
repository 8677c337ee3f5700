// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/file/json_text.h"

#include "model/text/utf8_text.h"
#include <algorithm>
#include <bit>
#include <charconv>
#include <cstdint>
#include <cstring>

namespace quoteline::model {

namespace {

constexpr char hexDigits[] = "0123456789abcdef";

/// The letter of a two-character escape; 0 when a control character has none.
char shortEscape(char c) {
    switch (c) {
    case '"':
        return '"';
    case '\\':
        return '\\';
    case '\b':
        return 'b';
    case '\f':
        return 'f';
    case '\n':
        return 'n';
    case '\r':
        return 'r';
    case '\t':
        return 't';
    default:
        return 0;
    }
}

bool mustBeEscaped(char c) {
    return c == '"' || c == '\\' || static_cast<unsigned char>(c) < 0x20;
}

/// The top bit of every byte of `word` that is `byte`. Bits above the lowest one may be false alarms: a zero byte
/// borrows from its neighbour.
std::uint64_t bytesEqual(std::uint64_t word, unsigned char byte) {
    constexpr std::uint64_t ones = 0x0101010101010101U;
    const std::uint64_t x = word ^ (ones * byte);
    return (x - ones) & ~x & (ones << 7);
}

void appendUtf8(std::string& out, std::uint32_t c) {
    const auto put = [&out](std::uint32_t byte) { out += static_cast<char>(byte); };
    if (c < 0x80) {
        put(c);
    } else if (c < 0x800) {
        put(0xC0 | c >> 6);
        put(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
        put(0xE0 | c >> 12);
        put(0x80 | (c >> 6 & 0x3F));
        put(0x80 | (c & 0x3F));
    } else {
        put(0xF0 | c >> 18);
        put(0x80 | (c >> 12 & 0x3F));
        put(0x80 | (c >> 6 & 0x3F));
        put(0x80 | (c & 0x3F));
    }
}

/// The code unit of "\uXXXX" at the front of `raw`; -1 when there is none.
std::int32_t codeUnit(std::string_view raw) {
    if (raw.size() < 6 || raw[0] != '\\' || raw[1] != 'u')
        return -1;
    std::int32_t unit = -1;
    const char* const last = raw.data() + 6;
    const auto [end, error] = std::from_chars(raw.data() + 2, last, unit, 16);
    return error == std::errc() && end == last && unit >= 0 ? unit : -1;
}

/// Appends the character of the escape at the front of `raw` and returns its length; 0 when it is none.
std::size_t appendEscape(std::string& out, std::string_view raw) {
    const std::int32_t unit = codeUnit(raw);
    if (unit >= 0) {
        const std::int32_t next = unit >= 0xD800 && unit < 0xDC00 ? codeUnit(raw.substr(6)) : -1;
        if (next >= 0xDC00 && next < 0xE000) {
            appendUtf8(out, 0x10000U + (static_cast<std::uint32_t>(unit - 0xD800) << 10) +
                                static_cast<std::uint32_t>(next - 0xDC00));
            return 12;
        }
        appendUtf8(out, static_cast<std::uint32_t>(unit));
        return 6;
    }
    constexpr std::string_view letters = "\"\\/bfnrt";
    constexpr std::string_view characters = "\"\\/\b\f\n\r\t";
    const auto letter = raw.size() < 2 ? std::string_view::npos : letters.find(raw[1]);
    if (letter == std::string_view::npos)
        return 0;
    out += characters[letter];
    return 2;
}

/// Past the string that begins at `at`.
std::size_t skipString(std::string_view json, std::size_t at) {
    const char* const end = json.data() + json.size();
    const char* p = json.data() + at + 1;
    while ((p = findQuoteOrBackslash(p, end)) != end && *p == '\\')
        p = end - p < 2 ? end : p + 2;
    return static_cast<std::size_t>(p - json.data()) + (p == end ? 0 : 1);
}

/// Past the value that begins at `at`.
std::size_t skipValue(std::string_view json, std::size_t at) {
    std::size_t depth = 0;
    while (at < json.size()) {
        const char c = json[at];
        if (c == '"') {
            at = skipString(json, at);
        } else if (c == '{' || c == '[') {
            ++depth;
            ++at;
        } else if (c == '}' || c == ']') {
            if (depth == 0)
                return at; // the end of what holds a number or a word
            --depth;
            ++at;
        } else if (depth == 0 && (c == ',' || isJsonSpace(c))) {
            return at;
        } else {
            ++at;
            continue; // inside a number or a word, or between the values of a container
        }
        if (depth == 0)
            return at;
    }
    return at;
}

std::size_t skipSpace(std::string_view json, std::size_t at) {
    while (at < json.size() && isJsonSpace(json[at]))
        ++at;
    return at;
}

} // namespace

void appendJsonString(std::string& out, std::string_view text) {
    out += '"';
    std::size_t runStart = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (!mustBeEscaped(c))
            continue;
        out.append(text, runStart, i - runStart);
        runStart = i + 1;
        out += '\\';
        if (const char letter = shortEscape(c); letter != 0) {
            out += letter;
        } else {
            out += "u00";
            out += hexDigits[c >> 4];
            out += hexDigits[c & 0xF];
        }
    }
    out.append(text, runStart);
    out += '"';
}

void appendMarkupJsonString(std::string& out, std::string_view text) {
    out += '"';
    for (const QChar unit : fromUtf8(text)) {
        const char16_t c = unit.unicode();
        if (c >= 0x20 && c < 0x7F && c != '"' && c != '\\' && c != '<' && c != '>' && c != '&') {
            out += static_cast<char>(c);
            continue;
        }
        out += "\\u";
        for (const int shift : {12, 8, 4, 0})
            out += hexDigits[c >> shift & 0xF];
    }
    out += '"';
}

std::string unescaped(std::string_view raw) {
    std::string out;
    while (!raw.empty()) {
        const std::size_t length = raw.front() == '\\' ? appendEscape(out, raw) : 0;
        if (length == 0)
            out += raw.front();
        raw.remove_prefix(length == 0 ? 1 : length);
    }
    return out;
}

const char* findQuoteOrBackslash(const char* at, const char* end) {
    while (end - at >= 8) {
        std::uint64_t word = 0;
        std::memcpy(&word, at, 8);
        const std::uint64_t found = bytesEqual(word, '"') | bytesEqual(word, '\\');
        if (found != 0) {
            if constexpr (std::endian::native == std::endian::little)
                return at + std::countr_zero(found) / 8;
            break;
        }
        at += 8;
    }
    while (at != end && *at != '"' && *at != '\\')
        ++at;
    return at;
}

std::vector<std::string_view> rawChildren(std::string_view json) {
    std::vector<std::string_view> children;
    std::size_t at = skipSpace(json, 0);
    if (at == json.size() || (json[at] != '[' && json[at] != '{'))
        return children;
    const bool isObject = json[at] == '{';
    const char close = isObject ? '}' : ']';
    at = skipSpace(json, at + 1);
    while (at < json.size() && json[at] != close) {
        if (isObject) {
            at = skipSpace(json, skipString(json, at));
            at = skipSpace(json, at + 1); // the colon
        }
        const std::size_t end = skipValue(json, at);
        children.push_back(json.substr(std::min(at, json.size()), end - std::min(at, json.size())));
        at = skipSpace(json, end);
        if (at < json.size() && json[at] == ',')
            at = skipSpace(json, at + 1);
        else if (at < json.size() && json[at] != close)
            return children; // not valid JSON after all
    }
    return children;
}

} // namespace quoteline::model
