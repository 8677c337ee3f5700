// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/shapes/label_shape.h"

#include "tests/support/fixed_measurer.h"
#include <algorithm>
#include <gtest/gtest.h>
#include <limits>
#include <random>

using namespace quoteline::layout;
using quoteline::test::FixedMeasurer;

namespace {

const FixedMeasurer measurer;
constexpr double dateGap = 8;

double labelWidth(const QString& text) {
    return measurer.width(text, FontRole::Label);
}
double dateWidth(const QString& text) {
    return measurer.width(text, FontRole::Date);
}

/// Words of any length with one space or more between them, never at the ends.
QString randomTitle(std::mt19937& random) {
    QString title;
    const auto words = 1 + random() % 9;
    for (std::size_t i = 0; i < words; ++i) {
        if (i > 0)
            title += QString(random() % 8 == 0 ? 2 : 1, u' ');
        title += QString(1 + static_cast<qsizetype>(random() % 14), u'w');
    }
    return title;
}

/// Width of the longer part at the best of all breaks, or of the whole where none is better.
double bestBreak(const QString& text) {
    double best = labelWidth(text);
    for (qsizetype i = 1; i < text.size(); ++i)
        if (text[i] == u' ')
            best = std::min(best, std::max(labelWidth(text.first(i)), labelWidth(text.sliced(i + 1))));
    return best;
}

/// Whether two lines of `available` hold title and date in full, broken anywhere.
bool twoLinesHold(const QString& title, const QString& date, double available) {
    if (labelWidth(title) <= available && dateWidth(date) <= available)
        return true;
    for (qsizetype i = 1; i < title.size(); ++i)
        if (title[i] == u' ' && labelWidth(title.first(i)) <= available &&
            labelWidth(title.sliced(i + 1)) + dateGap + dateWidth(date) <= available)
            return true;
    return false;
}

QString joined(const LabelShape& shape) {
    return shape.second.isEmpty() ? shape.first : shape.first + u' ' + shape.second;
}

void expectMeasured(const LabelShape& shape) {
    EXPECT_EQ(shape.firstWidth, labelWidth(shape.first));
    EXPECT_EQ(shape.secondWidth, labelWidth(shape.second));
    EXPECT_EQ(shape.dateWidth, dateWidth(shape.date));
}

/// The longest start of the text that fits with an ellipsis, found by trying all.
QString longestElided(const QString& text, double width) {
    if (labelWidth(text) <= width)
        return text;
    QString best;
    for (qsizetype length = 0; length < text.size(); ++length) {
        if (length > 0 && text[length - 1].isHighSurrogate())
            continue;
        const QString candidate = text.first(length).trimmed() + QChar(0x2026);
        if (labelWidth(candidate) <= width)
            best = candidate;
    }
    return best;
}

} // namespace

TEST(LabelShape, BreaksATextAtTheBestOfAllItsSpaces) {
    std::mt19937 random(1);
    for (int i = 0; i < 3000; ++i) {
        const QString title = randomTitle(random);
        const auto [first, second] = wrapInTwo(title, FontRole::Label, measurer);
        ASSERT_EQ(second.isEmpty() ? first : first + u' ' + second, title);
        ASSERT_EQ(std::max(labelWidth(first), labelWidth(second)), bestBreak(title)) << title.toStdString();
    }
}

TEST(LabelShape, LeavesATextWithoutSpacesWhole) {
    EXPECT_EQ(wrapInTwo(QString(), FontRole::Label, measurer), std::pair(QString(), QString()));
    const QString word(80, u'x');
    EXPECT_EQ(wrapInTwo(word, FontRole::Label, measurer), std::pair(word, QString()));
    EXPECT_EQ(wrapInTwo(u' ' + word, FontRole::Label, measurer), std::pair(u' ' + word, QString()));
}

TEST(LabelShape, IsOneLineWhereItFitsElseTwoWhereTheyHoldEverythingElseCut) {
    std::mt19937 random(2);
    int counts[4] = {};
    for (int i = 0; i < 20000; ++i) {
        const QString title = randomTitle(random);
        const QString date(static_cast<qsizetype>(random() % 24), u'd');
        const double available = 20.37 + static_cast<double>(random() % 700);
        const double gap = date.isEmpty() ? 0 : dateGap;
        const double whole = labelWidth(title) + gap + dateWidth(date);
        const LabelShape shape = shapeLabel(title, date, available, dateGap, measurer);
        ASSERT_LE(shape.width, available);
        expectMeasured(shape);
        if (whole <= available) {
            ++counts[0];
            ASSERT_EQ(shape.lines, 1);
            ASSERT_EQ(shape.width, whole);
        } else {
            ASSERT_EQ(shape.lines, 2);
        }
        const bool holds = whole <= available ||
                           (date.isEmpty() ? bestBreak(title) <= available : twoLinesHold(title, date, available));
        const bool brokenWord = !holds && !shape.cut; // which shows as much as two lines of whole words do not
        ASSERT_FALSE(holds && shape.cut) << title.toStdString() << " | " << date.toStdString() << " in " << available;
        if (brokenWord) {
            ++counts[3];
            ASSERT_EQ(shape.first + shape.second, title);
            ASSERT_EQ(shape.date, date);
        } else if (holds) {
            ++counts[1];
            ASSERT_EQ(joined(shape), title);
            ASSERT_EQ(shape.date, date);
        } else {
            ++counts[2];
            ASSERT_TRUE((joined(shape) + shape.date).contains(QChar(0x2026)) || shape.second.isEmpty());
        }
    }
    for (const int count : counts)
        EXPECT_GT(count, 20);
}

