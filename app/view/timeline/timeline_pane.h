// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/view/timeline/overview_view.h"
#include "app/view/timeline/timeline_view.h"
#include <QScrollBar>
#include <QWidget>

namespace quoteline::ui {

/// The timeline with its scroll bars and the overview below it. Both bars are always there: their coming and going
/// would make the view jump.
class TimelinePane : public QWidget {
    Q_OBJECT
public:
    explicit TimelinePane(ViewController& controller, QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    TimelineView& timeline() { return *m_timeline; }
    OverviewView& overview() { return *m_overview; }
    QScrollBar& timeBar() { return *m_timeBar; }
    QScrollBar& laneBar() { return *m_laneBar; }

private:
    void followScene();

    ViewController& m_controller;
    TimelineView* m_timeline; // this and the following are owned by the widget
    OverviewView* m_overview;
    QScrollBar* m_timeBar;
    QScrollBar* m_laneBar;
};

} // namespace quoteline::ui
