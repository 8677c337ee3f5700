// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/actions.h"

#include <QActionGroup>
#include <QCoreApplication>
#include <QMenu>
#include <QMenuBar>

namespace quoteline::ui {

namespace {

struct ActionText {
    Q_DECLARE_TR_FUNCTIONS(ui)
};

QAction* add(QMenu& menu, const QString& text, const QList<QKeySequence>& keys = {}) {
    QAction* action = menu.addAction(text);
    action->setShortcuts(keys);
    return action;
}

} // namespace

Actions::Actions(QMainWindow& window) {
    QMenu& file = *window.menuBar()->addMenu(ActionText::tr("&File"));
    openStory = add(file, ActionText::tr("&Open story …"), {QKeySequence::Open});
    builtInStory = add(file, ActionText::tr("&Built-in story"));
    file.addSeparator();
    exportPicture = add(file, ActionText::tr("&Export picture …"), {Qt::CTRL | Qt::Key_E});
    file.addSeparator();
    quit = add(file, ActionText::tr("&Quit"), {Qt::CTRL | Qt::Key_Q});
    quit->setMenuRole(QAction::QuitRole);

    viewMenu = window.menuBar()->addMenu(ActionText::tr("&View"));
    zoomIn = add(*viewMenu, ActionText::tr("Zoom &in"), {Qt::Key_Plus, Qt::Key_Equal, QKeySequence::ZoomIn});
    zoomOut = add(*viewMenu, ActionText::tr("Zoom &out"), {Qt::Key_Minus, QKeySequence::ZoomOut});
    wholeStory = add(*viewMenu, ActionText::tr("&Whole story"), {Qt::Key_0, Qt::Key_Home});
    viewMenu->addSeparator();
    largerText = add(*viewMenu, ActionText::tr("&Larger text"), {Qt::CTRL | Qt::SHIFT | Qt::Key_Period});
    smallerText = add(*viewMenu, ActionText::tr("&Smaller text"), {Qt::CTRL | Qt::SHIFT | Qt::Key_Comma});
    QMenu& themes = *viewMenu->addMenu(ActionText::tr("&Theme"));
    systemTheme = add(themes, ActionText::tr("As the &desktop"));
    lightTheme = add(themes, ActionText::tr("&Light"));
    darkTheme = add(themes, ActionText::tr("D&ark"));
    auto* group = new QActionGroup(&window);
    for (QAction* theme : {systemTheme, lightTheme, darkTheme}) {
        theme->setCheckable(true);
        group->addAction(theme);
    }
    systemTheme->setChecked(true);
    viewMenu->addSeparator();
    legend = add(*viewMenu, ActionText::tr("Le&gend of the marks"), {Qt::Key_L});
    legend->setCheckable(true);

    QMenu& go = *window.menuBar()->addMenu(ActionText::tr("&Go"));
    previousEvent = add(go, ActionText::tr("&Previous event"), {Qt::ALT | Qt::Key_Up});
    nextEvent = add(go, ActionText::tr("&Next event"), {Qt::ALT | Qt::Key_Down});
    clearSelection = add(go, ActionText::tr("&Clear the selection"), {Qt::Key_Escape});

    QMenu& help = *window.menuBar()->addMenu(ActionText::tr("&Help"));
    about = add(help, ActionText::tr("&About Quoteline"));
    about->setMenuRole(QAction::AboutRole);
}

} // namespace quoteline::ui
