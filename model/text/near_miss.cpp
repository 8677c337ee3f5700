// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/text/near_miss.h"

#include "model/text/utf8_text.h"
#include <QList>
#include <algorithm>
#include <vector>

namespace quoteline::model {

namespace {

constexpr qsizetype maxShown = 60;

bool mayBeShown(char32_t c) {
    if (c == 0x200D) // zero width joiner: part of emoji, and harmless
        return true;
    switch (QChar::category(c)) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Other_Surrogate:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return false;
    default:
        return true;
    }
}

} // namespace

std::size_t editDistance(std::string_view a, std::string_view b, std::size_t limit) {
    const std::size_t tooFar = limit + 1;
    if (std::max(a.size(), b.size()) - std::min(a.size(), b.size()) > limit)
        return tooFar;
    std::vector<std::size_t> beforeLast(b.size() + 1);
    std::vector<std::size_t> last(b.size() + 1);
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j)
        last[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t replaced = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            row[j] = std::min({replaced, last[j] + 1, row[j - 1] + 1});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                row[j] = std::min(row[j], beforeLast[j - 2] + 1);
        }
        if (*std::min_element(row.begin(), row.end()) > limit)
            return tooFar;
        std::swap(beforeLast, last);
        std::swap(last, row);
    }
    return std::min(last[b.size()], tooFar);
}

std::size_t slipsAllowed(std::string_view word) {
    if (word.size() < 3)
        return 0;
    return word.size() <= 4 ? 1 : 2;
}

std::optional<std::string_view> nearest(std::string_view word, std::size_t count,
                                        const std::function<std::string_view(std::size_t)>& candidate) {
    constexpr std::size_t longestWord = 200; // nobody mistypes one letter of a page
    std::size_t allowed = slipsAllowed(word);
    std::optional<std::string_view> best;
    if (allowed == 0 || word.size() > longestWord)
        return best;
    for (std::size_t i = 0; i < count; ++i) {
        const std::string_view other = candidate(i);
        const std::size_t distance = editDistance(word, other, allowed);
        if (distance > allowed || other.empty())
            continue;
        best = other;
        if (distance <= 1)
            break;
        allowed = distance - 1; // from here on only a nearer one counts
    }
    return best;
}

QString shown(std::string_view text) {
    // A character has at most four bytes: no need to decode a text of any length.
    const QString decoded = fromUtf8(text.substr(0, static_cast<std::size_t>(maxShown + 1) * 4));
    QString result;
    qsizetype length = 0;
    for (const char32_t c : decoded.toUcs4()) {
        if (length++ == maxShown)
            return result + QChar(0x2026); // horizontal ellipsis
        const char32_t visible = mayBeShown(c) ? c : char32_t(0xFFFD);
        result += QString::fromUcs4(&visible, 1);
    }
    return result;
}

} // namespace quoteline::model
