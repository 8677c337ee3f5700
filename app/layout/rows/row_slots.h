// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <vector>

namespace quoteline::layout {

/// What of the rows of a lane is taken, as stretches that may come in any order.
class RowSlots {
public:
    /// At most `rows` of them.
    explicit RowSlots(std::size_t rows)
        : m_most(rows) {}

    std::size_t used() const { return m_rows.size(); }
    /// Whether nothing in the row touches [left, right). Rows that are not in use yet are free.
    bool isFree(std::size_t row, double left, double right) const;
    /// The first row in which [left, right) is free; nothing where all are taken.
    std::optional<std::size_t> firstFree(double left, double right) const;
    /// Takes a free stretch of a row below the most there are.
    void take(std::size_t row, double left, double right);

private:
    std::size_t m_most;
    std::vector<std::map<double, double>> m_rows; ///< of each row its stretches, from left to right
};

} // namespace quoteline::layout
