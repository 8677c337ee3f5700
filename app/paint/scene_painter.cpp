// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/paint/scene_painter.h"

#include "app/paint/callout_painter.h"
#include "app/paint/link_painter.h"
#include "app/paint/soft_fill.h"
#include <QPaintEngine>
#include <QPainter>
#include <cmath>

namespace quoteline::ui {

using layout::Clip;
using layout::Ink;
using layout::Scene;

namespace {

QColor colorOf(const layout::Text& text, const Theme& theme) {
    switch (text.ink) {
    case Ink::Text:
        return theme.text;
    case Ink::SoftText:
        return theme.softText;
    case Ink::Accent:
        return theme.accent;
    case Ink::Lane:
        return theme.hue(text.hue);
    }
    return theme.text;
}

QRectF clipRect(const Scene& scene, Clip clip) {
    switch (clip) {
    case Clip::None:
        return QRectF(QPointF(0, 0), scene.size);
    case Clip::LaneColumn:
        return scene.frame.laneColumn;
    case Clip::Lanes:
        return scene.frame.lanes;
    }
    return {};
}

/// Images of text serve where pixels are drawn one to one; elsewhere (high resolution, SVG, PDF) text is drawn as text.
bool copiesImages(const QPainter& painter) {
    return painter.paintEngine()->type() == QPaintEngine::Raster &&
           painter.deviceTransform().type() <= QTransform::TxTranslate;
}

void paintText(QPainter& painter, const layout::Text& text, const PaintStyle& style) {
    if (text.text.isEmpty())
        return;
    painter.setPen(colorOf(text, style.theme));
    if (copiesImages(painter)) {
        const TextCache::Drawn& drawn = style.cache.drawn(text, painter.pen().color(), style.fonts);
        // On whole pixels, as glyphs are.
        painter.drawImage(
            QPoint(static_cast<int>(std::lround(text.baseline.x())), static_cast<int>(std::lround(text.baseline.y()))) -
                drawn.origin,
            drawn.image);
        return;
    }
    const TextCache::Shaped& shaped = style.cache.shaped(text, style.fonts);
    painter.setFont(style.fonts.font(text.font));
    painter.drawStaticText(text.baseline - QPointF(0, shaped.ascent), shaped.text);
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
    painter.setBrush(style.theme.hitFill);
    for (const QRectF& rect : overlay.hits.words)
        painter.drawRoundedRect(rect, round / 2, round / 2);
    painter.setPen(QPen(style.theme.softText, 1.5 * scene.textScale, Qt::DotLine, Qt::FlatCap));
    for (const QLineF& line : overlay.hits.elsewhere)
        painter.drawLine(line);
    const bool hoverOutlined = style.theme.hoverLine.isValid();
    painter.setPen(hoverOutlined ? QPen(style.theme.hoverLine, style.theme.focusLine / 2) : QPen(Qt::NoPen));
    painter.setBrush(style.theme.hoverFill);
    for (const QRectF& rect : overlay.hovered)
        painter.drawRoundedRect(rect, round, round);
    painter.setBrush(style.theme.selectionFill);
    painter.setPen(QPen(style.theme.accent, style.theme.focusLine));
    for (const QRectF& rect : overlay.selected)
        painter.drawRoundedRect(rect, round, round);
}

/// Those that certainly happened then in the colour of the lane, the others paler.
void paintColumns(QPainter& painter, const Scene& scene, const PaintStyle& style) {
    const bool smooth = painter.testRenderHint(QPainter::Antialiasing);
    painter.setRenderHint(QPainter::Antialiasing, false); // edges on whole pixels, and a third of the time
    for (const layout::Column& column : scene.columns) {
        const QColor& color = style.theme.hue(column.hue);
        painter.fillRect(column.certain, withAlpha(color, style.theme.columnAlpha));
        painter.fillRect(column.possible, withAlpha(color, style.theme.columnAlpha / 2));
        if (column.gap)
            painter.fillRect(*column.gap, style.theme.surface);
    }
    painter.setRenderHint(QPainter::Antialiasing, smooth);
    for (const layout::Column& column : scene.columns)
        if (column.number)
            paintText(painter, *column.number, style);
}

/// The triangles that collapse lanes: pointing down where the lane is open, right where it is collapsed.
void paintLaneHeads(QPainter& painter, const Scene& scene, const layout::Overlay& overlay, const PaintStyle& style) {
    painter.setClipRect(clipRect(scene, Clip::LaneColumn));
    painter.setPen(Qt::NoPen);
    painter.setBrush(style.theme.softText);
    const double half = 4 * scene.textScale;
    for (const layout::LaneHead& head : scene.laneHeads) {
        const QPointF at = head.toggle.center();
        const QPointF open[] = {at + QPointF(-half, -half * 0.6), at + QPointF(half, -half * 0.6),
                                at + QPointF(0, half * 0.6)};
        const QPointF shut[] = {at + QPointF(-half * 0.6, -half), at + QPointF(half * 0.6, 0),
                                at + QPointF(-half * 0.6, half)};
        painter.drawPolygon(head.collapsed ? shut : open, 3);
    }
    painter.setClipRect(clipRect(scene, Clip::None));
    if (overlay.dropLine)
        painter.fillRect(*overlay.dropLine, style.theme.accent);
}

void paintMargins(QPainter& painter, const Scene& scene, const PaintStyle& style) {
    painter.setClipRect(clipRect(scene, Clip::None));
    for (const layout::FootNote& note : scene.footNotes) {
        painter.fillRect(QRectF(note.x - 0.75, scene.frame.footStrip.top(), 1.5, scene.frame.footStrip.height()),
                         style.theme.softText);
        paintText(painter, note.text, style);
    }
    if (scene.columnNote)
        paintText(painter, *scene.columnNote, style);
    for (const layout::Mark& mark : scene.legendMarks)
        paintMark(painter, mark, style.theme);
}

} // namespace

void paintBackdrop(QPainter& painter, const Scene& scene, const Theme& theme) {
    for (const layout::LaneBand& lane : scene.lanes) {
        // On whole pixels, as the weekends that lie on it are.
        const double top = std::round(lane.rect.top());
        if (lane.shaded)
            painter.fillRect(QRectF(lane.rect.left(), top, lane.rect.width(), std::round(lane.rect.bottom()) - top),
                             theme.laneShade);
    }
    for (const layout::WeekendCell& weekend : scene.weekends)
        painter.fillRect(weekend.rect, weekend.shaded ? theme.weekendShade : theme.weekend);
    for (const QRectF& line : scene.gridLines)
        painter.fillRect(line, theme.grid);
}

void paintScene(QPainter& painter, const Scene& scene, const layout::Overlay& overlay, const PaintStyle& style) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    paintOverlay(painter, scene, overlay, style);
    painter.setClipRect(scene.frame.lanes);
    for (const layout::SetLine& line : scene.setLines)
        painter.fillRect(line.rect, style.theme.hue(line.hue));
    for (const layout::Mark& mark : scene.marks)
        paintMark(painter, mark, style.theme);
    if (overlay.links)
        paintLinkLines(painter, scene, *overlay.links, style.theme);
    painter.setClipRect(scene.frame.lanes);
    for (const layout::QuoteBlock& quote : scene.quotes)
        painter.fillRect(quote.rule, style.theme.hue(quote.hue));
    paintColumns(painter, scene, style);
    for (const layout::EdgeCount& count : scene.edgeCounts)
        paintText(painter, count.text, style);
    paintTexts(painter, scene, style);
    if (overlay.links)
        paintLinkWords(painter, scene, *overlay.links, style);
    paintCallouts(painter, scene, overlay.callouts, style);
    paintMargins(painter, scene, style);
    paintLaneHeads(painter, scene, overlay, style);
    painter.restore();
}

