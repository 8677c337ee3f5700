// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QString>
#include <vector>

class QLineEdit;
class QMenuBar;
class QTreeWidget;

namespace quoteline::ui {

struct Actions;

/// One way to do something.
struct KeyLine {
    QString what; ///< the command, without the mark of its mnemonic
    QString keys; ///< in the words of the desktop; empty where there is none
    bool operator==(const KeyLine&) const = default;
};
struct KeyGroup {
    QString name;
    std::vector<KeyLine> lines;
    bool operator==(const KeyGroup&) const = default;
};

/// Every command of the menus with its keys, by menu and in their order, then what mouse and wheel do, and where
/// zooming ends. Of the recent files there is the menu alone.
std::vector<KeyGroup> keyGroups(const QMenuBar& menus, const Actions& actions);

/// The list of keys, in a window that may stay open beside the timeline. Typing finds a command.
class KeyHelp : public QDialog {
    Q_OBJECT
public:
    explicit KeyHelp(QWidget* parent);

    void setGroups(const std::vector<KeyGroup>& groups);
    QTreeWidget& list() { return *m_list; }
    QLineEdit& searchField() { return *m_search; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void narrow(const QString& words);

    QLineEdit* m_search; // this and the following are owned by the dialog
    QTreeWidget* m_list;
};

} // namespace quoteline::ui
