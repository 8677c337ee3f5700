// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/main_window.h"

#include "app/content/words/display_text.h"
#include "app/layout/scene/event_items.h"
#include "app/paint/icons.h"
#include "app/view/list/chip_popup.h"
#include "app/view/list/event_list_view.h"
#include "app/view/search/event_filter.h"
#include "app/window/data/copy_commands.h"
#include "app/window/data/data_commands.h"
#include "app/window/evidence/accounts_command.h"
#include "app/window/evidence/check_feature.h"
#include "app/window/files/problems_dialog.h"
#include "app/window/files/seen_view.h"
#include "app/window/files/story_files.h"
#include "app/window/memory/look.h"
#include "app/window/memory/window_memory.h"
#include "app/window/parts/actions.h"
#include "app/window/parts/key_help.h"
#include "app/window/parts/notice_bar.h"
#include "app/window/parts/work_bar.h"
#include "app/window/picture/picture_commands.h"
#include "app/window/picture/print_commands.h"
#include "app/window/timeline/event_list_dock.h"
#include "app/window/timeline/lane_commands.h"
#include "app/window/timeline/link_commands.h"
#include "app/window/timeline/navigation_bar.h"
#include <QApplication>
#include <QDesktopServices>
#include <QDockWidget>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QScreen>
#include <QStatusBar>
#include <QVBoxLayout>

namespace quoteline::ui {

namespace {

/// The pane with a notice above it.
QWidget* withNotice(TimelinePane& pane, NoticeBar& notice) {
    auto* whole = new QWidget;
    auto* column = new QVBoxLayout(whole);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(&notice);
    column->addWidget(&pane, 1);
    return whole;
}

} // namespace

MainWindow::MainWindow(LoadedStory story, const QString& settingsPath, QWidget* parent)
    : QMainWindow(parent)
    , openPage([](const QUrl& url) { QDesktopServices::openUrl(url); })
    , m_controller(new ViewController(story.view, this))
    , m_pane(new TimelinePane(*m_controller, this))
    , m_panel(new EvidencePanel(this))
    , m_dock(new QDockWidget(tr("Evidence"), this))
    , m_loader(new StoryLoader(this))
    , m_actions(std::make_unique<Actions>(*this, m_pane->timeline()))
    , m_notice(new NoticeBar(this)) {
    setCentralWidget(withNotice(*m_pane, *m_notice));
    setWindowIcon(programIcon());
    setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea); // long texts keep the whole height
    m_dock->setObjectName(QStringLiteral("evidence"));
    m_dock->setWidget(m_panel);
    m_dock->setTitleBarWidget(new QWidget(m_dock)); // the panel names itself
    m_dock->setFeatures(QDockWidget::DockWidgetClosable | QDockWidget::DockWidgetMovable);
    addDockWidget(Qt::RightDockWidgetArea, m_dock);
    m_actions->panesMenu->addAction(m_dock->toggleViewAction());
    addNavigationBar(*this, *m_actions);
    buildStatusBar();
    m_memory = new WindowMemory(parts(), SettingsStore(settingsPath));
    m_eventList = new EventListDock(parts());
    wireActions();
    m_navigator = new Navigator(parts());
    wireViews();
    wireLoader();
    addHelpers();
    m_look = new Look(parts(), *m_memory);
    connect(m_look, &Look::changed, m_check, &CheckFeature::setStyle);
    connect(m_look, &Look::changed, m_accounts, &AccountsCommand::setStyle);
    Q_EMIT m_look->changed(m_look->theme());
    showStory(story);
    resize(QSize(1280, 800).boundedTo(screen()->availableSize()));
    m_memory->restoreWindow();
    if (const auto notice = m_memory->notice())
        m_notice->tell(*notice);
    if (const auto notice = missingFontNotice())
        m_hint->setText(*notice);
    m_pane->timeline().setFocus();
}

MainWindow::~MainWindow() {
    hide();           // ends a glide, which is told to all parts of the window: as long as they are there
    delete m_copying; // a list in a window of its own is hidden last of all, and it follows that
}

