// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/evidence/check_feature.h"

#include "app/view/evidence/concern_list.h"
#include "app/view/evidence/document_view.h"
#include "app/view/evidence/evidence_panel.h"
#include "app/view/timeline/view_controller.h"
#include "app/window/evidence/check_worker.h"
#include "app/window/memory/look.h"
#include "app/window/memory/window_memory.h"
#include "app/window/parts/actions.h"
#include "app/window/parts/open_story.h"
#include "app/window/parts/work_bar.h"
#include <QDockWidget>
#include <QFileDialog>
#include <QMainWindow>
#include <QMenu>
#include <QStatusBar>
#include <QTimer>
#include <utility>

namespace quoteline::ui {

CheckFeature::CheckFeature(const WindowParts& parts, WindowMemory& memory, const Look& look)
    : askFolder([this](const QString& start) {
        return QFileDialog::getExistingDirectory(&m_parts.window, tr("Folder with the documents of the sources"),
                                                 start);
    })
    , m_parts(parts)
    , m_memory(memory)
    , m_look(look)
    , m_worker(new CheckWorker(this))
    , m_work(new WorkBar(tr("Checking quotes"), &parts.window))
    , m_list(new ConcernList)
    , m_document(new DocumentView)
    , m_listDock(new QDockWidget(tr("Quote check"), &parts.window))
    , m_documentDock(new QDockWidget(tr("Document"), &parts.window)) {
    m_parts.window.statusBar()->addPermanentWidget(m_work);
    m_work->hide();
    addDocks();
    wire();
    followLook();
    showNothing();
}

CheckFeature::~CheckFeature() = default;

void CheckFeature::addDocks() {
    m_listDock->setObjectName(QStringLiteral("quoteCheck"));
    m_listDock->setWidget(m_list);
    m_parts.window.addDockWidget(Qt::BottomDockWidgetArea, m_listDock);
    m_documentDock->setObjectName(QStringLiteral("document"));
    m_documentDock->setWidget(m_document);
    m_parts.window.addDockWidget(Qt::RightDockWidgetArea, m_documentDock);
    m_parts.window.splitDockWidget(&m_parts.evidence, m_documentDock, Qt::Horizontal);
    for (QDockWidget* dock : {m_listDock, m_documentDock}) {
        dock->hide();
        m_parts.actions.panesMenu->addAction(dock->toggleViewAction());
    }
    m_listDock->toggleViewAction()->setText(tr("&Quote check"));
    m_documentDock->toggleViewAction()->setText(tr("&Document"));
}

void CheckFeature::wire() {
    connect(m_parts.actions.checkQuotes, &QAction::triggered, this, &CheckFeature::check);
    connect(m_parts.actions.documentFolder, &QAction::triggered, this, &CheckFeature::chooseFolder);
    connect(m_list, &ConcernList::checkRequested, this, &CheckFeature::check);
    connect(m_list, &ConcernList::quoteRequested, this, &CheckFeature::goTo);
    connect(m_work, &WorkBar::cancelled, m_worker, &CheckWorker::cancel);
    connect(m_worker, &CheckWorker::progressed, m_work, &WorkBar::setShare);
    connect(m_worker, &CheckWorker::checked, this, &CheckFeature::show);
    connect(m_worker, &CheckWorker::cancelled, this, [this] {
        m_work->end();
        m_parts.say(tr("Stopped checking the quotes"));
    });
    connect(m_worker, &CheckWorker::failed, this, [this](const QString& reason) {
        m_work->end();
        m_folder.clear();
        m_parts.say(tr("The quotes were not checked: %1").arg(reason));
    });
    connect(&m_parts.controller, &ViewController::storyChanged, this, &CheckFeature::forget);
    connect(&m_parts.controller, &ViewController::arrangementChanged, this,
            [this] { m_list->model().setView(m_parts.controller.view()); });
    connect(&m_parts.controller, &ViewController::selectionChanged, this, &CheckFeature::followSelection);
    connect(&m_look, &Look::changed, this, &CheckFeature::followLook);
    EvidencePanel* panel = &m_parts.panel;
    connect(panel, &EvidencePanel::documentRequested, this, &CheckFeature::showQuote);
    connect(panel, &EvidencePanel::basisRequested, this, &CheckFeature::showBasis);
}

void CheckFeature::check() {
    const model::Story& story = m_parts.controller.view().story();
    if (m_folder.isEmpty() && story.quoteCount() > 0 && !model::carriesDocuments(story))
        chooseFolder();
    else
        checkWith(m_folder);
}

void CheckFeature::chooseFolder() {
    const QString folder = askFolder(m_folder.isEmpty() ? m_memory.settings().documentFolder : m_folder);
    if (!folder.isEmpty())
        checkWith(folder);
}

void CheckFeature::checkWith(const QString& folder) {
    m_folder = folder;
    if (!folder.isEmpty())
        m_memory.change([&folder](Settings& settings) { settings.documentFolder = folder; });
    m_work->begin();
    m_parts.say(tr("Checking the quotes …"));
    m_worker->check(m_parts.controller.view().story(), m_parts.open.path, folder);
}

bool CheckFeature::isChecking() const {
    return m_worker->isWorking();
}

void CheckFeature::show(const layout::CheckedStory& result) {
    const layout::StoryView& view = m_parts.controller.view();
    m_work->end();
    m_result = result;
    m_parts.panel.setChecked(result);
    m_parts.panel.setBasisAvailable(true);
    m_list->setChecked(view, result);
    m_parts.say(layout::checkInWords(result.check->counts, view.locale()));
    if (m_list->model().rowCount() > 0)
        m_listDock->show();
    followSelection();
}

/// What was checked is of another story, or of an older version of this one.
void CheckFeature::forget() {
    m_worker->forget();
    m_work->end();
    m_folder.clear();
    m_result = {};
    m_parts.panel.setChecked({});
    m_parts.panel.setBasisAvailable(false);
    m_list->setChecked(m_parts.controller.view(), {});
    showNothing();
}

void CheckFeature::showNothing() {
    DocumentPage page;
    page.notes << tr("No document is open. Tools > Check quotes against documents reads them; “Show in the document” "
                     "beside a quote then opens the one it stands in.");
    m_document->setPage(page, m_parts.controller.view().locale());
}

void CheckFeature::followLook() {
    m_document->setStyle(m_look.theme(), m_parts.controller.fonts());
}

void CheckFeature::open(const std::optional<layout::DocumentContent>& content) {
    if (!content) {
        m_parts.say(tr("The document of these words is not at hand"));
        return;
    }
    DocumentPage page;
    page.text = content->document;
    page.marks = content->marks;
    page.heading = content->heading;
    page.notes = content->notes;
    // The document takes room from the timeline, which may leave the selected event out of view.
    if (!m_documentDock->isVisible())
        QTimer::singleShot(0, this, &CheckFeature::revealSelected);
    m_documentDock->show();
    m_documentDock->raise();
    m_document->setPage(page, m_parts.controller.view().locale());
}

void CheckFeature::revealSelected() {
    if (const auto selected = m_parts.controller.selected())
        m_parts.controller.selectAndReveal(*selected);
}

void CheckFeature::showQuote(model::EventIndex event, std::size_t quote) {
    open(layout::documentOf(m_result, m_parts.controller.view(), event, quote));
    m_list->showQuote(event, quote);
}

void CheckFeature::showBasis(model::EventIndex event, std::size_t relation) {
    open(layout::basisDocumentOf(m_result, m_parts.controller.view(), event, relation));
}

void CheckFeature::goTo(model::EventIndex event, std::size_t quote) {
    m_parts.controller.selectAndReveal(event);
    m_parts.evidence.show();
    m_parts.panel.revealQuote(quote);
    showQuote(event, quote);
}

/// A document that is open goes with the event that is looked at.
void CheckFeature::followSelection() {
    const auto selected = m_parts.controller.selected();
    if (!m_result || !selected || !m_documentDock->isVisible())
        return;
    const model::Story& story = m_parts.controller.view().story();
    for (std::size_t quote = 0; quote < story.quoteCount(*selected); ++quote)
        if (layout::badgeOf(m_result, m_parts.controller.view(), *selected, quote).document)
            return showQuote(*selected, quote);
}

} // namespace quoteline::ui
