// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/story/story_builder.h"

#include "model/story/id_table.h"
#include "model/story/story_data.h"
#include "tests/model/story_fixtures.h"
#include <array>
#include <gtest/gtest.h>
#include <set>

using namespace quoteline::model;
using namespace quoteline::test;

namespace {

EventInput eventOf(std::string_view id, std::string_view when) {
    EventInput event;
    event.id = id;
    event.title = id;
    event.lane = "l";
    event.actor = "a";
    event.when = when;
    return event;
}

StoryBuilder builderWithLane() {
    StoryBuilder builder;
    builder.addLane({"l", "Lane", {}});
    builder.addActor({"a", "Actor", "", {}});
    return builder;
}

std::vector<std::string> idsOf(const Story& story) {
    std::vector<std::string> ids;
    for (EventIndex event = 0; event < story.eventCount(); ++event)
        ids.emplace_back(story.id(event));
    return ids;
}

/// Path and sentence of each problem of a story that must have some.
std::vector<std::string> problemsOf(StoryBuilder& builder) {
    const auto story = builder.build();
    EXPECT_FALSE(story);
    std::vector<std::string> texts;
    if (!story) {
        for (const Problem& problem : story.error())
            texts.push_back(toText(problem).toStdString());
    }
    return texts;
}

Source sourceDated(std::string_view id, std::string_view date) {
    Source source;
    source.id = id;
    source.datePublished = date;
    return source;
}

} // namespace

TEST(StoryBuilder, EventsStandInTheOrderOfTimeWithTheOrderOfTheCallsAmongEquals) {
    StoryBuilder builder = builderWithLane();
    builder.addEvent(eventOf("late", "2026-02-01"));
    builder.addEvent(eventOf("open end", "2026-01-27/.."));
    builder.addEvent(eventOf("by the 27th", "[..2026-01-27]"));
    builder.addEvent(eventOf("month", "2026-01"));
    builder.addEvent(eventOf("27th, first", "2026-01-27"));
    builder.addEvent(eventOf("27th, second", "2026-01-27"));
    builder.addEvent(eventOf("two days", "2026-01-27/2026-01-28"));
    const auto story = builder.build();
    ASSERT_TRUE(story);
    EXPECT_EQ(idsOf(*story), (std::vector<std::string>{"month", "27th, first", "27th, second", "two days", "open end",
                                                       "by the 27th", "late"}));
}

TEST(StoryBuilder, TheOrderOfTheCallsIsFreeAndTheTextIsCopied) {
    StoryBuilder builder;
    {
        std::string id = "e";
        std::string lane = "l";
        EventInput event = eventOf(id, "2026");
        event.lane = lane;
        builder.addEvent(event);
        id = "X";
        lane = "X";
    }
    StoryInput head;
    head.title = "first";
    builder.setStory(head);
    builder.addActor({"a", "Actor", "", {}});
    builder.addLane({"l", "Lane", {}});
    head.title = "second";
    builder.setStory(head);
    EXPECT_EQ(builder.eventCount(), 1U);
    const auto story = builder.build();
    ASSERT_TRUE(story);
    EXPECT_EQ(story->title(), "second");
    EXPECT_EQ(story->id(0), "e");
    EXPECT_EQ(builder.eventCount(), 0U);
    EXPECT_EQ(builder.build().value(), Story());
}

TEST(StoryBuilder, ABuilderCanBeMoved) {
    StoryBuilder builder = builderWithLane();
    StoryBuilder moved = std::move(builder);
    moved.addEvent(eventOf("e", "2026"));
    builder = std::move(moved);
    EXPECT_EQ(builder.build().value().eventCount(), 1U);
}

