// SPDX-License-Identifier: GPL-3.0-or-later
// Checking quotes in the window: badges, the list of what needs a look, documents; by keys and mouse.
#include "app/content/evidence/grade_words.h"
#include "app/layout/overlay/overlay_builder.h"
#include "app/view/evidence/concern_list.h"
#include "app/view/evidence/document_view.h"
#include "app/view/evidence/quote_view.h"
#include "app/view/pages/text_block.h"
#include "app/view/search/event_filter.h"
#include "app/window/evidence/check_feature.h"
#include "app/window/parts/actions.h"
#include "tests/content/panel_stories.h"
#include "tests/view/evidence/panel_probe.h"
#include "tests/window/window_probe.h"

#include <QDir>
#include <QDockWidget>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStatusBar>
#include <QTableView>
#include <QToolButton>
#include <gtest/gtest.h>
#include <map>

using namespace quoteline;
using test::ShownWindow;

namespace {

/// A window, and a folder with documents that hold every quote of the built-in story once, with invented words in
/// between.
struct Checked : ShownWindow {
    Checked() {
        EXPECT_TRUE(QDir().mkpath(folder()));
        std::map<std::string, QByteArrayList> passages;
        const model::Story& story = this->story();
        for (model::EventIndex event = 0; event < story.eventCount(); ++event) {
            for (std::size_t i = 0; i < story.quoteCount(event); ++i) {
                const model::Quote quote = story.quote(event, i);
                QByteArray passage;
                for (const std::string_view part : {quote.prefix, quote.exact, quote.suffix})
                    passage.append(part.data(), static_cast<qsizetype>(part.size()));
                passages[std::string(story.sources()[quote.source].id)] += passage;
            }
        }
        std::map<std::string, QByteArray> texts;
        for (auto& [id, all] : passages) {
            // The longest first: a passage may lie in another one, and stands there once then.
            std::sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.size() > b.size(); });
            QByteArray& text = texts[id];
            for (const QByteArray& passage : all)
                if (!text.contains(passage))
                    text += "Words in between, number " + QByteArray::number(text.size()) + ".\n\n" + passage;
        }
        for (const auto& [id, text] : texts)
            test::writeFile(fileOf(id), text);
        (*this)->check().askFolder = [this](const QString&) {
            ++asked;
            return answer;
        };
        answer = folder();
    }
    QString folder() const { return path(QStringLiteral("documents")); }
    QString fileOf(const std::string& id) const {
        return folder() + u'/' + QString::fromStdString(id) + QStringLiteral(".txt");
    }
    const model::Story& story() { return controller().view().story(); }
    model::EventIndex event(const char* id) { return story().find(id).value(); }
    QString said() { return (*this)->statusBar()->findChild<QLabel*>()->text(); }
    void change(const std::string& id, const char* from, const char* to) {
        QByteArray text = test::readFile(fileOf(id));
        ASSERT_TRUE(text.contains(from));
        test::writeFile(fileOf(id), text.replace(from, to));
    }
    bool check() {
        (*this)->actions().checkQuotes->trigger();
        return wait();
    }
    bool wait() {
        return QTest::qWaitFor([this] { return !(*this)->check().isChecking(); }, 60000);
    }
    /// What is said beside the quotes of the event shown.
    QStringList badges() {
        QStringList words;
        for (const ui::TextBlock* block : test::blocksOf((*this)->panel()))
            if (block->accessibleName().endsWith(QStringLiteral("how it was checked")))
                words += block->toPlainText();
        return words;
    }
    ui::ConcernList& list() { return (*this)->check().list(); }
    ui::DocumentView& document() { return (*this)->check().document(); }
    QStringList marked() {
        QStringList words;
        for (const QTextEdit::ExtraSelection& selection : document().text().extraSelections())
            if (selection.format.underlineStyle() != QTextCharFormat::DotLine)
                words += selection.cursor.selectedText().replace(QChar::ParagraphSeparator, u'\n');
        return words;
    }
    QString answer; ///< to the question for a folder
    int asked = 0;
};

} // namespace

