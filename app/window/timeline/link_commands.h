// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/layout/links/links.h"
#include "app/window/parts/window_parts.h"
#include <QObject>

class QLabel;

namespace quoteline::ui {

/// The commands that go along links: through those of the selected event, to the event at the other end, and from a
/// line in the timeline to its words in the panel. Says in the status line which links are not drawn.
class LinkCommands : public QObject {
    Q_OBJECT
public:
    explicit LinkCommands(const WindowParts& parts);

private:
    void step(int direction);
    void follow();
    void followBack();
    void go(model::EventIndex event, const layout::LinkRef& link);
    void showClicked(const layout::LinkRef& link);
    void showCurrent();
    void showCounts();
    void followSelection();

    WindowParts m_parts;
    QLabel* m_counts;    // owned by the status bar
    bool m_said = false; ///< the status line speaks of the current link
};

} // namespace quoteline::ui
