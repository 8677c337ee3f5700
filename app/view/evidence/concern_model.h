// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/content/evidence/checked_story.h"
#include <QAbstractTableModel>

namespace quoteline::ui {

/// The quotes of a checked story that somebody has to look at, a row each. Text is made when a row is looked at.
class ConcernModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Grade, Event, Words, Source };
    static constexpr int columns = 4;

    explicit ConcernModel(QObject* parent = nullptr);

    /// Without a check there are no rows.
    void setChecked(const layout::StoryView& view, const layout::CheckedStory& checked);
    /// The same story arranged in another way.
    void setView(const layout::StoryView& view) { m_view = view; }
    const model::CheckedQuote& at(int row) const { return m_rows[static_cast<std::size_t>(row)]; }
    /// The row of a quote; nothing for one that needs no look.
    std::optional<int> rowOf(model::EventIndex event, std::size_t quote) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QString text(const model::CheckedQuote& quote, int column) const;

    layout::StoryView m_view;
    layout::CheckedStory m_checked;
    std::vector<model::CheckedQuote> m_rows;
};

} // namespace quoteline::ui
