// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/export/device/emoji_pictures.h"
#include "app/export/pdf/pdf_stand_ins.h"
#include <QBuffer>
#include <QPaintEngine>
#include <QPainter>
#include <QPdfWriter>
#include <vector>

namespace quoteline::ui {

/// Hands everything on to a QPdfWriter, and looks at the texts that go by.
class PdfEngine : public QPaintEngine {
public:
    explicit PdfEngine(const QPageLayout& layout);

    bool begin(QPaintDevice* device) override;
    bool end() override;
    void updateState(const QPaintEngineState& state) override;
    Type type() const override { return User; } // soft edges and hatching are drawn as lines and areas

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

    QPdfWriter& writer() { return m_writer; }
    const QByteArray& bytes() const { return m_bytes; }
    bool newPage();
    const std::vector<std::vector<QString>>& texts() const { return m_texts; }

private:
    void updateClip(const QPaintEngineState& next);
    void drawStandIn(const QPointF& at, const QString& text, double width, const QFont& like);

    QByteArray m_bytes;
    QBuffer m_buffer;
    QPdfWriter m_writer;
    QPainter m_painter;
    std::vector<std::vector<QString>> m_texts; ///< of every page
    EmojiPictures m_emoji;
    PdfStandIns m_standIns;
    MissingCharacters m_missing;
};

} // namespace quoteline::ui
