// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/evidence/nearest_passage.h"

#include "model/text/text_search.h"
#include <QChar>
#include <algorithm>
#include <numeric>
#include <span>
#include <unordered_map>
#include <utility>

namespace quoteline::model {

namespace {

constexpr std::size_t mostWords = 500;
constexpr std::size_t mostStarts = 8;
constexpr std::size_t mostCharacters = 2000;

/// Words [first, last) of the document.
struct Candidate {
    std::size_t first = 0;
    std::size_t last = 0;
    std::size_t off = 0;
};

class Comparison {
public:
    Comparison(const PlainDocument& document, std::u32string_view quote)
        : m_document(document)
        , m_text(document.folded().text())
        , m_words(document.words())
        , m_quote(quote)
        , m_quoteWords(wordsOf(quote)) {}

    std::optional<NearestPassage> run() const {
        if (m_quoteWords.empty() || m_words.empty())
            return std::nullopt;
        std::optional<Candidate> best;
        for (const std::size_t start : likelyPlaces()) {
            const Candidate place = align(start);
            if (!best || place.off < best->off || (place.off == best->off && place.first < best->first))
                best = place;
        }
        if (!best || best->off * 3 > m_quoteWords.size() * 2 || best->first == best->last)
            return std::nullopt;
        return passageOf(*best);
    }

private:
    /// The first words of the windows, as long as the quote, that share the most words with it.
    std::vector<std::size_t> likelyPlaces() const {
        std::unordered_map<std::uint32_t, int> missing;
        for (const TextWord& word : m_quoteWords)
            ++missing[word.hash];
        const std::size_t width = std::min(m_quoteWords.size(), m_words.size());
        const std::size_t block = std::max<std::size_t>(width / 2, 1); // of neighbours only the best is compared
        struct Scored {
            std::size_t score;
            std::size_t start;
        };
        std::vector<Scored> bests;
        std::size_t score = 0;
        for (std::size_t i = 0; i < m_words.size(); ++i) {
            if (const auto in = missing.find(m_words[i].hash); in != missing.end() && in->second-- > 0)
                ++score;
            if (i + 1 < width)
                continue;
            const std::size_t start = i + 1 - width;
            if (start % block == 0)
                bests.push_back({score, start});
            else if (score > bests.back().score)
                bests.back() = {score, start};
            if (const auto out = missing.find(m_words[start].hash); out != missing.end() && out->second++ >= 0)
                --score;
        }
        std::stable_sort(bests.begin(), bests.end(),
                         [](const Scored& a, const Scored& b) { return a.score > b.score; });
        std::vector<std::size_t> starts;
        for (const Scored& each : bests)
            if (each.score > 0 && starts.size() < mostStarts)
                starts.push_back(each.start);
        return starts;
    }

    std::u32string_view ourText(std::size_t i) const {
        return m_quote.substr(m_quoteWords[i].start, m_quoteWords[i].end - m_quoteWords[i].start);
    }

    static bool isPunctuation(std::u32string_view text) {
        return std::none_of(text.begin(), text.end(), [](char32_t c) { return QChar::isLetterOrNumber(c); });
    }
    /// How many characters `theirs` has before (after) `ours`, where they are punctuation; nothing where it is
    /// different.
    static std::optional<std::size_t> edgeBefore(std::u32string_view theirs, std::u32string_view ours) {
        const std::size_t more = theirs.size() - std::min(theirs.size(), ours.size());
        return theirs.ends_with(ours) && isPunctuation(theirs.substr(0, more)) ? std::optional(more) : std::nullopt;
    }
    static std::optional<std::size_t> edgeAfter(std::u32string_view theirs, std::u32string_view ours) {
        const std::size_t more = theirs.size() - std::min(theirs.size(), ours.size());
        return theirs.starts_with(ours) && isPunctuation(theirs.substr(ours.size())) ? std::optional(more)
                                                                                     : std::nullopt;
    }

    /// Whether word `i` of the quote is this one; at its edges the document may have punctuation that it lacks.
    bool same(std::size_t i, const TextWord& word) const {
        const std::u32string_view ours = ourText(i);
        const std::u32string_view theirs = m_text.substr(word.start, word.end - word.start);
        if (m_quoteWords[i].hash == word.hash)
            return ours == theirs;
        return (i == 0 && edgeBefore(theirs, ours)) || (i + 1 == m_quoteWords.size() && edgeAfter(theirs, ours));
    }

