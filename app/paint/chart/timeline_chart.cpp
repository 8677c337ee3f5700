// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/paint/chart/timeline_chart.h"

#include "app/layout/shapes/time_scale.h"
#include <QGraphicsLayout>
#include <QPainter>
#include <QPen>
#include <cmath>

namespace quoteline::ui {

SceneItem::SceneItem(Part part, QGraphicsItem* parent)
    : QGraphicsObject(parent)
    , m_part(part)
    , m_theme(lightTheme())
    , m_fonts(1) {
    // Qt Charts gives grid lines the height 2 and axes 3.
    setZValue(part == Part::Backdrop ? 1.5 : 100);
    setAcceptedMouseButtons(Qt::NoButton);
}

void SceneItem::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*) {
    if (!m_scene)
        return;
    if (m_part == Part::Backdrop)
        paintBackdrop(*painter, *m_scene, m_theme);
    else
        paintScene(*painter, *m_scene, m_overlay, {m_theme, m_fonts, m_cache});
}

void SceneItem::setScene(std::shared_ptr<const layout::Scene> scene) {
    const QRectF rect(QPointF(0, 0), scene->size);
    if (rect != m_rect) {
        prepareGeometryChange();
        m_rect = rect;
    }
    m_scene = std::move(scene);
    update();
}

void SceneItem::setOverlay(const layout::Overlay& overlay) {
    if (overlay == m_overlay)
        return;
    m_overlay = overlay;
    update();
}

void SceneItem::setStyle(const Theme& theme, const Fonts& fonts) {
    m_theme = theme;
    m_fonts = fonts;
    m_cache.clear();
    update();
}

TimelineChart::TimelineChart(QGraphicsItem* parent)
    : QChart(parent)
    , m_carrier(new QLineSeries(this))
    , m_backdrop(new SceneItem(SceneItem::Part::Backdrop, this))
    , m_front(new SceneItem(SceneItem::Part::Front, this)) {
    legend()->hide();
    setBackgroundRoundness(0);
    setMargins(QMargins(0, 0, 0, 0));
    layout()->setContentsMargins(0, 0, 0, 0);
    setAnimationOptions(QChart::NoAnimation);
    setAcceptHoverEvents(false);
    addSeries(m_carrier);
    m_fine = std::make_unique<TimeAxis>(*this, *m_carrier, TimeAxis::Role::FineLabels);
    m_context = std::make_unique<TimeAxis>(*this, *m_carrier, TimeAxis::Role::ContextLabels);
    auto* upright = new QCategoryAxis(this); // the chart needs one; it shows nothing
    upright->setLabelsVisible(false);
    upright->setLineVisible(false);
    upright->setGridLineVisible(false);
    upright->setRange(0, 1);
    addAxis(upright, Qt::AlignLeft);
    m_carrier->attachAxis(upright);
}

void TimelineChart::setStyle(const Theme& theme, const Fonts& fonts) {
    setBackgroundBrush(theme.surface);
    setBackgroundPen(Qt::NoPen);
    for (TimeAxis* axis : {m_fine.get(), m_context.get()})
        axis->setStyle(theme, fonts);
    m_backdrop->setStyle(theme, fonts);
    m_front->setStyle(theme, fonts);
}

void TimelineChart::setTimeline(std::shared_ptr<const layout::Scene> scene) {
    m_scene = std::move(scene);
    const layout::TimeScale& scale = m_scene->scale;
    if (size() != m_scene->size)
        resize(m_scene->size);
    if (plotArea() != m_scene->frame.plot) {
        setPlotArea(m_scene->frame.plot);
        layout()->invalidate(); // or the labels of the axes stay where they were
    }
    if (std::abs(scale.window.start - m_origin) > 64 * scale.window.width)
        m_origin = scale.window.start;
    m_fine->setLabels(m_scene->ticks.fine, scale, m_origin);
    m_context->setLabels(m_scene->ticks.context, scale, m_origin);
    m_fine->setRange(scale.window.start - m_origin, scale.window.end() - m_origin);
    m_backdrop->setScene(m_scene);
    m_front->setScene(m_scene);
    layout()->activate();
}

void TimelineChart::setOverlay(const layout::Overlay& overlay) {
    m_front->setOverlay(overlay);
}

double TimelineChart::mappedX(double civilMs) {
    return mapToPosition(QPointF(civilMs - m_origin, 0), m_carrier).x();
}

} // namespace quoteline::ui
