// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/content/evidence/evidence_content.h"
#include "app/view/evidence/legend_view.h"
#include "tests/view/evidence/panel_probe.h"
#include <QApplication>
#include <QClipboard>
#include <QMimeData>
#include <gtest/gtest.h>

namespace quoteline::test {

using namespace layout;
using model::EventIndex;
using ui::EvidencePanel;
using ui::TextBlock;

TEST(EvidencePanel, ShowsEveryWordOfEveryEvent) {
    const StoryView& view = embeddedView();
    Shown shown(view);
    for (EventIndex event = 0; event < view.story().eventCount(); ++event) {
        shown.panel.showEvidence(event);
        EXPECT_EQ(shown.panel.shownEvent(), event);
        const EvidenceContent content = evidenceContent(view, event);
        const QString words = wordsOf(shown.panel);
        std::vector<QString> expected{content.kind, content.lane,           content.actor,       content.title.text,
                                      content.date, content.whenBasis.text, content.summary.text};
        for (const QuoteContent& quote : content.quotes)
            for (const QString& text :
                 {quote.before.text + quote.exact.text + quote.after.text, quote.speaker, quote.via, quote.form,
                  quote.note.text, quote.source.publisher, quote.source.published, quote.source.dateNote,
                  quote.source.page->host + QStringLiteral(" – open source page")})
                expected.push_back(text);
        for (const RelationContent& relation : content.relations)
            for (const QString& text : {relation.direction + u' ' + relation.title, relation.date, relation.basis})
                expected.push_back(text);
        for (const QString& text : expected)
            EXPECT_TRUE(words.contains(text)) << text.toStdString();
        EXPECT_EQ(buttonsWith(shown.panel, QStringLiteral("Copy quote with citation")).size(), content.quotes.size());
    }
}

TEST(EvidencePanel, ShowsTheStoryWhenNoEventIsSelected) {
    Shown shown(embeddedView());
    EXPECT_EQ(shown.panel.shownEvent(), std::nullopt);
    const StoryContent content = storyContent(embeddedView());
    const QString words = wordsOf(shown.panel);
    for (const QString& text : {content.title.text, content.summary.text, content.numbers, content.span,
                                content.coreWindow, content.sources[0].publisher, content.sources[1].dateNote})
        EXPECT_TRUE(words.contains(text)) << text.toStdString();
    EXPECT_EQ(shown.panel.findChildren<ui::LegendView*>().size(), 1);
    shown.panel.showEvidence(5);
    shown.panel.showEvidence(std::nullopt);
    EXPECT_EQ(wordsOf(shown.panel), words);
}

TEST(EvidencePanel, ShowsTheStoryForAnEventThatIsNotThere) {
    Shown shown(embeddedView(), "games");
    shown.panel.showEvidence(15);
    EXPECT_EQ(shown.panel.shownEvent(), std::nullopt);
}

TEST(EvidencePanel, BeginsAnewWithANewStory) {
    Shown shown(embeddedView(), "games");
    shown.panel.setView(SmallStory().view());
    EXPECT_EQ(shown.panel.shownEvent(), std::nullopt);
    EXPECT_TRUE(wordsOf(shown.panel).contains(QStringLiteral("What it is about.")));
}

TEST(EvidencePanel, ShowsMarkupAsCharacters) {
    constexpr std::string_view odd = "<b>%1</b> &amp; <img src=\"file:///x.png\"> &File \uFFFC";
    const QString shownAs = QStringLiteral("<b>%1</b> &amp; <img src=\"file:///x.png\"> &File ");
    SmallStory small;
    small.story.title = small.story.summary = odd;
    small.lane.name = small.actor.name = small.actor.role = small.source.publisher = odd;
    small.source.headline = small.source.dateNote = small.source.url = odd;
    small.events.push_back(plainEvent("b"));
    model::EventInput& event = small.events[0];
    event.title = event.whenBasis = small.events[1].title = odd;
    event.summary = odd;
    model::QuoteInput quote = plainQuote(odd);
    quote.prefix = quote.suffix = odd;
    quote.via = quote.note = odd;
    quote.speaker = "actor";
    event.quotes.push_back(quote);
    event.relations.push_back({odd, "b", odd, true, {}});
    const StoryView view = small.view();
    Shown shown(view, "a");
    // lane, actor twice, title, basis of the date, summary, three parts of the quote, speaker twice, via, note,
    // publisher, headline, note of the date, address; type, title and basis of the relation
    EXPECT_EQ(wordsOf(shown.panel).count(shownAs), 20);
    EXPECT_TRUE(buttonsWith(shown.panel, QStringLiteral("open source page")).empty());
    for (const QPushButton* button : shown.panel.findChildren<QPushButton*>())
        EXPECT_TRUE(button->shortcut().isEmpty()) << button->text().toStdString();
    shown.panel.showEvidence(std::nullopt);
    EXPECT_EQ(wordsOf(shown.panel).count(shownAs), 6); // title, summary; publisher, headline, note, address
    layOut(shown.panel, 340);
    expectEverythingFits(shown.panel);
}

TEST(EvidencePanel, OffersOnlyPagesOfTheWeb) {
    for (const auto& [url, offered] : {std::pair{"https://example.org/a?b=1", true},
                                       {"http://example.org/", true},
                                       {"javascript:alert(1)", false},
                                       {"file:///etc/passwd", false},
                                       {"ftp://example.org/", false},
                                       {"not a url", false}}) {
        SmallStory small;
        small.source.url = url;
        small.events[0].quotes.push_back(plainQuote("words"));
        Shown shown(small.view(), "a");
        std::vector<QUrl> asked;
        QObject::connect(&shown.panel, &EvidencePanel::pageRequested, &shown.panel,
                         [&](const QUrl& page) { asked.push_back(page); });
        for (const bool event : {true, false}) {
            shown.panel.showEvidence(event ? std::optional<EventIndex>(0) : std::nullopt);
            const auto buttons = buttonsWith(shown.panel, QStringLiteral("open source page"));
            ASSERT_EQ(buttons.size(), offered ? 1U : 0U) << url;
            if (!offered)
                continue;
            EXPECT_TRUE(buttons[0]->accessibleName().startsWith(QStringLiteral("example.org")));
            asked.clear();
            buttons[0]->click();
            EXPECT_EQ(asked, std::vector{QUrl(text(url))});
        }
        EXPECT_TRUE(offered || wordsOf(shown.panel).contains(QStringLiteral("Address: ") + text(url)));
    }
}

TEST(EvidencePanel, CopiesEachQuoteWithItsOwnCitation) {
    const StoryView& view = embeddedView();
    const EventIndex event = eventOf(view, "dhs-statement");
    Shown shown(view, "dhs-statement");
    QStringList said;
    QObject::connect(&shown.panel, &EvidencePanel::copied, &shown.panel,
                     [&](const QString& what) { said.append(what); });
    const auto buttons = buttonsWith(shown.panel, QStringLiteral("Copy quote with citation"));
    ASSERT_EQ(buttons.size(), 5U);
    for (std::size_t i = 0; i < buttons.size(); ++i) {
        buttons[i]->click();
        EXPECT_EQ(QGuiApplication::clipboard()->text(), citation(view, view.story().quote(event, i)));
        EXPECT_FALSE(QGuiApplication::clipboard()->mimeData()->hasHtml());
        ASSERT_EQ(said.size(), static_cast<qsizetype>(i + 1));
        EXPECT_TRUE(said.back().startsWith(u'“' + text(view.story().quote(event, i).exact).left(50)));
        EXPECT_LE(said.back().size(), 70);
    }
}

TEST(EvidencePanel, AsksForTheEventOfARelationByMouseAndByKey) {
    const StoryView& view = embeddedView();
    Shown shown(view, "vogue-report");
    std::vector<EventIndex> asked;
    QObject::connect(&shown.panel, &EvidencePanel::eventRequested, &shown.panel,
                     [&](EventIndex event) { asked.push_back(event); });
    const EvidenceContent content = evidenceContent(view, eventOf(view, "vogue-report"));
    std::vector<EventIndex> expected;
    for (const RelationContent& relation : content.relations) {
        QPushButton& button = buttonWith(shown.panel, relation.direction + u' ' + relation.title);
        button.click();
        press(button, Qt::Key_Return);
        press(button, Qt::Key_Space);
        expected.insert(expected.end(), 3, relation.event);
    }
    EXPECT_EQ(expected.size(), 12U);
    EXPECT_EQ(asked, expected);
}

TEST(EvidencePanel, GivesSelectedWordsAwayAsPlainText) {
    constexpr std::string_view words = "🚨 one\u00A0two\n\nthree <b>&</b>";
    SmallStory small;
    small.events[0].quotes.push_back(plainQuote(words));
    Shown shown(small.view(), "a");
    auto* quote = qobject_cast<TextBlock*>(ui::tabStops(pageOf(shown.panel)).front());
    ASSERT_NE(quote, nullptr);
    quote->selectAll();
    quote->copy();
    const QMimeData* copied = QGuiApplication::clipboard()->mimeData();
    EXPECT_EQ(copied->formats(), QStringList{QStringLiteral("text/plain")});
    EXPECT_EQ(copied->text(), text(words));
    EXPECT_TRUE(quote->isReadOnly());
}

} // namespace quoteline::test