TEST(StoryBuilder, TimesOfDayStandOnTheClockOfAZoneThatIsNamedLater) {
    StoryBuilder builder = builderWithLane();
    builder.addEvent(eventOf("utc", "2026-01-27T09:30:00Z"));
    builder.addEvent(eventOf("local", "2026-01-27T10:00:00"));
    builder.addEvent(eventOf("day", "2026-01-27"));
    StoryInput head;
    head.timeZone = "Europe/Rome";
    builder.setStory(head);
    const Story story = builder.build().value();
    EXPECT_EQ(idsOf(story), (std::vector<std::string>{"day", "local", "utc"}));
    for (EventIndex event = 0; event < story.eventCount(); ++event)
        EXPECT_EQ(story.range(event), resolve(story.when(event), story.zone()));
}

TEST(StoryBuilder, EveryRangeIsKeptWhole) {
    const Zone zone = Zone::fromIana("America/New_York").value();
    StoryBuilder builder = builderWithLane();
    StoryInput head;
    head.timeZone = zone.name();
    builder.setStory(head);
    const char* const values[] = {"2026-01-27",
                                  "201X",
                                  "-0044-03-15",
                                  "2026-01-27~",
                                  "../2026-01-27",
                                  "2026-01-27/",
                                  "{..1984}",
                                  "{1984..}",
                                  "[..1984,2026-01-01]",
                                  "{1960,1970,1980..}",
                                  "2026-01-27T10:00/2026-01-28",
                                  "{..1983-12-31,1984-10-10..1984-11-01}",
                                  "[1984,2026..]",
                                  "{2026-01-27T10:00:00Z,2027}"};
    for (const char* value : values)
        builder.addEvent(eventOf(value, value));
    const Story story = builder.build().value();
    ASSERT_EQ(story.eventCount(), std::size(values));
    for (EventIndex event = 0; event < story.eventCount(); ++event) {
        EXPECT_EQ(story.range(event), resolve(parseEdtf(story.id(event)).value(), zone)) << story.id(event);
        EXPECT_EQ(story.whenText(event), story.id(event));
    }
}

TEST(StoryBuilder, RangesWhoseBoundsAreNotThoseOfTheLayoutAreKeptToo) {
    StoryData data;
    std::vector<TimeRange> ranges;
    Dice dice(6);
    for (int i = 0; i < 50; ++i) {
        TimeRange range;
        if (dice.chance(2))
            range.earliest = static_cast<CivilMs>(dice.roll(3));
        if (dice.chance(2))
            range.end = static_cast<CivilMs>(10 + dice.roll(3));
        range.layoutStart = static_cast<CivilMs>(dice.roll(2));
        range.layoutEnd = static_cast<CivilMs>(10 + dice.roll(2));
        range.startPrecision = static_cast<Precision>(dice.roll(8));
        range.endPrecision = static_cast<Precision>(dice.roll(8));
        range.flags.bits = static_cast<std::uint16_t>(dice.roll(256));
        range.shape = static_cast<TimeShape>(dice.roll(7));
        ranges.push_back(range);
        appendRange(data, range);
    }
    for (int i = 0; i < 200; ++i) {
        const auto event = static_cast<EventIndex>(dice.roll(ranges.size()));
        ranges[event] = ranges[dice.roll(ranges.size())];
        setRange(data, event, ranges[event]);
    }
    for (EventIndex event = 0; event < ranges.size(); ++event)
        EXPECT_EQ(data.range(event), ranges[event]);
}

TEST(StoryBuilder, RelationsSeenFromTheOtherSideAreTheSameRelations) {
    for (std::uint32_t seed = 1; seed <= 20; ++seed) {
        const Story story = randomStory(seed, 30);
        std::set<std::tuple<EventIndex, std::uint32_t, EventIndex>> forward;
        std::set<std::tuple<EventIndex, std::uint32_t, EventIndex>> backward;
        for (EventIndex event = 0; event < story.eventCount(); ++event) {
            for (std::uint32_t i = 0; i < story.relationCount(event); ++i)
                forward.emplace(event, i, story.relation(event, i).event);
            for (const IncomingRelation& incoming : story.incoming(event))
                EXPECT_TRUE(backward.emplace(incoming.from, incoming.relation, event).second);
        }
        EXPECT_EQ(forward, backward);
    }
}

