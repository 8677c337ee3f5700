// SPDX-License-Identifier: GPL-3.0-or-later
// Words that differ between the same words, the order of accounts, and what bounds the comparison.
#include "model/accounts/account_comparison.h"

#include "model/accounts/account_order.h"
#include "tests/model/story_fixtures.h"
#include <gtest/gtest.h>

using namespace quoteline::model;
using quoteline::test::Dice;
using quoteline::test::storyOf;

namespace {

QString wordsFrom(const char* utf8) {
    return QString::fromUtf8(utf8);
}

QString spanOf(const QString& of, const PassageSpan& span) {
    return of.mid(span.start, span.length);
}

/// "account before [words] after" for both sides.
QStringList told(const std::vector<QString>& all) {
    QStringList lines;
    for (const OtherWords& other : compareAccounts(all).otherWords) {
        QStringList sides;
        for (const OtherWords::Side* side : {&other.first, &other.second}) {
            const QString& of = all[side->account];
            sides.append(QStringLiteral("%1: %2 [%3] %4")
                             .arg(QString::number(side->account), spanOf(of, side->before), spanOf(of, side->words),
                                  spanOf(of, side->after)));
        }
        lines.append(sides.join(QStringLiteral(" | ")));
    }
    return lines;
}

QString joinedWords(const std::vector<int>& numbers) {
    QString all;
    for (const int number : numbers)
        all += QStringLiteral("w%1 ").arg(number);
    return all.trimmed();
}

/// An event with a quote from each of the sources, of which there are as many as dates.
Story storyWith(const std::vector<const char*>& dates, const std::vector<std::size_t>& quotes) {
    StoryBuilder builder;
    StoryInput head;
    head.title = "Story";
    builder.setStory(head);
    Lane lane;
    lane.id = "lane";
    lane.name = "Lane";
    builder.addLane(lane);
    Actor actor;
    actor.id = "actor";
    actor.name = "Actor";
    builder.addActor(actor);
    std::vector<std::string> ids;
    for (std::size_t i = 0; i < dates.size(); ++i)
        ids.push_back("source" + std::to_string(i));
    for (std::size_t i = 0; i < dates.size(); ++i) {
        Source source;
        source.id = ids[i];
        source.publisher = "Publisher";
        if (dates[i])
            source.datePublished = dates[i];
        builder.addSource(source);
    }
    EventInput event;
    event.id = "event";
    event.title = "Title";
    event.lane = "lane";
    event.actor = "actor";
    event.when = "2026-01-27";
    event.whenBasis = "The source says so.";
    for (const std::size_t source : quotes) {
        QuoteInput quote;
        quote.source = ids[source];
        quote.exact = "words";
        quote.form = QuoteForm::Direct;
        event.quotes.push_back(quote);
    }
    builder.addEvent(event);
    const auto built = builder.build();
    EXPECT_TRUE(built.has_value());
    return built.value_or(Story());
}

} // namespace

TEST(OtherWords, AreToldWithTheWordsThatBothHaveOnEitherSide) {
    EXPECT_EQ(told({wordsFrom("it is clear that ICE has no place in his city."),
                    wordsFrom("reveals that ICE \u201Cagents are not welcome\u201D in his city")}),
              QStringList({wordsFrom("0: that ICE [has no place] in his city | "
                                     "1: that ICE [agents are not welcome] in his city")}));
    EXPECT_EQ(
        told({wordsFrom("ICE will carry out raids in Milan"), wordsFrom("ICE will not carry out raids in Milan")}),
        QStringList({wordsFrom("0: ICE will [] carry out raids | 1: ICE will [not] carry out raids")}));
    // Where words recur it is in doubt which belong to which.
    EXPECT_TRUE(told({wordsFrom("x y a x y b x y"), wordsFrom("x y c x y d x y")}).empty());
    // What is long is another sentence.
    EXPECT_TRUE(told({wordsFrom("x y 1 2 3 4 5 6 7 8 9 z q"), wordsFrom("x y 1a z q")}).empty());
    EXPECT_TRUE(told({wordsFrom("the same words"), wordsFrom("The \u201Csame\u201D words")}).empty());
}

