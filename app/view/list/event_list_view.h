// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/view/list/event_list_model.h"
#include "model/text/text_matcher.h"
#include <QElapsedTimer>
#include <QTableView>

namespace quoteline::ui {

class EventDelegate;

/// The table of events, one row selected at most where nobody asks for more. Rows are as high as a line of text; the
/// title takes what room the other columns leave.
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
    /// With Shift, Ctrl and Ctrl+A any rows may be selected; the current one is still the one that was chosen last.
    void setSeveralSelectable(bool several);
    /// The selected rows, from the top.
    std::vector<model::EventIndex> selectedEvents() const;
    std::size_t selectedCount() const;
    /// Commands that its context menu offers below its own.
    void setMenuCommands(std::vector<QAction*> commands);
    /// The selected rows as lines of text with tabs, at most `mostLinesCopied`.
    void copySelectedRows();
    static constexpr std::size_t mostLinesCopied = 10'000;

    void keyboardSearch(const QString& search) override;

Q_SIGNALS:
    /// A person went to this row, by a click or with the keys.
    void eventChosen(quoteline::model::EventIndex event);
    /// Enter, or a double click: a person wants to read it.
    void eventOpened(quoteline::model::EventIndex event);
    void copied(const QString& what);
    void notCopied(const QString& why);

protected:
    bool event(QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;

private:
    void fitRows();
    void goTo(int row);
    void choose(model::EventIndex event);

    EventListModel& m_model;
    EventDelegate* m_delegate;
    std::vector<QAction*> m_commands;
    bool m_following = false; ///< a change of the current row is not a person's
    bool m_choosing = false;  ///< a person's is being told
    QString m_letters;        ///< typed to find a title
    QElapsedTimer m_sinceLetter;
};

} // namespace quoteline::ui
