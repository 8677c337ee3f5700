// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/text/typography_folding.h"

#include <QChar>
#include <QList>
#include <algorithm>
#include <iterator>

namespace quoteline::model {

namespace {

constexpr char32_t zeroWidthJoiner = 0x200D;
constexpr std::size_t longestComposed = 64; // marks have to be sorted: no text makes that slow

bool isQuotationMark(char32_t c, char32_t& folded) {
    switch (c) {
    case 0x2018: // LEFT SINGLE QUOTATION MARK
    case 0x2019: // RIGHT SINGLE QUOTATION MARK
    case 0x201A: // SINGLE LOW-9 QUOTATION MARK
    case 0x201B: // SINGLE HIGH-REVERSED-9 QUOTATION MARK
    case 0x2039: // SINGLE LEFT-POINTING ANGLE QUOTATION MARK
    case 0x203A: // SINGLE RIGHT-POINTING ANGLE QUOTATION MARK
        folded = U'\'';
        return true;
    case 0x201C: // LEFT DOUBLE QUOTATION MARK
    case 0x201D: // RIGHT DOUBLE QUOTATION MARK
    case 0x201E: // DOUBLE LOW-9 QUOTATION MARK
    case 0x201F: // DOUBLE HIGH-REVERSED-9 QUOTATION MARK
    case 0x00AB: // LEFT-POINTING DOUBLE ANGLE QUOTATION MARK
    case 0x00BB: // RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK
        folded = U'"';
        return true;
    default:
        return false;
    }
}

bool isZeroWidth(char32_t c) {
    return (c >= 0x200B && c <= zeroWidthJoiner) || c == 0x2060 || c == 0xFEFF;
}

bool isBreakOrTab(char32_t c) {
    return (c >= 0x09 && c <= 0x0D) || c == 0x85 || c == 0x2028 || c == 0x2029;
}

bool isOtherSpace(char32_t c) {
    return c >= 0xA0 && QChar::category(c) == QChar::Separator_Space;
}

bool isHangulTail(char32_t c) { // vowels and final consonants, which join what stands before them
    return (c >= 0x1160 && c <= 0x11FF) || (c >= 0xD7B0 && c <= 0xD7FB);
}

bool isHangul(char32_t c) {
    return (c >= 0x1100 && c <= 0x11FF) || (c >= 0xA960 && c <= 0xA97C) || (c >= 0xAC00 && c <= 0xD7FB);
}

/// Whether `c` may change what NFC makes of the code point `before` it.
bool composesBackwards(char32_t before, char32_t c) {
    return c >= 0x0300 && (QChar::isMark(c) || (isHangulTail(c) && isHangul(before)));
}

bool changesAlone(char32_t c) {
    const bool syllable = c >= 0xAC00 && c <= 0xD7A3; // composed already
    return c >= 0xC0 && !syllable && QChar::decompositionTag(c) == QChar::Canonical;
}

std::u32string composed(std::u32string_view piece) {
    std::u32string text;
    for (const uint c : toQString(piece).normalized(QString::NormalizationForm_C).toUcs4())
        text.push_back(c);
    return text;
}

/// Folds a text piece by piece, a piece being what NFC may join: between pieces it changes nothing.
template <typename Came>
class Folder {
public:
    Folder(std::u32string_view text, TypographyFolds folds, std::u32string& out, Came came)
        : m_text(text)
        , m_folds(folds)
        , m_out(out)
        , m_came(came) {}

    void run() {
        while (m_at < m_text.size()) {
            const std::size_t end = endOfPiece(m_at);
            if (end > m_at + 1)
                foldPiece(end);
            else if (isWhite(m_text[m_at]))
                foldWhiteSpace();
            else
                foldSingle();
        }
    }

private:
    std::size_t endOfPiece(std::size_t start) const {
        std::size_t end = start + 1;
        while (end < m_text.size() && end - start < longestComposed && composesBackwards(m_text[end - 1], m_text[end]))
            ++end;
        return end;
    }

