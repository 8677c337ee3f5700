// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/file/json_syntax.h"
#include "model/file/story_writer.h"
#include "tests/model/story_fixtures.h"

#include <gtest/gtest.h>
#include <simdjson.h>

using namespace quoteline::model;
using namespace quoteline::test;

namespace {

using namespace std::string_view_literals;

// Each stands where a value may stand, alone or as the value of an unknown field.
constexpr std::string_view mustAccept[] = {"null"sv,
                                           "true"sv,
                                           "false"sv,
                                           "0"sv,
                                           "-0"sv,
                                           "1"sv,
                                           "-1"sv,
                                           "12.5"sv,
                                           "0.5"sv,
                                           "1e5"sv,
                                           "1E5"sv,
                                           "1e+5"sv,
                                           "1e-5"sv,
                                           "0e0"sv,
                                           "-0.0"sv,
                                           "1.0E+2"sv,
                                           "1e-400"sv,
                                           "0e999"sv,
                                           "0.0e99999999999999999999"sv,
                                           "1e-99999999999999999999"sv,
                                           "0.00001e-320"sv,
                                           "9223372036854775807"sv,
                                           "-9223372036854775808"sv,
                                           "18446744073709551615"sv,
                                           "123456789.123456789e-10"sv,
                                           "\"\""sv,
                                           "\"a\""sv,
                                           "\"\\\"\""sv,
                                           "\"\\\\\""sv,
                                           "\"\\/\""sv,
                                           "\"\\b\\f\\n\\r\\t\""sv,
                                           "\"\\u0000\""sv,
                                           "\"\\uABCD\\uabcd\""sv,
                                           "\"\\ud83d\\udea8\""sv,
                                           "\"\\uFFFF\""sv,
                                           "\"\u00e9\u4e2d\U0001F6A8\""sv,
                                           "\"\x7f\""sv,
                                           "\"\u2028\u2029\""sv,
                                           "\"\uFEFF\""sv,
                                           "\"// no comment\""sv,
                                           "\"]}\""sv,
                                           "\"\\\\\\\"]\""sv,
                                           "[]"sv,
                                           "[ ]"sv,
                                           "[\n]"sv,
                                           "[1]"sv,
                                           "[1,2]"sv,
                                           "[ 1 , 2 ]"sv,
                                           "[null,true,\"\",{},[]]"sv,
                                           "[[[]]]"sv,
                                           "{}"sv,
                                           "{ }"sv,
                                           "{\"\":0}"sv,
                                           "{\"a\":{\"b\":{}}}"sv,
                                           "{\"a\" : 1 , \"b\" : 2}"sv,
                                           "{\"a\":[{}]}"sv,
                                           "{\"\\u0061\":1,\"b\":1}"sv,
                                           "\t[\r\n]\t"sv,
                                           "{\"events\":[1,2]}"sv,
                                           "[{\"events\":[]}]"sv};

constexpr std::string_view mustReject[] = {""sv,
                                           " "sv,
                                           "nul"sv,
                                           "nulll"sv,
                                           "Null"sv,
                                           "TRUE"sv,
                                           "tru e"sv,
                                           "undefined"sv,
                                           "NaN"sv,
                                           "Infinity"sv,
                                           "-Infinity"sv,
                                           "-"sv,
                                           "+1"sv,
                                           "01"sv,
                                           "-01"sv,
                                           "00"sv,
                                           ".5"sv,
                                           "1."sv,
                                           "-.5"sv,
                                           "1e"sv,
                                           "1e+"sv,
                                           "1.e5"sv,
                                           "0x10"sv,
                                           "1_000"sv,
                                           "1 2"sv,
                                           "1a"sv,
                                           "--1"sv,
                                           "1e5.5"sv,
                                           "\u0661"sv,
                                           "1e999"sv,
                                           "0.1e310"sv,
                                           "-1e99999999999999999999"sv,
                                           "100e307"sv,
                                           "100000000000000000000"sv,
                                           "'a'"sv,
                                           "\""sv,
                                           "\"a"sv,
                                           "\"\\\""sv,
                                           "\"\\x41\""sv,
                                           "\"\\a\""sv,
                                           "\"\\u\""sv,
                                           "\"\\u12\""sv,
                                           "\"\\u12g4\""sv,
                                           "\"\\U0041\""sv,
                                           "\"\\ud800\""sv,
                                           "\"\\ud800x\""sv,
                                           "\"\\ud800\\u0041\""sv,
                                           "\"\\udc00\""sv,
                                           "\"\\ud800\\ud800\""sv,
                                           "\"\n\""sv,
                                           "\"\t\""sv,
                                           "\"\0\""sv,
                                           "\"\x1f\""sv,
                                           "\"\x80\""sv,
                                           "\"\xc3\""sv,
                                           "\"\xc0\x80\""sv,
                                           "\"\xed\xa0\x80\""sv,
                                           "\"\xf5\x80\x80\x80\""sv,
                                           "["sv,
                                           "]"sv,
                                           "[1"sv,
                                           "[1,"sv,
                                           "[1,]"sv,
                                           "[,1]"sv,
                                           "[,]"sv,
                                           "[1,,2]"sv,
                                           "[1 2]"sv,
                                           "[1:2]"sv,
                                           "[1}"sv,
                                           "[]]"sv,
                                           "[[]"sv,
                                           "[\"a\" \"b\"]"sv,
                                           "{"sv,
                                           "}"sv,
                                           "{]"sv,
                                           "{,}"sv,
                                           "{\"a\"}"sv,
                                           "{\"a\":}"sv,
                                           "{\"a\":1,}"sv,
                                           "{,\"a\":1}"sv,
                                           "{\"a\":1,,\"b\":2}"sv,
                                           "{\"a\" 1}"sv,
                                           "{\"a\"::1}"sv,
                                           "{a:1}"sv,
                                           "{1:1}"sv,
                                           "{'a':1}"sv,
                                           "{\"a\":1 \"b\":2}"sv,
                                           "{null:1}"sv,
                                           "{[]:1}"sv,
                                           "{}}"sv,
                                           "{\"a\":1]"sv,
                                           "// comment\n1"sv,
                                           "1 // comment"sv,
                                           "/* comment */ 1"sv,
                                           "# 1"sv,
                                           "\xEF\xBB\xBF[]"sv,
                                           "[\xEF\xBB\xBF]"sv,
                                           "\u00a0[]"sv,
                                           "\f[]"sv,
                                           "\v1"sv,
                                           "[]\0"sv,
                                           "\xff"sv,
                                           "[1]x"sv,
                                           "{}{}"sv,
                                           "\\u005b]"sv,
                                           "[\x01]"sv,
                                           "(1)"sv,
                                           "<a/>"sv,
                                           "*"sv,
                                           "`a`"sv};

/// As the value of an unknown field of the root (before and after the events), of an event and of a quote.
std::vector<std::string> embedded(std::string_view value) {
    return {with(smallStory(), "\"version\"", joined({"\"x\": ", value, ", \"version\""})),
            with(smallStory(), "\n  ]\n}", joined({"\n  ], \"x\": ", value, "}"})),
            with(smallStory(), "\"lane\": \"media\",\n", joined({"\"x\": ", value, ", \"lane\": \"media\",\n"})),
            with(smallStory(), "\"via\"", joined({"\"x\": ", value, ", \"via\""}))};
}

ReadOptions smallBatches() {
    ReadOptions options;
    options.blockSize = 7;
    options.batchSize = 1;
    return options;
}

bool simdjsonReads(std::string_view text) {
    simdjson::dom::parser parser;
    const simdjson::padded_string padded(text);
    return parser.parse(padded).error() == simdjson::SUCCESS;
}

} // namespace

