// SPDX-License-Identifier: GPL-3.0-or-later
// Compare accounts, in the real window, by keys and mouse.
#include "app/window/evidence/accounts_window.h"

#include "app/content/accounts/accounts_markdown.h"
#include "app/view/pages/column_grid.h"
#include "app/view/pages/flat_button.h"
#include "app/view/pages/page_area.h"
#include "app/view/pages/text_block.h"
#include "app/window/parts/actions.h"
#include "tests/content/panel_stories.h"
#include "tests/window/window_probe.h"
#include <QClipboard>
#include <QLabel>
#include <QPushButton>
#include <QStatusBar>
#include <QTextBlock>
#include <gtest/gtest.h>

using namespace quoteline;
using test::ShownWindow;
using test::text;

namespace {

struct Comparing : ShownWindow {
    using ShownWindow::ShownWindow;

    ui::AccountsWindow* dialog() { return (*this)->findChild<ui::AccountsWindow*>(QStringLiteral("accounts")); }
    bool isOpen() { return dialog() && dialog()->isVisible(); }
    void select(const char* id) { EXPECT_TRUE((*this)->selectEvent(QString::fromLatin1(id))); }
    QString said() { return (*this)->statusBar()->findChild<QLabel*>()->text(); }
    void activate() {
        (*this)->activateWindow();
        EXPECT_TRUE(QTest::qWaitForWindowActive(&**this));
    }
    /// Ctrl+Shift+A where the timeline has the focus.
    void ask() {
        activate();
        (*this)->pane().timeline().setFocus();
        key(Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
    }
    QString words() {
        QString all;
        for (const ui::TextBlock* block :
             dialog()->findChild<ui::PageArea*>()->widget()->findChildren<ui::TextBlock*>())
            all += block->toPlainText() + u'\n';
        return all;
    }
    QPushButton* button(QObject& in, const QString& with) {
        for (QPushButton* one : in.findChildren<QPushButton*>())
            if (QString(one->text()).remove(u'&') == with)
                return one;
        return nullptr;
    }
    QPushButton* copyButton() { return button(*dialog(), QStringLiteral("Copy as Markdown")); }
};

} // namespace

TEST(CompareAccounts, OpensByTheButtonOfThePanelAndClosesWithEscape) {
    Comparing window;
    window.select("sala-statement");
    QPushButton* compare = window.button(window->panel(), QStringLiteral("Compare accounts"));
    ASSERT_TRUE(compare);
    window.activate();
    QTest::mouseClick(compare, Qt::LeftButton);
    ASSERT_TRUE(window.isOpen());
    ASSERT_TRUE(QTest::qWaitFor([&] { return QApplication::activeWindow() == window.dialog(); }));
    EXPECT_FALSE(window.dialog()->isModal());
    for (const char* passage : {"has no place in his city", "without a doubt.", "without a…", "told RTL Radio 102"})
        EXPECT_TRUE(window.words().contains(text(passage))) << passage;
    QWidget* focus = window.dialog()->focusWidget();
    ASSERT_TRUE(focus);
    QTest::keyClick(focus, Qt::Key_Tab); // to the first passage
    QTest::keyClick(window.dialog()->focusWidget(), Qt::Key_Escape);
    EXPECT_FALSE(window.isOpen());
    EXPECT_TRUE(window.controller().selected().has_value()); // the window behind did not get the key
}

TEST(CompareAccounts, IsACommandOnlyWhereThereAreAccountsToCompare) {
    Comparing window;
    const QAction& command = *window->actions().compareAccounts;
    EXPECT_FALSE(command.isEnabled()); // nothing is selected
    const layout::StoryView& view = test::embeddedView();
    for (model::EventIndex event = 0; event < view.story().eventCount(); ++event) {
        window.controller().select(event);
        const bool able = layout::comparisonObstacle(view, event).isEmpty();
        EXPECT_EQ(command.isEnabled(), able) << view.story().id(event);
        EXPECT_EQ(window.button(window->panel(), QStringLiteral("Compare accounts")) != nullptr, able);
    }
    window.select("vogue-report");
    window.ask();
    EXPECT_FALSE(window.isOpen());
    window.select("dhs-statement");
    window.ask();
    EXPECT_TRUE(window.isOpen());
}

TEST(CompareAccounts, FollowsTheSelectionWhileItIsOpen) {
    Comparing window;
    window.select("sala-statement");
    window.ask();
    ASSERT_TRUE(window.isOpen());
    window.select("dhs-statement");
    EXPECT_TRUE(window.words().contains(text("is supporting the U.S. Department of State’s")));
    EXPECT_FALSE(window.words().contains(text("militia")));
    EXPECT_TRUE(window.copyButton()->isEnabled());
    window.select("vogue-report");
    EXPECT_TRUE(window.words().contains(text("The selected event has only one account")));
    EXPECT_FALSE(window.copyButton()->isEnabled());
    window.controller().select(std::nullopt);
    EXPECT_TRUE(window.words().contains(text("No event is selected.")));
    window.select("opening-ceremony");
    EXPECT_TRUE(window.words().contains(text("some ice sports")));
    // Another story has nothing selected.
    ASSERT_TRUE(window.open(test::crowdedStory(3)));
    EXPECT_TRUE(window.words().contains(text("No event is selected.")));
    window.dialog()->close();
    window.controller().select(0);
    EXPECT_FALSE(window.isOpen());
}

TEST(CompareAccounts, CopiesThemAsMarkdownAndSaysSo) {
    Comparing window;
    window.select("dhs-statement");
    window.ask();
    ASSERT_TRUE(window.isOpen());
    QGuiApplication::clipboard()->clear();
    QPushButton* copy = window.copyButton();
    copy->setFocus();
    QTest::keyClick(copy, Qt::Key_Space);
    const layout::StoryView& view = test::embeddedView();
    EXPECT_EQ(QGuiApplication::clipboard()->text(),
              layout::accountsAsMarkdown(view, test::eventOf(view, "dhs-statement")));
    EXPECT_TRUE(window.said().startsWith(text("Copied as Markdown"))) << window.said().toStdString();
    EXPECT_TRUE(window.dialog()->findChild<QLabel*>()->text().startsWith(text("Copied as Markdown")));
    window.select("sala-statement");
    EXPECT_TRUE(window.dialog()->findChild<QLabel*>()->text().isEmpty()); // what was copied is not what is shown
}

TEST(CompareAccounts, TakesThemeAndTextSizeOfTheWindow) {
    Comparing window;
    window.select("sala-statement");
    window.ask();
    ASSERT_TRUE(window.isOpen());
    for (const ui::ThemeChoice choice :
         {ui::ThemeChoice::Dark, ui::ThemeChoice::HighContrast, ui::ThemeChoice::Light}) {
        window->setThemeChoice(choice);
        EXPECT_EQ(window.dialog()->grab().toImage().pixelColor(3, 60), window->theme().window);
    }
    const auto* passage = window.dialog()->findChild<ui::ColumnGrid*>()->findChild<ui::TextBlock*>();
    const int size = passage->document()->firstBlock().begin().fragment().charFormat().font().pixelSize();
    window->setTextScale(2);
    passage = window.dialog()->findChild<ui::ColumnGrid*>()->findChild<ui::TextBlock*>();
    EXPECT_EQ(passage->document()->firstBlock().begin().fragment().charFormat().font().pixelSize(), 2 * size);
    window.dialog()->close();
    window->setTextScale(1); // while it is closed
    window.ask();
    passage = window.dialog()->findChild<ui::ColumnGrid*>()->findChild<ui::TextBlock*>();
    EXPECT_EQ(passage->document()->firstBlock().begin().fragment().charFormat().font().pixelSize(), size);
}

TEST(CompareAccounts, OpensThePageOfASourceAndShowsMoreAccounts) {
    Comparing window;
    QUrl opened;
    window->openPage = [&](const QUrl& url) { opened = url; };
    window.select("sala-statement");
    window.ask();
    window.dialog()->findChild<ui::ColumnGrid*>()->findChild<ui::FlatButton*>()->click();
    EXPECT_EQ(opened.host(), text("allthe.news"));
    test::SmallStory small;
    for (int i = 0; i < 70; ++i) {
        small.events[0].quotes.push_back(test::plainQuote("some words"));
        small.events[0].quotes.back().form = i % 2 ? model::QuoteForm::Report : model::QuoteForm::Direct;
    }
    ASSERT_TRUE(window.open(small.view().story()));
    window.controller().select(0);
    EXPECT_FALSE(window.words().contains(text("70 · Publisher")));
    QPushButton* more = window.button(*window.dialog(), text("Show 20 more (50 of 70 shown)"));
    ASSERT_TRUE(more);
    more->click();
    EXPECT_TRUE(window.words().contains(text("70 · Publisher")));
}
