// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/view/list/event_delegate.h"

#include "app/paint/theme.h"
#include "app/view/list/event_list_model.h"
#include <QApplication>
#include <QPainter>
#include <QTextLayout>
#include <algorithm>

namespace quoteline::ui {

namespace {

/// One line of text, laid out in its own direction.
void drawLine(QPainter& painter, const QRect& room, const QString& text, const QFont& font, Qt::Alignment alignment,
              const QList<QTextLayout::FormatRange>& marked) {
    QTextLayout layout(text, font);
    QTextOption option;
    option.setWrapMode(QTextOption::NoWrap);
    option.setTextDirection(Qt::LayoutDirectionAuto);
    option.setAlignment(alignment & Qt::AlignHorizontal_Mask);
    layout.setTextOption(option);
    layout.setFormats(marked);
    layout.beginLayout();
    QTextLine line = layout.createLine();
    line.setLineWidth(room.width());
    layout.endLayout();
    layout.draw(&painter, QPointF(room.left(), room.top() + (room.height() - line.height()) / 2));
}

} // namespace

std::vector<model::TextMatcher::Span> EventDelegate::spansShown(const model::TextMatcher& matcher, const QString& whole,
                                                                const QString& shown) {
    std::vector<model::TextMatcher::Span> spans = matcher.spansIn(whole);
    const qsizetype kept = shown == whole ? whole.size() : std::max<qsizetype>(0, shown.size() - 1);
    std::erase_if(spans, [&](const auto& span) { return span.start >= kept; });
    if (!spans.empty())
        spans.back().length = std::min(spans.back().length, kept - spans.back().start);
    return spans;
}

void EventDelegate::paint(QPainter* painter, const QStyleOptionViewItem& given, const QModelIndex& index) const {
    QStyleOptionViewItem option = given;
    initStyleOption(&option, index);
    const QString whole = option.text;
    const QStyle* style = option.widget ? option.widget->style() : QApplication::style();
    const int margin = style->pixelMetric(QStyle::PM_FocusFrameHMargin, &option, option.widget) + 1;
    const QRect room =
        style->subElementRect(QStyle::SE_ItemViewItemText, &option, option.widget).adjusted(margin, 0, -margin, 0);
    option.text.clear();
    style->drawControl(QStyle::CE_ItemViewItem, &option, painter, option.widget);
    if (room.width() <= 0)
        return;

    const bool selected = option.state & QStyle::State_Selected;
    const QPalette::ColorGroup group = option.state & QStyle::State_Active ? QPalette::Normal : QPalette::Inactive;
    const QString shown = option.fontMetrics.elidedText(whole, Qt::ElideRight, room.width());
    QList<QTextLayout::FormatRange> marked;
    if (!m_matcher.isEmpty() && index.data(EventListModel::SearchedRole).toBool()) {
        QTextCharFormat format;
        format.setBackground(markedGround(option.palette, selected));
        format.setFontUnderline(true);
        for (const auto& span : spansShown(m_matcher, whole, shown))
            marked.append({static_cast<int>(span.start), static_cast<int>(span.length), format});
    }
    painter->save();
    painter->setClipRect(room);
    painter->setPen(option.palette.color(group, selected ? QPalette::HighlightedText : QPalette::Text));
    drawLine(*painter, room, shown, option.font, option.displayAlignment, marked);
    painter->restore();
}

} // namespace quoteline::ui