TEST(StoryBuilder, AnEventIsFoundByItsIdAndTheExtentHoldsAll) {
    const Story story = randomStory(8, 100);
    CivilMs first = story.range(0).layoutStart;
    CivilMs last = story.range(0).layoutEnd;
    for (EventIndex event = 0; event < story.eventCount(); ++event) {
        EXPECT_EQ(story.find(story.id(event)), event);
        first = std::min(first, story.range(event).layoutStart);
        last = std::max(last, story.range(event).layoutEnd);
    }
    EXPECT_EQ(story.find("nobody"), std::nullopt);
    EXPECT_EQ(story.extent(), std::pair(first, last));
}

TEST(StoryBuilder, AllProblemsComeAtOnceWithPathsInTheOrderOfTheCalls) {
    StoryBuilder builder = builderWithLane();
    builder.addLane({"l", "again", {}});
    builder.addLane({"", "", {}});
    StoryInput head;
    head.timeZone = "Mars";
    head.coreWindow = "2026";
    builder.setStory(head);
    EventInput event = eventOf("e", "2026-13");
    event.lane = "m";
    event.actor = "b";
    QuoteInput quote;
    quote.source = "s";
    quote.speaker = "c";
    event.quotes = {quote};
    RelationInput relation;
    relation.type = "confirms";
    relation.event = "f";
    event.relations = {relation};
    builder.addEvent(eventOf("d", "2026"));
    builder.addEvent(event);
    builder.addEvent(eventOf("e", "2026"));
    const auto problems = problemsOf(builder);
    const char* const starts[] = {"$.timeZone: ",
                                  "$.coreWindow: “2026” is not an interval.",
                                  "$.lanes[1].id: the id “l” is used already, by $.lanes[0].",
                                  "$.lanes[2].id: the id is empty.",
                                  "$.events[1].lane: there is no lane “m”.",
                                  "$.events[1].actor: there is no actor “b”.",
                                  "$.events[1].when: “2026-13”: ",
                                  "$.events[1].quotes[0].source: there is no source “s”.",
                                  "$.events[1].quotes[0].exact: the quote is empty.",
                                  "$.events[1].quotes[0].speaker: there is no actor “c”.",
                                  "$.events[1].relations[0].event: there is no event “f”.",
                                  "$.events[2].id: the id “e” is used already, by $.events[1]."};
    ASSERT_EQ(problems.size(), std::size(starts));
    for (std::size_t i = 0; i < problems.size(); ++i)
        EXPECT_TRUE(problems[i].starts_with(starts[i])) << problems[i];
    EXPECT_EQ(builder.eventCount(), 0U);
}

TEST(StoryBuilder, TheFirstHundredProblemsAreKeptAndAllAreHandedToWhoAsks) {
    const auto fill = [] {
        StoryBuilder builder = builderWithLane();
        for (int i = 0; i < 500; ++i)
            builder.addEvent(eventOf(std::to_string(i), "never"));
        return builder;
    };
    StoryBuilder builder = fill();
    EXPECT_EQ(problemsOf(builder).size(), maxProblems);
    std::size_t count = 0;
    builder = fill();
    EXPECT_FALSE(builder.build([&](const Problem& problem) {
        EXPECT_EQ(problem.path, QStringLiteral("$.events[%1].when").arg(count));
        ++count;
    }));
    EXPECT_EQ(count, 500U);
}

