// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/files/story_files.h"

#include "app/content/story/story_view.h"
#include "app/content/words/display_text.h"
#include "app/window/files/drop_target.h"
#include "app/window/files/recent_files.h"
#include "app/window/files/story_reload.h"
#include "app/window/parts/actions.h"
#include "app/window/parts/notice_bar.h"
#include "app/window/parts/story_loader.h"
#include <QFileInfo>
#include <QMainWindow>

namespace quoteline::ui {

StoryFiles::StoryFiles(const WindowParts& parts, WindowMemory& memory, NoticeBar& notice, EventFilter& filter)
    : QObject(&parts.window)
    , m_parts(parts)
    , m_notice(notice)
    , m_recent(new RecentFiles(parts, memory))
    , m_reload(new StoryReload(parts, filter)) {
    new DropTarget(parts); // the window owns it
    const auto reload = [this] {
        if (!m_path.isEmpty())
            m_reload->reload(m_path);
    };
    connect(m_parts.actions.reload, &QAction::triggered, this, reload);
    connect(&m_notice, &NoticeBar::commanded, this, reload);
    connect(&m_parts.loader, &StoryLoader::started, &m_watch, &FileWatch::aboutToRead);
    const auto name = [this] { return layout::displayLine(QFileInfo(m_path).fileName().toStdString(), 120); };
    connect(&m_watch, &FileWatch::changed, this,
            [this, name] { m_notice.tell(tr("%1 has changed since it was read.").arg(name()), tr("&Reload")); });
    connect(&m_watch, &FileWatch::vanished, this, [this, name] {
        m_notice.tell(tr("%1 is not there any more. The story stays open as it was read.").arg(name()));
    });
    connect(&m_watch, &FileWatch::restored, &m_notice, &QWidget::hide);
}

void StoryFiles::aboutToShow(const QString& path) {
    m_reload->aboutToShow(path);
}

bool StoryFiles::isReloading() const {
    return m_reload->keepsView();
}

void StoryFiles::storyOpened(const QString& path) {
    m_path = path;
    m_notice.hide();
    m_parts.actions.reload->setEnabled(!path.isEmpty());
    m_parts.window.setWindowFilePath(path);
    m_recent->storyOpened(path);
    m_watch.watch(path);
    m_reload->shown();
}

} // namespace quoteline::ui
