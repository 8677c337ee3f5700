// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/export/device/emoji_pictures.h"
#include "app/export/svg/svg_text.h"
#include <QBrush>
#include <QByteArray>
#include <QHash>
#include <QPaintEngine>
#include <QPainterPath>
#include <QPen>
#include <QRectF>
#include <QTransform>
#include <map>
#include <optional>
#include <vector>

namespace quoteline::ui {

/// Something that was drawn, ready to be written.
struct SvgElement {
    QByteArray markup;
    QRectF bounds;        ///< device-independent pixels of the picture, with the stroke
    std::size_t clip = 0; ///< place in SvgEngine::clips() plus one; 0: whole
    bool isText = false;
};

/// Parts that several elements refer to, each kept once.
class SvgParts {
public:
    /// From 1 on; that of the same part before, if there was one.
    std::size_t numberOf(const QByteArray& part);
    const std::vector<QByteArray>& all() const { return m_all; }

private:
    std::vector<QByteArray> m_all;
    QHash<QByteArray, std::size_t> m_numbers;
};

/// Turns what a QPainter draws into elements of SVG. QSvgGenerator of Qt 6.4 takes no clipping into account, writes the
/// first family of a font without its stand-ins, and knows no links.
class SvgEngine : public QPaintEngine {
public:
    explicit SvgEngine(QSizeF size);

    bool begin(QPaintDevice* device) override;
    bool end() override;
    void updateState(const QPaintEngineState& state) override;
    Type type() const override { return User; }

    using QPaintEngine::drawEllipse;
    using QPaintEngine::drawLines;
    using QPaintEngine::drawPoints;
    using QPaintEngine::drawPolygon;
    using QPaintEngine::drawRects;
    void drawEllipse(const QRectF& rect) override;
    void drawImage(const QRectF& target, const QImage& image, const QRectF& source,
                   Qt::ImageConversionFlags flags) override;
    void drawLines(const QLineF* lines, int count) override;
    void drawPath(const QPainterPath& path) override;
    void drawPixmap(const QRectF& target, const QPixmap& pixmap, const QRectF& source) override;
    void drawPoints(const QPointF* points, int count) override;
    void drawPolygon(const QPointF* points, int count, PolygonDrawMode mode) override;
    void drawRects(const QRectF* rects, int count) override;
    void drawTextItem(const QPointF& at, const QTextItem& item) override;

    /// In the order of painting.
    const std::vector<SvgElement>& elements() const { return m_elements; }
    /// What stands in <clipPath>, each once.
    const std::vector<QByteArray>& clips() const { return m_clips.all(); }
    /// Elements that others use, each once; with the id "quoteline-image-" and a number.
    const std::vector<QByteArray>& images() const { return m_images.all(); }

private:
    void updateClip(const QPaintEngineState& state);
    void narrowClip(const QPainterPath& path, Qt::ClipOperation operation);
    std::size_t clipFor(const QRectF& bounds);
    bool shows(const QRectF& bounds) const;
    void add(const QByteArray& markup, const QRectF& bounds);
    void addShape(const char* tag, const QByteArray& geometry, const QRectF& rect, bool filled);
    void addPath(const QPainterPath& path, bool filled);
    std::size_t imageNumber(QSizeF size, const QImage& image);
    QByteArray imageMarkup(const QRectF& target, std::size_t number) const;
    void closeText();
    QPointF shift() const;
    QByteArray placement() const;
    QRectF strokedBounds(const QRectF& rect) const;

    QRectF m_page;
    QPen m_pen; ///< as a painter has it at first, and so are the following
    QBrush m_brush;
    QTransform m_transform;
    double m_opacity = 1;
    bool m_smooth = false;
    bool m_clipped = false;
    std::optional<QPainterPath> m_clip; ///< in the coordinates of the picture
    bool m_clipIsRect = false;
    std::optional<SvgText> m_text; ///< of which more pieces may follow
    QRectF m_textBounds;
    std::vector<SvgElement> m_textPictures; ///< of emoji in it
    std::vector<SvgElement> m_elements;
    SvgParts m_clips;
    SvgParts m_images;
    EmojiPictures m_emoji;
    std::map<const QImage*, std::size_t> m_emojiNumbers; ///< of its pictures in m_images, plus one
};

} // namespace quoteline::ui
