// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/content/story/event_order.h"
#include <QAbstractTableModel>
#include <memory>
#include <optional>
#include <stop_token>

namespace quoteline::ui {

/// The shown events of a story as rows. Text is made when a row is looked at; the orders by title and by sources are
/// worked out once for a story, on another thread where it has more than `sortedAtOnce` events (rows keep their order
/// until then), and a filter takes its events out of them.
class EventListModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { When, Lane, Title, Sources };
    static constexpr int columns = 4;
    enum Role {
        EventIndexRole = Qt::UserRole, ///< quint32
        SearchedRole,                  ///< bool: whether a search looks through the text of the cell
    };
    static constexpr std::size_t sortedAtOnce = 20'000;

    explicit EventListModel(const layout::StoryView& view, QObject* parent = nullptr);
    ~EventListModel() override;

    /// The same story in another arrangement, or another story; the sort order stays.
    void setView(const layout::StoryView& view);
    /// Only these events of the view, in the order of time.
    void setEvents(const layout::StoryView& view, std::vector<model::EventIndex> events);
    const layout::StoryView& view() const { return m_view; }

    model::EventIndex eventAt(int row) const { return m_rows[static_cast<std::size_t>(row)]; }
    /// O(1).
    std::optional<int> rowOf(model::EventIndex event) const;
    int sortColumn() const { return m_column; }
    Qt::SortOrder sortOrder() const { return m_order; }
    /// Whether another thread is still working out the order.
    bool isSorting() const { return m_sorting; }
    /// The next row, from `from` on and around, whose title begins with these letters, upper or lower case.
    std::optional<int> rowBeginningWith(const QString& letters, int from) const;
    /// The columns of a row, separated by tabs.
    QString rowAsText(int row) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

Q_SIGNALS:
    /// The rows stand in the order that was asked for.
    void sorted();

private:
    using SharedRanks = std::shared_ptr<const layout::Ranks>;
    void show(const layout::StoryView& view, std::optional<std::vector<model::EventIndex>> events);
    void forgetRanks();
    /// Nothing while another thread works them out.
    SharedRanks ranksOf(const layout::StoryView& view, int column);
    SharedRanks startRanking(const layout::StoryView& view, int column);
    void finishRanking(quint64 generation, int column, SharedRanks ranks);
    /// Nothing while the order is not known.
    std::optional<std::vector<model::EventIndex>> orderedRows(const layout::StoryView& view);
    void placeRows(std::vector<model::EventIndex> rows);
    QString text(model::EventIndex event, int column) const;
    QString longDate(model::EventIndex event) const;
    QString tooltip(model::EventIndex event) const;
    bool isSearched(model::EventIndex event, int column) const;

    layout::StoryView m_view;
    std::vector<model::EventIndex> m_inTime; ///< the events of the rows in the order of time
    std::vector<model::EventIndex> m_rows;
    std::vector<std::uint32_t> m_rowOf; ///< by EventIndex
    int m_column = When;
    Qt::SortOrder m_order = Qt::AscendingOrder;
    SharedRanks m_titles;  ///< of the story; null when not needed yet
    SharedRanks m_sources; ///< likewise
    std::stop_source m_stop;
    quint64 m_generation = 0;
    std::optional<int> m_ranking; ///< the column that another thread works on
    bool m_sorting = false;
};

} // namespace quoteline::ui
