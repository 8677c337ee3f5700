// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

namespace quoteline::model {

/// Finds a text in another in time that is linear in both, whatever they repeat (Knuth, Morris and Pratt 1977). Keeps a
/// view of the pattern.
class TextSearch {
public:
    /// Not empty, fewer than 2^32 code points.
    explicit TextSearch(std::u32string_view pattern);

    /// Calls `found(position)` for every occurrence in `text`, overlapping ones too, in order; ends when it returns
    /// false.
    void forEach(std::u32string_view text, const std::function<bool(std::size_t)>& found) const;

    /// Lengths of the beginnings of the pattern that `text` ends with, the longest first; never 0.
    std::vector<std::size_t> beginningsAtEnd(std::u32string_view text) const;

private:
    std::u32string_view m_pattern;
    std::vector<std::uint32_t> m_border; ///< of the first i + 1 code points: longest beginning that is also an end
};

} // namespace quoteline::model