    char32_t spaceFor(char32_t c) const { return m_folds.has(TypographyFold::Spaces) && isOtherSpace(c) ? U' ' : c; }
    bool isWhite(char32_t c) const { return spaceFor(c) == U' ' || isBreakOrTab(c); }
    bool isLeftOut(char32_t c) const {
        return (c == 0xAD && m_folds.has(TypographyFold::SoftHyphens)) ||
               (isZeroWidth(c) && m_folds.has(TypographyFold::ZeroWidth));
    }

    void foldPiece(std::size_t end) {
        std::u32string piece(m_text.substr(m_at, end - m_at));
        if (m_folds.has(TypographyFold::Composition))
            piece = composed(piece);
        m_out += piece;
        came(end, piece.size());
    }

    void foldWhiteSpace() {
        std::size_t end = m_at + 1;
        if (m_folds.has(TypographyFold::WhiteSpaceRuns)) {
            for (std::size_t next = end; next < m_text.size() && endOfPiece(next) == next + 1; ++next) {
                if (isWhite(m_text[next]))
                    end = next + 1;
                else if (!isLeftOut(m_text[next]))
                    break;
            }
            m_out += U' ';
        } else {
            m_out += spaceFor(m_text[m_at]);
        }
        came(end, 1);
    }

    void foldSingle() {
        char32_t c = m_text[m_at];
        if (c < 0x80) { // the most part of most texts
            m_out += c;
            ++m_at;
            return;
        }
        if (isLeftOut(c))
            return came(m_at + 1, 0);
        if (c == 0x2026 && m_folds.has(TypographyFold::Ellipsis)) {
            m_out += U"...";
            return came(m_at + 1, 3);
        }
        if (m_folds.has(TypographyFold::Composition) && changesAlone(c)) {
            const std::u32string text = composed({&c, 1});
            if (text.size() != 1) {
                m_out += text;
                return came(m_at + 1, text.size());
            }
            c = text.front();
        }
        m_out += foldedCharacter(spaceFor(c));
        came(m_at + 1, 1);
    }

    char32_t foldedCharacter(char32_t c) const {
        char32_t mark = 0;
        if (m_folds.has(TypographyFold::QuotationMarks) && isQuotationMark(c, mark))
            return mark;
        return m_folds.has(TypographyFold::Dashes) && c >= 0x2010 && c <= 0x2015 ? U'-' : c;
    }

    /// [m_at, end) became the last `length` units of the result.
    void came(std::size_t end, std::size_t length) {
        if (end - m_at != length)
            m_came(m_out.size() - length, length, m_at, end - m_at);
        m_at = end;
    }

