// SPDX-License-Identifier: GPL-3.0-or-later
// Every command has its place in a menu, keys that no other has, and a line in the list of keys.
#include "app/window/parts/key_help.h"

#include "app/window/parts/actions.h"
#include "tests/window/window_probe.h"

#include <QApplication>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QScrollBar>
#include <QTreeWidget>
#include <algorithm>
#include <gtest/gtest.h>
#include <map>

using namespace quoteline;
using test::ShownWindow;

namespace {

void collect(const QMenu& menu, std::vector<QAction*>& into) {
    for (QAction* action : menu.actions()) {
        if (action->menu())
            collect(*action->menu(), into);
        else if (!action->isSeparator())
            into.push_back(action);
    }
}

std::vector<QAction*> commandsOf(ShownWindow& window) {
    std::vector<QAction*> all;
    for (const QAction* top : window->menuBar()->actions())
        collect(*top->menu(), all);
    return all;
}

QString nameOf(const QAction& action) {
    return QString(action.text()).remove(u'&');
}

ui::KeyHelp* helpOf(ShownWindow& window) {
    return window->findChild<ui::KeyHelp*>(QStringLiteral("keyHelp"));
}

/// Until then its keys are shortcuts of the window. QTest::qWaitForWindowActive is content with an active parent.
bool hasKeyboard(const QWidget& window) {
    return QTest::qWaitFor([&] { return QApplication::activeWindow() == &window; });
}

/// Commands and keys of the lines that are to be seen.
std::multimap<QString, QString> linesOf(ui::KeyHelp& help) {
    std::multimap<QString, QString> lines;
    for (int i = 0; i < help.list().topLevelItemCount(); ++i) {
        const QTreeWidgetItem* group = help.list().topLevelItem(i);
        for (int k = 0; !group->isHidden() && k < group->childCount(); ++k)
            if (!group->child(k)->isHidden())
                lines.emplace(group->child(k)->text(0), group->child(k)->text(1));
    }
    return lines;
}

} // namespace

TEST(Keys, EveryCommandOfTheProgramHasItsShortcutInAMenu) {
    ShownWindow window;
    const ui::Actions& a = window->actions();
    const std::vector<std::pair<QAction*, QString>> wanted{
        {a.zoomIn, QStringLiteral("W")},
        {a.earlier, QStringLiteral("A")},
        {a.zoomOut, QStringLiteral("S")},
        {a.later, QStringLiteral("D")},
        {a.viewEarlier, QStringLiteral("PgUp")},
        {a.viewLater, QStringLiteral("PgDown")},
        {a.wholeStory, QStringLiteral("Home")},
        {a.fitSelection, QStringLiteral("F")},
        {a.laneUp, QStringLiteral("Up")},
        {a.laneDown, QStringLiteral("Down")},
        {a.back, QStringLiteral("Alt+Left")},
        {a.forward, QStringLiteral("Alt+Right")},
        {a.clearSelection, QStringLiteral("Esc")},
        {a.exportPicture, QStringLiteral("Ctrl+E")},
        {a.exportData, QStringLiteral("Ctrl+Shift+D")},
        {a.copyQuotes, QStringLiteral("Ctrl+C")},
        {a.copyCsv, QStringLiteral("Ctrl+Shift+T")},
        {a.copyMarkdown, QStringLiteral("Ctrl+Shift+M")},
        {a.copyPicture, QStringLiteral("Ctrl+Shift+I")},
        {a.keys, QStringLiteral("F1")},
        {a.previousEvent, QStringLiteral("Left")},
        {a.nextEvent, QStringLiteral("Right")},
        {a.busiest, QStringLiteral("B")},
        {a.coreWindow, QStringLiteral("C")},
    };
    const std::vector<QAction*> all = commandsOf(window);
    for (const auto& [action, key] : wanted) {
        EXPECT_TRUE(action->shortcuts().contains(QKeySequence(key))) << key.toStdString();
        EXPECT_EQ(std::count(all.begin(), all.end(), action), 1) << key.toStdString();
    }
}

TEST(Keys, NoTwoCommandsShareAShortcut) {
    ShownWindow window;
    std::map<QKeySequence, QAction*> users;
    for (QAction* action : commandsOf(window)) {
        for (const QKeySequence& key : action->shortcuts()) {
            const auto [other, fresh] = users.emplace(key, action);
            EXPECT_TRUE(fresh || other->second == action)
                << key.toString().toStdString() << ": " << nameOf(*action).toStdString() << " and "
                << nameOf(*other->second).toStdString();
        }
    }
    EXPECT_GT(users.size(), 40U);
}

