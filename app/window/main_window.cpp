// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/main_window.h"

#include "app/export/safe_file.h"
#include "app/layout/event_items.h"
#include "app/window/actions.h"
#include "app/window/export_dialog.h"
#include "app/window/problems_dialog.h"
#include <QApplication>
#include <QDesktopServices>
#include <QDockWidget>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QMenu>
#include <QMessageBox>
#include <QProgressBar>
#include <QStatusBar>
#include <QToolButton>
#include <algorithm>

namespace quoteline::ui {

namespace {

constexpr double zoomPerKey = 1.5;
constexpr double textStep = 0.25;
constexpr int chipMenuLength = 40;

/// A menu takes "&" for the mark of a shortcut.
QString menuText(QString text) {
    return text.replace(u'&', QStringLiteral("&&"));
}

} // namespace

MainWindow::MainWindow(LoadedStory story, QWidget* parent)
    : QMainWindow(parent)
    , openPage([](const QUrl& url) { QDesktopServices::openUrl(url); })
    , m_controller(new ViewController(story.view, this))
    , m_pane(new TimelinePane(*m_controller, this))
    , m_panel(new EvidencePanel(this))
    , m_dock(new QDockWidget(tr("Evidence"), this))
    , m_loader(new StoryLoader(this))
    , m_actions(std::make_unique<Actions>(*this, m_pane->timeline()))
    , m_systemPalette(QApplication::palette())
    , m_theme(themeFor(m_systemPalette)) {
    setCentralWidget(m_pane);
    m_dock->setObjectName(QStringLiteral("evidence"));
    m_dock->setWidget(m_panel);
    m_dock->setTitleBarWidget(new QWidget(m_dock)); // the panel names itself
    m_dock->setFeatures(QDockWidget::DockWidgetClosable | QDockWidget::DockWidgetMovable);
    addDockWidget(Qt::RightDockWidgetArea, m_dock);
    m_actions->panesMenu->addAction(m_dock->toggleViewAction());
    buildStatusBar();
    wireActions();
    wireViews();
    wireLoader();
    applyTheme();
    showStory(story);
    resize(1280, 800);
    m_pane->timeline().setFocus();
}

MainWindow::~MainWindow() = default;

WindowParts MainWindow::parts() {
    return {*this, *m_controller, *m_pane, *m_panel, *m_loader, *m_actions, [this](const QString& words) {
                m_hint->setText(words);
            }};
}

void MainWindow::buildStatusBar() {
    m_hint = new QLabel(this);
    m_hint->setTextFormat(Qt::PlainText);
    m_hint->setMinimumWidth(1); // a long title never widens the window
    m_progress = new QProgressBar(this);
    m_progress->setRange(0, 1000);
    m_progress->setMaximumWidth(200);
    m_cancel = new QToolButton(this);
    m_cancel->setText(tr("Cancel"));
    statusBar()->addWidget(m_hint, 1);
    statusBar()->addPermanentWidget(m_progress);
    statusBar()->addPermanentWidget(m_cancel);
    m_progress->hide();
    m_cancel->hide();
}

void MainWindow::wireActions() {
    const Actions& a = *m_actions;
    const auto on = [this](QAction* action, auto call) { connect(action, &QAction::triggered, this, call); };
    on(a.openStory, [this] { askForStory(); });
    on(a.builtInStory, [this] { openStory(QString()); });
    on(a.exportPicture, [this] { askForPicture(); });
    on(a.quit, [this] { close(); });
    on(a.zoomIn, [this] { m_controller->zoomBy(zoomPerKey); });
    on(a.zoomOut, [this] { m_controller->zoomBy(1 / zoomPerKey); });
    on(a.wholeStory, [this] { m_controller->showWholeStory(); });
    on(a.previousEvent, [this] { m_controller->selectNeighbour(-1); });
    on(a.nextEvent, [this] { m_controller->selectNeighbour(1); });
    on(a.clearSelection, [this] { m_controller->select(std::nullopt); });
    on(a.systemTheme, [this] { setThemeChoice(ThemeChoice::System); });
    on(a.lightTheme, [this] { setThemeChoice(ThemeChoice::Light); });
    on(a.darkTheme, [this] { setThemeChoice(ThemeChoice::Dark); });
    on(a.largerText, [this] { setTextScale(m_controller->fonts().textScale() + textStep); });
    on(a.smallerText, [this] { setTextScale(m_controller->fonts().textScale() - textStep); });
    connect(a.readingView, &QAction::toggled, m_controller, &ViewController::setReadingAllowed);
    connect(a.legend, &QAction::toggled, m_panel, &EvidencePanel::setLegendVisible);
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
    connect(m_panel, &EvidencePanel::eventRequested, m_controller, &ViewController::selectAndReveal);
    connect(m_panel, &EvidencePanel::pageRequested, this, [this](const QUrl& url) { openPage(url); });
    connect(m_panel, &EvidencePanel::legendVisibleChanged, m_actions->legend, &QAction::setChecked);
    connect(m_panel, &EvidencePanel::copied, this,
            [this](const QString& what) { m_hint->setText(tr("Copied: %1").arg(what)); });
}

void MainWindow::wireLoader() {
    connect(m_loader, &StoryLoader::started, this, [this](const QString& path) {
        m_hint->setText(tr("Reading %1 …").arg(nameOf(path)));
        m_progress->setValue(0);
        m_progress->show();
        m_cancel->show();
    });
    const auto finished = [this](const QString& words) {
        m_hint->setText(words);
        m_progress->hide();
        m_cancel->hide();
    };
    connect(m_cancel, &QToolButton::clicked, m_loader, &StoryLoader::cancel);
    connect(m_loader, &StoryLoader::progressed, this,
            [this](double share) { m_progress->setValue(static_cast<int>(share * 1000)); });
    connect(m_loader, &StoryLoader::loaded, this, [this, finished](const LoadedStory& story) {
        finished(QString());
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
    return path.isEmpty() ? tr("the built-in story") : QFileInfo(path).fileName();
}

void MainWindow::showStory(const LoadedStory& story) {
    m_path = story.path;
    m_panel->setStory(story.view);
    const QString title = layout::displayLine(story.view.story().title(), 120);
    setWindowTitle(tr("%1 – Quoteline").arg(title.isEmpty() ? nameOf(story.path) : title));
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
    m_panel->showEvent(m_controller->selected());
}

void MainWindow::showChip(std::size_t chip, QPoint position) {
    const layout::Scene& scene = *m_controller->scene();
    if (chip >= scene.chips.size())
        return;
    const auto events =
        layout::eventsOf(scene.chips[chip], m_controller->view(), m_controller->packing(), scene.scale.window);
    auto* menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("chipEvents"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (std::size_t i = 0; i < std::min<std::size_t>(events.size(), chipMenuLength); ++i) {
        const model::EventIndex event = events[i];
        const layout::StoryView& view = m_controller->view();
        QAction* action = menu->addAction(
            menuText(tr("%1 – %2").arg(view.shortDate(event), layout::displayLine(view.story().title(event), 90))));
        connect(action, &QAction::triggered, this, [this, event] { m_controller->selectAndReveal(event); });
    }
    if (events.size() > chipMenuLength)
        menu->addAction(
                tr("... and %n more: zoom in to see them", nullptr, static_cast<int>(events.size()) - chipMenuLength))
            ->setEnabled(false);
    menu->popup(position);
}

void MainWindow::askForStory() {
    const QString path = QFileDialog::getOpenFileName(this, tr("Open story"), QFileInfo(m_path).absolutePath(),
                                                      tr("Stories (*.story.json *.json);;All files (*)"));
    if (!path.isEmpty())
        openStory(path);
}

void MainWindow::askForPicture() {
    ExportDialog dialog(m_controller->view(), m_controller->state().window,
                        m_controller->state().window == m_controller->wholeStory(), m_theme.dark,
                        m_controller->fonts().textScale(), this);
    if (dialog.exec() != QDialog::Accepted)
        return;
    const QString suggested = m_path.isEmpty() ? QStringLiteral("milano-cortina-2026.png")
                                               : QFileInfo(m_path).baseName() + QStringLiteral(".png");
    const QString path =
        QFileDialog::getSaveFileName(this, tr("Export picture"), suggested, tr("PNG pictures (*.png)"));
    if (!path.isEmpty())
        savePicture(path.endsWith(QStringLiteral(".png"), Qt::CaseInsensitive) ? path : path + QStringLiteral(".png"),
                    dialog.spec());
}

bool MainWindow::savePicture(const QString& path, const PictureSpec& spec) {
    const auto saved =
        renderPng(m_controller->view(), spec).and_then([&](const QByteArray& png) { return saveFile(path, png); });
    if (saved) {
        const auto omission = omissionOf(m_controller->view(), spec);
        m_hint->setText(omission ? tr("The picture is in %1. %2").arg(path, *omission)
                                 : tr("The picture is in %1").arg(path));
        return true;
    }
    auto* box = new QMessageBox(QMessageBox::Warning, tr("Export picture"), saved.error(), QMessageBox::Close, this);
    box->setTextFormat(Qt::PlainText);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
    return false;
}

void MainWindow::setThemeChoice(ThemeChoice choice) {
    m_choice = choice;
    switch (choice) {
    case ThemeChoice::System:
        QApplication::setPalette(m_systemPalette);
        break;
    case ThemeChoice::Light:
        QApplication::setPalette(paletteFor(lightTheme()));
        break;
    case ThemeChoice::Dark:
        QApplication::setPalette(paletteFor(darkTheme()));
        break;
    }
    applyTheme();
}

void MainWindow::setTextScale(double textScale) {
    m_controller->setTextScale(std::clamp(textScale, 1.0, 2.0));
    QApplication::setFont(interfaceFont(m_controller->fonts().textScale()));
    m_panel->setStyle(m_theme, m_controller->fonts());
}

void MainWindow::applyTheme() {
    m_theme = themeFor(QApplication::palette());
    m_pane->setTheme(m_theme);
    m_panel->setStyle(m_theme, m_controller->fonts());
}

void MainWindow::changeEvent(QEvent* event) {
    QMainWindow::changeEvent(event);
    const bool changed = event->type() == QEvent::PaletteChange || event->type() == QEvent::ApplicationPaletteChange;
    if (changed && m_panel && themeFor(QApplication::palette()).dark != m_theme.dark)
        applyTheme();
}

} // namespace quoteline::ui
