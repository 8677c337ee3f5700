// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/content/story/seen_view.h"
#include <deque>
#include <optional>

namespace quoteline::ui {

/// How a place came about. A run of changes of one pace other than Step, each within a short pause of the last,
/// is one place in the history.
enum class Pace : std::uint8_t {
    Step,       ///< a command: always a place of its own
    Repeated,   ///< a command whose key may be held down: repeats follow each other within repeatPauseMs
    Continuous, ///< wheel, drag, scroll bar, zoom and pan keys: within continuousPauseMs
    Typing,     ///< words to search for, letter by letter: within continuousPauseMs
};
inline constexpr qint64 repeatPauseMs = 120;
inline constexpr qint64 continuousPauseMs = 700;
inline constexpr std::size_t historyLength = 200;

/// The places before and after the present one: where the view was, how the lanes stood, and what was asked for. The
/// selection is no part of it. A value; times are given by the caller, in milliseconds.
class ViewHistory {
public:
    explicit ViewHistory(layout::SeenView first = {});

    const layout::SeenView& current() const { return m_current; }
    bool canGoBack() const { return !m_back.empty(); }
    bool canGoForward() const { return !m_forward.empty(); }
    /// Another place is in view: the present one becomes the last one before it, and there is nothing after it. The
    /// oldest of more than historyLength places is forgotten. The same place again changes nothing.
    void visit(layout::SeenView place, Pace pace, qint64 now);
    /// The present place came out a little different; no step.
    void amend(layout::SeenView place) { m_current = std::move(place); }
    /// The place that is the present one now; nothing where there is none in that direction.
    std::optional<layout::SeenView> back();
    std::optional<layout::SeenView> forward();

private:
    layout::SeenView m_current;
    std::deque<layout::SeenView> m_back;    ///< the last is the nearest
    std::deque<layout::SeenView> m_forward; ///< the last is the nearest
    Pace m_pace = Pace::Step;
    qint64 m_visited = 0;
};

} // namespace quoteline::ui
