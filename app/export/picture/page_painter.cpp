// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/picture/page_painter.h"

#include "app/paint/chart/chart_picture.h"
#include <QPainter>
#include <algorithm>

namespace quoteline::ui {

const Theme& themeOf(const PictureRequest& spec) {
    if (spec.dark)
        return darkTheme();
    return spec.format == PictureFormat::Pdf ? paperTheme() : lightTheme();
}

void paintChartOf(QPainter& painter, const PicturePage& page, const Theme& theme, const Fonts& fonts) {
    // A little beyond the edges: a PDF rounds the size of its pages.
    painter.fillRect(QRectF(QPointF(0, 0), page.size).adjusted(-2, -2, 2, 2), theme.surface);
    if (page.chart) {
        painter.save();
        painter.translate(page.chartAt);
        drawChart(painter, page.chart, theme, fonts);
        painter.restore();
    }
    TextCache cache;
    paintTextsOf(painter, page.foot, {theme, fonts, cache});
}

std::size_t paintSheetOf(QPainter& painter, const PicturePage& page, const PaintStyle& style, std::size_t first,
                         std::size_t most) {
    if (!page.sheet)
        return 0;
    const layout::SheetPage& sheet = *page.sheet;
    painter.save();
    painter.translate(page.sheetAt);
    if (first == 0) {
        for (const QRectF& rule : sheet.rules)
            painter.fillRect(rule, style.theme.grid);
        for (const layout::Mark& mark : sheet.legendMarks)
            paintMark(painter, mark, style.theme);
    }
    const std::size_t last = std::min(sheet.texts.size(), first + most);
    paintTextsOf(painter, std::span(sheet.texts).subspan(first, last - first), style);
    painter.restore();
    return last;
}

void paintPage(QPainter& painter, const PicturePage& page, const Theme& theme, const Fonts& fonts) {
    paintChartOf(painter, page, theme, fonts);
    TextCache cache;
    if (page.sheet)
        paintSheetOf(painter, page, {theme, fonts, cache}, 0, page.sheet->texts.size());
}

} // namespace quoteline::ui
