// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/emoji_pictures.h"

#include <QGlyphRun>
#include <QPainter>
#include <QRawFont>
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
bool isPicture(const QString& text, const QFont& font) {
    QTextLayout layout(text, font);
    layout.beginLayout();
    layout.createLine();
    layout.endLayout();
    const QList<QGlyphRun> runs = layout.glyphRuns();
    return std::any_of(runs.begin(), runs.end(), [](const QGlyphRun& run) {
        const QRawFont raw = run.rawFont();
        return !raw.fontTable("CBLC").isEmpty() || !raw.fontTable("sbix").isEmpty() || !raw.fontTable("COLR").isEmpty();
    });
}

} // namespace

const QImage& EmojiPictures::of(const QTextItem& item) {
    static const QImage none;
    const QString text = item.text();
    if (!mayBePicture(text))
        return none;
    const std::pair key(text, item.font().pixelSize());
    if (const auto known = m_known.find(key); known != m_known.end())
        return known->second;
    QImage picture;
    if (isPicture(text, item.font())) {
        picture = QImage(static_cast<int>(std::ceil(item.width() * pixelsPerDip)),
                         static_cast<int>(std::ceil((item.ascent() + item.descent()) * pixelsPerDip)),
                         QImage::Format_ARGB32_Premultiplied);
        picture.fill(Qt::transparent);
        QPainter painter(&picture);
        painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
        painter.scale(pixelsPerDip, pixelsPerDip);
        painter.setFont(item.font());
        painter.drawText(QPointF(0, item.ascent()), text);
    }
    return m_known.emplace(key, picture).first->second;
}

QRectF EmojiPictures::place(const QImage& picture, QPointF at, const QTextItem& item) {
    return {at - QPointF(0, item.ascent()), QSizeF(picture.size()) / pixelsPerDip};
}

} // namespace quoteline::ui
