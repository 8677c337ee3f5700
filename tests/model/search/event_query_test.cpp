// SPDX-License-Identifier: GPL-3.0-or-later
// Search and facets against an implementation that asks every event everything.
#include "model/search/event_query.h"

#include "model/text/utf8_text.h"
#include "tests/model/story_fixtures.h"
#include <gtest/gtest.h>
#include <numeric>
#include <set>

using namespace quoteline::model;
using quoteline::test::Dice;

namespace {

std::vector<QString> textsOf(const Story& story, EventIndex event) {
    std::vector<QString> texts{fromUtf8(story.title(event)), fromUtf8(story.summary(event)),
                               fromUtf8(story.actors()[story.actor(event)].name)};
    for (std::size_t i = 0; i < story.quoteCount(event); ++i) {
        const Quote quote = story.quote(event, i);
        texts.push_back(fromUtf8(quote.exact));
        texts.push_back(fromUtf8(story.sources()[quote.source].publisher));
        if (story.sources()[quote.source].headline)
            texts.push_back(fromUtf8(*story.sources()[quote.source].headline));
        if (quote.speaker)
            texts.push_back(fromUtf8(story.actors()[*quote.speaker].name));
    }
    return texts;
}

/// Each word, alone, has a span in some text.
bool hasWords(const Story& story, EventIndex event, const QString& words) {
    const std::vector<QString> texts = textsOf(story, event);
    for (const QString& word : words.simplified().split(u' ', Qt::SkipEmptyParts)) {
        const TextMatcher matcher(word);
        if (std::none_of(texts.begin(), texts.end(), [&](auto& text) { return !matcher.spansIn(text).empty(); }))
            return false;
    }
    return true;
}

std::set<std::uint32_t> valuesOf(const Story& story, EventIndex event, Facet facet) {
    std::set<std::uint32_t> sources;
    switch (facet) {
    case Facet::Lane:
        return {story.lane(event)};
    case Facet::Actor:
        return {story.actor(event)};
    case Facet::Kind:
        return {static_cast<std::uint32_t>(story.kind(event))};
    case Facet::Source:
        for (std::size_t i = 0; i < story.quoteCount(event); ++i)
            sources.insert(story.quote(event, i).source);
        return sources;
    case Facet::Status:
        return {static_cast<std::uint32_t>(story.status(event))};
    case Facet::Certainty:
        return {static_cast<std::uint32_t>(certaintyOf(story, event))};
    }
    return {};
}

/// Of each event; what is chosen beside them makes no difference, so they are asked for once.
std::vector<bool> haveWords(const Story& story, const QString& words) {
    std::vector<bool> have(story.eventCount());
    for (EventIndex event = 0; event < story.eventCount(); ++event)
        have[event] = hasWords(story, event, words);
    return have;
}

std::vector<EventIndex> askedOneByOne(const Story& story, const EventQuery& query, const std::vector<bool>& words) {
    std::vector<EventIndex> events;
    for (EventIndex event = 0; event < story.eventCount(); ++event) {
        bool passes = words[event];
        for (std::size_t i = 0; i < facetCount; ++i) {
            const auto& chosen = query.choices[i];
            const auto values = valuesOf(story, event, static_cast<Facet>(i));
            passes = passes && (chosen.empty() || std::any_of(chosen.begin(), chosen.end(),
                                                              [&](auto value) { return values.contains(value); }));
        }
        if (passes)
            events.push_back(event);
    }
    return events;
}

EventQuery randomQuery(const Story& story, Dice& dice) {
    EventQuery query;
    if (story.eventCount() > 0 && !dice.chance(4)) {
        for (std::size_t words = dice.roll(3); words > 0; --words) {
            const auto texts = textsOf(story, static_cast<EventIndex>(dice.roll(story.eventCount())));
            const QString& text = dice.pick(texts);
            const auto length = static_cast<qsizetype>(1 + dice.roll(4));
            const auto start = static_cast<qsizetype>(dice.roll(static_cast<std::size_t>(text.size()) + 1));
            query.text += u' ' + text.mid(start, length).toUpper();
        }
    }
    for (auto& chosen : query.choices)
        if (dice.chance(3))
            for (std::uint32_t value = 0; value < 7; ++value)
                if (dice.chance(2))
                    chosen.push_back(value);
    return query;
}

} // namespace

TEST(EventQuery, FindsWhatAskingEveryEventFindsAndEachFacetCountsLikeAQueryOfItsOwn) {
    Dice dice(11);
    std::size_t found = 0;
    for (std::uint32_t seed = 1; seed <= 12; ++seed) {
        const Story story = quoteline::test::randomStory(seed, seed == 1 ? 1 : 40);
        const SearchIndex index(story);
        for (int round = 0; round < 25; ++round) {
            const EventQuery query = randomQuery(story, dice);
            const auto result = runQuery(story, index, query);
            ASSERT_TRUE(result);
            const std::vector<bool> words = haveWords(story, query.text);
            ASSERT_EQ(*result->events, askedOneByOne(story, query, words)) << query.text.toStdString();
            found += result->events->size();
            EXPECT_EQ(result->withoutWords,
                      askedOneByOne(story, query, std::vector<bool>(story.eventCount(), true)).size());
            for (std::size_t i = 0; i < facetCount; ++i) {
                EventQuery changed = query;
                changed.choices[i].clear();
                EXPECT_EQ(result->without[i], askedOneByOne(story, changed, words).size()) << i;
                for (std::uint32_t value = 0; value < result->counts[i].size(); ++value) {
                    changed.choices[i] = {value};
                    EXPECT_EQ(result->counts[i][value], askedOneByOne(story, changed, words).size())
                        << i << ' ' << value;
                }
            }
        }
    }
    EXPECT_GT(found, 500U);
}

