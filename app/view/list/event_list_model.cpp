// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/view/list/event_list_model.h"

#include "app/content/story/grouping.h"
#include "app/content/words/date_words.h"
#include "app/content/words/display_text.h"
#include "app/system/background.h"
#include <algorithm>
#include <limits>

namespace quoteline::ui {

namespace {

constexpr std::uint32_t noRow = std::numeric_limits<std::uint32_t>::max();

layout::Ranks ranksFor(int column, const layout::StoryView& view, const std::stop_token& stop) {
    return column == EventListModel::Title ? layout::titleRanks(view, stop) : layout::sourceRanks(view.story(), stop);
}

/// Whether a title that is shown begins otherwise than with `letter`, told from its first byte alone: signs of ASCII
/// are shown as they are. False where that does not tell.
bool surelyBeginsOtherwise(std::string_view title, QChar letter) {
    if (title.empty())
        return true;
    const auto first = static_cast<unsigned char>(title.front());
    return first >= 0x20 && first < 0x7F && QChar(char16_t{first}).toCaseFolded() != letter.toCaseFolded();
}

} // namespace

EventListModel::EventListModel(const layout::StoryView& view, QObject* parent)
    : QAbstractTableModel(parent)
    , m_view(view)
    , m_inTime(view.events().begin(), view.events().end()) {
    placeRows(m_inTime);
}

EventListModel::~EventListModel() {
    m_stop.request_stop();
}

void EventListModel::setView(const layout::StoryView& view) {
    show(view, std::nullopt);
}

void EventListModel::setEvents(const layout::StoryView& view, std::vector<model::EventIndex> events) {
    show(view, std::move(events));
}

void EventListModel::show(const layout::StoryView& view, std::optional<std::vector<model::EventIndex>> events) {
    // Arrangements of one story share it; the view that is held keeps its place in memory from being used again.
    const bool sameStory = &view.story() == &m_view.story();
    if (!sameStory)
        forgetRanks();
    // Until beginResetModel() the rows are those of before; what they are made from may be new already.
    m_inTime = events ? *std::move(events) : std::vector<model::EventIndex>(view.events().begin(), view.events().end());
    auto rows = orderedRows(view);
    m_sorting = !rows;
    if (!rows)
        rows = m_inTime;
    if (sameStory && *rows == m_rows) {
        m_view = view;
        Q_EMIT headerDataChanged(Qt::Horizontal, 0, columns - 1);
        if (!m_rows.empty())
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columns - 1));
        return;
    }
    beginResetModel();
    m_view = view;
    placeRows(*std::move(rows));
    endResetModel();
    if (!m_sorting)
        Q_EMIT sorted();
}

void EventListModel::forgetRanks() {
    m_titles.reset();
    m_sources.reset();
    m_stop.request_stop();
    m_ranking.reset();
    ++m_generation;
}

EventListModel::SharedRanks EventListModel::ranksOf(const layout::StoryView& view, int column) {
    if (column == Lane)
        return std::make_shared<const layout::Ranks>(layout::laneRanks(view));
    SharedRanks& known = column == Title ? m_titles : m_sources;
    if (!known)
        known = startRanking(view, column);
    return known;
}

EventListModel::SharedRanks EventListModel::startRanking(const layout::StoryView& view, int column) {
    if (view.story().eventCount() <= sortedAtOnce)
        return std::make_shared<const layout::Ranks>(ranksFor(column, view, {}));
    if (m_ranking == column)
        return nullptr;
    m_stop.request_stop();
    m_stop = std::stop_source();
    m_ranking = column;
    const quint64 generation = ++m_generation;
    runInBackground(
        this,
        [column, view, stop = m_stop.get_token()] {
            return std::make_shared<const layout::Ranks>(ranksFor(column, view, stop));
        },
        [this, generation, column](const SharedRanks& ranks) { finishRanking(generation, column, ranks); });
    return nullptr;
}

void EventListModel::finishRanking(quint64 generation, int column, SharedRanks ranks) {
    if (generation != m_generation)
        return;
    m_ranking.reset();
    (column == Title ? m_titles : m_sources) = std::move(ranks);
    if (m_column == column)
        sort(m_column, m_order);
}

std::optional<std::vector<model::EventIndex>> EventListModel::orderedRows(const layout::StoryView& view) {
    const std::vector<model::EventIndex>& events = m_inTime;
    if (m_column == When) {
        if (m_order == Qt::AscendingOrder)
            return events;
        return std::vector<model::EventIndex>(events.rbegin(), events.rend());
    }
    if (events.empty())
        return std::vector<model::EventIndex>();
    const SharedRanks ranks = ranksOf(view, m_column);
    if (!ranks)
        return std::nullopt;
    return layout::orderedByRank(events, *ranks, m_order == Qt::DescendingOrder);
}

