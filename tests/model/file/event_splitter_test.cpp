// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/file/event_splitter.h"

#include "model/file/json_text.h"
#include "model/file/story_writer.h"
#include "tests/model/story_fixtures.h"
#include <gtest/gtest.h>
#include <simdjson.h>

using namespace quoteline::model;
using namespace quoteline::test;

namespace {

struct Cut {
    std::vector<EventBatch> batches;
    std::string skeleton;
    std::string putTogether; ///< skeleton and batches, every byte at its offset
    bool complete = true;
    std::optional<std::uint64_t> tooDeep;
};

Cut cut(std::string_view text, std::size_t blockSize, std::size_t batchSize) {
    Cut result;
    EventSplitter splitter(batchSize, [&](EventBatch& batch) {
        result.batches.push_back(batch);
        return true;
    });
    for (std::size_t at = 0; at < text.size() && result.complete; at += blockSize)
        result.complete = splitter.feed(text.substr(at, blockSize));
    result.tooDeep = splitter.tooDeep();
    result.skeleton = splitter.skeleton();
    result.putTogether.assign(text.size(), ' '); // a list of white space alone is no batch
    for (std::size_t i = 0; i < result.skeleton.size(); ++i)
        result.putTogether.at(splitter.offsetOfSkeleton(i)) = result.skeleton[i];
    for (const EventBatch& batch : result.batches)
        result.putTogether.replace(batch.offset, batch.text.size() - batch.prefix, batch.text, batch.prefix);
    return result;
}

/// Every element of an array, minified by another parser.
std::vector<std::string> elements(simdjson::dom::array array, std::size_t skip) {
    std::vector<std::string> result;
    for (const simdjson::dom::element element : array) {
        if (skip > 0)
            --skip;
        else
            result.push_back(simdjson::minify(element));
    }
    return result;
}

std::vector<std::string> elementsOfBatches(const std::vector<EventBatch>& batches) {
    std::vector<std::string> result;
    for (const EventBatch& batch : batches) {
        simdjson::dom::parser parser;
        const simdjson::padded_string padded(joined({batch.text, "]"}));
        for (std::string& element : elements(parser.parse(padded).get_array(), batch.hasPlaceholder() ? 1 : 0))
            result.push_back(std::move(element));
    }
    return result;
}

} // namespace

TEST(EventSplitter, ThePiecesAreTheWholeTextAndTheirElementsAreTheEvents) {
    for (std::uint32_t seed = 1; seed <= 12; ++seed) {
        const std::string text = writeStory(randomStory(seed, seed));
        simdjson::dom::parser parser;
        const simdjson::padded_string padded(text);
        const auto expected = elements(parser.parse(padded)["events"].get_array(), 0);
        for (const std::size_t block : {1U, 2U, 3U, 7U, 64U, 1'000'000U}) {
            for (const std::size_t batch : {1U, 50U, 1000U, 1'000'000U}) {
                const Cut result = cut(text, block, batch);
                ASSERT_TRUE(result.complete);
                ASSERT_EQ(result.putTogether, text) << block << ' ' << batch;
                ASSERT_EQ(elementsOfBatches(result.batches), expected) << block << ' ' << batch;
                if (batch == 1) {
                    ASSERT_EQ(result.batches.size(), expected.size());
                }
            }
        }
    }
}

TEST(EventSplitter, OnlyTheTopLevelKeyEventsWithAListIsCut) {
    const std::pair<std::string_view, std::size_t> texts[] = {
        {R"({"events":[1,2]})", 2},
        {R"({"\u0065\u0076\u0065\u006e\u0074\u0073" : [1,2]})", 2},
        {R"({"a":"events","events"  :  [1,2]})", 2},
        {R"({"a":{"events":[1,2]}})", 0},
        {R"({"a":["events",[1,2]]})", 0},
        {R"(["events",[1,2]])", 0},
        {R"({"events":{"events":[1,2]}})", 0},
        {R"({"events":5,"a":[1,2]})", 0},
        {R"({"events2":[1,2]})", 0},
        {R"({"event\u0073\u0073":[1,2]})", 0},
        {R"({"\\events":[1,2]})", 0},
        {R"({"a\"":1,"events":[1,2]})", 2},
        {R"({"x":"\\","events":[1,2]})", 2},
        {R"({"events":[1,2],"events":[3,4]})", 2},
        {R"({"events":[]})", 0},
    };
    for (const auto& [text, count] : texts) {
        for (std::size_t block = 1; block <= text.size(); ++block) {
            const Cut result = cut(text, block, 1);
            ASSERT_EQ(result.batches.size(), count) << text << ' ' << block;
            ASSERT_EQ(result.putTogether, text);
        }
    }
}

