// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/parts/actions.h"

#include "app/content/story/grouping.h"
#include <QActionGroup>
#include <QCoreApplication>
#include <QMenu>
#include <QMenuBar>

namespace quoteline::ui {

namespace {

struct ActionText {
    Q_DECLARE_TR_FUNCTIONS(ui)
};

using Keys = QList<QKeySequence>;

QAction* add(QMenu& menu, const QString& text, const Keys& keys = {}) {
    QAction* action = menu.addAction(text);
    action->setShortcuts(keys);
    return action;
}

/// A command whose keys work only where the timeline has the focus.
QAction* add(QMenu& menu, const QString& text, const Keys& keys, QWidget& timeline) {
    QAction* action = add(menu, text, keys);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    timeline.addAction(action);
    return action;
}

void makeChoices(QWidget& owner, std::initializer_list<QAction*> actions) {
    auto* group = new QActionGroup(&owner);
    for (QAction* action : actions) {
        action->setCheckable(true);
        group->addAction(action);
    }
    (*actions.begin())->setChecked(true);
}

void addFile(Actions& a, QMenu& menu) {
    a.openStory = add(menu, ActionText::tr("&Open story …"), {QKeySequence::Open});
    a.recentMenu = menu.addMenu(ActionText::tr("Open &recent"));
    a.builtInStory = add(menu, ActionText::tr("&Built-in story"));
    a.reload = add(menu, ActionText::tr("Re&load"), {Qt::Key_F5, Qt::CTRL | Qt::Key_R});
    menu.addSeparator();
    a.exportPicture = add(menu, ActionText::tr("&Export picture …"), {Qt::CTRL | Qt::Key_E});
    a.exportData = add(menu, ActionText::tr("Export &data …"), {Qt::CTRL | Qt::SHIFT | Qt::Key_D});
    a.printPreview = add(menu, ActionText::tr("Print pre&view …"), {Qt::CTRL | Qt::SHIFT | Qt::Key_P});
    a.print = add(menu, ActionText::tr("&Print …"), {QKeySequence::Print});
    menu.addSeparator();
    a.quit = add(menu, ActionText::tr("&Quit"), {QKeySequence::Quit});
    a.quit->setMenuRole(QAction::QuitRole);
}

void addEdit(Actions& a, QMenu& menu, QWidget& timeline) {
    // Where texts have the focus, or the list, these keys copy what is selected there.
    a.copyQuotes = add(menu, ActionText::tr("Copy &quotes with citation"), {QKeySequence::Copy}, timeline);
    a.copyCsv = add(menu, ActionText::tr("Copy rows as C&SV"), {Qt::CTRL | Qt::SHIFT | Qt::Key_T});
    a.copyMarkdown = add(menu, ActionText::tr("Copy rows as &Markdown"), {Qt::CTRL | Qt::SHIFT | Qt::Key_M});
    a.copyPicture = add(menu, ActionText::tr("Copy p&icture"), {Qt::CTRL | Qt::SHIFT | Qt::Key_I});
    menu.addSeparator();
    a.find = add(menu, ActionText::tr("&Find …"), {QKeySequence::Find});
    a.findNext = add(menu, ActionText::tr("Find &next"), {Qt::Key_F3});
    a.findPrevious = add(menu, ActionText::tr("Find &previous"), {Qt::SHIFT | Qt::Key_F3});
    a.clearFilters = add(menu, ActionText::tr("Clear search and &filters"), {Qt::CTRL | Qt::SHIFT | Qt::Key_F});
    menu.addSeparator();
    a.clearSelection = add(menu, ActionText::tr("&Clear the selection"), {Qt::Key_Escape});
}

void addGroupings(Actions& a, QMenu& menu, QWidget& owner) {
    for (std::size_t i = 0; i < a.groupings.size(); ++i)
        a.groupings[i] = add(menu, layout::groupingName(static_cast<layout::Grouping>(i)),
                             {QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_1 + static_cast<int>(i)))});
    makeChoices(owner, {a.groupings[0], a.groupings[1], a.groupings[2], a.groupings[3], a.groupings[4]});
    menu.addSeparator();
    a.allRows = add(menu, ActionText::tr("Show all &rows"));
    a.allRows->setCheckable(true);
    a.collapseLanes = add(menu, ActionText::tr("&Collapse all lanes"), {Qt::CTRL | Qt::SHIFT | Qt::Key_C});
    a.fitLanes = add(menu, ActionText::tr("&Fit all lanes"), {Qt::CTRL | Qt::SHIFT | Qt::Key_E});
    a.resetLanes = add(menu, ActionText::tr("&Order of the file"));
    menu.addSeparator();
    a.toggleLane = add(menu, ActionText::tr("Collapse or expand the &selected event's lane"), {Qt::Key_E});
    a.openLane = add(menu, ActionText::tr("O&pen it, with all its rows, or fit it"), {Qt::SHIFT | Qt::Key_E});
    a.moveLaneUp = add(menu, ActionText::tr("Move its lane &up"), {Qt::CTRL | Qt::SHIFT | Qt::Key_Up});
    a.moveLaneDown = add(menu, ActionText::tr("Move its lane &down"), {Qt::CTRL | Qt::SHIFT | Qt::Key_Down});
}

