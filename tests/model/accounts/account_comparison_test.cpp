// SPDX-License-Identifier: GPL-3.0-or-later
// What accounts share is found by trying every run of words against every other account; the program must agree.
#include "model/accounts/account_comparison.h"

#include "tests/model/story_fixtures.h"
#include <algorithm>
#include <gtest/gtest.h>
#include <set>

using namespace quoteline::model;
using quoteline::test::Dice;

namespace {

QString text(const char* utf8) {
    return QString::fromUtf8(utf8);
}

std::vector<QString> texts(std::initializer_list<const char*> all) {
    std::vector<QString> list;
    for (const char* one : all)
        list.push_back(text(one));
    return list;
}

QString part(const QString& of, const PassageSpan& span) {
    return of.mid(span.start, span.length);
}

using Words = std::vector<QString>;

Words foldedOf(const QString& of) {
    Words words;
    for (const ComparedWord& word : comparedWords(of, 1000))
        words.push_back(word.folded);
    return words;
}

bool standsAt(const Words& run, const Words& in, std::size_t at) {
    return at + run.size() <= in.size() &&
           std::equal(run.begin(), run.end(), in.begin() + static_cast<std::ptrdiff_t>(at));
}

bool standsIn(const Words& run, const Words& in) {
    for (std::size_t at = 0; at + run.size() <= in.size(); ++at)
        if (standsAt(run, in, at))
            return true;
    return false;
}

Words slice(const Words& of, std::size_t first, std::size_t last) {
    return {of.begin() + static_cast<std::ptrdiff_t>(first), of.begin() + static_cast<std::ptrdiff_t>(last)};
}

/// The accounts that have a run of two or more words around the word `at` of `own`.
std::set<AccountIndex> sharers(const std::vector<Words>& all, std::size_t own, std::size_t at) {
    std::set<AccountIndex> found;
    for (std::size_t first = 0; first <= at; ++first)
        for (std::size_t last = std::max(at + 1, first + 2); last <= all[own].size(); ++last)
            for (std::size_t other = 0; other < all.size(); ++other)
                if (other != own && standsIn(slice(all[own], first, last), all[other]))
                    found.insert(static_cast<AccountIndex>(other));
    return found;
}

bool hasWord(const Words& words, const QString& word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

/// Few words, so that runs recur in all ways.
std::vector<QString> randomTexts(Dice& dice) {
    static constexpr const char* pool[] = {"a",   "b",      "c", "d",   "A",      "Ice",
                                           "ice", "\u2019", ",", "not", "\u201C", "\u201D"};
    std::vector<QString> all;
    for (int i = 2 + static_cast<int>(dice.roll(4)); i > 0; --i) {
        QString one;
        for (int k = static_cast<int>(dice.roll(13)); k > 0; --k)
            one += text(pool[dice.roll(std::size(pool))]) + u' ';
        all.push_back(one);
    }
    return all;
}

QStringList marked(const std::vector<QString>& all, std::size_t account, WordMark mark) {
    QStringList parts;
    const AccountComparison comparison = compareAccounts(all);
    for (const MarkedWords& one : comparison.accounts[account].marks)
        if (one.mark == mark)
            parts.append(part(all[account], one.span));
    return parts;
}

} // namespace

TEST(ComparedWords, AreTheSameWhateverTheirCaseAndTypography) {
    const Words plain = foldedOf(text("ICE's agents are not welcome in Milan don't cafe\u0301"));
    for (const char* other :
         {"Ice\u2019s AGENTS \u2013 are \u201Cnot wel\u00ADcome\u201D in\u00A0Milan\u2026 don\u02BCt caf\u00E9",
          "ice's\nagents,are;not wel\u200Bcome (in) \uFEFFMilan! DON\u2019T CAF\u00C9"})
        EXPECT_EQ(foldedOf(text(other)), plain) << other;
    for (const char* other :
         {"ICE's agents are welcome in Milan don't cafe\u0301",
          "ICE's agents are not welcomed in Milan don't cafe\u0301",
          "ICEs agents are not welcome in Milan don't cafe\u0301", "ICE's agents are not welcome in Milan don't cafe"})
        EXPECT_NE(foldedOf(text(other)), plain) << other;
}

TEST(ComparedWords, SpanTheirLettersInTheTextAsItIs) {
    const QString one = text("\u201CWel\u00ADcome,\u201D \U0001F6A8 U.S.D. 10,000 end. x _x_ \u5E02\u957F");
    QStringList found;
    for (const ComparedWord& word : comparedWords(one, 100))
        found.append(part(one, word.span));
    EXPECT_EQ(found, QStringList({text("Wel\u00ADcome"), text("U.S.D"), text("10,000"), text("end"), text("x"),
                                  text("x"), text("\u5E02"), text("\u957F")}));
    EXPECT_EQ(comparedWords(one, 2).size(), 2U);
    EXPECT_TRUE(comparedWords(text(" \u2026 \U0001F6A8 "), 100).empty());
}

TEST(Accounts, MarkTheWordsThatStandSideBySideElsewhereAndThoseThatStandNowhereElse) {
    const auto all = texts({"The mayor said ICE has no place in his city.",
                            "Officials: ice agents are not welcome IN HIS CITY, the report said"});
    EXPECT_EQ(marked(all, 0, WordMark::Shared), QStringList({text("in his city")}));
    EXPECT_EQ(marked(all, 1, WordMark::Shared), QStringList({text("IN HIS CITY")}));
    EXPECT_EQ(marked(all, 0, WordMark::OnlyHere), QStringList({text("mayor"), text("has no place")}));
    EXPECT_EQ(marked(all, 1, WordMark::OnlyHere),
              QStringList({text("Officials"), text("agents are not welcome"), text("report")}));
}

TEST(Accounts, AgreeWithAComparisonOfEveryRunOfWordsWithEveryOtherAccount) {
    Dice dice(4);
    std::size_t shared = 0;
    std::size_t only = 0;
    for (int round = 0; round < 400; ++round) {
        const std::vector<QString> all = randomTexts(dice);
        std::vector<Words> folded;
        for (const QString& one : all)
            folded.push_back(foldedOf(one));
        const AccountComparison comparison = compareAccounts(all);
        ASSERT_EQ(comparison.accounts.size(), all.size());
        for (std::size_t account = 0; account < all.size(); ++account) {
            const auto words = comparedWords(all[account], 1000);
            for (std::size_t i = 0; i < words.size(); ++i) {
                const auto& marks = comparison.accounts[account].marks;
                const auto mark = std::find_if(marks.begin(), marks.end(), [&](const MarkedWords& one) {
                    return one.span.start <= words[i].span.start && words[i].span.end() <= one.span.end();
                });
                std::set<AccountIndex> expected = sharers(folded, account, i);
                if (!expected.empty()) {
                    ++shared;
                    ASSERT_NE(mark, marks.end());
                    EXPECT_EQ(mark->mark, WordMark::Shared);
                    expected.insert(static_cast<AccountIndex>(account));
                    const auto& group = comparison.groups[mark->group];
                    EXPECT_EQ(std::set<AccountIndex>(group.begin(), group.end()), expected);
                    continue;
                }
                const bool elsewhere = [&] {
                    for (std::size_t other = 0; other < all.size(); ++other)
                        if (other != account && hasWord(folded[other], words[i].folded))
                            return true;
                    return false;
                }();
                only += elsewhere ? 0 : 1;
                ASSERT_EQ(mark == marks.end(), elsewhere);
                EXPECT_TRUE(elsewhere || mark->mark == WordMark::OnlyHere);
            }
        }
    }
    EXPECT_GT(shared, 1000U);
    EXPECT_GT(only, 200U);
}

TEST(Accounts, TellWhereTwoSharedSpansAreOneRunOfWords) {
    const auto all = texts({"one two three four five six", "two three", "three four", "five six"});
    const AccountComparison comparison = compareAccounts(all);
    const auto& marks = comparison.accounts[0].marks;
    ASSERT_EQ(marks.size(), 5U); // one | two | three | four | five six
    EXPECT_EQ(part(all[0], marks[0].span), text("one"));
    EXPECT_EQ(marks[0].mark, WordMark::OnlyHere);
    for (std::size_t i = 2; i < marks.size(); ++i)
        EXPECT_EQ(marks[i].continues, i < 4) << i; // "four five" stand side by side in no other account
    EXPECT_EQ(comparison.groups[marks[2].group], (std::vector<AccountIndex>{0, 1, 2}));
}

TEST(Accounts, FindAFragmentInsideOfAWhole) {
    const auto all = texts({"This is a militia that kills, a militia that enters into the homes of people.",
                            "He called it \u201Ca militia that kills\u201D and \u201Cnot this\u201D, they said.",
                            "a Militia that kills", "Nothing of the kind"});
    const AccountComparison comparison = compareAccounts(all);
    ASSERT_EQ(comparison.accounts[1].fragments.size(), 1U);
    const Fragment& quoted = comparison.accounts[1].fragments.front();
    EXPECT_EQ(part(all[1], quoted.span), text("a militia that kills"));
    EXPECT_FALSE(quoted.whole);
    ASSERT_EQ(quoted.places.size(), 2U);
    EXPECT_EQ(part(all[0], quoted.places[0].span), text("a militia that kills"));
    EXPECT_EQ(quoted.places[0].account, 0U);
    EXPECT_EQ(quoted.places[1].account, 2U);
    ASSERT_EQ(comparison.accounts[2].fragments.size(), 1U);
    EXPECT_TRUE(comparison.accounts[2].fragments.front().whole);
    EXPECT_EQ(comparison.accounts[2].fragments.front().places.size(), 2U);
    EXPECT_TRUE(comparison.accounts[0].fragments.empty());
    EXPECT_TRUE(comparison.accounts[3].fragments.empty());
}

TEST(Accounts, FindTheFragmentsThatASearchOfEveryPlaceFinds) {
    Dice dice(5);
    std::size_t found = 0;
    for (int round = 0; round < 600; ++round) {
        const std::vector<QString> all = randomTexts(dice);
        std::vector<Words> folded;
        for (const QString& one : all)
            folded.push_back(foldedOf(one));
        const AccountComparison comparison = compareAccounts(all);
        for (std::size_t account = 0; account < all.size(); ++account) {
            std::set<std::pair<QString, AccountIndex>> expected; // words, joined, and where they stand
            const auto expect = [&](const Words& run) {
                for (std::size_t other = 0; run.size() > 1 && other < all.size(); ++other)
                    if (other != account && standsIn(run, folded[other]))
                        expected.emplace(QStringList(run.begin(), run.end()).join(u' '), other);
            };
            expect(folded[account]);
            for (const PassageSpan& quoted : quotedParts(all[account]))
                expect(foldedOf(part(all[account], quoted)));
            std::set<std::pair<QString, AccountIndex>> told;
            for (const Fragment& fragment : comparison.accounts[account].fragments) {
                const Words run = foldedOf(part(all[account], fragment.span));
                for (const Fragment::Place& place : fragment.places) {
                    EXPECT_EQ(foldedOf(part(all[place.account], place.span)), run);
                    told.emplace(QStringList(run.begin(), run.end()).join(u' '), place.account);
                }
            }
            found += told.size();
            for (const auto& one : told)
                EXPECT_TRUE(expected.contains(one)) << one.first.toStdString();
            for (const auto& one : expected) { // or inside of one that is told
                const bool inside = std::any_of(told.begin(), told.end(), [&](const auto& larger) {
                    return larger.second == one.second &&
                           QString(u' ' + larger.first + u' ').contains(QString(u' ' + one.first + u' '));
                });
                EXPECT_TRUE(inside) << one.first.toStdString();
            }
        }
    }
    EXPECT_GT(found, 100U);
}

TEST(QuotedParts, KnowTheMarksOfManyLanguages) {
    const auto partsOf = [](const char* utf8) {
        const QString all = text(utf8);
        QStringList parts;
        for (const PassageSpan& span : quotedParts(all))
            parts.append(part(all, span));
        return parts;
    };
    for (const char* one : {"x \u201Ca b\u201D y", "x \u201Ea b\u201C y", "x \u201Da b\u201D y", "x \u00ABa b\u00BB y",
                            "x \u00BBa b\u00AB y", "x \u2039a b\u203A y", "x \"a b\" y", "x \u300Ca b\u300D y",
                            "x \u2018a b\u2019 y", "x \u201Ca b", "x \u201Aa b\u2018 y"})
        EXPECT_EQ(partsOf(one), QStringList({text("a b")})) << one;
    EXPECT_EQ(partsOf("\u201Ca \u2018b c\u2019 d\u201D"), QStringList({text("a \u2018b c\u2019 d"), text("b c")}));
    EXPECT_EQ(partsOf("Italy\u2019s \u2018agents\u2019 aren\u2019t"), QStringList({text("agents")}));
    EXPECT_EQ(partsOf("\u201Cfirst\n\u201Csecond\u201D"), QStringList({text("first\n"), text("second")}));
    for (const char* none : {"Italy\u2019s agents", "a 5\" pipe", "\u2019Twas \u2018n roll", "a\u201D b", ""})
        EXPECT_TRUE(partsOf(none).empty()) << none;
}
