// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/evidence/evidence_check.h"

#include "model/story/story_builder.h"
#include <gtest/gtest.h>
#include <numeric>

namespace quoteline::model {
namespace {

using Grade = QuoteGrade;

QuoteInput quoteOf(std::string_view source, std::string_view exact) {
    return {source, exact, {}, {}, {}, {}, QuoteForm::Direct, {}, {}};
}

/// Three events that quote three sources, of which the last has no document; relations with and without words.
Story story() {
    StoryBuilder builder;
    builder.setStory({});
    builder.addLane({"l", "L", {}});
    builder.addActor({"a", "A", {}, {}});
    for (const auto& [id, text] : std::initializer_list<std::pair<const char*, std::optional<std::string_view>>>{
             {"one", "They said no. We will come, they said. And they said it again."},
             {"two", "“We will come,” they said."},
             {"none", std::nullopt}}) {
        Source source;
        source.id = id;
        source.text = text;
        builder.addSource(source);
    }
    const auto add = [&](const char* id, const char* when, std::vector<QuoteInput> quotes,
                         std::vector<RelationInput> relations) {
        EventInput event;
        event.id = id;
        event.lane = "l";
        event.actor = "a";
        event.when = when;
        event.quotes = std::move(quotes);
        event.relations = std::move(relations);
        builder.addEvent(event);
    };
    add("first", "2026-01-01", {quoteOf("one", "We will come, they said."), quoteOf("two", "\"We will come,\"")},
        {{"repliesTo", "second", "they said", false, {}}, {"confirms", "third", "", true, {}}});
    add("second", "2026-01-02", {quoteOf("none", "anything")}, {{"disputes", "first", "anything", true, {}}});
    add("third", "2026-01-03", {quoteOf("two", "We will not come")}, {{"disputes", "first", "never said", true, {}}});
    return builder.build().value();
}

TEST(EvidenceCheck, GivesEveryQuoteItsResultInTheOrderOfTheStory) {
    const Story of = story();
    const auto documents = findDocuments(of, {}).value();
    const EvidenceCheck check = checkEvidence(of, documents).value();
    ASSERT_EQ(check.quotes.size(), of.quoteCount());
    std::size_t at = 0;
    for (EventIndex event = 0; event < of.eventCount(); ++event)
        for (std::size_t i = 0; i < of.quoteCount(event); ++i, ++at) {
            const CheckedQuote& checked = check.quotes[at];
            EXPECT_EQ(checked.event, event);
            EXPECT_EQ(checked.quote, i);
            EXPECT_EQ(checked.source, of.quoteSource(event, i));
            EXPECT_EQ(checked.check.has_value(), documents[checked.source].has_value());
            if (checked.check) {
                EXPECT_EQ(*checked.check, checkQuote(documents[checked.source]->document, of.quote(event, i)));
            }
            EXPECT_EQ(check.find(event, i), &checked);
        }
    EXPECT_EQ(check.find(0, 2), nullptr);
    EXPECT_EQ(check.find(9, 0), nullptr);
    EXPECT_EQ(check.quotes[0].check->grade, Grade::Verbatim);
    EXPECT_EQ(check.quotes[1].check->grade, Grade::Typography);
    EXPECT_EQ(check.quotes[3].check->grade, Grade::NotFound);
}

TEST(EvidenceCheck, CountsAddUp) {
    const Story of = story();
    const auto documents = findDocuments(of, {}).value();
    const EvidenceCheck check = checkEvidence(of, documents).value();
    const EvidenceCounts& counts = check.counts;
    EXPECT_EQ(counts.quotes, 4U);
    EXPECT_EQ(std::accumulate(counts.grades.begin(), counts.grades.end(), counts.notChecked), counts.quotes);
    EXPECT_EQ(counts.of(Grade::Verbatim), 1U);
    EXPECT_EQ(counts.of(Grade::Typography), 1U);
    EXPECT_EQ(counts.of(Grade::NotFound), 1U);
    EXPECT_EQ(counts.notChecked, 1U);
    EXPECT_EQ(counts.faithful, 2U);
    EXPECT_EQ(counts.bases, 3U);
    EXPECT_EQ(counts.basesFound, 1U);
    EXPECT_EQ(counts.basesNotChecked, 1U);
}

TEST(EvidenceCheck, ABasisStandsInADocumentThatItsEventQuotes) {
    const Story of = story();
    const auto documents = findDocuments(of, {}).value();
    // "they said" stands twice in the first document, once inside of the words that are quoted, and once in the second.
    const auto place = findBasis(of, 0, 0, documents);
    ASSERT_TRUE(place.has_value());
    EXPECT_EQ(place->source, 0U);
    EXPECT_EQ(place->check.grade, Grade::Verbatim);
    EXPECT_EQ(place->check.passages, (std::vector<TextSpan>{{28, 37}}));
    EXPECT_EQ(documents[0]->document.text().substr(28, 9), U"they said");
    EXPECT_FALSE(findBasis(of, 0, 1, documents).has_value()); // no words
    EXPECT_FALSE(findBasis(of, 1, 0, documents).has_value()); // no document
    EXPECT_EQ(findBasis(of, 2, 0, documents)->check.grade, Grade::NotFound);
    const EvidenceCheck check = checkEvidence(of, documents).value();
    ASSERT_NE(check.findBasis(0, 0), nullptr);
    EXPECT_EQ(check.findBasis(0, 0)->place, place);
    EXPECT_EQ(check.findBasis(0, 1), nullptr);
}

TEST(EvidenceCheck, CanBeStoppedAndTellsHowFarItIs) {
    const Story of = story();
    const auto documents = findDocuments(of, {}).value();
    std::stop_source stop;
    std::vector<std::size_t> told;
    EvidenceOptions options;
    options.stop = stop.get_token();
    options.progress = [&](std::size_t done, std::size_t total) {
        told.push_back(done);
        EXPECT_EQ(total, 4U);
    };
    EXPECT_TRUE(checkEvidence(of, documents, options).has_value());
    EXPECT_EQ(told.front(), 0U);
    EXPECT_EQ(told.back(), 4U);
    stop.request_stop();
    EXPECT_FALSE(checkEvidence(of, documents, options).has_value());
}

TEST(EvidenceCheck, AStoryWithoutQuotesHasNothingToCheck) {
    const EvidenceCheck check = checkEvidence(Story(), {}).value();
    EXPECT_TRUE(check.quotes.empty());
    EXPECT_EQ(check.counts, EvidenceCounts());
    EXPECT_FALSE(carriesDocuments(Story()));
    EXPECT_TRUE(carriesDocuments(story()));
}

} // namespace
} // namespace quoteline::model
