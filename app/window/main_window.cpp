// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/main_window.h"

#include "app/content/words/display_text.h"
#include "app/layout/scene/event_items.h"
#include "app/paint/icons.h"
#include "app/view/list/column_popup.h"
#include "app/view/list/event_list_view.h"
#include "app/window/data/copy_commands.h"
#include "app/window/data/data_commands.h"
#include "app/window/evidence/accounts_command.h"
#include "app/window/evidence/check_feature.h"
#include "app/window/evidence/evidence_dock.h"
#include "app/window/files/problems_dialog.h"
#include "app/window/files/seen_view.h"
#include "app/window/files/story_files.h"
#include "app/window/memory/look.h"
#include "app/window/memory/window_memory.h"
#include "app/window/parts/actions.h"
#include "app/window/parts/key_help.h"
#include "app/window/parts/notice_bar.h"
#include "app/window/parts/open_story.h"
#include "app/window/parts/work_bar.h"
#include "app/window/picture/picture_commands.h"
#include "app/window/picture/print_commands.h"
#include "app/window/timeline/event_list_dock.h"
#include "app/window/timeline/lane_commands.h"
#include "app/window/timeline/link_commands.h"
#include "app/window/timeline/navigation_bar.h"
#include "app/window/timeline/search_feature.h"
#include <QApplication>
#include <QDesktopServices>
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

/// All that the window is made of, in the order in which it is made: each part works with parts above it, and goes
/// before they do.
struct MainWindow::Parts {
    /// What the window says last, and how far the reading of a story is.
    struct StatusLine {
        explicit StatusLine(QMainWindow& window)
            : words(&window)
            , work(MainWindow::tr("Reading a story"), &window) {
            words.setTextFormat(Qt::PlainText);
            words.setMinimumWidth(1); // a long title never widens the window
            words.setContentsMargins(12, 0, 12, 0);
            window.statusBar()->addWidget(&words, 1);
            window.statusBar()->addPermanentWidget(&work);
            work.hide();
        }

        QLabel words;
        WorkBar work;
    };

    Parts(MainWindow& window, const LoadedStory& story, const QString& settingsPath)
        : open(ui::openStory(story.path, story.view.story()))
        , controller(story.view)
        , pane(controller, &window)
        , notice(&window)
        , actions(window, pane.timeline())
        , evidence(window, controller, actions)
        , navigationBar(addNavigationBar(window, actions))
        , status(window)
        , shared{window, open,     controller,
                 pane,   evidence, evidence.panel(),
                 loader, actions,  [this](const QString& words) { status.words.setText(words); }}
        , memory(shared, SettingsStore(settingsPath))
        , look(shared, memory)
        , eventList(shared)
        , search(shared)
        , navigator(shared, search.filter())
        , lanes(shared)
        , links(shared)
        , accounts(shared, look)
        , files(shared, memory, notice, search.filter())
        , check(shared, memory, look)
        , print(shared)
        , data(shared)
        , copying(shared, eventList.list(), look)
        , pictures(shared, memory, look) {}

    OpenStory open;
    ViewController controller;
    StoryLoader loader;
    TimelinePane pane;
    NoticeBar notice;
    Actions actions;
    EvidenceDock evidence;
    QToolBar* navigationBar; // owned by the window
    StatusLine status;
    WindowParts shared;
    WindowMemory memory;
    Look look;
    EventListDock eventList;
    SearchFeature search;
    Navigator navigator;
    LaneCommands lanes;
    LinkCommands links;
    AccountsCommand accounts;
    StoryFiles files;
    CheckFeature check;
    PrintCommands print;
    DataCommands data;
    CopyCommands copying;
    PictureCommands pictures;
    KeyHelp* keys = nullptr; // owned by the window, made when it is first asked for
};

