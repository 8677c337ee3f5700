// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QMainWindow>

namespace quoteline::ui {

/// Every command of the window: each stands in a menu, most have a shortcut. The window connects them.
struct Actions {
    explicit Actions(QMainWindow& window);

    QAction* openStory;
    QAction* builtInStory;
    QAction* exportPicture;
    QAction* quit;
    QAction* zoomIn;
    QAction* zoomOut;
    QAction* wholeStory;
    QAction* previousEvent;
    QAction* nextEvent;
    QAction* clearSelection;
    QAction* systemTheme;
    QAction* lightTheme;
    QAction* darkTheme;
    QAction* largerText;
    QAction* smallerText;
    QAction* legend; ///< checkable
    QAction* about;
    QMenu* viewMenu; ///< for the toggles of docks
};

} // namespace quoteline::ui
