// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/file/story_reader.h"

#include "model/file/story_writer.h"
#include "tests/model/story_fixtures.h"
#include <gtest/gtest.h>

using namespace quoteline::model;
using namespace quoteline::test;

TEST(StoryReader, EveryFieldOfTheFormatArrivesInTheStory) {
    const Story story = storyOf(smallStory());
    EXPECT_EQ(story.title(), "A small story");
    EXPECT_EQ(story.summary(), "Two events");
    EXPECT_EQ(story.zone().name(), "Europe/Rome");
    EXPECT_EQ(story.coreWindowText(), "2026-01-24/2026-01-28");
    ASSERT_EQ(story.lanes().size(), 1U);
    EXPECT_EQ(story.actors()[0], (Actor{"paper", "The Paper", "newspaper", {}}));
    const Source& source = story.sources()[0];
    EXPECT_EQ(source.headline, "News");
    EXPECT_EQ(source.datePublished, "2026-01-28");
    EXPECT_EQ(source.file, "sources/page.txt");
    EXPECT_EQ(source.text, std::nullopt);
    ASSERT_EQ(story.eventCount(), 2U);
    EXPECT_EQ(story.id(0), "first");
    EXPECT_EQ(story.summary(1), "No.");
    EXPECT_EQ(story.kind(1), EventKind::Statement);
    EXPECT_EQ(story.quote(0, 0),
              (Quote{0, "It is said.", "Well. ", " Or not.", 0, "a friend", QuoteForm::Direct, "in print", {}}));
    EXPECT_EQ(story.relation(1, 0), (Relation{RelationType::Disputes, "disputes", 0, "It is not so", true, {}}));
    ASSERT_EQ(story.incoming(0).size(), 1U);
    EXPECT_EQ(story.incoming(0)[0], (IncomingRelation{1, 0}));
    EXPECT_TRUE(story.range(1).flags.has(TimeFlag::ZoneAssumed));
}

TEST(StoryReader, BlocksAndBatchesOfAnySizeGiveTheSameStory) {
    const Story expected = randomStory(3, 25);
    const std::string text = writeStory(expected);
    for (std::size_t block = 1; block <= 16; ++block) {
        for (const std::size_t batch : {1U, 7U, 64U, 1000U, 1U << 20}) {
            ReadOptions options;
            options.blockSize = block;
            options.batchSize = batch;
            ASSERT_TRUE(storyOf(text, options) == expected) << block << ' ' << batch;
        }
    }
    for (std::size_t batch = 1; batch <= 64; ++batch) {
        ReadOptions options;
        options.batchSize = batch;
        ASSERT_TRUE(storyOf(text, options) == expected) << batch;
    }
}

TEST(StoryReader, EventsMayComeBeforeTheListsTheyReferTo) {
    std::string text = smallStory();
    const std::size_t lanes = text.find("\"lanes\"");
    const std::size_t events = text.find("\"events\"");
    const std::size_t end = text.rfind("\n}");
    const std::string swapped = text.substr(0, lanes) + text.substr(events, end - events) + ",\n" +
                                text.substr(lanes, text.rfind(',', events) - lanes) + "\n}\n";
    EXPECT_TRUE(storyOf(swapped) == storyOf(text));
}

TEST(StoryReader, AKeyMaySpellEventsWithEscapes) {
    const std::string text = with(smallStory(), "\"events\"", "\"\\u0065v\\u0065nt\\u0073\"");
    ReadOptions options;
    options.batchSize = 1;
    EXPECT_TRUE(storyOf(text, options) == storyOf(smallStory()));
}

TEST(StoryReader, WordsThatLookLikeTheEventsDoNotMisleadIt) {
    const std::string text =
        with(smallStory(), "\"lanes\"",
             "\"x\": {\"events\": [1, 2]}, \"y\": \"\\\"events\\\": [\", \"z\": [\"events\"], \"lanes\"");
    EXPECT_EQ(storyOf(text).eventCount(), 2U);
    EXPECT_EQ(storyOf(text).extra().size(), 3U);
}

TEST(StoryReader, AStoryMayHaveNoEventsAndAnEventNoQuotes) {
    const std::string head = R"({"format":"quoteline-story","version":1,"title":"","lanes":[{"id":"l","name":""}],
        "actors":[{"id":"a","name":"","role":""}],"sources":[],"events":[)";
    EXPECT_EQ(storyOf(head + " \n ]}").eventCount(), 0U);
    EXPECT_FALSE(storyOf(head + "]}").extent());
    const Story story = storyOf(head + R"({"id":"e","title":"","lane":"l","actor":"a","kind":"date","when":"2026",
        "whenBasis":"","status":"scheduled"}]})");
    EXPECT_EQ(story.quoteCount(), 0U);
    EXPECT_EQ(story.relationCount(0), 0U);
    EXPECT_EQ(story.language(), "en");
    EXPECT_EQ(story.zone().name(), "UTC");
}

