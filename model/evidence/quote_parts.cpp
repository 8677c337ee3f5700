// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/evidence/quote_parts.h"

#include "model/evidence/quote_check.h"
#include "model/evidence/quote_marks.h"
#include "model/text/text_search.h"
#include <QChar>
#include <algorithm>

namespace quoteline::model {

namespace {

constexpr std::size_t mostReplacedWords = 8;
constexpr std::size_t mostReplaced = 400; // code points
constexpr std::size_t mostLooks = 10000;

bool isWordCharacter(char32_t c) {
    return QChar::isLetterOrNumber(c) || QChar::isMark(c);
}

/// Places of the runs of a part.
using PartSpans = std::vector<TextSpan>;

class PartFinder {
public:
    PartFinder(const PlainDocument& document, const QuotePart& part)
        : m_document(document)
        , m_text(document.folded().text())
        , m_part(part) {
        for (const QuoteRun& run : part)
            m_searches.emplace_back(run.text);
    }

    /// In the order of the text.
    std::vector<PartSpans> run() const {
        std::size_t anchor = 0; // the run with the most words, at which the search begins
        for (std::size_t i = 1; i < m_part.size(); ++i)
            if (wordCount(m_part[i].text) > wordCount(m_part[anchor].text))
                anchor = i;
        std::vector<PartSpans> places;
        if (wordCount(m_part[anchor].text) < fewestWords)
            return places;
        std::size_t looked = 0;
        m_searches[anchor].forEach(m_text, [&](std::size_t at) {
            if (stands(anchor, at))
                if (auto place = around(anchor, at))
                    places.push_back(*std::move(place));
            return ++looked < mostLooks;
        });
        return places;
    }

private:
    TextSpan spanAt(std::size_t run, std::size_t at) const { return {at, at + m_part[run].text.size()}; }

    /// Whether the run, found at `at`, begins and ends with whole characters, and words where it has to.
    bool stands(std::size_t run, std::size_t at) const {
        const TextSpan span = spanAt(run, at);
        if (m_part[run].wordStarts && insideOfWord(span.start))
            return false;
        if (m_part[run].wordEnds && insideOfWord(span.end))
            return false;
        const auto original = m_document.folded().original(span);
        return original && isCharacterBorder(m_document.text(), original->start) &&
               isCharacterBorder(m_document.text(), original->end);
    }
    bool insideOfWord(std::size_t at) const {
        return at > 0 && at < m_text.size() && isWordCharacter(m_text[at - 1]) && isWordCharacter(m_text[at]);
    }

    bool mayBeReplaced(std::size_t start, std::size_t end) const {
        return wordCount(m_text.substr(start, end - start)) <= mostReplacedWords;
    }

    std::optional<PartSpans> around(std::size_t anchor, std::size_t at) const {
        PartSpans place(m_part.size());
        place[anchor] = spanAt(anchor, at);
        for (std::size_t i = anchor + 1; i < m_part.size(); ++i) {
            const auto next = firstAfter(i, place[i - 1].end);
            if (!next)
                return std::nullopt;
            place[i] = spanAt(i, *next);
        }
        for (std::size_t i = anchor; i-- > 0;) {
            const auto before = lastBefore(i, place[i + 1].start);
            if (!before)
                return std::nullopt;
            place[i] = spanAt(i, *before);
        }
        return place;
    }

    std::optional<std::size_t> firstAfter(std::size_t run, std::size_t end) const {
        std::optional<std::size_t> found;
        m_searches[run].forEach(m_text.substr(end, mostReplaced + m_part[run].text.size()), [&](std::size_t at) {
            if (stands(run, end + at) && mayBeReplaced(end, end + at))
                found = end + at;
            return !found;
        });
        return found;
    }
    std::optional<std::size_t> lastBefore(std::size_t run, std::size_t start) const {
        const std::size_t from = start - std::min(start, mostReplaced + m_part[run].text.size());
        std::optional<std::size_t> found;
        m_searches[run].forEach(m_text.substr(from, start - from), [&](std::size_t at) {
            if (stands(run, from + at) && mayBeReplaced(spanAt(run, from + at).end, start))
                found = from + at;
            return true;
        });
        return found;
    }

