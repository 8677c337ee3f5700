// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/view/pages/text_flow.h"

#include <QPainter>
#include <algorithm>
#include <cmath>

namespace quoteline::ui {

namespace {

void fill(QTextLayout& layout, const std::vector<TextRun>& runs) {
    QString text;
    QList<QTextLayout::FormatRange> formats;
    for (const TextRun& run : runs) {
        formats.append({static_cast<int>(text.size()), static_cast<int>(run.text.size()), formatOf(run)});
        text += run.text;
    }
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    layout.setFont(runs.empty() ? QFont() : runs.front().font);
    layout.setText(text);
    layout.setFormats(formats);
    layout.setCacheEnabled(true);
}

double breakLines(QTextLayout& layout, double width, double top) {
    double height = 0;
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        const double leaded = std::ceil(line.height() * 1.12); // a little air between the lines
        line.setPosition(QPointF(0, top + height + (leaded - line.height()) / 2));
        height += leaded;
    }
    layout.endLayout();
    return height;
}

} // namespace

QTextCharFormat formatOf(const TextRun& run) {
    QTextCharFormat format;
    format.setFont(run.font);
    format.setForeground(run.color);
    if (run.ground.isValid())
        format.setBackground(run.ground);
    if (run.line != TextLine::None)
        format.setUnderlineStyle(run.line == TextLine::Solid ? QTextCharFormat::SingleUnderline
                                                             : QTextCharFormat::DotLine);
    if (run.lineColor.isValid())
        format.setUnderlineColor(run.lineColor);
    return format;
}

TextFlow::TextFlow(const std::vector<TextParagraph>& paragraphs) {
    for (const TextParagraph& source : paragraphs) {
        Paragraph& paragraph = m_paragraphs.emplace_back();
        fill(paragraph.layout, source.runs);
        paragraph.above = source.above;
    }
}

int TextFlow::layOut(int width) {
    if (width == m_width)
        return m_height;
    double height = 0;
    for (Paragraph& paragraph : m_paragraphs) {
        height += paragraph.above;
        height += breakLines(paragraph.layout, std::max(1, width), height);
    }
    m_width = width;
    m_height = static_cast<int>(std::ceil(height));
    return m_height;
}

int TextFlow::naturalWidth() const {
    double widest = 0;
    for (const Paragraph& paragraph : m_paragraphs) {
        QTextLayout layout(paragraph.layout.text(), paragraph.layout.font());
        layout.setFormats(paragraph.layout.formats());
        breakLines(layout, 1e6, 0);
        widest = std::max(widest, layout.maximumWidth());
    }
    return static_cast<int>(std::ceil(widest));
}

void TextFlow::draw(QPainter& painter, const QPoint& topLeft) const {
    for (const Paragraph& paragraph : m_paragraphs)
        paragraph.layout.draw(&painter, topLeft);
}

} // namespace quoteline::ui
