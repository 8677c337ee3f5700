// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/evidence/quote_check.h"

#include "model/evidence/nearest_passage.h"
#include "model/evidence/quote_parts.h"
#include "model/text/text_search.h"
#include <algorithm>
#include <iterator>

namespace quoteline::model {

namespace {

/// A place where exact stands.
struct Place {
    TextSpan span;   ///< in the original
    TextSpan folded; ///< in the folded text
    bool prefixBeside = false;
    bool suffixBeside = false;
};

/// For each of `edges`, which ascend, whether `words` end (or begin) there. Linear in text and words.
std::vector<bool> standsAt(std::u32string_view text, std::u32string_view words, const std::vector<std::size_t>& edges,
                           bool before) {
    std::vector<bool> stands(edges.size(), words.empty());
    constexpr std::size_t few = 16;
    if (words.empty())
        return stands;
    if (edges.size() <= few) {
        for (std::size_t i = 0; i < edges.size(); ++i)
            stands[i] = before ? text.substr(0, edges[i]).ends_with(words) : text.substr(edges[i]).starts_with(words);
        return stands;
    }
    std::size_t next = 0;
    TextSearch(words).forEach(text, [&](std::size_t at) {
        const std::size_t edge = before ? at + words.size() : at;
        while (next < edges.size() && edges[next] < edge)
            ++next;
        if (next < edges.size() && edges[next] == edge)
            stands[next] = true;
        return next < edges.size();
    });
    return stands;
}

class Check {
public:
    Check(const PlainDocument& document, std::u32string_view exact, std::u32string_view prefix,
          std::u32string_view suffix)
        : m_document(document)
        , m_text(document.text())
        , m_exact(exact)
        , m_prefix(prefix)
        , m_suffix(suffix) {}

    QuoteCheck run() {
        if (m_exact.empty())
            return {};
        const std::vector<TextSpan> spans = literalPlaces();
        const std::vector<Place> close = literalPlacesInContext(spans);
        if (close.size() == 1)
            return at(QuoteGrade::Verbatim, close.front());
        if (close.size() > 1)
            return several(close);
        fold();
        if (!spans.empty())
            return withoutContext(spans);
        if (const auto check = inOtherTypography())
            return *check;
        if (const auto check = inParts())
            return *check;
        QuoteCheck check;
        check.nearest = nearestPassage(m_document, m_folded.text());
        return check;
    }

private:
    // Code point for code point.

    std::vector<TextSpan> literalPlaces() const {
        std::vector<TextSpan> spans;
        TextSearch(m_exact).forEach(m_text, [&](std::size_t start) {
            const TextSpan span{start, start + m_exact.size()};
            if (isCharacterBorder(m_text, span.start) && isCharacterBorder(m_text, span.end))
                spans.push_back(span);
            return true;
        });
        return spans;
    }

    std::vector<Place> literalPlacesInContext(const std::vector<TextSpan>& spans) const {
        std::vector<std::size_t> starts;
        std::vector<std::size_t> ends;
        for (const TextSpan& span : spans) {
            starts.push_back(span.start);
            ends.push_back(span.end);
        }
        const std::vector<bool> after = standsAt(m_text, m_prefix, starts, true);
        const std::vector<bool> before = standsAt(m_text, m_suffix, ends, false);
        std::vector<Place> places;
        for (std::size_t i = 0; i < spans.size(); ++i)
            if (after[i] && before[i])
                places.push_back({spans[i], {}, true, true});
        return places;
    }

    // In the folded text.

    void fold() {
        m_folded = foldTypography(m_exact);
        m_foldedPrefix = foldTypography(m_prefix);
        m_foldedSuffix = foldTypography(m_suffix);
        m_before = m_foldedPrefix.text();
        m_after = m_foldedSuffix.text();
        const std::u32string_view exact = m_folded.text();
        // White space on both sides of an edge of the quote is one run in the document.
        if (exact.starts_with(U' ') && m_before.ends_with(U' '))
            m_before.remove_suffix(1);
        if (exact.ends_with(U' ') && m_after.starts_with(U' '))
            m_after.remove_prefix(1);
        if (!exact.empty())
            findFoldedPlaces();
    }

