// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/view/evidence/accounts_view.h"

#include "app/view/evidence/quote_view.h"
#include "app/view/pages/column_grid.h"
#include "app/view/pages/flat_button.h"
#include "app/view/pages/page_area.h"
#include "app/view/pages/text_block.h"
#include <QVBoxLayout>
#include <algorithm>

namespace quoteline::ui {

using layout::AccountContent;
using layout::AccountDifference;
using layout::AccountMark;
using layout::AccountRun;
using layout::AccountsContent;

namespace {

/// Words under their marks: a whole line below what is shared, dots below what is found here alone.
std::vector<TextRun> markedRuns(const std::vector<AccountRun>& runs, const QFont& font, const Theme& theme) {
    std::vector<TextRun> drawn;
    for (const AccountRun& run : runs) {
        TextRun one{run.text, font, theme.text};
        if (run.mark != AccountMark::None)
            one.line = run.mark == AccountMark::Shared ? TextLine::Solid : TextLine::Dotted;
        one.lineColor = run.mark == AccountMark::Shared ? theme.accent : theme.text;
        if (run.mark == AccountMark::Shared)
            one.ground = blended(theme.selectionFill, theme.window);
        drawn.push_back(one);
    }
    return drawn;
}

/// What the view scrolls. Built once; a change makes a new page.
class Page : public Column {
public:
    Page(const PanelStyle& style, const QLocale& locale, AccountsView& view, PageArea& area)
        : m_style(style)
        , m_locale(locale)
        , m_view(view)
        , m_area(area) {
        setMargins({style.px(16), style.px(12), style.px(16), style.px(24)});
    }

    void fill(const AccountsContent& content) {
        const Theme& theme = m_style.theme;
        TextBlock* head = block(TextBlock::Reach::Mouse, *this, 0);
        if (!content.title.isEmpty()) {
            head->append({{{content.title.text, m_style.title, theme.text}}, 0}, 1.15);
            head->append({{{content.date, m_style.strong, theme.text}}, m_style.px(4)});
        }
        if (!content.obstacle.isEmpty()) {
            head->append({{{content.obstacle, m_style.body, theme.text}}, m_style.px(8)}, 1.3);
            head->setAccessibleName(content.obstacle);
            return;
        }
        head->append({markedRuns(content.legend, m_style.small, theme), m_style.px(8)}, 1.3);
        for (const QString& note : content.notes)
            head->append({{{note, m_style.small, theme.softText}}, m_style.px(2)});
        head->setAccessibleName(content.title.text);
        addAccounts(content);
        addDifferences(content.differences);
    }

private:
    TextBlock* block(TextBlock::Reach reach, Column& column, int above) {
        auto* text = new TextBlock(reach);
        text->setFocusColor(m_style.theme.accent);
        PageArea& area = m_area;
        QObject::connect(text, &TextBlock::cursorMoved, &area,
                         [&area, text](const QRect& rect) { area.reveal(text, rect); });
        column.add(text, above);
        return text;
    }

    void addAccounts(const AccountsContent& content) {
        auto* grid = new ColumnGrid({m_style.px(230), m_style.px(560), m_style.px(20)}, m_style.theme.frame);
        for (const AccountContent& account : content.accounts) {
            auto* body = new Column;
            grid->addCell(origin(account), body);
            fillBody(*body, account);
        }
        add(grid, m_style.px(16));
        const std::size_t shown = content.accounts.size();
        if (shown == content.accountCount)
            return;
        auto* more = new FlatButton(m_style);
        more->setLink(AccountsView::tr("Show %1 more (%2 of %3 shown)")
                          .arg(number(std::min(layout::evidencePortion, content.accountCount - shown)), number(shown),
                               number(content.accountCount)));
        QObject::connect(more, &QPushButton::clicked, &m_view, &AccountsView::moreRequested);
        add(more, m_style.px(12), Fit::Snug);
    }

