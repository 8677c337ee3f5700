// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/timeline/search_feature.h"

#include "app/view/evidence/evidence_panel.h"
#include "app/view/search/empty_result.h"
#include "app/view/search/facet_pane.h"
#include "app/view/timeline/timeline_pane.h"
#include "app/window/parts/actions.h"
#include <QMainWindow>
#include <QMenu>
#include <utility>

namespace quoteline::ui {

SearchFeature::SearchFeature(const WindowParts& parts)
    : m_parts(parts)
    , m_filter(parts.controller)
    , m_dock(tr("Filters"), &parts.window)
    , m_bar(m_filter, parts.actions, *m_dock.toggleViewAction(), &parts.window) {
    m_dock.setObjectName(QStringLiteral("filters"));
    m_dock.setWidget(new FacetPane(m_filter, &m_dock));
    parts.window.addDockWidget(Qt::LeftDockWidgetArea, &m_dock);
    m_dock.hide();
    parts.actions.panesMenu->addAction(m_dock.toggleViewAction());
    parts.window.addToolBar(Qt::TopToolBarArea, &m_bar);
    parts.actions.panesMenu->addAction(m_bar.toggleViewAction());
    new EmptyResult(m_filter, parts.pane.timeline()); // owned by the timeline
    wire();
}

void SearchFeature::wire() {
    const Actions& a = m_parts.actions;
    connect(a.find, &QAction::triggered, &m_bar, &SearchBar::focusField);
    connect(a.findNext, &QAction::triggered, this, [this] { step(1); });
    connect(a.findPrevious, &QAction::triggered, this, [this] { step(-1); });
    connect(a.clearFilters, &QAction::triggered, &m_filter, &EventFilter::clear);
    connect(&m_bar, &SearchBar::stepRequested, this, &SearchFeature::step);
    connect(&m_bar, &SearchBar::left, this, [this] { m_parts.pane.timeline().setFocus(); });
    connect(&m_filter, &EventFilter::said, this, [this](const QString& words) { m_parts.say(words); });
    connect(&m_filter, &EventFilter::storyReplaced, this, [this] { m_stepLater.reset(); });
    connect(&m_filter, &EventFilter::queryChanged, this, [this] {
        if (m_filter.query().isEmpty())
            m_stepLater.reset();
    });
    connect(&m_filter, &EventFilter::resultChanged, this, &SearchFeature::followResult);
    followResult();
}

void SearchFeature::followResult() {
    if (m_filter.isSearching())
        return;
    m_parts.panel.setMatcher(m_filter.matcher());
    if (const auto direction = std::exchange(m_stepLater, std::nullopt))
        step(*direction);
}

void SearchFeature::step(int direction) {
    if (m_filter.query().isEmpty()) {
        m_bar.focusField(); // nothing to step through yet
        return;
    }
    if (m_filter.isSearching()) {
        m_stepLater = direction;
        return;
    }
    ViewController& controller = m_parts.controller;
    const auto events = controller.view().events();
    if (events.empty())
        return;
    const auto selected = controller.selected();
    const model::EventIndex end = direction > 0 ? events.back() : events.front();
    const bool beyond = selected && (direction > 0 ? *selected >= end : *selected <= end);
    if (!beyond) {
        controller.selectNeighbour(direction);
        return;
    }
    controller.selectAndReveal(direction > 0 ? events.front() : events.back());
    m_parts.say(direction > 0 ? tr("That was the last event found; this is the first")
                              : tr("That was the first event found; this is the last"));
}

} // namespace quoteline::ui
