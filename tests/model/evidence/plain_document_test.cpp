// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/evidence/plain_document.h"

#include <gtest/gtest.h>
#include <thread>

namespace quoteline::model {
namespace {

using namespace std::string_view_literals;

using Kind = TextProblem::Kind;

TEST(PlainDocument, KeepsEveryCodePointAsItIs) {
    const auto document = PlainDocument::fromUtf8("\xEF\xBB\xBF"
                                                  "a\r\n\t\xC3\xA9\xE2\x80\x99\xF0\x9F\x9A\xA8\xF4\x8F\xBF\xBF"sv);
    ASSERT_TRUE(document);
    EXPECT_EQ(document->text(), U"\uFEFFa\r\n\t\u00E9\u2019\U0001F6A8\U0010FFFF");
    EXPECT_EQ(toQString(document->text().substr(5, 3)), QString::fromUtf8("é’🚨"));
    EXPECT_EQ(toQString(document->text()).size(), 11) << "the byte order mark too, and two characters are surrogates";
    EXPECT_EQ(PlainDocument::fromUtf8("")->text(), U"");
    EXPECT_EQ(PlainDocument(), *PlainDocument::fromUtf8(""));
}

TEST(PlainDocument, WhatIsNoUtf8IsRefusedWithItsPlace) {
    const std::vector<std::pair<std::string_view, TextProblem>> bad{
        {"ab\xFF"sv, {Kind::NotUtf8, 2, 1}},
        {"a\nb\n\xC3(z"sv, {Kind::NotUtf8, 4, 3}},
        {"a\xC3"sv, {Kind::NotUtf8, 1, 1}},            // cut
        {"\xF0\x9F\x9A"sv, {Kind::NotUtf8, 0, 1}},     // cut
        {"\x80"sv, {Kind::NotUtf8, 0, 1}},             // a continuation alone
        {"\xC0\x80"sv, {Kind::NotUtf8, 0, 1}},         // overlong
        {"\xE0\x80\xAF"sv, {Kind::NotUtf8, 0, 1}},     // overlong
        {"\xF0\x80\x80\xAF"sv, {Kind::NotUtf8, 0, 1}}, // overlong
        {"\xED\xA0\x80"sv, {Kind::NotUtf8, 0, 1}},     // a surrogate
        {"\xF4\x90\x80\x80"sv, {Kind::NotUtf8, 0, 1}}, // beyond U+10FFFF
        {"\xFF\xFE"
         "a\0"sv,
         {Kind::NotUtf8, 0, 1}}, // UTF-16
        {"a\n\0b"sv, {Kind::NullCharacter, 2, 2}},
    };
    for (const auto& [bytes, problem] : bad) {
        const auto document = PlainDocument::fromUtf8(bytes);
        ASSERT_FALSE(document);
        EXPECT_EQ(document.error().kind, problem.kind);
        EXPECT_EQ(document.error().byte, problem.byte);
        EXPECT_EQ(document.error().line, problem.line);
    }
    EXPECT_EQ(toText({Kind::NotUtf8, 4, 3}, QStringLiteral("a.txt")),
              QString::fromUtf8("“a.txt” is not UTF-8 text: the first wrong byte is byte 5, in line 3"));
    EXPECT_EQ(toText({Kind::NullCharacter, 2, 2}, QStringLiteral("%1")),
              QString::fromUtf8("“%1” is not plain text: byte 3, in line 2, is a null character"));
}

TEST(PlainDocument, WordsOfAStoryAreDecodedWhole) {
    EXPECT_EQ(toCodePoints("a\xC3\xA9\xF0\x9F\x9A\xA8"), U"a\u00E9\U0001F6A8");
    EXPECT_EQ(toCodePoints("\xEF\xBB\xBF"), U"\uFEFF");
    EXPECT_EQ(toCodePoints({}), U"");
    EXPECT_EQ(toCodePoints("a\xFF\xC3"), U"a\uFFFD\uFFFD");
}

TEST(PlainDocument, WordsAreRunsWithoutSpacesAndIdeographs) {
    const auto words = wordsOf(U"Milan, 6-22 \u6771\u4EAC a");
    std::vector<TextSpan> spans;
    for (const TextWord& word : words)
        spans.push_back({word.start, word.end});
    EXPECT_EQ(spans, (std::vector<TextSpan>{{0, 6}, {7, 11}, {12, 13}, {13, 14}, {15, 16}}));
    EXPECT_TRUE(wordsOf(U"  ").empty());
}

TEST(PlainDocument, MayBeAskedOnSeveralThreadsAtOnce) {
    std::string text;
    for (int i = 0; i < 20000; ++i)
        text += "word\xE2\x80\x99s\n\n";
    const auto document = PlainDocument::fromUtf8(text);
    std::vector<std::jthread> threads;
    std::array<std::size_t, 4> counts{};
    for (std::size_t& count : counts)
        threads.emplace_back([copy = *document, &count] { count = copy.words().size() + copy.folded().text().size(); });
    threads.clear();
    for (const std::size_t count : counts)
        EXPECT_EQ(count, 20000U + 20000U * 7);
}

} // namespace
} // namespace quoteline::model
