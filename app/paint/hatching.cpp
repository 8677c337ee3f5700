// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/paint/hatching.h"

#include <QImage>
#include <QPaintEngine>
#include <QPainter>
#include <QVarLengthArray>
#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

namespace quoteline::ui {

namespace {

constexpr int strokesInTile = 8;
constexpr int tileWorth = 3; // the middle of a band is tiled where it is this many tiles wide

struct Hatching {
    explicit Hatching(double bandHeight)
        : height(bandHeight)
        , tileWidth(std::max(strokesInTile, static_cast<int>(std::lround(strokesInTile * 0.38 * bandHeight))))
        , pitch(static_cast<double>(tileWidth) / strokesInTile)
        , slant(0.8 * bandHeight) {}

    QPen pen(QColor color, double alpha) const {
        color.setAlphaF(static_cast<float>(alpha));
        return {color, std::max(1.0, height / 12), Qt::SolidLine, Qt::FlatCap}; // no longer than the band is high
    }

    double height;
    int tileWidth; ///< whole pixels, so that tiles can be repeated
    double pitch;  ///< from one stroke to the next
    double slant;  ///< from the lower end of a stroke to the upper one
};

/// A stretch of full strokes that can be repeated. Remembered, for each thread by itself.
const QImage& tileOf(const Hatching& hatching, const QPen& pen) {
    constexpr std::size_t mostTiles = 32;
    thread_local std::map<std::tuple<double, QRgb>, QImage> tiles;
    const std::tuple key(hatching.height, pen.color().rgba());
    if (const auto known = tiles.find(key); known != tiles.end())
        return known->second;
    if (tiles.size() >= mostTiles)
        tiles.clear();
    QImage tile(hatching.tileWidth, static_cast<int>(std::ceil(hatching.height)), QImage::Format_ARGB32_Premultiplied);
    tile.fill(Qt::transparent);
    QPainter painter(&tile);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(pen);
    for (int i = -static_cast<int>(std::ceil(hatching.slant / hatching.pitch)) - 1; i <= strokesInTile; ++i)
        painter.drawLine(QLineF(i * hatching.pitch, hatching.height, i * hatching.pitch + hatching.slant, 0));
    painter.end();
    return tiles.emplace(key, tile).first->second;
}

bool drawsPixels(const QPainter& painter) {
    return painter.paintEngine()->type() == QPaintEngine::Raster &&
           painter.deviceTransform().type() <= QTransform::TxTranslate;
}

/// The strokes of a band between `from` and `to`.
void paintStrokes(QPainter& painter, const QRectF& band, double from, double to, double soft, const QColor& color,
                  double alpha) {
    const Hatching hatching(band.height());
    QVarLengthArray<QLineF, 512> strokes[4]; // by strength
    const double first = std::floor((from - band.left()) / hatching.pitch) * hatching.pitch;
    const double whole = std::ceil(hatching.slant / hatching.pitch) * hatching.pitch;
    for (double x = band.left() + first - whole; x < to; x += hatching.pitch) {
        const QLineF line(x, band.bottom(), x + hatching.slant, band.top());
        const double fromShare = std::max(0.0, (from - x) / hatching.slant);
        const double toShare = std::min(1.0, (to - x) / hatching.slant);
        if (toShare <= fromShare)
            continue;
        const QLineF stroke(line.pointAt(fromShare), line.pointAt(toShare));
        const double fromEnd = std::min(stroke.center().x() - band.left(), band.right() - stroke.center().x());
        strokes[std::clamp(static_cast<int>(fromEnd / std::max(1.0, soft) * 4), 0, 3)].append(stroke);
    }
    for (int strength = 0; strength < 4; ++strength) {
        if (strokes[strength].isEmpty())
            continue;
        painter.setPen(hatching.pen(color, alpha * (strength + 1) / 4));
        painter.drawLines(strokes[strength].constData(), static_cast<int>(strokes[strength].size()));
    }
}

} // namespace

void paintHatching(QPainter& painter, const QRectF& rect, double soft, const QColor& color, double alpha) {
    const QRectF seen = painter.hasClipping() ? rect.intersected(painter.clipBoundingRect()) : rect;
    if (seen.isEmpty())
        return;
    const Hatching hatching(rect.height());
    const double from = std::round(std::max(seen.left(), rect.left() + soft));
    const double to = std::round(std::min(seen.right(), rect.right() - soft));
    if (!drawsPixels(painter) || to - from < tileWorth * hatching.tileWidth) {
        paintStrokes(painter, rect, std::max(seen.left() - hatching.pitch, rect.left()), seen.right(), soft, color,
                     alpha);
        return;
    }
    const double top = std::round(rect.top());
    const QPen pen = hatching.pen(color, alpha);
    const QImage& tile = tileOf(hatching, pen);
    QBrush brush(tile);
    brush.setTransform(QTransform::fromTranslate(std::round(rect.left()), top));
    painter.fillRect(QRectF(from, top, to - from, tile.height()), brush);
    if (from > seen.left())
        paintStrokes(painter, rect, rect.left(), from, soft, color, alpha);
    if (to < seen.right())
        paintStrokes(painter, rect, to, rect.right(), soft, color, alpha);
}

void paintHatchedDisc(QPainter& painter, QPointF centre, double radius, const QColor& color, double alpha) {
    const Hatching hatching(2 * radius);
    const QPen pen = hatching.pen(color, alpha);
    const double inner = radius - pen.widthF() / 2;
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    painter.drawEllipse(centre, inner, inner);
    const double length = std::hypot(hatching.slant, hatching.height);
    const QPointF along(hatching.slant / length, -hatching.height / length);
    const QPointF across(-along.y(), along.x());
    const double distance = hatching.pitch * hatching.height / length; // between strokes
    for (double off = -std::floor(inner / distance) * distance; off < inner; off += distance) {
        const QPointF middle = centre + off * across;
        const double half = std::sqrt(inner * inner - off * off);
        painter.drawLine(QLineF(middle - half * along, middle + half * along));
    }
}

} // namespace quoteline::ui
