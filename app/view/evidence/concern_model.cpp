// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/view/evidence/concern_model.h"

#include "app/content/evidence/source_words.h"
#include "app/content/words/display_text.h"
#include <algorithm>

namespace quoteline::ui {

namespace {
constexpr int shownWords = 200; // characters of a quote in a row
}

ConcernModel::ConcernModel(QObject* parent)
    : QAbstractTableModel(parent)
    , m_view(model::Story()) {}

void ConcernModel::setChecked(const layout::StoryView& view, const layout::CheckedStory& checked) {
    beginResetModel();
    m_view = view;
    m_checked = checked;
    m_rows = checked ? layout::concerns(*checked.check) : std::vector<model::CheckedQuote>();
    endResetModel();
}

std::optional<int> ConcernModel::rowOf(model::EventIndex event, std::size_t quote) const {
    const auto row = std::find_if(m_rows.begin(), m_rows.end(), [&](const model::CheckedQuote& one) {
        return one.event == event && one.quote == quote;
    });
    return row == m_rows.end() ? std::nullopt : std::optional(static_cast<int>(row - m_rows.begin()));
}

int ConcernModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ConcernModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : columns;
}

QString ConcernModel::text(const model::CheckedQuote& quote, int column) const {
    const model::Story& story = m_view.story();
    switch (column) {
    case Grade:
        return layout::badgeOf(m_checked, m_view, quote.event, quote.quote).word;
    case Event:
        return m_view.title(quote.event);
    case Words:
        return layout::displayLine(story.quoteExact(quote.event, quote.quote), shownWords);
    case Source:
        return layout::displayLine(story.sources()[quote.source].publisher);
    default:
        return {};
    }
}

QVariant ConcernModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid())
        return {};
    const model::CheckedQuote& quote = at(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return text(quote, index.column());
    case Qt::ToolTipRole: {
        const layout::QuoteBadge badge = layout::badgeOf(m_checked, m_view, quote.event, quote.quote);
        // A tooltip guesses whether its text is HTML: this says exactly the words.
        const QString words = badge.sentence.isEmpty() ? badge.word : badge.sentence;
        return QStringLiteral("<p>%1</p>").arg(words.toHtmlEscaped());
    }
    default:
        return {};
    }
}

QVariant ConcernModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Grade:
        return tr("Found");
    case Event:
        return tr("Event");
    case Words:
        return tr("Quote");
    case Source:
        return tr("Source");
    default:
        return {};
    }
}

} // namespace quoteline::ui
