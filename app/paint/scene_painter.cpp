// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/paint/scene_painter.h"

#include <QPainter>
#include <QTextLayout>

namespace quoteline::ui {

using layout::Clip;
using layout::Ink;
using layout::Scene;

namespace {

constexpr qsizetype maxCachedTexts = 4000;

QColor colorOf(const layout::Text& text, const Theme& theme) {
    switch (text.ink) {
    case Ink::Text: return theme.text;
    case Ink::SoftText: return theme.softText;
    case Ink::Accent: return theme.accent;
    case Ink::Lane: return theme.hue(text.hue);
    }
    return theme.text;
}

QRectF clipRect(const Scene& scene, Clip clip) {
    switch (clip) {
    case Clip::None: return QRectF(QPointF(0, 0), scene.size);
    case Clip::LaneColumn: return scene.frame.laneColumn;
    case Clip::Lanes: return scene.frame.lanes;
    }
    return {};
}

void paintText(QPainter& painter, const layout::Text& text, const PaintStyle& style) {
    if (text.text.isEmpty())
        return;
    const TextCache::Entry& entry = style.cache.entry(text.text, text.font, style.fonts);
    painter.setFont(style.fonts.font(text.font));
    painter.setPen(colorOf(text, style.theme));
    painter.drawStaticText(text.baseline - QPointF(0, entry.ascent), entry.text);
}

void paintTexts(QPainter& painter, const Scene& scene, const PaintStyle& style) {
    std::optional<Clip> clip;
    for (const layout::Text& text : scene.texts) {
        if (clip != text.clip) {
            clip = text.clip;
            painter.setClipRect(clipRect(scene, text.clip));
        }
        paintText(painter, text, style);
    }
}

void paintOverlay(QPainter& painter, const Scene& scene, const layout::Overlay& overlay, const PaintStyle& style) {
    const double round = 4 * scene.textScale;
    if (scene.coreWindow)
        painter.fillRect(*scene.coreWindow, style.theme.accent);
    painter.setClipRect(scene.frame.lanes);
    painter.setPen(Qt::NoPen);
    painter.setBrush(style.theme.hoverFill);
    for (const QRectF& rect : overlay.hovered)
        painter.drawRoundedRect(rect, round, round);
    painter.setBrush(style.theme.selectionFill);
    painter.setPen(QPen(style.theme.accent, 1.5));
    for (const QRectF& rect : overlay.selected)
        painter.drawRoundedRect(rect, round, round);
}

void paintChips(QPainter& painter, const Scene& scene, const PaintStyle& style) {
    painter.setPen(Qt::NoPen);
    for (const layout::Chip& chip : scene.chips) {
        QColor fill = style.theme.hue(chip.text.hue);
        fill.setAlphaF(chipFillAlpha);
        painter.setBrush(fill);
        painter.drawRoundedRect(chip.rect, chip.rect.height() / 2, chip.rect.height() / 2);
    }
    for (const layout::Chip& chip : scene.chips)
        paintText(painter, chip.text, style);
}

void paintMargins(QPainter& painter, const Scene& scene, const PaintStyle& style) {
    painter.setClipRect(clipRect(scene, Clip::None));
    for (const layout::FootNote& note : scene.footNotes) {
        painter.fillRect(QRectF(note.x - 0.75, scene.frame.footStrip.top(), 1.5, scene.frame.footStrip.height()),
                         style.theme.softText);
        paintText(painter, note.text, style);
    }
    for (const layout::Mark& mark : scene.legendMarks)
        paintMark(painter, mark, style.theme);
}

} // namespace

const TextCache::Entry& TextCache::entry(const QString& text, layout::FontRole role, const Fonts& fonts) {
    const std::pair<QString, int> key(text, static_cast<int>(role));
    if (const auto known = m_entries.constFind(key); known != m_entries.constEnd())
        return *known;
    if (m_entries.size() >= maxCachedTexts)
        m_entries.clear();
    Entry entry;
    entry.text.setTextFormat(Qt::PlainText);
    entry.text.setPerformanceHint(QStaticText::AggressiveCaching);
    entry.text.setText(text);
    entry.text.prepare(QTransform(), fonts.font(role));
    QTextLayout layout(text, fonts.font(role)); // a fallback font may be higher than the font of the role
    layout.beginLayout();
    entry.ascent = layout.createLine().ascent();
    layout.endLayout();
    return *m_entries.insert(key, entry);
}

void paintBackdrop(QPainter& painter, const Scene& scene, const Theme& theme) {
    for (const layout::WeekendCell& weekend : scene.weekends)
        painter.fillRect(weekend.rect, weekend.shaded ? theme.weekendShade : theme.weekend);
    for (const QRectF& line : scene.gridLines)
        painter.fillRect(line, theme.grid);
}

void paintScene(QPainter& painter, const Scene& scene, const layout::Overlay& overlay, const PaintStyle& style) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    paintOverlay(painter, scene, overlay, style);
    for (const layout::Mark& mark : scene.marks)
        paintMark(painter, mark, style.theme);
    paintChips(painter, scene, style);
    paintTexts(painter, scene, style);
    paintMargins(painter, scene, style);
    painter.restore();
}

void paintTextsOf(QPainter& painter, const std::vector<layout::Text>& texts, const PaintStyle& style) {
    for (const layout::Text& text : texts)
        paintText(painter, text, style);
}

void paintBrush(QPainter& painter, const QRectF& brush, const QRectF& plot, const Theme& theme) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    QColor dim = theme.surface;
    dim.setAlphaF(0.6F);
    painter.fillRect(QRectF(plot.topLeft(), brush.bottomLeft()), dim);
    painter.fillRect(QRectF(brush.topRight(), plot.bottomRight()), dim);
    painter.setPen(QPen(theme.accent, 1.5));
    painter.setBrush(theme.selectionFill);
    painter.drawRoundedRect(brush.adjusted(0.75, 0.75, -0.75, -0.75), 3, 3);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.accent);
    for (const double x : {brush.left(), brush.right()})
        painter.drawRoundedRect(QRectF(x - 2.5, brush.center().y() - 10, 5, 20), 2.5, 2.5);
    painter.restore();
}

} // namespace quoteline::ui
