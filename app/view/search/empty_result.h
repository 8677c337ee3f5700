// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/view/search/event_filter.h"
#include <QFrame>

class QVBoxLayout;

namespace quoteline::ui {

/// Lies over the middle of a widget when a query finds nothing, and offers what to give up. As large as its words.
class EmptyResult : public QFrame {
    Q_OBJECT
public:
    /// Shows itself over `ground`.
    EmptyResult(EventFilter& filter, QWidget& ground);

protected:
    void paintEvent(QPaintEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void follow();
    void fill();
    void place();

    EventFilter& m_filter;
    QWidget& m_ground;
    QVBoxLayout* m_rows; // owned by the widget
};

} // namespace quoteline::ui
