// SPDX-License-Identifier: GPL-3.0-or-later
// Where titles in many scripts are broken and shortened, against rules found out unit by unit.
#include "app/layout/shapes/label_shape.h"
#include "app/layout/shapes/text_breaks.h"

#include "tests/support/fixed_measurer.h"
#include <algorithm>
#include <gtest/gtest.h>
#include <random>

using namespace quoteline::layout;
using quoteline::test::fixedMeasurer;

namespace {

constexpr double gapToDate = 8;
const QString ellipsis(QChar(0x2026));
constexpr QStringView closers = u":;,.!?…»”%)]}،؟、。，！？」）";
constexpr QStringView openers = u"«“„([{¿¡「（";
constexpr QStringView danglers = u"«“„([{¿¡「（-–—,;:،、，：； \u00A0\u3000…";

double widthOf(const QString& text) {
    return fixedMeasurer.width(text, FontRole::Label);
}

bool isWide(QChar c) {
    return (c.unicode() >= 0x3000 && c.unicode() < 0xA000) || (c.unicode() > 0xFF00 && c.unicode() < 0xFF60);
}

/// A title that knows where its characters and numbers begin and end.
struct Made {
    QString text;
    std::vector<qsizetype> characters{0};
    std::vector<std::pair<qsizetype, qsizetype>> numbers;
    bool inPrint = true; ///< else which side a quotation mark belongs to is anybody's guess

    bool isOneOf(QStringView marks, qsizetype at) const {
        return marks.contains(text[at]) && (inPrint || !QStringView(u"«»“”„").contains(text[at]));
    }
    void addCharacter(const QString& cluster) {
        text += cluster;
        characters.push_back(text.size());
    }
    void addWord(const QString& word) {
        for (qsizetype i = 0; i < word.size(); ++i) {
            if (word[i].isMark())
                characters.pop_back();
            addCharacter(word.mid(i, 1));
        }
    }
    void addNumber(const QString& number) {
        numbers.emplace_back(text.size(), text.size() + number.size());
        addWord(number);
    }
    bool tearsAt(qsizetype at) const {
        return !std::binary_search(characters.begin(), characters.end(), at) ||
               std::any_of(numbers.begin(), numbers.end(),
                           [at](const auto& number) { return number.first < at && at < number.second; });
    }
};

QString anyOf(const char* words, std::mt19937& random) {
    const QStringList all = QString::fromUtf8(words).split(u'|');
    return all[static_cast<qsizetype>(random() % static_cast<std::size_t>(all.size()))];
}

/// Words of one of several scripts, with numbers, emoji and punctuation that stands as it does in print.
Made madeTitle(std::mt19937& random) {
    static const char* const scripts[] = {
        "the|report|on|water|quality|well-known|it’s|Donaudampfschifffahrtsgesellschaft",
        "perché|città|più|l’università|così|e\xCC\x80|un|dell’acqua", "الماء|تقرير|في|المدينة|قالت|و",
        "水質報告|を|発表した|东京|市|レポート", "דוח|על|המים|בעיר|אמרה"};
    const std::size_t script = random() % std::size(scripts);
    const bool spaced = script != 3;
    Made made;
    const std::size_t words = 1 + random() % 12;
    for (std::size_t i = 0; i < words; ++i) {
        if (i > 0 && (spaced || random() % 8 == 0))
            made.addCharacter(QStringLiteral(" "));
        const std::size_t kind = random() % 12;
        const bool opens = random() % 6 == 0;
        if (opens)
            made.addWord(spaced ? anyOf("“|(|[|„|«\u00A0|¿", random) : anyOf("「|（", random));
        if (kind == 0 && !(made.text.size() > 0 && made.text.back().isDigit())) // two would be another one
            made.addNumber(anyOf("2026|1,234.5|10:30|2026-01-05|10\u00A0000|10 000|50%|€20|24–25", random));
        else if (kind == 1)
            for (std::size_t k = 0; k <= random() % 4; ++k)
                made.addCharacter(anyOf("👨‍👩‍👧‍👦|👍🏽|🇩🇪|🚨|❤️", random));
        else if (kind == 2)
            made.addWord(QString(1 + static_cast<qsizetype>(random() % 60), u'x'));
        else
            made.addWord(anyOf(scripts[script], random));
        if (random() % 4 == 0)
            made.addWord(spaced ? anyOf(",|.|!|?|…|)|]|”|\u00A0:| ;|\u00A0»|\u00A0!| –|...|؟|،", random)
                                : anyOf("、|。|」|）|！|？", random));
    }
    return made;
}

Made ofPunctuation(std::mt19937& random) {
    Made made;
    made.inPrint = false;
    for (std::size_t i = 0; i < 1 + random() % 40; ++i)
        made.addWord(anyOf(":|;|,|.|!|?|…|“|”|«|»|(|)|-|–| |\"|'|%|\u00A0|、|「|」", random));
    return made;
}

template <typename Check>
void forManyTitles(unsigned seed, Check check) {
    std::mt19937 random(seed);
    for (int i = 0; i < 6000; ++i) {
        const Made made = i % 10 == 0 ? ofPunctuation(random) : madeTitle(random);
        check(made, random);
        if (testing::Test::HasFailure()) {
            ADD_FAILURE() << made.text.toStdString();
            return;
        }
    }
}

qsizetype lastSeen(const QString& text, qsizetype before) {
    while (before > 0 && text[before - 1].isSpace())
        --before;
    return before - 1;
}

qsizetype firstSeen(const QString& text, qsizetype from) {
    while (from < text.size() && text[from].isSpace())
        ++from;
    return from;
}

void expectAllowedBreak(const Made& made, qsizetype end, qsizetype start) {
    const qsizetype last = lastSeen(made.text, end);
    const qsizetype first = firstSeen(made.text, start);
    ASSERT_TRUE(last >= 0 && first < made.text.size());
    EXPECT_FALSE(made.isOneOf(closers, first)) << end;
    EXPECT_FALSE(made.isOneOf(openers, last)) << end;
    EXPECT_FALSE(made.tearsAt(end)) << end;
    EXPECT_TRUE(start == end ? isWide(made.text[end]) || isWide(made.text[end - 1])
                             : made.text.mid(end, start - end) == QStringLiteral(" "))
        << end;
}

bool mayBeCutAt(const Made& made, qsizetype at) {
    return at == 0 || (!made.tearsAt(at) && !made.isOneOf(danglers, at - 1));
}

void expectAllowedCut(const Made& made, qsizetype at) {
    EXPECT_FALSE(made.tearsAt(at)) << at;
    EXPECT_FALSE(at > 0 && made.isOneOf(danglers, at - 1)) << at;
}

/// Behind which nothing but punctuation comes before a space.
bool endsWord(const Made& made, qsizetype at) {
    while (at < made.text.size() && !made.text[at].isSpace() &&
           (made.isOneOf(danglers, at) || made.isOneOf(closers, at)))
        ++at;
    return at == made.text.size() || made.text[at].isSpace();
}

} // namespace

