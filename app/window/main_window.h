// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/paint/theme.h"
#include "app/view/evidence/evidence_panel.h"
#include "app/view/timeline/timeline_pane.h"
#include "app/view/timeline/view_controller.h"
#include "app/window/parts/story_loader.h"
#include "app/window/parts/window_parts.h"
#include "app/window/timeline/navigator.h"
#include "app/window/timeline/search_feature.h"
#include <QMainWindow>
#include <functional>

class QDockWidget;
class QLabel;

namespace quoteline::ui {

class CheckFeature;
class AccountsCommand;
class CopyCommands;
class EventListDock;
class NoticeBar;
class StoryFiles;
class WindowMemory;
class KeyHelp;
class Look;
class WorkBar;

/// Wires the parts together: what a person does goes to the controller or the loader, what they say goes to the
/// widgets.
class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    /// Remembers what a person chose in the file `settingsPath`; nothing where it is empty.
    explicit MainWindow(LoadedStory story, const QString& settingsPath = {}, QWidget* parent = nullptr);
    ~MainWindow() override;

    ViewController& controller() { return *m_controller; }
    TimelinePane& pane() { return *m_pane; }
    EvidencePanel& panel() { return *m_panel; }
    StoryLoader& loader() { return *m_loader; }
    EventListDock& eventList() { return *m_eventList; }
    EventFilter& filter() { return m_search->filter(); }
    StoryFiles& files() { return *m_files; }
    NoticeBar& notice() { return *m_notice; }
    CheckFeature& check() { return *m_check; }
    Navigator& navigator() { return *m_navigator; }
    const Actions& actions() const { return *m_actions; }
    const Theme& theme() const;
    const QString& storyPath() const { return m_path; }

    /// Reads another story; an empty path is the built-in one. What is open stays until the new one is there.
    void openStory(const QString& path);
    /// Selects the event of an id and brings it into view; false when the story has none.
    bool selectEvent(const QString& id);
    void setThemeChoice(ThemeChoice choice);
    void setTextScale(double textScale);

    /// Opens pages of sources; tests replace it.
    std::function<void(const QUrl&)> openPage;

protected:
    void changeEvent(QEvent* event) override;

private:
    void wireActions();
    void wireViews();
    void wireLoader();
    void buildStatusBar();
    void addHelpers();
    void showStory(const LoadedStory& story);
    void followSelection();
    void showChip(std::size_t chip, QPoint position);
    void showKeys();
    void askForStory();
    void tell(const QString& heading, const std::vector<model::Problem>& problems, std::size_t count);
    QString nameOf(const QString& path) const;
    WindowParts parts(); ///< for the helpers below

    ViewController* m_controller; // this and the following are owned by the window
    TimelinePane* m_pane;
    EvidencePanel* m_panel;
    QDockWidget* m_dock;
    StoryLoader* m_loader;
    std::unique_ptr<Actions> m_actions;
    EventListDock* m_eventList = nullptr;
    SearchFeature* m_search = nullptr; // owned by the window
    NoticeBar* m_notice;
    WindowMemory* m_memory = nullptr;
    StoryFiles* m_files = nullptr;
    Navigator* m_navigator = nullptr;
    AccountsCommand* m_accounts = nullptr;
    KeyHelp* m_keys = nullptr;
    CheckFeature* m_check = nullptr;
    Look* m_look = nullptr;
    CopyCommands* m_copying = nullptr;
    QLabel* m_hint = nullptr;
    WorkBar* m_work = nullptr;
    QString m_path;
};

} // namespace quoteline::ui