TEST(CheckWindow, BeforeACheckEveryQuoteIsNotCheckedHereAndNoDocumentIsOffered) {
    Checked window;
    for (model::EventIndex event = 0; event < window.story().eventCount(); ++event) {
        window.controller().select(event);
        const QStringList badges = window.badges();
        ASSERT_EQ(badges.size(), static_cast<int>(window.story().quoteCount(event)));
        for (const QString& badge : badges)
            EXPECT_EQ(badge.trimmed(), layout::notCheckedInWords());
        for (const QPushButton* button : window->panel().findChildren<QPushButton*>())
            EXPECT_FALSE(button->accessibleName().contains(QStringLiteral("document"))) << event;
    }
}

TEST(CheckWindow, F7AsksForTheFolderAndThenSaysVerbatimBesideEveryQuote) {
    Checked window;
    window.key(Qt::Key_F7);
    EXPECT_EQ(window.asked, 1);
    ASSERT_TRUE(window.wait());
    ASSERT_TRUE(window->check().result());
    EXPECT_EQ(window->check().result().check->counts.of(model::QuoteGrade::Verbatim), window.story().quoteCount());
    EXPECT_EQ(window.said(), QStringLiteral("28 of 28 checked quote(s) stand in their documents word for word."));
    EXPECT_EQ(window.list().summary(), window.said());
    EXPECT_FALSE(window->check().listDock().isVisible()) << "there is nothing to look at";
    for (model::EventIndex event = 0; event < window.story().eventCount(); ++event) {
        window.controller().select(event);
        ASSERT_EQ(window.badges().size(), static_cast<int>(window.story().quoteCount(event)));
        for (const QString& badge : window.badges())
            EXPECT_TRUE(badge.trimmed().startsWith(QStringLiteral("verbatim"))) << badge.toStdString();
    }
    window.key(Qt::Key_F7);
    ASSERT_TRUE(window.wait());
    EXPECT_EQ(window.asked, 1) << "the folder is known now";
    window.key(Qt::Key_F7, Qt::ShiftModifier);
    ASSERT_TRUE(window.wait());
    EXPECT_EQ(window.asked, 2);
}

TEST(CheckWindow, ThinkingBetterOfItChangesNothing) {
    Checked window;
    window.answer.clear();
    ASSERT_TRUE(window.check());
    EXPECT_EQ(window.asked, 1);
    EXPECT_FALSE(window->check().result());
    EXPECT_FALSE(window->check().isChecking());
}

TEST(CheckWindow, AFolderThatIsNotThereIsSaidAndWhatWasCheckedStays) {
    Checked window;
    ASSERT_TRUE(window.check());
    const auto before = window->check().result().check;
    window.answer = window.path(QStringLiteral("nowhere"));
    window->actions().documentFolder->trigger();
    ASSERT_TRUE(window.wait());
    EXPECT_TRUE(window.said().startsWith(QStringLiteral("The quotes were not checked"))) << window.said().toStdString();
    EXPECT_TRUE(window.said().contains(QStringLiteral("nowhere"))) << window.said().toStdString();
    EXPECT_EQ(window->check().result().check, before);
}

TEST(CheckWindow, TheDocumentOpensWithEveryQuoteMarkedAndInView) {
    Checked window;
    ASSERT_TRUE(window.check());
    for (model::EventIndex event = 0; event < window.story().eventCount(); ++event) {
        window.controller().select(event);
        std::vector<ui::QuoteView*> quotes;
        for (ui::QuoteView* quote : window->panel().findChildren<ui::QuoteView*>())
            quotes.push_back(quote);
        ASSERT_EQ(quotes.size(), window.story().quoteCount(event));
        for (std::size_t i = 0; i < quotes.size(); ++i) {
            QPushButton* show = nullptr;
            for (QPushButton* button : quotes[i]->findChildren<QPushButton*>())
                if (button->accessibleName() == QStringLiteral("Show in the document"))
                    show = button;
            ASSERT_TRUE(show);
            show->click();
            EXPECT_TRUE(window->check().documentDock().isVisible());
            EXPECT_EQ(window.marked(), QStringList{test::text(window.story().quoteExact(event, i))});
            const QPlainTextEdit& edit = window.document().text();
            EXPECT_TRUE(edit.viewport()->rect().contains(edit.cursorRect().center()));
            const model::SourceIndex source = window.story().quoteSource(event, i);
            EXPECT_TRUE(
                window.document().said().first().startsWith(test::text(window.story().sources()[source].publisher)));
        }
    }
}

