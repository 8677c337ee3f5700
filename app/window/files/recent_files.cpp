// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/files/recent_files.h"

#include "app/content/words/display_text.h"
#include "app/system/background.h"
#include "app/window/memory/window_memory.h"
#include "app/window/parts/actions.h"
#include "app/window/parts/story_loader.h"
#include <QFileInfo>
#include <QMainWindow>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>

namespace quoteline::ui {

namespace {

constexpr qsizetype longestName = 90;
constexpr qsizetype longestPath = 4096;

/// A menu takes "&" for the mark of a shortcut, and a name may hold anything but a slash.
QString menuText(const QString& name) {
    return layout::displayLine(name.toStdString(), longestName).replace(u'&', QStringLiteral("&&"));
}

/// The last `count` parts of a path.
QString tail(const QString& path, qsizetype count) {
    const QStringList parts = path.split(u'/', Qt::SkipEmptyParts);
    return parts.mid(std::max<qsizetype>(0, parts.size() - count)).join(u'/');
}

QList<bool> areThere(const QStringList& paths) {
    QList<bool> there;
    for (const QString& path : paths)
        there.append(QFileInfo(path).isFile());
    return there;
}

} // namespace

QStringList recentNames(const QStringList& paths) {
    QStringList names;
    for (const QString& path : paths) {
        const qsizetype most = path.count(u'/');
        qsizetype parts = 1;
        const auto isShared = [&] {
            return std::any_of(paths.begin(), paths.end(), [&](const QString& other) {
                return other != path && tail(other, parts) == tail(path, parts);
            });
        };
        while (parts < most && isShared())
            ++parts;
        names.append(tail(path, parts));
    }
    return names;
}

RecentFiles::RecentFiles(const WindowParts& parts, WindowMemory& memory)
    : m_parts(parts)
    , m_memory(memory) {
    QMenu* menu = m_parts.actions.recentMenu;
    menu->setToolTipsVisible(true);
    connect(menu, &QMenu::aboutToShow, this, [this] {
        fill();
        check();
    });
    fill();
}

void RecentFiles::storyOpened(const QString& path) {
    if (path.isEmpty())
        return;
    m_memory.change([&](Settings& settings) { settings.addRecent(QFileInfo(path).absoluteFilePath()); });
    fill();
}

void RecentFiles::fill() {
    QMenu* menu = m_parts.actions.recentMenu;
    menu->clear();
    const QStringList& paths = m_memory.settings().recent;
    const QStringList names = recentNames(paths);
    for (qsizetype i = 0; i < paths.size(); ++i) {
        const QString& path = paths[i];
        QAction* action = menu->addAction(menuText(names[i]));
        const QString shown = layout::displayLine(path.toStdString(), longestPath);
        action->setToolTip(QStringLiteral("<p>%1</p>").arg(shown.toHtmlEscaped())); // HTML that says exactly the words
        action->setStatusTip(shown);
        connect(action, &QAction::triggered, this, [this, path] { open(path); });
    }
    menu->addSeparator();
    QAction* clear = menu->addAction(tr("&Clear the list"));
    clear->setEnabled(!paths.isEmpty());
    connect(clear, &QAction::triggered, this, [this] {
        m_memory.change([](Settings& settings) { settings.recent.clear(); });
        fill();
    });
}

void RecentFiles::check() {
    const quint64 generation = ++m_generation;
    const QStringList paths = m_memory.settings().recent;
    const auto show = [this, generation, paths](const QList<bool>& there) {
        if (generation != m_generation || paths != m_memory.settings().recent)
            return;
        const QStringList names = recentNames(paths);
        const QList<QAction*> actions = m_parts.actions.recentMenu->actions();
        for (qsizetype i = 0; i < paths.size(); ++i)
            if (!there[i])
                actions[i]->setText(tr("%1 (not there)").arg(menuText(names[i])));
        Q_EMIT checked();
    };
    runInBackground(
        this, [paths] { return areThere(paths); }, show);
}

void RecentFiles::open(const QString& path) {
    runInBackground(
        this, [path] { return QFileInfo(path).isFile(); },
        [this, path](bool there) {
            if (there)
                m_parts.loader.load(path);
            else
                askAboutMissing(path);
        });
}

void RecentFiles::askAboutMissing(const QString& path) {
    const QString shown = layout::displayLine(path.toStdString(), longestPath);
    auto* box = new QMessageBox(QMessageBox::Question, tr("Open recent"),
                                tr("%1 is not there any more. Take it off the list?").arg(shown), QMessageBox::NoButton,
                                &m_parts.window);
    box->setObjectName(QStringLiteral("missingRecent"));
    box->setTextFormat(Qt::PlainText);
    box->setAttribute(Qt::WA_DeleteOnClose);
    QPushButton* take = box->addButton(tr("&Take it off the list"), QMessageBox::AcceptRole);
    box->setDefaultButton(take);
    box->setEscapeButton(box->addButton(tr("&Keep it"), QMessageBox::RejectRole));
    connect(take, &QPushButton::clicked, this, [this, path] {
        m_memory.change([&](Settings& settings) { settings.recent.removeAll(path); });
        fill();
    });
    box->open();
}

} // namespace quoteline::ui
