// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/text/text_matcher.h"

#include "model/text/text_folding.h"
#include <QStringList>
#include <QTextBoundaryFinder>
#include <algorithm>

namespace quoteline::model {

namespace {

using Spans = std::vector<TextMatcher::Span>;

qsizetype endOf(const TextMatcher::Span& span) {
    return span.start + span.length;
}

/// Spans in order of their starts, joined where they touch or overlap.
void addJoined(Spans& spans, const TextMatcher::Span& span) {
    if (spans.empty() || span.start > endOf(spans.back()))
        spans.push_back(span);
    else
        spans.back().length = std::max(endOf(spans.back()), endOf(span)) - spans.back().start;
}

/// Where the pieces that the folded units [first, last] came from lie in a text of `size` units.
TextMatcher::Span originOf(const FoldedText& folded, qsizetype first, qsizetype last, qsizetype size) {
    const auto& origin = folded.origin;
    const qsizetype start = origin[static_cast<std::size_t>(first)];
    auto next = static_cast<std::size_t>(last);
    while (next < origin.size() && origin[next] == origin[static_cast<std::size_t>(last)])
        ++next;
    return {start, (next < origin.size() ? origin[next] : size) - start};
}

/// Spans widened to whole characters as people see them: a letter with its marks, a syllable, a flag.
Spans widened(const Spans& spans, QStringView text) {
    const bool simple = std::all_of(text.begin(), text.end(), [](QChar unit) { return unit.unicode() < 0x300; });
    if (simple || spans.empty())
        return spans;
    QTextBoundaryFinder characters(QTextBoundaryFinder::Grapheme, text.data(), text.size());
    Spans whole;
    for (const TextMatcher::Span& span : spans) {
        qsizetype start = span.start;
        characters.setPosition(start);
        if (!characters.isAtBoundary())
            start = characters.toPreviousBoundary();
        qsizetype end = endOf(span);
        characters.setPosition(end);
        if (!characters.isAtBoundary())
            end = characters.toNextBoundary();
        addJoined(whole,
                  {std::max<qsizetype>(start, 0), (end < 0 ? text.size() : end) - std::max<qsizetype>(start, 0)});
    }
    return whole;
}

} // namespace

TextMatcher::TextMatcher(const QString& text)
    : m_text(text) {
    for (const QString& word : text.simplified().split(u' ', Qt::SkipEmptyParts)) {
        const QString folded = foldedForSearch(word);
        if (!folded.isEmpty() && std::find(m_words.begin(), m_words.end(), folded) == m_words.end())
            m_words.push_back(folded);
    }
}

std::vector<TextMatcher::Span> TextMatcher::spansIn(QStringView text) const {
    if (isEmpty() || text.isEmpty())
        return {};
    const FoldedText folded = foldedWithOrigin(text);
    Spans found;
    for (const QString& word : m_words) {
        Spans ofWord;
        for (qsizetype at = folded.text.indexOf(word); at >= 0; at = folded.text.indexOf(word, at + 1))
            addJoined(ofWord, originOf(folded, at, at + word.size() - 1, text.size()));
        found.insert(found.end(), ofWord.begin(), ofWord.end());
    }
    std::sort(found.begin(), found.end(), [](const Span& a, const Span& b) { return a.start < b.start; });
    Spans joined;
    for (const Span& span : found)
        addJoined(joined, span);
    return widened(joined, text);
}

} // namespace quoteline::model
