// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/view/event_list_model.h"
#include "model/text_matcher.h"
#include <QElapsedTimer>
#include <QTableView>

namespace quoteline::ui {

class EventDelegate;

/// The table of events, one row selected at most. Rows are as high as a line of text; the title takes what room the
/// other columns leave.
class EventListView : public QTableView {
    Q_OBJECT
public:
    explicit EventListView(EventListModel& model, QWidget* parent = nullptr);

    /// The words that are marked in the cells.
    void setMatcher(const model::TextMatcher& matcher);
    /// Selects the row of an event and brings it into view, without taking the focus; nothing where the list does not
    /// have it.
    void showSelected(std::optional<model::EventIndex> event);
    /// Widths of the columns for what the list has now; looks at some rows only.
    void fitColumns();
    /// The height of `rows` rows with everything around them.
    int heightFor(int rows) const;
    void copySelectedRow();

    void keyboardSearch(const QString& search) override;

Q_SIGNALS:
    /// A person went to this row, by a click or with the keys.
    void eventChosen(quoteline::model::EventIndex event);
    /// Enter, or a double click: a person wants to read it.
    void eventOpened(quoteline::model::EventIndex event);
    void copied(const QString& what);

protected:
    bool event(QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;

private:
    void fitRows();
    void goTo(int row);

    EventListModel& m_model;
    EventDelegate* m_delegate;
    bool m_following = false; ///< a change of the current row is not a person's
    QString m_letters;        ///< typed to find a title
    QElapsedTimer m_sinceLetter;
};

} // namespace quoteline::ui
