// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/parts/key_help.h"

#include "app/layout/axis/zoom_limits.h"
#include "app/window/parts/actions.h"
#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QTreeWidget>
#include <QVBoxLayout>
#include <algorithm>

namespace quoteline::ui {

namespace {

struct HelpText {
    Q_DECLARE_TR_FUNCTIONS(ui)
};

/// "&" marks the key of a menu entry, "&&" is the sign itself.
QString withoutMark(const QString& text) {
    QString plain;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == u'&' && i + 1 < text.size())
            ++i;
        plain += text[i];
    }
    return plain;
}

QString keysOf(const QAction& action) {
    QStringList keys;
    for (const QKeySequence& key : action.shortcuts())
        keys.append(key.toString(QKeySequence::NativeText));
    keys.removeDuplicates();
    QString all = keys.join(HelpText::tr(", ", "between keys"));
    if (all.isEmpty() || action.shortcutContext() == Qt::WindowShortcut)
        return all;
    return HelpText::tr("%1 (in the timeline)", "keys").arg(all);
}

void addLines(std::vector<KeyLine>& lines, const QMenu& menu, const QString& before, const Actions& actions) {
    for (const QAction* action : menu.actions()) {
        if (action->isSeparator())
            continue;
        const QString text = withoutMark(action->text());
        const QString what =
            before.isEmpty() ? text : HelpText::tr("%1: %2", "a menu and an entry of it").arg(before, text);
        if (action->menu() && action->menu() != actions.recentMenu)
            addLines(lines, *action->menu(), what, actions);
        else
            lines.push_back({what, keysOf(*action)});
    }
}

KeyGroup mouseGroup() {
    return {
        HelpText::tr("Mouse and wheel"),
        {{HelpText::tr("Read an event: select it and open its sources"), HelpText::tr("Click")},
         {HelpText::tr("The same for the selected event, in the timeline"), HelpText::tr("Enter")},
         {HelpText::tr("Zoom to an event"), HelpText::tr("Double-click on it")},
         {HelpText::tr("Zoom in about the pointer"), HelpText::tr("Double-click on empty space")},
         {HelpText::tr("Clear the selection"), HelpText::tr("Click on empty space")},
         {HelpText::tr("Show a link and its words in the panel"), HelpText::tr("Click on its line")},
         {HelpText::tr("List the events that a column counts"), HelpText::tr("Click on the column")},
         {HelpText::tr("Zoom to a range"), HelpText::tr("Shift+drag; Esc leaves it")},
         {HelpText::tr("Move the view"), HelpText::tr("Drag")},
         {HelpText::tr("Earlier and later"), HelpText::tr("Wheel")},
         {HelpText::tr("Zoom about the pointer"), HelpText::tr("Ctrl+wheel, or pinch")},
         {HelpText::tr("Scroll the lanes"), HelpText::tr("Shift+wheel, or the wheel over their names")},
         {HelpText::tr("Collapse or expand a lane"),
          HelpText::tr("Click on its triangle, or double-click on its name")},
         {HelpText::tr("Move a lane"), HelpText::tr("Drag its name; Esc puts it back")},
         {HelpText::tr("Commands for a lane"), HelpText::tr("Right-click on its name")},
         {HelpText::tr("Go to a place in the overview"), HelpText::tr("Click or drag in it")},
         {HelpText::tr("Move or resize the part in view, in the overview"),
          HelpText::tr("Drag it, or one of its handles; Esc puts it back")},
         {HelpText::tr("The same by keys, in the overview"),
          HelpText::tr("Left and Right, with Shift to resize; Home and End")},
         {HelpText::tr("Show the whole story, in the overview"), HelpText::tr("Double-click")},
         {HelpText::tr("Back and forward through views and filters"), HelpText::tr("The mouse buttons of that name")}}};
}

KeyGroup limitGroup() {
    return {HelpText::tr("How far the zoom goes"),
            {{HelpText::tr("Out"), layout::zoomLimitInWords(layout::ZoomLimit::WholeStory)},
             {HelpText::tr("In"), layout::zoomLimitInWords(layout::ZoomLimit::Closest)}}};
}

} // namespace

std::vector<KeyGroup> keyGroups(const QMenuBar& menus, const Actions& actions) {
    std::vector<KeyGroup> groups;
    for (const QAction* top : menus.actions()) {
        if (!top->menu())
            continue;
        groups.push_back({withoutMark(top->text()), {}});
        addLines(groups.back().lines, *top->menu(), {}, actions);
    }
    groups.push_back(mouseGroup());
    groups.push_back(limitGroup());
    return groups;
}

KeyHelp::KeyHelp(QWidget* parent)
    : QDialog(parent)
    , m_search(new QLineEdit(this))
    , m_list(new QTreeWidget(this)) {
    setObjectName(QStringLiteral("keyHelp"));
    setWindowTitle(tr("Keys and mouse"));
    m_search->setPlaceholderText(tr("Find a command or a key"));
    m_search->setAccessibleName(tr("Find a command or a key"));
    m_search->setClearButtonEnabled(true);
    m_search->installEventFilter(this);
    m_list->setAccessibleName(tr("Commands and their keys"));
    m_list->setHeaderLabels({tr("Command"), tr("Keys")});
    m_list->setRootIsDecorated(false);
    m_list->setItemsExpandable(false);
    m_list->setSelectionMode(QAbstractItemView::SingleSelection);
    m_list->setUniformRowHeights(true);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    auto* column = new QVBoxLayout(this);
    column->addWidget(m_search);
    column->addWidget(m_list, 1);
    column->addWidget(buttons);
    connect(m_search, &QLineEdit::textChanged, this, &KeyHelp::narrow);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

void KeyHelp::setGroups(const std::vector<KeyGroup>& groups) {
    m_list->clear();
    for (const KeyGroup& group : groups) {
        auto* top = new QTreeWidgetItem(m_list, {group.name});
        top->setFirstColumnSpanned(true);
        top->setFlags(Qt::ItemIsEnabled);
        QFont bold = font();
        bold.setBold(true);
        top->setFont(0, bold);
        for (const KeyLine& line : group.lines)
            new QTreeWidgetItem(top, {line.what, line.keys});
    }
    m_list->expandAll();
    for (int column = 0; column < m_list->columnCount(); ++column)
        m_list->resizeColumnToContents(column);
    const int lines = 26;
    const int width = m_list->columnWidth(0) + m_list->columnWidth(1) + 3 * fontMetrics().height();
    resize(std::clamp(width + 2 * fontMetrics().height(), 480, 900), lines * fontMetrics().height());
    narrow(m_search->text());
}

void KeyHelp::narrow(const QString& words) {
    for (int i = 0; i < m_list->topLevelItemCount(); ++i) {
        QTreeWidgetItem* top = m_list->topLevelItem(i);
        bool any = false;
        for (int k = 0; k < top->childCount(); ++k) {
            QTreeWidgetItem* line = top->child(k);
            const bool found = line->text(0).contains(words, Qt::CaseInsensitive) ||
                               line->text(1).contains(words, Qt::CaseInsensitive);
            line->setHidden(!found);
            any = any || found;
        }
        top->setHidden(!any);
    }
}

/// The list scrolls while the words are typed.
bool KeyHelp::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Up || key == Qt::Key_Down || key == Qt::Key_PageUp || key == Qt::Key_PageDown) {
            QCoreApplication::sendEvent(m_list, event);
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

} // namespace quoteline::ui
