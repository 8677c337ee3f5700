// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/content/evidence/evidence_content.h"
#include "app/view/evidence/legend_view.h"
#include "tests/view/evidence/panel_probe.h"
#include <QApplication>
#include <QClipboard>
#include <gtest/gtest.h>

namespace quoteline::test {

using namespace layout;
using model::EventIndex;
using ui::EvidencePanel;
using ui::TextBlock;

TEST(EvidencePanel, ShowsAndHidesTheLegendAboveAnEvent) {
    Shown shown(embeddedView(), "sala-statement");
    layOut(shown.panel, 340);
    QPushButton& button = buttonWith(shown.panel, QStringLiteral("Legend"));
    EXPECT_EQ(shown.panel.findChildren<ui::LegendView*>().size(), 0);
    areaOf(shown.panel).scrollTo(200);
    button.click();
    layOut(shown.panel, 340);
    auto legends = pageOf(shown.panel).findChildren<ui::LegendView*>();
    ASSERT_EQ(legends.size(), 1);
    EXPECT_LT(topIn(pageOf(shown.panel), *legends[0]), topIn(pageOf(shown.panel), *blocksOf(shown.panel)[1]));
    EXPECT_EQ(areaOf(shown.panel).scrollPosition(), 0);
    EXPECT_TRUE(button.isChecked());
    shown.panel.showEvidence(3);
    EXPECT_EQ(pageOf(shown.panel).findChildren<ui::LegendView*>().size(), 1);
    shown.panel.showEvidence(std::nullopt);
    EXPECT_EQ(pageOf(shown.panel).findChildren<ui::LegendView*>().size(), 1); // not twice
    shown.panel.setLegendVisible(false);
    EXPECT_FALSE(button.isChecked());
    EXPECT_EQ(pageOf(shown.panel).findChildren<ui::LegendView*>().size(), 1); // below the story
    shown.panel.showEvidence(3);
    EXPECT_EQ(pageOf(shown.panel).findChildren<ui::LegendView*>().size(), 0);
}

TEST(EvidencePanel, ReturnsToTheSamePlaceWhenTheLegendGoes) {
    Shown shown(embeddedView(), "sala-statement");
    layOut(shown.panel, 340);
    areaOf(shown.panel).scrollTo(200);
    shown.panel.setLegendVisible(true);
    layOut(shown.panel, 340);
    shown.panel.setLegendVisible(false);
    layOut(shown.panel, 340);
    EXPECT_EQ(areaOf(shown.panel).scrollPosition(), 200);
}

TEST(EvidencePanel, FitsEveryWidthAndTextScale) {
    Shown shown(embeddedView());
    shown.panel.setLegendVisible(true);
    EXPECT_NEAR(shown.panel.sizeHint().width(), 340, 20);
    EXPECT_LE(shown.panel.minimumSizeHint().width(), 260);
    for (const double scale : {1.0, 1.25, 1.5, 2.0}) {
        shown.panel.setStyle(scale == 1.25 ? ui::darkTheme() : ui::lightTheme(), ui::Fonts(scale));
        for (const int width : {260, 340, 431, 600}) {
            for (const char* id : {"sala-statement", "the-left-post", "vogue-report", ""}) {
                SCOPED_TRACE(testing::Message() << id << " " << width << " " << scale);
                shown.panel.showEvidence(*id ? std::optional(eventOf(embeddedView(), id)) : std::nullopt);
                layOut(shown.panel, width);
                expectEverythingFits(shown.panel);
            }
        }
    }
}

TEST(EvidencePanel, BreaksWordsThatAreWiderThanThePanel) {
    const std::string word(3000, 'w');
    SmallStory small;
    small.story.title = word;
    small.lane.name = small.actor.name = small.source.publisher = word;
    small.events.push_back(plainEvent("b"));
    small.events[0].title = small.events[1].title = small.events[0].whenBasis = word;
    small.events[0].quotes.push_back(plainQuote(word));
    small.events[0].relations.push_back({word, "b", word, false, {}});
    const std::string host = "https://" + std::string(60, 'h') + "." + std::string(60, 'o') + ".example/";
    small.source.url = host;
    Shown shown(small.view(), "a");
    for (const int width : {260, 340}) {
        layOut(shown.panel, width);
        expectEverythingFits(shown.panel);
    }
}

TEST(EvidencePanel, ShowsPartOfHugeTextsAndCopiesTheWhole) {
    std::string huge;
    while (huge.size() < (1U << 20))
        huge += "a word and ";
    SmallStory small;
    small.events[0].title = huge;
    small.events[0].summary = huge;
    small.events[0].quotes.push_back(plainQuote(huge));
    small.events[0].quotes[0].prefix = small.events[0].quotes[0].suffix = huge;
    const StoryView view = small.view();
    Shown shown(view, "a");
    layOut(shown.panel, 340);
    expectEverythingFits(shown.panel);
    EXPECT_LT(wordsOf(shown.panel).size(), 70'000);
    EXPECT_EQ(wordsOf(shown.panel).count(QStringLiteral("Shown are 20,000 of 1,048,5")), 3);
    buttonWith(shown.panel, QStringLiteral("Copy quote with citation")).click();
    EXPECT_EQ(QGuiApplication::clipboard()->text(), citation(view, view.story().quote(0, 0)));
    EXPECT_GT(QGuiApplication::clipboard()->text().size(), 1 << 20);
}

TEST(EvidencePanel, ShowsLongListsInPortions) {
    SmallStory small;
    std::vector<std::string> quotes;
    for (int i = 1; i <= 120; ++i)
        quotes.push_back("the words number " + std::to_string(i) + ".");
    for (const std::string& quote : quotes)
        small.events[0].quotes.push_back(plainQuote(quote));
    small.events.push_back(plainEvent("b"));
    for (int i = 0; i < 60; ++i)
        small.events[0].relations.push_back({"confirms", "b", "yes", true, {}});
    const StoryView view = small.view();
    Shown shown(view, "a");
    show(shown.panel);
    const auto quotesShown = [&] { return buttonsWith(shown.panel, QStringLiteral("Copy quote")).size(); };
    const auto relationsShown = [&] { return buttonsWith(shown.panel, QStringLiteral("Confirms:")).size(); };
    EXPECT_EQ(quotesShown(), 50U);
    EXPECT_EQ(relationsShown(), 50U);
    QPushButton& more = buttonWith(shown.panel, QStringLiteral("Show 50 more (50 of 120 shown)"));
    more.setFocus();
    areaOf(shown.panel).scrollTo(500);
    more.click();
    EXPECT_EQ(quotesShown(), 100U);
    EXPECT_EQ(relationsShown(), 50U);
    EXPECT_EQ(areaOf(shown.panel).scrollPosition(), 500);
    ASSERT_NE(QApplication::focusWidget(), nullptr);
    EXPECT_EQ(QApplication::focusWidget()->accessibleName(), QStringLiteral("Quote 51 of 120"));
    buttonWith(shown.panel, QStringLiteral("Show 20 more (100 of 120 shown)")).click();
    EXPECT_EQ(quotesShown(), 120U);
    buttonWith(shown.panel, QStringLiteral("Show 10 more (50 of 60 shown)")).click();
    EXPECT_EQ(relationsShown(), 60U);
    EXPECT_TRUE(buttonsWith(shown.panel, QStringLiteral("more (")).empty());
    buttonsWith(shown.panel, QStringLiteral("Copy quote")).back()->click();
    EXPECT_TRUE(QGuiApplication::clipboard()->text().contains(QStringLiteral("number 120.")));
    shown.panel.showEvidence(std::nullopt);
    shown.panel.showEvidence(eventOf(view, "a"));
    EXPECT_EQ(quotesShown(), 50U); // begins anew
}

TEST(EvidencePanel, DrawsTheWordsInTheColoursOfTheTheme) {
    for (const ui::Theme* theme : {&ui::lightTheme(), &ui::darkTheme()}) {
        Shown shown(embeddedView(), "sala-statement");
        shown.panel.setStyle(*theme, ui::Fonts(1));
        shown.panel.resize(340, 1000);
        const QImage image = shown.panel.grab().toImage();
        const EvidenceContent content = evidenceContent(embeddedView(), *shown.panel.shownEvent());
        const auto count = [&](const QColor& color) {
            std::size_t pixels = 0;
            for (int y = 0; y < image.height(); ++y)
                for (int x = 0; x < image.width(); ++x)
                    pixels += image.pixelColor(x, y) == color ? 1U : 0U;
            return pixels;
        };
        EXPECT_GT(count(theme->hue(content.hue)), 100U); // the rule beside the quote and the caption
        EXPECT_GT(count(theme->text), 1000U);
        EXPECT_GT(count(theme->softText), 100U);
    }
}

} // namespace quoteline::test