void addLook(Actions& a, QMenu& menu, QWidget& owner) {
    a.largerText = add(menu, ActionText::tr("&Larger text"), {Qt::CTRL | Qt::SHIFT | Qt::Key_Period});
    a.smallerText = add(menu, ActionText::tr("&Smaller text"), {Qt::CTRL | Qt::SHIFT | Qt::Key_Comma});
    QMenu& themes = *menu.addMenu(ActionText::tr("&Theme"));
    a.systemTheme = add(themes, ActionText::tr("As the &desktop"));
    a.lightTheme = add(themes, ActionText::tr("&Light"));
    a.darkTheme = add(themes, ActionText::tr("D&ark"));
    a.contrastTheme = add(themes, ActionText::tr("&High contrast"));
    makeChoices(owner, {a.systemTheme, a.lightTheme, a.darkTheme, a.contrastTheme});
}

void addView(Actions& a, QMenu& menu, QMainWindow& window, QWidget& timeline) {
    // On many keyboards "+" is Shift and another key: with Ctrl it may come as any of these.
    a.zoomIn = add(menu, ActionText::tr("Zoom &in"),
                   {Qt::Key_Plus, Qt::Key_Equal, Qt::Key_W, Qt::CTRL | Qt::Key_Plus, Qt::CTRL | Qt::Key_Equal,
                    Qt::CTRL | Qt::SHIFT | Qt::Key_Plus, Qt::CTRL | Qt::SHIFT | Qt::Key_Equal});
    a.zoomOut = add(menu, ActionText::tr("Zoom &out"), {Qt::Key_Minus, Qt::Key_S, Qt::CTRL | Qt::Key_Minus});
    a.wholeStory = add(menu, ActionText::tr("&Whole story"), {Qt::Key_Home, Qt::Key_0}, timeline);
    a.busiest = add(menu, ActionText::tr("&Busiest stretch"), {Qt::Key_B});
    a.coreWindow = add(menu, ActionText::tr("&Core window"), {Qt::Key_C});
    a.fitSelection = add(menu, ActionText::tr("&Fit the selected event"), {Qt::Key_F});
    a.allLinks = add(menu, ActionText::tr("Show all lin&ks"));
    a.allLinks->setCheckable(true);
    menu.addSeparator();
    addGroupings(a, *menu.addMenu(ActionText::tr("Lanes b&y")), window);
    menu.addSeparator();
    addLook(a, menu, window);
    menu.addSeparator();
    a.legend = add(menu, ActionText::tr("Le&gend of the marks"), {Qt::Key_L});
    a.legend->setCheckable(true);
    a.panesMenu = menu.addMenu(ActionText::tr("&Panes"));
}

void addGo(Actions& a, QMenu& menu, QWidget& timeline) {
    a.back = add(menu, ActionText::tr("&Back"), {QKeySequence::Back});
    a.forward = add(menu, ActionText::tr("&Forward"), {QKeySequence::Forward});
    menu.addSeparator();
    a.earlier = add(menu, ActionText::tr("&Earlier"), {Qt::Key_A});
    a.later = add(menu, ActionText::tr("&Later"), {Qt::Key_D});
    a.viewEarlier = add(menu, ActionText::tr("One view ea&rlier"), {Qt::Key_PageUp}, timeline);
    a.viewLater = add(menu, ActionText::tr("One view la&ter"), {Qt::Key_PageDown}, timeline);
    menu.addSeparator();
    a.previousEvent = add(menu, ActionText::tr("&Previous event"), {Qt::Key_Left}, timeline);
    a.nextEvent = add(menu, ActionText::tr("&Next event"), {Qt::Key_Right}, timeline);
    a.laneUp = add(menu, ActionText::tr("Lane &above"), {Qt::Key_Up}, timeline);
    a.laneDown = add(menu, ActionText::tr("Lane belo&w"), {Qt::Key_Down}, timeline);
    menu.addSeparator();
    a.nextLink = add(menu, ActionText::tr("Next lin&k of the event"), {Qt::Key_K});
    a.previousLink = add(menu, ActionText::tr("Previo&us link of the event"), {Qt::SHIFT | Qt::Key_K});
    a.followLink = add(menu, ActionText::tr("Follow the link &to its event"), {Qt::Key_BracketRight, Qt::Key_Period});
    a.followBackTo = add(menu, ActionText::tr("Back al&ong a link to here"), {Qt::Key_BracketLeft, Qt::Key_Comma});
}

void addTools(Actions& a, QMenu& menu) {
    a.checkQuotes = add(menu, ActionText::tr("&Check quotes against documents"), {Qt::Key_F7});
    a.documentFolder =
        add(menu, ActionText::tr("Check quotes against the documents of a &folder …"), {Qt::SHIFT | Qt::Key_F7});
    menu.addSeparator();
    a.compareAccounts = add(menu, ActionText::tr("Compare &accounts"), {Qt::CTRL | Qt::SHIFT | Qt::Key_A});
}

} // namespace

Actions::Actions(QMainWindow& window, QWidget& timeline) {
    QMenuBar& bar = *window.menuBar();
    addFile(*this, *bar.addMenu(ActionText::tr("&File")));
    addEdit(*this, *bar.addMenu(ActionText::tr("&Edit")), timeline);
    addView(*this, *bar.addMenu(ActionText::tr("&View")), window, timeline);
    addGo(*this, *bar.addMenu(ActionText::tr("&Go")), timeline);
    addTools(*this, *bar.addMenu(ActionText::tr("&Tools")));
    QMenu& help = *bar.addMenu(ActionText::tr("&Help"));
    keys = add(help, ActionText::tr("&Keys and mouse"), {QKeySequence::HelpContents});
    about = add(help, ActionText::tr("&About Quoteline"));
    about->setMenuRole(QAction::AboutRole);
}

} // namespace quoteline::ui
