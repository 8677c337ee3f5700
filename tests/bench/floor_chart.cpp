// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/floor_chart.h"

#include "app/layout/shapes/time_scale.h"
#include <QGraphicsLayout>
#include <QLineSeries>
#include <QPainter>

namespace quoteline::bench {

namespace {

QCategoryAxis* addLabels(QChart& chart, QAbstractSeries& carrier, const std::vector<layout::AxisLabel>& labels,
                         const layout::TimeScale& scale, double origin) {
    auto* axis = new QCategoryAxis(&chart);
    axis->setLabelsPosition(QCategoryAxis::AxisLabelsPositionCenter);
    axis->setTruncateLabels(false);
    axis->setLineVisible(false);
    axis->setGridLineVisible(false);
    axis->setStartValue(scale.window.start - origin);
    int blank = 0;
    for (const layout::AxisLabel& label : labels) {
        axis->append(QString(++blank, QChar(0x200B)), scale.toMs(label.x - label.width / 2 - 2) - origin);
        axis->append(label.text, scale.toMs(label.x + label.width / 2 + 2) - origin);
    }
    const ui::Fonts fonts(1);
    axis->setLabelsFont(fonts.font(layout::FontRole::AxisFine));
    chart.addAxis(axis, Qt::AlignBottom);
    carrier.attachAxis(axis);
    return axis;
}

} // namespace

FloorChart::FloorChart(const layout::Scene& scene)
    : m_chart(new QChart)
    , m_origin(scene.scale.window.start) {
    m_graphics.addItem(m_chart);
    m_chart->legend()->hide();
    m_chart->setBackgroundRoundness(0);
    m_chart->setMargins(QMargins(0, 0, 0, 0));
    m_chart->layout()->setContentsMargins(0, 0, 0, 0);
    auto* carrier = new QLineSeries(m_chart);
    m_chart->addSeries(carrier);
    m_fine = addLabels(*m_chart, *carrier, scene.ticks.fine, scene.scale, m_origin);
    addLabels(*m_chart, *carrier, scene.ticks.context, scene.scale, m_origin);
    auto* lanes = new QCategoryAxis(m_chart);
    for (std::size_t i = 0; i < scene.lanes.size(); ++i)
        lanes->append(QString::number(i),
                      scene.frame.plot.bottom() - scene.lanes[scene.lanes.size() - 1 - i].rect.top());
    lanes->setLabelsVisible(false);
    lanes->setGridLineVisible(false);
    lanes->setShadesVisible(true);
    m_chart->addAxis(lanes, Qt::AlignLeft);
    carrier->attachAxis(lanes);
    lanes->setRange(0, scene.frame.plot.height());
    m_chart->resize(scene.size);
    m_chart->setPlotArea(scene.frame.plot);
}

void FloorChart::draw(QImage& image, const layout::TimeWindow& window) {
    m_fine->setRange(window.start - m_origin, window.end() - m_origin);
    m_chart->layout()->activate();
    QPainter painter(&image);
    m_graphics.render(&painter, QRectF(QPointF(0, 0), m_chart->size()), QRectF(QPointF(0, 0), m_chart->size()));
}

QSize benchSize() {
    return {1600, 900};
}

} // namespace quoteline::bench
