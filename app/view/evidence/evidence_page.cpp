// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/view/evidence/evidence_page.h"

#include "app/content/words/display_text.h"
#include "app/content/words/translate.h"
#include "app/view/evidence/legend_view.h"
#include "app/view/evidence/quote_view.h"
#include "app/view/pages/flat_button.h"
#include "app/view/pages/text_block.h"
#include <algorithm>

namespace quoteline::ui {

using layout::EvidenceContent;
using layout::RelationContent;
using layout::ShownText;
using layout::StoryContent;

namespace {

/// A thin line across the page.
QWidget* separator(const QColor& color) {
    auto* line = new QWidget;
    QPalette palette;
    palette.setColor(QPalette::Window, color);
    line->setPalette(palette);
    line->setAutoFillBackground(true);
    line->setFixedHeight(1);
    return line;
}

} // namespace

EvidencePage::EvidencePage(const PanelStyle& style, const QLocale& locale, QWidget* parent)
    : Column(parent)
    , m_style(style)
    , m_locale(locale) {
    const int side = std::min(style.px(16), widestMargin) - TextBlock::inset;
    setMargins({side, style.px(10), side, style.px(24)});
}

TextBlock* EvidencePage::addBlock(int above) {
    auto* block = new TextBlock(TextBlock::Reach::Mouse);
    connect(block, &TextBlock::cursorMoved, this,
            [this, block](const QRect& rect) { Q_EMIT cursorMoved(block, rect); });
    add(block, m_empty ? 0 : above);
    m_empty = false;
    return block;
}

void EvidencePage::addText(TextBlock& block, const ShownText& text, const QFont& font, const QColor& color, int above,
                           double leading, bool searched) {
    if (text.isEmpty())
        return;
    const TextRun run{text.text, font, color};
    block.append({searched ? m_style.marked(run) : std::vector<TextRun>{run}, above}, leading);
    if (text.isCut())
        block.append({{{layout::cutInWords(text, m_locale), m_style.small, m_style.theme.accent}}, 0});
}

void EvidencePage::addSection(const QString& heading) {
    if (!m_empty)
        add(separator(m_style.theme.grid), m_style.px(16));
    TextBlock* block = addBlock(m_style.px(10));
    block->append({{{heading, m_style.heading, m_style.theme.text}}, 0});
}

void EvidencePage::addLegend() {
    addSection(tr("Legend"));
    add(new LegendView(m_style), m_style.px(4));
}

void EvidencePage::addEvent(const EvidenceContent& content) {
    if (!m_empty)
        add(separator(m_style.theme.grid), m_style.px(16));
    addHead(content);
    addQuotes(content);
    addRelations(content);
}

void EvidencePage::addHead(const EvidenceContent& content) {
    const Theme& theme = m_style.theme;
    TextBlock* block = addBlock(m_style.px(10));
    const QString caption =
        tr("%1 · %2", "kind and lane of an event").arg(content.kind, layout::isolated(content.lane));
    block->append({{{caption, m_style.caption, theme.hue(content.hue)}}, 0});
    block->append({m_style.marked({content.actor, m_style.small, theme.softText}), 0});
    addText(*block, content.title, m_style.title, theme.text, m_style.px(6), 1.15, true);
    block->append({{{content.date, m_style.strong, theme.text}}, m_style.px(8)});
    addText(*block, content.whenBasis, m_style.small, theme.softText, m_style.px(2), 1.25);
    addText(*block, content.summary, m_style.body, theme.text, m_style.px(10), 1.3, true);
    block->setAccessibleName(content.title.text);
}

void EvidencePage::addQuotes(const EvidenceContent& content) {
    if (content.quoteCount == 0)
        return;
    addSection(tr("%n quote(s)", nullptr, layout::asInt(content.quoteCount)));
    if (content.hasAccounts) {
        auto* compare = new FlatButton(m_style);
        compare->setLink(tr("Compare accounts"));
        connect(compare, &QPushButton::clicked, this, &EvidencePage::compareRequested);
        add(compare, 0, Fit::Snug);
    }
    for (std::size_t i = 0; i < content.quotes.size(); ++i) {
        const QString name = tr("Quote %1 of %2")
                                 .arg(m_locale.toString(static_cast<qulonglong>(i + 1)),
                                      m_locale.toString(static_cast<qulonglong>(content.quoteCount)));
        auto* quote = new QuoteView(content.quotes[i], name, m_locale, m_style.theme.hue(content.hue), m_style);
        connect(quote, &QuoteView::pageRequested, this, &EvidencePage::pageRequested);
        connect(quote, &QuoteView::copyRequested, this, [this, i] { Q_EMIT copyRequested(i); });
        connect(quote, &QuoteView::documentRequested, this, [this, i] { Q_EMIT documentRequested(i); });
        connect(quote, &QuoteView::cursorMoved, this, &EvidencePage::cursorMoved);
        add(quote, m_style.px(i == 0 ? 8 : 20));
        m_quotes.push_back(quote);
    }
    addMore(List::Quotes, content.quotes.size(), content.quoteCount);
}

void EvidencePage::addRelations(const EvidenceContent& content) {
    if (content.relationCount == 0)
        return;
    addSection(tr("Related events"));
    for (const RelationContent& relation : content.relations)
        addRelation(relation);
    addMore(List::Relations, content.relations.size(), content.relationCount);
}

void EvidencePage::addRelation(const RelationContent& relation) {
    const Theme& theme = m_style.theme;
    const bool current = m_current == std::pair(relation.carrier, relation.relation);
    auto* button = new FlatButton(m_style);
    button->setRule(relation.reading ? FlatButton::Rule::Dotted : FlatButton::Rule::Solid,
                    current ? theme.accent : theme.hue(relation.hue));
    std::vector<TextParagraph> words{
        {{{relation.direction + u' ', current ? m_style.strong : m_style.body, current ? theme.text : theme.softText},
          {layout::isolated(relation.title), m_style.strong, theme.accent}},
         0},
        {{{relation.date, m_style.small, theme.softText}}, 0}};
    if (!relation.basis.isEmpty())
        words.push_back({{{relation.basis, m_style.small, theme.text}}, m_style.px(3)});
    button->setWords(words);
    connect(button, &QPushButton::clicked, this, [this, event = relation.event] { Q_EMIT eventRequested(event); });
    add(button, m_style.px(6));
    if (current)
        m_currentEntry = button;
    if (!m_basisAvailable || relation.basis.isEmpty())
        return;
    auto* basis = new FlatButton(m_style);
    basis->setLink(tr("Show the words in the document"));
    connect(basis, &QPushButton::clicked, this,
            [this, from = relation.carrier, at = relation.relation] { Q_EMIT basisRequested(from, at); });
    add(basis, 0, Fit::Snug);
}

void EvidencePage::setRelations(std::optional<std::pair<model::EventIndex, std::size_t>> current, bool basisAvailable) {
    m_current = current;
    m_basisAvailable = basisAvailable;
}

void EvidencePage::addStory(const StoryContent& content) {
    const Theme& theme = m_style.theme;
    if (!m_empty)
        add(separator(theme.grid), m_style.px(16));
    TextBlock* block = addBlock(m_style.px(10));
    addText(*block, content.title, m_style.title, theme.text, 0, 1.15);
    if (!content.span.isEmpty())
        block->append({{{content.span, m_style.strong, theme.text}}, m_style.px(8)});
    block->append({{{content.numbers, m_style.small, theme.softText}}, m_style.px(2)});
    if (!content.coreWindow.isEmpty())
        block->append({{{tr("Core window: %1").arg(content.coreWindow), m_style.small, theme.softText}}, 0});
    addText(*block, content.summary, m_style.body, theme.text, m_style.px(10));
    block->setAccessibleName(content.title.text);
    addSources(content);
}

void EvidencePage::addSources(const StoryContent& content) {
    if (content.sourceCount == 0)
        return;
    addSection(tr("%n source(s)", nullptr, layout::asInt(content.sourceCount)));
    int above = m_style.px(4);
    for (const layout::SourceContent& source : content.sources) {
        TextBlock* block = addBlock(above);
        for (const TextParagraph& paragraph : sourceParagraphs(source, m_style, 0))
            block->append(paragraph);
        if (source.page) {
            auto* open = new FlatButton(m_style);
            open->setLink(openPageWords(*source.page));
            connect(open, &QPushButton::clicked, this, [this, url = source.page->url] { Q_EMIT pageRequested(url); });
            add(open, 0, Fit::Snug);
        }
        above = m_style.px(10);
    }
    addMore(List::Sources, content.sources.size(), content.sourceCount);
}

void EvidencePage::addMore(List list, std::size_t shown, std::size_t all) {
    if (shown >= all)
        return;
    auto* more = new FlatButton(m_style);
    more->setLink(tr("Show %1 more (%2 of %3 shown)")
                      .arg(m_locale.toString(static_cast<qulonglong>(std::min(layout::evidencePortion, all - shown))),
                           m_locale.toString(static_cast<qulonglong>(shown)),
                           m_locale.toString(static_cast<qulonglong>(all))));
    connect(more, &QPushButton::clicked, this, [this, list] { Q_EMIT moreRequested(list); });
    add(more, m_style.px(12), Fit::Snug);
}

} // namespace quoteline::ui