TEST(KeyHelp, F1ListsEveryCommandWithItsKeys) {
    ShownWindow window;
    window.key(Qt::Key_F1);
    ui::KeyHelp* help = helpOf(window);
    ASSERT_TRUE(help);
    EXPECT_TRUE(help->isVisible());
    EXPECT_FALSE(help->isModal());
    const auto lines = linesOf(*help);
    for (QAction* action : commandsOf(window)) {
        if (window->actions().recentMenu->actions().contains(action))
            continue; // the files in it are no commands
        const QString name = nameOf(*action);
        const auto line = std::find_if(lines.begin(), lines.end(), [&](const auto& one) {
            return one.first == name || one.first.endsWith(QStringLiteral(": ") + name);
        });
        ASSERT_NE(line, lines.end()) << name.toStdString();
        for (const QKeySequence& key : action->shortcuts())
            EXPECT_TRUE(line->second.contains(key.toString(QKeySequence::NativeText))) << name.toStdString();
    }
}

TEST(KeyHelp, FollowsTheOrderOfTheMenusAndThenTellsOfTheMouseAndTheLimits) {
    ShownWindow window;
    const auto groups = ui::keyGroups(*window->menuBar(), window->actions());
    const auto menus = window->menuBar()->actions();
    ASSERT_EQ(groups.size(), static_cast<std::size_t>(menus.size()) + 2);
    for (qsizetype i = 0; i < menus.size(); ++i)
        EXPECT_EQ(groups[static_cast<std::size_t>(i)].name, nameOf(*menus[i]));
    QString mouse;
    for (const ui::KeyLine& line : groups[groups.size() - 2].lines)
        mouse += line.what + line.keys;
    for (const char* words : {"Wheel", "Ctrl+wheel", "Shift+wheel", "Shift+drag", "Double-click", "overview",
                              "triangle", "Move a lane", "Commands for a lane", "handles", "Home and End"})
        EXPECT_TRUE(mouse.contains(QLatin1String(words))) << words;
    ASSERT_EQ(groups.back().lines.size(), 2U);
    EXPECT_EQ(groups.back().lines[0].keys, layout::zoomLimitInWords(layout::ZoomLimit::WholeStory));
    EXPECT_EQ(groups.back().lines[1].keys, layout::zoomLimitInWords(layout::ZoomLimit::Closest));
}

TEST(KeyHelp, TheNamesOfRecentFilesAreNotInIt) {
    ShownWindow window;
    window->actions().recentMenu->addAction(QStringLiteral("secret.story.json"));
    for (const ui::KeyGroup& group : ui::keyGroups(*window->menuBar(), window->actions()))
        for (const ui::KeyLine& line : group.lines)
            EXPECT_FALSE(line.what.contains(QStringLiteral("secret")));
}

TEST(KeyHelp, TypingFindsACommandAndClearingShowsAll) {
    ShownWindow window;
    window.key(Qt::Key_F1);
    ui::KeyHelp& help = *helpOf(window);
    ASSERT_TRUE(hasKeyboard(help));
    const std::size_t all = linesOf(help).size();
    QTest::keyClicks(&help.searchField(), QStringLiteral("BUSIEST"));
    ASSERT_EQ(linesOf(help).size(), 1U);
    EXPECT_EQ(linesOf(help).begin()->second, QStringLiteral("B"));
    help.searchField().setText(QStringLiteral("alt+left"));
    EXPECT_EQ(linesOf(help).size(), 1U);
    help.searchField().setText(QStringLiteral("no such thing"));
    EXPECT_TRUE(linesOf(help).empty());
    help.searchField().clear();
    EXPECT_EQ(linesOf(help).size(), all);
}

TEST(KeyHelp, ScrollsByKeysAndClosesWithEscape) {
    ShownWindow window;
    window.key(Qt::Key_F1);
    ui::KeyHelp& help = *helpOf(window);
    ASSERT_TRUE(hasKeyboard(help));
    const int before = help.list().verticalScrollBar()->value();
    for (int i = 0; i < 3; ++i)
        QTest::keyClick(&help.searchField(), Qt::Key_PageDown);
    EXPECT_GT(help.list().verticalScrollBar()->value(), before);
    QTest::keyClick(&help, Qt::Key_Escape);
    EXPECT_FALSE(help.isVisible());
    window->activateWindow();
    ASSERT_TRUE(hasKeyboard(*window));
    window->pane().timeline().setFocus();
    window.key(Qt::Key_F1); // the same window again
    EXPECT_TRUE(help.isVisible());
    EXPECT_EQ(window->findChildren<ui::KeyHelp*>().size(), 1);
}
