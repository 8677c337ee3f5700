// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QWidget>
#include <vector>

namespace quoteline::ui {

/// Cells beside each other, as many as have room, the others in further rows; as many in each row as can be. A cell has
/// a head and a body; in a row all bodies begin at the same height. Both must have a height for a width.
class ColumnGrid : public QWidget {
    Q_OBJECT
public:
    /// Widths of a cell and the space between two, in pixels. A cell is narrower than `least` only where the grid is.
    struct Sizes {
        int least = 240;
        int most = 560;
        int gap = 24;
    };
    ColumnGrid(const Sizes& sizes, const QColor& rule, QWidget* parent = nullptr);

    /// Both become children.
    void addCell(QWidget* head, QWidget* body);
    /// Cells in a row of the grid at that width; at least 1.
    int columnsAt(int width) const;

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    struct Cell {
        QWidget* head;
        QWidget* body;
    };
    /// Calls `place(cell, head, body)` with the rectangles of every cell; the height of all.
    template <typename Place>
    int arrange(int width, Place place) const;

    Sizes m_sizes;
    QColor m_rule;
    std::vector<Cell> m_cells;
};

} // namespace quoteline::ui