TEST(TextBreaks, NeverStandBeforePunctuationThatClosesNorAfterSuchThatOpensNorInWordsNorNumbers) {
    std::size_t found = 0;
    forManyTitles(11, [&](const Made& made, std::mt19937&) {
        for (const TextBreak& where : breaksOf(made.text)) {
            ++found;
            expectAllowedBreak(made, where.end, where.start);
        }
    });
    EXPECT_GT(found, 10000U);
}

TEST(TextBreaks, StandAtEverySpaceBetweenPlainWordsAndBetweenIdeographs) {
    const std::vector<TextBreak> plain{{3, 4}, {5, 6}};
    EXPECT_EQ(breaksOf(QStringLiteral("one – two")), plain);
    const std::vector<TextBreak> wide{{1, 1}, {2, 2}};
    EXPECT_EQ(breaksOf(QString::fromUtf8("水質報")), wide);
    EXPECT_TRUE(breaksOf(QStringLiteral("well-known")).empty());
    EXPECT_TRUE(breaksOf(QString()).empty());
}

TEST(TextBreaks, TellQuotationMarksOfEachLanguageByWhatStandsBesideThem) {
    const auto brokenAt = [](const char* text) {
        QStringList parts;
        qsizetype from = 0;
        const QString all = QString::fromUtf8(text);
        for (const TextBreak& where : breaksOf(all)) {
            parts << all.mid(from, where.end - from);
            from = where.start;
        }
        return (parts << all.sliced(from)).join(u'|');
    };
    EXPECT_EQ(brokenAt("er »sagt es« nun"), QStringLiteral("er|»sagt|es«|nun"));
    EXPECT_EQ(brokenAt("il « dit » ici"), QStringLiteral("il|« dit »|ici"));
    EXPECT_EQ(brokenAt("er „sagt es“ nun"), QStringLiteral("er|„sagt|es“|nun"));
    EXPECT_EQ(brokenAt("she \"says it\" now"), QStringLiteral("she|\"says|it\"|now"));
    EXPECT_EQ(brokenAt("the ’90s ’ end"), QStringLiteral("the|’90s ’|end"));
    EXPECT_EQ(brokenAt("a 50 % rise, 10 000 in 2026"), QStringLiteral("a|50 %|rise,|10 000|in|2026"));
}

