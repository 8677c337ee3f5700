// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/content/story/story_view.h"
#include "app/open/story_envelope.h"
#include "model/file/story_reader.h"
#include <QObject>
#include <QString>
#include <stop_token>
#include <tl/expected.hpp>

namespace quoteline::ui {

/// A story that was read, ready to be shown.
struct LoadedStory {
    layout::StoryView view;
    std::vector<model::Problem> notices;
    std::size_t noticeCount = 0;
    QString path;                         ///< empty for the built-in story
    std::optional<layout::SeenView> seen; ///< how the picture shows it that it was in
};

/// A story that could not be read.
struct LoadProblem {
    QString path;
    model::ReadFailure failure;
};

/// Reads stories on another thread, one at a time: a new request ends the one before. Results come on the thread of
/// this object, and only of the last request.
class StoryLoader : public QObject {
    Q_OBJECT
public:
    explicit StoryLoader(QObject* parent = nullptr);
    ~StoryLoader() override;

    void load(const QString& path);
    void cancel();

Q_SIGNALS:
    void started(const QString& path);
    void progressed(double share); ///< 0 to 1
    void loaded(const quoteline::ui::LoadedStory& story);
    void failed(const quoteline::ui::LoadProblem& problem);
    void cancelled(const QString& path);

private:
    using Result = tl::expected<LoadedStory, LoadProblem>;
    void finish(quint64 generation, const QString& path, Result result);

    std::stop_source m_stop;
    quint64 m_generation = 0;
};

/// Reads a story now, on this thread; an empty path is the built-in story.
tl::expected<LoadedStory, LoadProblem> readStoryFile(const QString& path, const model::ReadOptions& options = {});

} // namespace quoteline::ui
