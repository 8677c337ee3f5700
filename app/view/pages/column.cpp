// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/view/pages/column.h"

#include <algorithm>

namespace quoteline::ui {

Column::Column(QWidget* parent)
    : QWidget(parent) {}

void Column::add(QWidget* widget, int above, Fit fit) {
    widget->setParent(this);
    m_items.push_back({widget, above, fit});
}

void Column::setMargins(const QMargins& margins) {
    m_margins = margins;
}

QSize Column::sizeOf(const Item& item, int available) const {
    const QSize hint = item.fit == Fit::Snug || !item.widget->hasHeightForWidth() ? item.widget->sizeHint() : QSize();
    const int width = item.fit == Fit::Snug ? std::min(hint.width(), available) : available;
    return {width, item.widget->hasHeightForWidth() ? item.widget->heightForWidth(width)
                                                    : std::max(hint.height(), item.widget->minimumHeight())};
}

int Column::heightForWidth(int width) const {
    const int available = std::max(1, width - m_margins.left() - m_margins.right());
    int height = m_margins.top() + m_margins.bottom();
    for (const Item& item : m_items)
        height += item.above + sizeOf(item, available).height();
    return height;
}

QSize Column::sizeHint() const {
    constexpr int width = 300;
    return {width, heightForWidth(width)};
}

void Column::resizeEvent(QResizeEvent*) {
    const int available = std::max(1, width() - m_margins.left() - m_margins.right());
    int y = m_margins.top();
    for (const Item& item : m_items) {
        y += item.above;
        const QSize size = sizeOf(item, available);
        item.widget->setGeometry(QRect(QPoint(m_margins.left(), y), size));
        y += size.height();
    }
}

} // namespace quoteline::ui
