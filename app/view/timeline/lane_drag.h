// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/view/timeline/view_controller.h"
#include <QPointF>
#include <optional>

namespace quoteline::ui {

/// Collapses lanes by their triangles, opens and moves them by their names: what the mouse does left of the plot. Each
/// function says whether the event was meant for it.
class LaneDrag {
public:
    explicit LaneDrag(ViewController& controller)
        : m_controller(controller) {}

    bool press(QPointF position);
    bool move(QPointF position);
    bool release(QPointF position);
    bool doubleClick(QPointF position);
    /// Puts a lane that is being moved back.
    bool cancel();
    bool isHolding() const { return m_held.has_value(); }
    bool isDragging() const { return m_held && m_held->dragging; }

private:
    struct Held {
        std::size_t lane = 0;
        QPointF at;
        bool toggle = false;
        bool dragging = false;
    };
    void showDrop(QPointF position);

    ViewController& m_controller;
    std::optional<Held> m_held;
};

} // namespace quoteline::ui
