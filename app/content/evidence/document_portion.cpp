// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/content/evidence/document_portion.h"

#include "model/text/typography_folding.h"
#include <algorithm>

namespace quoteline::layout {

namespace {

qsizetype unitsOf(std::u32string_view text) {
    qsizetype units = 0;
    for (const char32_t character : text)
        units += character > 0xFFFF ? 2 : 1;
    return units;
}

/// The place after the last line break in [from, at), or `at`.
std::size_t lineBefore(std::u32string_view document, std::size_t from, std::size_t at) {
    for (std::size_t i = at; i > from; --i)
        if (document[i - 1] == U'\n')
            return i;
    return at;
}

/// The place after the first line break in [at, to), or `at`.
std::size_t lineAfter(std::u32string_view document, std::size_t at, std::size_t to) {
    for (std::size_t i = at; i < to; ++i)
        if (document[i] == U'\n')
            return i + 1;
    return at;
}

DocumentPortion portionOf(std::u32string_view document, std::size_t start, std::size_t end,
                          std::vector<DocumentMark> marks) {
    DocumentPortion portion{model::toQString(document.substr(start, end - start)), start, end, document.size(), {}};
    std::sort(marks.begin(), marks.end(),
              [](const DocumentMark& a, const DocumentMark& b) { return a.start < b.start; });
    std::size_t at = start;
    qsizetype unit = 0;
    for (const DocumentMark& mark : marks) {
        const std::size_t first = std::max(mark.start, start);
        const std::size_t last = std::min(mark.end, end);
        if (first >= last)
            continue;
        if (first < at) { // marks that overlap
            at = start;
            unit = 0;
        }
        unit += unitsOf(document.substr(at, first - at));
        at = first;
        portion.spans.push_back({unit, unitsOf(document.substr(first, last - first)), mark.kind});
    }
    return portion;
}

} // namespace

DocumentPortion portionAround(std::u32string_view document, std::vector<DocumentMark> marks, std::size_t most) {
    const std::size_t size = document.size();
    if (size <= most)
        return portionOf(document, 0, size, std::move(marks));
    std::size_t middle = 0;
    if (!marks.empty())
        middle = std::min(marks.front().start + (marks.front().end - marks.front().start) / 2, size);
    const std::size_t reach = most / 10;
    std::size_t start = middle > most / 2 ? std::min(middle - most / 2, size - most) : 0;
    std::size_t end = start + most;
    if (start > 0)
        start = lineAfter(document, start, start + reach);
    if (end < size)
        end = lineBefore(document, end - reach, end);
    return portionOf(document, start, end, std::move(marks));
}

DocumentPortion portionBefore(const DocumentPortion& portion, std::u32string_view document,
                              std::vector<DocumentMark> marks, std::size_t most) {
    if (portion.start == 0)
        return portionOf(document, portion.start, portion.end, std::move(marks));
    std::size_t start = portion.start > most ? portion.start - most : 0;
    if (start > 0)
        start = lineAfter(document, start, std::min(start + most / 10, portion.start - 1));
    return portionOf(document, start, portion.start, std::move(marks));
}

DocumentPortion portionAfter(const DocumentPortion& portion, std::u32string_view document,
                             std::vector<DocumentMark> marks, std::size_t most) {
    if (portion.end == document.size())
        return portionOf(document, portion.start, portion.end, std::move(marks));
    std::size_t end = std::min(portion.end + most, document.size());
    if (end < document.size())
        end = lineBefore(document, std::max(end - most / 10, portion.end), end);
    return portionOf(document, portion.end, end, std::move(marks));
}

} // namespace quoteline::layout
