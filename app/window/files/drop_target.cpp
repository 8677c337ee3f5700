// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/files/drop_target.h"

#include "app/view/timeline/timeline_pane.h"
#include "app/window/parts/story_loader.h"
#include <QCoreApplication>
#include <QDropEvent>
#include <QMainWindow>
#include <QMimeData>
#include <QUrl>

namespace quoteline::ui {

namespace {
struct DropText {
    Q_DECLARE_TR_FUNCTIONS(ui)
};
} // namespace

tl::expected<QString, QString> draggedFile(const QMimeData* data) {
    const QList<QUrl> urls = data ? data->urls() : QList<QUrl>();
    if (urls.isEmpty())
        return tl::unexpected(DropText::tr("What is dragged here is not a file; drop a story file."));
    if (urls.size() > 1)
        return tl::unexpected(DropText::tr("%n file(s) cannot be opened at once; drop a single story file.", nullptr,
                                           static_cast<int>(urls.size())));
    if (!urls.front().isLocalFile() || urls.front().toLocalFile().isEmpty())
        return tl::unexpected(
            DropText::tr("What is dragged here is not on this computer, and nothing is fetched from elsewhere; save it "
                         "as a file first."));
    if (urls.front().toLocalFile().endsWith(u'/'))
        return tl::unexpected(DropText::tr("What is dragged here is a folder; drop a story file."));
    return urls.front().toLocalFile();
}

DropTarget::DropTarget(const WindowParts& parts)
    : m_parts(parts) {
    m_parts.window.setAcceptDrops(true);
    m_parts.window.installEventFilter(this);
    // A graphics view takes drops for its items, which want none: what it leaves goes to the window.
    m_parts.pane.timeline().setAcceptDrops(false);
    m_parts.pane.timeline().viewport()->setAcceptDrops(false);
}

bool DropTarget::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() != QEvent::DragEnter && event->type() != QEvent::DragMove && event->type() != QEvent::Drop)
        return QObject::eventFilter(watched, event);
    auto* drop = static_cast<QDropEvent*>(event);
    const auto path = draggedFile(drop->mimeData());
    if (!path) {
        drop->ignore();
        m_parts.say(path.error());
        return true;
    }
    drop->setDropAction(Qt::CopyAction); // to move would make the other program delete the file
    drop->accept();
    if (event->type() == QEvent::Drop)
        m_parts.loader.load(*path);
    return true;
}

} // namespace quoteline::ui
