// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/time/civil_time.h"
#include <cstdint>
#include <span>
#include <vector>

namespace quoteline::model {

/// Finds the half-open intervals that touch a window, in O(log n + found). Immutable after construction.
class IntervalIndex {
public:
    IntervalIndex() = default;
    /// `items` are numbers below starts.size() == ends.size(); only these are indexed.
    IntervalIndex(std::span<const std::uint32_t> items, std::span<const CivilMs> starts, std::span<const CivilMs> ends);

    std::size_t size() const { return m_items.size(); }
    /// Items with start < `to` and end > `from`, by ascending start, then in the order given.
    std::vector<std::uint32_t> touching(double from, double to) const;

private:
    void collect(std::size_t node, std::size_t begin, std::size_t end, std::size_t limit, double from,
                 std::vector<std::uint32_t>& found) const;

    std::vector<std::uint32_t> m_items; ///< by start
    std::vector<CivilMs> m_starts;      ///< of m_items
    std::vector<CivilMs> m_ends;        ///< of m_items
    std::vector<CivilMs> m_latest;      ///< latest end below each node of a binary heap of blocks
    std::size_t m_leaves = 0;
};

} // namespace quoteline::model
