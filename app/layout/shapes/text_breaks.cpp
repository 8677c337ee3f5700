// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/shapes/text_breaks.h"

#include <algorithm>
#include <optional>

namespace quoteline::layout {

namespace {

constexpr QStringView closingMarks = u",.;:!?…‥‼⁇⁈⁉%‰‱°′″،؛؟۔।॥、。，．：；！？・";
constexpr QStringView openingMarks = u"¿¡";
constexpr QStringView waitingMarks = u",;:،؛、，：；·•|/&…"; // do not stand before an ellipsis
constexpr QStringView insideNumbers = u".,:/'’-–\u00A0\u2009\u202F\u066B\u066C ";

enum class Side { None, Opens, Closes };

bool isQuotationMark(QChar c) {
    return c == u'"' || c == u'\'' || c.category() == QChar::Punctuation_InitialQuote ||
           c.category() == QChar::Punctuation_FinalQuote;
}

/// Which side of a word a quotation mark stands on is seen from what stands beside it: languages differ. Only where
/// that leaves it open it is what Unicode calls it.
Side sideOfQuotationMark(QStringView text, qsizetype at) {
    const auto isOutside = [&](qsizetype beside, QChar::Category bracket, QStringView marks) {
        return beside < 0 || beside == text.size() || text[beside].isSpace() || text[beside].category() == bracket ||
               marks.contains(text[beside]);
    };
    const bool opens = isOutside(at - 1, QChar::Punctuation_Open, openingMarks);
    const bool closes = isOutside(at + 1, QChar::Punctuation_Close, closingMarks);
    if (opens != closes)
        return opens ? Side::Opens : Side::Closes;
    switch (text[at].category()) {
    case QChar::Punctuation_InitialQuote:
        return Side::Opens;
    case QChar::Punctuation_FinalQuote:
        return Side::Closes;
    default:
        return Side::None;
    }
}

Side sideOf(QStringView text, qsizetype at) {
    const QChar c = text[at];
    if (c.category() == QChar::Punctuation_Open || openingMarks.contains(c))
        return Side::Opens;
    if (c.category() == QChar::Punctuation_Close || closingMarks.contains(c))
        return Side::Closes;
    return isQuotationMark(c) ? sideOfQuotationMark(text, at) : Side::None;
}

bool isDigit(QStringView text, qsizetype at) {
    return at >= 0 && at < text.size() && text[at].isDigit();
}

/// Whether the digits from `at` on are a group of thousands.
bool beginsGroup(QStringView text, qsizetype at) {
    return isDigit(text, at) && isDigit(text, at + 1) && isDigit(text, at + 2) && !isDigit(text, at + 3);
}

/// Whether a character between digits makes them one number: "1,234", "10:30", "2026-01-05", "10 000".
bool joinsDigits(QStringView text, qsizetype at) {
    return at > 0 && at < text.size() && insideNumbers.contains(text[at]) && isDigit(text, at - 1) &&
           (text[at].isSpace() ? beginsGroup(text, at + 1) : isDigit(text, at + 1));
}

/// Whether a number would be torn between the units before and from `at`; with its sign of percent or currency.
bool isInNumber(QStringView text, qsizetype at) {
    if (at <= 0 || at >= text.size())
        return false;
    const bool before = isDigit(text, at - 1);
    const bool behind = isDigit(text, at);
    return (before && behind) || joinsDigits(text, at) || joinsDigits(text, at - 1) ||
           (before && QStringView(u"%‰°").contains(text[at])) ||
           (behind && text[at - 1].category() == QChar::Symbol_Currency);
}

/// Of a script that puts no spaces between words, or its punctuation.
bool isUnspaced(QChar c) {
    const char16_t unit = c.unicode();
    if ((unit >= 0x3000 && unit < 0x3040) || (unit >= 0xFF00 && unit < 0xFF66) ||
        (unit >= 0xD840 && unit < 0xD8C0)) // of the supplementary planes of ideographs
        return true;
    switch (c.script()) {
    case QChar::Script_Han:
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana:
    case QChar::Script_Bopomofo:
    case QChar::Script_Yi:
        return true;
    default:
        return false;
    }
}

bool isAllowed(QStringView text, const TextBreak& where) {
    qsizetype last = where.end - 1;
    while (last >= 0 && text[last].isSpace())
        --last;
    qsizetype next = where.start;
    while (next < text.size() && text[next].isSpace())
        ++next;
    return last >= 0 && next < text.size() && sideOf(text, last) != Side::Opens && sideOf(text, next) != Side::Closes &&
           !isInNumber(text, where.end);
}

/// Whether a text that goes on has no end here.
bool waits(QStringView text, qsizetype at) {
    return text[at].isSpace() || waitingMarks.contains(text[at]) || sideOf(text, at) == Side::Opens ||
           text[at].category() == QChar::Punctuation_Dash;
}

bool isHalfOfFlag(QStringView text, qsizetype at) {
    return at >= 0 && at + 1 < text.size() && text[at] == QChar(0xD83C) && text[at + 1].unicode() >= 0xDDE6 &&
           text[at + 1].unicode() <= 0xDDFF;
}

/// Behind an emoji that is joined of several, QTextBoundaryFinder of Qt 6.4 takes the halves of a flag for two
/// characters.
bool isInFlag(QStringView text, qsizetype at) {
    if (!isHalfOfFlag(text, at))
        return false;
    qsizetype before = 0;
    while (isHalfOfFlag(text, at - 2 * (before + 1)))
        ++before;
    return before % 2 == 1;
}

} // namespace

std::vector<TextBreak> breaksOf(const QString& text) {
    std::vector<TextBreak> breaks;
    const auto add = [&](const TextBreak& where) {
        if (isAllowed(text, where))
            breaks.push_back(where);
    };
    std::optional<QTextBoundaryFinder> lines;
    for (qsizetype i = 1; i < text.size(); ++i) {
        if (text[i] == u' ') {
            add({i, i + 1});
        } else if (isUnspaced(text[i]) || isUnspaced(text[i - 1]) ||
                   (i > 1 && text[i - 1].isLowSurrogate() && isUnspaced(text[i - 2]))) {
            if (!lines)
                lines.emplace(QTextBoundaryFinder::Line, text);
            lines->setPosition(i);
            if (lines->isAtBoundary() && text[i - 1] != u' ')
                add({i, i});
        }
    }
    return breaks;
}

TextCuts::TextCuts(const QString& text)
    : m_text(text)
    , m_breaks(breaksOf(text))
    , m_clusters(QTextBoundaryFinder::Grapheme, text) {}

qsizetype TextCuts::at(qsizetype length) {
    m_clusters.setPosition(length);
    if (!m_clusters.isAtBoundary())
        length = std::max<qsizetype>(0, m_clusters.toPreviousBoundary());
    if (isInFlag(m_text, length))
        length -= 2;
    while (length > 0 && (isInNumber(m_text, length) || waits(m_text, length - 1)))
        --length;
    return length;
}

/// Punctuation behind a word may be left out.
bool TextCuts::endsWord(qsizetype at) const {
    const auto isBreak = [&](const TextBreak& where) { return where.end == at; };
    if (std::any_of(m_breaks.begin(), m_breaks.end(), isBreak))
        return true;
    while (at < m_text.size() && !m_text[at].isSpace() && (waits(m_text, at) || sideOf(m_text, at) == Side::Closes))
        ++at;
    return at == m_text.size() || m_text[at].isSpace();
}

qsizetype TextCuts::atWord(qsizetype length) {
    length = at(length);
    while (length > 0 && !endsWord(length))
        length = at(length - 1);
    return length;
}

} // namespace quoteline::layout
