// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/evidence/evidence_check.h"

#include <algorithm>
#include <tuple>

namespace quoteline::model {

namespace {

constexpr std::size_t progressStep = 64; // quotes

/// Of the documents that an event quotes, each once, in the order of its quotes.
std::vector<SourceIndex> sourcesOf(const Story& story, EventIndex event) {
    std::vector<SourceIndex> sources;
    for (std::size_t i = 0; i < story.quoteCount(event); ++i) {
        const SourceIndex source = story.quoteSource(event, i);
        if (std::find(sources.begin(), sources.end(), source) == sources.end())
            sources.push_back(source);
    }
    return sources;
}

bool liesIn(const TextSpan& inner, const QuoteCheck& outer) {
    const auto whole = extentOf(outer);
    return whole && inner.start >= whole->start && inner.end <= whole->end;
}

/// Words that stand in a document several times, down to the only place inside of a passage that the event quotes.
void chooseQuotedPlace(QuoteCheck& check, const Story& story, EventIndex event, SourceIndex source,
                       const PlainDocument& document) {
    std::vector<TextSpan> quoted;
    for (std::size_t i = 0; i < story.quoteCount(event); ++i) {
        if (story.quoteSource(event, i) != source)
            continue;
        const QuoteCheck quote = checkQuote(document, story.quote(event, i));
        if (quote.grade == QuoteGrade::Several)
            continue;
        for (const TextSpan& passage : check.passages)
            if (liesIn(passage, quote) && std::find(quoted.begin(), quoted.end(), passage) == quoted.end())
                quoted.push_back(passage);
    }
    if (quoted.size() != 1)
        return;
    check.grade = check.folds.isEmpty() ? QuoteGrade::Verbatim : QuoteGrade::Typography;
    check.passages = std::move(quoted);
    check.count = 1;
}

void count(EvidenceCounts& counts, const CheckedQuote& quote) {
    ++counts.quotes;
    if (!quote.check) {
        ++counts.notChecked;
        return;
    }
    ++counts.grades[static_cast<std::size_t>(quote.check->grade)];
    if (isFaithful(*quote.check))
        ++counts.faithful;
}

void count(EvidenceCounts& counts, const CheckedBasis& basis) {
    ++counts.bases;
    if (!basis.place)
        ++counts.basesNotChecked;
    else if (basis.place->check.grade != QuoteGrade::NotFound)
        ++counts.basesFound;
}

} // namespace

const CheckedQuote* EvidenceCheck::find(EventIndex event, std::size_t quote) const {
    const auto found = std::partition_point(quotes.begin(), quotes.end(), [&](const CheckedQuote& each) {
        return std::tuple(each.event, std::size_t{each.quote}) < std::tuple(event, quote);
    });
    return found != quotes.end() && found->event == event && found->quote == quote ? &*found : nullptr;
}

const CheckedBasis* EvidenceCheck::findBasis(EventIndex event, std::size_t relation) const {
    const auto found = std::partition_point(bases.begin(), bases.end(), [&](const CheckedBasis& each) {
        return std::tuple(each.event, std::size_t{each.relation}) < std::tuple(event, relation);
    });
    return found != bases.end() && found->event == event && found->relation == relation ? &*found : nullptr;
}

std::optional<EvidenceCheck> checkEvidence(const Story& story, std::span<const FoundDocument> documents,
                                           const EvidenceOptions& options) {
    EvidenceCheck result;
    result.quotes.reserve(story.quoteCount());
    const auto event = [&](EventIndex at) {
        for (std::size_t i = 0; i < story.quoteCount(at); ++i) {
            if (options.stop.stop_requested())
                return false;
            if (options.progress && result.quotes.size() % progressStep == 0)
                options.progress(result.quotes.size(), story.quoteCount());
            const Quote quote = story.quote(at, i);
            CheckedQuote checked{at, static_cast<std::uint32_t>(i), quote.source, std::nullopt};
            if (const FoundDocument& found = documents[quote.source])
                checked.check = checkQuote(found->document, quote);
            count(result.counts, checked);
            result.quotes.push_back(std::move(checked));
        }
        for (std::size_t i = 0; i < story.relationCount(at); ++i) {
            if (options.stop.stop_requested())
                return false;
            if (story.relation(at, i).basis.empty())
                continue;
            CheckedBasis basis{at, static_cast<std::uint32_t>(i), findBasis(story, at, i, documents)};
            count(result.counts, basis);
            result.bases.push_back(std::move(basis));
        }
        return true;
    };
    for (EventIndex at = 0; at < story.eventCount(); ++at)
        if (!event(at))
            return std::nullopt;
    if (options.progress)
        options.progress(result.quotes.size(), story.quoteCount());
    return result;
}

std::optional<BasisPlace> findBasis(const Story& story, EventIndex event, std::size_t relation,
                                    std::span<const FoundDocument> documents) {
    const std::string_view basis = story.relation(event, relation).basis;
    std::optional<BasisPlace> best;
    if (basis.empty())
        return best;
    for (const SourceIndex source : sourcesOf(story, event)) {
        const FoundDocument& found = documents[source];
        if (!found)
            continue;
        BasisPlace place{source, checkQuote(found->document, basis, {}, {})};
        if (place.check.grade == QuoteGrade::Several)
            chooseQuotedPlace(place.check, story, event, source, found->document);
        if (!best || place.check.grade < best->check.grade)
            best = std::move(place);
    }
    return best;
}

} // namespace quoteline::model