void MainWindow::addHelpers() {
    new LaneCommands(parts(), this);
    new LinkCommands(parts(), this);
    m_accounts = new AccountsCommand(parts());
    m_search = new SearchFeature(parts());
    m_navigator->query = [this] { return filter().query(); };
    m_navigator->setQuery = [this](const model::EventQuery& query) { filter().setQuery(query); };
    connect(&filter(), &EventFilter::queryChanged, m_navigator, &Navigator::queryChanged);
    connect(&filter(), &EventFilter::queryChanged, this,
            [this] { m_eventList->list().setMatcher(filter().matcher()); });
    m_files = new StoryFiles(parts(), *m_memory, *m_notice, filter());
    m_check = new CheckFeature(parts(), *m_memory, [this] { return m_path; });
    new PrintCommands(parts());
    new DataCommands(parts(), [this] { return m_path; });
    m_copying = new CopyCommands(parts(), m_eventList->list(), [this] { return m_look->theme().dark; });
    new PictureCommands(parts(), *m_memory, [this] { return PictureCommands::Defaults{m_path, m_look->theme().dark}; });
}

WindowParts MainWindow::parts() {
    return {*this, *m_controller, *m_pane, *m_panel, *m_loader, *m_actions, [this](const QString& words) {
                m_hint->setText(words);
            }};
}

void MainWindow::buildStatusBar() {
    m_hint = new QLabel(this);
    m_hint->setTextFormat(Qt::PlainText);
    m_hint->setMinimumWidth(1); // a long title never widens the window
    m_work = new WorkBar(tr("Reading a story"), this);
    m_hint->setContentsMargins(12, 0, 12, 0);
    statusBar()->addWidget(m_hint, 1);
    statusBar()->addPermanentWidget(m_work);
    m_work->hide();
}

void MainWindow::wireActions() {
    const Actions& a = *m_actions;
    const auto on = [this](QAction* action, auto call) { connect(action, &QAction::triggered, this, call); };
    on(a.openStory, [this] { askForStory(); });
    on(a.builtInStory, [this] { openStory(QString()); });
    on(a.quit, [this] { close(); });
    on(a.keys, [this] { showKeys(); });
    on(a.about, [this] {
        QMessageBox box(QMessageBox::NoIcon, tr("About Quoteline"),
                        tr("Quoteline %1\nA timeline viewer in which every event opens to the words of its source.\n\n"
                           "Free software under the GNU General Public License, version 3 or later.")
                            .arg(QApplication::applicationVersion()),
                        QMessageBox::Close, this);
        box.setTextFormat(Qt::PlainText);
        box.exec();
    });
}

void MainWindow::wireViews() {
    connect(m_controller, &ViewController::selectionChanged, this, &MainWindow::followSelection);
    connect(&m_pane->timeline(), &TimelineView::hinted, m_hint, &QLabel::setText);
    connect(&m_pane->timeline(), &TimelineView::chipActivated, this, &MainWindow::showChip);
    connect(&m_pane->timeline(), &TimelineView::eventActivated, m_dock, &QDockWidget::show);
    connect(&m_pane->timeline(), &TimelineView::linkActivated, m_dock, &QDockWidget::show);
    connect(m_panel, &EvidencePanel::eventRequested, m_controller, &ViewController::selectAndReveal);
    connect(m_panel, &EvidencePanel::pageRequested, this, [this](const QUrl& url) { openPage(url); });
    connect(m_panel, &EvidencePanel::legendVisibleChanged, m_actions->legend, &QAction::setChecked);
    connect(m_panel, &EvidencePanel::copied, this,
            [this](const QString& what) { m_hint->setText(tr("Copied: %1").arg(what)); });
}

void MainWindow::wireLoader() {
    connect(m_loader, &StoryLoader::started, this, [this](const QString& path) {
        m_hint->setText(tr("Reading %1 …").arg(nameOf(path)));
        m_work->begin();
    });
    const auto finished = [this](const QString& words) {
        m_hint->setText(words);
        m_work->end();
    };
    connect(m_work, &WorkBar::cancelled, m_loader, &StoryLoader::cancel);
    connect(m_loader, &StoryLoader::progressed, m_work, &WorkBar::setShare);
    connect(m_loader, &StoryLoader::loaded, this, [this, finished](const LoadedStory& story) {
        finished(QString());
        m_files->aboutToShow(story.path);
        m_controller->setStory(story.view);
        showStory(story);
    });
    connect(m_loader, &StoryLoader::cancelled, this, [this, finished](const QString& path) {
        finished(tr("Stopped reading %1; the open story stays.").arg(nameOf(path)));
    });
    connect(m_loader, &StoryLoader::failed, this, [this, finished](const LoadProblem& problem) {
        finished(QString());
        tell(tr("%1 was not opened. The story that is open stays as it is.").arg(nameOf(problem.path)),
             problem.failure.problems, problem.failure.problemCount);
    });
}

