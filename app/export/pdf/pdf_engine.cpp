// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/pdf/pdf_engine.h"

#include <QFontMetricsF>
#include <QPainterPath>
#include <algorithm>

namespace quoteline::ui {

namespace {

constexpr int dotsPerInch = 96;

/// What QPdfWriter can do; the rest is drawn into images.
constexpr auto features = QPaintEngine::PaintEngineFeatures(
    QPaintEngine::AllFeatures & ~(QPaintEngine::PorterDuff | QPaintEngine::PerspectiveTransform |
                                  QPaintEngine::ObjectBoundingModeGradients | QPaintEngine::ConicalGradientFill));

bool isInvisible(const QString& text) {
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c.category() == QChar::Other_Format; });
}

} // namespace

PdfEngine::PdfEngine(const QPageLayout& layout)
    : QPaintEngine(features)
    , m_buffer(&m_bytes)
    , m_writer(&m_buffer)
    , m_texts(1) {
    m_buffer.open(QIODevice::WriteOnly); // memory: it cannot fail
    m_writer.setPageLayout(layout);
    m_writer.setResolution(dotsPerInch);
}

bool PdfEngine::begin(QPaintDevice*) {
    m_texts.assign(1, {});
    return m_painter.begin(&m_writer);
}

bool PdfEngine::end() {
    return m_painter.end();
}

bool PdfEngine::newPage() {
    if (!m_painter.isActive() || !m_writer.newPage())
        return false;
    m_texts.emplace_back();
    return true;
}

void PdfEngine::updateState(const QPaintEngineState& next) {
    const DirtyFlags dirty = next.state();
    if (dirty & DirtyTransform)
        m_painter.setTransform(next.transform());
    if (dirty & DirtyPen)
        m_painter.setPen(next.pen());
    if (dirty & (DirtyBrush | DirtyBrushOrigin)) {
        m_painter.setBrush(next.brush());
        m_painter.setBrushOrigin(next.brushOrigin());
    }
    if (dirty & DirtyFont)
        m_painter.setFont(next.font());
    if (dirty & (DirtyBackground | DirtyBackgroundMode)) {
        m_painter.setBackground(next.backgroundBrush());
        m_painter.setBackgroundMode(next.backgroundMode());
    }
    if (dirty & DirtyHints) {
        m_painter.setRenderHints(~next.renderHints(), false);
        m_painter.setRenderHints(next.renderHints() | QPainter::LosslessImageRendering);
    }
    if (dirty & DirtyOpacity)
        m_painter.setOpacity(next.opacity());
    if (dirty & (DirtyClipPath | DirtyClipRegion | DirtyClipEnabled))
        updateClip(next);
}

void PdfEngine::updateClip(const QPaintEngineState& next) {
    if (next.state() & DirtyClipRegion)
        m_painter.setClipRegion(next.clipRegion(), next.clipOperation());
    if (next.state() & DirtyClipPath)
        m_painter.setClipPath(next.clipPath(), next.clipOperation());
    if (next.state() & DirtyClipEnabled)
        m_painter.setClipping(next.isClipEnabled());
}

void PdfEngine::drawRects(const QRectF* rects, int count) {
    m_painter.drawRects(rects, count);
}

void PdfEngine::drawLines(const QLineF* lines, int count) {
    m_painter.drawLines(lines, count);
}

void PdfEngine::drawEllipse(const QRectF& rect) {
    m_painter.drawEllipse(rect);
}

void PdfEngine::drawPath(const QPainterPath& path) {
    m_painter.drawPath(path);
}

void PdfEngine::drawPoints(const QPointF* points, int count) {
    m_painter.drawPoints(points, count);
}

void PdfEngine::drawPolygon(const QPointF* points, int count, PolygonDrawMode mode) {
    if (mode == PolylineMode)
        m_painter.drawPolyline(points, count);
    else if (mode == ConvexMode)
        m_painter.drawConvexPolygon(points, count);
    else
        m_painter.drawPolygon(points, count, mode == WindingMode ? Qt::WindingFill : Qt::OddEvenFill);
}

void PdfEngine::drawPixmap(const QRectF& target, const QPixmap& pixmap, const QRectF& source) {
    drawImage(target, pixmap.toImage(), source, Qt::AutoColor);
}

void PdfEngine::drawImage(const QRectF& target, const QImage& image, const QRectF& source,
                          Qt::ImageConversionFlags flags) {
    const QBrush brush = m_painter.brush();
    m_painter.setBrush(Qt::NoBrush); // of a brush QPdfWriter would give its opacity to the picture
    m_painter.drawImage(target, image, source, flags);
    m_painter.setBrush(brush);
}

void PdfEngine::drawTextItem(const QPointF& at, const QTextItem& item) {
    if (isInvisible(item.text()) || m_painter.pen().style() == Qt::NoPen)
        return;
    if (const auto& emoji = m_emoji.of(item); !emoji.empty()) {
        for (const EmojiPictures::Part& part : emoji) {
            if (!part.picture->isNull())
                drawImage(EmojiPictures::place(part, at, item), *part.picture, part.picture->rect(), Qt::AutoColor);
            drawStandIn(at + QPointF(part.left, 0), part.text, part.width, item.font());
        }
        return;
    }
    m_texts.back().push_back(item.text());
    m_painter.drawTextItem(at, item);
    for (const MissingCharacters::Part& part : m_missing.of(item)) // it drew boxes for them, which say nothing
        drawStandIn(at + QPointF(part.left, 0), part.text, part.width, item.font());
}

/// A letter that is not seen, as wide as what it stands for, so that there is no gap beside it. An emoji itself must
/// not come to QPdfWriter: for its outlines, which it lacks, Qt 6.4 sets its font to another size, in which it is
/// measured and drawn ever after, in windows too.
void PdfEngine::drawStandIn(const QPointF& at, const QString& text, double width, const QFont& like) {
    const auto letter = m_standIns.of(text, like);
    if (!letter)
        return;
    const double own = QFontMetricsF(letter->font).horizontalAdvance(letter->text);
    m_painter.save();
    m_painter.setFont(letter->font);
    m_painter.setPen(Qt::transparent);
    m_painter.translate(at);
    if (own > 0 && width > 0)
        m_painter.scale(width / own, 1);
    m_texts.back().push_back(text);
    m_painter.drawText(QPointF(0, 0), letter->text);
    m_painter.restore();
}

} // namespace quoteline::ui
