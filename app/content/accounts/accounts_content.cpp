// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/content/accounts/accounts_content.h"

#include "app/content/words/date_words.h"
#include "app/content/words/display_text.h"
#include "app/content/words/translate.h"
#include "model/accounts/account_order.h"
#include "model/text/utf8_text.h"
#include <algorithm>

namespace quoteline::layout {

using model::MarkedWords;
using model::WordMark;

namespace {

constexpr qsizetype longestMarks = 2000;

/// The first `characters` of a text, in units.
qsizetype unitsOf(QStringView text, qsizetype characters) {
    qsizetype units = 0;
    for (; characters > 0 && units < text.size(); --characters)
        units += text[units].isHighSurrogate() && units + 1 < text.size() && text[units + 1].isLowSurrogate() ? 2 : 1;
    return units;
}

/// A passage in runs, as it is shown.
class Runs {
public:
    Runs(QStringView text, qsizetype shown)
        : m_text(text.first(shown)) {}

    /// Up to `end`, which may lie beyond of what is shown.
    void add(qsizetype end, AccountMark mark) {
        end = std::min(end, m_text.size());
        if (end <= m_at)
            return;
        addText(displayText(m_text.mid(m_at, end - m_at).toUtf8().toStdString()), mark);
        m_at = end;
    }
    void addText(const QString& text, AccountMark mark) {
        if (!m_runs.empty() && m_runs.back().mark == mark)
            m_runs.back().text += text;
        else
            m_runs.push_back({text, mark});
    }
    std::vector<AccountRun> runs() && { return std::move(m_runs); }

private:
    QStringView m_text;
    qsizetype m_at = 0;
    std::vector<AccountRun> m_runs;
};

std::vector<AccountRun> runsOf(const Accounts& accounts, std::size_t account, const ShownText& exact) {
    const QString& text = accounts.texts[account];
    Runs runs(text, exact.isCut() ? unitsOf(text, exact.shown) : text.size());
    for (const MarkedWords& words : accounts.comparison.accounts[account].marks) {
        const AccountMark mark = words.mark == WordMark::Shared ? AccountMark::Shared : AccountMark::OnlyHere;
        runs.add(words.span.start, words.continues ? mark : AccountMark::None);
        runs.add(words.span.end(), mark);
    }
    runs.add(text.size(), AccountMark::None);
    if (exact.isCut())
        runs.addText(QString(QChar(0x2026)), AccountMark::None);
    return std::move(runs).runs();
}

/// The runs of a mark, in quotation marks.
QString runsInWords(const std::vector<AccountRun>& runs, AccountMark mark) {
    QStringList all;
    for (const AccountRun& run : runs)
        if (run.mark == mark)
            all.append(translate("layout", "“%1”", "the words of a source").arg(run.text));
    return all.join(QStringLiteral(", "));
}

QString marksInWords(const std::vector<AccountRun>& runs) {
    QStringList said;
    const QString shared = runsInWords(runs, AccountMark::Shared);
    const QString only = runsInWords(runs, AccountMark::OnlyHere);
    if (!shared.isEmpty())
        said.append(translate("layout", "In common: %1", "words of a source").arg(shared));
    if (!only.isEmpty())
        said.append(translate("layout", "Only here: %1", "words of a source").arg(only));
    QString words = said.join(QStringLiteral(". "));
    if (words.size() > longestMarks)
        words = words.left(longestMarks) + QChar(0x2026);
    return words;
}

QStringList notesOf(const Accounts& accounts) {
    QStringList notes;
    if (accounts.orderUncertain)
        notes.append(translate("layout", "The dates do not decide which document was published first."));
    for (std::size_t i = 0; i < accounts.texts.size(); ++i)
        if (accounts.comparison.accounts[i].compared < accounts.texts[i].size()) {
            notes.append(translate("layout", "The accounts are too long to be compared whole: the marks hold for the "
                                             "parts that were compared."));
            break;
        }
    if (accounts.comparison.moreFragments || accounts.comparison.moreOtherWords)
        notes.append(translate("layout", "There are more differences than are listed, or the accounts are too long to "
                                         "look for all of them."));
    return notes;
}

} // namespace

Accounts accountsOf(const StoryView& view, model::EventIndex event) {
    const model::AccountOrder order = model::accountOrder(view.story(), event);
    Accounts accounts;
    accounts.orderUncertain = order.uncertain;
    for (const std::size_t quote : order.quotes) {
        accounts.quotes.push_back(view.story().quote(event, quote));
        const std::string_view exact = accounts.quotes.back().exact;
        accounts.texts.push_back(model::fromUtf8(exact));
    }
    accounts.comparison = model::compareAccounts(accounts.texts);
    return accounts;
}

QString sharedInWords() {
    return translate("layout", "words that stand side by side in another account too");
}

QString onlyHereInWords() {
    return translate("layout", "words that no other account has");
}

QString elsewhereInWords() {
    return translate("layout", "words that another account has beside other ones");
}

QString comparisonInWords() {
    return translate("layout", "Words are compared without case, punctuation and typography.");
}

QString accountName(const StoryView& view, const Accounts& accounts, std::size_t account) {
    return translate("layout", "account %1 (%2)", "number, publisher")
        .arg(number(account + 1, view.locale()),
             isolated(displayLine(view.story().sources()[accounts.quotes[account].source].publisher, 80)));
}

QString comparisonObstacle(const StoryView& view, std::optional<model::EventIndex> event) {
    if (!event)
        return translate("layout", "No event is selected. Select one whose quotes come from two or more documents.");
    if (model::hasAccounts(view.story(), *event))
        return {};
    switch (view.story().quoteCount(*event)) {
    case 0:
        return translate("layout", "The selected event has no quotes.");
    case 1:
        return translate("layout", "The selected event has only one account: it has one quote.");
    default:
        return translate("layout", "The selected event has only one account: all its quotes come from one document and "
                                   "are known in the same way.");
    }
}

AccountsContent accountsContent(const StoryView& view, std::optional<model::EventIndex> event, std::size_t most) {
    if (event && model::hasAccounts(view.story(), *event))
        return accountsContent(view, *event, accountsOf(view, *event), most);
    AccountsContent content;
    content.obstacle = comparisonObstacle(view, event);
    if (event) {
        content.title = shownLineStart(view.story().title(*event));
        content.date = view.longDate(*event);
    }
    return content;
}

AccountsContent accountsContent(const StoryView& view, model::EventIndex event, const Accounts& accounts,
                                std::size_t most) {
    AccountsContent content;
    content.title = shownLineStart(view.story().title(event));
    content.date = view.longDate(event);
    content.legend = {{translate("layout", "Underlined"), AccountMark::Shared},
                      {translate("layout", ": %1. ", "what a mark means").arg(sharedInWords()), AccountMark::None},
                      {translate("layout", "Dotted"), AccountMark::OnlyHere},
                      {translate("layout", ": %1. No line: %2. ", "what a mark and its absence mean")
                               .arg(onlyHereInWords(), elsewhereInWords()) +
                           comparisonInWords(),
                       AccountMark::None}};
    content.notes = notesOf(accounts);
    content.accountCount = accounts.quotes.size();
    content.differences = accountDifferences(view, accounts);
    const std::size_t count = std::min(most, content.accountCount);
    const qsizetype characters =
        std::clamp(shownCharactersOfAll / std::max<qsizetype>(1, static_cast<qsizetype>(count)), shownBesideCharacters,
                   shownCharacters);
    const std::vector<QStringList> sentences = accountSentences(view, accounts);
    for (std::size_t i = 0; i < count; ++i) {
        AccountContent& one = content.accounts.emplace_back();
        one.quote = quoteContent(view, accounts.quotes[i], characters);
        one.name = translate("layout", "%1 · %2", "the number of an account and its publisher")
                       .arg(number(i + 1, view.locale()), isolated(one.quote.source.publisher));
        one.words = runsOf(accounts, i, one.quote.exact);
        one.sentences = sentences[i];
        one.marks = marksInWords(one.words);
    }
    return content;
}

} // namespace quoteline::layout
