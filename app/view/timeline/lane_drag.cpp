// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/view/timeline/lane_drag.h"

#include "app/content/story/grouping.h"
#include "app/layout/overlay/lane_drag.h"
#include <QApplication>

namespace quoteline::ui {

namespace {
constexpr double scrollStep = 12; // pixels, while a lane is held beyond the first or last lane in view
}

bool LaneDrag::press(QPointF position) {
    const layout::Scene& scene = *m_controller.scene();
    const auto hit = layout::laneHitTest(scene, position);
    if (!hit)
        return false;
    m_held = Held{scene.laneHeads[hit->head].lane, position, hit->toggle, false};
    return true;
}

bool LaneDrag::move(QPointF position) {
    if (!m_held)
        return false;
    if (!m_held->toggle && (position - m_held->at).manhattanLength() >= QApplication::startDragDistance())
        m_held->dragging = true;
    if (m_held->dragging)
        showDrop(position);
    return true;
}

void LaneDrag::showDrop(QPointF position) {
    const QRectF& lanes = m_controller.scene()->frame.lanes;
    if (position.y() < lanes.top())
        m_controller.scrollLanesTo(m_controller.state().scrollY - scrollStep);
    else if (position.y() > lanes.bottom())
        m_controller.scrollLanesTo(m_controller.state().scrollY + scrollStep);
    const layout::Scene& scene = *m_controller.scene();
    const auto to = layout::dropPlace(scene, m_held->lane, position.y());
    m_controller.showDropLine(to ? layout::dropLine(scene, m_held->lane, *to) : std::nullopt);
}

bool LaneDrag::release(QPointF position) {
    if (!m_held)
        return false;
    const Held held = *m_held;
    cancel();
    const layout::Scene& scene = *m_controller.scene();
    if (held.dragging) {
        if (const auto to = layout::dropPlace(scene, held.lane, position.y()); to && *to != held.lane)
            m_controller.arrange(layout::withLaneMoved(m_controller.view(), held.lane, *to));
    } else if (held.toggle) {
        const auto hit = layout::laneHitTest(scene, position);
        if (hit && hit->toggle && scene.laneHeads[hit->head].lane == held.lane)
            m_controller.arrange(layout::withLaneToggled(m_controller.view(), held.lane));
    }
    return true;
}

bool LaneDrag::doubleClick(QPointF position) {
    const layout::Scene& scene = *m_controller.scene();
    const auto hit = layout::laneHitTest(scene, position);
    if (!hit)
        return false;
    if (hit->toggle) // a quick second click is a second click
        return press(position);
    const std::size_t lane = scene.laneHeads[hit->head].lane;
    const layout::StoryView& view = m_controller.view();
    m_controller.arrange(view.lanes()[lane].collapsed ? layout::withLaneToggled(view, lane)
                                                      : layout::withLaneOpened(view, lane));
    return true;
}

bool LaneDrag::cancel() {
    if (!m_held)
        return false;
    m_held.reset();
    m_controller.showDropLine(std::nullopt);
    return true;
}

} // namespace quoteline::ui
