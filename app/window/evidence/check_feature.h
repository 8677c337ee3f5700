// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/content/evidence/checked_story.h"
#include "app/window/parts/window_parts.h"
#include <QObject>
#include <functional>
#include <optional>

class QDockWidget;

namespace quoteline::ui {

class CheckWorker;
class ConcernList;
class DocumentView;
class Look;
class WindowMemory;
class WorkBar;

/// Tools > Check quotes against documents: the check itself, what it says beside each quote, the list of what needs a
/// look, and the document with the words in it. Files are read when a check is asked for, and only then; another story
/// ends what was checked.
class CheckFeature : public QObject {
    Q_OBJECT
public:
    /// Everything outlives this.
    CheckFeature(const WindowParts& parts, WindowMemory& memory, const Look& look);
    ~CheckFeature() override;

    /// With the documents of the story and of the folder that was chosen last; asks for a folder where there are none.
    void check();
    /// The same with a folder that is asked for.
    void chooseFolder();
    void checkWith(const QString& folder);
    bool isChecking() const;
    const layout::CheckedStory& result() const { return m_result; }

    /// The quote, or what a relation rests on, in its document; says where there is none at hand.
    void showQuote(model::EventIndex event, std::size_t quote);
    void showBasis(model::EventIndex event, std::size_t relation);

    ConcernList& list() { return *m_list; }
    DocumentView& document() { return *m_document; }
    QDockWidget& listDock() { return *m_listDock; }
    QDockWidget& documentDock() { return *m_documentDock; }

    /// Asks a person for a folder, beginning at the one given; empty where they think better of it. Tests replace it.
    std::function<QString(const QString& start)> askFolder;

private:
    void addDocks();
    void wire();
    void show(const layout::CheckedStory& result);
    void forget();
    void showNothing();
    void open(const std::optional<layout::DocumentContent>& content);
    void followLook();
    void followSelection();
    void revealSelected();
    void goTo(model::EventIndex event, std::size_t quote);

    WindowParts m_parts;
    WindowMemory& m_memory;
    const Look& m_look;
    CheckWorker* m_worker; // this and the following are owned by the window or by this
    WorkBar* m_work;
    ConcernList* m_list;
    DocumentView* m_document;
    QDockWidget* m_listDock;
    QDockWidget* m_documentDock;
    layout::CheckedStory m_result;
    QString m_folder; ///< for the open story; empty where none was chosen
};

} // namespace quoteline::ui
