// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/paint/chart/timeline_chart.h"
#include "app/paint/theme.h"
#include "app/view/timeline/lane_drag.h"
#include "app/view/timeline/range_band.h"
#include "app/view/timeline/view_controller.h"
#include <QGraphicsScene>
#include <QGraphicsView>
#include <optional>

class QContextMenuEvent;

namespace quoteline::ui {

/// The timeline on the screen: shows the controller's Scene and turns mouse, wheel, gestures and keys into calls of the
/// controller. Mouse events never reach the items: Qt Charts needs none of them.
class TimelineView : public QGraphicsView {
    Q_OBJECT
public:
    explicit TimelineView(ViewController& controller, QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    TimelineChart& chart() { return *m_chart; }
    const RangeBand& band() const { return *m_band; }

Q_SIGNALS:
    /// Enter, or a click on an event: a person wants to read it.
    void eventActivated(quoteline::model::EventIndex event);
    /// A column of counts was clicked; `position` is global.
    void columnActivated(std::size_t column, QPoint position);
    /// A link was clicked, or clicked twice.
    void linkActivated(const quoteline::layout::LinkRef& link);
    void linkOpened(const quoteline::layout::LinkRef& link);
    /// The menu of a lane is asked for, by its name; `position` is global.
    void laneMenuRequested(std::size_t lane, QPoint position);
    /// What lies under the pointer, for the status line; empty when nothing does. Told where it is another than
    /// before, so that words of others stay.
    void hinted(const QString& words);

protected:
    bool viewportEvent(QEvent* event) override;
    bool event(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    struct Press {
        QPointF at;
        QPointF last;
        bool dragging = false;
    };
    void showScene();
    void letGo();
    void hint(const QString& words);
    void click(QPointF position, QPoint globalPosition);
    void endBand(bool zoom);
    void zoomByGesture(double factor, double x);
    QString wordsAt(QPointF position, const std::optional<layout::Hit>& hit) const;

    ViewController& m_controller;
    QGraphicsScene m_graphics;
    TimelineChart* m_chart; // the scene owns it
    RangeBand* m_band;      // owned by the viewport
    Theme m_theme;
    std::optional<Press> m_press;
    LaneDrag m_lanes;
    QString m_hint;                       ///< the last that was told
    std::optional<layout::Hit> m_clicked; ///< by the last click: what a double click means
};

} // namespace quoteline::ui