TEST(LabelShape, AWordWiderThanALineFillsTheFirstAndEndsInTheSecond) {
    const QString word(80, u'x');
    const double available = labelWidth(QString(50, u'x'));
    for (const QString& title : {word, QStringLiteral("1. ") + word}) {
        const LabelShape shape = shapeLabel(title, QString(), available, dateGap, measurer);
        EXPECT_FALSE(shape.cut);
        EXPECT_EQ(shape.first, title.first(50));
        EXPECT_EQ(shape.second, title.sliced(50));
    }
    const LabelShape cut = shapeLabel(word + word, QString(), available, dateGap, measurer);
    EXPECT_TRUE(cut.cut);
    EXPECT_EQ(cut.first, word.first(50));
    EXPECT_GT(cut.second.size(), 45);
    // Never within a character or a number.
    const QString family = QString::fromUtf8("\xF0\x9F\x91\xA8\xE2\x80\x8D\xF0\x9F\x91\xA9").repeated(40);
    EXPECT_EQ(shapeLabel(family, QString(), available, dateGap, measurer).first.size() % 5, 0);
    const QString number = QString(48, u'x') + QStringLiteral("2026") + word;
    EXPECT_EQ(shapeLabel(number, QString(), available, dateGap, measurer).first, QString(48, u'x'));
}

TEST(LabelShape, GivesTheSameShapeForTheWidthThatItTook) {
    std::mt19937 random(3);
    for (int i = 0; i < 2000; ++i) {
        const QString title = randomTitle(random);
        const QString date = QStringLiteral("27 January");
        const double available = 60 + static_cast<double>(random() % 500);
        const LabelShape shape = shapeLabel(title, date, available, dateGap, measurer);
        EXPECT_TRUE(shape.lines > 1 || shapeLabel(title, date, shape.width + 1, dateGap, measurer) == shape);
    }
}

TEST(LabelShape, WithoutLimitIsOneLine) {
    const QString title(5000, u'x');
    const LabelShape shape =
        shapeLabel(title, QStringLiteral("now"), std::numeric_limits<double>::infinity(), dateGap, measurer);
    EXPECT_EQ(shape.lines, 1);
    EXPECT_EQ(shape.first, title);
    EXPECT_FALSE(shape.cut);
}

TEST(LabelShape, ACutDateCountsAsCut) {
    const QString date = QStringLiteral("between 24 January and 28 February");
    const LabelShape shape = shapeLabel(QStringLiteral("Title"), date, 60, dateGap, measurer);
    EXPECT_TRUE(shape.cut);
    EXPECT_EQ(shape.first, QStringLiteral("Title"));
    EXPECT_TRUE(shape.date.endsWith(QChar(0x2026)));
}

TEST(Elided, KeepsAsMuchAsFits) {
    std::mt19937 random(4);
    const QString siren = QString::fromUtf8("\xF0\x9F\x9A\xA8");
    for (int i = 0; i < 500; ++i) {
        QString text = randomTitle(random);
        for (int k = 0; k < 4; ++k)
            text.insert(static_cast<qsizetype>(random() % static_cast<std::size_t>(text.size())), QStringLiteral("é"));
        text += siren + siren + text;
        for (double width = 0; width < 300; width += 17.3) {
            const QString shown = elided(text, width, FontRole::Label, measurer);
            ASSERT_EQ(shown, longestElided(text, width));
            ASSERT_FALSE(shown.size() > 1 && shown[shown.size() - 2].isHighSurrogate());
        }
    }
}

TEST(Elided, IsEmptyWhereNotEvenTheEllipsisFits) {
    EXPECT_EQ(elided(QStringLiteral("text"), 3, FontRole::Label, measurer), QString());
    EXPECT_EQ(elided(QStringLiteral("text"), -5, FontRole::Label, measurer), QString());
    EXPECT_EQ(elided(QString(), 0, FontRole::Label, measurer), QString());
}
