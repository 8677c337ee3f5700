// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/paint/chart/chart_picture.h"

#include "app/paint/chart/timeline_chart.h"
#include <QGraphicsScene>

namespace quoteline::ui {

void drawChart(QPainter& painter, std::shared_ptr<const layout::Scene> scene, const Theme& theme, const Fonts& fonts) {
    const QRectF area(QPointF(0, 0), scene->size);
    QGraphicsScene graphics(area);
    graphics.setItemIndexMethod(QGraphicsScene::NoIndex);
    auto* chart = new TimelineChart; // the scene owns it
    graphics.addItem(chart);
    chart->setStyle(theme, fonts);
    chart->setTimeline(std::move(scene));
    graphics.render(&painter, area, area);
}

} // namespace quoteline::ui
