// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/content/evidence/checked_story.h"
#include <QObject>
#include <stop_token>

namespace quoteline::ui {

/// Finds the documents of a story and checks its quotes against them on another thread, one story at a time: a new
/// request ends the one before. Results come on the thread of this object, and only of the last request.
class CheckWorker : public QObject {
    Q_OBJECT
public:
    explicit CheckWorker(QObject* parent = nullptr);
    ~CheckWorker() override;

    /// `storyFile` is empty for the built-in story, `folder` where a person gave none.
    void check(const model::Story& story, const QString& storyFile, const QString& folder);
    /// Ends the work; cancelled() follows.
    void cancel();
    /// Ends the work, and nothing is told any more.
    void forget();
    bool isWorking() const { return m_working; }

Q_SIGNALS:
    void progressed(double share); ///< 0 to 1
    void checked(const quoteline::layout::CheckedStory& result);
    /// The folder cannot be used: a sentence.
    void failed(const QString& reason);
    void cancelled();

private:
    using Result = tl::expected<layout::CheckedStory, model::Failure>;
    static Result work(const model::Story& story, const model::DocumentSearch& search,
                       const std::function<void(double)>& progressed);
    void finish(quint64 generation, const Result& result);

    std::stop_source m_stop;
    quint64 m_generation = 0;
    bool m_working = false;
};

} // namespace quoteline::ui