QString MainWindow::nameOf(const QString& path) const {
    return path.isEmpty() ? tr("the built-in story")
                          : layout::displayLine(QFileInfo(path).fileName().toStdString(), 120);
}

void MainWindow::showStory(const LoadedStory& story) {
    m_path = story.path;
    m_panel->setStory(story.view);
    QString title = layout::displayLine(story.view.story().title(), 120);
    if (title.isEmpty())
        title = nameOf(story.path);
    title.replace(QStringLiteral("[*]"), QStringLiteral("[*][*]")); // alone it is where Qt marks a changed document
    setWindowTitle(tr("%1 – Quoteline").arg(title));
    m_memory->storyOpened(story.path);
    QString remark;
    if (!m_files->isReloading()) { // what is read again stays as it is seen
        m_look->chosenReading();
        if (story.seen)
            remark = showAsSeen(*m_controller, *m_look, *story.seen);
    }
    m_files->storyOpened(story.path);
    if (!remark.isEmpty())
        m_notice->tell(remark);
    m_navigator->startAnew(); // there is no way back to where a story was on its way here
    if (story.noticeCount > 0)
        tell(tr("%1 is open. Some of it was not understood and is kept as it is.").arg(nameOf(story.path)),
             story.notices, story.noticeCount);
}

void MainWindow::tell(const QString& heading, const std::vector<model::Problem>& problems, std::size_t count) {
    auto* dialog = new ProblemsDialog(heading, problems, count, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void MainWindow::openStory(const QString& path) {
    m_loader->load(path);
}

bool MainWindow::selectEvent(const QString& id) {
    const auto event = m_controller->view().story().find(id.toStdString());
    if (event)
        m_controller->selectAndReveal(*event);
    return event.has_value();
}

void MainWindow::followSelection() {
    m_panel->showEvidence(m_controller->selected());
}

void MainWindow::showChip(std::size_t chip, QPoint position) {
    const layout::Scene& scene = *m_controller->scene();
    if (chip >= scene.chips.size())
        return;
    auto events =
        layout::eventsOf(scene.chips[chip], m_controller->view(), m_controller->packing(), scene.scale.window);
    if (events.empty())
        return;
    auto* popup = new ChipPopup(m_controller->view(), std::move(events), this);
    connect(popup, &ChipPopup::eventChosen, m_controller, &ViewController::selectAndReveal);
    // What it lists is of this story and of this filter.
    connect(m_controller, &ViewController::storyChanged, popup, &QWidget::close);
    connect(m_controller, &ViewController::arrangementChanged, popup, &QWidget::close);
    popup->popUpAt(position);
}

void MainWindow::showKeys() {
    if (!m_keys)
        m_keys = new KeyHelp(this);
    m_keys->setGroups(keyGroups(*menuBar(), *m_actions));
    m_keys->show();
    m_keys->raise();
    m_keys->activateWindow();
    m_keys->searchField().setFocus();
}

void MainWindow::askForStory() {
    const QString path =
        QFileDialog::getOpenFileName(this, tr("Open story"), QFileInfo(m_path).absolutePath(),
                                     tr("Stories and pictures (*.story.json *.json *.png *.svg);;All files (*)"));
    if (!path.isEmpty())
        openStory(path);
}

void MainWindow::setThemeChoice(ThemeChoice choice) {
    m_look->setThemeChoice(choice);
}

void MainWindow::setTextScale(double textScale) {
    m_look->setTextScale(textScale);
}

const Theme& MainWindow::theme() const {
    return m_look->theme();
}

void MainWindow::changeEvent(QEvent* event) {
    QMainWindow::changeEvent(event);
    if (m_look && (event->type() == QEvent::PaletteChange || event->type() == QEvent::ApplicationPaletteChange))
        m_look->followPalette();
}

} // namespace quoteline::ui
