// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/view/search/event_filter.h"
#include <QCheckBox>
#include <QPushButton>
#include <QScrollArea>
#include <array>

class QLabel;
class QVBoxLayout;

namespace quoteline::ui {

/// One facet: a title and a check box for each value, the most frequent first where they are many.
class FacetList : public QWidget {
    Q_OBJECT
public:
    FacetList(EventFilter& filter, model::Facet facet, QWidget* parent = nullptr);

    /// More than these are shown on demand.
    static constexpr std::size_t shownAtFirst = 8;
    static constexpr std::size_t mostShown = 1000;

    void followStory();
    void followResult();

protected:
    void changeEvent(QEvent* event) override;

private:
    void fill();
    void orderTabs();
    void dimUnused();
    void addBox(std::uint32_t value);
    void choose(std::uint32_t value, bool chosen);
    bool isChosen(std::uint32_t value) const;

    EventFilter& m_filter;
    model::Facet m_facet;
    std::vector<std::uint32_t> m_values; ///< in the order in which they are shown
    std::vector<std::pair<std::uint32_t, QCheckBox*>> m_boxes;
    bool m_all = false;
    QVBoxLayout* m_rows; // this and the following are owned by the widget
    QPushButton* m_clear;
    QPushButton* m_more;
    QLabel* m_rest;
};

/// The facets below each other, with their counts.
class FacetPane : public QScrollArea {
    Q_OBJECT
public:
    explicit FacetPane(EventFilter& filter, QWidget* parent = nullptr);

    QSize sizeHint() const override;

private:
    void followResult();

    EventFilter& m_filter;
    std::array<FacetList*, model::facetCount> m_lists{}; // owned by the widget
    QPushButton* m_clear;
    bool m_fresh = true;    ///< the lists are those of another story
    bool m_ordered = false; ///< by how often values occur in the story
};

} // namespace quoteline::ui
