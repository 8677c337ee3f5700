// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/view/evidence/legend_view.h"

#include "app/layout/links/link_words.h"
#include "app/paint/link_painter.h"
#include "app/paint/scene_painter.h"
#include <QPainter>
#include <QStringList>
#include <algorithm>
#include <cmath>

namespace quoteline::ui {

LegendView::LegendView(const PanelStyle& style, QWidget* parent)
    : QWidget(parent)
    , m_style(style)
    , m_sizes(style.fonts.textScale()) {
    QStringList all;
    const auto add = [&](std::optional<layout::Mark> mark, layout::LinkPattern pattern, const QString& words) {
        m_rows.push_back({std::move(mark), pattern, TextFlow({{{{words, style.small, style.theme.text}}, 0}})});
        all.append(words);
    };
    for (const layout::LegendEntry& entry : layout::fullLegend(m_sizes)) {
        const double height = layout::barHeightOf(entry.mark, m_sizes);
        add(layout::Mark{entry.mark, 0, height, -1, std::nullopt}, {}, entry.words);
    }
    for (int i = 0; i < layout::linkPatternCount; ++i) {
        const auto pattern = static_cast<layout::LinkPattern>(i);
        add(std::nullopt, pattern,
            tr("link: %1", "the legend of a line between two events").arg(layout::patternInWords(pattern)));
    }
    setAccessibleName(tr("Legend of the marks"));
    setAccessibleDescription(all.join(QStringLiteral("; ")));
}

int LegendView::wordsLeft() const {
    return static_cast<int>(std::ceil(layout::legendMarkWidth(m_sizes) + m_sizes.labelGap)) + m_style.px(4);
}

int LegendView::rowHeight(const Row& row, int width) const {
    const int most = static_cast<int>(std::ceil(4 * m_sizes.dotRadius)); // the halo of a soft ring
    return std::max(most, row.words.layOut(width - wordsLeft()) + m_style.px(4));
}

int LegendView::heightForWidth(int width) const {
    int height = 0;
    for (const Row& row : m_rows)
        height += rowHeight(row, width);
    return height;
}

QSize LegendView::sizeHint() const {
    constexpr int width = 300;
    return {width, heightForWidth(width)};
}

void LegendView::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setClipRect(rect()); // hatching is drawn where the clip says that it can be seen
    int y = 0;
    for (const Row& row : m_rows) {
        const int height = rowHeight(row, width());
        painter.save();
        painter.translate(m_style.px(4), y + height / 2.0);
        if (row.mark)
            paintMark(painter, *row.mark, m_style.theme);
        else
            paintLinkSample(painter, {0, 0, layout::legendMarkWidth(m_sizes), 0}, row.pattern,
                            m_style.fonts.textScale(), m_style.theme);
        painter.restore();
        row.words.draw(painter, {wordsLeft(), y + (height - row.words.layOut(width() - wordsLeft())) / 2});
        y += height;
    }
}

} // namespace quoteline::ui
