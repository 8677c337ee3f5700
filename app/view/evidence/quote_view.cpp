// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/view/evidence/quote_view.h"

#include "app/view/pages/flat_button.h"
#include "app/view/pages/text_block.h"
#include <QPainter>

namespace quoteline::ui {

using layout::QuoteContent;
using layout::SourceContent;

namespace {

const QString ellipsis = QStringLiteral("…");

QString joined(const QStringList& parts, const QString& separator) {
    QStringList said = parts;
    said.removeAll(QString());
    return said.join(separator);
}

} // namespace

QString openPageWords(const layout::PageAddress& page) {
    return QuoteView::tr("%1 – open source page", "the host of a web page").arg(page.host);
}

std::vector<TextParagraph> sourceParagraphs(const SourceContent& source, const PanelStyle& style, int above) {
    const QColor& soft = style.theme.softText;
    QFont publisher = style.small;
    publisher.setWeight(QFont::Medium);
    std::vector<TextRun> name = style.marked({source.publisher, publisher, style.theme.text});
    if (!source.headline.isEmpty())
        style.addMarked(name, {QStringLiteral(", ") + source.headline, style.small, style.theme.text});
    std::vector<TextParagraph> paragraphs{{name, above}};
    paragraphs.push_back(
        {{{joined({source.published, source.dateNote}, QStringLiteral(" – ")), style.small, soft}}, 0});
    if (!source.otherAddress.isEmpty())
        paragraphs.push_back(
            {{{QuoteView::tr("Address: %1", "not a web page").arg(source.otherAddress), style.small, soft}}, 0});
    return paragraphs;
}

QuoteView::QuoteView(const QuoteContent& quote, const QString& name, const QLocale& locale, const QColor& rule,
                     const PanelStyle& style, QWidget* parent)
    : Column(parent)
    , m_style(style)
    , m_rule(rule) {
    setMargins({style.px(9), 0, 0, 0});
    addWords(quote, name);
    addBadge(quote.badge, name);
    addOrigin(quote, name, locale);
    addButtons(quote);
}

void QuoteView::addWords(const QuoteContent& quote, const QString& name) {
    const QColor& soft = m_style.theme.softText;
    TextParagraph words;
    if (!quote.before.isEmpty())
        words.runs.push_back({ellipsis + u' ' + quote.before.text, m_style.context, soft});
    m_style.addMarked(words.runs, {quote.exact.text, m_style.quote, m_style.theme.text});
    if (!quote.after.isEmpty())
        words.runs.push_back({quote.after.text + u' ' + ellipsis, m_style.context, soft});
    auto* block = new TextBlock(TextBlock::Reach::Keyboard);
    block->setFocusColor(m_style.theme.accent);
    block->append(words, 1.25);
    block->setAccessibleName(name);
    follow(block);
    add(block);
}

/// In words, on a ground that tells it from the words of the source; what is not in order stands in the colour of what
/// needs a look.
void QuoteView::addBadge(const layout::QuoteBadge& badge, const QString& name) {
    using Kind = layout::QuoteBadge::Kind;
    const Theme& theme = m_style.theme;
    auto* block = new TextBlock(TextBlock::Reach::Mouse);
    const bool concern = badge.kind == Kind::Different || badge.kind == Kind::NotFound;
    const QColor color = badge.kind == Kind::NotChecked ? theme.softText : concern ? theme.accent : theme.text;
    const QFont& font = badge.kind == Kind::NotChecked ? m_style.small : m_style.caption;
    const QChar space(0xA0); // the ground goes a little beyond the words, and no line breaks there
    std::vector<TextRun> runs{{space + badge.word + space, font, color, theme.laneShade}};
    if (!badge.sentence.isEmpty())
        runs.push_back({u' ' + badge.sentence, m_style.small, theme.softText});
    block->append({runs, 0});
    block->setAccessibleName(tr("%1: how it was checked", "“Quote 1 of 4”").arg(name));
    follow(block);
    add(block, m_style.px(2));
}

void QuoteView::addOrigin(const QuoteContent& quote, const QString& name, const QLocale& locale) {
    const QColor& soft = m_style.theme.softText;
    auto* block = new TextBlock(TextBlock::Reach::Mouse);
    if (!quote.speaker.isEmpty())
        block->append({m_style.marked({quote.speaker, m_style.strong, m_style.theme.text}), 0});
    block->append({{{joined({quote.via, quote.form}, QStringLiteral(" · ")), m_style.small, soft}}, 0});
    if (!quote.note.isEmpty())
        block->append({{{tr("Note: %1").arg(quote.note.text), m_style.small, soft}}, m_style.px(4)});
    for (const TextParagraph& paragraph : sourceParagraphs(quote.source, m_style, m_style.px(6)))
        block->append(paragraph);
    for (const QString& sentence : layout::cutsInWords(quote, locale))
        block->append({{{sentence, m_style.small, m_style.theme.accent}}, m_style.px(4)});
    block->setAccessibleName(tr("%1: where it stands", "“Quote 1 of 4”").arg(name));
    follow(block);
    add(block, m_style.px(2));
}

void QuoteView::addButtons(const QuoteContent& quote) {
    if (quote.source.page) {
        auto* open = new FlatButton(m_style);
        open->setLink(openPageWords(*quote.source.page));
        connect(open, &QPushButton::clicked, this, [this, url = quote.source.page->url] { Q_EMIT pageRequested(url); });
        add(open, m_style.px(2), Fit::Snug);
    }
    if (quote.badge.document) {
        auto* show = new FlatButton(m_style);
        show->setLink(tr("Show in the document"));
        connect(show, &QPushButton::clicked, this, &QuoteView::documentRequested);
        add(show, 0, Fit::Snug);
    }
    auto* copy = new FlatButton(m_style);
    copy->setLink(tr("Copy quote with citation"));
    connect(copy, &QPushButton::clicked, this, &QuoteView::copyRequested);
    add(copy, 0, Fit::Snug);
}

void QuoteView::follow(TextBlock* block) {
    connect(block, &TextBlock::cursorMoved, this,
            [this, block](const QRect& rect) { Q_EMIT cursorMoved(block, rect); });
}

void QuoteView::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_rule);
    const double width = m_style.px(3);
    painter.drawRoundedRect(QRectF(0, m_style.px(4), width, height() - 2 * m_style.px(4)), width / 2, width / 2);
}

} // namespace quoteline::ui
