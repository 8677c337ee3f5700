// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/parts/story_loader.h"

#include "app/open/story_file.h"
#include "app/system/background.h"

namespace quoteline::ui {

tl::expected<LoadedStory, LoadProblem> readStoryFile(const QString& path, const model::ReadOptions& options) {
    auto result = loadStory(path, options);
    if (!result)
        return tl::unexpected(LoadProblem{path, std::move(result.error())});
    return LoadedStory{layout::StoryView(result->story), std::move(result->notices), result->noticeCount, path,
                       std::move(result->seen)};
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
    options.progress = [told = progressTo(this, [this, generation](double share) {
                            if (generation == m_generation)
                                Q_EMIT progressed(share);
                        })](std::uint64_t done, std::uint64_t total) {
        told(total == 0 ? 0 : static_cast<double>(done) / static_cast<double>(total));
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
