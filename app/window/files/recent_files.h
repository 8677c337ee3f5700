// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/window/parts/window_parts.h"
#include <QObject>
#include <QStringList>
#include <vector>

class QAction;
class QMessageBox;

namespace quoteline::ui {

class WindowMemory;

/// File > Open recent. Whether a file is there is looked up on another thread: a folder on a network may not answer.
class RecentFiles : public QObject {
    Q_OBJECT
public:
    RecentFiles(const WindowParts& parts, WindowMemory& memory);

    /// A story was opened; the built-in one (an empty path) has its own command.
    void storyOpened(const QString& path);

Q_SIGNALS:
    /// The menu says which files are not there.
    void checked();

private:
    void fill();
    void check();
    void open(const QString& path);
    void askAboutMissing(const QString& path);

    WindowParts m_parts;
    WindowMemory& m_memory;
    quint64 m_generation = 0;
};

/// What the menu calls the files of these paths: the name of the file, and of its folders as far as two would be
/// called the same.
QStringList recentNames(const QStringList& paths);

} // namespace quoteline::ui
