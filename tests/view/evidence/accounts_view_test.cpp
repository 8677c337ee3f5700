// SPDX-License-Identifier: GPL-3.0-or-later
// The accounts beside each other: where the cells lie, what they say, and how keys reach them.
#include "app/view/evidence/accounts_view.h"

#include "app/view/pages/column_grid.h"
#include "app/view/pages/flat_button.h"
#include "app/view/pages/page_area.h"
#include "app/view/pages/text_block.h"
#include "tests/content/panel_stories.h"
#include <QApplication>
#include <QScrollBar>
#include <QTest>
#include <QTextBlock>
#include <gtest/gtest.h>
#include <list>

namespace quoteline::test {

using namespace layout;
using ui::AccountsView;
using ui::ColumnGrid;
using ui::PageArea;
using ui::TextBlock;

namespace {

struct ShownAccounts {
    explicit ShownAccounts(const AccountsContent& shown, const ui::Theme& theme = ui::lightTheme(), double scale = 1)
        : content(shown)
        , style(theme, ui::Fonts(scale)) {
        fill(AccountsView::Place::Top);
    }
    void fill(AccountsView::Place place) { view.setContent(content, style, QLocale(QLocale::English), place); }
    void layOut(int width, int height = 700) {
        view.resize(width, height);
        view.show();
        view.grab();
    }
    PageArea& area() { return *view.findChild<PageArea*>(); }
    QWidget& page() { return *area().widget(); }
    ColumnGrid& grid() { return *page().findChild<ColumnGrid*>(); }
    /// The passages, which the Tab key stops at; not the differences below them.
    std::vector<TextBlock*> passages() {
        std::vector<TextBlock*> found;
        for (TextBlock* block : grid().findChildren<TextBlock*>())
            if (block->focusPolicy() == Qt::StrongFocus)
                found.push_back(block);
        return found;
    }
    QString words() {
        QString all;
        for (const TextBlock* block : page().findChildren<TextBlock*>())
            all += block->toPlainText() + u'\n';
        return all;
    }
    AccountsContent content;
    ui::PanelStyle style;
    AccountsView view;
};

AccountsContent embedded(std::string_view id) {
    return accountsContent(embeddedView(), eventOf(embeddedView(), id));
}

AccountsContent many(int count, std::size_t shown = 1000) {
    SmallStory small;
    static std::list<std::string> texts;
    for (int i = 0; i < count; ++i) {
        texts.push_back("Account number " + std::to_string(i) + " says " +
                        std::string(static_cast<std::size_t>(i), 'x'));
        small.events[0].quotes.push_back(plainQuote(texts.back()));
        if (i % 2 == 1)
            small.events[0].quotes.back().form = model::QuoteForm::Report;
    }
    return accountsContent(small.view(), 0, shown);
}

QRect inPage(ShownAccounts& shown, const QWidget& widget) {
    return {widget.mapTo(&shown.page(), QPoint(0, 0)), widget.size()};
}

/// The line below a character of a passage.
QTextCharFormat::UnderlineStyle lineAt(const TextBlock& block, qsizetype at) {
    QTextCursor cursor(block.document());
    cursor.setPosition(static_cast<int>(at) + 1); // the format of the character before
    return cursor.charFormat().underlineStyle();
}

} // namespace

TEST(AccountsView, ShowsEveryPassageWithItsMarksAsPatterns) {
    const AccountsContent content = embedded("sala-statement");
    ShownAccounts shown(content);
    const auto passages = shown.passages();
    ASSERT_EQ(passages.size(), content.accounts.size());
    for (std::size_t i = 0; i < passages.size(); ++i) {
        qsizetype at = 0;
        for (const AccountRun& run : content.accounts[i].words)
            for (qsizetype k = 0; k < run.text.size(); ++k, ++at) {
                const auto expected = run.mark == AccountMark::Shared     ? QTextCharFormat::SingleUnderline
                                      : run.mark == AccountMark::OnlyHere ? QTextCharFormat::DotLine
                                                                          : QTextCharFormat::NoUnderline;
                ASSERT_EQ(lineAt(*passages[i], at), expected) << i << " " << at;
            }
        EXPECT_EQ(passages[i]->toPlainText(), content.accounts[i].quote.exact.text);
        EXPECT_EQ(passages[i]->accessibleName(), content.accounts[i].name);
        EXPECT_TRUE(passages[i]->accessibleDescription().contains(QStringLiteral("In common: ")));
    }
    for (const char* said : {"Underlined: words that stand side by side", "Dotted: words that no other account has",
                             "Named as the channel", "relayed in a post", "Giuseppe Sala, Mayor of Milan",
                             "Note: The post is cut off in the source."})
        EXPECT_TRUE(shown.words().contains(text(said))) << said;
}

TEST(AccountsView, PutsAsManyBesideEachOtherAsHaveRoomAndNeverOneOverAnother) {
    for (const int count : {2, 3, 5, 17, 50})
        for (const int width : {260, 420, 900, 1500})
            for (const double scale : {1.0, 2.0}) {
                ShownAccounts shown(many(count), ui::lightTheme(), scale);
                shown.layOut(width);
                ASSERT_EQ(shown.area().horizontalScrollBar()->maximum(), 0);
                const auto passages = shown.passages();
                ASSERT_EQ(passages.size(), static_cast<std::size_t>(count));
                std::vector<QRect> rects;
                for (const TextBlock* block : shown.grid().findChildren<TextBlock*>()) {
                    rects.push_back(inPage(shown, *block));
                    EXPECT_TRUE(shown.page().rect().contains(rects.back()));
                    EXPECT_LE(block->document()->size().height(), block->height() + 1);
                    EXPECT_LE(block->document()->size().width(), block->width());
                }
                for (std::size_t a = 0; a < rects.size(); ++a)
                    for (std::size_t b = a + 1; b < rects.size(); ++b)
                        ASSERT_FALSE(rects[a].intersects(rects[b])) << count << " at " << width;
                const int columns = shown.grid().columnsAt(shown.grid().width());
                EXPECT_EQ(inPage(shown, *passages[0]).top() == inPage(shown, *passages[1]).top(), columns > 1);
                EXPECT_EQ(columns > 1, shown.grid().width() >= 2 * shown.style.px(230) + shown.style.px(20));
            }
}

TEST(AccountsView, LetsTheTabKeyReachEveryPassageAndPageInOrderAndShowsThem) {
    ShownAccounts shown(embedded("dhs-statement"));
    shown.layOut(600, 300);
    shown.view.activateWindow();
    QApplication::processEvents();
    const std::vector<QWidget*> stops = ui::tabStops(shown.page());
    ASSERT_EQ(stops.size(), 5 * 2 + 1U); // of each the words and a link; the differences
    shown.view.setFocus();
    ASSERT_EQ(QApplication::focusWidget(), &shown.area());
    for (QWidget* stop : stops) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        ASSERT_EQ(QApplication::focusWidget(), stop);
        EXPECT_FALSE(stop->visibleRegion().isEmpty());
        EXPECT_FALSE(stop->accessibleName().isEmpty());
    }
    shown.area().scrollTo(0);
    shown.area().setFocus();
    QTest::keyClick(&shown.area(), Qt::Key_PageDown);
    EXPECT_GT(shown.area().scrollPosition(), 0);
}

