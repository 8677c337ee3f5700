// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/data/data_worker.h"

#include "app/system/background.h"

namespace quoteline::ui {

DataWorker::DataWorker(QObject* parent)
    : QObject(parent) {}

DataWorker::~DataWorker() {
    m_stop.request_stop();
}

void DataWorker::forget() {
    m_stop.request_stop();
    ++m_generation;
}

void DataWorker::write(const layout::StoryView& view, DataFormat format, DataScope scope) {
    forget();
    m_stop = std::stop_source();
    // The worker has values only.
    runInBackground(
        this,
        [view, format, scope, stop = m_stop.get_token()] {
            return std::make_shared<Result>(exportData(view, format, scope, stop));
        },
        [this, generation = m_generation](const std::shared_ptr<Result>& result) {
            if (generation == m_generation)
                Q_EMIT written(result);
        });
}

} // namespace quoteline::ui
