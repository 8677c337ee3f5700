// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/content/story/story_view.h"
#include <QAction>
#include <QMainWindow>
#include <array>

class QMenu;

namespace quoteline::ui {

/// Every command of the window: each stands in a menu, most have a shortcut. The window and its helpers connect them.
/// Keys that widgets need for themselves (arrows, Page Up) work in the timeline only; single letters do nothing in
/// a text field, which takes them as text.
struct Actions {
    /// `timeline` has the keys of its own.
    Actions(QMainWindow& window, QWidget& timeline);

    // File
    QAction* openStory;
    QAction* builtInStory;
    QMenu* recentMenu; ///< filled by RecentFiles
    QAction* reload;   ///< reads the open file again
    QAction* exportPicture;
    QAction* exportData;
    QAction* printPreview;
    QAction* print;
    QAction* quit;
    // Edit
    QAction* copyQuotes;   ///< of the selected event, with their citations
    QAction* copyCsv;      ///< the selected rows of the list, else the selected event
    QAction* copyMarkdown; ///< the same
    QAction* copyPicture;  ///< of what the timeline shows
    QAction* find;
    QAction* findNext;
    QAction* findPrevious;
    QAction* clearFilters;
    QAction* clearSelection;
    // View
    QAction* zoomIn;
    QAction* zoomOut;
    QAction* wholeStory;
    QAction* busiest;    ///< the busiest stretch
    QAction* coreWindow; ///< what the story says it is about; disabled where it does not say
    QAction* fitSelection;
    std::array<QAction*, layout::groupingCount> groupings; ///< checkable, by layout::Grouping
    QAction* allLinks;                                     ///< checkable: links between all events in view
    QAction* allRows; ///< checkable: lanes as high as they need, to be scrolled through
    QAction* collapseLanes;
    QAction* fitLanes;
    QAction* resetLanes; ///< the order of the file
    QAction* toggleLane; ///< collapses or expands the lane of the selected event
    QAction* openLane;   ///< opens or fits it
    QAction* moveLaneUp;
    QAction* moveLaneDown;
    QAction* largerText;
    QAction* smallerText;
    QAction* systemTheme;
    QAction* lightTheme;
    QAction* darkTheme;
    QAction* contrastTheme;
    QAction* legend;  ///< checkable
    QMenu* panesMenu; ///< for the toggles of docks and of the toolbar
    // Go
    QAction* back;
    QAction* forward;
    QAction* earlier; ///< a tenth of the view
    QAction* later;
    QAction* viewEarlier; ///< a whole view
    QAction* viewLater;
    QAction* previousEvent;
    QAction* nextEvent;
    QAction* laneUp;
    QAction* laneDown;
    // Tools
    QAction* checkQuotes;
    QAction* documentFolder; ///< asks for the folder first
    QAction* nextLink;       ///< of the selected event
    QAction* previousLink;
    QAction* followLink;      ///< to the event that it points at
    QAction* followBackTo;    ///< to the event that points here
    QAction* compareAccounts; ///< of the selected event, where it has more than one
    // Help
    QAction* keys;
    QAction* about;
};

} // namespace quoteline::ui
