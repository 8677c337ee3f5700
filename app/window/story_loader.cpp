// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/story_loader.h"

#include "app/story_file.h"
#include "app/view/background.h"
#include <QCoreApplication>
#include <QPointer>

namespace quoteline::ui {

tl::expected<LoadedStory, LoadProblem> readStoryFile(const QString& path, const model::ReadOptions& options) {
    auto result = loadStory(path, options);
    if (!result)
        return tl::unexpected(LoadProblem{path, std::move(result.error())});
    return LoadedStory{layout::StoryView(result->story), std::move(result->notices), result->noticeCount, path};
}

StoryLoader::StoryLoader(QObject* parent)
    : QObject(parent) {}

StoryLoader::~StoryLoader() {
    m_stop.request_stop();
}

void StoryLoader::cancel() {
    m_stop.request_stop();
}

void StoryLoader::load(const QString& path) {
    m_stop.request_stop();
    m_stop = std::stop_source();
    const quint64 generation = ++m_generation;
    Q_EMIT started(path);
    model::ReadOptions options;
    options.stop = m_stop.get_token();
    // The worker has values only; what it reports is dropped where this object, or its wish, is gone.
    QPointer<StoryLoader> self(this);
    options.progress = [self, generation](std::uint64_t done, std::uint64_t total) {
        const double share = total == 0 ? 0 : static_cast<double>(done) / static_cast<double>(total);
        QMetaObject::invokeMethod(
            QCoreApplication::instance(),
            [self, generation, share] {
                if (self && self->m_generation == generation)
                    Q_EMIT self->progressed(share);
            },
            Qt::QueuedConnection);
    };
    runInBackground(
        this, [path, options] { return std::make_shared<Result>(readStoryFile(path, options)); },
        [this, generation, path](const std::shared_ptr<Result>& result) {
            finish(generation, path, std::move(*result));
        });
}

void StoryLoader::finish(quint64 generation, const QString& path, Result result) {
    if (generation != m_generation)
        return;
    if (result)
        Q_EMIT loaded(*result);
    else if (result.error().failure.kind == model::ReadFailure::Kind::Stopped)
        Q_EMIT cancelled(path);
    else
        Q_EMIT failed(result.error());
}

} // namespace quoteline::ui
