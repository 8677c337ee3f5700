// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/text/text_matcher.h"

#include "model/text/text_folding.h"
#include "tests/model/story_fixtures.h"
#include <QRegularExpression>
#include <QTextBoundaryFinder>
#include <gtest/gtest.h>

using namespace quoteline::model;
using quoteline::test::Dice;

namespace {

struct Found {
    QString text;
    QString word;
    QStringList marked;
};

QStringList marked(const QString& word, const QString& text) {
    QStringList parts;
    for (const TextMatcher::Span& span : TextMatcher(word).spansIn(text))
        parts.append(text.mid(span.start, span.length));
    return parts;
}

/// The rule of the header, over a whole text at once.
QString foldedAtOnce(const QString& text) {
    QString folded = text.normalized(QString::NormalizationForm_D)
                         .toCaseFolded()
                         .normalized(QString::NormalizationForm_D)
                         .replace(QChar(0x131), u'i')
                         .replace(QStringLiteral("ß"), QStringLiteral("ss"))
                         .replace(QStringLiteral("ﬁ"), QStringLiteral("fi"));
    static const QRegularExpression dotted(QStringLiteral("i(\\p{M}*?)\\x{307}"));
    while (folded.contains(dotted))
        folded.replace(dotted, QStringLiteral("i\\1"));
    return folded;
}

const std::vector<QString>& pieces() {
    static const std::vector<QString> all = [] {
        std::vector<QString> list;
        for (const char* piece :
             {"a", "A",      "b",  "s",       "S", "ß",      "ẞ",      "SS",     "i",      "I", "İ", "ı",      "Σ",
              "σ", "ς",      "é",  "e\u0301", "E", "\u0301", "\u0323", "\u0307", "\u0345", "ά", "Д", "д",      "й",
              "م", "\u064F", "한", "क",       "ि", "🚨",      "🇮🇹",     "ﬁ",      "\u212B", "å", " ", "\u00A0", "-"})
            list.push_back(QString::fromUtf8(piece));
        return list;
    }();
    return all;
}

QString randomText(Dice& dice, std::size_t most) {
    QString text;
    for (std::size_t i = dice.roll(most + 1); i > 0; --i)
        text += dice.pick(pieces());
    return text;
}

} // namespace

TEST(TextMatcher, FindsWordsOfAllScriptsInEitherCaseAndEitherForm) {
    const std::vector<Found> cases{
        {QStringLiteral("Milan and MILAN"),
         QStringLiteral("mIlan"),
         {QStringLiteral("Milan"), QStringLiteral("MILAN")}},
        {QStringLiteral("die Straße"), QStringLiteral("STRASSE"), {QStringLiteral("Straße")}},
        {QStringLiteral("die STRASSE"), QStringLiteral("straße"), {QStringLiteral("STRASSE")}},
        {QStringLiteral("die Straße"), QStringLiteral("stras"), {QStringLiteral("Straß")}},
        {QStringLiteral("ΟΔΥΣΣΕΥΣ, Οδυσσεύς"), QStringLiteral("οδυσσευσ"), {QStringLiteral("ΟΔΥΣΣΕΥΣ")}},
        {QStringLiteral("ὁ λόγος"), QStringLiteral("ΛΌΓΟΣ"), {QStringLiteral("λόγος")}},
        {QStringLiteral("Министр сказал"), QStringLiteral("МИНИСТР"), {QStringLiteral("Министр")}},
        {QStringLiteral("İstanbul"), QStringLiteral("istanbul"), {QStringLiteral("İstanbul")}},
        {QStringLiteral("ISTANBUL"), QStringLiteral("İstanbul"), {QStringLiteral("ISTANBUL")}},
        {QStringLiteral("ığdır"), QStringLiteral("IĞDIR"), {QStringLiteral("ığdır")}},
        {QStringLiteral("قال محمد أمس"), QStringLiteral("محمد"), {QStringLiteral("محمد")}},
        {QStringLiteral("Cafe\u0301 Caf\u00E9"),
         QStringLiteral("CAF\u00C9"),
         {QStringLiteral("Cafe\u0301"), QStringLiteral("Caf\u00E9")}},
        {QStringLiteral("Cafe\u0301s"), QStringLiteral("cafe"), {QStringLiteral("Cafe\u0301")}},
        {QStringLiteral("a 🚨 alarm"), QStringLiteral("🚨"), {QStringLiteral("🚨")}},
    };
    for (const Found& one : cases)
        EXPECT_EQ(marked(one.word, one.text), one.marked) << one.word.toStdString();
}

