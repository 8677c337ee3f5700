// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/evidence/quote_marks.h"

#include <algorithm>
#include <utility>

namespace quoteline::model {

namespace {

/// Takes a quote apart.
class Splitter {
public:
    Splitter(std::u32string_view quote, PartMarks marks)
        : m_quote(quote)
        , m_marks(marks) {}

    /// Empty when there are no marks of each kind asked for.
    std::vector<QuotePart> run() {
        for (std::size_t at = 0; at < m_quote.size();) {
            if (const std::size_t end = ellipsisEnd(at); m_marks.ellipses && end > at) {
                m_foundEllipsis = true;
                endRun(at, end);
                endPart();
                at = end;
            } else if (const std::size_t close = end == at ? bracketEnd(at) : at; close > at) {
                m_foundBracket = true;
                endRun(at, close);
                at = close;
            } else {
                at = std::max(end, at + 1);
            }
        }
        endRun(m_quote.size(), m_quote.size());
        endPart();
        if (m_foundEllipsis != m_marks.ellipses || m_foundBracket != m_marks.brackets)
            m_parts.clear();
        return std::move(m_parts);
    }

private:
    /// The end of "...", "[...]" or "[ ... ]" at `at`; `at` itself where there is none.
    std::size_t ellipsisEnd(std::size_t at) const {
        const bool bracket = m_quote[at] == U'[';
        std::size_t end = bracket ? m_quote.find_first_not_of(U' ', at + 1) : at;
        if (end == std::u32string_view::npos)
            return at;
        const std::size_t dots = end;
        end = std::min(m_quote.find_first_not_of(U'.', dots), m_quote.size());
        if (end - dots < 3)
            return at;
        if (!bracket)
            return end;
        end = m_quote.find_first_not_of(U' ', end);
        return end != std::u32string_view::npos && m_quote[end] == U']' ? end + 1 : at;
    }

    /// The end of "[words]" at `at`, brackets inside of it included; `at` itself where there is none.
    std::size_t bracketEnd(std::size_t at) {
        if (!m_marks.brackets || m_quote[at] != U'[' || at < m_unclosed)
            return at;
        std::size_t depth = 0;
        for (std::size_t i = at; i < m_quote.size(); ++i) {
            if (m_quote[i] == U'[')
                ++depth;
            else if (m_quote[i] == U']' && --depth == 0)
                return i + 1;
        }
        m_unclosed = m_quote.size(); // whatever follows is inside of a bracket that nothing closes
        return at;
    }

    /// A mark stands at [mark, next).
    void endRun(std::size_t mark, std::size_t next) {
        std::u32string_view text = m_quote.substr(m_start, mark - m_start);
        const bool first = m_start == 0;
        const bool last = mark == m_quote.size();
        const auto begin = std::min(text.find_first_not_of(U' '), text.size());
        text.remove_prefix(begin);
        const auto end = text.find_last_not_of(U' ');
        const std::size_t trailing = text.size() - (end == std::u32string_view::npos ? 0 : end + 1);
        text.remove_suffix(trailing);
        if (!text.empty())
            m_part.push_back({text, !first && begin > 0, !last && trailing > 0});
        m_start = next;
    }
    void endPart() {
        if (!m_part.empty())
            m_parts.push_back(std::move(m_part));
        m_part.clear();
    }

    std::u32string_view m_quote;
    PartMarks m_marks;
    std::size_t m_start = 0;
    std::size_t m_unclosed = 0;
    bool m_foundEllipsis = false;
    bool m_foundBracket = false;
    QuotePart m_part;
    std::vector<QuotePart> m_parts;
};

} // namespace

std::vector<QuotePart> splitAtMarks(std::u32string_view quote, PartMarks marks) {
    return Splitter(quote, marks).run();
}

} // namespace quoteline::model
