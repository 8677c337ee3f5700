// SPDX-License-Identifier: GPL-3.0-or-later
// Grades and places against a search that tries every part of the document.
#include "model/evidence/quote_check.h"

#include "tests/model/story_fixtures.h"
#include <QString>
#include <algorithm>
#include <gtest/gtest.h>

namespace quoteline::model {
namespace {

using Grade = QuoteGrade;

bool isMark(char32_t c) {
    return c == 0x301;
}
bool isNothing(char32_t c) {
    return c == 0xAD || c == 0x200B;
}
bool isWhite(char32_t c) {
    return c == U' ' || c == U'\n' || c == 0xA0;
}

std::string utf8(const std::u32string& text) {
    return QString::fromStdU32String(text).toStdString();
}

/// The folds in another way: the whole text at once, character by character; a character with a mark stays as it is.
std::u32string plainFold(const std::u32string& text) {
    const std::u32string nfc =
        QString::fromStdU32String(text).normalized(QString::NormalizationForm_C).toStdU32String();
    std::u32string folded;
    for (std::size_t i = 0; i < nfc.size(); ++i) {
        const char32_t c = nfc[i];
        const bool marked = i + 1 < nfc.size() && isMark(nfc[i + 1]);
        if (marked)
            folded += c;
        else if (isNothing(c))
            continue;
        else if (isWhite(c))
            folded += folded.ends_with(U' ') && !isMark(c) ? U"" : U" ";
        else if (c == 0x2019)
            folded += U'\'';
        else if (c == 0x2013)
            folded += U'-';
        else if (c == 0x2026)
            folded += U"...";
        else
            folded += c;
    }
    return folded;
}

bool isBorder(const std::u32string& text, std::size_t at) {
    return at == 0 || at == text.size() || !isMark(text[at]);
}

/// Whether [start, end) leaves nothing at its edges that folds to nothing, and no part of a run of white space outside.
bool isTight(const std::u32string& text, std::size_t start, std::size_t end) {
    const auto blank = [&](std::size_t at) { return at + 1 >= text.size() || !isMark(text[at + 1]); };
    if ((isNothing(text[start]) && blank(start)) || (isNothing(text[end - 1]) && blank(end - 1)))
        return false;
    std::size_t before = start;
    while (before > 0 && isNothing(text[before - 1]) && blank(before - 1))
        --before;
    if (before > 0 && isWhite(text[before - 1]) && blank(before - 1) && isWhite(text[start]) && blank(start))
        return false;
    std::size_t after = end;
    while (after < text.size() && isNothing(text[after]) && blank(after))
        ++after;
    return !(after < text.size() && isWhite(text[after]) && blank(after) && isWhite(text[end - 1]) && blank(end - 1));
}

struct Expected {
    Grade grade = Grade::NotFound;
    std::vector<TextSpan> places;
};

Expected expected(const std::u32string& text, const std::u32string& prefix, const std::u32string& exact,
                  const std::u32string& suffix) {
    std::vector<TextSpan> literal;
    std::vector<TextSpan> close;
    std::vector<TextSpan> folded;
    for (std::size_t start = 0; start < text.size(); ++start)
        for (std::size_t end = start + 1; end <= text.size(); ++end) {
            if (!isBorder(text, start) || !isBorder(text, end))
                continue;
            const std::u32string part = text.substr(start, end - start);
            if (part == exact) {
                literal.push_back({start, end});
                if (text.substr(0, start).ends_with(prefix) && text.substr(end).starts_with(suffix))
                    close.push_back({start, end});
            }
            if (isTight(text, start, end) && plainFold(part) == plainFold(exact))
                folded.push_back({start, end});
        }
    if (!close.empty())
        return {close.size() == 1 ? Grade::Verbatim : Grade::Several, close};
    if (literal.size() == 1)
        return {Grade::ContextDiffers, literal};
    if (!literal.empty())
        return {Grade::Several, literal};
    return {folded.empty() ? Grade::NotFound : folded.size() == 1 ? Grade::Typography : Grade::Several, folded};
}

std::u32string someText(test::Dice& dice, std::size_t length) {
    static const std::vector<char32_t> letters{U'a',   U'b', U'e', 0x301, 0xE9, 0x2019, U'\'',  U'-', 0x2013,
                                               0x2026, U' ', U' ', U'\n', 0xA0, 0xAD,   0x200B, U'.'};
    std::u32string text;
    while (text.size() < length)
        text += dice.pick(letters);
    return text;
}

/// The same words set in another way.
std::u32string reset(test::Dice& dice, const std::u32string& text) {
    std::u32string other;
    for (const char32_t c : text) {
        const bool change = dice.chance(3);
        if (isNothing(c) && change)
            continue;
        if (change && (c == U'\'' || c == 0x2019))
            other += c == U'\'' ? char32_t(0x2019) : U'\'';
        else if (change && (c == U'-' || c == 0x2013))
            other += c == U'-' ? char32_t(0x2013) : U'-';
        else if (change && isWhite(c))
            other += dice.chance(2) ? U"\n " : U" ";
        else if (change && c == 0x2026)
            other += U"...";
        else if (change && c == 0xE9)
            other += U"e\u0301";
        else
            other += c;
    }
    return other;
}

TEST(QuoteOracle, QuotesWithoutContextStandWhereEveryPartThatIsTriedSaysSo) {
    test::Dice dice(20260122);
    std::array<int, quoteGradeCount> seen{};
    for (int round = 0; round < 2500; ++round) {
        const std::u32string text = someText(dice, 4 + dice.roll(14));
        const std::size_t start = dice.roll(text.size());
        std::u32string exact = text.substr(start, 1 + dice.roll(8));
        if (dice.chance(2))
            exact = reset(dice, exact);
        if (!exact.empty() && dice.chance(6))
            exact[dice.roll(exact.size())] = U'b';
        if (plainFold(exact).empty() || exact.find(U"...") != std::u32string::npos || exact.find(0x2026) < exact.size())
            continue; // ellipses in a quote have a meaning of their own
        const PlainDocument document = PlainDocument::fromUtf8(utf8(text)).value();
        const QuoteCheck check = checkQuote(document, utf8(exact), {}, {});
        const Expected oracle = expected(text, {}, exact, {});
        ASSERT_EQ(check.grade, oracle.grade) << utf8(text) << " | " << utf8(exact);
        ASSERT_EQ(check.passages, oracle.places) << utf8(text) << " | " << utf8(exact);
        ++seen[static_cast<std::size_t>(check.grade)];
    }
    for (const Grade grade : {Grade::Verbatim, Grade::Typography, Grade::Several, Grade::NotFound})
        EXPECT_GT(seen[static_cast<std::size_t>(grade)], 60);
}

TEST(QuoteOracle, ContextChoosesAmongLettersAsEveryPartThatIsTriedSaysSo) {
    test::Dice dice(4);
    std::array<int, quoteGradeCount> seen{};
    const auto letters = [&dice](std::size_t length) {
        std::u32string text;
        while (text.size() < length)
            text += dice.chance(2) ? U'a' : U'b';
        return text;
    };
    for (int round = 0; round < 2000; ++round) {
        const std::u32string text = letters(8 + dice.roll(60));
        const std::u32string prefix = letters(dice.roll(7));
        const std::u32string exact = letters(1 + dice.roll(7));
        const std::u32string suffix = letters(dice.roll(7));
        const PlainDocument document = PlainDocument::fromUtf8(utf8(text)).value();
        const QuoteCheck check = checkQuote(document, utf8(exact), utf8(prefix), utf8(suffix));
        const Expected oracle = expected(text, prefix, exact, suffix);
        // One side of the context may decide among several places.
        if (oracle.grade == Grade::Several && check.grade == Grade::ContextDiffers) {
            const auto sides = [&](const TextSpan& place) {
                return (!prefix.empty() && text.substr(0, place.start).ends_with(prefix) ? 1 : 0) +
                       (!suffix.empty() && text.substr(place.end).starts_with(suffix) ? 1 : 0);
            };
            for (const TextSpan& place : oracle.places)
                EXPECT_TRUE(place == check.passages.front() || sides(place) < sides(check.passages.front()));
        } else {
            ASSERT_EQ(check.grade, oracle.grade) << utf8(text) << " | " << utf8(exact);
            ASSERT_EQ(check.passages, oracle.places);
        }
        ++seen[static_cast<std::size_t>(check.grade)];
    }
    for (const Grade grade : {Grade::Verbatim, Grade::ContextDiffers, Grade::Several, Grade::NotFound})
        EXPECT_GT(seen[static_cast<std::size_t>(grade)], 60);
}

/// Words that stand once each, so that every part has one place.
std::vector<std::string> someWords(std::size_t count) {
    std::vector<std::string> words;
    for (std::size_t i = 0; i < count; ++i)
        words.push_back("w" + std::to_string(i) + "x");
    return words;
}

std::string joined(const std::vector<std::string>& words, std::size_t first, std::size_t last) {
    std::string text;
    for (std::size_t i = first; i < last; ++i)
        text += (i == first ? "" : " ") + words[i];
    return text;
}

TEST(QuoteOracle, ShortenedAndBracketedQuotesStandWhereTheyWereCutFrom) {
    test::Dice dice(99);
    const std::vector<std::string> words = someWords(120);
    const std::string text = joined(words, 0, words.size());
    const PlainDocument document = PlainDocument::fromUtf8(text).value();
    for (int round = 0; round < 1500; ++round) {
        const bool ellipses = dice.chance(2);
        std::vector<std::string> parts;
        std::vector<TextSpan> passages;
        std::vector<TextSpan> gaps;
        bool tooShort = false;
        bool tooFar = false;
        std::size_t at = dice.roll(20);
        for (std::size_t i = 0; i < 2 + dice.roll(3); ++i) {
            const std::size_t length = (ellipses ? 2 : 3) + dice.roll(4);
            if (i > 0) {
                const std::size_t left = dice.roll(ellipses ? 12 : 10);
                const std::size_t start = passages.back().end + 1;
                if (left > 0)
                    gaps.push_back({start, start + joined(words, at, at + left).size()});
                tooFar = tooFar || (!ellipses && left > 8);
                at += left;
            }
            const std::size_t start = at == 0 ? 0 : joined(words, 0, at).size() + 1;
            parts.push_back(joined(words, at, at + length));
            passages.push_back({start, start + parts.back().size()});
            tooShort = tooShort || length < 3;
            at += length;
        }
        ASSERT_LE(at, words.size());
        const auto quoteOf = [&](const std::vector<std::string>& some) {
            std::string quote = some.front();
            for (std::size_t i = 1; i < some.size(); ++i)
                quote += (ellipses ? " ... " : " [their words] ") + some[i];
            return quote;
        };
        const QuoteCheck check = checkQuote(document, quoteOf(parts), {}, {});
        if (tooShort || tooFar) {
            EXPECT_EQ(check.grade, Grade::NotFound) << quoteOf(parts);
            continue;
        }
        EXPECT_EQ(check.grade, ellipses ? Grade::Shortened : Grade::Bracketed) << quoteOf(parts);
        EXPECT_EQ(check.passages, passages);
        EXPECT_EQ(check.gaps, gaps);
        std::reverse(parts.begin(), parts.end());
        EXPECT_EQ(checkQuote(document, quoteOf(parts), {}, {}).grade, Grade::NotFound);
        parts.front().back() = 'y';
        EXPECT_EQ(checkQuote(document, quoteOf(parts), {}, {}).grade, Grade::NotFound);
    }
}

} // namespace
} // namespace quoteline::model
