// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/file_watch.h"

#include <QFileInfo>
#include <QFuture>
#include <QtConcurrentRun>
#include <chrono>

namespace quoteline::ui {

namespace {
using namespace std::chrono_literals;
constexpr auto settle = 250ms; // an editor removes, writes and renames in one go
} // namespace

FileWatch::FileWatch(QObject* parent)
    : QObject(parent) {
    m_soon.setSingleShot(true);
    m_soon.setInterval(settle);
    connect(&m_soon, &QTimer::timeout, this, &FileWatch::look);
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, &m_soon, qOverload<>(&QTimer::start));
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, &m_soon, qOverload<>(&QTimer::start));
}

void FileWatch::aboutToRead(const QString& path) {
    m_announcedPath = path;
    m_announced = path.isEmpty() ? std::nullopt : stampOf(path);
}

void FileWatch::watch(const QString& path) {
    ++m_generation;
    m_soon.stop();
    const QStringList watched = m_watcher.files() + m_watcher.directories();
    if (!watched.isEmpty())
        m_watcher.removePaths(watched);
    m_state = State::Same;
    m_read.reset();
    m_path = path;
    if (path.isEmpty())
        return;
    follow();
    look();
}

/// A file that was replaced is no longer watched: the watch goes with the old one.
void FileWatch::follow() {
    const QFileInfo info(m_path);
    if (info.exists() && !m_watcher.files().contains(m_path))
        m_watcher.addPath(m_path);
    const QString folder = info.absolutePath();
    if (!m_watcher.directories().contains(folder) && QFileInfo(folder).isDir())
        m_watcher.addPath(folder);
}

void FileWatch::look() {
    follow();
    const quint64 generation = ++m_generation;
    QtConcurrent::run(fullStampOf, m_path).then(this, [this, generation](const std::optional<FileStamp>& now) {
        if (generation == m_generation)
            judge(now);
    });
}

void FileWatch::judge(const std::optional<FileStamp>& now) {
    State state = State::Vanished;
    if (now && m_read) {
        state = hasChanged(*m_read, *now) ? State::Changed : State::Same;
    } else if (now) { // the first look after reading
        const FileStamp seen{now->size, now->modified, {}};
        const bool same = m_announcedPath != m_path || !m_announced || *m_announced == seen;
        m_read = same ? now : m_announced;
        state = same ? State::Same : State::Changed;
    }
    if (state == m_state && state != State::Changed)
        return;
    m_state = state;
    if (state == State::Changed)
        Q_EMIT changed();
    else if (state == State::Vanished)
        Q_EMIT vanished();
    else
        Q_EMIT restored();
}

} // namespace quoteline::ui
