// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/layout/overlay/overlay_builder.h"
#include "app/layout/scene/scene.h"
#include "app/paint/chart/chart_axes.h"
#include "app/paint/scene_painter.h"
#include <QChart>
#include <QGraphicsObject>
#include <QLineSeries>
#include <memory>

namespace quoteline::ui {

/// Paints a part of a Scene as a child of the chart.
class SceneItem : public QGraphicsObject {
    Q_OBJECT
public:
    enum class Part { Backdrop, Front };
    SceneItem(Part part, QGraphicsItem* parent);
    QRectF boundingRect() const override { return m_rect; }
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;
    void setScene(std::shared_ptr<const layout::Scene> scene);
    void setOverlay(const layout::Overlay& overlay);
    void setStyle(const Theme& theme, const Fonts& fonts);

private:
    Part m_part;
    QRectF m_rect;
    std::shared_ptr<const layout::Scene> m_scene;
    layout::Overlay m_overlay;
    Theme m_theme;
    Fonts m_fonts;
    TextCache m_cache;
};

/// The main chart. Qt Charts draws the time axes and the background, and maps time to pixels; everything else is the
/// Scene, painted by two items: shades of lanes, weekends and grid below the axes, the rest
/// above. (An axis of Qt Charts lays out a document for every grid line, shown or not: 30 lines cost more than all
/// other work of a frame.) The layout decides the plot area, the chart follows.
class TimelineChart : public QChart {
    Q_OBJECT
public:
    explicit TimelineChart(QGraphicsItem* parent = nullptr);

    void setStyle(const Theme& theme, const Fonts& fonts);
    /// Shows a scene; lays the chart out at once, so that a render right afterwards shows it.
    void setTimeline(std::shared_ptr<const layout::Scene> scene);
    void setOverlay(const layout::Overlay& overlay);
    const std::shared_ptr<const layout::Scene>& timeline() const { return m_scene; }

    /// Where Qt Charts draws a civil time, in pixels of the chart.
    double mappedX(double civilMs);

private:
    std::shared_ptr<const layout::Scene> m_scene;
    double m_origin = 0;
    QLineSeries* m_carrier; // empty; it ties the axes to the chart's domain. Owned by the chart
    std::unique_ptr<TimeAxis> m_fine;
    std::unique_ptr<TimeAxis> m_context;
    SceneItem* m_backdrop; // owned by the chart
    SceneItem* m_front;    // owned by the chart
};

} // namespace quoteline::ui
