// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/time/interval_index.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <limits>
#include <numeric>
#include <random>

using namespace quoteline::model;

namespace {

struct Intervals {
    std::vector<CivilMs> starts;
    std::vector<CivilMs> ends;
    std::vector<std::uint32_t> items;

    void add(CivilMs start, CivilMs length) {
        items.push_back(static_cast<std::uint32_t>(starts.size()));
        starts.push_back(start);
        ends.push_back(start + length);
    }
    IntervalIndex index() const { return {items, starts, ends}; }

    /// By definition: those that touch, in the order given, then by start.
    std::vector<std::uint32_t> touching(double from, double to) const {
        std::vector<std::uint32_t> found;
        for (const std::uint32_t item : items)
            if (static_cast<double>(starts[item]) < to && static_cast<double>(ends[item]) > from)
                found.push_back(item);
        std::stable_sort(found.begin(), found.end(), [&](auto a, auto b) { return starts[a] < starts[b]; });
        return found;
    }
};

/// Lengths of all kinds: mostly short, some empty, some very long; many equal starts.
Intervals randomIntervals(std::mt19937_64& random, std::size_t count, std::uint64_t range) {
    Intervals intervals;
    for (std::size_t i = 0; i < count; ++i) {
        const auto start = static_cast<CivilMs>(random() % range) - static_cast<CivilMs>(range / 2);
        const CivilMs lengths[] = {0, 1, static_cast<CivilMs>(random() % 20), static_cast<CivilMs>(random() % range)};
        const auto kind = random() % 40;
        intervals.add(start, lengths[kind < 3 ? kind : kind < 38 ? 2 : 3]);
    }
    return intervals;
}

} // namespace

TEST(IntervalIndex, FindsWhatBruteForceFinds) {
    std::mt19937_64 random(11);
    for (const std::size_t count : {0, 1, 2, 31, 32, 33, 64, 65, 100, 1000, 1025, 5000}) {
        for (const std::uint64_t range : {10, 1000, 100000}) {
            const Intervals intervals = randomIntervals(random, count, range);
            const IntervalIndex index = intervals.index();
            ASSERT_EQ(index.size(), count);
            for (int i = 0; i < 60; ++i) {
                const double from = static_cast<double>(random() % (2 * range)) - static_cast<double>(range) +
                                    static_cast<double>(random() % 4) / 4;
                const double width = static_cast<double>(random() % range) / static_cast<double>(1 + random() % 50);
                ASSERT_EQ(index.touching(from, from + width), intervals.touching(from, from + width))
                    << count << " intervals, [" << from << ", " << from + width << ")";
            }
        }
    }
}

TEST(IntervalIndex, IsOfHalfOpenIntervals) {
    Intervals intervals;
    intervals.add(100, 50);
    const IntervalIndex index = intervals.index();
    const std::vector<std::uint32_t> found{0};
    EXPECT_EQ(index.touching(0, 100), std::vector<std::uint32_t>());
    EXPECT_EQ(index.touching(0, 100.5), found);
    EXPECT_EQ(index.touching(149.5, 1000), found);
    EXPECT_EQ(index.touching(150, 1000), std::vector<std::uint32_t>());
    EXPECT_EQ(index.touching(120, 120), found); // an instant within
}

TEST(IntervalIndex, FindsALongIntervalThatBeganFarBefore) {
    Intervals intervals;
    for (int i = 0; i < 10000; ++i)
        intervals.add(i * 10, 5);
    intervals.add(-1000000, 3000000);
    const std::uint32_t last = 10000;
    EXPECT_EQ(intervals.index().touching(50001, 50002), (std::vector<std::uint32_t>{last, 5000}));
    EXPECT_EQ(intervals.index().touching(1e6, 1e6 + 1), (std::vector<std::uint32_t>{last}));
}

TEST(IntervalIndex, KeepsTheGivenOrderAmongEqualStarts) {
    Intervals intervals;
    for (int i = 0; i < 200; ++i)
        intervals.add(7, 1 + i % 3);
    std::reverse(intervals.items.begin(), intervals.items.end());
    EXPECT_EQ(intervals.index().touching(0, 100), intervals.items);
}

TEST(IntervalIndex, HoldsOnlyTheItemsThatItWasGiven) {
    Intervals intervals;
    for (int i = 0; i < 100; ++i)
        intervals.add(i, 10);
    intervals.items = {3, 50, 99, 4};
    EXPECT_EQ(intervals.index().size(), 4u);
    EXPECT_EQ(intervals.index().touching(-1e9, 1e9), (std::vector<std::uint32_t>{3, 4, 50, 99}));
}

TEST(IntervalIndex, OfNothingFindsNothing) {
    EXPECT_TRUE(IntervalIndex().touching(-1e18, 1e18).empty());
    EXPECT_EQ(IntervalIndex().size(), 0u);
    EXPECT_TRUE(Intervals().index().touching(-1e18, 1e18).empty());
}

TEST(IntervalIndex, TakesWindowsWithoutEnd) {
    Intervals intervals;
    intervals.add(std::numeric_limits<CivilMs>::min() / 4, 10);
    intervals.add(std::numeric_limits<CivilMs>::max() / 4, 10);
    const double infinity = std::numeric_limits<double>::infinity();
    EXPECT_EQ(intervals.index().touching(-infinity, infinity).size(), 2u);
    EXPECT_EQ(intervals.index().touching(0, infinity), (std::vector<std::uint32_t>{1}));
}
