// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/timeline/lane_commands.h"

#include "app/content/story/grouping.h"
#include "app/view/timeline/timeline_pane.h"
#include "app/window/parts/actions.h"
#include <QMenu>
#include <algorithm>

namespace quoteline::ui {

LaneCommands::LaneCommands(const WindowParts& parts)
    : m_parts(parts) {
    ViewController& controller = m_parts.controller;
    const Actions& a = m_parts.actions;
    for (std::size_t i = 0; i < a.groupings.size(); ++i)
        connect(a.groupings[i], &QAction::triggered, this, [this, i] {
            m_parts.controller.arrange(layout::regrouped(m_parts.controller.view(), static_cast<layout::Grouping>(i)));
        });
    const auto on = [this](QAction* action, auto call) { connect(action, &QAction::triggered, this, call); };
    on(a.collapseLanes, [&controller] { controller.arrange(layout::withLanesCollapsed(controller.view(), true)); });
    on(a.fitLanes, [&controller] { controller.arrange(layout::withLanesCollapsed(controller.view(), false)); });
    on(a.resetLanes, [&controller] {
        layout::Arrangement arrangement = controller.view().arrangement();
        arrangement.order.clear();
        controller.arrange(std::move(arrangement));
    });
    on(a.toggleLane, [this] { toggleSelected(); });
    on(a.openLane, [this] { openSelected(); });
    on(a.moveLaneUp, [this] { moveSelected(-1); });
    on(a.moveLaneDown, [this] { moveSelected(1); });
    connect(&controller, &ViewController::arrangementChanged, this, &LaneCommands::follow);
    connect(&controller, &ViewController::storyChanged, this, &LaneCommands::follow);
    connect(&controller, &ViewController::selectionChanged, this, &LaneCommands::follow);
    connect(&m_parts.pane.timeline(), &TimelineView::laneMenuRequested, this, &LaneCommands::showMenu);
    follow();
}

std::optional<std::size_t> LaneCommands::laneOfSelection() const {
    const ViewController& controller = m_parts.controller;
    return controller.selected() ? controller.view().laneOf(*controller.selected()) : std::nullopt;
}

void LaneCommands::follow() {
    const layout::StoryView& view = m_parts.controller.view();
    const Actions& a = m_parts.actions;
    a.groupings[static_cast<std::size_t>(view.arrangement().grouping)]->setChecked(true);
    const auto isCollapsed = [](const layout::LaneGroup& lane) { return lane.collapsed; };
    a.fitLanes->setEnabled(std::any_of(view.lanes().begin(), view.lanes().end(),
                                       [](const layout::LaneGroup& lane) { return lane.collapsed || lane.opened; }));
    a.collapseLanes->setEnabled(!std::all_of(view.lanes().begin(), view.lanes().end(), isCollapsed));
    a.resetLanes->setEnabled(!view.arrangement().order.empty());
    const auto lane = laneOfSelection();
    a.toggleLane->setEnabled(lane.has_value());
    a.openLane->setEnabled(lane.has_value());
    a.moveLaneUp->setEnabled(lane && *lane > 0);
    a.moveLaneDown->setEnabled(lane && *lane + 1 < view.lanes().size());
}

void LaneCommands::toggleSelected() {
    if (const auto lane = laneOfSelection())
        m_parts.controller.arrange(layout::withLaneToggled(m_parts.controller.view(), *lane));
}

void LaneCommands::openSelected() {
    if (const auto lane = laneOfSelection())
        m_parts.controller.arrange(layout::withLaneOpened(m_parts.controller.view(), *lane));
}

void LaneCommands::moveSelected(int direction) {
    const auto lane = laneOfSelection();
    const auto last = static_cast<std::ptrdiff_t>(m_parts.controller.view().lanes().size()) - 1;
    const std::ptrdiff_t to = lane ? static_cast<std::ptrdiff_t>(*lane) + direction : -1;
    if (to >= 0 && to <= last)
        m_parts.controller.arrange(
            layout::withLaneMoved(m_parts.controller.view(), *lane, static_cast<std::size_t>(to)));
}

void LaneCommands::showMenu(std::size_t lane, QPoint position) {
    ViewController& controller = m_parts.controller;
    const auto lanes = controller.view().lanes();
    if (lane >= lanes.size())
        return;
    auto* menu = new QMenu(&m_parts.window);
    menu->setObjectName(QStringLiteral("laneMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    connect(menu->addAction(lanes[lane].collapsed ? tr("Expand this lane") : tr("Collapse this lane")),
            &QAction::triggered, this,
            [&controller, lane] { controller.arrange(layout::withLaneToggled(controller.view(), lane)); });
    connect(menu->addAction(lanes[lane].opened ? tr("Fit this lane") : tr("Open this lane")), &QAction::triggered, this,
            [&controller, lane] { controller.arrange(layout::withLaneOpened(controller.view(), lane)); });
    const auto addMove = [&](const QString& words, std::size_t to, bool possible) {
        QAction* action = menu->addAction(words);
        action->setEnabled(possible);
        connect(action, &QAction::triggered, this,
                [&controller, lane, to] { controller.arrange(layout::withLaneMoved(controller.view(), lane, to)); });
    };
    addMove(tr("Move up"), lane - 1, lane > 0);
    addMove(tr("Move down"), lane + 1, lane + 1 < lanes.size());
    menu->addSeparator();
    menu->addActions(
        {m_parts.actions.allRows, m_parts.actions.collapseLanes, m_parts.actions.fitLanes, m_parts.actions.resetLanes});
    // Its commands know lanes by their places.
    connect(&controller, &ViewController::storyChanged, menu, &QWidget::close);
    connect(&controller, &ViewController::arrangementChanged, menu, &QWidget::close);
    menu->popup(position);
}

} // namespace quoteline::ui
