// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/pdf/pdf_stand_ins.h"

#include <QGlyphRun>
#include <QTextLayout>
#include <algorithm>
#include <cmath>

namespace quoteline::ui {

namespace {

// Letters that Inter 4.0 and 4.1 have, in weights in which no other text is written. A letter that it lacks, as 4.1
// does U+1E9C, would be drawn in another font, which has one weight: it would stand for several texts.
struct Range {
    std::size_t first;
    std::size_t count;
};
constexpr Range ranges[] = {{0x0180, 0x44}, {0x01C5, 0x8B}, {0x1E00, 0x9C},
                            {0x1E9D, 0x63}, {0x0400, 0x60}, {0x0100, 0x49}};
constexpr QFont::Weight weights[] = {QFont::Thin, QFont::ExtraLight, QFont::Light};

constexpr std::size_t lettersOfAFont() {
    std::size_t count = 0;
    for (const Range& range : ranges)
        count += range.count;
    return count;
}

QString letter(std::size_t number) {
    for (const Range& range : ranges) {
        if (number < range.count)
            return QString(QChar(static_cast<char16_t>(range.first + number)));
        number -= range.count;
    }
    return {};
}

/// Whether a character of that kind is drawn by a glyph of its own.
bool isDrawn(char32_t character) {
    switch (QChar::category(character)) {
    case QChar::Mark_NonSpacing:
    case QChar::Mark_Enclosing:
    case QChar::Separator_Space:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Other_Surrogate:
        return false;
    default:
        return true;
    }
}

QTextLine laidOut(QTextLayout& layout) {
    layout.beginLayout();
    const QTextLine line = layout.createLine();
    layout.endLayout();
    return line;
}

} // namespace

std::optional<PdfStandIns::Letter> PdfStandIns::of(const QString& text, const QFont& like) {
    const auto [known, isNew] = m_taken.try_emplace(text, m_taken.size());
    const std::size_t fontNumber = known->second / lettersOfAFont();
    if (fontNumber >= std::size(weights) * 2)
        return std::nullopt;
    QFont font(like.families().value(0));
    font.setPixelSize(std::max(1, like.pixelSize()));
    font.setWeight(weights[fontNumber / 2]);
    font.setItalic(fontNumber % 2 == 1);
    font.setHintingPreference(QFont::PreferNoHinting);
    return Letter{font, letter(known->second % lettersOfAFont())};
}

bool MissingCharacters::lacks(const QFont& font, char32_t character) {
    if (character < 0x80 || !isDrawn(character))
        return false;
    const auto [known, isNew] = m_known.try_emplace({font.families().value(0), character});
    if (isNew) {
        QTextLayout layout(QString::fromUcs4(&character, 1), font);
        laidOut(layout);
        const QList<QGlyphRun> runs = layout.glyphRuns();
        known->second = std::any_of(runs.begin(), runs.end(),
                                    [](const QGlyphRun& run) { return run.glyphIndexes().contains(quint32{0}); });
    }
    return known->second;
}

std::vector<MissingCharacters::Part> MissingCharacters::of(const QTextItem& item) {
    const QString text = item.text();
    const QFont font = item.font();
    std::vector<Part> parts;
    std::vector<int> starts;
    int at = 0;
    for (const char32_t character : text.toStdU32String()) {
        const int length = character > 0xFFFF ? 2 : 1;
        if (lacks(font, character)) {
            parts.push_back({text.mid(at, length), 0, 0});
            starts.push_back(at);
        }
        at += length;
    }
    if (parts.empty())
        return parts;
    QTextLayout layout(text, font);
    const QTextLine line = laidOut(layout);
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const double a = line.cursorToX(starts[i]);
        const double b = line.cursorToX(starts[i] + static_cast<int>(parts[i].text.size()));
        parts[i].left = std::min(a, b);
        parts[i].width = std::abs(b - a);
    }
    return parts;
}

} // namespace quoteline::ui
