// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/paint/theme.h"
#include "app/view/evidence/evidence_panel.h"
#include "app/view/search/event_filter.h"
#include "app/view/timeline/timeline_pane.h"
#include "app/view/timeline/view_controller.h"
#include "app/window/parts/story_loader.h"
#include "app/window/timeline/navigator.h"
#include <QMainWindow>
#include <functional>
#include <memory>

namespace quoteline::ui {

class CheckFeature;
class EventListDock;
class NoticeBar;
class StoryFiles;

/// Wires the parts together: what a person does goes to the controller or the loader, what they say goes to the
/// widgets.
class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    /// Remembers what a person chose in the file `settingsPath`; nothing where it is empty.
    explicit MainWindow(const LoadedStory& story, const QString& settingsPath = {}, QWidget* parent = nullptr);
    ~MainWindow() override;

    ViewController& controller();
    TimelinePane& pane();
    EvidencePanel& panel();
    StoryLoader& loader();
    EventListDock& eventList();
    EventFilter& filter();
    StoryFiles& files();
    NoticeBar& notice();
    CheckFeature& check();
    Navigator& navigator();
    const Actions& actions() const;
    const Theme& theme() const;
    const QString& storyPath() const;

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
    struct Parts;
    void wireActions();
    void wireViews();
    void wireLoader();
    void replaceStory(const LoadedStory& story);
    void showStory(const LoadedStory& story);
    void showColumn(std::size_t column, QPoint position);
    void showKeys();
    void showAbout();
    void askForStory();
    void tell(const QString& heading, const std::vector<model::Problem>& problems, std::size_t count);

    std::unique_ptr<Parts> m_parts; ///< null while they are made
};

} // namespace quoteline::ui
