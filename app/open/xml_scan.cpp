// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/open/xml_scan.h"

#include <QCoreApplication>
#include <string_view>

namespace quoteline::ui {

namespace {

struct ScanText {
    Q_DECLARE_TR_FUNCTIONS(ui)
};

constexpr std::string_view sectionBegin = "[CDATA[";

} // namespace

std::optional<QString> XmlScan::take(QByteArrayView piece) {
    for (const char c : piece) {
        const Inside before = m_inside;
        step(c);
        const bool inTag = m_inside == Inside::Tag || m_inside == Inside::Quoted;
        const bool goesOn = m_inside == before || (inTag && (before == Inside::Tag || before == Inside::Quoted));
        m_length = goesOn ? m_length + 1 : 0;
        if (m_documentType)
            return ScanText::tr("it declares a document type, which no picture of this program does, and is not read");
        if (m_length > (m_inside == Inside::Text ? longestText : longestMarkup) || m_attributes > mostAttributes)
            return ScanText::tr("it has a piece longer than any in a picture of this program, and is not read");
    }
    return std::nullopt;
}

void XmlScan::step(char c) {
    const auto endsWith = [&](char first, char second) {
        return c == '>' && m_last[1] == second && (first == 0 || m_last[0] == first);
    };
    switch (m_inside) {
    case Inside::Text:
        if (c == '<')
            m_inside = Inside::Opened;
        return;
    case Inside::Opened:
        m_last = {};
        m_attributes = 0;
        return open(c);
    case Inside::Declaration:
        return declare(c);
    case Inside::Tag:
        if (c == '"' || c == '\'') {
            m_inside = Inside::Quoted;
            m_quote = c;
            ++m_attributes;
        } else if (c == '>') {
            m_inside = Inside::Text;
        }
        return;
    case Inside::Quoted:
        if (c == m_quote)
            m_inside = Inside::Tag;
        return;
    case Inside::Comment:
        if (endsWith('-', '-'))
            m_inside = Inside::Text;
        break;
    case Inside::Section:
        if (endsWith(']', ']'))
            m_inside = Inside::Text;
        break;
    case Inside::Instruction:
        if (endsWith(0, '?'))
            m_inside = Inside::Text;
        break;
    }
    m_last = {m_last[1], c};
}

void XmlScan::open(char c) {
    if (c == '!')
        m_inside = Inside::Declaration;
    else if (c == '?')
        m_inside = Inside::Instruction;
    else
        m_inside = c == '>' ? Inside::Text : Inside::Tag;
}

void XmlScan::declare(char c) {
    m_begin[static_cast<std::size_t>(m_length)] = c;
    const std::string_view begin(m_begin.data(), static_cast<std::size_t>(m_length) + 1);
    if (begin == "--")
        m_inside = Inside::Comment;
    else if (begin == sectionBegin)
        m_inside = Inside::Section;
    else if (begin != "-" && !sectionBegin.starts_with(begin))
        m_documentType = true;
}

} // namespace quoteline::ui