TEST(TextBreaks, OfALabelLeaveItsTitleOrAStartOfIt) {
    std::size_t cuts = 0;
    forManyTitles(12, [&](const Made& made, std::mt19937& random) {
        const double available = 30 + static_cast<double>(random() % 300);
        const QString date = random() % 2 == 0 ? QString() : QStringLiteral("27 January");
        const LabelShape shape = shapeLabel(made.text, date, available, gapToDate, fixedMeasurer);
        EXPECT_LE(shape.width, available);
        QString first = shape.first;
        QString second = shape.second;
        EXPECT_TRUE(second.isEmpty() || second.isRightToLeft() == made.text.isRightToLeft());
        if (second.startsWith(QChar(0x200E)) || second.startsWith(QChar(0x200F)))
            second.remove(0, 1);
        QString& end = second.isEmpty() ? first : second;
        const bool whole = (second.isEmpty() ? QStringList{first} : QStringList{first + second, first + u' ' + second})
                               .contains(made.text);
        if (!whole) {
            ++cuts;
            EXPECT_TRUE(shape.cut);
            ASSERT_TRUE(end.endsWith(ellipsis));
            end.chop(1);
        }
        EXPECT_TRUE(made.text.startsWith(first));
        const qsizetype start = second.isEmpty() ? 0 : made.text.indexOf(second, first.size());
        if (!second.isEmpty()) {
            ASSERT_TRUE(start == first.size() || start == first.size() + 1);
            expectAllowedBreak(made, first.size(), start);
        }
        if (!whole)
            expectAllowedCut(made, second.isEmpty() ? first.size() : start + second.size());
    });
    EXPECT_GT(cuts, 500U);
}

TEST(Elided, KeepsAsMuchAsFitsInWholeWordsWhereTheseAreTwoThirdsOfIt) {
    std::size_t inWords = 0;
    std::size_t atEnds = 0;
    forManyTitles(13, [&](const Made& made, std::mt19937& random) {
        const double width = static_cast<double>(random() % 400);
        const QString shown = elided(made.text, width, FontRole::Label, fixedMeasurer);
        if (widthOf(made.text) <= width) {
            EXPECT_EQ(shown, made.text);
            return;
        }
        if (widthOf(ellipsis) > width) {
            EXPECT_EQ(shown, QString());
            return;
        }
        ASSERT_TRUE(shown.endsWith(ellipsis));
        EXPECT_LE(widthOf(shown), width);
        const qsizetype kept = shown.size() - 1;
        EXPECT_EQ(shown.first(kept), made.text.first(kept));
        expectAllowedCut(made, kept);
        if (!made.inPrint)
            return;
        qsizetype most = 0;
        qsizetype lastWord = 0; // its end
        for (qsizetype at = 0; at < made.text.size(); ++at)
            if (mayBeCutAt(made, at) && widthOf(made.text.first(at) + ellipsis) <= width) {
                most = at;
                lastWord = endsWord(made, at) ? at : lastWord;
            }
        EXPECT_LE(kept, most);
        EXPECT_GE(kept * 3, most * 2);
        // Beside an ideograph, where a word ends is a matter of taste.
        const bool wide = kept > 0 && (isWide(made.text[kept]) || isWide(made.text[kept - 1]));
        EXPECT_TRUE(wide || kept >= (lastWord * 3 >= most * 2 ? lastWord : most)) << kept;
        if (kept == most && kept > 1 && made.text[kept].isLetter() && made.text[kept - 1].isLetter() &&
            !isWide(made.text[kept])) {
            ++inWords;
            EXPECT_LT(lastWord * 3, most * 2);
        } else {
            ++atEnds;
        }
    });
    EXPECT_GT(inWords, 100U);
    EXPECT_GT(atEnds, 100U);
}
