// SPDX-License-Identifier: GPL-3.0-or-later
// Where two accounts say something between the same words in other words.
#include "model/accounts/account_words.h"

#include <algorithm>
#include <numeric>

namespace quoteline::model {

namespace {

constexpr std::size_t shownBeside = 3; // words on either side that are told

/// A pair of words that an account has once.
struct OncePair {
    std::uint32_t pair = 0;
    std::size_t at = 0;
};

std::vector<OncePair> oncePairs(const AccountWords& words) {
    std::vector<OncePair> all(words.pairs.size());
    for (std::size_t i = 0; i < all.size(); ++i)
        all[i] = {words.pairs[i], i};
    std::sort(all.begin(), all.end(), [](const OncePair& a, const OncePair& b) { return a.pair < b.pair; });
    std::vector<OncePair> once;
    for (std::size_t i = 0; i < all.size(); ++i)
        if ((i == 0 || all[i - 1].pair != all[i].pair) && (i + 1 == all.size() || all[i + 1].pair != all[i].pair))
            once.push_back(all[i]);
    return once;
}

/// Words that both have, as many as can be, where it is beyond doubt which belong to which: all their pairs stand once
/// in either account.
struct Anchor {
    std::size_t a = 0; ///< the first word
    std::size_t b = 0;
    std::size_t length = 0;
    std::size_t rankInB = 0;
    std::size_t endA() const { return a + length; }
    std::size_t endB() const { return b + length; }
};

/// In the order of the first account.
std::vector<Anchor> anchorsOf(const std::vector<OncePair>& a, const std::vector<OncePair>& b) {
    std::vector<Anchor> pairs;
    for (auto i = a.begin(), j = b.begin(); i != a.end() && j != b.end();) {
        if (i->pair == j->pair)
            pairs.push_back({(i++)->at, (j++)->at, 2, 0});
        else if (i->pair < j->pair)
            ++i;
        else
            ++j;
    }
    std::sort(pairs.begin(), pairs.end(), [](const Anchor& x, const Anchor& y) { return x.a < y.a; });
    std::vector<Anchor> anchors;
    for (const Anchor& pair : pairs) {
        const bool goesOn = !anchors.empty() && pair.a + 1 == anchors.back().endA() && //
                            pair.b + 1 == anchors.back().endB();
        if (goesOn)
            ++anchors.back().length;
        else
            anchors.push_back(pair);
    }
    std::vector<std::size_t> order(anchors.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(), [&](std::size_t x, std::size_t y) { return anchors[x].b < anchors[y].b; });
    for (std::size_t rank = 0; rank < order.size(); ++rank)
        anchors[order[rank]].rankInB = rank;
    return anchors;
}

/// Words [first, last) of an account that stand between others.
struct Gap {
    std::size_t first = 0;
    std::size_t last = 0;
    std::size_t size() const { return last - first; }
};

OtherWords::Side sideOf(AccountIndex account, const AccountWords& words, const Gap& gap, std::size_t begin,
                        std::size_t end) {
    const std::size_t before = std::max(begin, gap.first - std::min(shownBeside, gap.first));
    return {account, words.spanOf(before, gap.first), words.spanOf(gap.first, gap.last),
            words.spanOf(gap.last, std::min(end, gap.last + shownBeside))};
}

void compareTwo(const WordTable& table, AccountIndex first, AccountIndex second,
                const std::vector<std::vector<OncePair>>& once, std::vector<OtherWords>& found) {
    const AccountWords& a = table.accounts[first];
    const AccountWords& b = table.accounts[second];
    const std::vector<Anchor> anchors = anchorsOf(once[first], once[second]);
    for (std::size_t i = 0; i + 1 < anchors.size(); ++i) {
        const Anchor& left = anchors[i];
        const Anchor& right = anchors[i + 1];
        if (right.rankInB != left.rankInB + 1 || right.a < left.endA() || right.b < left.endB())
            continue;
        Gap inA{left.endA(), right.a};
        Gap inB{left.endB(), right.b};
        for (; inA.size() > 0 && inB.size() > 0 && a.ids[inA.first] == b.ids[inB.first]; ++inA.first)
            ++inB.first;
        for (; inA.size() > 0 && inB.size() > 0 && a.ids[inA.last - 1] == b.ids[inB.last - 1]; --inA.last)
            --inB.last;
        const std::size_t longer = std::max(inA.size(), inB.size());
        if (longer > 0 && longer <= longestOtherWords)
            found.push_back(
                {sideOf(first, a, inA, left.a, right.endA()), sideOf(second, b, inB, left.b, right.endB())});
    }
}

} // namespace

void addOtherWords(AccountComparison& comparison, const WordTable& table, const ComparisonLimits& limits) {
    std::size_t words = 0;
    for (const AccountWords& account : table.accounts)
        words += account.size();
    if (words * table.accounts.size() > limits.steps) {
        comparison.moreOtherWords = true;
        return;
    }
    std::vector<std::vector<OncePair>> once;
    for (const AccountWords& account : table.accounts)
        once.push_back(oncePairs(account));
    std::vector<OtherWords>& found = comparison.otherWords;
    for (std::size_t i = 0; i < once.size() && found.size() <= limits.otherWords; ++i)
        for (std::size_t k = i + 1; k < once.size() && found.size() <= limits.otherWords; ++k)
            compareTwo(table, static_cast<AccountIndex>(i), static_cast<AccountIndex>(k), once, found);
    if (found.size() > limits.otherWords) {
        found.resize(limits.otherWords);
        comparison.moreOtherWords = true;
    }
}

} // namespace quoteline::model