TEST(TextMatcher, LooksForEachWordAndJoinsWhatTouches) {
    EXPECT_EQ(marked(QStringLiteral("  ice\tmilan ICE "), QStringLiteral("ICE in Milan: notice")),
              QStringList({QStringLiteral("ICE"), QStringLiteral("Milan"), QStringLiteral("ice")}));
    EXPECT_EQ(marked(QStringLiteral("abc cde"), QStringLiteral("xabcdex")), QStringList(QStringLiteral("abcde")));
    EXPECT_EQ(marked(QStringLiteral("aa"), QStringLiteral("aaaa")), QStringList(QStringLiteral("aaaa")));
    EXPECT_EQ(TextMatcher(QStringLiteral("Ice ICE ice")).words().size(), 1U);
}

TEST(TextMatcher, FindsNothingWithoutAWordOrWithoutAText) {
    EXPECT_TRUE(TextMatcher(QStringLiteral(" \t\u00A0")).isEmpty());
    EXPECT_TRUE(TextMatcher().spansIn(u"text").empty());
    EXPECT_TRUE(TextMatcher(QStringLiteral("word")).spansIn({}).empty());
    EXPECT_TRUE(TextMatcher(QStringLiteral("sword")).spansIn(u"word").empty());
}

TEST(TextMatcher, TakesHalvesOfSurrogatePairsForUnknownCharacters) {
    const QString half(QChar(char16_t{0xD83D}));
    EXPECT_EQ(foldedForSearch(half), QString(QChar(QChar::ReplacementCharacter)));
    EXPECT_TRUE(TextMatcher(half).spansIn(u"🚨").empty());
}

TEST(TextMatcher, FoldsPieceByPieceAsATextAtOnce) {
    Dice dice(4);
    for (int round = 0; round < 5000; ++round) {
        const QString text = randomText(dice, 12);
        ASSERT_EQ(foldedForSearch(text), foldedAtOnce(text)) << text.toStdString();
    }
}

TEST(TextMatcher, MarksWholeCharactersThatContainTheWordAndNothingIsMissed) {
    Dice dice(5);
    int hits = 0;
    for (int round = 0; round < 5000; ++round) {
        const QString text = randomText(dice, 14);
        const QString word = randomText(dice, 2);
        const TextMatcher matcher(word);
        const auto spans = matcher.spansIn(text);
        bool anyWord = false;
        for (const QString& folded : matcher.words())
            anyWord = anyWord || foldedAtOnce(text).contains(folded);
        ASSERT_EQ(!spans.empty(), anyWord) << word.toStdString() << " in " << text.toStdString();
        QTextBoundaryFinder characters(QTextBoundaryFinder::Grapheme, text);
        qsizetype last = -1;
        for (const TextMatcher::Span& span : spans) {
            ++hits;
            EXPECT_GT(span.start, last); // in order, and never touching
            EXPECT_GT(span.length, 0);
            last = span.start + span.length;
            ASSERT_LE(last, text.size());
            characters.setPosition(span.start);
            EXPECT_TRUE(characters.isAtBoundary()) << text.toStdString();
            characters.setPosition(last);
            EXPECT_TRUE(characters.isAtBoundary()) << text.toStdString();
            const QString part = foldedAtOnce(text.mid(span.start, span.length));
            EXPECT_TRUE(std::any_of(matcher.words().begin(), matcher.words().end(),
                                    [&](const QString& folded) { return part.contains(folded); }));
        }
    }
    EXPECT_GT(hits, 500);
}

TEST(TextMatcher, FindsAllOccurrencesInALongText) {
    const QString sentence = QStringLiteral("Ο Δήμαρχος said that ICE is not welcome. ");
    const QString text = sentence.repeated(25'000); // a million characters
    const auto spans = TextMatcher(QStringLiteral("δήμαρχοσ ice")).spansIn(text);
    ASSERT_EQ(spans.size(), 50'000U);
    EXPECT_EQ(text.mid(spans.back().start, spans.back().length), QStringLiteral("ICE"));
    EXPECT_EQ(TextMatcher(QStringLiteral("a")).spansIn(QString(1'000'000, u'a')).size(), 1U);
}

TEST(TextMatcher, EndlessMarksOnALetterAreNoTrap) {
    const QString text = u'e' + QStringLiteral("\u0301\u0323").repeated(200'000);
    EXPECT_EQ(TextMatcher(QStringLiteral("e")).spansIn(text).size(), 1U);
}
