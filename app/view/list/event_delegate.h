// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/text/text_matcher.h"
#include <QStyledItemDelegate>

namespace quoteline::ui {

/// Paints a cell of plain text on one line, shortened at its end where it has to be, in the direction of its own
/// writing, with the words of a search on a marked ground where the search looks (EventListModel::SearchedRole).
class EventDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void setMatcher(const model::TextMatcher& matcher) { m_matcher = matcher; }
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

    /// Where the words of `matcher` stand in `shown`, which is `whole`, or its beginning and an ellipsis.
    static std::vector<model::TextMatcher::Span> spansShown(const model::TextMatcher& matcher, const QString& whole,
                                                            const QString& shown);

private:
    model::TextMatcher m_matcher;
};

} // namespace quoteline::ui
