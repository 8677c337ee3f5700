// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/view/timeline/view_history.h"

#include <gtest/gtest.h>
#include <random>

using namespace quoteline;
using layout::SeenView;
using ui::Pace;
using ui::ViewHistory;

namespace {

SeenView place(int number) {
    SeenView made;
    made.window = {number * 10.0, 5};
    made.scrollY = number;
    return made;
}

} // namespace

TEST(ViewHistory, BeginsWithNowhereToGo) {
    ViewHistory history(place(1));
    EXPECT_FALSE(history.canGoBack());
    EXPECT_FALSE(history.canGoForward());
    EXPECT_EQ(history.back(), std::nullopt);
    EXPECT_EQ(history.forward(), std::nullopt);
    EXPECT_EQ(history.current(), place(1));
}

TEST(ViewHistory, IsAListWithAPlaceInIt) {
    std::mt19937 random(5);
    std::uniform_int_distribution<int> choices(0, 4);
    ViewHistory history(place(0));
    std::vector<SeenView> list{place(0)}; // what it should be: everything in one list
    std::size_t at = 0;
    for (int i = 1; i < 20000; ++i) {
        const int choice = choices(random);
        if (choice < 2) {
            history.visit(place(i), Pace::Step, i);
            list.resize(at + 1);
            list.push_back(place(i));
            if (++at > ui::historyLength) {
                list.erase(list.begin());
                --at;
            }
        } else if (choice < 4) {
            const auto got = history.back();
            ASSERT_EQ(got.has_value(), at > 0);
            at -= at > 0 ? 1 : 0;
        } else {
            const auto got = history.forward();
            ASSERT_EQ(got.has_value(), at + 1 < list.size());
            at += got ? 1 : 0;
        }
        ASSERT_EQ(history.current(), list[at]);
        ASSERT_EQ(history.canGoBack(), at > 0);
        ASSERT_EQ(history.canGoForward(), at + 1 < list.size());
    }
}

TEST(ViewHistory, ForgetsTheOldestOfMoreThanTwoHundred) {
    ViewHistory history(place(0));
    for (int i = 1; i <= 300; ++i)
        history.visit(place(i), Pace::Step, i);
    int steps = 0;
    while (history.back())
        ++steps;
    EXPECT_EQ(steps, 200);
    EXPECT_EQ(history.current(), place(100));
}

TEST(ViewHistory, ARunOfContinuousChangesIsOnePlace) {
    ViewHistory history(place(0));
    qint64 now = 1000;
    for (int i = 1; i <= 50; ++i)
        history.visit(place(i), Pace::Continuous, now += ui::continuousPauseMs);
    EXPECT_EQ(history.back(), place(0));
    EXPECT_EQ(history.forward(), place(50));
}

TEST(ViewHistory, APauseEndsTheRun) {
    ViewHistory history(place(0));
    history.visit(place(1), Pace::Continuous, 1000);
    history.visit(place(2), Pace::Continuous, 1001 + ui::continuousPauseMs);
    EXPECT_EQ(history.back(), place(1));
    EXPECT_EQ(history.back(), place(0));
}

TEST(ViewHistory, AChangeOfAnotherPaceEndsTheRun) {
    ViewHistory history(place(0));
    history.visit(place(1), Pace::Continuous, 1000);
    history.visit(place(2), Pace::Typing, 1001);
    history.visit(place(3), Pace::Step, 1002);
    history.visit(place(4), Pace::Step, 1003);
    history.visit(place(5), Pace::Repeated, 1004);
    history.visit(place(6), Pace::Repeated, 1004 + ui::repeatPauseMs);
    for (const int number : {4, 3, 2, 1, 0})
        EXPECT_EQ(history.back(), place(number));
}

TEST(ViewHistory, GoingBackEndsTheRunToo) {
    ViewHistory history(place(0));
    history.visit(place(1), Pace::Step, 1000);
    history.visit(place(2), Pace::Continuous, 1001);
    EXPECT_EQ(history.back(), place(1));
    history.visit(place(3), Pace::Continuous, 1002);
    EXPECT_FALSE(history.canGoForward());
    EXPECT_EQ(history.back(), place(1));
}

TEST(ViewHistory, TheSamePlaceAgainIsNoStepAndKeepsWhatLiesAhead) {
    ViewHistory history(place(0));
    history.visit(place(1), Pace::Step, 1);
    ASSERT_TRUE(history.back());
    history.visit(place(0), Pace::Step, 2);
    EXPECT_FALSE(history.canGoBack());
    EXPECT_EQ(history.forward(), place(1));
}

TEST(ViewHistory, AFilterAloneIsAnotherPlace) {
    ViewHistory history(place(0));
    SeenView filtered = place(0);
    filtered.query.words = QStringLiteral("ice");
    history.visit(filtered, Pace::Typing, 1);
    EXPECT_EQ(history.back(), place(0));
    EXPECT_EQ(history.forward(), filtered);
}
