// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/content/accounts/accounts_content.h"
#include "app/content/words/display_text.h"

#include "app/content/words/translate.h"
#include <map>

namespace quoteline::layout {

using model::Fragment;
using model::MarkedWords;
using model::WordMark;

namespace {

constexpr qsizetype longestFragment = 200; // characters of it that are told
constexpr std::size_t mostSentences = 12;  // of an account

QString fragmentText(const Accounts& accounts, std::size_t account, const model::PassageSpan& span) {
    return displayLine(QStringView(accounts.texts[account]).mid(span.start, span.length).toUtf8().toStdString(),
                       longestFragment);
}

/// What the accounts say of each other, by account. Looked for once for all of them.
class Sentences {
public:
    Sentences(const StoryView& view, const Accounts& accounts)
        : m_view(view)
        , m_accounts(accounts)
        , m_said(accounts.quotes.size())
        , m_quotedBy(accounts.quotes.size()) {
        for (std::size_t i = 0; i < m_said.size(); ++i) {
            addNeighbours(i);
            for (const Fragment& fragment : accounts.comparison.accounts[i].fragments)
                addFragment(i, fragment);
        }
        for (std::size_t i = 0; i < m_said.size(); ++i)
            addQuoting(i);
    }
    std::vector<QStringList> take() && { return std::move(m_said); }

private:
    static bool isFull(const QStringList& list) { return list.size() >= static_cast<qsizetype>(mostSentences); }

    void addFragment(std::size_t account, const Fragment& fragment) {
        const QString words = translate("layout", "“%1”", "the words of a source")
                                  .arg(isolated(fragmentText(m_accounts, account, fragment.span)));
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
        const std::set<std::size_t> others = sharing(account);
        if (!whole)
            m_said[account].append(translate("layout", "Only the first %1 characters are compared.", "a number")
                                       .arg(number(static_cast<std::size_t>(compared.compared), m_view.locale())));
        if (!others.empty())
            m_said[account].append(translate("layout", "Shares words side by side with %1.", "accounts")
                                       .arg(accountsInWords(m_view, others)));
        else if (whole)
            m_said[account].append(translate("layout", "No two words of it stand side by side in another account."));
    }

    /// The other accounts that have two words of it side by side.
    std::set<std::size_t> sharing(std::size_t account) const {
        std::set<std::uint32_t> groups;
        for (const MarkedWords& words : m_accounts.comparison.accounts[account].marks)
            if (words.mark == WordMark::Shared)
                groups.insert(words.group);
        std::set<std::size_t> others;
        for (const std::uint32_t group : groups)
            others.insert(m_accounts.comparison.groups[group].begin(), m_accounts.comparison.groups[group].end());
        others.erase(account);
        return others;
    }

    const StoryView& m_view;
    const Accounts& m_accounts;
    std::vector<QStringList> m_said;
    /// For each account those that quote of its words, with the words; an empty text for all the words of the other.
    std::vector<std::map<std::size_t, QStringList>> m_quotedBy;
};

} // namespace

std::vector<QStringList> accountSentences(const StoryView& view, const Accounts& accounts) {
    return Sentences(view, accounts).take();
}

} // namespace quoteline::layout
