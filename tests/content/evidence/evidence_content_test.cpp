// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/content/evidence/evidence_content.h"

#include "app/content/words/evidence_words.h"
#include "tests/content/panel_stories.h"
#include <QRegularExpression>
#include <algorithm>
#include <gtest/gtest.h>

namespace quoteline::test {

using namespace layout;
using model::EventIndex;

namespace {

/// What a run of spaces with line breaks in it becomes.
QString withoutBreaks(std::string_view utf8) {
    static const QRegularExpression breaks(QStringLiteral(" *\\n[ \\n]*"));
    return text(utf8).replace(breaks, QStringLiteral(" "));
}

EvidenceContent contentOf(std::string_view id) {
    return evidenceContent(embeddedView(), eventOf(embeddedView(), id));
}

bool hasRelation(const EvidenceContent& content, EventIndex other, const QString& direction) {
    return std::any_of(content.relations.begin(), content.relations.end(), [&](const RelationContent& relation) {
        return relation.event == other && relation.direction == direction;
    });
}

/// Event "a" that relates to event "b".
SmallStory related(std::string_view type, std::string_view basis, bool explicitly) {
    SmallStory small;
    small.events.push_back(plainEvent("b"));
    small.events[0].relations.push_back({type, "b", basis, explicitly, {}});
    return small;
}

RelationContent onlyRelation(const StoryView& view, std::string_view id) {
    const EvidenceContent content = evidenceContent(view, eventOf(view, id));
    EXPECT_EQ(content.relations.size(), 1U);
    return content.relations.empty() ? RelationContent{} : content.relations.front();
}

} // namespace

TEST(EvidenceContent, HoldsEveryQuoteOfTheEmbeddedStoryWordForWord) {
    const StoryView& view = embeddedView();
    const model::Story& story = view.story();
    ASSERT_EQ(story.eventCount(), 15U);
    std::size_t quotes = 0;
    for (EventIndex event = 0; event < story.eventCount(); ++event) {
        const EvidenceContent content = evidenceContent(view, event);
        ASSERT_EQ(content.quotes.size(), story.quoteCount(event));
        for (std::size_t i = 0; i < content.quotes.size(); ++i, ++quotes) {
            const model::Quote quote = story.quote(event, i);
            EXPECT_EQ(content.quotes[i].exact.text, text(quote.exact));
            EXPECT_FALSE(content.quotes[i].exact.isCut());
            EXPECT_EQ(content.quotes[i].before.text, withoutBreaks(quote.prefix));
            EXPECT_EQ(content.quotes[i].after.text, withoutBreaks(quote.suffix));
            EXPECT_FALSE(content.quotes[i].before.text.contains(u'\n'));
            EXPECT_EQ(content.quotes[i].speaker.isEmpty(), !quote.speaker.has_value());
            EXPECT_EQ(content.quotes[i].note.text, text(quote.note.value_or("")));
        }
    }
    EXPECT_EQ(quotes, 28U);
}

TEST(EvidenceContent, SaysWhoWhatWhenAndHowTheDateIsKnown) {
    const EvidenceContent sala = contentOf("sala-statement");
    EXPECT_EQ(sala.kind, QStringLiteral("Statement"));
    EXPECT_EQ(sala.lane, QStringLiteral("City of Milan"));
    EXPECT_EQ(sala.actor, QStringLiteral("Giuseppe Sala, Mayor of Milan"));
    EXPECT_EQ(sala.date, QStringLiteral("on or before 27 January 2026"));
    EXPECT_TRUE(sala.whenBasis.text.startsWith(QStringLiteral("The RTL Radio 102 interview is undated")));
    EXPECT_EQ(contentOf("vogue-report").actor, QStringLiteral("Vogue")); // no role, no comma
    EXPECT_EQ(contentOf("opening-ceremony").date, QStringLiteral("Friday 6 February 2026, scheduled"));
    EXPECT_EQ(contentOf("opening-ceremony").kind, QStringLiteral("Date"));
    EXPECT_EQ(contentOf("online-protests").kind, QStringLiteral("Reaction"));
    EXPECT_EQ(contentOf("dhs-statement").kind, QStringLiteral("Clarification"));
    EXPECT_EQ(contentOf("rai-segment").kind, QStringLiteral("Report"));
}

TEST(EvidenceContent, SaysHowTheWordsAreKnown) {
    const EvidenceContent sala = contentOf("sala-statement");
    ASSERT_EQ(sala.quotes.size(), 4U);
    EXPECT_EQ(sala.quotes[0].speaker, QStringLiteral("Giuseppe Sala, Mayor of Milan"));
    EXPECT_EQ(sala.quotes[0].via, QStringLiteral("via RTL Radio 102"));
    EXPECT_EQ(sala.quotes[0].form, QStringLiteral("direct quotation"));
    EXPECT_EQ(sala.quotes[1].form, QStringLiteral("reported by the source"));
    EXPECT_EQ(sala.quotes[2].form, QStringLiteral("relayed in a post"));
    EXPECT_EQ(sala.quotes[2].note.text, QStringLiteral("The post is cut off in the source."));
    EXPECT_EQ(sala.quotes[0].source.published, QStringLiteral("Published Wednesday 28 January 2026"));
    EXPECT_EQ(sala.quotes[0].source.dateNote, QStringLiteral("the date the text carries"));
    ASSERT_TRUE(sala.quotes[0].source.page.has_value());
    EXPECT_EQ(sala.quotes[0].source.page->host, QStringLiteral("www.inquisitr.com"));
}

TEST(EvidenceContent, ShowsEveryRelationFromBothEnds) {
    const StoryView& view = embeddedView();
    const model::Story& story = view.story();
    std::size_t relations = 0;
    for (EventIndex event = 0; event < story.eventCount(); ++event) {
        const EvidenceContent content = evidenceContent(view, event);
        ASSERT_EQ(content.relations.size(), content.relationCount);
        relations += content.relations.size();
        for (std::size_t i = 0; i < story.relationCount(event); ++i) {
            const model::Relation relation = story.relation(event, i);
            EXPECT_TRUE(hasRelation(content, relation.event, relationInWords(relation, RelationSide::Outgoing)));
            EXPECT_TRUE(hasRelation(evidenceContent(view, relation.event), event,
                                    relationInWords(relation, RelationSide::Incoming)));
            EXPECT_EQ(content.relations[i].title, view.title(relation.event));
            EXPECT_TRUE(content.relations[i].basis.contains(text(relation.basis)));
            EXPECT_EQ(content.relations[i].reading, !relation.explicitly);
        }
    }
    EXPECT_EQ(relations, 2 * 7U);
    const EvidenceContent vogue = contentOf("vogue-report");
    EXPECT_TRUE(hasRelation(vogue, eventOf(view, "online-protests"), QStringLiteral("Replied to by:")));
    EXPECT_TRUE(hasRelation(vogue, eventOf(view, "ero-distinction"), QStringLiteral("Qualified by:")));
}

TEST(EvidenceContent, HasWordsForBothEndsOfEveryRelationAndForItsReading) {
    struct Case {
        const char* type;
        const char* outgoing;
        const char* incoming;
        const char* reading;
    };
    for (const Case& c : {Case{"repliesTo", "Replies to:", "Replied to by:", "Read as a reply"},
                          Case{"confirms", "Confirms:", "Confirmed by:", "Read as a confirmation"},
                          Case{"agreesWith", "Agrees with:", "Agreement from:", "Read as agreement"},
                          Case{"disputes", "Disputes:", "Disputed by:", "Read as disagreement"},
                          Case{"corrects", "Corrects:", "Corrected by:", "Read as a correction"},
                          Case{"qualifies", "Qualifies:", "Qualified by:", "Read as a qualification"},
                          Case{"discusses", "Discusses:", "Discussed by:", "Read as a comment"},
                          Case{"citesAs<b>", "citesAs<b>:", "“citesAs<b>” from:", "Read as “citesAs<b>”"}}) {
        SCOPED_TRACE(c.type);
        for (const bool explicitly : {true, false}) {
            const StoryView view = related(c.type, "so it %2 says", explicitly).view();
            const QString basis = explicitly
                                      ? QStringLiteral("“so it %2 says”")
                                      : text(c.reading) + QStringLiteral("; the source says only “so it %2 says”");
            const RelationContent out = onlyRelation(view, "a");
            EXPECT_EQ(out.direction, text(c.outgoing));
            EXPECT_EQ(out.basis, basis);
            EXPECT_EQ(out.reading, !explicitly);
            EXPECT_EQ(out.event, eventOf(view, "b"));
            const RelationContent in = onlyRelation(view, "b");
            EXPECT_EQ(in.direction, text(c.incoming));
            EXPECT_EQ(in.basis, basis);
            EXPECT_EQ(in.event, eventOf(view, "a"));
        }
    }
}

TEST(EvidenceContent, DoesNotQuoteABasisThatIsNotThere) {
    EXPECT_EQ(onlyRelation(related("confirms", "", true).view(), "a").basis, QString());
    EXPECT_EQ(onlyRelation(related("confirms", "", false).view(), "a").basis,
              QStringLiteral("Read as a confirmation; the source does not say so."));
}

TEST(EvidenceContent, ShowsMarkupAmpersandsAndPlaceholdersAsTheyAreInEveryField) {
    constexpr std::string_view odd = "<b>%1</b> & <img src=\"file:///x\"> %n %2";
    SmallStory small = related(odd, odd, true);
    small.story.title = small.story.summary = odd;
    small.lane.name = small.actor.name = small.actor.role = odd;
    small.source.publisher = odd;
    small.source.headline = small.source.dateNote = small.source.url = odd;
    for (model::EventInput& event : small.events) {
        event.title = event.whenBasis = odd;
        event.summary = odd;
    }
    model::QuoteInput quote = plainQuote(odd);
    quote.prefix = quote.suffix = odd;
    quote.via = quote.note = odd;
    quote.speaker = "actor";
    small.events[0].quotes.push_back(quote);
    const StoryView view = small.view();
    const QString shown = text(odd);
    const EvidenceContent content = evidenceContent(view, eventOf(view, "a"));
    EXPECT_EQ(content.lane, shown);
    EXPECT_EQ(content.actor, shown + QStringLiteral(", ") + shown);
    for (const ShownText& field : {content.title, content.whenBasis, content.summary, content.quotes.at(0).exact,
                                   content.quotes.at(0).before, content.quotes.at(0).after, content.quotes.at(0).note})
        EXPECT_EQ(field.text, shown);
    EXPECT_EQ(content.quotes[0].speaker, shown + QStringLiteral(", ") + shown);
    EXPECT_EQ(content.quotes[0].via, QStringLiteral("via ") + shown);
    const SourceContent& source = content.quotes[0].source;
    EXPECT_EQ(source.publisher, shown);
    EXPECT_EQ(source.headline, u'“' + shown + u'”');
    EXPECT_EQ(source.dateNote, shown);
    EXPECT_EQ(source.otherAddress, shown);
    EXPECT_EQ(content.relations.at(0).direction, shown + u':');
    EXPECT_EQ(content.relations.at(0).title, shown);
    EXPECT_EQ(content.relations.at(0).basis, u'“' + shown + u'”');
    const StoryContent whole = storyContent(view);
    EXPECT_EQ(whole.title.text, shown);
    EXPECT_EQ(whole.summary.text, shown);
    EXPECT_TRUE(citation(view, view.story().quote(eventOf(view, "a"), 0)).startsWith(u'“' + shown + u'”'));
}

TEST(EvidenceContent, ShowsTheStartOfALongTextAndSaysHowLongItIs) {
    const std::string large = [] {
        std::string words;
        while (words.size() < 1'000'000)
            words += "wörter ";
        return words;
    }();
    SmallStory small;
    small.events[0].title = small.events[0].whenBasis = large;
    small.events[0].summary = large;
    small.events[0].quotes.push_back(plainQuote(large));
    small.events[0].quotes[0].prefix = small.events[0].quotes[0].suffix = large;
    const StoryView view = small.view();
    const EvidenceContent content = evidenceContent(view, 0);
    const auto all = static_cast<qsizetype>(text(large).size());
    for (const ShownText& field : {content.title, content.whenBasis, content.summary, content.quotes.at(0).exact}) {
        EXPECT_EQ(field.shown, shownCharacters);
        EXPECT_EQ(field.total, all);
        EXPECT_EQ(field.text, text(large).left(shownCharacters) + u'…');
    }
    EXPECT_EQ(content.quotes[0].before.text, u'…' + text(large).right(shownBesideCharacters));
    EXPECT_EQ(content.quotes[0].after.text, text(large).left(shownBesideCharacters) + u'…');
    EXPECT_EQ(cutInWords(content.summary, QLocale(QLocale::English)),
              QStringLiteral("Shown are 20,000 of %1 characters.").arg(QLocale(QLocale::English).toString(all)));
    const QStringList cuts = cutsInWords(content.quotes[0], view.locale());
    EXPECT_EQ(cuts.size(), 3);
    EXPECT_TRUE(cuts.front().endsWith(QStringLiteral("Copying takes all of them.")));
    EXPECT_TRUE(citation(view, view.story().quote(0, 0)).contains(text(large)));
}

TEST(EvidenceContent, ShowsLessOfEachWhereManyQuotesAreHuge) {
    const std::string large(25'000, 'x');
    SmallStory small;
    for (int i = 0; i < 200; ++i)
        small.events[0].quotes.push_back(plainQuote(i < 50 ? std::string_view(large) : "short"));
    const StoryView view = small.view();
    for (const auto& [count, most] : {std::pair{8, 20'000}, {20, 10'000}, {50, 4'000}, {200, 2'000}}) {
        const EvidenceContent content = evidenceContent(view, 0, static_cast<std::size_t>(count));
        EXPECT_EQ(content.quotes.front().exact.shown, most);
        EXPECT_EQ(content.quotes.front().exact.total, 25'000);
        EXPECT_EQ(content.quotes.back().exact.isCut(), count <= 50);
    }
}

TEST(EvidenceContent, CutsBetweenCharactersNotInsideOfThem) {
    const ShownText start = shownStart("🚨é🚨", 1);
    EXPECT_EQ(start.text, QStringLiteral("🚨…"));
    EXPECT_EQ(start.shown, 1);
    EXPECT_EQ(start.total, 3);
    EXPECT_EQ(shownLineEnd("🚨é🚨", 2).text, QStringLiteral("…é🚨"));
    EXPECT_EQ(shownLineEnd("🚨é🚨", 3).text, QStringLiteral("🚨é🚨"));
    EXPECT_FALSE(shownStart("🚨é🚨", 3).isCut());
    EXPECT_TRUE(shownStart("").isEmpty());
    EXPECT_EQ(cutInWords(shownStart("abc"), QLocale(QLocale::English)), QString());
}

TEST(EvidenceContent, ComesInPortions) {
    SmallStory small;
    for (int i = 0; i < 60; ++i)
        small.events[0].quotes.push_back(plainQuote("words"));
    std::vector<std::string> ids;
    for (int i = 0; i < 70; ++i)
        ids.push_back(std::to_string(i));
    for (const std::string& id : ids) {
        small.events.push_back(plainEvent(id));
        small.events.back().relations.push_back({"confirms", "a", "yes", true, {}});
    }
    small.events[0].relations.push_back({"discusses", "0", "this", true, {}});
    const StoryView view = small.view();
    const EventIndex event = eventOf(view, "a");
    const EvidenceContent first = evidenceContent(view, event);
    EXPECT_EQ(first.quotes.size(), evidencePortion);
    EXPECT_EQ(first.quoteCount, 60U);
    EXPECT_EQ(first.relations.size(), evidencePortion);
    EXPECT_EQ(first.relationCount, 71U);
    EXPECT_EQ(first.relations.front().direction, QStringLiteral("Discusses:"));
    const EvidenceContent all = evidenceContent(view, event, 100, 100);
    EXPECT_EQ(all.quotes.size(), 60U);
    EXPECT_EQ(all.relations.size(), 71U);
}

TEST(StoryContent, SumsUpTheEmbeddedStory) {
    const StoryContent content = storyContent(embeddedView());
    EXPECT_EQ(content.title.text, text(embeddedView().story().title()));
    EXPECT_EQ(content.summary.text, text(embeddedView().story().summary()));
    EXPECT_TRUE(content.numbers.contains(QStringLiteral("15 event")));
    EXPECT_TRUE(content.numbers.contains(QStringLiteral("28 quote")));
    EXPECT_TRUE(content.numbers.contains(QStringLiteral("2 source")));
    EXPECT_EQ(content.span, QStringLiteral("24 January – 22 February 2026"));
    EXPECT_EQ(content.coreWindow, QStringLiteral("27 January – 22 February 2026"));
    ASSERT_EQ(content.sources.size(), 2U);
    EXPECT_EQ(content.sources[0].publisher, QStringLiteral("The Inquisitr"));
    EXPECT_EQ(content.sources[1].published, QStringLiteral("Published between 27 January and 5 February 2026"));
}

TEST(StoryContent, SaysNothingAboutASpanThatIsNotThere) {
    const StoryContent content = storyContent(StoryView(model::Story()));
    EXPECT_EQ(content.span, QString());
    EXPECT_EQ(content.coreWindow, QString());
    EXPECT_TRUE(content.sources.empty());
}

} // namespace quoteline::test
