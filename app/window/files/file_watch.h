// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/window/files/file_stamp.h"
#include <QFileSystemWatcher>
#include <QObject>
#include <QTimer>

namespace quoteline::ui {

/// Tells when a file has other contents than it had when it was read. Editors write a new file and give it the name of
/// the old one, so the folder is watched too. Looks at contents on another thread.
class FileWatch : public QObject {
    Q_OBJECT
public:
    explicit FileWatch(QObject* parent = nullptr);

    /// Call it before a file is read: what it is then is what later contents are compared with.
    void aboutToRead(const QString& path);
    /// The file was read: it is the one to watch from now on. An empty path watches nothing.
    void watch(const QString& path);

Q_SIGNALS:
    void changed();  ///< the contents are others
    void vanished(); ///< the file is no longer there
    void restored(); ///< after one of these: the contents are again what was read

private:
    enum class State { Same, Changed, Vanished };
    void follow();
    void look();
    void judge(const std::optional<FileStamp>& now);

    QFileSystemWatcher m_watcher;
    QTimer m_soon;
    QString m_path;
    QString m_announcedPath;
    std::optional<FileStamp> m_announced; ///< before reading; without hash
    std::optional<FileStamp> m_read;      ///< what was read; none until it is known
    std::optional<FileStamp> m_seen;      ///< at the last look
    quint64 m_generation = 0;
    State m_state = State::Same;
};

} // namespace quoteline::ui
