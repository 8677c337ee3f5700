// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/window/files/file_watch.h"
#include "app/window/parts/window_parts.h"
#include <QObject>

namespace quoteline::ui {

class EventFilter;
class NoticeBar;
class RecentFiles;
class StoryReload;
class WindowMemory;

/// What the window does about files beside opening them: recent ones, dropped ones, changed ones, reading again.
class StoryFiles : public QObject {
    Q_OBJECT
public:
    /// `filter` outlives this object.
    StoryFiles(const WindowParts& parts, WindowMemory& memory, NoticeBar& notice, EventFilter& filter);

    /// A story was read and takes the place of the open one now.
    void aboutToShow(const QString& path);
    /// Whether it is a newer version of the open story, whose view stays.
    bool isReloading() const;
    /// A story is shown; `path` is empty for the built-in one.
    void storyOpened(const QString& path);
    RecentFiles& recent() { return *m_recent; }

private:
    WindowParts m_parts;
    NoticeBar& m_notice;
    RecentFiles* m_recent; // this and the following are owned by the window
    StoryReload* m_reload;
    FileWatch m_watch;
    QString m_path;
};

} // namespace quoteline::ui
