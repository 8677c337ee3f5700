// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/view/pages/column_grid.h"

#include <QPainter>
#include <algorithm>

namespace quoteline::ui {

namespace {

constexpr int ruleWidth = 1;

int inset(const ColumnGrid::Sizes& sizes) {
    return sizes.gap / 2; // between the rule of a cell and its words
}

} // namespace

ColumnGrid::ColumnGrid(const Sizes& sizes, const QColor& rule, QWidget* parent)
    : QWidget(parent)
    , m_sizes(sizes)
    , m_rule(rule) {}

void ColumnGrid::addCell(QWidget* head, QWidget* body) {
    head->setParent(this);
    body->setParent(this);
    m_cells.push_back({head, body});
}

int ColumnGrid::columnsAt(int width) const {
    const int count = std::max(1, static_cast<int>(m_cells.size()));
    const int fitting = std::clamp((width + m_sizes.gap) / (m_sizes.least + m_sizes.gap), 1, count);
    const int rows = (count + fitting - 1) / fitting;
    return (count + rows - 1) / rows;
}

template <typename Place>
int ColumnGrid::arrange(int width, Place place) const {
    const int columns = columnsAt(width);
    const int each = std::max(1, std::min(m_sizes.most, (width - (columns - 1) * m_sizes.gap) / columns));
    const int words = std::max(1, each - inset(m_sizes));
    int y = 0;
    for (std::size_t first = 0; first < m_cells.size(); first += static_cast<std::size_t>(columns)) {
        const std::size_t last = std::min(m_cells.size(), first + static_cast<std::size_t>(columns));
        int head = 0;
        int body = 0;
        for (std::size_t i = first; i < last; ++i) {
            head = std::max(head, m_cells[i].head->heightForWidth(words));
            body = std::max(body, m_cells[i].body->heightForWidth(words));
        }
        y += first > 0 ? m_sizes.gap : 0;
        for (std::size_t i = first; i < last; ++i) {
            const int x = static_cast<int>(i - first) * (each + m_sizes.gap) + inset(m_sizes);
            place(i, QRect(x, y, words, head), QRect(x, y + head, words, body));
        }
        y += head + body;
    }
    return y;
}

int ColumnGrid::heightForWidth(int width) const {
    return arrange(width, [](std::size_t, const QRect&, const QRect&) {});
}

QSize ColumnGrid::sizeHint() const {
    return {m_sizes.least, heightForWidth(m_sizes.least)};
}

void ColumnGrid::resizeEvent(QResizeEvent*) {
    arrange(width(), [this](std::size_t i, const QRect& head, const QRect& body) {
        m_cells[i].head->setGeometry(head);
        m_cells[i].body->setGeometry(body);
    });
}

void ColumnGrid::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    for (const Cell& cell : m_cells) {
        const int top = cell.head->y();
        painter.fillRect(cell.head->x() - inset(m_sizes), top, ruleWidth, cell.body->y() + cell.body->height() - top,
                         m_rule);
    }
}

} // namespace quoteline::ui
