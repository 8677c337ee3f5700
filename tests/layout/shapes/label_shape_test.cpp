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
    int counts[3] = {};
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
        ASSERT_EQ(holds, !shape.cut) << title.toStdString() << " | " << date.toStdString() << " in " << available;
        if (holds) {
            ++counts[1];
            ASSERT_EQ(joined(shape), title);
            ASSERT_EQ(shape.date, date);
        } else {
            ++counts[2];
            ASSERT_TRUE((joined(shape) + shape.date).contains(QChar(0x2026)));
        }
    }
    for (const int count : counts)
        EXPECT_GT(count, 20);
}

TEST(LabelShape, AWordWiderThanALineIsShortenedAndNeverBroken) {
    const QString word(80, u'x');
    const double available = labelWidth(QString(50, u'x'));
    const LabelShape alone = shapeLabel(word, QString(), available, dateGap, measurer);
    EXPECT_TRUE(alone.cut);
    EXPECT_EQ(alone.first, word.first(49) + QChar(0x2026));
    EXPECT_EQ(alone.second, QString());
    const LabelShape numbered = shapeLabel(QStringLiteral("1. ") + word, QString(), available, dateGap, measurer);
    EXPECT_EQ(numbered.first, QStringLiteral("1."));
    EXPECT_EQ(numbered.second, word.first(49) + QChar(0x2026));
    // Nothing of a second word beside a date: the first line says that there is more.
    const QString words = QString(49, u'x') + QStringLiteral(" yyyyyyyy");
    const QString date(56, u'd');
    const LabelShape dated = shapeLabel(words, date, available, dateGap, measurer);
    EXPECT_TRUE(dated.cut);
    EXPECT_EQ(dated.first, QString(49, u'x') + QChar(0x2026));
    EXPECT_EQ(dated.second, QString());
    EXPECT_EQ(dated.date, date);
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

TEST(Elided, IsEmptyWhereNotEvenTheEllipsisFits) {
    EXPECT_EQ(elided(QStringLiteral("text"), 3, FontRole::Label, measurer), QString());
    EXPECT_EQ(elided(QStringLiteral("text"), -5, FontRole::Label, measurer), QString());
    EXPECT_EQ(elided(QString(), 0, FontRole::Label, measurer), QString());
}
