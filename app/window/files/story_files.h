// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/window/files/drop_target.h"
#include "app/window/files/file_watch.h"
#include "app/window/files/recent_files.h"
#include "app/window/files/story_reload.h"

namespace quoteline::ui {

class EventFilter;
class NoticeBar;
class WindowMemory;

/// What the window does about files beside opening them: recent ones, dropped ones, changed ones, reading again.
class StoryFiles : public QObject {
    Q_OBJECT
public:
    /// `filter` outlives this object.
    StoryFiles(const WindowParts& parts, WindowMemory& memory, NoticeBar& notice, EventFilter& filter);

    /// The story of `path` was read and takes the place of the open one now.
    void aboutToShow(const QString& path);
    /// Whether it is a newer version of the open story, whose view stays.
    bool isReloading() const;
    /// Another story is open and shown.
    void storyOpened();
    RecentFiles& recent() { return m_recent; }

private:
    WindowParts m_parts;
    NoticeBar& m_notice;
    RecentFiles m_recent;
    StoryReload m_reload;
    DropTarget m_drops;
    FileWatch m_watch;
};

} // namespace quoteline::ui
