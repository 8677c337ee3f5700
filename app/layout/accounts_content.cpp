// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/accounts_content.h"

#include "app/layout/date_words.h"
#include "app/layout/translate.h"
#include "model/account_order.h"
#include <algorithm>
#include <map>

namespace quoteline::layout {

using model::Fragment;
using model::MarkedWords;
using model::WordMark;

namespace {

constexpr qsizetype longestFragment = 200; // characters of it that are told
constexpr std::size_t mostSentences = 12;  // of an account
constexpr qsizetype longestMarks = 2000;

QString lineOf(QStringView text, qsizetype most) {
    return displayLine(text.toUtf8().toStdString(), most);
}

QString wordsOf(const Accounts& accounts, std::size_t account, const model::TextSpan& span) {
    return lineOf(QStringView(accounts.texts[account]).mid(span.start, span.length), longestFragment);
}

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

/// What the accounts say of each other, by account. Looked for once for all of them.
class Sentences {
public:
    Sentences(const StoryView& view, const Accounts& accounts)
        : m_view(view)
        , m_accounts(accounts)
        , m_said(accounts.quotes.size())
        , m_quotedBy(accounts.quotes.size()) {
        for (std::size_t i = 0; i < m_said.size(); ++i)
            for (const Fragment& fragment : accounts.comparison.accounts[i].fragments)
                addFragment(i, fragment);
        for (std::size_t i = 0; i < m_said.size(); ++i) {
            addQuoting(i);
            addNeighbours(i);
        }
    }
    const QStringList& of(std::size_t account) const { return m_said[account]; }

private:
    static bool isFull(const QStringList& list) { return list.size() >= static_cast<qsizetype>(mostSentences); }

    void addFragment(std::size_t account, const Fragment& fragment) {
        const QString words =
            translate("layout", "“%1”", "the words of a source").arg(wordsOf(m_accounts, account, fragment.span));
        QStringList names;
        for (const Fragment::Place& place : fragment.places) {
            if (!isFull(names))
                names.append(accountName(m_view, m_accounts, place.account));
            QStringList& quoted = m_quotedBy[place.account][account];
            if (!isFull(quoted))
                quoted.append(fragment.whole ? QString() : words);
        }
        if (isFull(m_said[account]))
            return;
        const QString where = names.join(QStringLiteral(", "));
        m_said[account].append(
            fragment.whole
                ? translate("layout", "All of these words stand word for word in %1.", "accounts").arg(where)
                : translate("layout", "%1 stands word for word in %2.", "words, accounts").arg(words, where));
    }

    /// The other side of fragments: the words of others that stand in this account.
    void addQuoting(std::size_t account) {
        for (const auto& [from, words] : m_quotedBy[account]) {
            if (isFull(m_said[account]))
                return;
            const QString name = accountName(m_view, m_accounts, from);
            m_said[account].append(
                words.front().isEmpty()
                    ? translate("layout", "All words of %1 stand here word for word.", "an account").arg(name)
                    : translate("layout", "Words of it that stand in quotation marks in %1: %2", "an account, words")
                          .arg(name, words.join(QStringLiteral(", "))));
        }
    }

    void addNeighbours(std::size_t account) {
        const model::ComparedAccount& compared = m_accounts.comparison.accounts[account];
        const bool whole = compared.compared == m_accounts.texts[account].size();
        const bool shares = std::any_of(compared.marks.begin(), compared.marks.end(),
                                        [](const MarkedWords& words) { return words.mark == WordMark::Shared; });
        if (!whole)
            m_said[account].append(translate("layout", "Only the first %1 characters are compared.", "a number")
                                       .arg(number(static_cast<std::size_t>(compared.compared), m_view.locale())));
        else if (!shares)
            m_said[account].append(translate("layout", "No two words of it stand side by side in another account."));
    }

    const StoryView& m_view;
    const Accounts& m_accounts;
    std::vector<QStringList> m_said;
    /// For each account those that quote of its words, with the words; an empty text for all the words of the other.
    std::vector<std::map<std::size_t, QStringList>> m_quotedBy;
};

QStringList notesOf(const Accounts& accounts) {
    QStringList notes;
    if (accounts.orderUncertain)
        notes.append(translate("layout", "The dates do not decide which document was published first."));
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
        accounts.texts.push_back(QString::fromUtf8(exact.data(), static_cast<qsizetype>(exact.size())));
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
             displayLine(view.story().sources()[accounts.quotes[account].source].publisher, 80));
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
        content.date = dateInWords(view.story(), *event, DateStyle::Long);
    }
    return content;
}

AccountsContent accountsContent(const StoryView& view, model::EventIndex event, const Accounts& accounts,
                                std::size_t most) {
    AccountsContent content;
    content.title = shownLineStart(view.story().title(event));
    content.date = dateInWords(view.story(), event, DateStyle::Long);
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
    const Sentences sentences(view, accounts);
    for (std::size_t i = 0; i < count; ++i) {
        AccountContent& one = content.accounts.emplace_back();
        one.quote = quoteContent(view, accounts.quotes[i], characters);
        one.name = translate("layout", "%1 · %2", "the number of an account and its publisher")
                       .arg(number(i + 1, view.locale()), one.quote.source.publisher);
        one.words = runsOf(accounts, i, one.quote.exact);
        one.sentences = sentences.of(i);
        one.marks = marksInWords(one.words);
    }
    return content;
}

} // namespace quoteline::layout