TEST(StoryReader, UnknownRelationTypesAreKeptAsWritten) {
    const Read result = read(with(smallStory(), "disputes", "laughs at"));
    ASSERT_TRUE(result) << describe(result);
    EXPECT_EQ(result->story.relation(1, 0).type, RelationType::Other);
    EXPECT_EQ(result->story.relation(1, 0).typeText, "laughs at");
    EXPECT_EQ(result->noticeCount, 0U);
}

TEST(StoryReader, UnknownFieldsAreKeptAndNoticedWithTheLineAndTheFieldThatWasMeant) {
    std::string text = with(smallStory(), "\"quotes\": []", "\"quoets\": [ ]");
    text = with(text, "\"note\": \"in print\"", "\"mood\": 1");
    text = with(text, "\"title\": \"A small story\"", "\"title\": \"A small story\",\n \"odd name\": null");
    text = with(text, "\"explicit\": true", "\"explicit\": true, \"type \": 5");
    const Read result = read(text);
    ASSERT_TRUE(result) << describe(result);
    ASSERT_EQ(result->notices.size(), 4U);
    EXPECT_EQ(result->noticeCount, 4U);
    EXPECT_EQ(result->notices[0].path, QStringLiteral("$[\"odd name\"]"));
    EXPECT_EQ(result->notices[0].line, 5);
    EXPECT_EQ(result->notices[1].path, QStringLiteral("$.events[0].quotes[0].mood"));
    EXPECT_EQ(result->notices[1].line, 34);
    EXPECT_EQ(result->notices[1].remedy, QString());
    EXPECT_EQ(result->notices[2].path, QStringLiteral("$.events[1].quoets"));
    EXPECT_EQ(result->notices[2].line, 39);
    EXPECT_EQ(result->notices[2].remedy, QStringLiteral("Did you mean “quotes”?"));
    EXPECT_EQ(result->notices[3].remedy, QStringLiteral("Did you mean “type”?"));
    EXPECT_EQ(result->story.extra(1), (ExtraFields{{"quoets", "[ ]"}}));
    EXPECT_EQ(result->story.quote(0, 0).extra, (ExtraFields{{"mood", "1"}}));
    EXPECT_EQ(result->story.relation(1, 0).extra, (ExtraFields{{"type ", "5"}}));
    EXPECT_EQ(result->story.extra(), (ExtraFields{{"odd name", "null"}}));
}

TEST(StoryReader, ASlipInTheTypeOfARelationIsNoticed) {
    const Read result = read(with(smallStory(), "disputes", "disputs"));
    ASSERT_TRUE(result) << describe(result);
    ASSERT_EQ(result->notices.size(), 1U);
    EXPECT_EQ(result->notices[0].path, QStringLiteral("$.events[1].relations[0].type"));
    EXPECT_EQ(result->notices[0].line, 40);
    EXPECT_EQ(result->notices[0].remedy, QStringLiteral("Did you mean “disputes”?"));
}

TEST(StoryReader, MoreNoticesThanAreKeptAreCounted) {
    std::string fields;
    for (int i = 0; i < 250; ++i)
        fields += joined({"\n\"x", std::to_string(i), "\": ", std::to_string(i), ","});
    const Read result =
        read(with(smallStory(), "\"title\": \"It is said\"", joined({fields, "\"title\": \"It is said\""})));
    ASSERT_TRUE(result) << describe(result);
    EXPECT_EQ(result->notices.size(), maxProblems);
    EXPECT_EQ(result->noticeCount, 250U);
    EXPECT_EQ(result->notices.back().path, QStringLiteral("$.events[0].x99"));
    EXPECT_EQ(result->notices.back().line, 24 + 99);
    EXPECT_EQ(result->story.extra(0).size(), 250U);
}

TEST(StoryReader, AByteOrderMarkIsReadOverAndNoticed) {
    for (const std::size_t block : {1U, 2U, 3U, 1000U}) {
        ReadOptions options;
        options.blockSize = block;
        const Read result = read(joined({"\xEF\xBB\xBF", smallStory()}), options);
        ASSERT_TRUE(result) << describe(result);
        ASSERT_EQ(result->notices.size(), 1U);
        EXPECT_EQ(result->notices[0].line, 1);
        EXPECT_TRUE(result->notices[0].what.contains(QStringLiteral("byte order mark")));
        EXPECT_TRUE(result->story == storyOf(smallStory()));
    }
    const Read broken = read(joined({"\xEF\xBB\xBF", with(smallStory(), "report", "rumour")}));
    ASSERT_FALSE(broken);
    EXPECT_EQ(broken.error().problems.at(0).line, 26);
}

TEST(StoryReader, ProgressGrowsAndEndsAtTheTotal) {
    const std::string text = writeStory(randomStory(5, 40));
    std::vector<std::pair<std::uint64_t, std::uint64_t>> calls;
    ReadOptions options;
    options.blockSize = 1000;
    options.batchSize = 2000;
    options.progress = [&](std::uint64_t done, std::uint64_t total) { calls.emplace_back(done, total); };
    storyOf(text, options);
    ASSERT_GT(calls.size(), 3U);
    for (std::size_t i = 0; i < calls.size(); ++i) {
        EXPECT_EQ(calls[i].second, text.size());
        EXPECT_LE(calls[i].first, text.size());
        EXPECT_TRUE(i == 0 || calls[i - 1].first <= calls[i].first);
    }
    EXPECT_EQ(calls.back().first, text.size());
}

