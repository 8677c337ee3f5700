// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <bit>
#include <cstdint>
#include <functional>
#include <limits>
#include <optional>
#include <string_view>
#include <vector>

namespace quoteline::model {

/// Finds the index of an id among ids that are kept elsewhere: 4 to 8 bytes an id. `idOf(index)` gives the text of an
/// id.
template <typename IdOf>
class IdTable {
public:
    IdTable(std::size_t count, IdOf idOf)
        : m_slots(std::bit_ceil(count + count / 2 + 2), free)
        , m_idOf(std::move(idOf)) {}

    /// Adds the id of `index`; the index that has the same id already, in which case nothing is added.
    std::optional<std::uint32_t> add(std::uint32_t index) {
        std::uint32_t& slot = m_slots[slotOf(m_idOf(index))];
        if (slot != free)
            return slot;
        slot = index;
        return std::nullopt;
    }

    std::optional<std::uint32_t> find(std::string_view id) const {
        const std::uint32_t index = m_slots[slotOf(id)];
        return index == free ? std::nullopt : std::optional(index);
    }

private:
    static constexpr std::uint32_t free = std::numeric_limits<std::uint32_t>::max();

    // The slot of the id, or the free one where it belongs. More slots than ids, so the search ends.
    std::size_t slotOf(std::string_view id) const {
        const std::size_t mask = m_slots.size() - 1;
        std::size_t at = std::hash<std::string_view>{}(id)&mask;
        while (m_slots[at] != free && m_idOf(m_slots[at]) != id)
            at = (at + 1) & mask;
        return at;
    }

    std::vector<std::uint32_t> m_slots;
    IdOf m_idOf;
};

} // namespace quoteline::model