TEST(AccountsView, LetsWordsBeSelectedAndCopiedAsPlainText) {
    ShownAccounts shown(embedded("sala-statement"));
    shown.layOut(900);
    shown.view.activateWindow();
    TextBlock* passage = shown.passages()[2];
    passage->setFocus();
    QTest::keySequence(passage, QKeySequence::SelectAll);
    EXPECT_EQ(passage->textCursor().selectedText(), passage->toPlainText());
    passage->textCursor().clearSelection();
    const QPoint middle = passage->viewport()->rect().center();
    QTest::mouseDClick(passage->viewport(), Qt::LeftButton, {}, {20, 12});
    EXPECT_EQ(passage->textCursor().selectedText(), text("Giuseppe")) << middle.x();
}

TEST(AccountsView, ShowsMarkupOfAStoryAsItIsWritten) {
    SmallStory small;
    small.source.publisher = "<b>Publisher</b> & co";
    small.events[0].title = "<i>Title</i>";
    small.events[0].quotes = {plainQuote("<img src='x.png'> words"), plainQuote("&amp; words")};
    small.events[0].quotes[1].form = model::QuoteForm::Report;
    ShownAccounts shown(accountsContent(small.view(), 0));
    for (const char* written : {"<img src='x.png'> words", "&amp; words", "<b>Publisher</b> & co", "<i>Title</i>"})
        EXPECT_TRUE(shown.words().contains(text(written))) << written;
}

TEST(AccountsView, AsksForMoreAndForPagesAndSaysWhatIsInTheWay) {
    ShownAccounts shown(many(60, 50));
    int asked = 0;
    QObject::connect(&shown.view, &AccountsView::moreRequested, &shown.view, [&] { ++asked; });
    ui::FlatButton* more = nullptr;
    for (auto* button : shown.page().findChildren<ui::FlatButton*>())
        if (button->accessibleName() == text("Show 10 more (50 of 60 shown)"))
            more = button;
    ASSERT_TRUE(more);
    more->click();
    EXPECT_EQ(asked, 1);
    ShownAccounts links(embedded("sala-statement"));
    QUrl opened;
    QObject::connect(&links.view, &AccountsView::pageRequested, &links.view, [&](const QUrl& url) { opened = url; });
    links.page().findChild<ui::FlatButton*>()->click();
    EXPECT_EQ(opened.host(), text("allthe.news"));
    ShownAccounts none(accountsContent(embeddedView(), std::nullopt));
    EXPECT_TRUE(none.words().contains(text("No event is selected.")));
    EXPECT_FALSE(none.page().findChild<ColumnGrid*>());
}

TEST(AccountsView, DrawsItsLinesInEveryTheme) {
    for (const ui::Theme* theme :
         {&ui::lightTheme(), &ui::darkTheme(), &ui::highContrastTheme(false), &ui::highContrastTheme(true)}) {
        ShownAccounts shown(embedded("sala-statement"), *theme);
        shown.layOut(900);
        const QImage image = shown.passages()[2]->grab().toImage();
        int underlined = 0;
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x)
                underlined += image.pixelColor(x, y) == theme->accent ? 1 : 0;
        EXPECT_GT(underlined, 100); // a whole line below "Giuseppe Sala", "that ICE", "in his city"
        EXPECT_GE(ui::contrast(theme->text, ui::blended(theme->selectionFill, theme->window)), 7);
        EXPECT_GE(ui::contrast(theme->accent, ui::blended(theme->selectionFill, theme->window)), 3);
        EXPECT_EQ(shown.view.grab().toImage().pixelColor(4, 690), theme->window);
    }
}

} // namespace quoteline::test
