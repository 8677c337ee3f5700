// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/content/evidence/source_words.h"

#include "tests/content/panel_stories.h"
#include <gtest/gtest.h>

namespace quoteline::test {

using namespace layout;

TEST(PageAddress, OffersPagesOfTheWebWithTheHostTheyLeadTo) {
    struct Case {
        const char* url;
        const char* host;
    };
    for (const Case& c :
         {Case{"https://www.inquisitr.com/a-b", "www.inquisitr.com"}, Case{"http://example.org", "example.org"},
          Case{"HTTPS://Example.ORG/x?y=1#z", "example.org"}, Case{"https://www.bbc.com@evil.example/", "evil.example"},
          Case{"https://example.org:8443/x", "example.org"},
          Case{"https://ex\u0430mple.org/", "xn--exmple-4nf.org"}, // a Cyrillic letter
          Case{"https://[::1]/", "::1"}}) {
        const auto page = pageAddress(c.url);
        ASSERT_TRUE(page.has_value()) << c.url;
        EXPECT_EQ(page->host, text(c.host)) << c.url;
        EXPECT_TRUE(page->url.scheme() == QStringLiteral("http") || page->url.scheme() == QStringLiteral("https"));
    }
}

TEST(PageAddress, OffersNothingElse) {
    for (const char* url :
         {"", "javascript:alert(1)", "JavaScript:alert(1)", "file:///etc/passwd", "ftp://example.org/x",
          "data:text/html,x", "mailto:a@example.org", "www.example.org", "//example.org", "http://", "https:///x",
          "http:example.org", " https://example.org", "https://exa mple.org", "https://example.org\\@evil.example",
          "https://example.org/\n", "javascript://example.org/%0aalert(1)", "view-source:https://example.org",
          "httpsx://example.org"})
        EXPECT_FALSE(pageAddress(url).has_value()) << url;
}

TEST(SourceContent, ShowsAnAddressThatCannotBeOpenedAsWords) {
    SmallStory small;
    small.source.url = "ftp://example.org/%1";
    const SourceContent content = sourceContent(small.view(), 0);
    EXPECT_FALSE(content.page.has_value());
    EXPECT_EQ(content.otherAddress, QStringLiteral("ftp://example.org/%1"));
    EXPECT_EQ(content.published, QStringLiteral("No date of publication is given"));
}

TEST(Citation, NamesSpeakerChannelPublisherDateAndAddress) {
    const StoryView& view = embeddedView();
    const model::Story& story = view.story();
    EXPECT_EQ(
        citation(view, story.quote(eventOf(view, "sala-statement"), 0)),
        QStringLiteral("“This is a militia that kills, a militia that enters into the homes of people, signing "
                       "their own permission slips. It is clear they are not welcome in Milan, without a doubt.” "
                       "— Giuseppe Sala, via RTL Radio 102; The Inquisitr, Wednesday 28 January 2026, "
                       "https://www.inquisitr.com/"
                       "ice-unit-to-be-deployed-in-italy-for-the-olympics-milan-mayor-says-they-are-not-welcome"));
    EXPECT_EQ(citation(view, story.quote(eventOf(view, "games"), 1)),
              QStringLiteral("“the Games, which run Feb. 6–22” — allthe.news, between 27 January and 5 February 2026, "
                             "https://allthe.news/en/articles/"
                             "dhs-clarifies-ice-s-role-at-milan-olympics-amid-italian-backlash"));
}

TEST(Citation, KeepsTheWordsCharacterByCharacter) {
    SmallStory small;
    constexpr std::string_view words = "one\n\n\ttwo  %1 <b>&amp;</b> \u202Eabc\u202C 🚨";
    small.source.headline = "Head %2 & line";
    small.source.url = "urn:isbn:0";
    small.events[0].quotes.push_back(plainQuote(words));
    const StoryView view = small.view();
    EXPECT_EQ(citation(view, view.story().quote(0, 0)),
              u'“' + text(words) + QStringLiteral("” — Publisher, “Head %2 & line”, urn:isbn:0"));
}

} // namespace quoteline::test
