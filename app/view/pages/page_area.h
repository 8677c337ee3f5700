// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/view/pages/column.h"
#include <QColor>
#include <QScrollArea>
#include <vector>

namespace quoteline::ui {

/// Scrolls one page up and down. The page is always as wide as there is room, and never wider; the bar is always there,
/// so that the words do not move when it would come or go.
class PageArea : public QScrollArea {
    Q_OBJECT
public:
    explicit PageArea(QWidget* parent = nullptr);

    enum class Place {
        Top,  ///< the page begins at its top; the focus, if the old page had it, goes to the area
        Keep, ///< scrolled as before; the focus goes to what has the same place in the tab order
    };
    /// Replaces the page, which becomes a child. The old page lives until its signals are done.
    void setPage(Column* page, Place place);
    /// Colours of the line above the page: always, and while the area has the focus.
    void setColors(const QColor& line, const QColor& focus);

    int scrollPosition() const;
    void scrollTo(int position);
    /// Scrolls as little as possible to show `rect` of `part`, a widget on the page.
    void reveal(QWidget* part, const QRect& rect);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void layOutPage();
    void placeLine();

    QWidget* m_line;
    QColor m_lineColor;
    QColor m_focusColor;
};

/// The widgets below `root` that the Tab key stops at, in the order in which they were added.
std::vector<QWidget*> tabStops(const QWidget& root);

} // namespace quoteline::ui
