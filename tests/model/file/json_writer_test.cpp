// SPDX-License-Identifier: GPL-3.0-or-later
// What is written is read back by Qt, which shares no code with it.
#include "model/file/json_writer.h"

#include "model/text/utf8_text.h"
#include "tests/model/story_fixtures.h"
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <gtest/gtest.h>
#include <limits>
#include <utility>

using namespace quoteline::model;
using namespace std::string_literals;

namespace {

const std::vector<JsonLayout> layouts{JsonLayout::Compact, JsonLayout::Line, JsonLayout::Lines, JsonLayout::Indented,
                                      JsonLayout::Broken};

QJsonDocument parsed(const std::string& json) {
    QJsonParseError error;
    QJsonDocument document = QJsonDocument::fromJson(QByteArray::fromStdString(json), &error);
    EXPECT_EQ(error.error, QJsonParseError::NoError) << error.errorString().toStdString() << ": " << json;
    return document;
}

/// A small object with everything in it.
std::string sample(JsonLayout layout) {
    std::string out;
    JsonWriter json(out);
    json.beginObject(layout).member("a", "x").key("b").beginList().value(1).value(true).end();
    json.key("c").beginObject().end().key("d").beginList().end().member("e", std::nullopt).end();
    return out;
}

/// The text as a key and as a value, with that also in a list.
std::string saying(const std::string& text, JsonLayout layout, JsonCharacters characters) {
    std::string out;
    JsonWriter json(out, characters);
    json.beginObject(layout).member(text, text).key("list").beginList().value(text).value(fromUtf8(text)).end().end();
    return out;
}

} // namespace

TEST(JsonWriter, LaysOutObjectsAndListsExactlyLikeThis) {
    EXPECT_EQ(sample(JsonLayout::Compact), R"({"a":"x","b":[1,true],"c":{},"d":[],"e":null})");
    EXPECT_EQ(sample(JsonLayout::Line), R"({"a": "x", "b": [1, true], "c": {}, "d": [], "e": null})");
    EXPECT_EQ(sample(JsonLayout::Lines),
              "{\n\"a\": \"x\",\n\"b\": [\n1,\ntrue\n],\n\"c\": {},\n\"d\": [],\n\"e\": null\n}");
    EXPECT_EQ(sample(JsonLayout::Indented), "{\n  \"a\": \"x\",\n  \"b\": [\n    1,\n    true\n  ],\n  \"c\": {},\n"
                                            "  \"d\": [],\n  \"e\": null\n}");
    EXPECT_EQ(sample(JsonLayout::Broken), "{\"a\": \"x\",\n\"b\": [1,\ntrue],\n\"c\": {},\n\"d\": [],\n\"e\": null}");
}

TEST(JsonWriter, EveryLayoutSaysTheSame) {
    const QJsonDocument wanted = parsed(R"({"a":"x","b":[1,true],"c":{},"d":[],"e":null})");
    for (const JsonLayout layout : layouts)
        EXPECT_EQ(parsed(sample(layout)), wanted) << sample(layout);
}

TEST(JsonWriter, HostileTextsReadBackAsTheyWere) {
    std::vector<std::string> texts{"",       "\"",       "\\",    "\\u0041",        "</script>", "<!--&amp;]]>",
                                   "\0end"s, "\x7F",     "é",     "\u2028\u2029",   "😀",         "a😀b",
                                   "\uFFFF", "a\uFEFFb", "מימין", "\"\\\n\r\t\b\f/"};
    for (char c = 1; c < 0x20; ++c)
        texts.push_back("x"s + c + "y");
    quoteline::test::Dice dice(20260130);
    for (int i = 0; i < 300; ++i)
        texts.push_back(quoteline::test::awkwardText(dice));
    for (const std::string& text : texts) {
        for (const JsonLayout layout : layouts) {
            for (const JsonCharacters characters : {JsonCharacters::Utf8, JsonCharacters::Markup}) {
                const QJsonObject read = parsed(saying(text, layout, characters)).object();
                const QString wanted = fromUtf8(text);
                EXPECT_EQ(read.value(wanted).toString(), wanted);
                EXPECT_EQ(read.value(u"list").toArray(), QJsonArray({wanted, wanted}));
            }
        }
    }
}

TEST(JsonWriter, TextsForMarkupAreAsciiWithoutItsCharacters) {
    EXPECT_EQ(saying("<é😀&>\"\\\x7F", JsonLayout::Compact, JsonCharacters::Markup).substr(1, 56),
              R"("\u003c\u00e9\ud83d\ude00\u0026\u003e\u0022\u005c\u007f")");
    for (int c = 0; c < 0x500; ++c) {
        const std::string json = saying(QString(QChar(c)).toStdString(), JsonLayout::Compact, JsonCharacters::Markup);
        for (const char byte : json)
            EXPECT_TRUE(byte >= 0x20 && byte < 0x7F && byte != '<' && byte != '>' && byte != '&') << json;
    }
}

TEST(JsonWriter, BrokenUtf8BecomesReplacementCharactersInMarkup) {
    EXPECT_EQ(
        parsed(saying("a\xFFz", JsonLayout::Line, JsonCharacters::Markup)).object().value(u"list").toArray().at(0),
        QStringLiteral("a\uFFFDz"));
}

TEST(JsonWriter, NumbersReadBackAsTheyWere) {
    const double numbers[] = {0.1,  1.0 / 3, -2.5e-300, 1e22,      5e-324,          std::numeric_limits<double>::max(),
                              -0.0, 1e15,    123456789, 0.3 - 0.1, 1769212800000.25};
    for (const double number : numbers) {
        std::string out;
        JsonWriter(out).beginList(JsonLayout::Line).value(number).end();
        EXPECT_EQ(parsed(out).array().at(0).toDouble(), number) << out;
        EXPECT_LE(out.size(), 26U) << "no more digits than are needed: " << out;
    }
    std::string out;
    JsonWriter(out)
        .beginList(JsonLayout::Compact)
        .value(std::numeric_limits<std::int64_t>::min())
        .value(std::numeric_limits<std::uint64_t>::max())
        .value(std::numeric_limits<double>::infinity())
        .value(std::numeric_limits<double>::quiet_NaN())
        .value(std::optional<int>())
        .value(std::optional(7))
        .end();
    EXPECT_EQ(out, "[-9223372036854775808,18446744073709551615,0,0,null,7]");
}

TEST(JsonWriter, WhatIsWrittenMayBeTakenAwayInBetween) {
    std::string out;
    std::string taken;
    JsonWriter json(out);
    json.beginList(JsonLayout::Lines);
    for (int i = 0; i < 3; ++i) {
        json.beginObject(JsonLayout::Line).member("i", i).key("raw").raw("[1,  2]").end();
        taken += std::exchange(out, {});
    }
    json.end();
    EXPECT_EQ(taken + out, "[\n{\"i\": 0, \"raw\": [1,  2]},\n{\"i\": 1, \"raw\": [1,  2]},\n"
                           "{\"i\": 2, \"raw\": [1,  2]}\n]");
}
