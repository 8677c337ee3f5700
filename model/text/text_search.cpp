// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/text/text_search.h"

#include <algorithm>

namespace quoteline::model {

TextSearch::TextSearch(std::u32string_view pattern)
    : m_pattern(pattern)
    , m_border(pattern.size(), 0) {
    std::uint32_t length = 0;
    for (std::size_t i = 1; i < pattern.size(); ++i) {
        while (length > 0 && pattern[i] != pattern[length])
            length = m_border[length - 1];
        if (pattern[i] == pattern[length])
            ++length;
        m_border[i] = length;
    }
}

void TextSearch::forEach(std::u32string_view text, const std::function<bool(std::size_t)>& found) const {
    std::size_t length = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (length == 0) { // most of the time is spent here
            i = text.find(m_pattern.front(), i);
            if (i == std::u32string_view::npos)
                return;
        }
        while (length > 0 && text[i] != m_pattern[length])
            length = m_border[length - 1];
        if (text[i] == m_pattern[length])
            ++length;
        if (length < m_pattern.size())
            continue;
        if (!found(i + 1 - length))
            return;
        length = m_border[length - 1];
    }
}

std::vector<std::size_t> TextSearch::beginningsAtEnd(std::u32string_view text) const {
    std::size_t length = 0;
    const std::size_t first = text.size() - std::min(text.size(), m_pattern.size());
    for (const char32_t c : text.substr(first)) {
        while (length > 0 && (length == m_pattern.size() || c != m_pattern[length]))
            length = m_border[length - 1];
        if (c == m_pattern[length])
            ++length;
    }
    std::vector<std::size_t> lengths;
    for (; length > 0; length = m_border[length - 1])
        lengths.push_back(length);
    return lengths;
}

} // namespace quoteline::model
