// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/file/json_writer.h"

#include "model/file/json_text.h"
#include <charconv>
#include <cmath>

namespace quoteline::model {

JsonWriter& JsonWriter::begin(char bracket, JsonLayout layout) {
    beginValue();
    m_out += bracket;
    m_open.push_back({bracket == '{' ? '}' : ']', layout});
    return *this;
}

JsonWriter& JsonWriter::end() {
    const Open ended = m_open.back();
    m_open.pop_back();
    if (!ended.empty && ended.layout != JsonLayout::Broken)
        breakLine(ended.layout);
    m_out += ended.end;
    return *this;
}

JsonWriter& JsonWriter::key(std::string_view name) {
    beginItem();
    append(name);
    m_out += m_open.back().layout == JsonLayout::Compact ? ":" : ": ";
    return *this;
}

JsonWriter& JsonWriter::value(std::string_view utf8) {
    beginValue();
    append(utf8);
    return *this;
}

JsonWriter& JsonWriter::value(double number) {
    char digits[32];
    const auto end = std::to_chars(digits, digits + sizeof digits, std::isfinite(number) ? number : 0).ptr;
    return raw({digits, static_cast<std::size_t>(end - digits)});
}

JsonWriter& JsonWriter::raw(std::string_view json) {
    beginValue();
    m_out += json;
    return *this;
}

void JsonWriter::beginValue() {
    if (!m_open.empty() && m_open.back().end == ']')
        beginItem();
}

void JsonWriter::beginItem() {
    Open& open = m_open.back();
    if (!open.empty)
        m_out += open.layout == JsonLayout::Line ? ", " : ",";
    if (!open.empty || open.layout != JsonLayout::Broken)
        breakLine(open.layout);
    open.empty = false;
}

void JsonWriter::breakLine(JsonLayout layout) {
    if (layout == JsonLayout::Compact || layout == JsonLayout::Line)
        return;
    m_out += '\n';
    if (layout == JsonLayout::Indented)
        m_out.append(2 * m_open.size(), ' ');
}

void JsonWriter::append(std::string_view utf8) {
    if (m_characters == JsonCharacters::Utf8)
        appendJsonString(m_out, utf8);
    else
        appendMarkupJsonString(m_out, utf8);
}

} // namespace quoteline::model