void paintTextsOf(QPainter& painter, std::span<const layout::Text> texts, const PaintStyle& style) {
    for (const layout::Text& text : texts)
        paintText(painter, text, style);
}

void paintBrush(QPainter& painter, const layout::Brush& brush, const QRectF& plot, const Theme& theme) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    QColor dim = theme.surface;
    dim.setAlphaF(0.6F);
    painter.fillRect(QRectF(plot.topLeft(), brush.rect.bottomLeft()), dim);
    painter.fillRect(QRectF(brush.rect.topRight(), plot.bottomRight()), dim);
    painter.setPen(QPen(theme.accent, 1.5));
    painter.setBrush(theme.selectionFill);
    painter.drawRoundedRect(brush.rect.adjusted(0.75, 0.75, -0.75, -0.75), 3, 3);
    painter.setPen(QPen(theme.surface, 1));
    painter.setBrush(theme.accent);
    for (const QRectF& handle : {brush.leftHandle, brush.rightHandle})
        painter.drawRoundedRect(handle, handle.width() / 2, handle.width() / 2);
    painter.restore();
}

void paintOverviewGrid(QPainter& painter, const layout::OverviewScene& scene, const Theme& theme) {
    for (const QRectF& line : scene.gridLines)
        painter.fillRect(line, theme.grid);
}

void paintFoundBars(QPainter& painter, const layout::OverviewScene& scene, const Theme& theme) {
    for (const QRectF& bar : scene.foundBars)
        painter.fillRect(bar, theme.accent);
}

} // namespace quoteline::ui
