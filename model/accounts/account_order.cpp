// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/accounts/account_order.h"

#include <algorithm>
#include <limits>
#include <map>
#include <numeric>
#include <tuple>

namespace quoteline::model {

namespace {

constexpr CivilMs never = std::numeric_limits<CivilMs>::max();

struct Publication {
    bool dated = false;
    std::optional<CivilMs> earliest;
    std::optional<CivilMs> end;
    SourceIndex source = 0;

    auto key() const {
        return std::make_tuple(!dated, earliest.value_or(end.value_or(never)), end.value_or(never), source);
    }
};

Publication publicationOf(const Story& story, SourceIndex source) {
    const auto& text = story.sources()[source].datePublished;
    if (!text)
        return {false, {}, {}, source};
    const auto value = parseEdtf(*text);
    if (!value)
        return {false, {}, {}, source};
    const TimeRange range = resolve(*value, story.zone());
    return {true, range.earliest, range.end, source};
}

/// Whether `later`, which stands behind `earlier`, may have been published before it.
bool mayBeBefore(const Publication& later, const Publication& earlier) {
    if (!later.dated || !earlier.dated)
        return true;
    const CivilMs first = later.earliest.value_or(std::numeric_limits<CivilMs>::min());
    return first < earlier.end.value_or(never);
}

} // namespace

bool hasAccounts(const Story& story, EventIndex event) {
    const std::size_t count = story.quoteCount(event);
    if (count < 2)
        return false;
    const Quote first = story.quote(event, 0);
    for (std::size_t i = 1; i < count; ++i) {
        const Quote other = story.quote(event, i);
        if (other.source != first.source || other.form != first.form)
            return true;
    }
    return false;
}

AccountOrder accountOrder(const Story& story, EventIndex event) {
    std::map<SourceIndex, Publication> publications;
    AccountOrder order;
    order.quotes.resize(story.quoteCount(event));
    std::iota(order.quotes.begin(), order.quotes.end(), std::size_t{0});
    for (const std::size_t quote : order.quotes) {
        const SourceIndex source = story.quoteSource(event, quote);
        if (!publications.contains(source))
            publications.emplace(source, publicationOf(story, source));
    }
    const auto publication = [&](std::size_t quote) -> const Publication& {
        return publications.at(story.quoteSource(event, quote));
    };
    std::stable_sort(order.quotes.begin(), order.quotes.end(),
                     [&](std::size_t a, std::size_t b) { return publication(a).key() < publication(b).key(); });
    for (std::size_t i = 0; i + 1 < order.quotes.size(); ++i) {
        const Publication& earlier = publication(order.quotes[i]);
        const Publication& later = publication(order.quotes[i + 1]);
        if (earlier.source != later.source && mayBeBefore(later, earlier))
            order.uncertain = true;
    }
    return order;
}

} // namespace quoteline::model
