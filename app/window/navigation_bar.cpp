// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/navigation_bar.h"

#include "app/window/actions.h"
#include <QCoreApplication>
#include <QMainWindow>
#include <QMenu>
#include <QToolBar>
#include <QToolButton>

namespace quoteline::ui {

namespace {

struct BarText {
    Q_DECLARE_TR_FUNCTIONS(ui)
};

/// `words` are short, for a button; the tooltip says all, and the key.
void add(QToolBar& bar, QAction* action, const QString& words, Qt::ToolButtonStyle style) {
    const QString name = QString(action->text()).remove(u'&');
    const QString key = action->shortcut().toString(QKeySequence::NativeText);
    action->setIconText(words);
    action->setToolTip(key.isEmpty() ? name : BarText::tr("%1 (%2)", "a command and its key").arg(name, key));
    bar.addAction(action);
    if (auto* button = qobject_cast<QToolButton*>(bar.widgetForAction(action))) {
        button->setToolButtonStyle(style);
        button->setAccessibleName(name);
    }
}

} // namespace

QToolBar* addNavigationBar(QMainWindow& window, const Actions& actions) {
    auto* bar = new QToolBar(BarText::tr("Navigation"), &window);
    bar->setObjectName(QStringLiteral("navigation"));
    add(*bar, actions.back, BarText::tr("Back"), Qt::ToolButtonIconOnly);
    add(*bar, actions.forward, BarText::tr("Forward"), Qt::ToolButtonIconOnly);
    bar->addSeparator();
    add(*bar, actions.wholeStory, BarText::tr("Whole story"), Qt::ToolButtonTextBesideIcon);
    add(*bar, actions.busiest, BarText::tr("Busiest stretch"), Qt::ToolButtonTextBesideIcon);
    add(*bar, actions.coreWindow, BarText::tr("Core window"), Qt::ToolButtonTextBesideIcon);
    add(*bar, actions.fitSelection, BarText::tr("Fit", "the selected event into the view"), Qt::ToolButtonIconOnly);
    bar->addSeparator();
    add(*bar, actions.zoomOut, BarText::tr("Zoom out"), Qt::ToolButtonIconOnly);
    add(*bar, actions.zoomIn, BarText::tr("Zoom in"), Qt::ToolButtonIconOnly);
    window.addToolBar(Qt::TopToolBarArea, bar);
    actions.panesMenu->addAction(bar->toggleViewAction());
    return bar;
}

} // namespace quoteline::ui
