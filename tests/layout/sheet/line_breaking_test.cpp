// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/sheet/line_breaking.h"

#include "tests/support/fixed_measurer.h"
#include <QStringList>
#include <algorithm>
#include <gtest/gtest.h>

namespace quoteline::test {

using namespace layout;

namespace {

/// Counts the UTF-16 units that are measured.
class CountingMeasurer : public FixedMeasurer {
public:
    double width(QStringView text, FontRole role) const override {
        units += text.size();
        return FixedMeasurer::width(text, role);
    }
    mutable qsizetype units = 0;
};

/// Widths of which the whole is more than its parts: as when letters of different words are set apart.
class GrowingMeasurer : public FixedMeasurer {
public:
    double width(QStringView text, FontRole role) const override {
        return FixedMeasurer::width(text, role) + 1.5 * static_cast<double>(text.count(u' '));
    }
};

std::vector<FlowRun> runsOf(const QStringList& texts) {
    std::vector<FlowRun> runs;
    for (const QString& text : texts)
        runs.push_back({text, FontRole::Note});
    return runs;
}

QStringList linesOf(const QStringList& texts, double units, const TextMeasurer& measurer = FixedMeasurer()) {
    const double unit = FixedMeasurer().width(u"x", FontRole::Note);
    const std::vector<FlowRun> runs = runsOf(texts);
    QStringList lines;
    for (const FlowLine& line : brokenIntoLines(runs, units * unit + 0.001, measurer)) {
        QString words;
        for (const FlowPiece& piece : line.pieces)
            words += runs[piece.run].text.mid(piece.start, piece.length);
        lines << words;
    }
    return lines;
}

} // namespace

TEST(LineBreaking, EndsLinesAfterTheLastWordThatFits) {
    EXPECT_EQ(linesOf({QStringLiteral("the quick brown fox")}, 9),
              (QStringList{QStringLiteral("the quick"), QStringLiteral("brown fox")}));
    EXPECT_EQ(
        linesOf({QStringLiteral("the quick brown fox")}, 8),
        (QStringList{QStringLiteral("the"), QStringLiteral("quick"), QStringLiteral("brown"), QStringLiteral("fox")}));
    EXPECT_EQ(linesOf({QStringLiteral("the quick brown fox")}, 19), QStringList{QStringLiteral("the quick brown fox")});
    EXPECT_EQ(linesOf({QStringLiteral("well-known names")}, 8),
              (QStringList{QStringLiteral("well-"), QStringLiteral("known"), QStringLiteral("names")}));
}

TEST(LineBreaking, BreaksNoWordThatGoesOverARunToAnother) {
    EXPECT_EQ(linesOf({QStringLiteral("… said “"), QStringLiteral("no"), QStringLiteral("” today")}, 10),
              (QStringList{QStringLiteral("… said"), QStringLiteral("“no” today")}));
}

TEST(LineBreaking, KeepsLineBreaksAndEmptyLines) {
    EXPECT_EQ(linesOf({QStringLiteral("one\ntwo\n\nthree\n")}, 20),
              (QStringList{QStringLiteral("one"), QStringLiteral("two"), QStringLiteral(""), QStringLiteral("three")}));
    EXPECT_EQ(linesOf({QString()}, 20), QStringList{});
    EXPECT_EQ(linesOf({}, 20), QStringList{});
}

TEST(LineBreaking, KeepsLineBreaksOfEveryKindWhateverStandsBeforeThem) {
    const QStringList breaks{QStringLiteral("\n"), QStringLiteral("\r\n"), QStringLiteral("\r"),
                             QStringLiteral("\v"), QStringLiteral("\f"),   QChar(0x85),
                             QChar(0x2028),        QChar(0x2029)};
    const QStringList before{QStringLiteral("in 2026"), QStringLiteral("2026."), QStringLiteral("1,234,"),
                             QStringLiteral("5%"),      QStringLiteral("(12)"),  QStringLiteral("word"),
                             QStringLiteral("well-"),   QChar(0x4E2D),           QString()};
    for (const QString& end : breaks)
        for (const QString& words : before) {
            const QString text = words + end + QStringLiteral("The games");
            EXPECT_EQ(linesOf({text}, 100), (QStringList{words, QStringLiteral("The games")})) << text.toStdString();
            EXPECT_EQ(linesOf({words, end, QStringLiteral("1")}, 100), (QStringList{words, QStringLiteral("1")}));
            EXPECT_EQ(linesOf({words + end + end + QStringLiteral("1")}, 100).size(), 3) << text.toStdString();
        }
}

TEST(LineBreaking, BreaksAWordThatIsTooWideBetweenGraphemeClusters) {
    EXPECT_EQ(linesOf({QStringLiteral("ab abcdefghij kl")}, 4),
              (QStringList{QStringLiteral("ab"), QStringLiteral("abcd"), QStringLiteral("efgh"), QStringLiteral("ij"),
                           QStringLiteral("kl")}));
    // A letter with two marks is three units, a flag four: never divided, even where they do not fit.
    const QString marked = QStringLiteral("e\u0301\u0323");
    EXPECT_EQ(linesOf({marked + marked + marked}, 4), (QStringList{marked, marked, marked}));
    const QString flag = QString::fromUtf8("\xF0\x9F\x87\xAE\xF0\x9F\x87\xB9");
    EXPECT_EQ(linesOf({flag + flag}, 3), (QStringList{flag, flag}));
}

TEST(LineBreaking, BreaksBetweenTheCharactersOfChineseAndJapanese) {
    EXPECT_EQ(linesOf({QStringLiteral("私たちは今日話す。")}, 4),
              (QStringList{QStringLiteral("私たちは"), QStringLiteral("今日話"), QStringLiteral("す。")}));
}

TEST(LineBreaking, SetsTextFromRightToLeftFromTheRightEdge) {
    const std::vector<FlowRun> runs = runsOf({QStringLiteral("מילאנו "), QStringLiteral("שלום")});
    const FixedMeasurer measurer;
    const auto lines = brokenIntoLines(runs, 200, measurer);
    ASSERT_EQ(lines.size(), 1u);
    ASSERT_EQ(lines[0].pieces.size(), 2u);
    EXPECT_DOUBLE_EQ(lines[0].pieces[0].x + lines[0].pieces[0].width, 200);
    EXPECT_DOUBLE_EQ(lines[0].pieces[1].x + lines[0].pieces[1].width, lines[0].pieces[0].x);
}

TEST(LineBreaking, MarksWordsThatWouldBeSetInAnotherDirectionThanTheirParagraph) {
    const FixedMeasurer measurer;
    const auto runs = runsOf({QStringLiteral("He said “"), QStringLiteral("שלום, (Milan)"), QStringLiteral("” twice")});
    const auto lines = brokenIntoLines(runs, 400, measurer);
    ASSERT_EQ(lines.size(), 1u);
    EXPECT_EQ(wordsOf(lines[0].pieces[0], runs), runs[0].text);
    EXPECT_EQ(wordsOf(lines[0].pieces[1], runs), QChar(0x200E) + runs[1].text);
    const auto hebrew = runsOf({QStringLiteral("שלום "), QStringLiteral("(Milan) שלום")});
    const auto other = brokenIntoLines(hebrew, 400, measurer);
    EXPECT_EQ(wordsOf(other[0].pieces[0], hebrew), hebrew[0].text);
    EXPECT_EQ(wordsOf(other[0].pieces[1], hebrew), QChar(0x200F) + hebrew[1].text);
}

TEST(LineBreaking, LeavesNoLineWiderThanItsColumnEvenWhereWordsTogetherAreWiderThanEachAlone) {
    const GrowingMeasurer measurer;
    const std::vector<FlowRun> runs = runsOf({QStringLiteral("a b c d e f g h i j k l m n o p q r s t u v w x y z")});
    for (double width = 20; width < 300; width += 7)
        for (const FlowLine& line : brokenIntoLines(runs, width, measurer)) {
            ASSERT_EQ(line.pieces.size(), 1u);
            EXPECT_LE(line.pieces[0].width, width + 0.001);
        }
}

TEST(LineBreaking, MeasuresALongTextOnlyAFewTimesOver) {
    QString words;
    while (words.size() < 200'000)
        words += QStringLiteral("some words of a long text, ");
    for (const QString& text : {words, QString(200'000, u'x'), QString(200'000, QChar(0x65E5))}) {
        const CountingMeasurer measurer;
        const auto lines = brokenIntoLines(runsOf({text}), 400, measurer);
        EXPECT_GT(lines.size(), 1000u);
        EXPECT_LT(measurer.units, 20 * text.size());
    }
}

TEST(LineBreaking, LosesNoCharacterButTheWhiteSpaceAtTheEndsOfLines) {
    const QStringList texts{QStringLiteral("… and then, “"),
                            QStringLiteral("he said – well – that\nfour-and-twenty   "),
                            QStringLiteral("(black)birds/were\tbaked ” …"), QString(90, u'W')};
    QString all = texts.join(QString());
    all.removeIf([](QChar c) { return c.isSpace(); });
    for (double units = 1; units < 60; ++units) {
        QString words = linesOf(texts, units).join(QString());
        words.removeIf([](QChar c) { return c.isSpace(); });
        EXPECT_EQ(words, all) << units;
    }
}

} // namespace quoteline::test