MainWindow::MainWindow(const LoadedStory& story, const QString& settingsPath, QWidget* parent)
    : QMainWindow(parent)
    , openPage([](const QUrl& url) { QDesktopServices::openUrl(url); })
    , m_parts(std::make_unique<Parts>(*this, story, settingsPath)) {
    setCentralWidget(withNotice(m_parts->pane, m_parts->notice));
    setWindowIcon(programIcon());
    wireActions();
    wireViews();
    wireLoader();
    showStory(story);
    resize(QSize(1280, 800).boundedTo(screen()->availableSize()));
    m_parts->memory.restoreWindow();
    if (const auto notice = m_parts->memory.notice())
        m_parts->notice.tell(*notice);
    if (const auto notice = missingFontNotice())
        m_parts->status.words.setText(*notice);
    m_parts->pane.timeline().setFocus();
}

/// A glide is ended by that, and is told to all parts.
MainWindow::~MainWindow() {
    hide();
}

void MainWindow::wireActions() {
    const Actions& a = m_parts->actions;
    const auto on = [this](QAction* action, auto call) { connect(action, &QAction::triggered, this, call); };
    on(a.openStory, [this] { askForStory(); });
    on(a.builtInStory, [this] { openStory(QString()); });
    on(a.quit, [this] { close(); });
    on(a.keys, [this] { showKeys(); });
    on(a.about, [this] { showAbout(); });
}

void MainWindow::showAbout() {
    QMessageBox box(QMessageBox::NoIcon, tr("About Quoteline"),
                    tr("Quoteline %1\nA timeline viewer in which every event opens to the words of its source.\n\n"
                       "Free software under the GNU General Public License, version 3 or later.")
                        .arg(QApplication::applicationVersion()),
                    QMessageBox::Close, this);
    box.setTextFormat(Qt::PlainText);
    box.exec();
}

void MainWindow::wireViews() {
    Parts& parts = *m_parts;
    TimelineView* timeline = &parts.pane.timeline();
    connect(timeline, &TimelineView::hinted, &parts.status.words, &QLabel::setText);
    connect(timeline, &TimelineView::columnActivated, this, &MainWindow::showColumn);
    connect(timeline, &TimelineView::eventActivated, &parts.evidence, &QDockWidget::show);
    connect(timeline, &TimelineView::linkActivated, &parts.evidence, &QDockWidget::show);
    EvidencePanel* panel = &parts.evidence.panel();
    connect(panel, &EvidencePanel::pageRequested, this, [this](const QUrl& url) { openPage(url); });
    connect(panel, &EvidencePanel::copied, this,
            [&parts](const QString& what) { parts.shared.say(tr("Copied: %1").arg(layout::isolated(what))); });
    connect(&parts.search.filter(), &EventFilter::queryChanged, &parts.eventList,
            [&parts] { parts.eventList.list().setMatcher(parts.search.filter().matcher()); });
}

void MainWindow::wireLoader() {
    StoryLoader* loader = &m_parts->loader;
    Parts::StatusLine* status = &m_parts->status;
    const auto finished = [status](const QString& words) {
        status->words.setText(words);
        status->work.end();
    };
    connect(&status->work, &WorkBar::cancelled, loader, &StoryLoader::cancel);
    connect(loader, &StoryLoader::progressed, &status->work, &WorkBar::setShare);
    connect(loader, &StoryLoader::started, this, [status](const QString& path) {
        status->words.setText(tr("Reading %1 …").arg(nameInWords(path)));
        status->work.begin();
    });
    connect(loader, &StoryLoader::loaded, this, [this, finished](const LoadedStory& story) {
        finished(QString());
        replaceStory(story);
    });
    connect(loader, &StoryLoader::cancelled, this, [finished](const QString& path) {
        finished(tr("Stopped reading %1; the open story stays.").arg(nameInWords(path)));
    });
    connect(loader, &StoryLoader::failed, this, [this, finished](const LoadProblem& problem) {
        finished(QString());
        tell(tr("%1 was not opened. The story that is open stays as it is.").arg(nameInWords(problem.path)),
             problem.failure.problems, problem.failure.problemCount);
    });
}

void MainWindow::replaceStory(const LoadedStory& story) {
    m_parts->memory.storyLeaves();
    m_parts->files.aboutToShow(story.path);
    m_parts->open = ui::openStory(story.path, story.view.story());
    m_parts->controller.setStory(story.view);
    showStory(story);
}