TEST(StoryBuilder, WrongReferencesAreNamedWithoutALongSearchHoweverManyThereAre) {
    StoryBuilder builder = builderWithLane();
    constexpr int count = 20'000;
    for (int i = 0; i < count; ++i) {
        const std::string id = joined({"event-", std::to_string(i)});
        const std::string wrong = joined({"evnet-", std::to_string(i)});
        EventInput event = eventOf(id, "2026");
        RelationInput relation;
        relation.type = "confirms";
        relation.event = wrong;
        event.relations = {relation};
        builder.addEvent(event);
    }
    int problems = 0;
    int meant = 0;
    EXPECT_FALSE(builder.build([&](const Problem& problem) {
        ++problems;
        meant += problem.remedy.startsWith(QStringLiteral("Did you mean")) ? 1 : 0;
    }));
    EXPECT_EQ(problems, count);
    EXPECT_GT(meant, 10);
    EXPECT_LE(meant, static_cast<int>(maxProblems));
}

TEST(StoryBuilder, TextBeyondTheLimitIsRefusedAndNotCutSilently) {
    TextArena arena(TextArena().size() + 10);
    EXPECT_EQ(arena.view(arena.add("12345")), "12345");
    EXPECT_EQ(arena.view(arena.add("67890")), "67890");
    EXPECT_EQ(arena.view(arena.add("")), "");
    EXPECT_FALSE(arena.overflowed());
    EXPECT_EQ(arena.view(arena.add("x")), "");
    EXPECT_TRUE(arena.overflowed());
    const TextRun run = arena.addRun({"a", "b", "c", "d", "e"});
    for (std::size_t i = 0; i < TextArena::longestRun; ++i)
        EXPECT_EQ(arena.view(run, i), "");
    EXPECT_EQ(arena.view(arena.add("")), "");
}

