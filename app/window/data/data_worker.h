// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/export/data/story_export.h"
#include <QObject>
#include <memory>

namespace quoteline::ui {

/// Writes a story as data on another thread, one file at a time: a new request ends the one before. Results come on the
/// thread of this object, and only of the last request.
class DataWorker : public QObject {
    Q_OBJECT
public:
    using Result = tl::expected<DataFile, model::Failure>;

    explicit DataWorker(QObject* parent = nullptr);
    ~DataWorker() override;

    void write(const layout::StoryView& view, DataFormat format, DataScope scope);
    /// Ends the work, and nothing is told any more.
    void forget();

Q_SIGNALS:
    void written(const std::shared_ptr<quoteline::ui::DataWorker::Result>& result);

private:
    std::stop_source m_stop;
    quint64 m_generation = 0;
};

} // namespace quoteline::ui