    void findFoldedPlaces() {
        const FoldedCopy& copy = m_document.folded();
        TextSearch(m_folded.text()).forEach(copy.text(), [&](std::size_t start) {
            const TextSpan folded{start, start + m_folded.text().size()};
            const auto span = copy.original(folded);
            if (span && isCharacterBorder(m_text, span->start) && isCharacterBorder(m_text, span->end))
                m_places.push_back({*span, folded});
            return true;
        });
        lookBeside(m_places);
    }

    /// Which of them have the folded context beside them.
    void lookBeside(std::vector<Place>& places) const {
        std::vector<std::size_t> starts;
        std::vector<std::size_t> ends;
        for (const Place& place : places) {
            starts.push_back(place.folded.start);
            ends.push_back(place.folded.end);
        }
        const std::u32string_view text = m_document.folded().text();
        const std::vector<bool> after = standsAt(text, m_before, starts, true);
        const std::vector<bool> before = standsAt(text, m_after, ends, false);
        for (std::size_t i = 0; i < places.size(); ++i) {
            places[i].prefixBeside = after[i];
            places[i].suffixBeside = before[i];
        }
    }

    static std::vector<Place> inContext(const std::vector<Place>& places) {
        std::vector<Place> close;
        std::copy_if(places.begin(), places.end(), std::back_inserter(close),
                     [](const Place& place) { return place.prefixBeside && place.suffixBeside; });
        return close;
    }

    /// How many sides of the context speak for a place.
    int sidesBeside(const Place& place) const {
        return (place.prefixBeside && !m_before.empty() ? 1 : 0) + (place.suffixBeside && !m_after.empty() ? 1 : 0);
    }

    /// The only place, or the only one that most of the context speaks for.
    const Place* decided(const std::vector<Place>& places) const {
        if (places.size() == 1)
            return &places.front();
        const Place* best = nullptr;
        int most = 0;
        for (const Place& place : places) {
            const int sides = sidesBeside(place);
            if (sides > most)
                best = &place;
            else if (sides == most)
                best = nullptr;
            most = std::max(most, sides);
        }
        return best;
    }

    /// Exact stands there as it is, and nowhere with its context as it is.
    QuoteCheck withoutContext(const std::vector<TextSpan>& spans) const {
        std::vector<Place> places;
        for (const TextSpan& span : spans)
            places.push_back({span, m_document.folded().folded(span)});
        lookBeside(places);
        if (const Place* place = decided(places)) {
            QuoteCheck check = at(QuoteGrade::ContextDiffers, *place);
            if (place->prefixBeside && place->suffixBeside)
                check.folds = foldsOfContext(*place);
            return check;
        }
        // The words may stand elsewhere too, in other typography and with the context.
        const std::vector<Place> elsewhere = inContext(m_places);
        if (inContext(places).empty() && elsewhere.size() == 1)
            return inTypography(elsewhere.front());
        return several(places);
    }

    std::optional<QuoteCheck> inOtherTypography() const {
        if (m_places.empty())
            return std::nullopt;
        const Place* place = decided(m_places);
        return place ? inTypography(*place) : several(m_places);
    }

    std::optional<QuoteCheck> inParts() const {
        const FoldedContext context{m_before, m_after};
        if (auto parts = findParts(m_document, m_folded.text(), {true, false}, context))
            return fromParts(QuoteGrade::Bracketed, *parts, true);
        if (auto parts = findParts(m_document, m_folded.text(), {false, true}, context))
            return fromParts(QuoteGrade::Shortened, *parts, false);
        if (auto parts = findParts(m_document, m_folded.text(), {true, true}, context))
            return fromParts(QuoteGrade::Shortened, *parts, true);
        const auto cut = findCut(m_document, m_folded.text());
        if (!cut)
            return std::nullopt;
        std::vector<Place> places{{m_document.folded().widened(cut->passage), cut->passage}};
        lookBeside(places);
        QuoteCheck check = at(QuoteGrade::CutOff, places.front());
        check.suffixBeside = m_after.empty();
        check.exactFound = m_folded.widened({0, cut->length}).end;
        check.folds = neededFolds(textOf(check.passages.front()), m_exact.substr(0, check.exactFound));
        return check;
    }