    /// The passage from one word to another, without the punctuation that same() left aside.
    TextSpan passageBetween(const TextWord& first, const TextWord& last) const {
        const auto text = [this](const TextWord& word) { return m_text.substr(word.start, word.end - word.start); };
        const TextSpan inner{first.start + edgeBefore(text(first), ourText(0)).value_or(0),
                             last.end - edgeAfter(text(last), ourText(m_quoteWords.size() - 1)).value_or(0)};
        return inner.start < inner.end ? inner : TextSpan{first.start, last.end}; // a word of punctuation alone
    }

    /// The words around `start` that take the fewest changes to become the quote.
    Candidate align(std::size_t start) const {
        const std::size_t length = m_quoteWords.size();
        const std::size_t first = start - std::min(start, length / 2 + 1);
        const std::size_t last = std::min(m_words.size(), start + length + length / 2 + 1);
        const std::span<const TextWord> theirs(m_words.data() + first, last - first);
        struct Cell {
            std::size_t off = 0;
            std::size_t from = 0;
        };
        std::vector<Cell> row(theirs.size() + 1);
        for (std::size_t j = 0; j < row.size(); ++j)
            row[j].from = j; // may begin anywhere
        for (std::size_t i = 0; i < length; ++i) {
            Cell diagonal = row[0];
            ++row[0].off;
            for (std::size_t j = 1; j < row.size(); ++j) {
                Cell best{diagonal.off + (same(i, theirs[j - 1]) ? 0 : 1), diagonal.from};
                if (row[j].off + 1 < best.off)
                    best = {row[j].off + 1, row[j].from};
                if (row[j - 1].off + 1 < best.off)
                    best = {row[j - 1].off + 1, row[j - 1].from};
                diagonal = row[j];
                row[j] = best;
            }
        }
        return bestEnd(row, first);
    }

    /// Of equals that begin at one word the longest: a word of the document in the place of another is no word too few.
    template <typename Cells>
    Candidate bestEnd(const Cells& row, std::size_t first) const {
        std::optional<Candidate> best;
        for (std::size_t j = 0; j < row.size(); ++j) {
            const Candidate place{first + row[j].from, first + j, row[j].off};
            if (!best || place.off < best->off || (place.off == best->off && place.first == best->first))
                best = place;
        }
        return *best;
    }

    NearestPassage passageOf(const Candidate& place) const {
        const TextSpan folded = passageBetween(m_words[place.first], m_words[place.last - 1]);
        NearestPassage nearest{m_document.folded().widened(folded), place.off, m_quoteWords.size(), std::nullopt};
        if (folded.size() <= mostCharacters && m_quote.size() <= mostCharacters)
            nearest.charactersOff = changedCharacters(m_text.substr(folded.start, folded.size()));
        return nearest;
    }

    /// Edit distance of the quote and `passage`.
    std::size_t changedCharacters(std::u32string_view passage) const {
        std::vector<std::size_t> row(passage.size() + 1);
        std::iota(row.begin(), row.end(), std::size_t{0});
        for (const char32_t c : m_quote) {
            std::size_t diagonal = row[0]++;
            for (std::size_t j = 1; j < row.size(); ++j) {
                const std::size_t best =
                    std::min({diagonal + (c == passage[j - 1] ? 0 : 1), row[j] + 1, row[j - 1] + 1});
                diagonal = std::exchange(row[j], best);
            }
        }
        return row.back();
    }

    const PlainDocument& m_document;
    std::u32string_view m_text;
    const std::vector<TextWord>& m_words;
    std::u32string_view m_quote;
    std::vector<TextWord> m_quoteWords;
};

/// The first mostWords words of the quote that do not stand in the text; the very first ones where all stand somewhere.
std::u32string_view firstMissing(std::u32string_view text, std::u32string_view quote) {
    const std::vector<TextWord> words = wordsOf(quote);
    const auto piece = [&](std::size_t first) {
        const std::size_t last = std::min(first + mostWords, words.size()) - 1;
        return quote.substr(words[first].start, words[last].end - words[first].start);
    };
    if (words.size() <= mostWords)
        return quote;
    for (std::size_t first = 0; first < words.size(); first += mostWords) {
        bool stands = false;
        TextSearch(piece(first)).forEach(text, [&stands](std::size_t) {
            stands = true;
            return false;
        });
        if (!stands)
            return piece(first);
    }
    return piece(0);
}

} // namespace

std::optional<NearestPassage> nearestPassage(const PlainDocument& document, std::u32string_view quote) {
    return Comparison(document, firstMissing(document.folded().text(), quote)).run();
}

} // namespace quoteline::model
