// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/text_matcher.h"

#include <QStringList>
#include <QTextBoundaryFinder>
#include <algorithm>

namespace quoteline::model {

namespace {

/// A folded text and, for each unit of it, the character of the original it came from.
struct Folded {
    QString text;
    std::vector<TextMatcher::Span> origin;
};

Folded foldedWithOrigin(QStringView text) {
    Folded folded;
    QTextBoundaryFinder characters(QTextBoundaryFinder::Grapheme, text.data(), text.size());
    qsizetype start = 0;
    for (qsizetype end = characters.toNextBoundary(); end > start; end = characters.toNextBoundary()) {
        const QString piece = foldedForSearch(text.sliced(start, end - start));
        folded.text += piece;
        folded.origin.insert(folded.origin.end(), static_cast<std::size_t>(piece.size()), {start, end - start});
        start = end;
    }
    return folded;
}

} // namespace

QString foldedForSearch(QStringView text) {
    return text.toString()
        .normalized(QString::NormalizationForm_D)
        .toCaseFolded()
        .normalized(QString::NormalizationForm_D);
}

TextMatcher::TextMatcher(const QString& text)
    : m_text(text) {
    for (const QString& word : text.simplified().split(u' ', Qt::SkipEmptyParts)) {
        const QString folded = foldedForSearch(word);
        if (std::find(m_words.begin(), m_words.end(), folded) == m_words.end())
            m_words.push_back(folded);
    }
}

std::vector<TextMatcher::Span> TextMatcher::spansIn(QStringView text) const {
    std::vector<Span> found;
    if (isEmpty())
        return found;
    const Folded folded = foldedWithOrigin(text);
    for (const QString& word : m_words) {
        for (qsizetype at = folded.text.indexOf(word); at >= 0; at = folded.text.indexOf(word, at + 1)) {
            const Span first = folded.origin[static_cast<std::size_t>(at)];
            const Span last = folded.origin[static_cast<std::size_t>(at + word.size() - 1)];
            found.push_back({first.start, last.start + last.length - first.start});
        }
    }
    std::sort(found.begin(), found.end(), [](const Span& a, const Span& b) { return a.start < b.start; });
    std::vector<Span> joined;
    for (const Span& span : found) {
        if (joined.empty() || span.start > joined.back().start + joined.back().length)
            joined.push_back(span);
        else
            joined.back().length = std::max(joined.back().length, span.start + span.length - joined.back().start);
    }
    return joined;
}

} // namespace quoteline::model
