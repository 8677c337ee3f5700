// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/view/timeline/timeline_pane.h"

#include <QGridLayout>
#include <QSignalBlocker>
#include <algorithm>
#include <cmath>

namespace quoteline::ui {

namespace {
constexpr int barUnits = 1'000'000; // of the time scroll bar, for the whole reach of the view
}

TimelinePane::TimelinePane(ViewController& controller, QWidget* parent)
    : QWidget(parent)
    , m_controller(controller)
    , m_timeline(new TimelineView(controller, this))
    , m_overview(new OverviewView(controller, this))
    , m_timeBar(new QScrollBar(Qt::Horizontal, this))
    , m_laneBar(new QScrollBar(Qt::Vertical, this)) {
    m_timeBar->setAccessibleName(tr("Time in view"));
    m_laneBar->setAccessibleName(tr("Lanes in view"));
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(0);
    grid->addWidget(m_timeline, 0, 0);
    grid->addWidget(m_laneBar, 0, 1);
    grid->addWidget(m_timeBar, 1, 0);
    grid->addWidget(m_overview, 2, 0);
    grid->setRowStretch(0, 1);
    connect(&m_controller, &ViewController::sceneChanged, this, &TimelinePane::followScene);
    connect(m_timeBar, &QScrollBar::valueChanged, this, [this](int value) {
        const layout::TimeWindow extent = m_controller.view().extent();
        const layout::TimeWindow& window = m_controller.state().window;
        m_controller.setWindow({extent.start - window.width / 2 + extent.width * value / barUnits, window.width});
    });
    connect(m_laneBar, &QScrollBar::valueChanged, this, [this](int value) { m_controller.scrollLanesTo(value); });
    followScene();
}

void TimelinePane::setTheme(const Theme& theme) {
    m_timeline->setTheme(theme);
    m_overview->setTheme(theme);
}

/// The middle of the view runs from the first to the last event: that is the reach of the bar.
void TimelinePane::followScene() {
    const layout::TimeWindow extent = m_controller.view().extent();
    const layout::TimeWindow& window = m_controller.state().window;
    const layout::Scene& scene = *m_controller.scene();
    const QSignalBlocker timeBlocker(m_timeBar);
    const QSignalBlocker laneBlocker(m_laneBar);
    const double page = window.width / std::max(1.0, extent.width) * barUnits;
    m_timeBar->setRange(0, barUnits);
    m_timeBar->setPageStep(std::max(1, static_cast<int>(std::min(page, 2.0 * barUnits))));
    m_timeBar->setSingleStep(std::max(1, m_timeBar->pageStep() / 20));
    const double at = (window.start + window.width / 2 - extent.start) / std::max(1.0, extent.width);
    m_timeBar->setValue(static_cast<int>(std::lround(std::clamp(at, 0.0, 1.0) * barUnits)));
    const double overflow = std::max(0.0, scene.contentHeight - scene.frame.lanes.height());
    m_laneBar->setRange(0, static_cast<int>(std::ceil(overflow)));
    m_laneBar->setPageStep(std::max(1, static_cast<int>(scene.frame.lanes.height())));
    m_laneBar->setSingleStep(std::max(1, m_laneBar->pageStep() / 10));
    m_laneBar->setValue(static_cast<int>(std::lround(scene.scrollY)));
}

} // namespace quoteline::ui
