// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/view/list/event_list_model.h"
#include <QFrame>

namespace quoteline::ui {

class EventListView;

/// The events of a column as a list over the window: however many there are, a dozen rows are in view. A click or
/// Enter chooses one, Esc or a click elsewhere closes it; letters go to a title.
class ColumnPopup : public QFrame {
    Q_OBJECT
public:
    /// `events` in the order of time, at least one.
    ColumnPopup(const layout::StoryView& view, std::vector<model::EventIndex> events, QWidget* parent = nullptr);

    /// Shows it whole on the screen that `position` (global) lies on, beside that place.
    void popUpAt(QPoint position);
    EventListView& list() { return *m_list; }
    /// "37 events, 24–28 January 2026".
    const QString& heading() const { return m_heading; }

Q_SIGNALS:
    void eventChosen(quoteline::model::EventIndex event);

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void choose(model::EventIndex event);
    QSize wantedSize(const QRect& screen) const;

    EventListModel* m_model; // this and the following are owned by the widget
    EventListView* m_list;
    QString m_heading;
};

} // namespace quoteline::ui
