// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/view/evidence/evidence_panel.h"
#include <QDockWidget>

class QMainWindow;

namespace quoteline::ui {

class ViewController;
struct Actions;

/// The evidence panel in a dock of the window, in step with the timeline: it shows the selected event, in the colours
/// of the lanes on screen.
class EvidenceDock : public QDockWidget {
    Q_OBJECT
public:
    /// Everything outlives the dock.
    EvidenceDock(QMainWindow& window, ViewController& controller, const Actions& actions);

    EvidencePanel& panel() { return *m_panel; }

private:
    EvidencePanel* m_panel; // owned by the dock
};

} // namespace quoteline::ui
