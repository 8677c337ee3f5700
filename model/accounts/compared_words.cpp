// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/accounts/compared_words.h"

#include "model/text/text_folding.h"
#include <QTextBoundaryFinder>
#include <algorithm>

namespace quoteline::model {

namespace {

bool hasNoWidth(QChar unit) {
    switch (unit.unicode()) {
    case 0x00AD: // soft hyphen
    case 0x200B: // zero-width space
    case 0x200C: // zero-width non-joiner
    case 0x200D: // zero-width joiner
    case 0x2060: // word joiner
    case 0xFEFF: // zero-width no-break space
        return true;
    default:
        return false;
    }
}

QChar withPlainApostrophe(QChar unit) {
    switch (unit.unicode()) {
    case 0x2018: // left single quotation mark, set where an apostrophe begins a word
    case 0x2019: // right single quotation mark
    case 0x201B: // single high-reversed-9 quotation mark
    case 0x02BC: // modifier letter apostrophe
    case 0xFF07: // full-width apostrophe
        return u'\'';
    default:
        return unit;
    }
}

/// A text without typography, and where each of its units stands in the original.
struct PlainText {
    explicit PlainText(QStringView original) {
        text.reserve(original.size());
        origin.reserve(static_cast<std::size_t>(original.size()));
        for (qsizetype i = 0; i < original.size(); ++i) {
            if (hasNoWidth(original[i]))
                continue;
            text += withPlainApostrophe(original[i]);
            origin.push_back(i);
        }
    }
    PassageSpan inOriginal(qsizetype start, qsizetype end) const {
        const qsizetype first = origin[static_cast<std::size_t>(start)];
        return {first, origin[static_cast<std::size_t>(end - 1)] + 1 - first};
    }
    QString text;
    std::vector<qsizetype> origin;
};

/// From the first letter or digit of a segment to the last one and the marks on it.
PassageSpan lettersOf(QStringView text, qsizetype start, qsizetype end) {
    PassageSpan letters{start, 0};
    for (qsizetype i = start; i < end;) {
        const bool pair = text[i].isHighSurrogate() && i + 1 < end && text[i + 1].isLowSurrogate();
        const char32_t character = pair ? QChar::surrogateToUcs4(text[i], text[i + 1]) : char32_t(text[i].unicode());
        const qsizetype next = i + (pair ? 2 : 1);
        const bool letter = QChar::isLetterOrNumber(character);
        if (letter && letters.length == 0)
            letters.start = i;
        if (letter || (letters.length > 0 && QChar::isMark(character)))
            letters.length = next - letters.start;
        i = next;
    }
    return letters;
}

/// Joins the segments on both sides of a full stop where letters stand right beside it ("U.S"), as WB6 and WB7 of the
/// annex say and Qt 6.4 does not do.
class Segments {
public:
    explicit Segments(const QString& text)
        : m_text(text)
        , m_finder(QTextBoundaryFinder::Word, text) {}

    /// The next segment, empty at the end.
    PassageSpan next() {
        const qsizetype start = m_at;
        qsizetype end = m_finder.toNextBoundary();
        while (end > 0 && end + 1 < m_text.size() && m_text[end] == u'.' && m_text[end - 1].isLetter() &&
               m_text[end + 1].isLetter() && end > start) {
            m_finder.toNextBoundary(); // behind the full stop
            end = m_finder.toNextBoundary();
        }
        m_at = std::max(end, start);
        return {start, m_at - start};
    }

private:
    const QString& m_text;
    QTextBoundaryFinder m_finder;
    qsizetype m_at = 0;
};

} // namespace

std::vector<ComparedWord> comparedWords(QStringView text, std::size_t most) {
    const PlainText plain(text);
    std::vector<ComparedWord> words;
    Segments segments(plain.text);
    while (words.size() < most) {
        const PassageSpan segment = segments.next();
        if (segment.length == 0)
            break;
        const PassageSpan letters = lettersOf(plain.text, segment.start, segment.end());
        if (letters.length > 0)
            words.push_back({plain.inOriginal(letters.start, letters.end()),
                             foldedForSearch(QStringView(plain.text).mid(letters.start, letters.length))});
    }
    return words;
}

} // namespace quoteline::model