TEST(StoryReader, AStopIsObeyedBetweenBatchesAndBeforeTheFirstByte) {
    const std::string text = writeStory(randomStory(5, 40));
    for (const std::size_t stopAfter : {0U, 1U, 3U}) {
        std::stop_source stop;
        std::size_t calls = 0;
        ReadOptions options;
        options.batchSize = 1000;
        options.stop = stop.get_token();
        options.progress = [&](std::uint64_t, std::uint64_t) {
            if (++calls == stopAfter)
                stop.request_stop();
        };
        if (stopAfter == 0)
            stop.request_stop();
        const Read result = read(text, options);
        ASSERT_FALSE(result);
        EXPECT_EQ(result.error().kind, ReadFailure::Kind::Stopped);
        EXPECT_EQ(calls, stopAfter);
        EXPECT_TRUE(result.error().problems.empty());
    }
}

TEST(StoryReader, APieceLargerThanTheLimitEndsTheReading) {
    ReadOptions options;
    options.blockSize = 100;
    options.pieceLimit = 2000;
    EXPECT_TRUE(read(smallStory(), options));
    for (const char* where : {"A small story", "It is said"}) {
        const Read result = read(with(smallStory(), where, std::string(5000, 'x')), options);
        ASSERT_FALSE(result);
        EXPECT_EQ(result.error().problemCount, 1U);
        EXPECT_TRUE(result.error().problems.at(0).what.contains(QStringLiteral("too large"))) << describe(result);
        EXPECT_TRUE(result.error().problems.at(0).line);
    }
}

TEST(StoryReader, ALargeStoryHasTheOrderAndTheColumnsOfItsInput) {
    constexpr std::size_t count = 50'000;
    Dice dice(11);
    std::string text = R"({"format":"quoteline-story","version":1,"title":"","timeZone":"Europe/Rome","lanes":[)"
                       R"({"id":"l0","name":""},{"id":"l1","name":""},{"id":"l2","name":""}],"actors":[)"
                       R"({"id":"a0","name":"","role":""},{"id":"a1","name":"","role":""}],"sources":[],"events":[)";
    struct Row {
        std::string id;
        std::string when;
        LaneIndex lane;
        ActorIndex actor;
        EventKind kind;
        TimeRange range;
    };
    std::vector<Row> rows;
    const Zone zone = Zone::fromIana("Europe/Rome").value();
    for (std::size_t i = 0; i < count; ++i) {
        Row row{joined({"e", std::to_string(i)}),     someWhen(dice),
                static_cast<LaneIndex>(dice.roll(3)), static_cast<ActorIndex>(dice.roll(2)),
                static_cast<EventKind>(dice.roll(5)), {}};
        row.range = resolve(parseEdtf(row.when).value(), zone);
        text += joined({i == 0 ? "" : ",", R"({"id":")", row.id, R"(","title":"T)", row.id, R"(","lane":"l)",
                        std::to_string(row.lane), R"(","actor":"a)", std::to_string(row.actor), R"(","kind":")",
                        toWord(row.kind), R"(","when":")", row.when,
                        R"(","whenBasis":"","status":"happened","quotes":[],"relations":[]})"});
        rows.push_back(std::move(row));
    }
    text += "]}";
    ReadOptions options;
    options.batchSize = 100'000;
    const Story story = storyOf(text, options);
    ASSERT_EQ(story.eventCount(), count);

    // The rule of the order, word by word, and a stable sort.
    std::stable_sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) {
        constexpr CivilMs never = std::numeric_limits<CivilMs>::max();
        const CivilMs firstA = a.range.earliest.value_or(a.range.end.value_or(never));
        const CivilMs firstB = b.range.earliest.value_or(b.range.end.value_or(never));
        return firstA != firstB ? firstA < firstB : a.range.end.value_or(never) < b.range.end.value_or(never);
    });
    for (EventIndex event = 0; event < count; ++event) {
        const Row& row = rows[event];
        ASSERT_EQ(story.id(event), row.id);
        ASSERT_EQ(story.title(event), joined({"T", row.id}));
        ASSERT_EQ(story.whenText(event), row.when);
        ASSERT_EQ(story.range(event), row.range);
        ASSERT_EQ(story.lane(event), row.lane);
        ASSERT_EQ(story.actor(event), row.actor);
        ASSERT_EQ(story.kind(event), row.kind);
        ASSERT_EQ(story.layoutStarts()[event], row.range.layoutStart);
        ASSERT_EQ(story.layoutEnds()[event], row.range.layoutEnd);
        ASSERT_EQ(story.shapes()[event], row.range.shape);
        ASSERT_EQ(story.laneColumn()[event], row.lane);
    }
}
