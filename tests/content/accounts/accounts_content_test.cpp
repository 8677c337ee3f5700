// SPDX-License-Identifier: GPL-3.0-or-later
// What is said about accounts, for the story that ships and for stories made to be hard.
#include "app/content/accounts/accounts_content.h"

#include "model/accounts/account_order.h"
#include "tests/content/panel_stories.h"
#include <algorithm>
#include <gtest/gtest.h>
#include <set>

namespace quoteline::test {

using namespace layout;
using model::EventIndex;

namespace {

AccountsContent contentOf(std::string_view id) {
    return accountsContent(embeddedView(), eventOf(embeddedView(), id));
}

QString wordsOf(const AccountContent& account) {
    QString all;
    for (const AccountRun& run : account.words)
        all += run.text;
    return all;
}

QStringList runsOf(const AccountContent& account, AccountMark mark) {
    QStringList runs;
    for (const AccountRun& run : account.words)
        if (run.mark == mark)
            runs.append(run.text);
    return runs;
}

QStringList linesOf(const AccountsContent& content, const char* heading) {
    for (const AccountDifference& difference : content.differences)
        if (difference.heading == text(heading))
            return difference.lines;
    return {};
}

/// Event "a" with a direct quotation and as many reports.
SmallStory told(const std::string& directly, const std::vector<std::string>& reports) {
    SmallStory small;
    small.events[0].quotes.push_back(plainQuote(directly));
    for (const std::string& report : reports) {
        small.events[0].quotes.push_back(plainQuote(report));
        small.events[0].quotes.back().form = model::QuoteForm::Report;
    }
    return small;
}

} // namespace

TEST(AccountsContent, ComparesEveryEventWithTwoDocumentsOrFormsAndNoOther) {
    const StoryView& view = embeddedView();
    const model::Story& story = view.story();
    std::size_t comparable = 0;
    for (EventIndex event = 0; event < story.eventCount(); ++event) {
        std::set<std::pair<model::SourceIndex, model::QuoteForm>> kinds;
        for (std::size_t i = 0; i < story.quoteCount(event); ++i)
            kinds.emplace(story.quote(event, i).source, story.quote(event, i).form);
        const AccountsContent content = accountsContent(view, event);
        EXPECT_EQ(content.obstacle.isEmpty(), kinds.size() > 1) << story.id(event);
        EXPECT_EQ(evidenceContent(view, event).hasAccounts, kinds.size() > 1) << story.id(event);
        EXPECT_EQ(content.accounts.size(), kinds.size() > 1 ? story.quoteCount(event) : 0);
        EXPECT_EQ(content.title.text, text(story.title(event)));
        comparable += kinds.size() > 1 ? 1 : 0;
    }
    EXPECT_EQ(comparable, 3U); // Sala, the Department of Homeland Security, the opening ceremony
    const AccountsContent none = accountsContent(view, std::nullopt);
    EXPECT_FALSE(none.obstacle.isEmpty());
    EXPECT_TRUE(none.title.isEmpty());
}

TEST(AccountsContent, HoldsEveryPassageWordForWordInTheOrderOfPublication) {
    for (const char* id : {"sala-statement", "dhs-statement", "opening-ceremony"}) {
        const StoryView& view = embeddedView();
        const EventIndex event = eventOf(view, id);
        const AccountsContent content = accountsContent(view, event);
        const auto order = model::accountOrder(view.story(), event).quotes;
        ASSERT_EQ(content.accounts.size(), order.size());
        for (std::size_t i = 0; i < order.size(); ++i)
            EXPECT_EQ(wordsOf(content.accounts[i]), text(view.story().quote(event, order[i]).exact));
        EXPECT_EQ(content.accounts.front().name, text("1 · allthe.news")); // it may be a day older
        EXPECT_EQ(content.accounts.back().quote.source.publisher, text("The Inquisitr"));
        EXPECT_TRUE(content.notes.contains(text("The dates do not decide which document was published first.")));
    }
}

TEST(AccountsContent, TellsWhatTheAccountsOfTheMayorShareAndWhatNot) {
    const AccountsContent content = contentOf("sala-statement");
    ASSERT_EQ(content.accounts.size(), 4U);
    const AccountContent& report = content.accounts[2];
    EXPECT_EQ(runsOf(report, AccountMark::Shared),
              QStringList({text("Giuseppe Sala"), text("that ICE"), text("in his city")}));
    EXPECT_EQ(runsOf(report, AccountMark::OnlyHere), QStringList({text("has made"), text("has no place")}));
    EXPECT_TRUE(report.marks.contains(text("Only here: “has made”, “has no place”")));
    EXPECT_TRUE(content.accounts[0].sentences.contains(
        text("“a militia that kills” stands word for word in account 2 (The Inquisitr), account 4 (The Inquisitr).")));
    EXPECT_TRUE(content.accounts[1].sentences.contains(
        text("Words of it that stand in quotation marks in account 1 (allthe.news): “a militia that kills”, “not "
             "welcome in Milan”")));
    EXPECT_TRUE(linesOf(content, "Other words between the same words")
                    .contains(text("“has no place” (account 3) beside “agents are not welcome” (account 4), between "
                                   "“that ICE” and “in his city”")));
    EXPECT_EQ(linesOf(content, "How the words are known"),
              QStringList({text("reported by the source: accounts 1, 3"), text("direct quotation: account 2"),
                           text("relayed in a post: account 4")}));
    EXPECT_EQ(linesOf(content, "Named as the speaker"),
              QStringList({text("nobody: accounts 1, 3, 4"), text("Giuseppe Sala: account 2")}));
}

TEST(AccountsContent, TellsAStatementFromAPostAndFindsTheQuotedWordsInTheStatement) {
    const AccountsContent content = contentOf("dhs-statement");
    ASSERT_EQ(content.accounts.size(), 5U);
    EXPECT_EQ(
        linesOf(content, "Named as the channel"),
        QStringList({text("Post on X: account 1"), text("none: accounts 2, 3, 5"), text("statement: account 4")}));
    EXPECT_TRUE(content.accounts[0].sentences.contains(
        text("“vet and mitigate risks from transnational criminal organizations” stands word for word in account 5 "
             "(The Inquisitr).")));
    const QStringList others = linesOf(content, "Other words between the same words");
    EXPECT_TRUE(others.contains(text("“(HSI) division will support” (account 1) beside “is supporting” (account 5), "
                                     "between “Homeland Security Investigations” and “the U.S. Department”")));
    EXPECT_TRUE(others.contains(text("“Italian authorities by helping” (account 1) beside “host nation to” (account "
                                     "5), between “Security Service and” and “vet and mitigate”")));
}

TEST(AccountsContent, SaysNothingOfWhatAllHaveInTheSameWay) {
    EXPECT_TRUE(linesOf(contentOf("opening-ceremony"), "How the words are known").isEmpty());
    EXPECT_TRUE(linesOf(contentOf("opening-ceremony"), "Named as the speaker").isEmpty());
    const StoryView view = told("the very same words", {"The very same words"}).view();
    const AccountsContent content = accountsContent(view, 0);
    ASSERT_EQ(content.accounts.size(), 2U);
    EXPECT_TRUE(content.notes.isEmpty()); // one document
    EXPECT_TRUE(
        content.accounts[0].sentences.contains(text("All words of account 2 (Publisher) stand here word for word.")));
    EXPECT_TRUE(content.accounts[0].sentences.contains(
        text("All of these words stand word for word in account 2 (Publisher).")));
    const AccountsContent strange = accountsContent(told("alpha beta", {"gamma delta"}).view(), 0);
    EXPECT_EQ(strange.accounts[0].sentences,
              QStringList({text("No two words of it stand side by side in another account.")}));
}

TEST(AccountsContent, GivesTheSameOtherWordsOfSeveralAccountsOnce) {
    const AccountsContent content =
        accountsContent(told("he said yes to it all", {"he said no to it all", "He said no to it all"}).view(), 0);
    EXPECT_EQ(linesOf(content, "Other words between the same words"),
              QStringList({text("“yes” (account 1) beside “no” (accounts 2, 3), between “he said” and “to it all”")}));
    const AccountsContent added = accountsContent(told("they will go there", {"they will not go there"}).view(), 0);
    EXPECT_EQ(linesOf(added, "Other words between the same words"),
              QStringList({text("no word (account 1) beside “not” (account 2), between “they will” and “go there”")}));
}

TEST(AccountsContent, ShowsControlsAsTextAndLongPassagesInPart) {
    std::string longOne;
    for (int i = 0; i < 6000; ++i)
        longOne += "word" + std::to_string(i) + " ";
    const StoryView view =
        told(longOne, {"word1 word2 \u202Eback\u202C <b>bold</b>\nnext \U0001F6A8 word3 word4"}).view();
    const AccountsContent content = accountsContent(view, 0);
    ASSERT_EQ(content.accounts.size(), 2U);
    for (const AccountContent& account : content.accounts)
        EXPECT_EQ(wordsOf(account), account.quote.exact.text);
    EXPECT_TRUE(content.accounts[0].quote.exact.isCut());
    EXPECT_TRUE(wordsOf(content.accounts[1]).contains(text("[RLO]")));
    EXPECT_TRUE(wordsOf(content.accounts[1]).contains(text("<b>bold</b>\nnext")));
    EXPECT_EQ(runsOf(content.accounts[0], AccountMark::Shared),
              QStringList({text("word1 word2"), text("word3 word4")}));
}

TEST(AccountsContent, ShowsManyAccountsInPortionsAndComparesThemAll) {
    std::vector<std::string> reports;
    for (int i = 0; i < 119; ++i)
        reports.push_back("report number " + std::to_string(i));
    reports.push_back("only the last one says this");
    reports.push_back("this stands in the first: alpha beta");
    const StoryView view = told("alpha beta gamma", reports).view();
    const AccountsContent content = accountsContent(view, 0);
    EXPECT_EQ(content.accounts.size(), evidencePortion);
    EXPECT_EQ(content.accountCount, 122U);
    EXPECT_EQ(runsOf(content.accounts[0], AccountMark::Shared), QStringList({text("alpha beta")}));
    EXPECT_EQ(accountsContent(view, 0, 2 * evidencePortion).accounts.size(), 2 * evidencePortion);
    EXPECT_EQ(accountsContent(view, 0, 1000).accounts.size(), 122U);
}

TEST(AccountsContent, SaysWhichAccountsShareWords) {
    const AccountsContent content = accountsContent(told("a b c d", {"b c", "x y", "c d x"}).view(), 0);
    EXPECT_EQ(content.accounts[0].sentences.front(), text("Shares words side by side with accounts 2, 4."));
    EXPECT_EQ(content.accounts[1].sentences.front(), text("Shares words side by side with account 1."));
    EXPECT_EQ(content.accounts[2].sentences,
              QStringList({text("No two words of it stand side by side in another account.")}));
    const std::vector<std::string> reports(40, "a b");
    const AccountsContent all = accountsContent(told("a b", reports).view(), 0);
    EXPECT_TRUE(all.accounts[0].sentences.front().endsWith(text("30, 31, ….")));
}

TEST(AccountsContent, SaysThatTextsAreTooLongToBeComparedWhole) {
    std::string longOne;
    for (int i = 0; i < 310'000; ++i)
        longOne += i % 3 == 0 ? "a " : "b ";
    const AccountsContent content = accountsContent(told(longOne, {"b b c"}).view(), 0);
    EXPECT_TRUE(content.notes.front().startsWith(text("The accounts are too long to be compared whole")));
    EXPECT_EQ(content.accounts[0].sentences.front(), text("Only the first 599,999 characters are compared."));
    EXPECT_EQ(runsOf(content.accounts[1], AccountMark::Shared), QStringList({text("b b")}));
}

TEST(AccountsContent, SaysWhyThereIsNothingToCompare) {
    SmallStory small;
    EXPECT_EQ(accountsContent(small.view(), 0).obstacle, text("The selected event has no quotes."));
    small.events[0].quotes.push_back(plainQuote("words"));
    EXPECT_TRUE(accountsContent(small.view(), 0).obstacle.contains(text("it has one quote")));
    small.events[0].quotes.push_back(plainQuote("other words"));
    const AccountsContent same = accountsContent(small.view(), 0);
    EXPECT_TRUE(same.obstacle.contains(text("one document")));
    EXPECT_TRUE(same.accounts.empty() && same.differences.empty());
}

} // namespace quoteline::test
