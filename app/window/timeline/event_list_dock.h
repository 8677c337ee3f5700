// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/view/list/event_list_model.h"
#include "app/window/parts/window_parts.h"
#include <QDockWidget>

namespace quoteline::ui {

class EventListView;

/// The list of events in a dock of the window, in step with the timeline: it shows what the filter lets pass, its
/// selection is that of the timeline, and a row that a person goes to is revealed there. Hidden at first; while it is
/// hidden it costs nothing.
class EventListDock : public QObject {
    Q_OBJECT
public:
    /// `parts` outlives this object.
    explicit EventListDock(const WindowParts& parts);

    QDockWidget& dock() { return m_dock; }
    EventListView& list() { return *m_list; }
    EventListModel& model() { return m_model; }

private:
    void follow();
    void followSelection();
    void showTitle();
    void open(quoteline::model::EventIndex event);

    WindowParts m_parts;
    EventListModel m_model;
    QDockWidget m_dock;
    EventListView* m_list; // owned by the dock
};

} // namespace quoteline::ui
