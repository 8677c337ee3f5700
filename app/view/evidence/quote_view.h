// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/content/evidence/evidence_content.h"
#include "app/view/pages/column.h"
#include "app/view/pages/panel_style.h"
#include "app/view/pages/text_flow.h"

namespace quoteline::ui {

class TextBlock;

/// The words of a source with some of the words around them, who said them, how they are known and where they stand.
class QuoteView : public Column {
    Q_OBJECT
public:
    /// `name` is what assistive technology calls the words ("Quote 1 of 4").
    QuoteView(const layout::QuoteContent& quote, const QString& name, const QLocale& locale, const QColor& rule,
              const PanelStyle& style, QWidget* parent = nullptr);

Q_SIGNALS:
    void pageRequested(const QUrl& url);
    void copyRequested();
    void documentRequested();
    void cursorMoved(QWidget* block, const QRect& rect);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void addWords(const layout::QuoteContent& quote, const QString& name);
    void addOrigin(const layout::QuoteContent& quote, const QString& name, const QLocale& locale);
    void addBadge(const layout::QuoteBadge& badge, const QString& name);
    void addButtons(const layout::QuoteContent& quote);
    void follow(TextBlock* block);

    PanelStyle m_style;
    QColor m_rule;
};

/// What is said about a source: publisher, headline, date and how that is known, and its address where it cannot be
/// opened from here.
std::vector<TextParagraph> sourceParagraphs(const layout::SourceContent& source, const PanelStyle& style, int above);

/// The words of the button that opens a page, host first.
QString openPageWords(const layout::PageAddress& page);

} // namespace quoteline::ui
