// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/view/evidence/accounts_view.h"
#include <QDialog>

class QLabel;
class QPushButton;

namespace quoteline::ui {

/// The accounts of an event in a window that may stay open beside the timeline. Escape closes it.
class AccountsWindow : public QDialog {
    Q_OBJECT
public:
    explicit AccountsWindow(QWidget* parent);

    AccountsView& view() { return *m_view; }
    /// Whether there is something to copy.
    void setComparable(bool comparable);
    /// A sentence beside the buttons, for what was done last.
    void say(const QString& words);

Q_SIGNALS:
    void copyRequested();

private:
    AccountsView* m_view; // this and the following are owned by the window
    QLabel* m_said;
    QPushButton* m_copy;
};

} // namespace quoteline::ui
