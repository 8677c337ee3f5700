// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/layout/axis/zoom_limits.h"
#include "app/view/timeline/view_history.h"
#include "app/window/parts/window_parts.h"
#include <QObject>
#include <functional>

class QAction;

namespace quoteline::ui {

class EventFilter;

/// Connects the commands that move through the story to the controller, keeps the history of places, and says where
/// zooming ends.
class Navigator : public QObject {
    Q_OBJECT
public:
    /// `filter` outlives this object.
    Navigator(const WindowParts& parts, EventFilter& filter);

    const ViewHistory& history() const { return m_history; }

    /// What is asked for now, and how to ask for something else; tests replace both.
    std::function<model::EventQuery()> query;
    std::function<void(const model::EventQuery&)> setQuery;
    /// Milliseconds since some moment; tests replace it.
    std::function<qint64()> clock;

    bool eventFilter(QObject* watched, QEvent* event) override;

public Q_SLOTS:
    /// To be called when query() gives something else than before.
    void queryChanged();
    /// Forgets all places but the present one.
    void startAnew();
    void goBack();
    void goForward();

private:
    void wireViewActions();
    void wireGoActions();
    void on(QAction* action, Pace pace, std::function<void()> command);
    void showWindow(const layout::TimeWindow& window);
    void showBusiest();
    void goToLane(int direction);
    void clearOnce();
    void followMove(bool atOnce);
    void followArrangement();
    void followSettled();
    void restore(const layout::SeenView& place);
    void sayLimit(layout::ZoomLimit limit);
    void clearLimit();
    void enableActions();
    layout::SeenView present() const;

    WindowParts m_parts;
    ViewHistory m_history;
    layout::SeenView m_known;                 ///< as present() was when last looked at
    std::optional<Pace> m_pace;               ///< of the command that is at work
    std::optional<layout::ZoomLimit> m_limit; ///< said in the status line
    bool m_restoring = false;
    bool m_filterMayFollow = false; ///< a place was restored, and its filter may still be at work
};

} // namespace quoteline::ui
