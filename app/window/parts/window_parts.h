// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <functional>

class QDockWidget;
class QMainWindow;

namespace quoteline::ui {

class EvidencePanel;
class StoryLoader;
class TimelinePane;
class ViewController;
struct Actions;
struct OpenStory;

/// What the helpers of the window work with. Everything outlives them.
struct WindowParts {
    QMainWindow& window;
    const OpenStory& open; ///< always the one that is shown now
    ViewController& controller;
    TimelinePane& pane;
    QDockWidget& evidence; ///< the dock of the panel
    EvidencePanel& panel;
    StoryLoader& loader;
    Actions& actions;
    std::function<void(const QString& words)> say; ///< in the status line
};

} // namespace quoteline::ui
