// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/view/overview_chart.h"
#include "app/view/view_controller.h"
#include <QGraphicsScene>
#include <QPixmap>
#include <QWidget>

namespace quoteline::ui {

/// The overview below the timeline: the bars of the whole story and, over them, the part that is in view. The chart is
/// drawn once for each story, size and theme; panning moves only the part in view.
class OverviewView : public QWidget {
    Q_OBJECT
public:
    explicit OverviewView(ViewController& controller, QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    QSize sizeHint() const override;
    const layout::OverviewScene& overview() const { return m_overview; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    bool event(QEvent* event) override;

private:
    void follow();
    void rebuild();
    void renderChart();
    void centreAt(double x);

    ViewController& m_controller;
    QGraphicsScene m_graphics;
    OverviewChart* m_chart; // the scene owns it
    Theme m_theme;
    TextCache m_cache;
    layout::OverviewScene m_overview;
    quint64 m_revision = 0;
    QPixmap m_drawn; ///< the chart as last drawn; null when it has to be drawn again
};

} // namespace quoteline::ui
