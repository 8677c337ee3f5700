// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/view/pages/flat_button.h"

#include "app/view/pages/text_block.h"
#include <QKeyEvent>
#include <QPainter>
#include <QStringList>

namespace quoteline::ui {

namespace {

QString plainText(const std::vector<TextParagraph>& paragraphs) {
    QStringList lines;
    for (const TextParagraph& paragraph : paragraphs) {
        QString line;
        for (const TextRun& run : paragraph.runs)
            line += run.text;
        lines.append(line);
    }
    return lines.join(u'\n');
}

} // namespace

FlatButton::FlatButton(const PanelStyle& style, QWidget* parent)
    : QPushButton(parent)
    , m_style(style) {
    setFlat(true);
    setAutoDefault(false);
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
}

void FlatButton::setWords(const std::vector<TextParagraph>& paragraphs) {
    m_flow = TextFlow(paragraphs);
    QString words = plainText(paragraphs);
    setAccessibleName(words);
    setText(words.replace(u'&', QStringLiteral("&&")));
    updateGeometry();
    update();
}

void FlatButton::setLink(const QString& words) {
    setWords({{{{words, m_style.fonts.font(layout::FontRole::Date), m_style.theme.accent}}, 0}});
}

void FlatButton::setRule(Rule rule, const QColor& color) {
    m_rule = rule;
    m_ruleColor = color;
    update();
}

QMargins FlatButton::padding() const {
    const int edge = m_style.px(4);
    if (isCheckable())
        return {2 * edge, edge, 2 * edge, edge};
    if (m_rule == Rule::None)
        return {TextBlock::inset, edge, TextBlock::inset, edge}; // in line with the text above and below
    return {m_style.px(12), edge, m_style.px(6), edge};
}

int FlatButton::heightForWidth(int width) const {
    const QMargins around = padding();
    return m_flow.layOut(width - around.left() - around.right()) + around.top() + around.bottom();
}

QSize FlatButton::sizeHint() const {
    const QMargins around = padding();
    const int width = m_flow.naturalWidth() + 1 + around.left() + around.right();
    return {width, heightForWidth(width)};
}

void FlatButton::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF inside = QRectF(rect()).adjusted(1, 1, -1, -1);
    const double round = m_style.px(5);
    if (isDown() || isChecked() || underMouse()) {
        // In high contrast a fill alone is not seen.
        const bool outlined = m_style.theme.hoverLine.isValid();
        painter.setPen(outlined ? QPen(m_style.theme.hoverLine, m_style.theme.focusLine / 2) : QPen(Qt::NoPen));
        painter.setBrush(isDown() || isChecked() ? m_style.theme.selectionFill : m_style.theme.hoverFill);
        painter.drawRoundedRect(inside, round, round);
    }
    if (m_rule != Rule::None) {
        QPen pen(m_ruleColor, m_style.px(2), m_rule == Rule::Dotted ? Qt::DotLine : Qt::SolidLine, Qt::FlatCap);
        painter.setPen(pen);
        const double x = m_style.px(3);
        painter.drawLine(QPointF(x, padding().top()), QPointF(x, height() - padding().bottom()));
    }
    if (hasFocus()) {
        painter.setPen(QPen(m_style.theme.accent, m_style.theme.focusLine));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(inside, round, round);
    }
    heightForWidth(width()); // breaks the lines for this width
    m_flow.draw(painter, {padding().left(), padding().top()});
}

/// Links are followed with the Return key too.
void FlatButton::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QPushButton::keyPressEvent(event);
}

} // namespace quoteline::ui
