// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/view/search/facet_pane.h"

#include "app/content/words/display_text.h"
#include "app/content/words/translate.h"
#include "app/view/search/query_words.h"
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QVBoxLayout>
#include <algorithm>
#include <numeric>

namespace quoteline::ui {

namespace {

QPushButton* flatButton(const QString& words, QWidget* parent) {
    auto* button = new QPushButton(words, parent);
    button->setFlat(true);
    button->setAutoDefault(false);
    return button;
}

QLabel* plainLabel(const QString& words, QWidget* parent) {
    auto* label = new QLabel(words, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

} // namespace

FacetList::FacetList(EventFilter& filter, model::Facet facet, QWidget* parent)
    : QWidget(parent)
    , m_filter(filter)
    , m_facet(facet)
    , m_rows(new QVBoxLayout)
    , m_clear(flatButton(tr("Clear"), this))
    , m_more(flatButton(QString(), this))
    , m_rest(plainLabel(QString(), this)) {
    setAccessibleName(facetName(facet));
    m_clear->setAccessibleName(tr("Clear %1", "the name of a facet").arg(facetName(facet)));
    auto* title = plainLabel(facetName(facet), this);
    QFont bold = title->font();
    bold.setBold(true);
    title->setFont(bold);
    auto* head = new QHBoxLayout;
    head->addWidget(title, 1);
    head->addWidget(m_clear);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addLayout(head);
    m_rows->setSpacing(2);
    all->addLayout(m_rows);
    all->addWidget(m_more, 0, Qt::AlignLeft);
    all->addWidget(m_rest);
    connect(m_clear, &QPushButton::clicked, this, [this] {
        model::EventQuery query = m_filter.query();
        query.of(m_facet).clear();
        m_filter.setQuery(query);
    });
    connect(m_more, &QPushButton::clicked, this, [this] {
        m_all = !m_all;
        fill();
    });
}

/// With nothing asked for, the counts say how often values occur.
void FacetList::followStory() {
    const auto& counts = m_filter.result().counts[static_cast<std::size_t>(m_facet)];
    m_values.resize(counts.size());
    std::iota(m_values.begin(), m_values.end(), 0U);
    if (m_values.size() > shownAtFirst)
        std::stable_sort(m_values.begin(), m_values.end(), [&](auto a, auto b) { return counts[a] > counts[b]; });
    m_all = false;
    fill();
}

bool FacetList::isChosen(std::uint32_t value) const {
    const auto& chosen = m_filter.query().of(m_facet);
    return std::binary_search(chosen.begin(), chosen.end(), value);
}

void FacetList::fill() {
    for (const auto& [value, box] : m_boxes) {
        box->hide();
        box->deleteLater();
    }
    m_boxes.clear();
    const std::size_t most = std::min(m_all ? mostShown : shownAtFirst, m_values.size());
    for (std::size_t i = 0; i < m_values.size(); ++i)
        if (i < most || isChosen(m_values[i]))
            addBox(m_values[i]);
    const auto count = static_cast<int>(m_values.size());
    const QString all = layout::number(m_values.size(), m_filter.locale());
    m_more->setVisible(m_values.size() > shownAtFirst);
    m_more->setText(m_all ? tr("Show fewer") : tr("Show all %1", nullptr, count).arg(all));
    m_rest->setVisible(m_all && m_values.size() > mostShown);
    m_rest->setText(
        tr("Shown are the most frequent of %1; the search finds the others by name.", nullptr, count).arg(all));
    orderTabs();
    followResult();
}

/// Tab goes through the list as it stands on the screen; boxes come to the end of the window by themselves.
void FacetList::orderTabs() {
    QWidget* last = m_clear;
    for (const auto& box : m_boxes) {
        setTabOrder(last, box.second);
        last = box.second;
    }
    setTabOrder(last, m_more);
}

/// Values that no shown event has are as pale as what cannot be used.
void FacetList::dimUnused() {
    const auto& counts = m_filter.result().counts[static_cast<std::size_t>(m_facet)];
    for (const auto& [value, box] : m_boxes) {
        if (value >= counts.size())
            continue;
        QPalette palette; // that of the program
        if (counts[value] == 0)
            palette.setColor(QPalette::WindowText, palette.color(QPalette::Disabled, QPalette::WindowText));
        box->setPalette(palette);
    }
}

void FacetList::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::ApplicationPaletteChange)
        dimUnused();
}

void FacetList::addBox(std::uint32_t value) {
    auto* box = new QCheckBox(this);
    m_rows->addWidget(box);
    m_boxes.emplace_back(value, box);
    connect(box, &QCheckBox::toggled, this, [this, value](bool chosen) { choose(value, chosen); });
}

void FacetList::choose(std::uint32_t value, bool chosen) {
    model::EventQuery query = m_filter.query();
    auto& values = query.of(m_facet);
    const auto at = std::lower_bound(values.begin(), values.end(), value);
    const bool there = at != values.end() && *at == value;
    if (chosen && !there)
        values.insert(at, value);
    else if (!chosen && there)
        values.erase(at);
    m_filter.setQuery(query);
}

void FacetList::followResult() {
    const auto& counts = m_filter.result().counts[static_cast<std::size_t>(m_facet)];
    const auto& chosen = m_filter.query().of(m_facet);
    m_clear->setVisible(!chosen.empty());
    const bool hidden = std::any_of(chosen.begin(), chosen.end(), [&](std::uint32_t value) {
        return value < m_values.size() &&
               std::none_of(m_boxes.begin(), m_boxes.end(), [&](const auto& box) { return box.first == value; });
    });
    if (hidden) { // chosen from elsewhere
        fill();
        return;
    }
    for (const auto& [value, box] : m_boxes) {
        if (value >= counts.size())
            continue;
        const QString name = facetValueName(m_filter.story(), m_facet, value);
        QString words = tr("%1 (%2)", "a value and how many events have it")
                            .arg(layout::isolated(name), layout::number(counts[value], m_filter.locale()));
        box->setAccessibleName(words);
        box->setText(words.replace(u'&', QStringLiteral("&&")));
        const QSignalBlocker blocker(box);
        box->setChecked(isChosen(value));
    }
    dimUnused();
}

FacetPane::FacetPane(EventFilter& filter, QWidget* parent)
    : QScrollArea(parent)
    , m_filter(filter)
    , m_clear(new QPushButton(tr("Clear all filters"))) {
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setAccessibleName(tr("Filters"));
    auto* page = new QWidget;
    auto* rows = new QVBoxLayout(page);
    m_clear->setAutoDefault(false);
    rows->addWidget(m_clear, 0, Qt::AlignLeft);
    for (std::size_t i = 0; i < m_lists.size(); ++i) {
        m_lists[i] = new FacetList(filter, static_cast<model::Facet>(i), page);
        rows->addWidget(m_lists[i]);
    }
    rows->addStretch(1);
    setWidget(page);
    connect(m_clear, &QPushButton::clicked, this, [this] {
        model::EventQuery query;
        query.text = m_filter.query().text;
        m_filter.setQuery(query);
    });
    connect(&m_filter, &EventFilter::storyReplaced, this, [this] { m_fresh = true; });
    connect(&m_filter, &EventFilter::resultChanged, this, &FacetPane::followResult);
    followResult();
}

void FacetPane::followResult() {
    const auto& choices = m_filter.query().choices;
    m_clear->setEnabled(std::any_of(choices.begin(), choices.end(), [](const auto& one) { return !one.empty(); }));
    widget()->setEnabled(!m_fresh || !m_filter.isSearching()); // the boxes may be those of another story
    if (m_filter.isSearching())
        return;
    // The first answer may be to a question: how often values occur is in the answer to none.
    const bool all = m_filter.query().isEmpty();
    const bool order = m_fresh || (all && !m_ordered);
    for (FacetList* list : m_lists)
        order ? list->followStory() : list->followResult();
    m_ordered = all || (m_ordered && !m_fresh);
    m_fresh = false;
}

QSize FacetPane::sizeHint() const {
    return {fontMetrics().averageCharWidth() * 34, 400};
}

} // namespace quoteline::ui