    const PlainDocument& m_document;
    std::u32string_view m_text;
    const QuotePart& m_part;
    std::vector<TextSearch> m_searches;
};

std::size_t startOf(const PartSpans& place) {
    return place.front().start;
}
std::size_t endOf(const PartSpans& place) {
    return place.back().end;
}

/// One place for each part, in order; empty when there are none. See findParts() for which.
std::vector<PartSpans> inOrder(const std::vector<std::vector<PartSpans>>& places) {
    std::vector<PartSpans> chosen;
    std::size_t after = 0;
    for (const auto& of : places) {
        const PartSpans* first = nullptr; // the one that ends first
        for (const PartSpans& place : of)
            if (startOf(place) >= after && (!first || endOf(place) < endOf(*first)))
                first = &place;
        if (!first)
            return {};
        chosen.push_back(*first);
        after = endOf(*first);
    }
    for (std::size_t i = places.size() - 1; i-- > 0;)
        for (const PartSpans& place : places[i])
            if (endOf(place) <= startOf(chosen[i + 1]) && startOf(place) > startOf(chosen[i]))
                chosen[i] = place;
    return chosen;
}

/// inOrder() of the places beside the context, as far as there are such.
std::vector<PartSpans> inContext(std::u32string_view text, const std::vector<std::vector<PartSpans>>& places,
                                 const FoldedContext& context) {
    const auto only = [](std::vector<PartSpans> of, const auto& wanted) {
        std::erase_if(of, [&](const PartSpans& place) { return !wanted(place); });
        return of;
    };
    auto first = places;
    first.front() = only(places.front(), [&](const PartSpans& place) {
        return text.substr(0, startOf(place)).ends_with(context.prefix);
    });
    auto both = first;
    both.back() = only(first.back(),
                       [&](const PartSpans& place) { return text.substr(endOf(place)).starts_with(context.suffix); });
    auto last = places;
    last.back() = only(places.back(),
                       [&](const PartSpans& place) { return text.substr(endOf(place)).starts_with(context.suffix); });
    using Places = std::vector<std::vector<PartSpans>>;
    for (const Places* choice : std::initializer_list<const Places*>{&both, &first, &last, &places})
        if (auto chosen = inOrder(*choice); !chosen.empty())
            return chosen;
    return {};
}

FoundParts found(std::u32string_view text, const std::vector<PartSpans>& chosen) {
    FoundParts parts;
    for (const PartSpans& place : chosen)
        parts.passages.insert(parts.passages.end(), place.begin(), place.end());
    for (std::size_t i = 1; i < parts.passages.size(); ++i) {
        TextSpan gap{parts.passages[i - 1].end, parts.passages[i].start};
        while (gap.size() > 0 && text[gap.start] == U' ')
            ++gap.start;
        while (gap.size() > 0 && text[gap.end - 1] == U' ')
            --gap.end;
        if (gap.size() > 0)
            parts.gaps.push_back(gap);
    }
    return parts;
}

} // namespace

std::size_t wordCount(std::u32string_view folded) {
    std::size_t words = 0;
    std::size_t ideographs = 0;
    for (const TextWord& word : wordsOf(folded)) {
        const std::u32string_view text = folded.substr(word.start, word.end - word.start);
        if (std::none_of(text.begin(), text.end(), [](char32_t c) { return QChar::isLetterOrNumber(c); }))
            continue;
        const QChar::Script script = QChar::script(text.front());
        const bool alone = text.size() == 1 && (script == QChar::Script_Han || script == QChar::Script_Hiragana ||
                                                script == QChar::Script_Katakana);
        ++(alone ? ideographs : words);
    }
    return words + (ideographs + 1) / 2;
}

std::optional<FoundParts> findParts(const PlainDocument& document, std::u32string_view quote, PartMarks marks,
                                    const FoldedContext& context) {
    const std::vector<QuotePart> parts = splitAtMarks(quote, marks);
    std::size_t runs = 0;
    for (const QuotePart& part : parts)
        runs += part.size();
    if (runs == 0 || runs > maxParts)
        return std::nullopt;
    std::vector<std::vector<PartSpans>> places;
    for (const QuotePart& part : parts) {
        places.push_back(PartFinder(document, part).run());
        if (places.back().empty())
            return std::nullopt;
    }
    const std::u32string_view text = document.folded().text();
    const std::vector<PartSpans> chosen = inContext(text, places, context);
    if (chosen.empty())
        return std::nullopt;
    FoundParts result = found(text, chosen);
    for (const QuotePart& part : parts)
        for (const QuoteRun& run : part) {
            const auto start = static_cast<std::size_t>(run.text.data() - quote.data());
            result.words.push_back({start, start + run.text.size()});
        }
    return result;
}

std::optional<CutQuote> findCut(const PlainDocument& document, std::u32string_view quote) {
    std::u32string_view text = document.folded().text();
    const auto dropEnd = [&text](std::u32string_view characters) {
        const auto last = text.find_last_not_of(characters);
        text = text.substr(0, last == std::u32string_view::npos ? 0 : last + 1);
    };
    dropEnd(U" \"'])");
    const std::size_t withEllipsis = text.size();
    dropEnd(U".");
    if (withEllipsis - text.size() < 3 || quote.empty())
        return std::nullopt;
    const std::size_t beforeEllipsis = text.size();
    dropEnd(U" [(");
    const bool wholeWords = text.size() < beforeEllipsis;
    for (const std::size_t length : TextSearch(quote).beginningsAtEnd(text)) {
        const bool cutsWord =
            length < quote.size() && isWordCharacter(quote[length - 1]) && isWordCharacter(quote[length]);
        const TextSpan span{text.size() - length, text.size()};
        const auto original = document.folded().original(span);
        if (length < quote.size() && !(wholeWords && cutsWord) && original &&
            isCharacterBorder(document.text(), original->start) && wordCount(quote.substr(0, length)) >= fewestWords)
            return CutQuote{length, span};
    }
    return std::nullopt;
}

} // namespace quoteline::model
