// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/accounts/account_comparison.h"
#include <map>
#include <optional>

/// What the parts of the comparison of accounts work with. For these alone.
namespace quoteline::model {

/// The words of an account as numbers: the same number for the same word, in all accounts.
struct AccountWords {
    std::vector<std::uint32_t> ids;
    std::vector<PassageSpan> spans;
    std::vector<std::uint32_t> pairs; ///< numbers of the pairs of neighbours: one fewer than words
    qsizetype compared = 0;           ///< units of the text that were looked at

    std::size_t size() const { return ids.size(); }
    /// From the first to the last word of [first, last); nothing but a place for none.
    PassageSpan spanOf(std::size_t first, std::size_t last) const;
};

struct WordTable {
    std::vector<AccountWords> accounts;
    std::vector<std::vector<AccountIndex>> wordOwners; ///< by the number of a word; ascending
    std::vector<std::vector<AccountIndex>> pairOwners; ///< by the number of a pair; ascending

    bool isShared(std::uint32_t pair) const { return pairOwners[pair].size() > 1; }
};

WordTable tableOf(const std::vector<QString>& texts, const ComparisonLimits& limits);

/// Fills ComparedAccount::fragments and moreFragments. `texts` are those of the table.
void addFragments(AccountComparison& comparison, const WordTable& table, const std::vector<QString>& texts,
                  const ComparisonLimits& limits);

/// Fills otherWords and moreOtherWords.
void addOtherWords(AccountComparison& comparison, const WordTable& table, const ComparisonLimits& limits);

} // namespace quoteline::model
