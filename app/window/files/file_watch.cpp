// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/files/file_watch.h"

#include "app/system/background.h"
#include <QFileInfo>
#include <chrono>

namespace quoteline::ui {

namespace {
using namespace std::chrono_literals;
constexpr auto settle = 250ms; // an editor removes, writes and renames in one go
/// The folder may be a busy one: a file with the size and time of the last look is not read again.
std::optional<FileStamp> stampAgain(const QString& path, const std::optional<FileStamp>& seen) {
    const auto now = stampOf(path);
    return now && seen && now->size == seen->size && now->modified == seen->modified ? seen : fullStampOf(path);
}

} // namespace

FileWatch::FileWatch(QObject* parent)
    : QObject(parent) {
    m_soon.setSingleShot(true);
    m_soon.setInterval(settle);
    connect(&m_soon, &QTimer::timeout, this, &FileWatch::look);
    const auto soon = [this] {
        if (!m_soon.isActive()) // in a busy folder a wait that began anew would not end
            m_soon.start();
    };
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, soon);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, soon);
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
    m_seen.reset();
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
    runInBackground(
        this, [path = m_path, seen = m_seen] { return stampAgain(path, seen); },
        [this, generation](const std::optional<FileStamp>& now) {
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
        const bool asRead = m_announcedPath != m_path || !m_announced || *m_announced == seen;
        m_read = asRead ? now : m_announced;
        state = asRead ? State::Same : State::Changed;
    }
    const bool same = state == m_state && (state != State::Changed || now == m_seen);
    m_seen = now;
    if (same) // a notice that was closed does not come back by itself
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
