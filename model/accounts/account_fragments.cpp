// SPDX-License-Identifier: GPL-3.0-or-later
// Quoted words of one account that stand word for word in another: the search of many sequences of words at once (the
// automaton of Aho and Corasick), so that it takes one pass over each account however many fragments there are.
#include "model/accounts/account_words.h"

#include <algorithm>
#include <unordered_map>

namespace quoteline::model {

namespace {

constexpr std::size_t fewestWords = 2; // one word between quotation marks is often a name or a title

struct Candidate {
    AccountIndex account = 0;
    std::size_t first = 0; ///< word
    std::size_t last = 0;  ///< one past the last word
    bool whole = false;
    std::vector<Fragment::Place> places;

    bool contains(const Candidate& other) const { return first <= other.first && other.last <= last; }
};

/// Parts of an account that could stand in another: every two neighbours in them do.
std::vector<Candidate> candidatesOf(const WordTable& table, AccountIndex account, QStringView text) {
    const AccountWords& words = table.accounts[account];
    std::vector<std::size_t> unshared(words.size() + 1, 0); // pairs before a word that no other account has
    for (std::size_t i = 0; i < words.pairs.size(); ++i)
        unshared[i + 1] = unshared[i] + (table.isShared(words.pairs[i]) ? 0 : 1);
    std::vector<Candidate> found;
    const auto add = [&](std::size_t first, std::size_t last, bool whole) {
        if (last < first + fewestWords || unshared[last - 1] != unshared[first])
            return;
        const bool again = std::any_of(found.rbegin(), found.rend(), [&](const Candidate& other) {
            return other.first == first && other.last == last;
        });
        if (!again)
            found.push_back({account, first, last, whole, {}});
    };
    if (words.compared == text.size())
        add(0, words.size(), true);
    const auto wordAt = [&](qsizetype unit) {
        return static_cast<std::size_t>(
            std::partition_point(words.spans.begin(), words.spans.end(),
                                 [unit](const PassageSpan& span) { return span.start < unit; }) -
            words.spans.begin());
    };
    for (const PassageSpan& part : quotedParts(text.first(words.compared)))
        add(wordAt(part.start), wordAt(part.end()), false);
    return found;
}

class Automaton {
public:
    void add(std::size_t candidate, const std::uint32_t* word, std::size_t count) {
        std::uint32_t node = 0;
        for (std::size_t i = 0; i < count; ++i) {
            const auto [edge, fresh] = m_edges.emplace(key(node, word[i]), static_cast<std::uint32_t>(m_nodes.size()));
            if (fresh)
                m_nodes.push_back({node, word[i], i + 1});
            node = edge->second;
        }
        m_ends[node].push_back(candidate);
    }

    /// To be called when all are added.
    void link() {
        std::vector<std::uint32_t> byDepth(m_nodes.size() - 1);
        for (std::size_t i = 0; i < byDepth.size(); ++i)
            byDepth[i] = static_cast<std::uint32_t>(i + 1);
        std::stable_sort(byDepth.begin(), byDepth.end(),
                         [this](std::uint32_t a, std::uint32_t b) { return m_nodes[a].depth < m_nodes[b].depth; });
        for (const std::uint32_t node : byDepth) {
            Node& here = m_nodes[node];
            here.fallback = here.parent == 0 ? 0 : next(m_nodes[here.parent].fallback, here.word);
            here.shorterEnd = m_ends.contains(here.fallback) ? here.fallback : m_nodes[here.fallback].shorterEnd;
        }
    }

