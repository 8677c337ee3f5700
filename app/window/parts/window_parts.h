// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <functional>

class QMainWindow;

namespace quoteline::ui {

class EvidencePanel;
class StoryLoader;
class TimelinePane;
class ViewController;
struct Actions;

/// What the helpers of the window work with. Everything outlives them.
struct WindowParts {
    QMainWindow& window;
    ViewController& controller;
    TimelinePane& pane;
    EvidencePanel& panel;
    StoryLoader& loader;
    Actions& actions;
    std::function<void(const QString& words)> say; ///< in the status line
};

} // namespace quoteline::ui
