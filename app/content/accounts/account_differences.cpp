// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/content/accounts/accounts_content.h"
#include "app/content/words/display_text.h"

#include "app/content/words/evidence_words.h"
#include "app/content/words/translate.h"
#include <algorithm>
#include <functional>

namespace quoteline::layout {

namespace {

constexpr std::size_t mostLines = 60; // of a heading
constexpr qsizetype longestWords = 300;
constexpr qsizetype mostNumbers = 30; // of accounts in one list

QString wordsOf(const Accounts& accounts, model::AccountIndex account, const model::PassageSpan& span) {
    return displayLine(QStringView(accounts.texts[account]).mid(span.start, span.length).toUtf8().toStdString(),
                       longestWords);
}

/// With the bracket right before or behind it whose other one stands inside: "(HSI) division".
model::PassageSpan withBrackets(QStringView text, model::PassageSpan span) {
    const QStringView words = text.mid(span.start, span.length);
    if (span.start > 0 && text[span.start - 1] == u'(' && words.indexOf(u')') >= 0 &&
        (words.indexOf(u'(') < 0 || words.indexOf(u')') < words.indexOf(u'(')))
        span = {span.start - 1, span.length + 1};
    else if (span.end() < text.size() && text[span.end()] == u')' && words.lastIndexOf(u'(') > words.lastIndexOf(u')'))
        ++span.length;
    return span;
}

QString differingWords(const Accounts& accounts, const model::OtherWords::Side& side) {
    return side.words.length == 0
               ? QString()
               : wordsOf(accounts, side.account, withBrackets(accounts.texts[side.account], side.words));
}

QString quoted(const QString& words) {
    return translate("layout", "“%1”", "the words of a source").arg(isolated(words));
}

/// "1, 3, 4".
QString numbersOf(const StoryView& view, const std::set<std::size_t>& accounts) {
    QStringList all;
    for (const std::size_t account : accounts) {
        if (all.size() == mostNumbers) {
            all.append(QString(QChar(0x2026)));
            break;
        }
        all.append(number(account + 1, view.locale()));
    }
    return all.join(translate("layout", ", ", "between the numbers of accounts"));
}

/// A line for each value that `valueOf` gives, with the accounts that have it; nothing where all have the same.
void addValues(std::vector<AccountDifference>& differences, const StoryView& view, const Accounts& accounts,
               const QString& heading, const std::function<QString(const model::Quote&)>& valueOf) {
    std::vector<std::pair<QString, std::set<std::size_t>>> values;
    for (std::size_t i = 0; i < accounts.quotes.size() && values.size() <= mostLines; ++i) {
        const QString value = valueOf(accounts.quotes[i]);
        auto known = std::find_if(values.begin(), values.end(), [&](const auto& one) { return one.first == value; });
        if (known == values.end())
            known = values.insert(known, {value, {}});
        known->second.insert(i);
    }
    if (values.size() < 2)
        return;
    AccountDifference difference{heading, {}};
    for (std::size_t i = 0; i < std::min(values.size(), mostLines); ++i)
        difference.lines.append(translate("layout", "%1: %2", "what accounts say, the numbers of these accounts")
                                    .arg(isolated(values[i].first), accountsInWords(view, values[i].second)));
    differences.push_back(difference);
}

/// Other words between the same words; those of several accounts that are the same come once.
struct Alternatives {
    QString before;
    QString after;
    QString first;
    QString second;
    std::set<std::size_t> firstAccounts;
    std::set<std::size_t> secondAccounts;

    bool hasWords(const Alternatives& other) const {
        return first == other.first && second == other.second &&
               before.compare(other.before, Qt::CaseInsensitive) == 0 &&
               after.compare(other.after, Qt::CaseInsensitive) == 0;
    }
};

std::vector<Alternatives> alternativesOf(const Accounts& accounts) {
    std::vector<Alternatives> all;
    for (const model::OtherWords& other : accounts.comparison.otherWords) {
        const model::OtherWords::Side& a = other.first;
        const model::OtherWords::Side& b = other.second;
        const Alternatives one{wordsOf(accounts, a.account, a.before),
                               wordsOf(accounts, a.account, a.after),
                               differingWords(accounts, a),
                               differingWords(accounts, b),
                               {a.account},
                               {b.account}};
        const auto known =
            std::find_if(all.begin(), all.end(), [&](const Alternatives& before) { return before.hasWords(one); });
        if (known == all.end()) {
            all.push_back(one);
        } else {
            known->firstAccounts.insert(a.account);
            known->secondAccounts.insert(b.account);
        }
    }
    return all;
}

QString sideInWords(const StoryView& view, const QString& words, const std::set<std::size_t>& accounts) {
    const QString who = accountsInWords(view, accounts);
    return words.isEmpty()
               ? translate("layout", "no word (%1)", "“account 2”").arg(who)
               : translate("layout", "%1 (%2)", "words in quotation marks, “account 2”").arg(quoted(words), who);
}

void addOtherWords(std::vector<AccountDifference>& differences, const StoryView& view, const Accounts& accounts) {
    AccountDifference difference{translate("layout", "Other words between the same words"), {}};
    for (const Alternatives& one : alternativesOf(accounts)) {
        if (difference.lines.size() == static_cast<qsizetype>(mostLines))
            break;
        difference.lines.append(translate("layout", "%1 beside %2, between %3 and %4", "words of sources")
                                    .arg(sideInWords(view, one.first, one.firstAccounts),
                                         sideInWords(view, one.second, one.secondAccounts), quoted(one.before),
                                         quoted(one.after)));
    }
    if (!difference.lines.empty())
        differences.push_back(difference);
}

} // namespace

QString accountsInWords(const StoryView& view, const std::set<std::size_t>& accounts) {
    const QString numbers = numbersOf(view, accounts);
    return accounts.size() == 1 ? translate("layout", "account %1", "a number").arg(numbers)
                                : translate("layout", "accounts %1", "numbers, as 1, 3, 4").arg(numbers);
}

std::vector<AccountDifference> accountDifferences(const StoryView& view, const Accounts& accounts) {
    const auto actors = view.story().actors();
    std::vector<AccountDifference> differences;
    addValues(differences, view, accounts, translate("layout", "How the words are known"),
              [](const model::Quote& quote) { return formInWords(quote.form); });
    addValues(differences, view, accounts, translate("layout", "Named as the speaker"), [&](const model::Quote& quote) {
        return quote.speaker ? displayLine(actors[*quote.speaker].name) : translate("layout", "nobody");
    });
    addValues(differences, view, accounts, translate("layout", "Named as the channel"), [](const model::Quote& quote) {
        return quote.via && !quote.via->empty() ? displayLine(*quote.via) : translate("layout", "none");
    });
    addOtherWords(differences, view, accounts);
    return differences;
}

} // namespace quoteline::layout
