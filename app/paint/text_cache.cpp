// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/paint/scene_painter.h"

#include <QPainter>
#include <QTextLayout>
#include <cmath>

namespace quoteline::ui {

namespace {
constexpr qsizetype maxShapedTexts = 4000;
constexpr qsizetype maxDrawnBytes = 48 << 20;
constexpr int margin = 3; // pixels that glyphs may reach beyond their advance
} // namespace

void TextCache::clear() {
    m_shaped.clear();
    m_drawn.clear();
    m_drawnBytes = 0;
}

const TextCache::Shaped& TextCache::shaped(const layout::Text& text, const Fonts& fonts) {
    const std::pair<QString, int> key(text.text, static_cast<int>(text.font));
    if (const auto known = m_shaped.constFind(key); known != m_shaped.constEnd())
        return *known;
    if (m_shaped.size() >= maxShapedTexts)
        m_shaped.clear();
    const QFont& font = fonts.font(text.font);
    Shaped shaped;
    shaped.text.setTextFormat(Qt::PlainText);
    shaped.text.setPerformanceHint(QStaticText::AggressiveCaching);
    shaped.text.setText(text.text);
    shaped.text.prepare(QTransform(), font);
    QTextLayout layout(text.text, font); // a fallback font may be higher than the font of the role
    layout.beginLayout();
    QTextLine line = layout.createLine();
    line.setLineWidth(1e6);
    layout.endLayout();
    shaped.ascent = line.ascent();
    return *m_shaped.insert(key, shaped);
}

const TextCache::Drawn& TextCache::drawn(const layout::Text& text, const QColor& color, const Fonts& fonts) {
    const std::pair<QString, std::pair<int, QRgb>> key(text.text, {static_cast<int>(text.font), color.rgba()});
    if (const auto known = m_drawn.constFind(key); known != m_drawn.constEnd())
        return *known;
    const Shaped& laidOut = shaped(text, fonts);
    const QSizeF size = laidOut.text.size();
    Drawn drawn;
    drawn.origin = QPoint(margin, margin + static_cast<int>(std::ceil(laidOut.ascent)));
    drawn.image =
        QImage(static_cast<int>(std::ceil(size.width())) + 2 * margin,
               static_cast<int>(std::ceil(size.height())) + 2 * margin + 1, QImage::Format_ARGB32_Premultiplied);
    drawn.image.fill(Qt::transparent);
    QPainter painter(&drawn.image);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    painter.setFont(fonts.font(text.font));
    painter.setPen(color);
    painter.drawStaticText(drawn.origin - QPointF(0, laidOut.ascent), laidOut.text);
    painter.end();
    if (m_drawnBytes > maxDrawnBytes) {
        m_drawn.clear();
        m_drawnBytes = 0;
    }
    m_drawnBytes += drawn.image.sizeInBytes();
    return *m_drawn.insert(key, drawn);
}

} // namespace quoteline::ui