    // Results.

    static QuoteCheck at(QuoteGrade grade, const Place& place) {
        QuoteCheck check;
        check.grade = grade;
        check.passages = {place.span};
        check.count = 1;
        check.prefixBeside = place.prefixBeside;
        check.suffixBeside = place.suffixBeside;
        return check;
    }

    QuoteCheck inTypography(const Place& place) const {
        QuoteCheck check = at(QuoteGrade::Typography, place);
        check.folds = neededFolds(textOf(place.span), m_exact);
        return check;
    }

    /// Those with the context beside them, where there are such.
    QuoteCheck several(const std::vector<Place>& all) const {
        const std::vector<Place> close = inContext(all);
        const std::vector<Place>& places = close.empty() ? all : close;
        QuoteCheck check = at(QuoteGrade::Several, places.front());
        check.prefixBeside = check.suffixBeside = !close.empty();
        check.count = places.size();
        check.passages.clear();
        for (std::size_t i = 0; i < std::min(places.size(), maxPlaces); ++i)
            check.passages.push_back(places[i].span);
        check.folds = neededFolds(textOf(places.front().span), m_exact);
        return check;
    }

    QuoteCheck fromParts(QuoteGrade grade, const FoundParts& parts, bool brackets) const {
        const FoldedCopy& copy = m_document.folded();
        QuoteCheck check;
        check.grade = grade;
        check.count = 1;
        check.hasBrackets = brackets;
        check.prefixBeside = copy.text().substr(0, parts.passages.front().start).ends_with(m_before);
        check.suffixBeside = copy.text().substr(parts.passages.back().end).starts_with(m_after);
        for (const TextSpan& passage : parts.passages)
            check.passages.push_back(copy.widened(passage));
        for (const TextSpan& gap : parts.gaps)
            check.gaps.push_back(copy.widened(gap));
        for (std::size_t i = 0; i < parts.passages.size(); ++i)
            check.folds.add(neededFolds(textOf(check.passages[i]), originalOf(parts.words[i])));
        return check;
    }

    std::u32string_view textOf(const TextSpan& span) const { return m_text.substr(span.start, span.size()); }
    /// A part of the folded exact, as it was written.
    std::u32string_view originalOf(const TextSpan& folded) const {
        const TextSpan span = m_folded.widened(folded);
        return m_exact.substr(span.start, span.size());
    }

    /// What it takes for prefix, exact and suffix to stand there side by side.
    TypographyFolds foldsOfContext(const Place& place) const {
        const TextSpan whole{place.folded.start - m_before.size(), place.folded.end + m_after.size()};
        const TextSpan span = m_document.folded().widened(whole);
        std::u32string all(m_prefix);
        all += m_exact;
        all += m_suffix;
        return neededFolds(textOf(span), all);
    }

    const PlainDocument& m_document;
    std::u32string_view m_text;
    std::u32string_view m_exact;
    std::u32string_view m_prefix;
    std::u32string_view m_suffix;
    FoldedCopy m_folded;
    FoldedCopy m_foldedPrefix;
    FoldedCopy m_foldedSuffix;
    std::u32string_view m_before; ///< the folded prefix
    std::u32string_view m_after;
    std::vector<Place> m_places; ///< in any typography
};

} // namespace

bool isFaithful(const QuoteCheck& check) {
    return check.grade == QuoteGrade::Verbatim ||
           (check.grade == QuoteGrade::Typography && check.prefixBeside && check.suffixBeside);
}

std::optional<TextSpan> extentOf(const QuoteCheck& check) {
    if (check.passages.empty())
        return std::nullopt;
    return TextSpan{check.passages.front().start, check.passages.back().end};
}

QuoteCheck checkQuote(const PlainDocument& document, std::string_view exact, std::string_view prefix,
                      std::string_view suffix) {
    const std::u32string words = toCodePoints(exact);
    const std::u32string before = toCodePoints(prefix);
    const std::u32string after = toCodePoints(suffix);
    return Check(document, words, before, after).run();
}

QuoteCheck checkQuote(const PlainDocument& document, const Quote& quote) {
    return checkQuote(document, quote.exact, quote.prefix, quote.suffix);
}

} // namespace quoteline::model
