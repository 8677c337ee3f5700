// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/layout/evidence_content.h"
#include "app/view/column.h"
#include "app/view/panel_style.h"

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
    void addStory(const layout::StoryContent& content);

    enum class List { Quotes, Relations, Sources };

Q_SIGNALS:
    void eventRequested(quoteline::model::EventIndex event);
    void pageRequested(const QUrl& url);
    void compareRequested();
    void copyRequested(std::size_t quote);
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
};

} // namespace quoteline::ui