    /// Who said it, how that is known and where it stands.
    TextBlock* origin(const AccountContent& account) {
        const Theme& theme = m_style.theme;
        const layout::QuoteContent& quote = account.quote;
        auto* head = new TextBlock(TextBlock::Reach::Mouse);
        head->append({{{account.name, m_style.heading, theme.text}}, 0});
        QStringList published{quote.source.headline, quote.source.published, quote.source.dateNote};
        published.removeAll(QString());
        head->append({{{published.join(QStringLiteral(" – ")), m_style.small, theme.softText}}, m_style.px(2)});
        if (!quote.speaker.isEmpty())
            head->append({{{quote.speaker, m_style.strong, theme.text}}, m_style.px(4)});
        QStringList known{quote.form, quote.via};
        known.removeAll(QString());
        head->append({{{known.join(QStringLiteral(" · ")), m_style.small, theme.text}}, m_style.px(4)});
        head->setAccessibleName(AccountsView::tr("%1: where it stands", "“1 · The Inquisitr”").arg(account.name));
        return head;
    }

    void fillBody(Column& body, const AccountContent& account) {
        const Theme& theme = m_style.theme;
        TextBlock* words = block(TextBlock::Reach::Keyboard, body, m_style.px(8));
        words->append({markedRuns(account.words, m_style.quote, theme), 0}, 1.3);
        words->setAccessibleName(account.name);
        words->setAccessibleDescription(account.marks);
        QStringList below = account.sentences;
        if (!account.quote.note.isEmpty())
            below.prepend(AccountsView::tr("Note: %1").arg(account.quote.note.text));
        if (const QString cut = layout::cutInWords(account.quote.exact, m_locale); !cut.isEmpty())
            below.prepend(cut);
        if (!below.isEmpty()) {
            TextBlock* sentences = block(TextBlock::Reach::Mouse, body, m_style.px(4));
            for (const QString& sentence : below)
                sentences->append({{{sentence, m_style.small, theme.softText}}, m_style.px(3)});
            sentences->setAccessibleName(AccountsView::tr("%1: in common", "“1 · The Inquisitr”").arg(account.name));
        }
        if (const auto& page = account.quote.source.page) {
            auto* open = new FlatButton(m_style);
            open->setLink(openPageWords(*page));
            AccountsView& view = m_view;
            QObject::connect(open, &QPushButton::clicked, &view,
                             [&view, url = page->url] { Q_EMIT view.pageRequested(url); });
            body.add(open, m_style.px(2), Fit::Snug);
        }
    }

    void addDifferences(const std::vector<AccountDifference>& differences) {
        const Theme& theme = m_style.theme;
        if (differences.empty())
            return;
        TextBlock* all = block(TextBlock::Reach::Keyboard, *this, m_style.px(20));
        all->setAccessibleName(AccountsView::tr("Differences in words"));
        int above = 0;
        for (const AccountDifference& difference : differences) {
            all->append({{{difference.heading, m_style.heading, theme.text}}, above});
            for (const QString& line : difference.lines)
                all->append({{{line, m_style.body, theme.text}}, m_style.px(3)}, 1.3);
            above = m_style.px(12);
        }
    }

    QString number(std::size_t count) const { return m_locale.toString(static_cast<qulonglong>(count)); }

    PanelStyle m_style;
    QLocale m_locale;
    AccountsView& m_view;
    PageArea& m_area;
};

} // namespace

AccountsView::AccountsView(QWidget* parent)
    : QWidget(parent)
    , m_area(new PageArea(this)) {
    setAutoFillBackground(true);
    setFocusProxy(m_area);
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->addWidget(m_area);
}

void AccountsView::setContent(const AccountsContent& content, const PanelStyle& style, const QLocale& locale,
                              Place place) {
    setPalette(paletteFor(style.theme));
    m_area->setColors(style.theme.frame, style.theme.accent);
    m_area->setAccessibleName(content.title.isEmpty() ? content.obstacle : content.title.text);
    auto* page = new Page(style, locale, *this, *m_area);
    page->fill(content);
    m_area->setPage(page, place == Place::Keep ? PageArea::Place::Keep : PageArea::Place::Top);
}

} // namespace quoteline::ui