TEST(JsonStrictness, ValidValuesAreReadWhereverTheyStandAndKeptAsWritten) {
    for (const std::string_view value : mustAccept) {
        SCOPED_TRACE(value);
        EXPECT_FALSE(findSyntaxError(value)) << findSyntaxError(value)->reason.toStdString();
        for (const std::string& story : embedded(value)) {
            for (const ReadOptions& options : {ReadOptions(), smallBatches()}) {
                const Read result = read(story, options);
                ASSERT_TRUE(result) << describe(result);
                EXPECT_EQ(result->noticeCount, 1U);
                const std::string again = writeStory(result->story);
                EXPECT_TRUE(storyOf(again) == result->story);
            }
        }
    }
}

TEST(JsonStrictness, InvalidValuesAreRejectedWithTheirLineWhereverTheyStand) {
    const qint64 lines[] = {3, 43, 24, 32};
    for (const std::string_view value : mustReject) {
        SCOPED_TRACE(value);
        EXPECT_TRUE(findSyntaxError(value));
        const auto stories = embedded(value);
        for (std::size_t i = 0; i < stories.size(); ++i) {
            for (const ReadOptions& options : {ReadOptions(), smallBatches()}) {
                const Read result = read(stories[i], options);
                ASSERT_FALSE(result) << stories[i];
                EXPECT_EQ(result.error().kind, ReadFailure::Kind::Malformed);
                const Problem& last = result.error().problems.back();
                ASSERT_TRUE(last.line) << describe(result);
                // A bracket too many may only show in the lines after it.
                EXPECT_GE(*last.line, lines[i]) << describe(result);
                EXPECT_LE(*last.line, 45) << describe(result);
                EXPECT_TRUE(last.what.contains(QStringLiteral("not valid JSON"))) << describe(result);
            }
        }
    }
}

