// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/time/interval_index.h"

#include <algorithm>
#include <bit>
#include <limits>
#include <numeric>

namespace quoteline::model {

namespace {
constexpr std::size_t blockSize = 32; // intervals below one leaf: a scan of them costs less than five more levels
}

IntervalIndex::IntervalIndex(std::span<const std::uint32_t> items, std::span<const CivilMs> starts,
                             std::span<const CivilMs> ends)
    : m_items(items.begin(), items.end()) {
    const auto earlier = [&](auto a, auto b) { return starts[a] < starts[b]; };
    if (!std::is_sorted(m_items.begin(), m_items.end(), earlier))
        std::stable_sort(m_items.begin(), m_items.end(), earlier);
    m_starts.reserve(m_items.size());
    m_ends.reserve(m_items.size());
    for (const std::uint32_t item : m_items) {
        m_starts.push_back(starts[item]);
        m_ends.push_back(ends[item]);
    }
    m_leaves = std::bit_ceil(std::max<std::size_t>(1, (m_items.size() + blockSize - 1) / blockSize));
    m_latest.assign(2 * m_leaves, std::numeric_limits<CivilMs>::min());
    for (std::size_t i = 0; i < m_items.size(); ++i) {
        CivilMs& latest = m_latest[m_leaves + i / blockSize];
        latest = std::max(latest, m_ends[i]);
    }
    for (std::size_t node = m_leaves - 1; node >= 1; --node)
        m_latest[node] = std::max(m_latest[2 * node], m_latest[2 * node + 1]);
}

std::vector<std::uint32_t> IntervalIndex::touching(double from, double to) const {
    std::vector<std::uint32_t> found;
    const auto before = [](CivilMs start, double limit) { return static_cast<double>(start) < limit; };
    const auto limit = std::lower_bound(m_starts.begin(), m_starts.end(), to, before) - m_starts.begin();
    if (limit > 0)
        collect(1, 0, m_leaves * blockSize, static_cast<std::size_t>(limit), from, found);
    return found;
}

void IntervalIndex::collect(std::size_t node, std::size_t begin, std::size_t end, std::size_t limit, double from,
                            std::vector<std::uint32_t>& found) const {
    if (begin >= limit || static_cast<double>(m_latest[node]) <= from)
        return;
    if (node >= m_leaves) {
        for (std::size_t i = begin; i < std::min(end, limit); ++i)
            if (static_cast<double>(m_ends[i]) > from)
                found.push_back(m_items[i]);
        return;
    }
    const std::size_t middle = begin + (end - begin) / 2;
    collect(2 * node, begin, middle, limit, from, found);
    collect(2 * node + 1, middle, end, limit, from, found);
}

} // namespace quoteline::model