TEST(CheckWindow, WhatIsNotFaithfulIsListedAndEachRowLeadsToItsQuoteAndItsDocument) {
    Checked window;
    window.change("inquisitr-2026-01-28", "are not being sent", "are being sent");
    QFile::remove(window.fileOf("allthe-news-dhs-clarifies"));
    ASSERT_TRUE(window.check());
    EXPECT_TRUE(window->check().listDock().isVisible());
    const ui::ConcernModel& model = window.list().model();
    // By brute force: what is not faithful, and what stands in the document that is not there.
    std::vector<std::pair<model::EventIndex, std::size_t>> wrong;
    std::vector<std::pair<model::EventIndex, std::size_t>> missing;
    for (model::EventIndex event = 0; event < window.story().eventCount(); ++event)
        for (std::size_t i = 0; i < window.story().quoteCount(event); ++i) {
            const model::Quote quote = window.story().quote(event, i);
            if (window.story().sources()[quote.source].id == "allthe-news-dhs-clarifies")
                missing.emplace_back(event, i);
            else if ((std::string(quote.prefix) + std::string(quote.exact) + std::string(quote.suffix))
                         .find("are not being sent") != std::string::npos)
                wrong.emplace_back(event, i);
        }
    ASSERT_FALSE(wrong.empty());
    ASSERT_FALSE(missing.empty());
    std::vector<std::pair<model::EventIndex, std::size_t>> expected = wrong;
    expected.insert(expected.end(), missing.begin(), missing.end());
    ASSERT_EQ(model.rowCount(), static_cast<int>(expected.size()));
    QTableView& table = window.list().table();
    for (int row = 0; row < model.rowCount(); ++row) {
        EXPECT_EQ(model.at(row).event, expected[static_cast<std::size_t>(row)].first);
        EXPECT_EQ(model.at(row).quote, expected[static_cast<std::size_t>(row)].second);
        table.scrollTo(model.index(row, 0));
        QTest::mouseClick(table.viewport(), Qt::LeftButton, {}, table.visualRect(model.index(row, 0)).center());
        EXPECT_EQ(window.controller().selected(), model.at(row).event);
        if (row < static_cast<int>(wrong.size())) {
            EXPECT_TRUE(window->check().documentDock().isVisible());
            ASSERT_EQ(window.marked().size(), 1) << row;
        } else {
            EXPECT_EQ(window.said(), QStringLiteral("The document of these words is not at hand"));
            EXPECT_EQ(window.badges()[static_cast<int>(model.at(row).quote)].trimmed(), layout::notCheckedInWords());
        }
    }
}

TEST(CheckWindow, TheListIsGoneThroughWithKeys) {
    Checked window;
    window.change("inquisitr-2026-01-28", "This is a militia that kills", "This is the militia that kills");
    ASSERT_TRUE(window.check());
    QTableView& table = window.list().table();
    ASSERT_GT(window.list().model().rowCount(), 0);
    table.setFocus();
    QTest::keyClick(&table, Qt::Key_Down);
    table.selectRow(0);
    table.setCurrentIndex(window.list().model().index(0, 0));
    QTest::keyClick(&table, Qt::Key_Return);
    EXPECT_EQ(window.controller().selected(), window.list().model().at(0).event);
    EXPECT_TRUE(window->check().documentDock().isVisible());
    QTest::keyClick(&table, Qt::Key_Tab);
    EXPECT_FALSE(table.hasFocus());
}

TEST(CheckWindow, TheEventStaysInViewWhenItsDocumentTakesRoomFromTheTimeline) {
    Checked window;
    window->resize(1100, 620);
    ASSERT_TRUE(window.check());
    for (model::EventIndex event = 0; event < window.story().eventCount(); ++event) {
        window->check().documentDock().hide();
        QCoreApplication::processEvents();
        window.controller().selectAndReveal(event);
        window->check().showQuote(event, 0);
        ASSERT_TRUE(QTest::qWaitFor([&] {
            return window.scene().frame.lanes.contains(layout::coverOf(window.scene(), event).center());
        })) << event;
    }
}