void MainWindow::showStory(const LoadedStory& story) {
    Parts& parts = *m_parts;
    QString title = parts.open.title;
    title.replace(QStringLiteral("[*]"), QStringLiteral("[*][*]")); // alone it is where Qt marks a changed document
    setWindowTitle(tr("%1 – Quoteline").arg(layout::isolated(title)));
    parts.memory.storyOpened();
    QString remark;
    if (story.seen && !parts.files.isReloading()) // what is read again stays as it is seen
        remark = showAsSeen(parts.controller, *story.seen);
    parts.files.storyOpened();
    if (!remark.isEmpty())
        parts.notice.tell(remark);
    parts.navigator.startAnew(); // there is no way back to where a story was on its way here
    if (story.noticeCount > 0)
        tell(tr("%1 is open. Some of it was not understood and is kept as it is.").arg(nameInWords(story.path)),
             story.notices, story.noticeCount);
}

void MainWindow::tell(const QString& heading, const std::vector<model::Problem>& problems, std::size_t count) {
    auto* dialog = new ProblemsDialog(heading, problems, count, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void MainWindow::openStory(const QString& path) {
    m_parts->loader.load(path);
}

bool MainWindow::selectEvent(const QString& id) {
    const auto event = m_parts->controller.view().story().find(id.toStdString());
    if (event)
        m_parts->controller.selectAndReveal(*event);
    return event.has_value();
}

void MainWindow::showColumn(std::size_t column, QPoint position) {
    ViewController& controller = m_parts->controller;
    const layout::Scene& scene = *controller.scene();
    if (column >= scene.columns.size())
        return;
    auto events = layout::eventsOf(scene.columns[column], controller.view());
    if (events.empty())
        return;
    auto* popup = new ColumnPopup(controller.view(), std::move(events), this);
    connect(popup, &ColumnPopup::eventChosen, &controller, &ViewController::selectAndReveal);
    // What it lists is of this story and of this filter.
    connect(&controller, &ViewController::storyChanged, popup, &QWidget::close);
    connect(&controller, &ViewController::arrangementChanged, popup, &QWidget::close);
    popup->popUpAt(position);
}

void MainWindow::showKeys() {
    KeyHelp*& keys = m_parts->keys;
    if (!keys)
        keys = new KeyHelp(this);
    keys->setGroups(keyGroups(*menuBar(), m_parts->actions));
    keys->show();
    keys->raise();
    keys->activateWindow();
    keys->searchField().setFocus();
}

void MainWindow::askForStory() {
    const QString path =
        QFileDialog::getOpenFileName(this, tr("Open story"), QFileInfo(m_parts->open.path).absolutePath(),
                                     tr("Stories and pictures (*.story.json *.json *.png *.svg);;All files (*)"));
    if (!path.isEmpty())
        openStory(path);
}

void MainWindow::setThemeChoice(ThemeChoice choice) {
    m_parts->look.setThemeChoice(choice);
}

void MainWindow::setTextScale(double textScale) {
    m_parts->look.setTextScale(textScale);
}

void MainWindow::changeEvent(QEvent* event) {
    QMainWindow::changeEvent(event);
    if (m_parts && (event->type() == QEvent::PaletteChange || event->type() == QEvent::ApplicationPaletteChange))
        m_parts->look.followPalette();
}

ViewController& MainWindow::controller() {
    return m_parts->controller;
}

TimelinePane& MainWindow::pane() {
    return m_parts->pane;
}

EvidencePanel& MainWindow::panel() {
    return m_parts->evidence.panel();
}

StoryLoader& MainWindow::loader() {
    return m_parts->loader;
}

EventListDock& MainWindow::eventList() {
    return m_parts->eventList;
}

EventFilter& MainWindow::filter() {
    return m_parts->search.filter();
}

StoryFiles& MainWindow::files() {
    return m_parts->files;
}

NoticeBar& MainWindow::notice() {
    return m_parts->notice;
}

CheckFeature& MainWindow::check() {
    return m_parts->check;
}

Navigator& MainWindow::navigator() {
    return m_parts->navigator;
}

const Actions& MainWindow::actions() const {
    return m_parts->actions;
}

const Theme& MainWindow::theme() const {
    return m_parts->look.theme();
}

const QString& MainWindow::storyPath() const {
    return m_parts->open.path;
}

} // namespace quoteline::ui
