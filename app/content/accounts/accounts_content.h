// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/content/evidence/evidence_content.h"
#include "model/accounts/account_comparison.h"
#include <QStringList>
#include <optional>
#include <set>
#include <vector>

/// The accounts of an event beside each other, as plain words: what they share, what only one has, and in which words
/// they differ.
namespace quoteline::layout {

/// The quotes of an event in the order of their publication, and how they compare.
struct Accounts {
    std::vector<model::Quote> quotes; ///< views into the story
    std::vector<QString> texts;       ///< their words, whole
    model::AccountComparison comparison;
    bool orderUncertain = false; ///< of their publications
};

/// Compares all quotes of `event`, an event of the story.
Accounts accountsOf(const StoryView& view, model::EventIndex event);

enum class AccountMark { None, Shared, OnlyHere };

/// A stretch of a passage under one mark.
struct AccountRun {
    QString text;
    AccountMark mark = AccountMark::None;
    bool operator==(const AccountRun&) const = default;
};

struct AccountContent {
    QString name;                  ///< "1 · The Inquisitr"
    QuoteContent quote;            ///< who said it, how it is known, where it stands
    std::vector<AccountRun> words; ///< quote.exact.text, in runs
    QStringList sentences;         ///< what is in common with which accounts
    QString marks;                 ///< the marks of the words as text, for who does not see them
    bool operator==(const AccountContent&) const = default;
};

/// One respect in which accounts differ.
struct AccountDifference {
    QString heading;
    QStringList lines;
    bool operator==(const AccountDifference&) const = default;
};

struct AccountsContent {
    ShownText title;                      ///< of the event; empty where none is selected
    QString date;                         ///< of the event
    QString obstacle;                     ///< why there is nothing to compare; else empty
    std::vector<AccountRun> legend;       ///< what the marks mean, under these marks
    QStringList notes;                    ///< what was not compared or is not certain
    std::vector<AccountContent> accounts; ///< the first of them
    std::size_t accountCount = 0;
    std::vector<AccountDifference> differences;
    bool operator==(const AccountsContent&) const = default;
};

/// What is said about the accounts of `event`, with at most `most` of them; all are compared.
AccountsContent accountsContent(const StoryView& view, std::optional<model::EventIndex> event,
                                std::size_t most = evidencePortion);

/// The same from accounts that were compared before.
AccountsContent accountsContent(const StoryView& view, model::EventIndex event, const Accounts& accounts,
                                std::size_t most);

/// What a mark means: "words that stand side by side in another account too".
QString sharedInWords();
QString onlyHereInWords();
QString elsewhereInWords(); ///< of words without a mark
/// How words are compared.
QString comparisonInWords();

/// What each account has in common with others: who shares words with it, and whose quoted words stand where.
std::vector<QStringList> accountSentences(const StoryView& view, const Accounts& accounts);

/// The respects in which accounts differ: who speaks, how the words are known, through which channel they came, and
/// other words between the same words.
std::vector<AccountDifference> accountDifferences(const StoryView& view, const Accounts& accounts);

/// Why accounts of the event (nothing for none selected) cannot be compared; empty where they can.
QString comparisonObstacle(const StoryView& view, std::optional<model::EventIndex> event);

/// "account 2", "accounts 1, 3, 4"; the numbers begin with 1, the places in the set with 0.
QString accountsInWords(const StoryView& view, const std::set<std::size_t>& accounts);

/// "account 2 (The Inquisitr)".
QString accountName(const StoryView& view, const Accounts& accounts, std::size_t account);

} // namespace quoteline::layout
