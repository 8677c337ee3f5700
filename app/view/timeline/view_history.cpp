// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/view/timeline/view_history.h"

#include <utility>

namespace quoteline::ui {

ViewHistory::ViewHistory(layout::SeenView first)
    : m_current(std::move(first)) {}

void ViewHistory::visit(layout::SeenView place, Pace pace, qint64 now) {
    const qint64 pause = pace == Pace::Repeated ? repeatPauseMs : continuousPauseMs;
    const bool goesOn = pace != Pace::Step && pace == m_pace && now - m_visited <= pause;
    if (place == m_current) {
        if (goesOn) // the run is not over
            m_visited = now;
        return;
    }
    if (!goesOn) {
        m_back.push_back(std::move(m_current));
        if (m_back.size() > historyLength)
            m_back.pop_front();
    }
    m_forward.clear();
    m_current = std::move(place);
    m_pace = pace;
    m_visited = now;
}

std::optional<layout::SeenView> ViewHistory::back() {
    if (m_back.empty())
        return std::nullopt;
    m_forward.push_back(std::exchange(m_current, std::move(m_back.back())));
    m_back.pop_back();
    m_pace = Pace::Step; // what follows is a change of its own
    return m_current;
}

std::optional<layout::SeenView> ViewHistory::forward() {
    if (m_forward.empty())
        return std::nullopt;
    m_back.push_back(std::exchange(m_current, std::move(m_forward.back())));
    m_forward.pop_back();
    m_pace = Pace::Step;
    return m_current;
}

} // namespace quoteline::ui