TEST(JsonStrictness, CommasBetweenEventsAreJudgedWhereverTheBatchesAreCut) {
    const std::string event =
        R"({"id":"E","title":"","lane":"media","actor":"paper","kind":"date","when":"2026","whenBasis":"","status":"happened"})";
    const std::string one = with(event, "\"E\"", "\"e1\"");
    const std::string two = with(event, "\"E\"", "\"e2\"");
    const std::string small = smallStory();
    const std::string before = small.substr(0, small.find("\"events\": [") + 11);
    const std::string after = small.substr(small.rfind(']'));
    const std::pair<std::string, bool> lists[] = {{joined({one, ",", two}), true},
                                                  {joined({one, " ,\n", two, " "}), true},
                                                  {one, true},
                                                  {" ", true},
                                                  {joined({one, ",,", two}), false},
                                                  {joined({",", one}), false},
                                                  {joined({one, ","}), false},
                                                  {joined({one, ",", two, ","}), false},
                                                  {",", false},
                                                  {",,", false},
                                                  {joined({one, " ", two}), false},
                                                  {joined({one, two}), false},
                                                  {joined({one, ", ,", two}), false},
                                                  {joined({" , ", one}), false},
                                                  {joined({one, ":", two}), false},
                                                  {joined({one, "}", two}), false},
                                                  {joined({one, "],[", two}), false},
                                                  {joined({one, ",", two, "}"}), false},
                                                  {joined({"{", one, ",", two}), false},
                                                  {joined({"[", one, ",", two}), false}};
    for (const auto& [list, valid] : lists) {
        const std::string story = joined({before, list, after});
        ASSERT_EQ(simdjsonReads(story), valid) << list;
        for (std::size_t batch = 1; batch <= 300; batch += batch < 130 ? 1 : 10) {
            ReadOptions options = smallReads();
            options.batchSize = batch;
            const Read result = read(story, options);
            ASSERT_EQ(result.has_value(), valid) << list << " cut at " << batch << '\n' << describe(result);
            EXPECT_TRUE(result || result.error().problems.back().line);
        }
    }
}

TEST(JsonStrictness, AStoryCutOffAnywhereIsAFailureWithALine) {
    const std::string story = smallStory();
    const std::size_t complete = story.rfind('}') + 1;
    for (std::size_t length = 0; length <= story.size(); ++length) {
        for (const ReadOptions& options : {ReadOptions(), smallBatches()}) {
            const Read result = read(std::string_view(story).substr(0, length), options);
            ASSERT_EQ(result.has_value(), length >= complete) << length;
            if (result)
                continue;
            ASSERT_EQ(result.error().kind, ReadFailure::Kind::Malformed);
            ASSERT_EQ(result.error().problems.size(), 1U) << describe(result);
            const auto lines = std::count(story.begin(), story.begin() + static_cast<std::ptrdiff_t>(length), '\n') + 1;
            ASSERT_TRUE(result.error().problems[0].line) << length;
            ASSERT_LE(*result.error().problems[0].line, lines) << length;
            ASSERT_GE(*result.error().problems[0].line, lines - 1) << length;
        }
    }
}