TEST(StoryBuilder, ARunOfTextsGivesBackEachOfThemWhateverTheirLengths) {
    TextArena arena;
    std::vector<std::array<std::string, 3>> texts;
    std::vector<TextRun> runs;
    for (const std::size_t a : {0U, 1U, 127U, 128U, 16'383U, 16'384U, 3'000'000U}) {
        for (const std::size_t b : {0U, 127U, 128U, 20'000U}) {
            texts.push_back({std::string(a, 'a'), std::string(b, '\x80'), std::string(a % 7, 'c')});
            runs.push_back(arena.addRun({texts.back()[0], texts.back()[1], texts.back()[2]}));
        }
    }
    for (std::size_t i = 0; i < runs.size(); ++i) {
        for (std::size_t k = 0; k < 3; ++k)
            EXPECT_TRUE(arena.view(runs[i], k) == texts[i][k]);
    }
    EXPECT_EQ(arena.view(TextRun(), 4), "");
}

TEST(StoryBuilder, StoriesThatDifferInAnythingAreNotEqual) {
    const std::string text = smallStory();
    const Story story = storyOf(text);
    EXPECT_EQ(story, storyOf(text));
    const std::pair<std::string_view, std::string_view> changes[] = {
        {"A small", "A"},
        {"Two events", ""},
        {"\"en\"", "\"it\""},
        {"Europe/Rome", "Europe/Paris"},
        {"2026-01-28\",\n  \"lanes", "2026-01-29\",\n  \"lanes"},
        {"\"Media\"", "\"media\""},
        {"newspaper", ""},
        {"\"headline\": \"News\", ", ""},
        {"example.org", "example.com"},
        {"as printed", ""},
        {"0123456789abcdef0", "1123456789abcdef0"},
        {"page.txt", "page2.txt"},
        {"\"first\", \"title\": \"It is said\"", "\"first\", \"title\": \"\""},
        {"\"report\"", "\"date\""},
        {"01-25]", "01-26]"},
        {"weekend", "week"},
        {"happened", "scheduled"},
        {"\"It is said.\"", "\"It is\""},
        {"Well. ", ""},
        {" Or not.", ""},
        {"\"speaker\": \"paper\", ", ""},
        {"a friend", ""},
        {"direct", "relay"},
        {"in print", ""},
        {"\"No.\"", "\"\""},
        {"disputes", "corrects"},
        {"It is not so", ""},
        {"true", "false"},
        {"\"quotes\": []", "\"x\": 1"},
        {"\"version\": 1", "\"version\": 1, \"x\": 1"},
        {"\"explicit\"", "\"x\": 1, \"explicit\""},
        {"\"via\"", "\"x\": 1, \"via\""}};
    for (const auto& [from, to] : changes) {
        const Story other = storyOf(with(text, from, to));
        EXPECT_FALSE(other == story) << from;
        EXPECT_FALSE(story == other) << from;
    }
}

TEST(StoryBuilder, TheLatestPublicationIsThatOfTheSourcesWithAWholeDate) {
    StoryBuilder builder;
    for (const char* date :
         {"2026-01-28", "2026-02-05", "2026-02-05T10:00", "2026-03", "2026-03-XX", "2026-03-01?", "2026-03-01~",
          "[2026-03-01..2026-03-02]", "2026-03-01/2026-03-02", "2026-03-01/..", "{2026-03-01}"})
        builder.addSource(sourceDated(date, date));
    Source undated;
    undated.id = "undated";
    builder.addSource(undated);
    const Story story = builder.build().value();
    ASSERT_TRUE(latestDatedPublication(story));
    EXPECT_EQ(latestDatedPublication(story)->end, startOfDate(2026, 2, 6));
    EXPECT_FALSE(latestDatedPublication(Story()));
}

TEST(StoryBuilder, TheEmptyStoryIsEnglishAndInUtc) {
    const Story story;
    EXPECT_EQ(story.eventCount(), 0U);
    EXPECT_EQ(story.quoteCount(), 0U);
    EXPECT_EQ(story.language(), "en");
    EXPECT_EQ(story.zone().name(), "UTC");
    EXPECT_FALSE(story.extent());
    EXPECT_FALSE(story.coreWindow());
    EXPECT_EQ(story.coreWindowText(), "");
    EXPECT_EQ(StoryBuilder().build().value(), story);
}

TEST(StoryWords, EveryWordIsReadBackAsItsValue) {
    for (int i = 0; i < 5; ++i)
        EXPECT_EQ(fromWord<EventKind>(toWord(static_cast<EventKind>(i))), static_cast<EventKind>(i));
    for (int i = 0; i < 2; ++i)
        EXPECT_EQ(fromWord<EventStatus>(toWord(static_cast<EventStatus>(i))), static_cast<EventStatus>(i));
    for (int i = 0; i < 3; ++i)
        EXPECT_EQ(fromWord<QuoteForm>(toWord(static_cast<QuoteForm>(i))), static_cast<QuoteForm>(i));
    for (int i = 0; i < 8; ++i)
        EXPECT_EQ(relationTypeFrom(toWord(static_cast<RelationType>(i))), static_cast<RelationType>(i));
    EXPECT_EQ(fromWord<EventKind>("Report"), std::nullopt);
    EXPECT_EQ(fromWord<EventKind>(""), std::nullopt);
    EXPECT_EQ(relationTypeFrom("likes"), RelationType::Other);
    EXPECT_EQ(toWord(RelationType::Other), "");
}

TEST(IdTable, FindsEveryIdAndTheFirstOfDuplicates) {
    std::vector<std::string> ids;
    Dice dice(4);
    for (int i = 0; i < 5000; ++i)
        ids.push_back(std::to_string(dice.roll(3000)));
    const auto idOf = [&](std::uint32_t i) -> std::string_view { return ids[i]; };
    IdTable<decltype(idOf)> table(ids.size(), idOf);
    for (std::uint32_t i = 0; i < ids.size(); ++i) {
        const auto first = static_cast<std::uint32_t>(std::find(ids.begin(), ids.end(), ids[i]) - ids.begin());
        ASSERT_EQ(table.add(i), first == i ? std::nullopt : std::optional(first));
        ASSERT_EQ(table.find(ids[i]), first);
    }
    EXPECT_EQ(table.find("none"), std::nullopt);
}
