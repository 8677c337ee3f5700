// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/layout/overview/overview_brush.h"
#include "app/paint/chart/overview_chart.h"
#include "app/view/timeline/view_controller.h"
#include <QGraphicsScene>
#include <QPixmap>
#include <QWidget>
#include <optional>

namespace quoteline::ui {

/// The overview below the timeline: the bars of the whole story and, over them, the part that is in view. That part can
/// be dragged, and resized by its handles. A click outside of it centres the view there; a drag that begins outside
/// draws a new part, Escape takes a drag back; a double click shows the whole story. Keys: Left and Right move, with
/// Shift they resize, Home and End go to the ends of the story. The chart is drawn once for each story, filter, size
/// and theme; panning moves only the part in view.
class OverviewView : public QWidget {
    Q_OBJECT
public:
    explicit OverviewView(ViewController& controller, QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    QSize sizeHint() const override;
    const layout::OverviewScene& overview() const { return m_overview; }
    /// The part in view, where it is drawn and taken hold of.
    layout::Brush brush() const;

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    bool event(QEvent* event) override;

private:
    struct Press {
        layout::BrushZone zone;
        double x;
        layout::TimeWindow before;
        bool dragging = false;
    };
    void follow();
    void rebuild();
    void recount();
    void renderChart();
    void centreAt(double x);
    void dragTo(double x);
    void endDrag();
    void showCursorAt(double x);
    layout::WindowLimits limits(const layout::TimeWindow& before) const;
    bool showTooltip(QPoint position, QPoint globalPosition);

    ViewController& m_controller;
    QGraphicsScene m_graphics;
    OverviewChart* m_chart; // the scene owns it
    Theme m_theme;
    TextCache m_cache;
    layout::OverviewScene m_overview;
    std::optional<layout::StoryView> m_counted; ///< whose events m_counts has; holds the story that it belongs to
    layout::CalendarStep m_finest;              ///< the namedUnit() of that story
    layout::OverviewCounts m_counts;
    std::optional<Press> m_press;
    QPixmap m_drawn; ///< the chart as last drawn; null when it has to be drawn again
};

} // namespace quoteline::ui