void EventListModel::placeRows(std::vector<model::EventIndex> rows) {
    m_rows = std::move(rows);
    m_rowOf.assign(m_view.story().eventCount(), noRow);
    for (std::size_t row = 0; row < m_rows.size(); ++row)
        m_rowOf[m_rows[row]] = static_cast<std::uint32_t>(row);
}

std::optional<int> EventListModel::rowOf(model::EventIndex event) const {
    if (event >= m_rowOf.size() || m_rowOf[event] == noRow)
        return std::nullopt;
    return static_cast<int>(m_rowOf[event]);
}

void EventListModel::sort(int column, Qt::SortOrder order) {
    if (column < 0 || column >= columns)
        return;
    m_column = column;
    m_order = order;
    auto rows = orderedRows(m_view);
    m_sorting = !rows;
    if (!rows)
        return; // finishRanking() comes back here
    Q_EMIT layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    std::vector<model::EventIndex> events;
    events.reserve(static_cast<std::size_t>(before.size()));
    for (const QModelIndex& at : before)
        events.push_back(eventAt(at.row()));
    placeRows(*std::move(rows));
    QModelIndexList after;
    after.reserve(before.size());
    for (qsizetype i = 0; i < before.size(); ++i)
        after.append(index(rowOf(events[static_cast<std::size_t>(i)]).value_or(0), before.at(i).column()));
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged({}, QAbstractItemModel::VerticalSortHint);
    Q_EMIT sorted();
}

std::optional<int> EventListModel::rowBeginningWith(const QString& letters, int from) const {
    const int count = rowCount();
    for (int i = 0; i < count; ++i) {
        const int row = (from + i) % count;
        const std::string_view title = m_view.story().title(eventAt(row));
        if (!letters.isEmpty() && surelyBeginsOtherwise(title, letters.front()))
            continue;
        // A little more than the letters is text enough: nothing else of the title is looked at.
        const QString front = layout::displayLine(title, letters.size() + 2);
        if (front.startsWith(letters, Qt::CaseInsensitive))
            return row;
    }
    return std::nullopt;
}

QString EventListModel::rowAsText(int row) const {
    QStringList parts;
    for (int column = 0; column < columns; ++column)
        parts.append(text(eventAt(row), column));
    return parts.join(u'\t');
}

int EventListModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int EventListModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : columns;
}

QVariant EventListModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const model::EventIndex event = eventAt(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(event, index.column());
    case Qt::ToolTipRole:
        return tooltip(event);
    case Qt::AccessibleTextRole:
        return index.column() == Sources
                   ? tr("%n source(s)", nullptr, static_cast<int>(layout::sourceCount(m_view.story(), event)))
                   : text(event, index.column());
    case Qt::AccessibleDescriptionRole:
        return longDate(event);
    case Qt::TextAlignmentRole:
        return QVariant((index.column() == Sources ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case EventIndexRole:
        return event;
    case SearchedRole:
        return isSearched(event, index.column());
    default:
        return {};
    }
}

QVariant EventListModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant((section == Sources ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case When:
        return tr("When");
    case Lane: {
        const layout::Grouping grouping = m_view.arrangement().grouping;
        return layout::groupingName(grouping == layout::Grouping::None ? layout::Grouping::Lane : grouping);
    }
    case Title:
        return tr("Title");
    case Sources:
        return tr("Sources");
    default:
        return {};
    }
}

QString EventListModel::text(model::EventIndex event, int column) const {
    switch (column) {
    case When:
        return m_view.shortDate(event);
    case Lane:
        return layout::laneName(m_view, event);
    case Title:
        return m_view.title(event);
    default:
        return m_view.locale().toString(layout::sourceCount(m_view.story(), event));
    }
}

/// Titles are, and the names of people and publishers; not those of the other lanes, dates or numbers.
bool EventListModel::isSearched(model::EventIndex event, int column) const {
    const layout::Grouping grouping = m_view.arrangement().grouping;
    if (column != Lane || (grouping != layout::Grouping::Actor && grouping != layout::Grouping::Source))
        return column == Title;
    const auto lane = m_view.laneOf(event);
    return lane && m_view.lanes()[*lane].key < layout::otherLanesKey;
}

QString EventListModel::longDate(model::EventIndex event) const {
    return layout::dateInWords(m_view.story().when(event),
                               {m_view.locale(), layout::DateStyle::Long, std::nullopt,
                                m_view.story().status(event) == model::EventStatus::Scheduled});
}

/// A tooltip guesses whether its text is HTML: it gets HTML that says exactly the words.
QString EventListModel::tooltip(model::EventIndex event) const {
    return QStringLiteral("<p>%1<br>%2</p>")
        .arg(longDate(event).toHtmlEscaped(), layout::isolated(m_view.title(event)).toHtmlEscaped());
}

} // namespace quoteline::ui