TEST(OtherWords, AreAllThatWereChangedAndNothingElse) {
    Dice dice(7);
    std::size_t changes = 0;
    for (int round = 0; round < 300; ++round) {
        std::vector<int> a;
        std::vector<int> b;
        QStringList expected;
        int fresh = 1000;
        for (int next = 0, stretches = 1 + static_cast<int>(dice.roll(6)); stretches >= 0; --stretches) {
            std::vector<int> common;
            for (std::size_t k = 3 + dice.roll(4); k > 0; --k)
                common.push_back(next++);
            if (!a.empty()) {
                std::vector<int> inA;
                std::vector<int> inB;
                for (std::size_t k = dice.roll(5); k > 0; --k)
                    inA.push_back(fresh++);
                for (std::size_t k = dice.roll(5) + (inA.empty() ? 1 : 0); k > 0; --k)
                    inB.push_back(fresh++);
                const QString before = joinedWords({a.end() - 3, a.end()});
                const QString after = joinedWords({common.begin(), common.begin() + 3});
                expected.append(QStringLiteral("0: %1 [%2] %4 | 1: %1 [%3] %4")
                                    .arg(before, joinedWords(inA), joinedWords(inB), after));
                a.insert(a.end(), inA.begin(), inA.end());
                b.insert(b.end(), inB.begin(), inB.end());
                ++changes;
            }
            a.insert(a.end(), common.begin(), common.end());
            b.insert(b.end(), common.begin(), common.end());
        }
        ASSERT_EQ(told({joinedWords(a), joinedWords(b)}), expected);
    }
    EXPECT_GT(changes, 500U);
}

TEST(Comparison, OfOneAccountOrNoneMarksNothing) {
    EXPECT_TRUE(compareAccounts({}).accounts.empty());
    const AccountComparison one = compareAccounts({wordsFrom("only these words")});
    ASSERT_EQ(one.accounts.size(), 1U);
    EXPECT_TRUE(one.accounts[0].marks.empty());
    const AccountComparison empty = compareAccounts({QString(), wordsFrom("words"), QString()});
    ASSERT_EQ(empty.accounts.size(), 3U);
    EXPECT_TRUE(empty.accounts[0].marks.empty());
    EXPECT_EQ(empty.accounts[1].marks.size(), 1U);
}

TEST(Comparison, LooksAtAnEqualPartOfEachTextAndSaysHowMuch) {
    ComparisonLimits limits;
    limits.words = 6;
    const std::vector<QString> all{wordsFrom("a b c d e f g"), wordsFrom("a b")};
    const AccountComparison words = compareAccounts(all, limits);
    EXPECT_EQ(words.accounts[0].compared, 5); // "a b c"
    EXPECT_EQ(words.accounts[1].compared, 3); // all of it
    limits = {};
    limits.units = 12;
    const AccountComparison units = compareAccounts({wordsFrom("abc defgh ijk"), wordsFrom("abc de")}, limits);
    EXPECT_EQ(units.accounts[0].compared, 3); // the cut goes through the second word
    EXPECT_EQ(units.accounts[1].compared, 6);
    limits = {};
    limits.accounts = 2;
    const AccountComparison accounts = compareAccounts({wordsFrom("x y"), wordsFrom("x y"), wordsFrom("x y")}, limits);
    ASSERT_EQ(accounts.accounts.size(), 3U);
    EXPECT_EQ(accounts.accounts[0].marks.size(), 1U);
    EXPECT_TRUE(accounts.accounts[2].marks.empty());
    EXPECT_EQ(accounts.accounts[2].compared, 0);
}

