// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/evidence/accounts_command.h"

#include "app/content/accounts/accounts_markdown.h"
#include "app/content/words/display_text.h"
#include "app/view/evidence/evidence_panel.h"
#include "app/view/timeline/view_controller.h"
#include "app/window/evidence/accounts_window.h"
#include "app/window/memory/look.h"
#include "app/window/parts/actions.h"
#include "model/accounts/account_order.h"
#include <QClipboard>
#include <QGuiApplication>

namespace quoteline::ui {

AccountsCommand::AccountsCommand(const WindowParts& parts, const Look& look)
    : m_parts(parts)
    , m_look(look)
    , m_most(layout::evidencePortion) {
    connect(m_parts.actions.compareAccounts, &QAction::triggered, this, &AccountsCommand::open);
    connect(&m_parts.panel, &EvidencePanel::compareRequested, this, &AccountsCommand::open);
    connect(&m_parts.controller, &ViewController::selectionChanged, this, &AccountsCommand::follow);
    connect(&m_parts.controller, &ViewController::storyChanged, this, &AccountsCommand::follow);
    connect(&m_look, &Look::changed, this, &AccountsCommand::followLook);
    follow();
}

void AccountsCommand::followLook() {
    if (m_window && m_window->isVisible())
        showAccounts(AccountsView::Place::Keep);
}

void AccountsCommand::open() {
    if (!m_window) {
        m_window = new AccountsWindow(&m_parts.window);
        connect(m_window, &AccountsWindow::copyRequested, this, &AccountsCommand::copy);
        connect(&m_window->view(), &AccountsView::moreRequested, this, &AccountsCommand::showMore);
        connect(&m_window->view(), &AccountsView::pageRequested, &m_parts.panel, &EvidencePanel::pageRequested);
    }
    m_window->show();
    follow();
    m_window->raise();
    m_window->activateWindow();
    m_window->view().setFocus();
}

void AccountsCommand::follow() {
    const layout::StoryView& view = m_parts.controller.view();
    const auto selected = m_parts.controller.selected();
    m_parts.actions.compareAccounts->setEnabled(selected && model::hasAccounts(view.story(), *selected));
    if (!m_window || !m_window->isVisible())
        return;
    m_event = selected;
    m_most = layout::evidencePortion;
    showAccounts(AccountsView::Place::Top);
}

void AccountsCommand::showAccounts(AccountsView::Place place) {
    const layout::StoryView& view = m_parts.controller.view();
    const layout::AccountsContent content = layout::accountsContent(view, m_event, m_most);
    m_window->setComparable(content.obstacle.isEmpty());
    m_window->view().setContent(content, PanelStyle(m_look.theme(), m_parts.controller.fonts()), view.locale(), place);
}

void AccountsCommand::showMore() {
    m_most += layout::evidencePortion;
    showAccounts(AccountsView::Place::Keep);
}

void AccountsCommand::copy() {
    const layout::StoryView& view = m_parts.controller.view();
    QGuiApplication::clipboard()->setText(layout::accountsAsMarkdown(view, *m_event));
    const QString words =
        tr("Copied as Markdown: %1", "the title of an event").arg(layout::isolated(view.title(*m_event)));
    m_window->say(words);
    m_parts.say(words);
}

} // namespace quoteline::ui
