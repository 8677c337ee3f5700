// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/accounts/account_comparison.h"

#include "model/accounts/account_words.h"
#include <QHash>
#include <algorithm>
#include <iterator>
#include <unordered_map>
#include <utility>

namespace quoteline::model {

namespace {

void addOwner(std::vector<std::vector<AccountIndex>>& owners, std::uint32_t id, AccountIndex account) {
    if (id == owners.size())
        owners.emplace_back();
    if (owners[id].empty() || owners[id].back() != account)
        owners[id].push_back(account);
}

/// The start of a text that is compared, without a word that the cut may have gone through.
std::vector<ComparedWord> firstWords(QStringView text, std::size_t mostWords, std::size_t mostUnits) {
    const auto units = std::min(text.size(), static_cast<qsizetype>(mostUnits));
    std::vector<ComparedWord> words = comparedWords(text.first(units), mostWords);
    if (units < text.size() && !words.empty() && words.back().span.end() == units)
        words.pop_back();
    return words;
}

/// Sets of accounts by number, each once.
class Groups {
public:
    explicit Groups(std::vector<std::vector<AccountIndex>>& groups)
        : m_groups(groups) {}

    std::uint32_t idOf(const std::vector<AccountIndex>& owners) {
        const auto [entry, fresh] = m_ids.emplace(owners, static_cast<std::uint32_t>(m_groups.size()));
        if (fresh)
            m_groups.push_back(owners);
        return entry->second;
    }
    std::uint32_t united(std::uint32_t a, std::uint32_t b) {
        if (a == b)
            return a;
        const auto [entry, fresh] = m_united.emplace(std::minmax(a, b), 0);
        if (fresh) {
            std::vector<AccountIndex> both;
            std::set_union(m_groups[a].begin(), m_groups[a].end(), m_groups[b].begin(), m_groups[b].end(),
                           std::back_inserter(both));
            entry->second = idOf(both);
        }
        return entry->second;
    }

private:
    std::vector<std::vector<AccountIndex>>& m_groups;
    std::map<std::vector<AccountIndex>, std::uint32_t> m_ids;
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t> m_united;
};

/// What a word is, before neighbours of the same kind become a span.
struct WordState {
    std::optional<WordMark> mark;
    std::uint32_t group = 0;
    bool joined = false; ///< with the word before
};

class Marker {
public:
    Marker(const WordTable& table, AccountComparison& comparison)
        : m_table(table)
        , m_groups(comparison.groups)
        , m_ofPair(table.pairOwners.size()) {
        for (std::size_t pair = 0; pair < m_ofPair.size(); ++pair)
            if (table.pairOwners[pair].size() > 1)
                m_ofPair[pair] = m_groups.idOf(table.pairOwners[pair]);
    }

    std::vector<MarkedWords> marksOf(AccountIndex account) {
        const AccountWords& words = m_table.accounts[account];
        std::vector<MarkedWords> marks;
        std::optional<WordState> before;
        std::size_t first = 0;
        for (std::size_t i = 0; i < words.size(); ++i) {
            const WordState state = stateOf(account, i);
            const bool sameKind = before && before->mark == state.mark && before->group == state.group;
            const bool goesOn = sameKind && state.mark && (state.joined || *state.mark == WordMark::OnlyHere);
            if (goesOn) {
                marks.back().span = words.spanOf(first, i + 1);
            } else if (state.mark) {
                first = i;
                marks.push_back({words.spans[i], *state.mark, state.joined, state.group});
            }
            before = state;
        }
        return marks;
    }

private:
    WordState stateOf(AccountIndex account, std::size_t i) {
        const AccountWords& words = m_table.accounts[account];
        const bool withLast = i > 0 && m_table.isShared(words.pairs[i - 1]);
        const bool withNext = i + 1 < words.size() && m_table.isShared(words.pairs[i]);
        if (withLast && withNext)
            return {WordMark::Shared, m_groups.united(m_ofPair[words.pairs[i - 1]], m_ofPair[words.pairs[i]]), true};
        if (withLast || withNext)
            return {WordMark::Shared, m_ofPair[words.pairs[withLast ? i - 1 : i]], withLast};
        if (m_table.wordOwners[words.ids[i]].size() == 1)
            return {WordMark::OnlyHere, m_groups.idOf({account}), false};
        return {};
    }

    const WordTable& m_table;
    Groups m_groups;
    std::vector<std::uint32_t> m_ofPair; ///< the group of a pair that is shared
};

} // namespace

PassageSpan AccountWords::spanOf(std::size_t first, std::size_t last) const {
    if (first >= last)
        return {first < spans.size() ? spans[first].start : compared, 0};
    return {spans[first].start, spans[last - 1].end() - spans[first].start};
}

WordTable tableOf(const std::vector<QString>& texts, const ComparisonLimits& limits) {
    WordTable table;
    QHash<QString, std::uint32_t> wordIds;
    std::unordered_map<std::uint64_t, std::uint32_t> pairIds;
    const std::size_t count = std::min(texts.size(), limits.accounts);
    for (std::size_t i = 0; i < count; ++i) {
        const auto account = static_cast<AccountIndex>(i);
        const std::vector<ComparedWord> found = firstWords(texts[i], limits.words / count, limits.units / count);
        AccountWords& words = table.accounts.emplace_back();
        for (const ComparedWord& word : found) {
            auto id = wordIds.find(word.folded);
            if (id == wordIds.end())
                id = wordIds.insert(word.folded, static_cast<std::uint32_t>(wordIds.size()));
            addOwner(table.wordOwners, *id, account);
            if (!words.ids.empty()) {
                const std::uint64_t both = (std::uint64_t{words.ids.back()} << 32) | *id;
                const auto pair = pairIds.emplace(both, static_cast<std::uint32_t>(pairIds.size())).first->second;
                addOwner(table.pairOwners, pair, account);
                words.pairs.push_back(pair);
            }
            words.ids.push_back(*id);
            words.spans.push_back(word.span);
        }
        const bool whole =
            found.size() < limits.words / count && texts[i].size() <= static_cast<qsizetype>(limits.units / count);
        words.compared = whole ? texts[i].size() : found.empty() ? 0 : found.back().span.end();
    }
    return table;
}

AccountComparison compareAccounts(const std::vector<QString>& texts, const ComparisonLimits& limits) {
    AccountComparison comparison;
    comparison.accounts.resize(texts.size());
    if (texts.size() < 2) { // nothing to compare it with
        for (std::size_t i = 0; i < texts.size(); ++i)
            comparison.accounts[i].compared = texts[i].size();
        return comparison;
    }
    const WordTable table = tableOf(texts, limits);
    Marker marker(table, comparison);
    for (std::size_t i = 0; i < table.accounts.size(); ++i) {
        comparison.accounts[i].marks = marker.marksOf(static_cast<AccountIndex>(i));
        comparison.accounts[i].compared = table.accounts[i].compared;
    }
    addFragments(comparison, table, texts, limits);
    addOtherWords(comparison, table, limits);
    return comparison;
}

} // namespace quoteline::model
