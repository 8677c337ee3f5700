// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/evidence/quote_check.h"

#include "tests/model/story_fixtures.h"
#include <QString>
#include <gtest/gtest.h>

namespace quoteline::model {
namespace {

using Grade = QuoteGrade;
using Fold = TypographyFold;
using Spans = std::vector<TextSpan>;

PlainDocument documentOf(std::string_view text) {
    return PlainDocument::fromUtf8(text).value();
}

QuoteCheck check(std::string_view text, std::string_view exact, std::string_view prefix = {},
                 std::string_view suffix = {}) {
    return checkQuote(documentOf(text), exact, prefix, suffix);
}

/// Where `words` begin in `text`, which has them once.
TextSpan spanOf(std::string_view text, std::string_view words) {
    const std::u32string whole = toCodePoints(text);
    const std::u32string part = toCodePoints(words);
    const std::size_t at = whole.find(part);
    EXPECT_NE(at, std::u32string::npos) << words;
    EXPECT_EQ(whole.find(part, at + 1), std::u32string::npos) << words;
    return {at, at + part.size()};
}

constexpr std::string_view article =
    "Milan Mayor Giuseppe Sala told RTL Radio 102, “This is a militia that kills, a militia that enters into the homes "
    "of people.”\n\n🚨 The U.S. Department of Homeland Security said “all security operations remain under Italian "
    "authority” – from Feb. 6–22.\n\nThe agents will not conduct immigration enforcement in Italy. It is clear they "
    "are "
    "not welcome in Milan, without a…";

TEST(QuoteCheck, SideBySideWithItsContextItIsVerbatim) {
    const QuoteCheck result = check(article, "This is a militia that kills,", "RTL Radio 102, “", " a militia that");
    EXPECT_EQ(result.grade, Grade::Verbatim);
    EXPECT_EQ(result.passages, Spans{spanOf(article, "This is a militia that kills,")});
    EXPECT_EQ(result.count, 1U);
    EXPECT_TRUE(result.folds.isEmpty());
    EXPECT_TRUE(isFaithful(result));
    EXPECT_EQ(check(article, article).passages, (Spans{{0, toCodePoints(article).size()}}));
    // Positions are code points, an emoji being one.
    EXPECT_EQ(check(article, "🚨 The U.S.", "\n\n").passages, Spans{spanOf(article, "🚨 The U.S.")});
}

TEST(QuoteCheck, AnEmptyContextSaysNothing) {
    EXPECT_EQ(check(article, "militia that kills").grade, Grade::Verbatim);
    EXPECT_EQ(check(article, "militia that kills", "", ", a militia").grade, Grade::Verbatim);
    EXPECT_EQ(check(article, "").grade, Grade::NotFound);
    EXPECT_EQ(check("", "a").grade, Grade::NotFound);
}

TEST(QuoteCheck, WithoutItsContextBesideItTheContextDiffers) {
    for (const auto& [prefix, suffix] : std::vector<std::pair<const char*, const char*>>{
             {"Radio 103, “This is a ", ""}, {"", " that heals"}, {"x", "y"}}) {
        const QuoteCheck result = check(article, "militia that kills", prefix, suffix);
        EXPECT_EQ(result.grade, Grade::ContextDiffers);
        EXPECT_EQ(result.passages, Spans{spanOf(article, "militia that kills")});
        EXPECT_EQ(result.prefixBeside, *prefix == '\0');
        EXPECT_EQ(result.suffixBeside, *suffix == '\0');
        EXPECT_FALSE(isFaithful(result));
    }
}

TEST(QuoteCheck, ContextInOtherTypographyIsNamed) {
    const QuoteCheck result = check("He said:\r\n\r\n“We will come.”\r\n", "We will come.", "said:\n\n\"", "\"\n");
    EXPECT_EQ(result.grade, Grade::ContextDiffers);
    EXPECT_TRUE(result.prefixBeside);
    EXPECT_TRUE(result.suffixBeside);
    EXPECT_EQ(result.folds.list(), (std::vector{Fold::QuotationMarks, Fold::WhiteSpaceRuns}));
}

TEST(QuoteCheck, TypographyIsFoldedAndTheFoldsNamed) {
    const QuoteCheck result = check(article, "\"all security operations remain under Italian authority\" - from",
                                    "Homeland Security said ", " Feb. 6-22");
    EXPECT_EQ(result.grade, Grade::Typography);
    EXPECT_EQ(result.passages,
              Spans{spanOf(article, "“all security operations remain under Italian authority” – from")});
    EXPECT_EQ(result.folds.list(), (std::vector{Fold::QuotationMarks, Fold::Dashes}));
    EXPECT_TRUE(isFaithful(result));
    const QuoteCheck elsewhere = check(article, "authority\" – from Feb.", "other ", "");
    EXPECT_EQ(elsewhere.grade, Grade::Typography);
    EXPECT_FALSE(elsewhere.prefixBeside);
    EXPECT_FALSE(isFaithful(elsewhere));
}

TEST(QuoteCheck, WordsInBracketsAreTheAuthors) {
    const QuoteCheck added = check(article, "It is clear they are not welcome [here] in Milan");
    EXPECT_EQ(added.grade, Grade::Bracketed);
    EXPECT_EQ(added.passages.front(), spanOf(article, "It is clear they are not welcome"));
    EXPECT_TRUE(added.gaps.empty());
    const QuoteCheck replaced = check(article, "The [department] said \"all security operations");
    EXPECT_EQ(replaced.grade, Grade::Bracketed);
    EXPECT_EQ(replaced.gaps, Spans{spanOf(article, "U.S. Department of Homeland Security")});
    EXPECT_EQ(replaced.folds.list(), std::vector{Fold::QuotationMarks});
    EXPECT_EQ(check(article, "[t]he agents will not conduct").grade, Grade::Bracketed);
    EXPECT_EQ(check(article, "[They] agents will not conduct [it]").grade, Grade::Bracketed);
    EXPECT_EQ(check(article, "a[n] militia that enters into the homes").grade, Grade::Bracketed);
}

TEST(QuoteCheck, BracketsDoNotMakeAnythingFound) {
    EXPECT_EQ(check(article, "[The] agents will conduct immigration").grade, Grade::NotFound); // "not" is gone
    EXPECT_EQ(check(article, "It is [quite] clear [that]").grade, Grade::NotFound);         // no three words together
    EXPECT_EQ(check(article, "This is a [man] said “all security").grade, Grade::NotFound); // too far apart
    EXPECT_EQ(check(article, "told RTL Radio 102, “[T]hi is a").grade, Grade::NotFound);
    EXPECT_EQ(check(article, "is a militia [x] hat kills, a militia").grade, Grade::NotFound); // inside of a word
    EXPECT_EQ(check(article, "[all of it]").grade, Grade::NotFound);
    EXPECT_EQ(check(article, "is a militia that [kills").grade, Grade::NotFound); // not closed
}

TEST(QuoteCheck, ShortenedPartsStandInOrder) {
    for (const char* mark : {"...", "…", "[...]", "[…]", "[ ... ]"}) {
        const std::string quote = "This is a militia " + std::string(mark) + " said “all security operations";
        const QuoteCheck result = check(article, quote);
        EXPECT_EQ(result.grade, Grade::Shortened) << mark;
        const TextSpan first = spanOf(article, "This is a militia");
        const TextSpan second = spanOf(article, "said “all security operations");
        EXPECT_EQ(result.passages, (Spans{first, second}));
        ASSERT_EQ(result.gaps.size(), 1U);
        EXPECT_EQ(result.gaps.front(), (TextSpan{first.end + 1, second.start - 1})); // without the spaces
        EXPECT_FALSE(isFaithful(result));
    }
    EXPECT_EQ(check(article, "... agents will not conduct ...").grade, Grade::Shortened);
    const QuoteCheck both = check(article, "This is a [group] that kills ... the homes of people");
    EXPECT_EQ(both.grade, Grade::Shortened);
    EXPECT_TRUE(both.hasBrackets);
    EXPECT_EQ(both.passages.size(), 3U);
}

TEST(QuoteCheck, ShortenedQuotesAreNotFoundWithOtherOrderOrShortParts) {
    EXPECT_EQ(check(article, "said “all security operations ... This is a militia").grade, Grade::NotFound);
    EXPECT_EQ(check(article, "This is a militia ... Italian authority").grade, Grade::NotFound); // two words
    EXPECT_EQ(check(article, "This is a militia ... operations remain over Italian").grade, Grade::NotFound);
    EXPECT_EQ(check(article, "agents will ... not conduct").grade, Grade::NotFound);
    EXPECT_EQ(check(article, "... ...").grade, Grade::NotFound);
}

TEST(QuoteCheck, OfSeveralPlacesForPartsTheOneInContextIsTaken) {
    const std::string_view text = "one two three x four five six. Then: one two three y four five six! End.";
    EXPECT_EQ(check(text, "one two three ... four five six").passages, (Spans{{0, 13}, {16, 29}}));
    EXPECT_EQ(check(text, "one two three ... four five six", "Then: ", "!").passages, (Spans{{37, 50}, {53, 66}}));
}

TEST(QuoteCheck, AQuoteThatRunsPastTheLastEllipsisIsCutOff) {
    const std::string_view found = "they are not welcome in Milan, without a";
    for (const char* rest : {" doubt.", "… doubt", "nother word"}) {
        const QuoteCheck result = check(article, std::string(found) + rest);
        EXPECT_EQ(result.grade, Grade::CutOff) << rest;
        EXPECT_EQ(result.passages, Spans{spanOf(article, found)});
        EXPECT_GE(result.exactFound, found.size());
        EXPECT_FALSE(isFaithful(result));
    }
    EXPECT_EQ(check("All of this was said ... ”\n", "All of this was said before").grade, Grade::CutOff);
    EXPECT_EQ(check("All of this was said [...]", "of this was said before").grade, Grade::CutOff);
    EXPECT_EQ(check("All of this was said ...", "of this was saidbefore").grade, Grade::NotFound); // a whole word
    EXPECT_EQ(check("All of this was said.", "of this was said before").grade, Grade::NotFound);   // no ellipsis
    EXPECT_EQ(check("All of this was said… Then more.", "of this was said before").grade, Grade::NotFound);
    EXPECT_EQ(check("All of this was said…", "was said before").grade, Grade::NotFound); // two words
    EXPECT_EQ(check("All of this was said…", "All of that was said before").grade, Grade::NotFound);
}

TEST(QuoteCheck, SeveralPlacesAreCountedUnlessTheContextDecides) {
    const std::string_view text = "Ice is cold. He likes ice. Warm ice is not ice. ice";
    QuoteCheck result = check(text, "ice");
    EXPECT_EQ(result.grade, Grade::Several);
    EXPECT_EQ(result.count, 4U);
    EXPECT_EQ(result.passages, (Spans{{22, 25}, {32, 35}, {43, 46}, {48, 51}}));
    EXPECT_EQ(check(text, "ice", "Warm ").grade, Grade::Verbatim);
    EXPECT_EQ(check(text, "ice", "Warm ").passages, (Spans{{32, 35}}));
    result = check(text, "ice", "", "."); // twice
    EXPECT_EQ(result.grade, Grade::Several);
    EXPECT_EQ(result.passages, (Spans{{22, 25}, {43, 46}}));
    EXPECT_EQ(check(text, "ice", "no such", "words").count, 4U);
    // One side speaks for one place alone.
    result = check(text, "ice", "Warm ", " was");
    EXPECT_EQ(result.grade, Grade::ContextDiffers);
    EXPECT_EQ(result.passages, (Spans{{32, 35}}));
    EXPECT_EQ(check("a’b a’b", "a'b").grade, Grade::Several);
    EXPECT_EQ(check("a’b c a’b", "a'b", "c ").passages, (Spans{{6, 9}}));
    EXPECT_EQ(check("aaa", "aa").count, 2U); // places may overlap
}

TEST(QuoteCheck, ManyPlacesAreCountedAndTheFirstListed) {
    std::string text;
    for (std::size_t i = 0; i < maxPlaces + 7; ++i)
        text += "ice ";
    const QuoteCheck result = check(text, "ice");
    EXPECT_EQ(result.count, maxPlaces + 7);
    EXPECT_EQ(result.passages.size(), maxPlaces);
}

TEST(QuoteCheck, AMatchDoesNotSplitACharacter) {
    EXPECT_EQ(check("cafe\u0301 au lait", "cafe").grade, Grade::NotFound);
    EXPECT_EQ(check("cafe\u0301 au lait", "caf\u00E9").grade, Grade::Typography);
    EXPECT_EQ(check("caf\u00E9 au lait", "cafe\u0301 au").folds.list(), std::vector{Fold::Composition});
    EXPECT_EQ(check("x\u2026", "x.").grade, Grade::NotFound); // a third of an ellipsis
    EXPECT_EQ(check("x\u2026", "x..").grade, Grade::NotFound);
    EXPECT_EQ(check("x\u2026", "x...").grade, Grade::Typography);
    EXPECT_EQ(check("👨\u200D👩 here", "👨").grade, Grade::NotFound);
    EXPECT_EQ(check("👍🏽 yes", "👍").grade, Grade::NotFound);
    EXPECT_EQ(check("👍 yes", "👍").grade, Grade::Verbatim);
}

TEST(QuoteCheck, AByteOrderMarkIsTheFirstCodePoint) {
    EXPECT_EQ(check("\uFEFFWords here", "Words").passages, (Spans{{1, 6}}));
    EXPECT_EQ(check("\uFEFFWords here", "\"Words").grade, Grade::NotFound);
}

TEST(QuoteCheck, WhatIsOnlySimilarIsNotFound) {
    const std::string_view words = "The agents will not conduct immigration enforcement in Italy from Feb. 6–22. It is "
                                   "clear they are not welcome.";
    ASSERT_EQ(check(words, words).grade, Grade::Verbatim);
    const std::vector<std::pair<const char*, const char*>> changes{
        {"agents", "agent"},                  // a letter
        {"conduct", "cnoduct"},               //
        {"6–22", "6–21"},                     // a digit
        {"6–22", "622"},                      //
        {"will not conduct", "will conduct"}, // "not" removed
        {"It is clear", "It is not clear"},   // "not" added
        {"Italy", "italy"},                   // case
        {"The agents", "the agents"},         //
        {"6–22. It", "6–22, it"},             // joined sentences
        {"6–22. It", "6–22 It"},              //
        {"agents will", "will agents"},       // other order
        {"Italy", "It\u0430ly"},              // CYRILLIC SMALL LETTER A
        {"clear", "cl\u0435ar"},              // CYRILLIC SMALL LETTER IE
        {"immigration", "im migration"},      // a space
        {"welcome.", "welcome!"},             //
    };
    for (const auto& [from, to] : changes) {
        const std::string quote = test::with(std::string(words), from, to);
        const QuoteCheck result = check(words, quote);
        EXPECT_EQ(result.grade, Grade::NotFound) << quote;
        EXPECT_TRUE(result.passages.empty());
        ASSERT_TRUE(result.nearest.has_value()) << quote;
        EXPECT_GE(result.nearest->wordsOff, 1U);
        EXPECT_LE(result.nearest->wordsOff, 2U) << quote;
        // And the other way round, with the document changed.
        EXPECT_EQ(check(quote, words).grade, Grade::NotFound) << quote;
    }
}

TEST(QuoteCheck, SentencesThatAreJoinedOverOthersAreNotFound) {
    EXPECT_EQ(check(article, "of people.” The agents will not").grade, Grade::NotFound);
}

TEST(QuoteCheck, TheNearestPassageSaysHowFarOff) {
    const std::string_view text = "Nothing here. The agents will not conduct immigration enforcement in Italy. More.";
    const QuoteCheck result = check(text, "The agents will conduct immigration enforcement in Spain.");
    ASSERT_TRUE(result.nearest.has_value());
    EXPECT_EQ(result.nearest->span, spanOf(text, "The agents will not conduct immigration enforcement in Italy."));
    EXPECT_EQ(result.nearest->wordsOff, 2U);
    EXPECT_EQ(result.nearest->words, 8U);
    EXPECT_EQ(result.nearest->charactersOff, 4U + 4U); // "not ", and all of "Italy" but the "a" in "Spain"
    EXPECT_FALSE(check(text, "Something else entirely was said by others").nearest.has_value());
}

TEST(QuoteCheck, LongTextsAndQuotesTakeNoLongerThanTheyShould) {
    test::Dice dice(3);
    std::string text;
    while (text.size() < 2'000'000) {
        for (std::size_t i = 0; i < 1 + dice.roll(8); ++i)
            text += static_cast<char>('a' + dice.roll(6));
        text += dice.chance(10) ? "\n\n" : " ";
    }
    const std::size_t start = text.find(' ', 900'000) + 1;
    const std::string quote = text.substr(start, text.find(' ', start + 100'000) - start);
    const PlainDocument document = documentOf(text);
    EXPECT_EQ(checkQuote(document, quote, {}, {}).passages, (Spans{{start, start + quote.size()}}));
    std::string spaced = quote;
    std::replace(spaced.begin(), spaced.end(), '\n', ' ');
    EXPECT_EQ(checkQuote(document, spaced, {}, {}).grade, Grade::Typography);
    spaced[spaced.size() / 2] = 'X';
    const QuoteCheck changed = checkQuote(document, spaced, {}, {});
    ASSERT_TRUE(changed.nearest.has_value()); // of a part of the quote
    EXPECT_GE(changed.nearest->wordsOff, 1U);
    EXPECT_LE(changed.nearest->wordsOff, 2U); // two where the letter stands for a space
    EXPECT_NEAR(static_cast<double>(changed.nearest->span.start), static_cast<double>(start + quote.size() / 2), 4000);
    // Texts that make a naive search take the product of the lengths.
    const PlainDocument same = documentOf(std::string(1'000'000, 'a'));
    EXPECT_EQ(checkQuote(same, std::string(100'000, 'a') + 'b', {}, {}).grade, Grade::NotFound);
    EXPECT_EQ(checkQuote(same, std::string(100'000, 'a'), "b", "b").count, 900'001U);
    EXPECT_EQ(checkQuote(same, "a", std::string(50'000, 'a'), std::string(50'000, 'a')).count, 900'000U);
    std::string brackets;
    for (int i = 0; i < 20'000; ++i)
        brackets += "[[x] a ";
    EXPECT_EQ(checkQuote(document, brackets, {}, {}).grade, Grade::NotFound);
}

} // namespace
} // namespace quoteline::model
