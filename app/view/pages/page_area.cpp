// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/view/pages/page_area.h"

#include <QApplication>
#include <QScrollBar>
#include <algorithm>

namespace quoteline::ui {

namespace {

constexpr int focusLine = 2; // pixels

/// The place of the widget with the focus among the stops; their number when it is none of them.
std::size_t focusedPlace(const std::vector<QWidget*>& stops) {
    return static_cast<std::size_t>(std::find(stops.begin(), stops.end(), QApplication::focusWidget()) - stops.begin());
}

} // namespace

std::vector<QWidget*> tabStops(const QWidget& root) {
    std::vector<QWidget*> stops;
    const auto all = root.findChildren<QWidget*>();
    for (QWidget* widget : all)
        if ((widget->focusPolicy() & Qt::TabFocus) != 0 && !widget->focusProxy())
            stops.push_back(widget);
    return stops;
}

PageArea::PageArea(QWidget* parent)
    : QScrollArea(parent)
    , m_line(new QWidget(this)) {
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    setViewportMargins(0, focusLine, 0, 0);
    setFocusPolicy(Qt::StrongFocus);
    verticalScrollBar()->setSingleStep(24);
    m_line->setAutoFillBackground(true);
}

void PageArea::setPage(Column* page, Place place) {
    const int position = place == Place::Keep ? scrollPosition() : 0;
    std::optional<std::size_t> focused;
    if (widget() && QApplication::focusWidget() && widget()->isAncestorOf(QApplication::focusWidget())) {
        focused = focusedPlace(tabStops(*widget()));
        setFocus(Qt::OtherFocusReason); // so that it does not leave the area with the old page
    }
    if (QWidget* old = takeWidget()) {
        old->hide();
        old->deleteLater(); // it may be one of its signals that asks for the new page
    }
    setWidget(page);
    page->show();
    if (!viewport()->testAttribute(Qt::WA_PendingResizeEvent)) // else the resize that comes lays it out
        layOutPage();
    scrollTo(position);
    const std::vector<QWidget*> stops = tabStops(*page);
    QWidget* before = this;
    for (QWidget* stop : stops) {
        setTabOrder(before, stop);
        before = stop;
    }
    if (focused && place == Place::Keep && *focused < stops.size())
        stops[*focused]->setFocus(Qt::OtherFocusReason);
}

void PageArea::setColors(const QColor& line, const QColor& focus) {
    m_lineColor = line;
    m_focusColor = focus;
    placeLine();
}

int PageArea::scrollPosition() const {
    return verticalScrollBar()->value();
}

void PageArea::scrollTo(int position) {
    verticalScrollBar()->setValue(position);
}

void PageArea::reveal(QWidget* part, const QRect& rect) {
    if (!widget() || !widget()->isAncestorOf(part))
        return;
    const QPoint top = part->mapTo(widget(), rect.topLeft());
    const QPoint bottom = part->mapTo(widget(), rect.bottomLeft());
    constexpr int margin = 8;
    ensureVisible(0, bottom.y(), 0, margin);
    ensureVisible(0, top.y(), 0, margin);
}

void PageArea::layOutPage() {
    if (!widget())
        return;
    const int width = viewport()->width();
    widget()->resize(width, std::max(viewport()->height(), widget()->heightForWidth(width)));
}

void PageArea::placeLine() {
    QPalette palette = m_line->palette();
    palette.setColor(QPalette::Window, hasFocus() ? m_focusColor : m_lineColor);
    m_line->setPalette(palette);
    m_line->setGeometry(0, 0, width(), hasFocus() ? focusLine : 1);
}

void PageArea::resizeEvent(QResizeEvent* event) {
    placeLine();
    layOutPage();
    QScrollArea::resizeEvent(event);
}

void PageArea::focusInEvent(QFocusEvent* event) {
    QScrollArea::focusInEvent(event);
    placeLine();
}

void PageArea::focusOutEvent(QFocusEvent* event) {
    QScrollArea::focusOutEvent(event);
    placeLine();
}

} // namespace quoteline::ui
