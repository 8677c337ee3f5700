// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/picture/picture_worker.h"

#include "app/system/background.h"
#include "app/system/safe_file.h"
#include <QElapsedTimer>

namespace quoteline::ui {

namespace {
constexpr int paintingAtOnce = 30;      // milliseconds, before the window has its turn
constexpr double shareOfPainting = 0.5; // of all the work on a picture
} // namespace

QString PictureWorker::tooLittleMemory() {
    return tr("there is not enough memory: choose a smaller size or a shorter range");
}

PictureWorker::PictureWorker(QObject* parent)
    : QObject(parent) {
    m_paint.setInterval(0);
    connect(&m_paint, &QTimer::timeout, this, &PictureWorker::paint);
}

PictureWorker::~PictureWorker() {
    m_layout.end();
    m_writing.end();
}

void PictureWorker::Line::end() {
    stop.request_stop();
    ++generation;
}

std::stop_token PictureWorker::Line::begin() {
    end();
    stop = std::stop_source();
    return stop.get_token();
}

void PictureWorker::cancel() {
    m_layout.end();
    cancelWriting();
}

void PictureWorker::cancelWriting() {
    m_writing.end();
    m_paint.stop();
    m_job.reset();
}

void PictureWorker::prepare(const layout::StoryView& view, const PictureRequest& spec) {
    using Result = tl::expected<Prepared, model::Failure>;
    cancelWriting();
    const std::stop_token stop = m_layout.begin();
    runInBackground(
        this,
        [view, spec, stop] {
            return withinMemory(tooLittleMemory(), [&]() -> Result {
                return preparePicture(view, spec, stop).map([](PreparedPicture&& picture) {
                    return std::make_shared<const PreparedPicture>(std::move(picture));
                });
            });
        },
        [this, stop, generation = m_layout.generation](const Result& result) {
            if (generation != m_layout.generation)
                return;
            if (!result) {
                Q_EMIT refused(result.error().reason());
                return;
            }
            Q_EMIT prepared(*result);
            if (generation == m_layout.generation) // else whoever heard of it asked for another one
                advise(*result, stop);
        });
}

void PictureWorker::advise(const Prepared& picture, const std::stop_token& stop) {
    using Result = tl::expected<std::optional<RoomAdvice>, QString>;
    runInBackground(
        this,
        [picture, stop] {
            return withinMemory(tooLittleMemory(), [&]() -> Result { return adviceFor(*picture, stop); });
        },
        [this, generation = m_layout.generation](const Result& advice) {
            if (generation != m_layout.generation)
                return;
            if (advice)
                Q_EMIT advised(*advice);
            else
                Q_EMIT advised(RoomAdvice{tr("What the picture leaves out is not known: %1.").arg(advice.error()), {}});
        });
}

void PictureWorker::write(PreparedPicture picture, const QString& path) {
    cancelWriting();
    m_writing.begin();
    m_path = path;
    m_job = ownedByProgram<PictureJob>(std::move(picture));
    m_paint.start();
}

void PictureWorker::paint() {
    QElapsedTimer timer;
    timer.start();
    do {
        const auto more = m_job->paintNext();
        if (!more) {
            m_paint.stop();
            m_job.reset(); // its pixels are not wanted any more
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
    using Result = tl::expected<void, model::Failure>;
    runInBackground(
        this,
        [job = std::move(m_job), path = m_path, stop = m_writing.stop.get_token()]() -> Result {
            return withinMemory(tooLittleMemory(), [&] {
                return job->encode(stop).and_then([&](const QByteArray& bytes) -> Result {
                    if (stop.stop_requested())
                        return tl::unexpected(model::Stopped());
                    if (auto saved = saveFile(path, bytes); !saved)
                        return tl::unexpected(saved.error());
                    return {};
                });
            });
        },
        [this, path = m_path, generation = m_writing.generation](const Result& result) {
            const bool awaited = generation == m_writing.generation;
            if (result)
                awaited ? Q_EMIT written(path) : Q_EMIT writtenBeforeCancel(path);
            else if (awaited)
                Q_EMIT failed(result.error().reason());
        });
}

} // namespace quoteline::ui
