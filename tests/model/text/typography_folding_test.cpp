// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/text/typography_folding.h"

#include "tests/model/story_fixtures.h"
#include <gtest/gtest.h>
#include <string>

namespace quoteline::model {
namespace {

using namespace std::string_literals;

using Fold = TypographyFold;

/// The folds that take one text to the other; nothing where they stay different.
std::optional<std::vector<Fold>> foldsBetween(std::u32string_view a, std::u32string_view b) {
    if (foldTypography(a).text() != foldTypography(b).text())
        return std::nullopt;
    return neededFolds(a, b).list();
}

struct Pair {
    std::u32string a;
    std::u32string b;
    Fold fold;
};

TEST(TypographyFolding, EachFoldMakesItsCharactersTheSame) {
    const std::vector<Pair> pairs{
        {U"caf\u00E9", U"cafe\u0301", Fold::Composition},
        {U"\u212B", U"\u00C5", Fold::Composition}, // ANGSTROM SIGN
        {U"\uD55C", U"\u1112\u1161\u11AB", Fold::Composition},
        {U"q\u0323\u0307", U"q\u0307\u0323", Fold::Composition}, // marks in another order
        {U"Italy\u2019s", U"Italy's", Fold::QuotationMarks},
        {U"\u2018a\u2019", U"\u201Aa\u201B", Fold::QuotationMarks},
        {U"\u2039a\u203A", U"'a'", Fold::QuotationMarks},
        {U"\u201Ca\u201D", U"\"a\"", Fold::QuotationMarks},
        {U"\u00ABa\u00BB", U"\u201Ea\u201F", Fold::QuotationMarks},
        {U"6\u201322", U"6-22", Fold::Dashes},
        {U"a\u2010b\u2011c\u2012d", U"a\u2014b\u2015c-d", Fold::Dashes},
        {U"a\u2026", U"a...", Fold::Ellipsis},
        {U"a\u00A0b", U"a b", Fold::Spaces},
        {U"a\u2009b\u202Fc\u3000d", U"a b c d", Fold::Spaces},
        {U"immi\u00ADgration", U"immigration", Fold::SoftHyphens},
        {U"a\u200Bb\u200Cc\u200Dd\u2060e\uFEFFf", U"abcdef", Fold::ZeroWidth},
        {U"a\n\nb", U"a b", Fold::WhiteSpaceRuns},
        {U"a\r\nb", U"a\nb", Fold::WhiteSpaceRuns},
        {U"a\t b\u0085c\u2028d\u2029e", U"a b c d e", Fold::WhiteSpaceRuns},
    };
    for (const Pair& pair : pairs)
        EXPECT_EQ(foldsBetween(pair.a, pair.b), std::vector{pair.fold})
            << QString::fromStdU32String(pair.a).toStdString();
}

TEST(TypographyFolding, SimilarCharactersStayDifferent) {
    const std::vector<std::pair<std::u32string, std::u32string>> twins{
        {U"\u00E9", U"e"},          // an accent is no typography
        {U"\uFB01", U"fi"},         // LATIN SMALL LIGATURE FI: compatible, not canonical
        {U"\u00B2", U"2"},          // SUPERSCRIPT TWO
        {U"\uFF21", U"A"},          // FULLWIDTH LATIN CAPITAL LETTER A
        {U"\u0430", U"a"},          // CYRILLIC SMALL LETTER A
        {U"\u039F", U"O"},          // GREEK CAPITAL LETTER OMICRON
        {U"'", U"\""},              // single and double
        {U"\u2019", U"\u201D"},     //
        {U"''", U"\""},             //
        {U"\u2032", U"'"},          // PRIME
        {U"\u2033", U"\""},         // DOUBLE PRIME
        {U"`", U"'"},               // GRAVE ACCENT
        {U"\u00B4", U"'"},          // ACUTE ACCENT
        {U"\u02BC", U"'"},          // MODIFIER LETTER APOSTROPHE
        {U"\u300C", U"\""},         // LEFT CORNER BRACKET
        {U"\u2212", U"-"},          // MINUS SIGN
        {U"--", U"\u2014"},         // two hyphens
        {U"\u2E3A", U"-"},          // TWO-EM DASH
        {U"\u30FC", U"-"},          // KATAKANA-HIRAGANA PROLONGED SOUND MARK
        {U"_", U"-"},               //
        {U"\u2025", U".."},         // TWO DOT LEADER
        {U"\u22EF", U"..."},        // MIDLINE HORIZONTAL ELLIPSIS
        {U"..", U"..."},            //
        {U". . .", U"..."},         //
        {U"\u2026", U"."},          //
        {U"a\u2800b", U"a b"},      // BRAILLE PATTERN BLANK
        {U"a\u3164b", U"a b"},      // HANGUL FILLER
        {U"a b", U"ab"},            // a space is never nothing
        {U"a\u00A0b", U"ab"},       //
        {U"a\nb", U"ab"},           //
        {U"a-b", U"ab"},            // a hyphen that is seen
        {U"a\u2027b", U"ab"},       // HYPHENATION POINT
        {U"a\u2010b", U"a\u00ADb"}, //
        {U"a\u200Eb", U"ab"},       // LEFT-TO-RIGHT MARK
        {U"a\u2061b", U"ab"},       // FUNCTION APPLICATION
        {U"a\uFE0Fb", U"ab"},       // VARIATION SELECTOR-16
        {U"a\u180Eb", U"ab"},       // MONGOLIAN VOWEL SEPARATOR
        {U"a\u001Fb", U"a b"},      // a control character
        {U"ICE", U"Ice"},           // case
        {U"\u00DF", U"ss"},         //
        {U"\u0130", U"i\u0307"},    //
        // What bears a mark is only composed, and nothing of it lost.
        {U"q\uFEFF\u0301", U"q\u0301"},
    };
    for (const auto& [a, b] : twins)
        EXPECT_EQ(foldsBetween(a, b), std::nullopt) << QString::fromStdU32String(a).toStdString();
}

TEST(TypographyFolding, OnlyFoldsThatAreNeededAreNamed) {
    EXPECT_EQ(neededFolds(U"a\u2019s\n b \u2013 c", U"a\u2019s\n b \u2013 c"), TypographyFolds());
    EXPECT_EQ(neededFolds(U"a\u2019s\n b \u2013 c", U"a's\n b \u2013 c").list(), std::vector{Fold::QuotationMarks});
    EXPECT_EQ(neededFolds(U"a\u2019s\n b \u2013 c", U"a's b - c").list(),
              (std::vector{Fold::QuotationMarks, Fold::Dashes, Fold::WhiteSpaceRuns}));
    EXPECT_EQ(neededFolds(U"a\u00A0 b", U"a b").list(), (std::vector{Fold::Spaces, Fold::WhiteSpaceRuns}));
    EXPECT_EQ(neededFolds(U"a", U"b"), TypographyFolds());
}

TEST(TypographyFolding, NamedFoldsSufficeAndNoneCanBeLeftOut) {
    test::Dice dice(7);
    const std::vector<std::u32string> same{U"\u2019|'", U"\u201C|\"", U"\u2013|-", U"\u2026|...",     U"\u00A0| ",
                                           U"\u00AD|",  U"\u200B|",   U"\n\n| ",   U"e\u0301|\u00E9", U"x|x"};
    for (int round = 0; round < 2000; ++round) {
        std::u32string a;
        std::u32string b;
        for (std::size_t i = 0; i < 1 + dice.roll(6); ++i) {
            const std::u32string& pick = dice.pick(same);
            const std::size_t bar = pick.find(U'|');
            a += U'k' + pick.substr(0, bar);
            b += U'k' + pick.substr(bar + 1);
        }
        const TypographyFolds folds = neededFolds(a, b);
        EXPECT_EQ(foldTypography(a, folds).text(), foldTypography(b, folds).text());
        for (const Fold fold : folds.list()) {
            TypographyFolds fewer = folds;
            fewer.remove(fold);
            EXPECT_NE(foldTypography(a, fewer).text(), foldTypography(b, fewer).text());
        }
    }
}

std::u32string someText(test::Dice& dice, std::size_t length) {
    static const std::vector<char32_t> letters{U'a',   U'e', 0x0301, 0xE9,   0x2019, U'\'',  U'"',
                                               0x201C, U'-', 0x2013, 0x2026, U'.',   0xA0,   U' ',
                                               U'\n',  0xAD, 0x200B, 0x1112, 0x1161, 0x11AB, 0x1F6A8};
    std::u32string text;
    for (std::size_t i = 0; i < length; ++i)
        text += dice.pick(letters);
    return text;
}

TEST(TypographyFolding, EveryPartOfAFoldedTextComesFromAPartThatFoldsToIt) {
    test::Dice dice(11);
    for (int round = 0; round < 400; ++round) {
        const std::u32string text = someText(dice, 1 + dice.roll(24));
        const FoldedCopy copy = foldTypography(text);
        const std::u32string_view folded = copy.text();
        for (std::size_t start = 0; start < folded.size(); ++start)
            for (std::size_t end = start + 1; end <= folded.size(); ++end) {
                const TextSpan wide = copy.widened({start, end});
                ASSERT_LT(wide.start, wide.end);
                ASSERT_LE(wide.end, text.size());
                const auto span = copy.original({start, end});
                if (!span)
                    continue;
                EXPECT_EQ(*span, wide);
                if (isCharacterBorder(text, span->start) && isCharacterBorder(text, span->end)) {
                    EXPECT_EQ(foldTypography(text.substr(span->start, span->size())).text(),
                              folded.substr(start, end - start));
                    EXPECT_EQ(copy.folded(*span), (TextSpan{start, end}));
                }
            }
    }
}

TEST(TypographyFolding, AMatchKeepsWholeCharacters) {
    EXPECT_FALSE(isCharacterBorder(U"e\u0301", 1));
    EXPECT_FALSE(isCharacterBorder(U"\u1112\u1161", 1));
    EXPECT_FALSE(isCharacterBorder(U"\U0001F44D\U0001F3FD", 1));       // a skin tone
    EXPECT_FALSE(isCharacterBorder(U"\U0001F6A8\uFE0F", 1));           // a variation selector
    EXPECT_FALSE(isCharacterBorder(U"\U0001F468\u200D\U0001F469", 1)); // a joined family
    EXPECT_FALSE(isCharacterBorder(U"\U0001F468\u200D\U0001F469", 2));
    EXPECT_TRUE(isCharacterBorder(U"\U0001F6A8 a", 1));
    EXPECT_TRUE(isCharacterBorder(U"e\u0301", 0));
    EXPECT_TRUE(isCharacterBorder(U"e\u0301", 2));
    EXPECT_TRUE(isCharacterBorder(U"a\u200Db", 1)); // a joiner between letters joins no pictographs
    EXPECT_TRUE(isCharacterBorder(U"\uD55C\uAD6D", 1));
}

} // namespace
} // namespace quoteline::model
