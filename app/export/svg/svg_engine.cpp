// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/svg/svg_engine.h"

#include "app/content/words/display_text.h"
#include "app/export/device/finite.h"
#include "app/export/svg/svg_markup.h"
#include <QBuffer>
#include <QImage>
#include <QPainter>
#include <QPixmap>
#include <algorithm>
#include <cmath>

namespace quoteline::ui {

using svg::attribute;
using svg::number;

namespace {

// Gradients, patterns and other rarities are left out: QPainter draws them into an image, which is embedded.
constexpr auto features = QPaintEngine::PrimitiveTransform | QPaintEngine::PixmapTransform | QPaintEngine::AlphaBlend |
                          QPaintEngine::PainterPaths | QPaintEngine::Antialiasing | QPaintEngine::ConstantOpacity |
                          QPaintEngine::PaintOutsidePaintEvent;

/// QRectF::intersects() and contains() take a line for empty.
bool touches(const QRectF& a, const QRectF& b) {
    return a.left() <= b.right() && b.left() <= a.right() && a.top() <= b.bottom() && b.top() <= a.bottom();
}

bool holds(const QRectF& outer, const QRectF& inner) {
    return outer.left() <= inner.left() && inner.right() <= outer.right() && outer.top() <= inner.top() &&
           inner.bottom() <= outer.bottom();
}

/// The rectangle that a path is, if it is one that lies straight.
std::optional<QRectF> rectOf(const QPainterPath& path) {
    const QRectF box = path.boundingRect();
    if (path.elementCount() != 5)
        return std::nullopt;
    for (int i = 0; i < 5; ++i) {
        const QPointF at = path.elementAt(i);
        const bool corner =
            (at.x() == box.left() || at.x() == box.right()) && (at.y() == box.top() || at.y() == box.bottom());
        if (path.elementAt(i).isCurveTo() || !corner)
            return std::nullopt;
        if (i > 0 && (at.x() != path.elementAt(i - 1).x) == (at.y() != path.elementAt(i - 1).y))
            return std::nullopt;
    }
    return box;
}

QByteArray rectGeometry(const QRectF& rect) {
    return attribute("x", rect.x()) + attribute("y", rect.y()) + attribute("width", rect.width()) +
           attribute("height", rect.height());
}

/// Characters that only keep equal axis labels or directions apart are of no use to who copies the text.
QString shownText(QString text) {
    while (text.endsWith(QChar(0x200B)))
        text.chop(1);
    return layout::withoutIsolates(text); // each piece has its place
}

} // namespace

std::size_t SvgParts::numberOf(const QByteArray& part) {
    if (const auto known = m_numbers.constFind(part); known != m_numbers.constEnd())
        return *known;
    m_all.push_back(part);
    m_numbers.insert(part, m_all.size());
    return m_all.size();
}

SvgEngine::SvgEngine(QSizeF size)
    : QPaintEngine(features)
    , m_page(QPointF(0, 0), size) {}

bool SvgEngine::begin(QPaintDevice*) {
    m_pen = QPen();
    m_brush = QBrush();
    m_transform = QTransform();
    m_opacity = 1;
    m_smooth = false;
    m_clipped = false;
    m_clip.reset();
    return true;
}

bool SvgEngine::end() {
    closeText();
    return true;
}

void SvgEngine::updateState(const QPaintEngineState& next) {
    const DirtyFlags dirty = next.state();
    if (dirty & DirtyTransform)
        m_transform = next.transform();
    if (dirty & DirtyPen)
        m_pen = next.pen();
    if (dirty & DirtyBrush)
        m_brush = next.brush();
    if (dirty & DirtyOpacity)
        m_opacity = next.opacity();
    if (dirty & DirtyHints)
        m_smooth = next.renderHints() & QPainter::Antialiasing;
    if (dirty & (DirtyClipPath | DirtyClipRegion | DirtyClipEnabled))
        updateClip(next);
}

void SvgEngine::updateClip(const QPaintEngineState& next) {
    closeText(); // which was drawn under the clip before
    if (next.state() & DirtyClipEnabled)
        m_clipped = next.isClipEnabled();
    if (next.state() & DirtyClipRegion) {
        QPainterPath path;
        for (const QRect& rect : next.clipRegion())
            path.addRect(rect);
        narrowClip(path, next.clipOperation());
    }
    if (next.state() & DirtyClipPath)
        narrowClip(next.clipPath(), next.clipOperation());
}

void SvgEngine::narrowClip(const QPainterPath& path, Qt::ClipOperation operation) {
    m_clipped = operation != Qt::NoClip;
    if (operation == Qt::NoClip) {
        m_clip.reset();
        return;
    }
    QPainterPath narrower = m_transform.map(path);
    if (operation == Qt::IntersectClip && m_clip) {
        const auto before = rectOf(*m_clip);
        const auto now = rectOf(narrower);
        if (before && now) {
            narrower = QPainterPath();
            if (touches(*before, *now))
                narrower.addRect(before->intersected(*now));
        } else {
            narrower = narrower.intersected(*m_clip);
        }
    }
    m_clip = narrower;
    m_clipIsRect = rectOf(narrower).has_value();
}

/// The number of the clip that something with these bounds needs: none where it lies within a rectangle.
std::size_t SvgEngine::clipFor(const QRectF& bounds) {
    if (!m_clipped || !m_clip || (m_clipIsRect && holds(m_clip->boundingRect(), bounds.intersected(m_page))))
        return 0;
    const QByteArray shape =
        m_clipIsRect ? "<rect" + rectGeometry(m_clip->boundingRect()) + "/>"
                     : "<path" + attribute("d", svg::pathData(*m_clip)) +
                           (m_clip->fillRule() == Qt::OddEvenFill ? attribute("clip-rule", QByteArrayLiteral("evenodd"))
                                                                  : QByteArray()) +
                           "/>";
    return m_clips.numberOf(shape);
}

/// Whether anything with these bounds is seen; no element is made of the rest.
bool SvgEngine::shows(const QRectF& bounds) const {
    return isFinite(bounds) && touches(bounds, m_page) &&
           (!m_clipped || !m_clip || (!m_clip->isEmpty() && touches(bounds, m_clip->boundingRect())));
}

void SvgEngine::add(const QByteArray& markup, const QRectF& bounds) {
    closeText();
    if (shows(bounds))
        m_elements.push_back({markup, bounds, clipFor(bounds), false});
}

/// Shifts go into the coordinates, everything else into an attribute.
QPointF SvgEngine::shift() const {
    return m_transform.type() <= QTransform::TxTranslate ? QPointF(m_transform.dx(), m_transform.dy()) : QPointF();
}

QByteArray SvgEngine::placement() const {
    return m_transform.type() <= QTransform::TxTranslate ? QByteArray() : svg::transformAttribute(m_transform);
}

QRectF SvgEngine::strokedBounds(const QRectF& rect) const {
    double reach = 0.5; // what is not smoothed may lie on the next pixel
    if (m_pen.style() != Qt::NoPen)
        reach += std::max(1.0, m_pen.widthF()) * std::max(1.0, m_pen.miterLimit());
    const QRectF normal = rect.normalized();
    return m_transform.mapRect(normal.adjusted(-reach, -reach, reach, reach));
}

void SvgEngine::addShape(const char* tag, const QByteArray& geometry, const QRectF& rect, bool filled) {
    if (m_pen.style() == Qt::NoPen && (!filled || m_brush.style() == Qt::NoBrush))
        return;
    QByteArray markup = '<' + QByteArray(tag) + geometry;
    markup += svg::fillAttributes(filled ? m_brush : QBrush(Qt::NoBrush), m_opacity);
    markup += svg::strokeAttributes(m_pen, m_opacity);
    if (!m_smooth)
        markup += attribute("shape-rendering", QByteArrayLiteral("crispEdges"));
    add(markup + placement() + "/>", strokedBounds(rect));
}

void SvgEngine::addPath(const QPainterPath& path, bool filled) {
    const QByteArray data = svg::pathData(path.translated(shift()));
    if (data.isEmpty())
        return;
    const bool oddEven = filled && m_brush.style() != Qt::NoBrush && path.fillRule() == Qt::OddEvenFill;
    addShape("path",
             attribute("d", data) + (oddEven ? attribute("fill-rule", QByteArrayLiteral("evenodd")) : QByteArray()),
             path.controlPointRect(), filled);
}

void SvgEngine::drawPath(const QPainterPath& path) {
    addPath(path, true);
}

void SvgEngine::drawRects(const QRectF* rects, int count) {
    for (int i = 0; i < count; ++i)
        addShape("rect", isFinite(rects[i]) ? rectGeometry(rects[i].normalized().translated(shift())) : QByteArray(),
                 rects[i], true);
}

void SvgEngine::drawEllipse(const QRectF& rect) {
    if (!isFinite(rect))
        return;
    const QPointF centre = rect.center() + shift();
    const double rx = std::abs(rect.width()) / 2;
    const double ry = std::abs(rect.height()) / 2;
    const QByteArray at = attribute("cx", centre.x()) + attribute("cy", centre.y());
    if (rx == ry)
        addShape("circle", at + attribute("r", rx), rect, true);
    else
        addShape("ellipse", at + attribute("rx", rx) + attribute("ry", ry), rect, true);
}

void SvgEngine::drawLines(const QLineF* lines, int count) {
    QPainterPath path;
    for (int i = 0; i < count; ++i) {
        path.moveTo(lines[i].p1());
        path.lineTo(lines[i].p2());
    }
    addPath(path, false);
}

void SvgEngine::drawPoints(const QPointF* points, int count) {
    QPen pen = m_pen;
    if (pen.capStyle() == Qt::FlatCap)
        pen.setCapStyle(Qt::SquareCap); // a point without ends is nothing
    std::swap(pen, m_pen);
    QPainterPath path;
    for (int i = 0; i < count; ++i) {
        path.moveTo(points[i]);
        path.lineTo(points[i]);
    }
    addPath(path, false);
    std::swap(pen, m_pen);
}

void SvgEngine::drawPolygon(const QPointF* points, int count, PolygonDrawMode mode) {
    if (count < 2)
        return;
    QPainterPath path(points[0]);
    for (int i = 1; i < count; ++i)
        path.lineTo(points[i]);
    if (mode != PolylineMode)
        path.closeSubpath();
    path.setFillRule(mode == WindingMode ? Qt::WindingFill : Qt::OddEvenFill);
    addPath(path, mode != PolylineMode);
}

void SvgEngine::drawPixmap(const QRectF& target, const QPixmap& pixmap, const QRectF& source) {
    drawImage(target, pixmap.toImage(), source, Qt::AutoColor);
}

/// The place of an image in images() plus one; 0 where there is none of that size.
std::size_t SvgEngine::imageNumber(QSizeF size, const QImage& image) {
    QByteArray png;
    QBuffer buffer(&png);
    buffer.open(QIODevice::WriteOnly); // memory: it cannot fail
    if (!image.save(&buffer, "PNG"))
        return 0;
    return m_images.numberOf(attribute("width", size.width()) + attribute("height", size.height()) +
                             attribute("preserveAspectRatio", "none") +
                             attribute("xlink:href", "data:image/png;base64," + png.toBase64()));
}

QByteArray SvgEngine::imageMarkup(const QRectF& target, std::size_t number) const {
    if (number == 0)
        return {};
    const QPointF at = target.topLeft() + shift();
    QByteArray markup = "<use" + attribute("x", at.x()) + attribute("y", at.y()) + placement() +
                        attribute("xlink:href", "#quoteline-image-" + QByteArray::number(number));
    if (m_opacity < 1)
        markup += attribute("opacity", m_opacity);
    return markup + "/>";
}

void SvgEngine::drawImage(const QRectF& target, const QImage& image, const QRectF& source, Qt::ImageConversionFlags) {
    if (!isFinite(target))
        return;
    const QByteArray markup = imageMarkup(target, imageNumber(target.size(), image.copy(source.toAlignedRect())));
    if (!markup.isEmpty())
        add(markup, m_transform.mapRect(target));
}

void SvgEngine::drawTextItem(const QPointF& at, const QTextItem& item) {
    const QString text = shownText(item.text());
    if (text.isEmpty() || m_pen.style() == Qt::NoPen || !isFinite(at))
        return;
    const QPointF place = at + shift();
    const QByteArray attributes =
        svg::fontAttributes(item.font()) + svg::fillAttributes(m_pen.color(), m_opacity) + placement();
    const QRectF bounds =
        m_transform.mapRect(QRectF(at.x(), at.y() - item.ascent(), item.width(), item.ascent() + item.descent()));
    const bool rightToLeft = item.renderFlags() & QTextItem::RightToLeft;
    if (!m_text || rightToLeft || m_text->attributes != attributes || !m_text->goesOnAt(place.x(), place.y())) {
        closeText();
        m_text = SvgText{{}, place.y(), rightToLeft, attributes};
        m_textBounds = bounds;
    }
    const auto& emoji = m_emoji.of(item);
    m_text->pieces.push_back({text, place.x(), item.width(), !emoji.empty()});
    m_textBounds |= bounds;
    for (const EmojiPictures::Part& part : emoji) {
        const QRectF target = EmojiPictures::place(part, at, item);
        const auto [number, isNew] = m_emojiNumbers.try_emplace(part.picture);
        if (isNew)
            number->second = imageNumber(target.size(), *part.picture);
        if (number->second != 0)
            m_textPictures.push_back({imageMarkup(target, number->second), m_transform.mapRect(target), 0, false});
    }
}

void SvgEngine::closeText() {
    if (m_text && shows(m_textBounds)) {
        m_elements.push_back({m_text->markup(), m_textBounds, clipFor(m_textBounds), true});
        for (SvgElement& picture : m_textPictures)
            m_elements.push_back({picture.markup, picture.bounds, clipFor(picture.bounds), false});
    }
    m_text.reset();
    m_textPictures.clear();
}

} // namespace quoteline::ui
