// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/evidence/check_worker.h"

#include "app/system/background.h"

namespace quoteline::ui {

namespace {

/// A share of the work that finding documents is taken for; they are read then, which takes longer than comparing.
constexpr double findingShare = 0.6;

double shareOf(std::size_t done, std::size_t total) {
    return total == 0 ? 1 : static_cast<double>(done) / static_cast<double>(total);
}

} // namespace

CheckWorker::CheckWorker(QObject* parent)
    : QObject(parent) {}

CheckWorker::~CheckWorker() {
    m_stop.request_stop();
}

void CheckWorker::cancel() {
    m_stop.request_stop();
}

void CheckWorker::forget() {
    m_stop.request_stop();
    ++m_generation;
    m_working = false;
}

void CheckWorker::check(const model::Story& story, const QString& storyFile, const QString& folder) {
    m_stop.request_stop();
    m_stop = std::stop_source();
    const quint64 generation = ++m_generation;
    m_working = true;
    model::DocumentSearch search;
    search.storyFile = storyFile;
    search.folder = folder;
    search.stop = m_stop.get_token();
    const auto told = progressTo(this, [this, generation](double share) {
        if (generation == m_generation)
            Q_EMIT progressed(share);
    });
    runInBackground(
        this, [story, search, told] { return std::make_shared<Result>(work(story, search, told)); },
        [this, generation](const std::shared_ptr<Result>& result) { finish(generation, *result); });
}

CheckWorker::Result CheckWorker::work(const model::Story& story, const model::DocumentSearch& search,
                                      const std::function<void(double)>& progressed) {
    model::DocumentSearch finding = search;
    finding.progress = [&](std::size_t done, std::size_t total) { progressed(findingShare * shareOf(done, total)); };
    auto documents = model::findDocuments(story, finding);
    if (!documents)
        return tl::unexpected(documents.error());
    model::EvidenceOptions options;
    options.stop = search.stop;
    options.progress = [&](std::size_t done, std::size_t total) {
        progressed(findingShare + (1 - findingShare) * shareOf(done, total));
    };
    auto check = model::checkEvidence(story, *documents, options);
    if (!check)
        return tl::unexpected(model::Stopped());
    return layout::CheckedStory{
        std::make_shared<const std::vector<model::FoundDocument>>(*std::move(documents)),
        std::make_shared<const model::EvidenceCheck>(*std::move(check)),
    };
}

void CheckWorker::finish(quint64 generation, const Result& result) {
    if (generation != m_generation)
        return;
    m_working = false;
    if (result)
        Q_EMIT checked(*result);
    else if (result.error().isStopped())
        Q_EMIT cancelled();
    else
        Q_EMIT failed(result.error().reason());
}

} // namespace quoteline::ui
