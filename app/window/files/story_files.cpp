// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/files/story_files.h"

#include "app/window/parts/actions.h"
#include "app/window/parts/notice_bar.h"
#include "app/window/parts/open_story.h"
#include "app/window/parts/story_loader.h"
#include <QMainWindow>

namespace quoteline::ui {

StoryFiles::StoryFiles(const WindowParts& parts, WindowMemory& memory, NoticeBar& notice, EventFilter& filter)
    : m_parts(parts)
    , m_notice(notice)
    , m_recent(parts, memory)
    , m_reload(parts, filter)
    , m_drops(parts) {
    connect(m_parts.actions.reload, &QAction::triggered, &m_reload, &StoryReload::reload);
    connect(&m_notice, &NoticeBar::commanded, &m_reload, &StoryReload::reload);
    connect(&m_parts.loader, &StoryLoader::started, &m_watch, &FileWatch::aboutToRead);
    connect(&m_watch, &FileWatch::changed, this, [this] {
        m_notice.tell(tr("%1 has changed since it was read.").arg(nameInWords(m_parts.open.path)), tr("&Reload"));
    });
    connect(&m_watch, &FileWatch::vanished, this, [this] {
        m_notice.tell(
            tr("%1 is not there any more. The story stays open as it was read.").arg(nameInWords(m_parts.open.path)));
    });
    connect(&m_watch, &FileWatch::restored, &m_notice, &QWidget::hide);
}

void StoryFiles::aboutToShow(const QString& path) {
    m_reload.aboutToShow(path);
}

bool StoryFiles::isReloading() const {
    return m_reload.keepsView();
}

void StoryFiles::storyOpened() {
    const QString& path = m_parts.open.path;
    m_notice.hide();
    m_parts.actions.reload->setEnabled(!m_parts.open.isBuiltIn());
    m_parts.window.setWindowFilePath(path);
    m_recent.storyOpened(path);
    m_watch.watch(path);
    m_reload.shown();
}

} // namespace quoteline::ui