TEST(EventQuery, AnEventIsFoundIfAndOnlyIfEachWordHasASpanInOneOfItsTexts) {
    Dice dice(12);
    for (std::uint32_t seed = 100; seed < 110; ++seed) {
        const Story story = quoteline::test::randomStory(seed, 30);
        const SearchIndex index(story);
        for (int round = 0; round < 40; ++round) {
            EventQuery query;
            const auto texts = textsOf(story, static_cast<EventIndex>(dice.roll(story.eventCount())));
            const QString& text = dice.pick(texts);
            query.text = text.mid(static_cast<qsizetype>(dice.roll(5)), static_cast<qsizetype>(1 + dice.roll(5)));
            const auto result = runQuery(story, index, query);
            for (EventIndex event = 0; event < story.eventCount(); ++event)
                ASSERT_EQ(std::binary_search(result->events->begin(), result->events->end(), event),
                          hasWords(story, event, query.text))
                    << query.text.toStdString();
        }
    }
}

TEST(EventQuery, NeverFindsAWordAcrossTwoTexts) {
    const Story story = quoteline::test::storyOf(quoteline::test::smallStory()); // "It is denied", then "No."
    const SearchIndex index(story);
    const auto found = [&](const QString& text) { return runQuery(story, index, {text, {}})->events->size(); };
    EXPECT_EQ(found(QStringLiteral("denied")), 1U);
    EXPECT_EQ(found(QStringLiteral("no. DENIED")), 1U);
    EXPECT_EQ(found(QStringLiteral("deniedNo.")), 0U);
    EXPECT_EQ(found(QStringLiteral("denied\nNo.")), 1U);
    EXPECT_EQ(found(QStringLiteral("pap")), 2U); // the actor of both
    EXPECT_EQ(found(QStringLiteral("paperit")), 0U);
    EXPECT_EQ(found(QStringLiteral("Well.")), 0U); // words around a quote are not the quote
}

TEST(EventQuery, WithoutWordsAndChoicesEverythingIsFound) {
    const Story story = quoteline::test::randomStory(3, 25);
    const auto result = runQuery(story, SearchIndex(), {});
    ASSERT_TRUE(result);
    std::vector<EventIndex> all(story.eventCount());
    std::iota(all.begin(), all.end(), 0U);
    EXPECT_EQ(*result->events, all);
    EXPECT_TRUE(EventQuery().isEmpty());
    EXPECT_TRUE((EventQuery{QStringLiteral("  "), {}}.isEmpty()));
    EXPECT_FALSE((EventQuery{QStringLiteral("a"), {}}.isEmpty()));
    EventQuery chosen;
    chosen.of(Facet::Kind) = {1};
    EXPECT_FALSE(chosen.isEmpty());
}

TEST(EventQuery, AChoiceThatTheStoryDoesNotHaveLeavesNothing) {
    const Story story = quoteline::test::randomStory(3, 25);
    EventQuery query;
    query.of(Facet::Actor) = {4'000'000'000U};
    const auto result = runQuery(story, SearchIndex(story), query);
    EXPECT_TRUE(result->events->empty());
    EXPECT_EQ(result->without[static_cast<std::size_t>(Facet::Actor)], 25U);
}

TEST(EventQuery, AnEmptyStoryHasNoEventsAndNoCounts) {
    const Story story;
    const auto result = runQuery(story, SearchIndex(story), {QStringLiteral("word"), {}});
    ASSERT_TRUE(result);
    EXPECT_TRUE(result->events->empty());
    EXPECT_TRUE(result->counts[static_cast<std::size_t>(Facet::Lane)].empty());
    EXPECT_EQ(result->counts[static_cast<std::size_t>(Facet::Kind)], std::vector<std::uint32_t>(5, 0));
}

TEST(EventQuery, GivesNothingOnceItIsStoppedAndAStoppedIndexFindsNoWord) {
    const Story story = quoteline::test::randomStory(3, 25);
    std::stop_source stop;
    stop.request_stop();
    const EventQuery query{fromUtf8(story.title(0)).left(1) + QStringLiteral("a"), {}};
    EXPECT_FALSE(runQuery(story, SearchIndex(story), {}, stop.get_token()));
    EXPECT_FALSE(runQuery(story, SearchIndex(story), {QStringLiteral("a"), {}}, stop.get_token()));
    const SearchIndex stopped(story, stop.get_token());
    EXPECT_TRUE(runQuery(story, stopped, {QStringLiteral("."), {}})->events->empty());
    EXPECT_EQ(runQuery(story, stopped, {})->events->size(), 25U); // words alone need the index
}

TEST(EventQuery, CertaintyFollowsTheShapeOfTheTime) {
    for (std::uint32_t seed = 1; seed < 4; ++seed) {
        const Story story = quoteline::test::randomStory(seed, 60);
        for (EventIndex event = 0; event < story.eventCount(); ++event) {
            const TimeFlags flags = story.range(event).flags;
            const Certainty certainty = certaintyOf(story, event);
            const bool open = flags.has(TimeFlag::OpenStart) || flags.has(TimeFlag::OpenEnd) ||
                              flags.has(TimeFlag::UnknownStart) || flags.has(TimeFlag::UnknownEnd);
            if (certainty == Certainty::Exact) {
                EXPECT_FALSE(open || flags.has(TimeFlag::Uncertain) || flags.has(TimeFlag::Approximate));
            }
            EXPECT_EQ(certainty == Certainty::Open, story.shapes()[event] == TimeShape::Open);
            EXPECT_EQ(certainty == Certainty::Possible, story.shapes()[event] == TimeShape::Possible);
        }
    }
}
