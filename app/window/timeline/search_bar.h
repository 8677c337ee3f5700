// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/view/search/event_filter.h"
#include <QToolBar>

class QLabel;
class QLineEdit;
class QToolButton;

namespace quoteline::ui {

struct Actions;

/// The field for words, how many events have them, and the buttons to step through these.
class SearchBar : public QToolBar {
    Q_OBJECT
public:
    SearchBar(EventFilter& filter, const Actions& actions, QAction& facets, QWidget* parent = nullptr);

    /// Takes the focus, with its words selected.
    void focusField();
    QLineEdit& field() { return *m_field; }
    QString countWords() const;

Q_SIGNALS:
    /// Enter: 1 for the next event, -1 for the one before.
    void stepRequested(int direction);
    /// Escape in an empty field.
    void left();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void followQuery();
    void followResult();

    EventFilter& m_filter;
    QLineEdit* m_field; // this and the following are owned by the bar
    QLabel* m_count;
    QAction* m_clear;
};

} // namespace quoteline::ui
