// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/picture_worker.h"

#include "app/export/safe_file.h"
#include "app/view/background.h"
#include <QElapsedTimer>

namespace quoteline::ui {

namespace {
constexpr int paintingAtOnce = 30;      // milliseconds, before the window has its turn
constexpr double shareOfPainting = 0.5; // of all the work on a picture
} // namespace

PictureWorker::PictureWorker(QObject* parent)
    : QObject(parent) {
    m_paint.setInterval(0);
    connect(&m_paint, &QTimer::timeout, this, &PictureWorker::paint);
}

PictureWorker::~PictureWorker() {
    m_stop.request_stop();
}

void PictureWorker::cancel() {
    m_stop.request_stop();
    ++m_generation;
    m_paint.stop();
    m_job.reset();
}

std::stop_token PictureWorker::begin() {
    cancel();
    m_stop = std::stop_source();
    return m_stop.get_token();
}

void PictureWorker::prepare(const layout::StoryView& view, const PictureSpec& spec) {
    using Result = tl::expected<Prepared, QString>;
    const std::stop_token stop = begin();
    runInBackground(
        this,
        [view, spec, stop] {
            return preparePicture(view, spec, stop).map([](PreparedPicture&& picture) {
                return std::make_shared<const PreparedPicture>(std::move(picture));
            });
        },
        [this, stop, generation = m_generation](const Result& result) {
            if (generation != m_generation)
                return;
            if (!result) {
                Q_EMIT refused(result.error());
                return;
            }
            Q_EMIT prepared(*result);
            if (generation != m_generation)
                return; // whoever heard of it asked for another one
            runInBackground(
                this, [picture = *result, stop] { return adviceFor(*picture, stop); },
                [this, generation](const std::optional<RoomAdvice>& advice) {
                    if (generation == m_generation)
                        Q_EMIT advised(advice);
                });
        });
}

void PictureWorker::write(PreparedPicture picture, const QString& path) {
    begin();
    m_path = path;
    m_job = std::make_shared<PictureJob>(std::move(picture));
    m_paint.start();
}

void PictureWorker::paint() {
    QElapsedTimer timer;
    timer.start();
    do {
        const auto more = m_job->paintNext();
        if (!more) {
            m_paint.stop();
            Q_EMIT failed(more.error());
            return;
        }
        if (!*more) {
            m_paint.stop();
            encode();
            return;
        }
    } while (timer.elapsed() < paintingAtOnce);
    Q_EMIT progressed(m_job->share() * shareOfPainting);
}

void PictureWorker::encode() {
    Q_EMIT progressed(shareOfPainting);
    using Result = tl::expected<void, QString>;
    runInBackground(
        this,
        [job = std::move(m_job), path = m_path, stop = m_stop.get_token()]() -> Result {
            return job->encode(stop).and_then([&](const QByteArray& bytes) -> Result {
                if (stop.stop_requested())
                    return tl::unexpected(QString());
                return saveFile(path, bytes);
            });
        },
        [this, path = m_path, generation = m_generation](const Result& result) {
            if (result)
                Q_EMIT written(path); // even where it was to be stopped: the file is there
            else if (generation == m_generation)
                Q_EMIT failed(result.error());
        });
}

} // namespace quoteline::ui
