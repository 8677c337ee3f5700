// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/view/evidence/evidence_panel.h"

#include "app/content/evidence/evidence_content.h"
#include "app/content/words/display_text.h"
#include "app/layout/links/links.h"
#include "app/view/evidence/evidence_page.h"
#include "app/view/pages/flat_button.h"
#include "app/view/pages/page_area.h"
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>

namespace quoteline::ui {

using layout::StoryView;
using model::EventIndex;

namespace {
constexpr std::size_t mostRelations = 500; // that a list grows to by itself
}

struct EvidencePanel::Impl {
    /// How much of each list is shown.
    struct Limits {
        std::size_t quotes = layout::evidencePortion;
        std::size_t relations = layout::evidencePortion;
        std::size_t sources = layout::evidencePortion;
    };
    explicit Impl(EvidencePanel& owner);
    void restyle();
    void rebuild(PageArea::Place place);
    layout::EvidenceContent contentOf(EventIndex of) const;
    void fill(EvidencePage& page);
    void connectPage(EvidencePage& page);
    void showMore(EvidencePage::List list);
    void copy(std::size_t quote);
    const EvidencePage& shownPage() const { return *static_cast<const EvidencePage*>(area->widget()); }
    void showRelation();

    EvidencePanel& panel;
    PanelStyle style{lightTheme(), Fonts(1)};
    StoryView view{model::Story()};
    std::optional<EventIndex> event;
    layout::EvidenceContent content; ///< of the event, as it is shown
    Limits limits;
    layout::CheckedStory checked;
    std::optional<std::pair<EventIndex, std::size_t>> relation; ///< marked
    bool basisAvailable = false;
    int scrollBelowLegend = 0; ///< where the page stood before the legend came above it
    QHBoxLayout* header;
    QLabel* caption;
    FlatButton* legendButton;
    PageArea* area;
};

EvidencePanel::Impl::Impl(EvidencePanel& owner)
    : panel(owner)
    , header(new QHBoxLayout)
    , caption(new QLabel)
    , legendButton(new FlatButton(style))
    , area(new PageArea) {
    caption->setTextFormat(Qt::PlainText);
    legendButton->setCheckable(true);
    QObject::connect(legendButton, &QPushButton::toggled, &panel, &EvidencePanel::setLegendVisible);
    header->addWidget(caption, 1);
    header->addWidget(legendButton);
    auto* rows = new QVBoxLayout(&panel);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addLayout(header);
    rows->addWidget(area, 1);
    restyle();
}

/// Colours and fonts of everything that outlives a page.
void EvidencePanel::Impl::restyle() {
    panel.setPalette(paletteFor(style.theme));
    header->setContentsMargins(std::min(style.px(16), EvidencePage::widestMargin), style.px(6), style.px(8),
                               style.px(6));
    caption->setFont(style.caption);
    QPalette soft = paletteFor(style.theme);
    soft.setColor(QPalette::WindowText, style.theme.softText);
    caption->setPalette(soft);
    legendButton->setStyle(style);
    legendButton->setLink(EvidencePanel::tr("Legend"));
    area->setColors(style.theme.frame, style.theme.accent);
}

layout::EvidenceContent EvidencePanel::Impl::contentOf(EventIndex of) const {
    return layout::evidenceContent(view, of, limits.quotes, limits.relations, checked);
}

void EvidencePanel::Impl::fill(EvidencePage& page) {
    const bool legendFirst = legendButton->isChecked();
    if (legendFirst)
        page.addLegend();
    page.setRelations(relation, basisAvailable);
    if (event) {
        content = contentOf(*event);
        page.addEvent(content);
        return;
    }
    page.addStory(layout::storyContent(view, limits.sources));
    if (!legendFirst)
        page.addLegend();
}

void EvidencePanel::Impl::connectPage(EvidencePage& page) {
    QObject::connect(&page, &EvidencePage::eventRequested, &panel, &EvidencePanel::eventRequested);
    QObject::connect(&page, &EvidencePage::pageRequested, &panel, &EvidencePanel::pageRequested);
    QObject::connect(&page, &EvidencePage::basisRequested, &panel, &EvidencePanel::basisRequested);
    QObject::connect(&page, &EvidencePage::compareRequested, &panel, &EvidencePanel::compareRequested);
    QObject::connect(&page, &EvidencePage::copyRequested, &panel, [this](std::size_t quote) { copy(quote); });
    QObject::connect(&page, &EvidencePage::documentRequested, &panel,
                     [this](std::size_t quote) { Q_EMIT panel.documentRequested(*event, quote); });
    QObject::connect(&page, &EvidencePage::moreRequested, &panel, [this](EvidencePage::List list) { showMore(list); });
    QObject::connect(&page, &EvidencePage::cursorMoved, area, &PageArea::reveal);
}

void EvidencePanel::Impl::rebuild(PageArea::Place place) {
    auto* page = new EvidencePage(style, view.locale());
    fill(*page);
    connectPage(*page);
    caption->setText(event ? EvidencePanel::tr("Evidence") : EvidencePanel::tr("About this story"));
    area->setAccessibleName(event ? view.title(*event) : layout::displayLine(view.story().title()));
    area->setPage(page, place);
}

void EvidencePanel::Impl::showMore(EvidencePage::List list) {
    std::size_t& limit = list == EvidencePage::List::Quotes      ? limits.quotes
                         : list == EvidencePage::List::Relations ? limits.relations
                                                                 : limits.sources;
    limit += layout::evidencePortion;
    rebuild(PageArea::Place::Keep);
}

/// Makes the list long enough to hold the marked entry, unless it would hold more than anybody reads.
void EvidencePanel::Impl::showRelation() {
    if (event && relation) {
        const auto place = layout::placeOf(view.story(), *event, {relation->first, relation->second});
        if (place && *place < mostRelations)
            while (limits.relations <= *place)
                limits.relations += layout::evidencePortion;
    }
    rebuild(PageArea::Place::Keep);
    if (QWidget* entry = shownPage().currentRelation())
        area->reveal(entry, entry->rect());
}

void EvidencePanel::Impl::copy(std::size_t quote) {
    const model::Quote copied = view.story().quote(*event, quote);
    QGuiApplication::clipboard()->setText(layout::citation(view, copied));
    Q_EMIT panel.copied(
        EvidencePanel::tr("“%1”", "the start of a quote").arg(layout::isolated(layout::displayLine(copied.exact, 60))));
}

EvidencePanel::EvidencePanel(QWidget* parent)
    : QWidget(parent)
    , m_impl(std::make_unique<Impl>(*this)) {
    setAutoFillBackground(true);
    setFocusProxy(m_impl->area);
    m_impl->rebuild(PageArea::Place::Top);
}

EvidencePanel::~EvidencePanel() = default;

void EvidencePanel::setStyle(const Theme& theme, const Fonts& fonts) {
    const model::TextMatcher matcher = m_impl->style.matcher;
    m_impl->style = PanelStyle(theme, fonts);
    m_impl->style.matcher = matcher;
    m_impl->restyle();
    m_impl->rebuild(PageArea::Place::Keep);
    updateGeometry();
}

void EvidencePanel::setView(const StoryView& view) {
    const bool sameStory = &view.story() == &m_impl->view.story();
    m_impl->view = view;
    if (sameStory) {
        // A page that is made anew loses what a person selected in it.
        if (m_impl->event && m_impl->contentOf(*m_impl->event) != m_impl->content)
            m_impl->rebuild(PageArea::Place::Keep);
        return;
    }
    m_impl->event.reset();
    m_impl->checked = {}; // of the story before
    m_impl->relation.reset();
    m_impl->limits = {};
    m_impl->scrollBelowLegend = 0;
    m_impl->rebuild(PageArea::Place::Top);
}

void EvidencePanel::showEvidence(std::optional<EventIndex> event) {
    if (event && *event >= m_impl->view.story().eventCount())
        event.reset();
    if (event == m_impl->event)
        return;
    m_impl->event = event;
    m_impl->relation.reset();
    m_impl->limits = {};
    m_impl->scrollBelowLegend = 0;
    m_impl->rebuild(PageArea::Place::Top);
}

void EvidencePanel::setMatcher(const model::TextMatcher& matcher) {
    if (matcher == m_impl->style.matcher)
        return;
    m_impl->style.matcher = matcher;
    m_impl->rebuild(PageArea::Place::Keep);
}

void EvidencePanel::setChecked(const layout::CheckedStory& checked) {
    m_impl->checked = checked;
    m_impl->rebuild(PageArea::Place::Keep);
}

void EvidencePanel::revealQuote(std::size_t quote) {
    if (!m_impl->event || quote >= m_impl->view.story().quoteCount(*m_impl->event))
        return;
    if (quote >= m_impl->limits.quotes) {
        m_impl->limits.quotes = (quote / layout::evidencePortion + 1) * layout::evidencePortion;
        m_impl->rebuild(PageArea::Place::Keep);
    }
    const EvidencePage& page = m_impl->shownPage();
    m_impl->area->scrollTo(page.quotes()[quote]->mapTo(&page, QPoint(0, 0)).y());
}

void EvidencePanel::showRelation(std::optional<std::pair<EventIndex, std::size_t>> relation) {
    if (relation == m_impl->relation)
        return;
    m_impl->relation = relation;
    m_impl->showRelation();
}

void EvidencePanel::setBasisAvailable(bool available) {
    if (available == m_impl->basisAvailable)
        return;
    m_impl->basisAvailable = available;
    m_impl->rebuild(PageArea::Place::Keep);
}

void EvidencePanel::requestBasis(EventIndex from, std::size_t relation) {
    if (m_impl->basisAvailable)
        Q_EMIT basisRequested(from, relation);
}

std::optional<EventIndex> EvidencePanel::shownEvent() const {
    return m_impl->event;
}

void EvidencePanel::setLegendVisible(bool visible) {
    {
        const QSignalBlocker blocker(m_impl->legendButton);
        m_impl->legendButton->setChecked(visible);
    }
    Q_EMIT legendVisibleChanged(visible);
    const int scroll = visible ? 0 : m_impl->scrollBelowLegend;
    if (visible)
        m_impl->scrollBelowLegend = m_impl->area->scrollPosition();
    m_impl->rebuild(PageArea::Place::Keep);
    m_impl->area->scrollTo(scroll);
}

QSize EvidencePanel::sizeHint() const {
    const double scale = std::min(m_impl->style.fonts.textScale(), 1.4);
    return {static_cast<int>(std::lround(340 * scale)), 600};
}

QSize EvidencePanel::minimumSizeHint() const {
    return {260, 160};
}

} // namespace quoteline::ui
