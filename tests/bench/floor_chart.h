// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/layout/scene/scene.h"
#include "app/paint/font_measurer.h"
#include <QCategoryAxis>
#include <QChart>
#include <QGraphicsScene>
#include <QImage>

namespace quoteline::bench {

/// The floor: an empty chart of Qt Charts with the axes that a scene has, and nothing else.
class FloorChart {
public:
    explicit FloorChart(const layout::Scene& scene);
    /// One frame: another range, layout, render.
    void draw(QImage& image, const layout::TimeWindow& window);

private:
    QGraphicsScene m_graphics;
    QChart* m_chart;
    QCategoryAxis* m_fine;
    double m_origin;
};

/// What an empty chart is compared with.
QSize benchSize();

} // namespace quoteline::bench
