// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/content/evidence/evidence_content.h"
#include "app/view/pages/column.h"
#include "app/view/pages/panel_style.h"
#include <optional>
#include <utility>

namespace quoteline::ui {

class TextBlock;

/// What the panel scrolls: an event with its quotes, or the story as a whole. Built once; a change makes a new page.
class EvidencePage : public Column {
    Q_OBJECT
public:
    EvidencePage(const PanelStyle& style, const QLocale& locale, QWidget* parent = nullptr);

    /// Pixels at the sides: large text needs the room more than the margins do.
    static constexpr int widestMargin = 20;

    void addLegend();
    void addEvent(const layout::EvidenceContent& content);
    /// To be said before events are added: which relation is marked, and whether its words can be shown in documents.
    void setRelations(std::optional<std::pair<model::EventIndex, std::size_t>> current, bool basisAvailable);
    /// The entry of the relation that is marked; null where there is none.
    QWidget* currentRelation() const { return m_currentEntry; }
    void addStory(const layout::StoryContent& content);
    /// The quotes that were added, in their order.
    const std::vector<QWidget*>& quotes() const { return m_quotes; }

    enum class List { Quotes, Relations, Sources };

Q_SIGNALS:
    void eventRequested(quoteline::model::EventIndex event);
    void pageRequested(const QUrl& url);
    void basisRequested(quoteline::model::EventIndex from, std::size_t relation);
    void compareRequested();
    void copyRequested(std::size_t quote);
    void documentRequested(std::size_t quote);
    /// More of a list was asked for.
    void moreRequested(quoteline::ui::EvidencePage::List list);
    void cursorMoved(QWidget* block, const QRect& rect);

private:
    TextBlock* addBlock(int above);
    void addSection(const QString& heading);
    void addHead(const layout::EvidenceContent& content);
    void addText(TextBlock& block, const layout::ShownText& text, const QFont& font, const QColor& color, int above,
                 double leading = 1.3, bool searched = false);
    void addQuotes(const layout::EvidenceContent& content);
    void addRelations(const layout::EvidenceContent& content);
    void addRelation(const layout::RelationContent& relation);
    void addSources(const layout::StoryContent& content);
    void addMore(List list, std::size_t shown, std::size_t all);

    PanelStyle m_style;
    QLocale m_locale;
    bool m_empty = true;
    std::vector<QWidget*> m_quotes; // on this page
    std::optional<std::pair<model::EventIndex, std::size_t>> m_current;
    bool m_basisAvailable = false;
    QWidget* m_currentEntry = nullptr; // on this page
};

} // namespace quoteline::ui