    std::u32string_view m_text;
    TypographyFolds m_folds;
    std::u32string& m_out;
    Came m_came;
    std::size_t m_at = 0;
};

bool isJoinedAt(std::u32string_view text, std::size_t joiner) {
    return text[joiner] == zeroWidthJoiner && joiner + 1 < text.size() &&
           QChar::category(text[joiner + 1]) == QChar::Symbol_Other;
}

} // namespace

QString toQString(std::u32string_view text) {
    QString units;
    units.reserve(static_cast<qsizetype>(text.size()));
    for (const char32_t character : text)
        units += QChar::fromUcs4(character);
    return units;
}

std::vector<TypographyFold> TypographyFolds::list() const {
    std::vector<TypographyFold> folds;
    for (std::size_t i = 0; i < typographyFoldCount; ++i)
        if (has(static_cast<TypographyFold>(i)))
            folds.push_back(static_cast<TypographyFold>(i));
    return folds;
}

FoldedCopy foldTypography(std::u32string_view text, TypographyFolds folds) {
    FoldedCopy copy;
    copy.m_text.reserve(text.size());
    const auto narrow = [](std::size_t value) { return static_cast<std::uint32_t>(value); };
    Folder folder(
        text, folds, copy.m_text,
        [&](std::size_t folded, std::size_t foldedLength, std::size_t original, std::size_t length) {
            copy.m_changes.push_back({narrow(folded), narrow(foldedLength), narrow(original), narrow(length)});
        });
    folder.run();
    return copy;
}

// The last change that begins before `folded`, left-out characters at that very place not counted.
const FoldedCopy::Change* FoldedCopy::changeAround(std::size_t folded) const {
    const auto after = std::partition_point(m_changes.begin(), m_changes.end(),
                                            [folded](const Change& change) { return change.folded < folded; });
    return after == m_changes.begin() ? nullptr : &*std::prev(after);
}

// Where the unit at `folded` begins in the original: behind everything left out before it.
std::size_t FoldedCopy::originalStart(std::size_t folded) const {
    const auto after = std::partition_point(m_changes.begin(), m_changes.end(), [folded](const Change& change) {
        return change.folded < folded || (change.folded == folded && change.foldedLength == 0);
    });
    if (after == m_changes.begin())
        return folded;
    const Change& last = *std::prev(after);
    if (folded < last.folded + last.foldedLength)
        return last.original;
    return last.original + last.originalLength + (folded - last.folded - last.foldedLength);
}

// Where the unit before `folded` ends in the original: before everything left out after it.
std::size_t FoldedCopy::originalEnd(std::size_t folded) const {
    const Change* last = changeAround(folded);
    if (!last)
        return folded;
    const std::size_t end = last->original + last->originalLength;
    return folded <= last->folded + last->foldedLength ? end : end + (folded - last->folded - last->foldedLength);
}

std::optional<TextSpan> FoldedCopy::original(TextSpan folded) const {
    for (const std::size_t edge : {folded.start, folded.end}) {
        const Change* change = changeAround(edge);
        if (change && edge < change->folded + change->foldedLength)
            return std::nullopt;
    }
    return widened(folded);
}

TextSpan FoldedCopy::widened(TextSpan folded) const {
    return {originalStart(folded.start), originalEnd(folded.end)};
}

TextSpan FoldedCopy::folded(TextSpan original) const {
    const auto before = [this](std::size_t at) { // the last change that begins before it
        const auto after = std::partition_point(m_changes.begin(), m_changes.end(),
                                                [at](const Change& change) { return change.original < at; });
        return after == m_changes.begin() ? nullptr : &*std::prev(after);
    };
    const auto behind = [](const Change& change, std::size_t at) {
        return change.folded + change.foldedLength + (at - change.original - change.originalLength);
    };
    TextSpan span = original;
    if (const Change* change = before(original.start + 1))
        span.start = original.start < change->original + change->originalLength ? change->folded
                                                                                : behind(*change, original.start);
    if (const Change* change = before(original.end))
        span.end = original.end <= change->original + change->originalLength ? change->folded + change->foldedLength
                                                                             : behind(*change, original.end);
    return span;
}

TypographyFolds neededFolds(std::u32string_view a, std::u32string_view b) {
    if (a == b || foldTypography(a).text() != foldTypography(b).text())
        return {};
    TypographyFolds folds = TypographyFolds::all();
    for (const TypographyFold fold : folds.list()) {
        TypographyFolds fewer = folds;
        fewer.remove(fold);
        if (foldTypography(a, fewer).text() == foldTypography(b, fewer).text())
            folds = fewer;
    }
    return folds;
}

bool isCharacterBorder(std::u32string_view text, std::size_t at) {
    if (at == 0 || at >= text.size())
        return true;
    const char32_t next = text[at];
    if (next < 0x0300)
        return true;
    const char32_t before = text[at - 1];
    const bool emojiModifier = next >= 0x1F3FB && next <= 0x1F3FF;
    return !QChar::isMark(next) && !emojiModifier && !(isHangulTail(next) && isHangul(before)) &&
           !isJoinedAt(text, at) && !isJoinedAt(text, at - 1);
}

} // namespace quoteline::model
