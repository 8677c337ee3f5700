// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/file/line_locator.h"

#include "model/file/story_writer.h"
#include "tests/model/story_fixtures.h"
#include <gtest/gtest.h>

using namespace quoteline::model;
using namespace quoteline::test;

namespace {

void feedInBlocks(LineLocator& locator, std::string_view text, std::size_t block) {
    for (std::size_t at = 0; at < text.size(); at += block)
        locator.feed(text.substr(at, block));
    locator.finish();
}

std::uint64_t lineOf(std::string_view text, std::size_t offset) {
    return 1 + static_cast<std::uint64_t>(
                   std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(offset), '\n'));
}

} // namespace

TEST(LineLocator, AByteStandsInTheLineAndColumnThatCountingGives) {
    const std::string text = "ab\n\n\u00e9\u4e2d\U0001F6A8x\r\ny";
    for (std::size_t offset = 0; offset <= text.size(); ++offset) {
        std::uint64_t column = 1;
        for (std::size_t i = offset; i > 0 && text[i - 1] != '\n'; --i)
            column += (static_cast<unsigned char>(text[i - 1]) & 0xC0) == 0x80 ? 0 : 1;
        for (const std::size_t block : {1U, 3U, 100U}) {
            LineLocator locator;
            const std::size_t question = locator.ask(std::uint64_t{offset});
            feedInBlocks(locator, text, block);
            ASSERT_TRUE(locator.answer(question));
            EXPECT_EQ(*locator.answer(question), (LineLocator::Location{offset, lineOf(text, offset), column}));
        }
    }
}

TEST(LineLocator, PathsLeadToTheFieldsTheyName) {
    const std::string text = smallStory();
    const std::pair<std::string_view, std::string_view> paths[] = {
        {"$", "{"},
        {"$.title", "\"title\": \"A small"},
        {"$.lanes", "\"lanes\""},
        {"$.lanes[0]", "{\"id\": \"media\""},
        {"$.sources[0].file", "\"file\""},
        {"$.events[0].quotes[0].speaker", "\"speaker\""},
        {"$.events[1]", "{\"id\": \"second\""},
        {"$.events[1].relations[0].explicit", "\"explicit\""},
    };
    for (const std::size_t block : {1U, 5U, 10'000U}) {
        LineLocator locator;
        std::vector<std::size_t> questions;
        for (const auto& [path, target] : paths)
            questions.push_back(locator.ask(stepsOf(path)));
        feedInBlocks(locator, text, block);
        EXPECT_TRUE(locator.done());
        for (std::size_t i = 0; i < questions.size(); ++i) {
            ASSERT_TRUE(locator.answer(questions[i])) << paths[i].first;
            EXPECT_EQ(locator.answer(questions[i])->offset, text.find(paths[i].second)) << paths[i].first;
            EXPECT_EQ(locator.answer(questions[i])->line, lineOf(text, text.find(paths[i].second)));
        }
    }
}

TEST(LineLocator, OfEqualNamesTheOrdinalTellsWhichIsMeant) {
    const std::string_view text = "{\"a\":1,\n\"a\":{\"b\":1},\n\"\\u0061\":[0,\n5]}";
    LineLocator locator;
    const std::size_t second = locator.ask(JsonSteps{{"", 1}});
    const std::size_t third = locator.ask(JsonSteps{{"", 2}, {"", 1}});
    const std::size_t byName = locator.ask(JsonSteps{{"a", std::nullopt}});
    const std::size_t below = locator.ask(JsonSteps{{"a", std::nullopt}, {"b", std::nullopt}});
    const std::size_t nowhere = locator.ask(JsonSteps{{"c", std::nullopt}});
    feedInBlocks(locator, text, 3);
    EXPECT_EQ(locator.answer(second)->line, 2U);
    EXPECT_EQ(locator.answer(third)->line, 4U);
    EXPECT_EQ(locator.answer(byName)->line, 1U);
    EXPECT_EQ(locator.answer(below)->line, 2U);
    EXPECT_FALSE(locator.answer(nowhere));
    EXPECT_FALSE(locator.done());
}

TEST(LineLocator, EveryEventOfALargeStoryIsFound) {
    const Story story = randomStory(21, 200);
    const std::string text = writeStory(story);
    LineLocator locator;
    std::vector<std::size_t> questions;
    for (std::size_t i = 0; i < story.eventCount(); ++i)
        questions.push_back(locator.ask(stepsOf(joined({"$.events[", std::to_string(i), "].when"}))));
    feedInBlocks(locator, text, 777);
    // The canonical text has one field a line, and "when" at this depth is nothing but an event's.
    std::size_t at = 0;
    for (const std::size_t question : questions) {
        at = text.find("\n      \"when\": ", at) + 1;
        ASSERT_TRUE(locator.answer(question));
        EXPECT_EQ(locator.answer(question)->offset, at + 6);
    }
}

TEST(LineLocator, GarbageAndDepthDoNoHarm) {
    Dice dice(3);
    for (int i = 0; i < 2000; ++i) {
        std::string text;
        for (std::size_t length = dice.roll(200); length > 0; --length)
            text += "{}[]\",:\\a1 \n"[dice.roll(12)];
        LineLocator locator;
        locator.ask(stepsOf("$.a[0].b"));
        locator.ask(stepsOf("$[1][0]"));
        const std::size_t end = locator.ask(std::uint64_t{text.size()});
        feedInBlocks(locator, text, 1 + dice.roll(9));
        EXPECT_EQ(locator.answer(end)->line, lineOf(text, text.size()));
    }
    LineLocator deep;
    deep.ask(stepsOf("$.a"));
    feedInBlocks(deep, std::string(1'000'000, '['), 1000);
    EXPECT_FALSE(deep.done());
}
