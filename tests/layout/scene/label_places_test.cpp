// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/scene/label_places.h"

#include "tests/support/fixed_measurer.h"
#include <gtest/gtest.h>
#include <random>

using namespace quoteline::layout;
using quoteline::test::fixedMeasurer;

namespace {

const Sizes plain(1);
constexpr RowEdges edges{100, 1100, false};

RowItem itemWith(LabelSide side, Span marks, const QString& title, const QString& date = {}) {
    RowItem made{
        0, side, 1, marks, marks, title, FontRole::Label, shapeLabel(title, date, 5000, plain.dateGap, fixedMeasurer)};
    return made;
}

std::optional<LabelPlace> onlyPlaceOf(const RowItem& one) {
    return placeLabels({one}, edges, plain, fixedMeasurer).front();
}

QString wordsOf(const LabelPlace& place) {
    return place.shape.first + place.shape.second;
}

const QString longTitle = QStringLiteral("The committee publishes the letter");
const QString someDate = QStringLiteral("27 January");

} // namespace

TEST(LabelPlaces, AreThoseThatTheRowHasKeptWhereNothingIsInTheWay) {
    const auto right = onlyPlaceOf(itemWith(LabelSide::Right, {300, 312}, longTitle, someDate));
    ASSERT_TRUE(right);
    EXPECT_EQ(right->left, 312 + plain.labelGap);
    EXPECT_EQ(right->shape.date, someDate);
    const auto left = onlyPlaceOf(itemWith(LabelSide::Left, {900, 912}, longTitle, someDate));
    ASSERT_TRUE(left);
    EXPECT_EQ(left->left + left->shape.width, 900 - plain.labelGap);
    const auto inside = onlyPlaceOf(itemWith(LabelSide::Inside, {-500, 1500}, longTitle));
    ASSERT_TRUE(inside);
    EXPECT_EQ(inside->left, edges.left + plain.labelGap) << "in the part that is in view";
}

TEST(LabelPlaces, TakeTheOtherSideAtAnEdge) {
    const auto place = onlyPlaceOf(itemWith(LabelSide::Right, {1050, 1062}, longTitle, someDate));
    ASSERT_TRUE(place);
    EXPECT_EQ(place->side, LabelSide::Left);
    EXPECT_EQ(place->left + place->shape.width, 1050 - plain.labelGap);
    EXPECT_EQ(place->shape.date, someDate);
    const auto other = onlyPlaceOf(itemWith(LabelSide::Left, {120, 132}, longTitle, someDate));
    ASSERT_TRUE(other);
    EXPECT_EQ(other->side, LabelSide::Right);
}

TEST(LabelPlaces, OfABarThatBeganBeforeTheWindowBeginAtItsEdge) {
    const auto over = onlyPlaceOf(itemWith(LabelSide::Over, {-400, 120}, longTitle));
    ASSERT_TRUE(over);
    EXPECT_EQ(over->left, edges.left + plain.labelGap);
    EXPECT_EQ(wordsOf(*over), longTitle) << "it may be longer than what is seen of the bar";
}

TEST(LabelPlaces, GiveUpTheirDateThenAPartOfTheTitleThenAllOfIt) {
    const double full = fixedMeasurer.width(longTitle, FontRole::Label);
    const double dated = full + plain.dateGap + fixedMeasurer.width(someDate, FontRole::Date);
    const RowItem mark = itemWith(LabelSide::Right, {100, 112}, longTitle, someDate);
    const double begin = 112 + plain.labelGap;
    std::size_t withDate = 0;
    std::size_t whole = 0;
    std::size_t cut = 0;
    std::size_t none = 0;
    // A neighbour that comes nearer and nearer.
    for (double room = dated + 30; room > 0; room -= 3) {
        const double next = begin + room + plain.itemGap;
        RowItem beyond = mark;
        beyond.label = shapeLabel(longTitle, someDate, 5000, plain.dateGap, fixedMeasurer);
        beyond.marks.left = 90; // its own label would begin where it is, but the window cuts its mark
        beyond.marks.right = 112;
        beyond.side = LabelSide::Left; // no room there at all
        const auto place = placeLabels({beyond, itemWith(LabelSide::Right, {next, next + 4}, QStringLiteral("x"))},
                                       edges, plain, fixedMeasurer)
                               .front();
        if (!place) {
            ++none;
            EXPECT_LT(room, full);
            continue;
        }
        EXPECT_LE(place->left + place->shape.width, begin + room + 0.01);
        EXPECT_GE(fixedMeasurer.width(place->shape.first, FontRole::Label), full / 2 - 0.01);
        if (!place->shape.date.isEmpty()) {
            ++withDate;
            EXPECT_GE(room + 0.01, dated);
        } else if (place->shape.cut) {
            ++cut;
            EXPECT_LT(room, full);
        } else {
            ++whole;
            EXPECT_LT(room, dated + 0.01);
        }
        EXPECT_EQ(none, 0U) << "a wider room had no label";
    }
    EXPECT_GT(withDate, 0U);
    EXPECT_GT(whole, 0U);
    EXPECT_GT(cut, 0U);
    EXPECT_GT(none, 0U);
}

TEST(LabelPlaces, AreNoneForMarksOutOfSightAndForEventsBesideTheWindow) {
    EXPECT_FALSE(onlyPlaceOf(itemWith(LabelSide::Right, {20, 32}, longTitle)));
    EXPECT_FALSE(onlyPlaceOf(itemWith(LabelSide::Left, {1130, 1142}, longTitle)));
    RowItem beside = itemWith(LabelSide::Right, {300, 312}, longTitle);
    beside.label.reset();
    EXPECT_FALSE(onlyPlaceOf(beside));
}

TEST(LabelPlaces, NeverReachBeyondTheWindowNorOverANeighbour) {
    std::mt19937 random(2);
    std::size_t labels = 0;
    for (int round = 0; round < 3000; ++round) {
        // A row as packing makes it: each item and its label clear of the next.
        std::vector<RowItem> row;
        double x = -900 + static_cast<double>(random() % 400);
        while (x < 1700) {
            const double width = random() % 3 == 0 ? static_cast<double>(20 + random() % 700) : 12;
            const QString words = longTitle.left(5 + static_cast<qsizetype>(random() % 30)).trimmed();
            const double label = fixedMeasurer.width(words, FontRole::Label) + plain.labelGap;
            const auto side = static_cast<LabelSide>(random() % 2);
            const double left = side == LabelSide::Left ? x + label : x;
            const bool inside = width > label + 20 && random() % 2 == 0;
            row.push_back(itemWith(inside ? LabelSide::Inside : side, {left, left + width}, words));
            x = left + width + (side == LabelSide::Right ? label : 0) + plain.itemGap +
                static_cast<double>(random() % 60);
        }
        const auto places = placeLabels(row, edges, plain, fixedMeasurer);
        double taken = -1e9;
        for (std::size_t i = 0; i < row.size(); ++i) {
            if (!places[i])
                continue;
            ++labels;
            const Span label{places[i]->left, places[i]->left + places[i]->shape.width};
            ASSERT_GE(label.left, edges.left - 0.01);
            ASSERT_LE(label.right, edges.right + 0.01);
            ASSERT_GE(label.left, taken);
            taken = label.right;
            for (std::size_t j = 0; j < row.size(); ++j) {
                const bool own = i == j && places[i]->side == LabelSide::Inside;
                ASSERT_TRUE(own || label.right <= row[j].marks.left + 0.01 || label.left >= row[j].marks.right - 0.01)
                    << "over the mark of " << j;
            }
        }
    }
    EXPECT_GT(labels, 3000U);
}