TEST(CheckWindow, AnotherStoryTakesBadgesListAndDocumentAway) {
    Checked window;
    window.change("inquisitr-2026-01-28", "This is a militia that kills", "This is the militia that kills");
    ASSERT_TRUE(window.check());
    window.controller().select(window.event("sala-statement"));
    window->check().showQuote(window.event("sala-statement"), 0);
    ASSERT_TRUE(window.document().page().text);
    ASSERT_TRUE(window.open(test::embeddedView().story()));
    EXPECT_FALSE(window->check().result());
    EXPECT_EQ(window.list().model().rowCount(), 0);
    EXPECT_FALSE(window.document().page().text);
    window.controller().select(0);
    for (const QString& badge : window.badges())
        EXPECT_EQ(badge.trimmed(), layout::notCheckedInWords());
}

TEST(CheckWindow, AStoryThatCarriesItsDocumentsIsCheckedWithoutAFolder) {
    test::SmallStory made;
    made.source.text = "Before. The words of the source. After.";
    model::EventInput event = test::plainEvent("only");
    event.quotes = {test::plainQuote("The words of the source.")};
    made.events = {event};
    Checked window;
    ASSERT_TRUE(window.open(made.view().story()));
    ASSERT_TRUE(window.check());
    EXPECT_EQ(window.asked, 0);
    ASSERT_TRUE(window->check().result());
    EXPECT_EQ(window->check().result().check->counts.faithful, 1U);
    window.controller().select(0);
    window->check().showQuote(0, 0);
    EXPECT_EQ(window.marked(), QStringList{QStringLiteral("The words of the source.")});
}

TEST(CheckWindow, WhatALinkRestsOnIsShownInItsDocument) {
    Checked window;
    ASSERT_TRUE(window.check());
    std::size_t shown = 0;
    for (model::EventIndex event = 0; event < window.story().eventCount(); ++event)
        for (std::size_t i = 0; i < window.story().relationCount(event); ++i) {
            const auto* basis = window->check().result().check->findBasis(event, i);
            ASSERT_TRUE(basis) << event;
            window.controller().select(event);
            window->panel().requestBasis(event, i);
            ASSERT_TRUE(basis->place);
            if (basis->place->check.grade != model::QuoteGrade::Verbatim &&
                basis->place->check.grade != model::QuoteGrade::ContextDiffers)
                continue;
            EXPECT_EQ(window.marked(), QStringList{test::text(window.story().relation(event, i).basis)});
            ++shown;
        }
    EXPECT_GT(shown, 0U);
}

TEST(CheckWindow, ADocumentThatIsOpenGoesWithTheSelection) {
    Checked window;
    ASSERT_TRUE(window.check());
    const model::EventIndex sala = window.event("sala-statement");
    const model::EventIndex dhs = window.event("dhs-statement");
    window.controller().select(sala);
    window->check().showQuote(sala, 1);
    window.controller().select(dhs);
    EXPECT_EQ(window.marked(), QStringList{test::text(window.story().quoteExact(dhs, 0))});
}

TEST(CheckWindow, WorkCanBeCancelledAndSaysSo) {
    Checked window;
    for (int i = 0; i < 400; ++i)
        test::writeFile(window.folder() + QStringLiteral("/other%1.txt").arg(i), QByteArray(200000, 'x'));
    window->actions().checkQuotes->trigger();
    ASSERT_TRUE(window->check().isChecking());
    for (QToolButton* button : window->statusBar()->findChildren<QToolButton*>())
        if (button->isVisible() && button->accessibleName().contains(QStringLiteral("Checking")))
            button->click();
    ASSERT_TRUE(window.wait());
    EXPECT_EQ(window.said(), QStringLiteral("Stopped checking the quotes"));
    EXPECT_FALSE(window->check().result());
}

TEST(CheckWindow, BadgesAreReadableInEveryThemeAndTheWindowCanBeDrawn) {
    Checked window;
    window.change("inquisitr-2026-01-28", "This is a militia that kills", "This is the militia that kills");
    ASSERT_TRUE(window.check());
    window.controller().select(window.event("sala-statement"));
    window->check().showQuote(window.event("sala-statement"), 0);
    for (const ui::ThemeChoice choice :
         {ui::ThemeChoice::Light, ui::ThemeChoice::Dark, ui::ThemeChoice::HighContrast}) {
        window->setThemeChoice(choice);
        const ui::Theme& theme = window->theme();
        for (const QColor& color : {theme.text, theme.accent, theme.softText})
            EXPECT_GE(ui::contrast(color, theme.laneShade), 4.5);
        EXPECT_GE(ui::contrast(theme.text, theme.hitFill), 4.5);
        EXPECT_FALSE(window->grab().isNull());
    }
}