    /// Calls `found(candidate, last word)` for the first place of each candidate in `words`.
    template <typename Found>
    void search(const std::vector<std::uint32_t>& words, Found found) {
        ++m_searches;
        std::uint32_t node = 0;
        for (std::size_t i = 0; i < words.size(); ++i) {
            node = next(node, words[i]);
            // Where one end was come to before, all shorter ones were too.
            for (std::uint32_t end = m_ends.contains(node) ? node : m_nodes[node].shorterEnd;
                 end != 0 && m_nodes[end].lastSearch != m_searches; end = m_nodes[end].shorterEnd) {
                m_nodes[end].lastSearch = m_searches;
                for (const std::size_t candidate : m_ends.at(end))
                    found(candidate, i);
            }
        }
    }

private:
    struct Node {
        std::uint32_t parent = 0;
        std::uint32_t word = 0;
        std::size_t depth = 0;
        std::uint32_t fallback = 0;   ///< the longest shorter beginning that ends here too
        std::uint32_t shorterEnd = 0; ///< the next of these at which a candidate ends
        std::size_t lastSearch = 0;
    };
    static std::uint64_t key(std::uint32_t node, std::uint32_t word) { return (std::uint64_t{node} << 32) | word; }

    std::uint32_t next(std::uint32_t node, std::uint32_t word) const {
        for (;; node = m_nodes[node].fallback) {
            if (const auto edge = m_edges.find(key(node, word)); edge != m_edges.end())
                return edge->second;
            if (node == 0)
                return 0;
        }
    }

    std::vector<Node> m_nodes{Node()};
    std::unordered_map<std::uint64_t, std::uint32_t> m_edges;
    std::unordered_map<std::uint32_t, std::vector<std::size_t>> m_ends;
    std::size_t m_searches = 0;
};

bool hasPlaceIn(const std::vector<Fragment::Place>& places, AccountIndex account) {
    const auto at = std::lower_bound(places.begin(), places.end(), account,
                                     [](const Fragment::Place& place, AccountIndex a) { return place.account < a; });
    return at != places.end() && at->account == account;
}

/// The fragments of the candidates of one account: where a larger one stands, what is inside of it is not told again.
std::vector<Fragment> fragmentsOf(const AccountWords& words, const Candidate* begin, const Candidate* end) {
    std::vector<Fragment> fragments;
    std::vector<const Candidate*> around; // the candidates that hold the present one, the largest first
    for (const Candidate* one = begin; one != end; ++one) {
        while (!around.empty() && !around.back()->contains(*one))
            around.pop_back();
        Fragment fragment{words.spanOf(one->first, one->last), one->whole, {}};
        for (const Fragment::Place& place : one->places)
            if (std::none_of(around.begin(), around.end(),
                             [&](const Candidate* larger) { return hasPlaceIn(larger->places, place.account); }))
                fragment.places.push_back(place);
        if (!fragment.places.empty())
            fragments.push_back(std::move(fragment));
        around.push_back(one);
    }
    return fragments;
}

} // namespace

void addFragments(AccountComparison& comparison, const WordTable& table, const std::vector<QString>& texts,
                  const ComparisonLimits& limits) {
    std::vector<Candidate> candidates;
    Automaton automaton;
    for (std::size_t i = 0; i < table.accounts.size(); ++i)
        for (Candidate& one : candidatesOf(table, static_cast<AccountIndex>(i), texts[i])) {
            automaton.add(candidates.size(), &table.accounts[i].ids[one.first], one.last - one.first);
            candidates.push_back(std::move(one));
        }
    automaton.link();
    std::size_t places = 0;
    for (std::size_t i = 0; i < table.accounts.size(); ++i) {
        const AccountWords& words = table.accounts[i];
        automaton.search(words.ids, [&](std::size_t found, std::size_t lastWord) {
            Candidate& candidate = candidates[found];
            if (candidate.account == i)
                return;
            if (places++ >= limits.places) {
                comparison.moreFragments = true;
                return;
            }
            const std::size_t first = lastWord + 1 - (candidate.last - candidate.first);
            candidate.places.push_back({static_cast<AccountIndex>(i), words.spanOf(first, lastWord + 1)});
        });
    }
    const Candidate* begin = candidates.data();
    const Candidate* const last = begin + candidates.size();
    while (begin != last) {
        const Candidate* end =
            std::find_if(begin, last, [begin](const Candidate& one) { return one.account != begin->account; });
        comparison.accounts[begin->account].fragments = fragmentsOf(table.accounts[begin->account], begin, end);
        begin = end;
    }
}

} // namespace quoteline::model
