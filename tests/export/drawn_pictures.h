// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/export/picture/picture_export.h"
#include <QFont>
#include <QImage>
#include <functional>
#include <vector>

class QPainter;

/// What is painted on devices of our own, to be compared with what the same calls paint on pixels.
namespace quoteline::test {

using Paint = std::function<void(QPainter&)>;

/// The font of labels.
QFont chartFont(int pixels = 13);

/// As an SVG file.
QByteArray svgOf(const Paint& paint, QSizeF size = {200, 120});

/// Shapes, lines, pictures, opacity, transforms and clips within clips, on 200 x 120.
std::vector<Paint> shapeScenes();

/// On white pixels.
QImage raster(const Paint& paint, QSize size = {200, 120});

/// Of the pixels of both, the share that differs by more than smoothing does: `limit` in the sum of the three colours.
double difference(const QImage& a, const QImage& b, int limit = 120);

/// The built-in story in light and dark, whole and a part of it in which bars cross the edges of the plot.
std::vector<ui::PictureRequest> comparedCharts();

} // namespace quoteline::test
