// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMargins>
#include <QWidget>
#include <vector>

namespace quoteline::ui {

/// Widgets one below the other, each as high as it needs to be at the width of the column. Unlike QBoxLayout it asks
/// each of them once, and no widget can make it wider.
class Column : public QWidget {
    Q_OBJECT
public:
    explicit Column(QWidget* parent = nullptr);

    enum class Fit {
        Fill, ///< as wide as the column
        Snug, ///< no wider than the widget's hint
    };
    /// Adds a widget, which becomes a child, below the others with `above` pixels between.
    void add(QWidget* widget, int above = 0, Fit fit = Fit::Fill);
    void setMargins(const QMargins& margins);
    const QMargins& margins() const { return m_margins; }

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Item {
        QWidget* widget;
        int above;
        Fit fit;
    };
    QSize sizeOf(const Item& item, int available) const;

    std::vector<Item> m_items;
    QMargins m_margins;
};

} // namespace quoteline::ui
