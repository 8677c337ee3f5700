// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/timeline/link_commands.h"

#include "app/layout/links/link_words.h"
#include "app/view/evidence/evidence_panel.h"
#include "app/view/timeline/timeline_pane.h"
#include "app/window/parts/actions.h"
#include <QLabel>
#include <QMainWindow>
#include <QStatusBar>
#include <utility>

namespace quoteline::ui {

using layout::LinkRef;
using model::EventIndex;

LinkCommands::LinkCommands(const WindowParts& parts)
    : m_parts(parts)
    , m_counts(new QLabel) {
    m_counts->setObjectName(QStringLiteral("linkCounts"));
    m_counts->setTextFormat(Qt::PlainText);
    m_counts->setAccessibleName(tr("Links that are not drawn"));
    m_counts->hide();
    m_parts.window.statusBar()->addPermanentWidget(m_counts);
    const Actions& a = m_parts.actions;
    connect(a.nextLink, &QAction::triggered, this, [this] { step(1); });
    connect(a.previousLink, &QAction::triggered, this, [this] { step(-1); });
    connect(a.followLink, &QAction::triggered, this, &LinkCommands::follow);
    connect(a.followBackTo, &QAction::triggered, this, &LinkCommands::followBack);
    ViewController* controller = &m_parts.controller;
    connect(controller, &ViewController::selectionChanged, this, &LinkCommands::followSelection);
    connect(controller, &ViewController::currentLinkChanged, this, &LinkCommands::showCurrent);
    connect(controller, &ViewController::linksChanged, this, &LinkCommands::showCounts);
    TimelineView* timeline = &m_parts.pane.timeline();
    connect(timeline, &TimelineView::linkActivated, this, &LinkCommands::showClicked);
    connect(timeline, &TimelineView::linkOpened, this,
            [this](const LinkRef& link) { m_parts.panel.requestBasis(link.from, link.relation); });
    followSelection();
}

void LinkCommands::followSelection() {
    const ViewController& controller = m_parts.controller;
    const bool any = controller.selected() && layout::linkCount(controller.view().story(), *controller.selected()) > 0;
    const Actions& a = m_parts.actions;
    for (QAction* action : {a.nextLink, a.previousLink, a.followLink, a.followBackTo})
        action->setEnabled(any);
    if (std::exchange(m_said, false) && !controller.currentLink())
        m_parts.say(QString());
}

/// From the last link to the first, and the other way.
void LinkCommands::step(int direction) {
    ViewController& controller = m_parts.controller;
    const model::Story& story = controller.view().story();
    const EventIndex event = *controller.selected();
    const std::size_t count = layout::linkCount(story, event);
    const auto current = controller.currentLink();
    const auto place = current ? layout::placeOf(story, event, *current) : std::nullopt;
    const std::size_t next =
        !place ? (direction > 0 ? 0 : count - 1) : (*place + (direction > 0 ? 1 : count - 1)) % count;
    controller.setCurrentLink(layout::linkOf(story, event, next));
}

/// Along the current link where it leads on from the selected event, else along the first that does.
void LinkCommands::follow() {
    const ViewController& controller = m_parts.controller;
    const model::Story& story = controller.view().story();
    const EventIndex event = *controller.selected();
    LinkRef link{event, 0};
    if (const auto current = controller.currentLink(); current && current->from == event)
        link = *current;
    else if (story.relationCount(event) == 0)
        return m_parts.say(tr("No link leads on from this event"));
    go(story.relation(link.from, link.relation).event, link);
}

/// Against the current link where it points at the selected event, else against the first that does.
void LinkCommands::followBack() {
    const ViewController& controller = m_parts.controller;
    const model::Story& story = controller.view().story();
    const EventIndex event = *controller.selected();
    std::optional<LinkRef> link = controller.currentLink();
    if (!link || link->from == event) {
        if (story.incoming(event).empty())
            return m_parts.say(tr("No link points at this event"));
        link = layout::linkOf(story, event, story.relationCount(event));
    }
    go(link->from, *link);
}

/// The link that was taken stays the current one, seen from its other end: the opposite command goes back.
void LinkCommands::go(EventIndex event, const LinkRef& link) {
    m_parts.controller.selectAndReveal(event);
    m_parts.controller.setCurrentLink(link);
}

void LinkCommands::showClicked(const LinkRef& link) {
    ViewController& controller = m_parts.controller;
    const auto selected = controller.selected();
    if (!selected || !layout::placeOf(controller.view().story(), *selected, link))
        controller.select(link.from);
    controller.setCurrentLink(link);
}

void LinkCommands::showCurrent() {
    const auto link = m_parts.controller.currentLink();
    m_parts.panel.showRelation(link ? std::optional(std::pair(link->from, link->relation)) : std::nullopt);
    m_said = link.has_value();
    m_parts.say(link ? layout::linkSentence(m_parts.controller.view(), *link) : QString());
}

void LinkCommands::showCounts() {
    const ViewController& controller = m_parts.controller;
    const auto links = controller.links();
    const QString words = links ? layout::linkCountsInWords(links->counts, controller.view().locale()) : QString();
    m_counts->setText(words);
    m_counts->setVisible(!words.isEmpty());
    QStringList wordless;
    if (links && controller.selected())
        wordless = layout::wordlessLinks(controller.view(), *links, *controller.selected());
    m_counts->setAccessibleDescription(wordless.join(u'\n'));
    for (QString& link : wordless)
        link = link.toHtmlEscaped(); // a tooltip guesses: it gets HTML that says exactly the words
    m_counts->setToolTip(wordless.isEmpty() ? QString()
                                            : QStringLiteral("<p>%1</p>").arg(wordless.join(QStringLiteral("<br>"))));
}

} // namespace quoteline::ui
