// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/layout/links/links.h"
#include "app/layout/scene/scene.h"
#include "app/layout/shapes/legend.h"
#include "app/view/pages/panel_style.h"
#include "app/view/pages/text_flow.h"
#include <QWidget>
#include <optional>
#include <vector>

namespace quoteline::ui {

/// The marks of the timeline and the lines of links, each with what it says.
class LegendView : public QWidget {
    Q_OBJECT
public:
    explicit LegendView(const PanelStyle& style, QWidget* parent = nullptr);

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    struct Row {
        std::optional<layout::Mark> mark; ///< none for a link
        layout::LinkPattern pattern = layout::LinkPattern::Reply;
        mutable TextFlow words;
    };
    int wordsLeft() const;
    int rowHeight(const Row& row, int width) const;

    PanelStyle m_style;
    layout::Sizes m_sizes;
    std::vector<Row> m_rows;
};

} // namespace quoteline::ui
