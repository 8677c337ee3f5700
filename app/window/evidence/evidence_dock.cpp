// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/evidence/evidence_dock.h"

#include "app/view/timeline/view_controller.h"
#include "app/window/parts/actions.h"
#include <QMainWindow>
#include <QMenu>

namespace quoteline::ui {

EvidenceDock::EvidenceDock(QMainWindow& window, ViewController& controller, const Actions& actions)
    : QDockWidget(tr("Evidence"), &window)
    , m_panel(new EvidencePanel(this)) {
    setObjectName(QStringLiteral("evidence"));
    setWidget(m_panel);
    setTitleBarWidget(new QWidget(this)); // the panel names itself
    setFeatures(QDockWidget::DockWidgetClosable | QDockWidget::DockWidgetMovable);
    window.setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea); // long texts keep the whole height
    window.addDockWidget(Qt::RightDockWidgetArea, this);
    actions.panesMenu->addAction(toggleViewAction());
    const auto follow = [this, &controller] { m_panel->setView(controller.view()); };
    connect(&controller, &ViewController::storyChanged, this, follow);
    connect(&controller, &ViewController::arrangementChanged, this, follow);
    connect(&controller, &ViewController::selectionChanged, this,
            [this, &controller] { m_panel->showEvidence(controller.selected()); });
    connect(m_panel, &EvidencePanel::eventRequested, &controller, &ViewController::selectAndReveal);
    connect(m_panel, &EvidencePanel::legendVisibleChanged, actions.legend, &QAction::setChecked);
    follow();
}

} // namespace quoteline::ui
