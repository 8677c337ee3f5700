// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/window/parts/window_parts.h"
#include "app/window/timeline/search_bar.h"
#include <QDockWidget>
#include <optional>

namespace quoteline::ui {

/// Search and filters in the window: the bar, the dock of facets, what an empty result says, and the marks in timeline
/// and panel.
class SearchFeature : public QObject {
    Q_OBJECT
public:
    explicit SearchFeature(const WindowParts& parts);

    EventFilter& filter() { return m_filter; }
    SearchBar& bar() { return m_bar; }

    /// Selects the next (1) or previous (-1) event found; from the last it goes to the first.
    void step(int direction);

private:
    void wire();
    void followResult();

    WindowParts m_parts;
    EventFilter m_filter;
    QDockWidget m_dock;
    SearchBar m_bar;
    std::optional<int> m_stepLater; ///< asked for while the answer was not there
};

} // namespace quoteline::ui
