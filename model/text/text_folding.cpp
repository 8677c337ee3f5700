// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/text/text_folding.h"

#include "model/text/utf8_text.h"
#include <algorithm>
#include <array>
#include <memory>

namespace quoteline::model {

namespace {

constexpr char16_t firstMark = 0x0300;    // no unit below it is a combining mark
constexpr char16_t dotAbove = 0x0307;     // left of "İ" once it is in lower case
constexpr qsizetype longestPiece = 64;    // marks have to be sorted: no text makes that slow
constexpr std::size_t unitsPerPage = 256; // of the table of units that fold to one unit

char16_t lowerAscii(char16_t unit) {
    return unit >= u'A' && unit <= u'Z' ? static_cast<char16_t>(unit + (u'a' - u'A')) : unit;
}

QString withoutHalves(QStringView piece) {
    QString whole = piece.toString();
    for (qsizetype i = 0; i < whole.size(); ++i) {
        if (whole[i].isHighSurrogate() && i + 1 < whole.size() && whole[i + 1].isLowSurrogate())
            ++i;
        else if (whole[i].isSurrogate())
            whole[i] = QChar::ReplacementCharacter;
    }
    return whole;
}

/// The rule itself, for one piece. Case folding as Qt has it is one to one: the upper case in between takes "ß" to "ss"
/// and "ı" to "i".
QString foldedPiece(QStringView piece) {
    QString folded = withoutHalves(piece)
                         .normalized(QString::NormalizationForm_D)
                         .toCaseFolded()
                         .toUpper()
                         .toCaseFolded()
                         .normalized(QString::NormalizationForm_D);
    for (qsizetype at = folded.lastIndexOf(u'i') + 1; at > 0 && at < folded.size();) { // marks alone follow it
        if (folded[at] == QChar(dotAbove))
            folded.remove(at, 1);
        else
            ++at;
    }
    return folded;
}

/// What single units fold to, looked up; filled where it is used. Belongs to one thread.
class UnitTable {
public:
    /// 0 where the rule has to be asked.
    char16_t folded(char16_t unit) {
        auto& page = m_pages[unit / unitsPerPage];
        if (!page)
            page = makePage(unit / unitsPerPage * unitsPerPage);
        return (*page)[unit % unitsPerPage];
    }

private:
    using Page = std::array<char16_t, unitsPerPage>;
    static std::unique_ptr<Page> makePage(std::size_t first) {
        auto page = std::make_unique<Page>();
        for (std::size_t i = 0; i < unitsPerPage; ++i) {
            const QChar unit(static_cast<char16_t>(first + i));
            const QString folded = unit.isSurrogate() ? QString() : foldedPiece(QStringView(&unit, 1));
            (*page)[i] = folded.size() == 1 ? folded[0].unicode() : u'\0';
        }
        return page;
    }
    std::array<std::unique_ptr<Page>, 0x10000 / unitsPerPage> m_pages;
};

/// Length of the character at `at`, in units.
qsizetype characterLength(QStringView text, qsizetype at) {
    const bool pair = text[at].isHighSurrogate() && at + 1 < text.size() && text[at + 1].isLowSurrogate();
    return pair ? 2 : 1;
}

bool isMarkAt(QStringView text, qsizetype at) {
    if (text[at].unicode() < firstMark)
        return false;
    return characterLength(text, at) == 2 ? QChar::isMark(QChar::surrogateToUcs4(text[at], text[at + 1]))
                                          : text[at].isMark();
}

qsizetype endOfPiece(QStringView text, qsizetype start) {
    qsizetype end = start + characterLength(text, start);
    while (end < text.size() && end - start < longestPiece && isMarkAt(text, end))
        end += characterLength(text, end);
    return end;
}

/// Adds the folded text to `out` and calls `came(piece start, units)` for each piece.
template <typename Came>
void fold(QString& out, QStringView text, Came came) {
    static thread_local UnitTable table;
    for (qsizetype at = 0; at < text.size();) {
        const char16_t unit = text[at].unicode();
        if (unit < 0x80 && (at + 1 == text.size() || text[at + 1].unicode() < firstMark)) {
            out += QChar(lowerAscii(unit));
            came(at++, 1);
            continue;
        }
        const qsizetype end = endOfPiece(text, at);
        const char16_t simple = end == at + 1 ? table.folded(unit) : u'\0';
        const qsizetype before = out.size();
        if (simple)
            out += QChar(simple);
        else
            out += foldedPiece(text.sliced(at, end - at));
        came(at, out.size() - before);
        at = end;
    }
}

bool isAscii(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

} // namespace

QString foldedForSearch(QStringView text) {
    QString out;
    out.reserve(text.size());
    fold(out, text, [](qsizetype, qsizetype) {});
    return out;
}

void appendFolded(std::string& out, std::string_view utf8) {
    if (isAscii(utf8)) {
        for (const char c : utf8)
            out += static_cast<char>(lowerAscii(static_cast<unsigned char>(c)));
        return;
    }
    const QString text = fromUtf8(utf8);
    const QByteArray folded = foldedForSearch(text).toUtf8();
    out.append(folded.constData(), static_cast<std::size_t>(folded.size()));
}

FoldedText foldedWithOrigin(QStringView text) {
    FoldedText folded;
    folded.text.reserve(text.size());
    folded.origin.reserve(static_cast<std::size_t>(text.size()));
    fold(folded.text, text, [&](qsizetype start, qsizetype units) {
        folded.origin.insert(folded.origin.end(), static_cast<std::size_t>(units), start);
    });
    return folded;
}

} // namespace quoteline::model