TEST(JsonStrictness, AStoryWithAnyByteChangedIsReadWholeOrRefusedAndTheJudgeIsTheParserOfTheWholeText) {
    const std::string story = smallStory();
    const std::string_view bytes("\0 \n\"\\,:[]{}0e-x\x80\xC3\xFF", 18);
    std::size_t readable = 0;
    for (std::size_t at = 0; at < story.size(); ++at) {
        for (const char byte : bytes) {
            std::string changed = story;
            changed[at] = byte;
            ReadOptions options = smallReads();
            options.batchSize = 1 + at % 700;
            const Read result = read(changed, options);
            if (!simdjsonReads(changed)) {
                ASSERT_FALSE(result) << changed;
                ASSERT_TRUE(result.error().problems.back().what.contains(QStringLiteral("not valid JSON")))
                    << describe(result);
                ASSERT_TRUE(findSyntaxError(changed)) << changed;
                continue;
            }
            ASSERT_FALSE(findSyntaxError(changed)) << changed;
            if (!result) {
                ASSERT_FALSE(result.error().problems.empty());
                for (const Problem& problem : result.error().problems)
                    ASSERT_TRUE(problem.line) << describe(result) << changed;
                ASSERT_FALSE(result.error().problems.back().what.contains(QStringLiteral("not valid JSON"))) << changed;
                continue;
            }
            ++readable;
            ASSERT_TRUE(storyOf(writeStory(result->story)) == result->story) << changed;
        }
    }
    EXPECT_GT(readable, 1000U);
}

TEST(JsonStrictness, TheSearchForAnErrorAgreesWithTheParserOnRandomText) {
    Dice dice(5);
    static const std::vector<std::string> tokens{"{",           "}",  "[",      "]",        ",",    ":",  "\"a\"",
                                                 "\"b\"",       "1",  "-0.5e1", "true",     "null", " ",  "\n",
                                                 "\"\\u00e9\"", "\"", "\\",     "\xC3\xA9", "\xC3", "01", "{\"a\":1}",
                                                 "[1]",         "[]", "{}",     "0",        "e"};
    std::size_t valid = 0;
    for (int i = 0; i < 200'000; ++i) {
        std::string text;
        for (std::size_t length = 1 + dice.roll(7); length > 0; --length)
            text += dice.pick(tokens);
        const bool reads = simdjsonReads(text);
        const auto error = findSyntaxError(text);
        ASSERT_EQ(!error, reads) << text;
        ASSERT_TRUE(!error || error->offset <= text.size());
        valid += reads ? 1 : 0;
    }
    EXPECT_GT(valid, 1000U);
}

TEST(JsonStrictness, ErrorsAreExplainedAtTheirPlace) {
    struct Case {
        std::string_view text;
        std::size_t offset;
        const char16_t* reason;
    };
    const Case cases[] = {
        {"", 0, u"the file is empty"},
        {"  \n", 0, u"the file is empty"},
        {"{\"a\": 1", 7, u"the file ends before everything that was opened is closed"},
        {"[1, ]", 4, u"a value was expected here, not “]”"},
        {"{\"a\": 1, }", 9, u"the name of a field in quotation marks was expected here, not “}”"},
        {"{\"a\" 1}", 5, u"a colon was expected here, not “1”"},
        {"[1 2]", 3, u"a comma or ] was expected here, not “2”"},
        {"{\"a\": 1 \"b\": 2}", 8, u"a comma or } was expected here, not “\"”"},
        {"[1] x", 4, u"the end of the file was expected here, not “x”"},
        {"[tru]", 1, u"“tru” is not a value; text stands in quotation marks"},
        {"[\"a\n\"]", 3,
         u"the line ends inside a text; close it with a quotation mark, or write the line break as \\n"},
        {"[\"a\tb\"]", 3, u"there is a control character in a text; write it as \\u0009"},
        {"[\"abc", 1, u"the text that begins here is never closed"},
        {"[\"a\\qb\"]", 3, u"a backslash in a text is written \\\\"},
        {"[\"\\u12\"]", 2, u"four hexadecimal digits belong after \\u"},
        {"[\"\\udead\"]", 2, u"this is half of a surrogate pair, not a character"},
        {"[01]", 1, u"a number does not begin with 0"},
        {"[1.x]", 3, u"this is not how JSON writes a number"},
        {"[1e999]", 1, u"the number “1e999” is too large"},
        {"[\"\xff\"]", 2, u"this is not UTF-8 text"},
    };
    for (const Case& c : cases) {
        const auto error = findSyntaxError(c.text);
        ASSERT_TRUE(error) << c.text;
        EXPECT_EQ(error->offset, c.offset) << c.text;
        EXPECT_EQ(error->reason.toStdString(), QString::fromUtf16(c.reason).toStdString());
    }
}
