// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/device/emoji_pictures.h"

#include <QGlyphRun>
#include <QPainter>
#include <QRawFont>
#include <QTextBoundaryFinder>
#include <QTextLayout>
#include <algorithm>
#include <cmath>

namespace quoteline::ui {

namespace {

constexpr double pixelsPerDip = 8; // 768 dpi: more than the pictures of the font have

/// No letters, but pictures, may be among characters from here on.
bool mayBePicture(const QString& text) {
    return std::any_of(text.begin(), text.end(), [](QChar c) { return c.isSurrogate() || c.unicode() >= 0x203C; });
}

/// Whether the font that has these characters consists of coloured pictures, which QPdfWriter cannot embed.
bool isPicture(const QTextLayout& layout) {
    const QList<QGlyphRun> runs = layout.glyphRuns();
    return std::any_of(runs.begin(), runs.end(), [](const QGlyphRun& run) {
        const QRawFont raw = run.rawFont();
        return !raw.fontTable("CBLC").isEmpty() || !raw.fontTable("sbix").isEmpty() || !raw.fontTable("COLR").isEmpty();
    });
}

bool isRegion(char32_t c) {
    return c >= 0x1F1E6 && c <= 0x1F1FF; // two of them are a flag
}

/// Whether what comes next belongs to the same picture, as the rules for emoji have it (UTS 51); Qt 6.4 knows a part of
/// them.
bool goesOn(const std::u32string& before, char32_t next) {
    constexpr char32_t joiner = 0x200D;
    const bool tone = next >= 0x1F3FB && next <= 0x1F3FF; // of the skin
    return tone || before.back() == joiner || (before.size() == 1 && isRegion(before[0]) && isRegion(next));
}

/// Where characters end, as they are read.
std::vector<int> endsOf(const QString& text) {
    std::vector<int> ends;
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, text);
    qsizetype from = 0;
    while (finder.toNextBoundary() > 0) {
        const qsizetype end = finder.position();
        const auto next = text.mid(end, 2).toStdU32String();
        if (!next.empty() && goesOn(text.mid(from, end - from).toStdU32String(), next.front()))
            continue;
        ends.push_back(static_cast<int>(end));
        from = end;
    }
    return ends;
}

} // namespace

const std::vector<EmojiPictures::Part>& EmojiPictures::of(const QTextItem& item) {
    static const std::vector<Part> none;
    const QString text = item.text();
    if (!mayBePicture(text))
        return none;
    const Key key(text, item.font().pixelSize());
    if (const auto known = m_known.find(key); known != m_known.end())
        return known->second;
    return m_known.emplace(key, partsOf(item)).first->second;
}

std::vector<EmojiPictures::Part> EmojiPictures::partsOf(const QTextItem& item) {
    const QString text = item.text();
    QTextLayout layout(text, item.font());
    layout.beginLayout();
    const QTextLine line = layout.createLine();
    layout.endLayout();
    if (!isPicture(layout))
        return {};
    std::vector<Part> parts;
    int from = 0;
    for (const int end : endsOf(text)) {
        const double a = line.cursorToX(from);
        const double b = line.cursorToX(end);
        parts.push_back({text.mid(from, end - from), nullptr, std::min(a, b), std::abs(b - a)});
        parts.back().picture = &pictureOf(parts.back(), item);
        from = end;
    }
    return parts;
}

const QImage& EmojiPictures::pictureOf(const Part& part, const QTextItem& item) {
    const auto [known, isNew] = m_pictures.try_emplace({part.text, item.font().pixelSize()});
    QImage& picture = known->second;
    if (!isNew)
        return picture;
    picture = QImage(static_cast<int>(std::ceil(part.width * pixelsPerDip)),
                     static_cast<int>(std::ceil((item.ascent() + item.descent()) * pixelsPerDip)),
                     QImage::Format_ARGB32_Premultiplied);
    if (picture.isNull())
        return picture; // without any width there is nothing to be seen
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    painter.scale(pixelsPerDip, pixelsPerDip);
    painter.setFont(item.font());
    painter.drawText(QPointF(0, item.ascent()), part.text);
    return picture;
}

QRectF EmojiPictures::place(const Part& part, QPointF at, const QTextItem& item) {
    return {at + QPointF(part.left, -item.ascent()), QSizeF(part.picture->size()) / pixelsPerDip};
}

} // namespace quoteline::ui
