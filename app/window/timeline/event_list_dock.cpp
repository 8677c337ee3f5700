// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/timeline/event_list_dock.h"

#include "app/content/words/display_text.h"
#include "app/content/words/translate.h"
#include "app/view/list/event_list_view.h"
#include "app/view/timeline/view_controller.h"
#include "app/window/parts/actions.h"
#include <QMainWindow>
#include <QMenu>
#include <algorithm>

namespace quoteline::ui {

EventListDock::EventListDock(const WindowParts& parts)
    : m_parts(parts)
    , m_model(layout::StoryView(model::Story()))
    , m_dock(&parts.window)
    , m_list(new EventListView(m_model)) {
    m_dock.setObjectName(QStringLiteral("events"));
    m_dock.setWidget(m_list);
    m_dock.hide();
    m_list->setSeveralSelectable(true);
    m_list->setMenuCommands({parts.actions.copyCsv, parts.actions.copyMarkdown, parts.actions.copyQuotes});
    parts.window.addDockWidget(Qt::BottomDockWidgetArea, &m_dock);
    m_dock.toggleViewAction()->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_L);
    parts.actions.panesMenu->addAction(m_dock.toggleViewAction());
    showTitle();

    ViewController* controller = &parts.controller;
    connect(controller, &ViewController::storyChanged, this, &EventListDock::follow);
    connect(controller, &ViewController::arrangementChanged, this, &EventListDock::follow);
    connect(controller, &ViewController::selectionChanged, this, &EventListDock::followSelection);
    connect(&m_dock, &QDockWidget::visibilityChanged, this, [this](bool visible) {
        if (visible)
            follow();
    });
    connect(&m_model, &EventListModel::sorted, this, &EventListDock::followSelection);
    connect(m_list, &EventListView::eventChosen, controller, &ViewController::selectAndReveal);
    connect(m_list, &EventListView::eventOpened, this, &EventListDock::open);
    connect(m_list, &EventListView::copied, this,
            [this](const QString& what) { m_parts.say(tr("Copied: %1").arg(layout::isolated(what))); });
    connect(m_list, &EventListView::notCopied, this, [this](const QString& why) { m_parts.say(why); });
    connect(parts.actions.clearSelection, &QAction::triggered, this, [this] {
        if (!m_parts.controller.selected()) // else the list follows
            m_list->clearSelection();
    });
}

void EventListDock::follow() {
    showTitle();
    const layout::StoryView& view = m_parts.controller.view();
    if (!m_dock.isVisible()) {
        // What is held is a story that nobody sees any more.
        if (&view.story() != &m_model.view().story() && m_model.view().story().eventCount() > 0)
            m_model.setView(layout::StoryView(model::Story()));
        return;
    }
    const bool otherColumns = &view.story() != &m_model.view().story() ||
                              view.arrangement().grouping != m_model.view().arrangement().grouping;
    m_model.setView(view);
    if (otherColumns)
        m_list->fitColumns();
    followSelection();
}

void EventListDock::followSelection() {
    if (m_dock.isVisible())
        m_list->showSelected(m_parts.controller.selected());
}

/// The toggle in the menu would take over the title of the dock: it keeps its own words.
void EventListDock::showTitle() {
    const layout::StoryView& view = m_parts.controller.view();
    const int all = layout::asInt(view.story().eventCount());
    m_dock.setWindowTitle(view.isFiltered() ? tr("%1 of %2 event(s)", nullptr, all)
                                                  .arg(layout::number(view.events().size(), view.locale()),
                                                       layout::number(view.story().eventCount(), view.locale()))
                                            : tr("Events"));
    m_dock.toggleViewAction()->setText(tr("E&vents"));
}

void EventListDock::open(model::EventIndex event) {
    m_parts.controller.selectAndReveal(event);
    m_parts.evidence.show();
}

} // namespace quoteline::ui
