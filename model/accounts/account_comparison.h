// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/accounts/compared_words.h"
#include <QString>
#include <cstdint>
#include <vector>

/// How passages that tell of the same thing share their words and differ in them. Words are compared without case and
/// typography (compared_words.h); nothing is guessed from what words mean. Pure functions of the texts.
///
/// The measure of what is shared is two words side by side. It needs no list of words that do not count, in any
/// language; a single word in common says little ("the"), and in a script where each character is a word two are what a
/// word is elsewhere.
namespace quoteline::model {

/// The place of a passage among those compared.
using AccountIndex = std::uint32_t;

enum class WordMark : std::uint8_t {
    Shared,   ///< two or more words that stand side by side in another account as well
    OnlyHere, ///< words that stand in no other account at all
};

/// Neighbouring words of one mark. What bears no mark are words that another account has too, but not next to one of
/// their neighbours here.
struct MarkedWords {
    PassageSpan span; ///< from the first word to the last
    WordMark mark = WordMark::Shared;
    /// The first of them stands side by side with the last of the span before in another account too: no boundary, only
    /// other accounts.
    bool continues = false;
    std::uint32_t group = 0; ///< of AccountComparison::groups: who has them; this account alone for OnlyHere
    bool operator==(const MarkedWords&) const = default;
};

/// Words of one account that stand word for word, in one piece, in others.
struct Fragment {
    PassageSpan span;   ///< from the first word to the last
    bool whole = false; ///< the whole passage; else what stands there between quotation marks
    struct Place {
        AccountIndex account = 0;
        PassageSpan span; ///< the first place where they stand in it
        bool operator==(const Place&) const = default;
    };
    std::vector<Place> places; ///< in the order of the accounts; never empty
    bool operator==(const Fragment&) const = default;
};

/// Two accounts have the same words before and the same words after, and others in between.
struct OtherWords {
    struct Side {
        AccountIndex account = 0;
        PassageSpan before; ///< up to three of the words that both have, on the left
        PassageSpan words;  ///< what stands between; of length 0 where there is nothing
        PassageSpan after;  ///< up to three of the words that both have, on the right
        bool operator==(const Side&) const = default;
    };
    Side first; ///< the account that comes first
    Side second;
    bool operator==(const OtherWords&) const = default;
};

struct ComparedAccount {
    std::vector<MarkedWords> marks;  ///< in the order of the text, never overlapping
    std::vector<Fragment> fragments; ///< the whole first, then in the order of the text
    qsizetype compared = 0;          ///< units of the text that were looked at
    bool operator==(const ComparedAccount&) const = default;
};

struct AccountComparison {
    std::vector<ComparedAccount> accounts; ///< one for each text given
    /// Sets of accounts, ascending. Few, however many spans refer to them.
    std::vector<std::vector<AccountIndex>> groups;
    std::vector<OtherWords> otherWords; ///< by the accounts, then in the order of the first text
    /// There are more, or the texts are too long to look for them.
    bool moreOtherWords = false;
    bool moreFragments = false; ///< there are more places of fragments than are listed
    bool operator==(const AccountComparison&) const = default;
};

/// What bounds the work. Beyond the first `accounts` texts nothing is marked; of each of these an equal part of `words`
/// and `units` (UTF-16) is looked at. Marks and fragments take time in proportion to the words (and to the accounts in
/// a group, for as many different groups as there are); other words are looked for in each two accounts, which takes
/// accounts x words steps, and not at all where that is more than `steps`.
struct ComparisonLimits {
    std::size_t accounts = 1000;
    std::size_t words = 600'000;
    std::size_t units = 4'000'000;
    std::size_t steps = 2'000'000;
    std::size_t otherWords = 200; ///< entries of AccountComparison::otherWords
    std::size_t places = 100'000; ///< of all fragments together
};

/// Words between two pieces that both have are compared up to this many on either side: what is longer is another
/// sentence, not another word.
inline constexpr std::size_t longestOtherWords = 8;

AccountComparison compareAccounts(const std::vector<QString>& texts, const ComparisonLimits& limits = {});

/// Parts of a text that stand between quotation marks, from behind the opening to before the closing one, in the order
/// of their beginnings; one inside another is a part of its own. What is not closed runs to the end of the text (a post
/// that is cut off). Knows the marks “ ” „ ‟ ‘ ’ ‚ « » ‹ › 「 」 『 』 and the straight ", in the order of any
/// language. An apostrophe is no quotation mark.
std::vector<PassageSpan> quotedParts(QStringView text);

} // namespace quoteline::model