TEST(EventSplitter, RandomTextIsValidExactlyWhenAllPiecesAre) {
    Dice dice(9);
    static const std::vector<std::string> tokens{"{", "}",         "[",   "]",     ",",        ",",  "1", "\"a\"",
                                                 " ", "{\"a\":1}", "[1]", "\"]\"", "\"\\\"\"", "{}", ":"};
    const auto reads = [](const std::string& text) {
        simdjson::dom::parser parser;
        const simdjson::padded_string padded(text);
        return parser.parse(padded).error() == simdjson::SUCCESS;
    };
    std::size_t valid = 0;
    for (int i = 0; i < 60'000; ++i) {
        std::string text = "{\"events\":[";
        for (std::size_t length = dice.roll(8); length > 0; --length)
            text += dice.pick(tokens);
        text += "]}";
        const Cut result = cut(text, 1 + dice.roll(9), 1 + dice.roll(12));
        bool piecesRead = reads(result.skeleton);
        for (const EventBatch& batch : result.batches)
            piecesRead = piecesRead && reads(joined({batch.text, "]"}));
        ASSERT_EQ(piecesRead, reads(text)) << text;
        valid += piecesRead ? 1 : 0;
    }
    EXPECT_GT(valid, 500U);
}

TEST(EventSplitter, AContainerTooDeepStopsItAtItsPlace) {
    for (const std::string_view before : {"{\"a\":", "{\"events\":[", "{\"a\":\"[[\",\"b\":"}) {
        const std::size_t open = before.find("events") != std::string_view::npos ? 2 : 1;
        for (const std::size_t block : {1U, 10U, 1000U}) {
            const std::string text = joined({before, std::string(70, '[')});
            const Cut result = cut(text, block, 1);
            EXPECT_FALSE(result.complete);
            EXPECT_EQ(result.tooDeep, before.size() + maxJsonDepth - open);
        }
    }
}

TEST(EventSplitter, StopsWhenTheHandlerSaysSo) {
    std::size_t calls = 0;
    EventSplitter splitter(1, [&](EventBatch&) { return ++calls < 2; });
    EXPECT_FALSE(splitter.feed("{\"events\":[1,2,3,4]}"));
    EXPECT_EQ(calls, 2U);
}

TEST(JsonText, RawChildrenAreTheElementsAndValuesAsWritten) {
    using Views = std::vector<std::string_view>;
    EXPECT_EQ(rawChildren(R"([1, "a]" ,{"b": [2,3]},[ ] ,null])"),
              (Views{"1", "\"a]\"", "{\"b\": [2,3]}", "[ ]", "null"}));
    EXPECT_EQ(rawChildren(R"( { "a" : 1.50 , "\"b\\" :"\\\"," } )"), (Views{"1.50", "\"\\\\\\\",\""}));
    EXPECT_EQ(rawChildren("[]"), Views());
    EXPECT_EQ(rawChildren("{ }"), Views());
    EXPECT_EQ(rawChildren("5"), Views());
    EXPECT_EQ(rawChildren(""), Views());
}

TEST(JsonText, EscapingAndUnescapingAreInverse) {
    Dice dice(2);
    for (int i = 0; i < 2000; ++i) {
        const std::string text = awkwardText(dice);
        std::string json;
        appendJsonString(json, text);
        ASSERT_EQ(unescaped(std::string_view(json).substr(1, json.size() - 2)), text);
        simdjson::dom::parser parser;
        ASSERT_EQ(std::string_view(parser.parse(simdjson::padded_string(json))), text);
    }
    EXPECT_EQ(unescaped("\\ud83d\\udea8 \\ud83d \\q \\u12"), "\U0001F6A8 \xED\xA0\xBD \\q \\u12");
}
