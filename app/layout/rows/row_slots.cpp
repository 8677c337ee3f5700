// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/rows/row_slots.h"

#include <algorithm>

namespace quoteline::layout {

bool RowSlots::isFree(std::size_t row, double left, double right) const {
    if (row >= m_rows.size())
        return row < m_most;
    const std::map<double, double>& taken = m_rows[row];
    const auto next = taken.lower_bound(right);
    return next == taken.begin() || std::prev(next)->second <= left;
}

std::optional<std::size_t> RowSlots::firstFree(double left, double right) const {
    for (std::size_t row = 0; row < m_rows.size(); ++row)
        if (isFree(row, left, right))
            return row;
    return m_rows.size() < m_most ? std::optional(m_rows.size()) : std::nullopt;
}

void RowSlots::take(std::size_t row, double left, double right) {
    m_rows.resize(std::max(m_rows.size(), row + 1));
    m_rows[row].emplace(left, std::max(left, right));
}

} // namespace quoteline::layout