TEST(Comparison, SaysThatThereAreMoreThanItLists) {
    const std::vector<QString> all{wordsFrom("a b 1 c d 2 e f"), wordsFrom("a b 3 c d 4 e f")};
    ComparisonLimits limits;
    EXPECT_FALSE(compareAccounts(all, limits).moreOtherWords);
    limits.otherWords = 1;
    EXPECT_EQ(compareAccounts(all, limits).otherWords.size(), 1U);
    EXPECT_TRUE(compareAccounts(all, limits).moreOtherWords);
    limits = {};
    limits.steps = 10;
    EXPECT_TRUE(compareAccounts(all, limits).otherWords.empty());
    EXPECT_TRUE(compareAccounts(all, limits).moreOtherWords);
    limits = {};
    limits.places = 1;
    EXPECT_TRUE(compareAccounts({wordsFrom("a b"), wordsFrom("a b"), wordsFrom("a b")}, limits).moreFragments);
}

TEST(Comparison, OfFiftyAccountsOfTenThousandWordsKeepsWithinItsBounds) {
    Dice dice(9);
    std::vector<QString> all;
    for (int i = 0; i < 50; ++i) {
        QString one;
        for (int k = 0; k < 10000; ++k)
            one += (k % 40 == 0 ? QStringLiteral("\u201C") : QString()) + QStringLiteral("w%1").arg(dice.roll(3000)) +
                   (k % 40 == 8 ? QStringLiteral("\u201D ") : QStringLiteral(" "));
        all.push_back(one);
    }
    all[7] = all[3]; // the longest run of all
    const AccountComparison comparison = compareAccounts(all);
    EXPECT_TRUE(comparison.moreOtherWords); // 25 million steps were not taken
    for (std::size_t i = 0; i < all.size(); ++i)
        EXPECT_EQ(comparison.accounts[i].compared, all[i].size());
    ASSERT_FALSE(comparison.accounts[7].fragments.empty());
    EXPECT_TRUE(comparison.accounts[7].fragments[0].whole);
    EXPECT_EQ(comparison.accounts[7].fragments[0].places[0].account, 3U);
    // The same word again and again is the worst that can come to a search of runs.
    const std::vector<QString> same(50, QStringLiteral("no ").repeated(10000));
    for (const ComparedAccount& account : compareAccounts(same).accounts) {
        ASSERT_EQ(account.marks.size(), 1U);
        EXPECT_EQ(account.fragments.size(), 1U);
    }
}

TEST(AccountOrder, IsThatOfThePublicationsThenOfTheFile) {
    const Story story = storyWith({"2026-01-28", nullptr, "2026-01-26", "2026-01"}, {0, 1, 2, 0, 3, 2});
    const AccountOrder order = accountOrder(story, 0);
    EXPECT_EQ(order.quotes, (std::vector<std::size_t>{4, 2, 5, 0, 3, 1}));
    EXPECT_TRUE(order.uncertain);
    EXPECT_TRUE(hasAccounts(story, 0));
}

TEST(AccountOrder, IsCertainWhereTheDatesAre) {
    EXPECT_FALSE(accountOrder(storyWith({"2026-01-28", "2026-01-27"}, {0, 1}), 0).uncertain);
    EXPECT_TRUE(accountOrder(storyWith({"2026-01-28", "2026-01-28"}, {0, 1}), 0).uncertain);
    EXPECT_TRUE(accountOrder(storyWith({"2026-01-28", nullptr}, {0, 1}), 0).uncertain);
    EXPECT_EQ(accountOrder(storyWith({"[2026-01-27..2026-02-05]", "[..2026-01-26]"}, {0, 1}), 0).quotes,
              (std::vector<std::size_t>{1, 0}));
    EXPECT_FALSE(hasAccounts(storyWith({"2026-01-28"}, {0, 0}), 0));
    EXPECT_FALSE(hasAccounts(storyWith({"2026-01-28", "2026-01-27"}, {1}), 0));
    EXPECT_FALSE(hasAccounts(storyWith({"2026-01-28"}, {}), 0));
}
