// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QMainWindow;
class QToolBar;

namespace quoteline::ui {

struct Actions;

/// The toolbar "navigation" at the top of the window: back and forward; whole story, busiest stretch, core window, fit;
/// zoom. Icons, where the actions have some, stand alone for what a sign says well; the rest keeps its words. Its
/// toggle goes to the menu of panes.
QToolBar* addNavigationBar(QMainWindow& window, const Actions& actions);

} // namespace quoteline::ui
