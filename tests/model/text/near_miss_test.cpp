// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/text/near_miss.h"

#include "tests/model/story_fixtures.h"
#include <gtest/gtest.h>
#include <map>

using namespace quoteline::model;
using namespace quoteline::test;

namespace {

/// The definition, written as a recursion.
std::size_t distance(std::string_view a, std::string_view b) {
    if (a.empty() || b.empty())
        return a.size() + b.size();
    const std::size_t replaced = distance(a.substr(1), b.substr(1)) + (a[0] == b[0] ? 0 : 1);
    std::size_t best = std::min({replaced, distance(a.substr(1), b) + 1, distance(a, b.substr(1)) + 1});
    if (a.size() > 1 && b.size() > 1 && a[0] == b[1] && a[1] == b[0])
        best = std::min(best, distance(a.substr(2), b.substr(2)) + 1);
    return best;
}

std::optional<std::string_view> nearestOf(std::string_view word, const std::vector<std::string_view>& words) {
    return nearest(word, words.size(), [&](std::size_t i) { return words[i]; });
}

} // namespace

TEST(NearMiss, TheDistanceIsThatOfTheDefinitionUpToTheLimit) {
    Dice dice(1);
    for (int i = 0; i < 3000; ++i) {
        std::string a;
        std::string b;
        for (std::size_t n = dice.roll(6); n > 0; --n)
            a += "abc"[dice.roll(3)];
        for (std::size_t n = dice.roll(6); n > 0; --n)
            b += "abc"[dice.roll(3)];
        const std::size_t expected = distance(a, b);
        for (std::size_t limit = 0; limit < 5; ++limit)
            ASSERT_EQ(editDistance(a, b, limit), std::min(expected, limit + 1)) << a << ' ' << b;
    }
}

TEST(NearMiss, TheNearestWordIsMeantAndAFarOneIsNot) {
    const std::vector<std::string_view> words{"title", "lane", "quotes", "relations"};
    EXPECT_EQ(nearestOf("quoets", words), "quotes");
    EXPECT_EQ(nearestOf("quote", words), "quotes");
    EXPECT_EQ(nearestOf("relation", words), "relations");
    EXPECT_EQ(nearestOf("Title", words), "title");
    EXPECT_EQ(nearestOf("mood", words), std::nullopt);
    EXPECT_EQ(nearestOf("la", words), std::nullopt);
    EXPECT_EQ(nearestOf("", words), std::nullopt);
    EXPECT_EQ(nearestOf("abcd", {"abXX", "abcX", "Xbcd"}), "abcX");
    EXPECT_EQ(nearestOf("abcdef", {"abXXef", "abcdeX"}), "abcdeX");
}

TEST(NearMiss, ShownTextIsShortAndStaysOnItsLine) {
    EXPECT_EQ(shown("plain é \U0001F6A8"), QStringLiteral("plain é \U0001F6A8"));
    EXPECT_EQ(shown("a\nb\tc\u202E"), QStringLiteral("a\uFFFDb\uFFFDc\uFFFD"));
    EXPECT_EQ(shown(std::string(60, 'x')).size(), 60);
    EXPECT_EQ(shown(std::string(61, 'x')), QString(60, QLatin1Char('x')) + QStringLiteral("…"));
    EXPECT_EQ(shown("\xff"), QStringLiteral("\uFFFD"));
    std::string emoji;
    for (int i = 0; i < 100; ++i)
        emoji += "\U0001F6A8";
    EXPECT_EQ(shown(emoji).size(), 121);
}
