// SPDX-License-Identifier: GPL-3.0-or-later
// Accounts as Markdown: read back by a rule written here, and by the reader of Markdown that Qt brings along.
#include "app/content/accounts/accounts_markdown.h"

#include "model/accounts/account_order.h"
#include "tests/content/panel_stories.h"
#include <QRegularExpression>
#include <QTextBlock>
#include <QTextDocument>
#include <gtest/gtest.h>
#include <random>

namespace quoteline::test {

using namespace layout;
using model::EventIndex;

namespace {

/// What a line of Markdown says, for what is written here: escapes, references, and no marks.
QString unescaped(const QString& line) {
    QString out;
    for (qsizetype i = 0; i < line.size(); ++i) {
        static const QRegularExpression reference(QStringLiteral("\\G&#([0-9]+);"));
        if (line[i] == u'\\' && i + 1 < line.size()) {
            out += line[++i];
        } else if (const auto match = reference.match(line, i); match.hasMatch()) {
            out += QChar(match.captured(1).toUShort());
            i += match.capturedLength() - 1;
        } else if (line.mid(i).startsWith(QStringLiteral("<!-- -->"))) {
            i += 7;
        } else if (line[i] != u'*') {
            out += line[i];
        }
    }
    return out;
}

bool endsInBreak(const QString& line) {
    qsizetype slashes = 0;
    while (slashes < line.size() && line[line.size() - 1 - slashes] == u'\\')
        ++slashes;
    return slashes % 2 == 1;
}

/// The passages: blocks of lines that begin with ">".
QStringList passagesOf(const QString& markdown) {
    QStringList passages;
    bool inside = false;
    for (QString line : markdown.split(u'\n')) {
        if (!line.startsWith(u'>')) {
            inside = false;
            continue;
        }
        line = line.mid(line.startsWith(QStringLiteral("> ")) ? 2 : 1);
        if (endsInBreak(line))
            line.chop(1);
        if (inside)
            passages.back() += u'\n' + unescaped(line);
        else
            passages.append(unescaped(line));
        inside = true;
    }
    return passages;
}

QString onOneLine(const QString& of) {
    return of.simplified();
}

/// An event with a passage in each of two forms.
StoryView twoAccounts(const std::string& first, const std::string& second) {
    SmallStory small;
    small.events[0].quotes = {plainQuote(first), plainQuote(second)};
    small.events[0].quotes[1].form = model::QuoteForm::Report;
    return small.view();
}

/// The words of a document of Qt that are bold (or in italics) in blocks of quotation.
QStringList emphasised(const QTextDocument& document, bool bold) {
    QStringList found;
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        if (block.blockFormat().intProperty(QTextFormat::BlockQuoteLevel) == 0)
            continue;
        bool before = false;
        for (auto it = block.begin(); !it.atEnd(); ++it) {
            const QTextCharFormat format = it.fragment().charFormat();
            const bool is = bold ? format.fontWeight() > QFont::Normal : format.fontItalic();
            if (is && before)
                found.back() += it.fragment().text();
            else if (is)
                found.append(it.fragment().text());
            before = is;
        }
    }
    return found;
}

} // namespace

TEST(AccountsMarkdown, HoldsEveryPassageCharacterByCharacter) {
    for (const char* id : {"sala-statement", "dhs-statement", "opening-ceremony"}) {
        const StoryView& view = embeddedView();
        const EventIndex event = eventOf(view, id);
        const QString markdown = accountsAsMarkdown(view, event);
        QStringList expected;
        for (const std::size_t quote : model::accountOrder(view.story(), event).quotes)
            expected.append(text(view.story().quote(event, quote).exact));
        EXPECT_EQ(passagesOf(markdown), expected) << id;
        for (const std::size_t quote : model::accountOrder(view.story(), event).quotes) {
            const model::Source& source = view.story().sources()[view.story().quoteSource(event, quote)];
            EXPECT_TRUE(markdown.contains(u'<' + text(*source.url) + u'>'));
            EXPECT_TRUE(markdown.contains(text(source.publisher)));
        }
        EXPECT_TRUE(markdown.contains(sharedInWords()) && markdown.contains(onlyHereInWords()));
        EXPECT_TRUE(markdown.contains(comparisonInWords()));
    }
    EXPECT_TRUE(accountsAsMarkdown(embeddedView(), eventOf(embeddedView(), "rai-segment")).isEmpty());
}

TEST(AccountsMarkdown, MarksTheWordsThatTheWindowMarks) {
    const StoryView& view = embeddedView();
    const EventIndex event = eventOf(view, "sala-statement");
    const QString markdown = accountsAsMarkdown(view, event);
    EXPECT_TRUE(markdown.contains(text("> **Giuseppe Sala**, the Mayor of Milan, *has made* it clear **that ICE** "
                                       "*has no place* **in his city**.\n")));
    EXPECT_TRUE(markdown.contains(text("- “has no place” (account 3) beside “agents are not welcome” (account 4)")));
    EXPECT_TRUE(markdown.contains(text("- Post on X by @PopBase, January 27, 2026: account 4")));
}

TEST(AccountsMarkdown, IsReadByAnotherReaderAsWhatItMeans) {
    for (const char* id : {"sala-statement", "dhs-statement", "opening-ceremony"}) {
        const StoryView& view = embeddedView();
        const EventIndex event = eventOf(view, id);
        QTextDocument document;
        document.setMarkdown(accountsAsMarkdown(view, event));
        const QString plain = onOneLine(document.toPlainText());
        QStringList shared;
        QStringList only;
        for (const AccountContent& account : accountsContent(view, event).accounts) {
            EXPECT_TRUE(plain.contains(onOneLine(account.quote.exact.text))) << id;
            for (const AccountRun& run : account.words)
                if (run.mark != AccountMark::None)
                    (run.mark == AccountMark::Shared ? shared : only).append(run.text);
        }
        // Marks with nothing but a space between them are told apart in the Markdown and by the eye.
        EXPECT_EQ(emphasised(document, true), shared) << id;
        EXPECT_EQ(emphasised(document, false), only) << id;
    }
}

TEST(AccountsMarkdown, EscapesWhatMarkdownWouldGiveAMeaning) {
    const std::vector<std::string> hard{
        "# not a heading",
        "- no list\n+ none\n1. neither\n2) here",
        "*stars* _lines_ `code` ~~no~~ **b**",
        "[link](https://example.org) ![picture](x.png) <b>bold</b> <script> &amp; &#65;",
        "a \\* b \\\\ c\\",
        "    not code\n\ttab  two spaces ",
        "=== \n--- \n***\n> quoted",
        "first\n\n\nthird | cell | $x$ ^2",
        "\U0001F6A8 ICE\u5C40\u7532 not\u2028this",
        "||x|| <!-- no comment --> <https://example.org>"};
    for (const std::string& first : hard)
        for (const std::string& second : hard) {
            const StoryView view = twoAccounts(first, second);
            ASSERT_EQ(passagesOf(accountsAsMarkdown(view, 0)), QStringList({text(first), text(second)}));
        }
    for (const std::string& one : {hard[0], hard[2], hard[3], hard[4], hard[7]}) {
        QTextDocument document;
        document.setMarkdown(accountsAsMarkdown(twoAccounts(one, "other"), 0));
        EXPECT_TRUE(onOneLine(document.toPlainText()).contains(onOneLine(text(one)))) << one;
    }
}

TEST(AccountsMarkdown, StaysVerbatimForTextsMadeOfWhatIsHard) {
    std::mt19937 engine(11);
    const std::vector<std::string> pieces{"*",  "**",     "_",      "\\",  "`",  "#",       ">",         "<",  "&",
                                          "[",  "]",      "(",      ")",   "\n", "\n\n",    " ",         "  ", "\t",
                                          "1.", "-",      "a b",    "c d", "a",  "\u4E2D",  "\u56FD",    "!",  "|",
                                          "~",  "\u201C", "\u201D", "=",   "\r", "e\u0301", "\U0001F6A8"};
    for (int round = 0; round < 1500; ++round) {
        std::string texts[2];
        for (std::string& one : texts) {
            one = "x";
            for (std::size_t k = engine() % 14; k > 0; --k)
                one += pieces[engine() % pieces.size()];
            one += engine() % 2 ? "a b" : "*";
        }
        const StoryView view = twoAccounts(texts[0], texts[1]);
        ASSERT_EQ(passagesOf(accountsAsMarkdown(view, 0)), QStringList({text(texts[0]), text(texts[1])}));
    }
}

TEST(AccountsMarkdown, KeepsMarksApartThatTouch) {
    // In a script without spaces a mark may end where the next begins.
    const StoryView view = twoAccounts("\u7532\u4E59\u4E19\u4E01", "\u7532\u4E59 \u620A");
    const QString markdown = accountsAsMarkdown(view, 0);
    EXPECT_TRUE(markdown.contains(text("> **\u7532\u4E59**<!-- -->*\u4E19\u4E01*\n")));
    EXPECT_EQ(passagesOf(markdown).front(), text("\u7532\u4E59\u4E19\u4E01"));
}

TEST(AccountsMarkdown, HoldsALongPassageWhole) {
    std::string longOne;
    for (int i = 0; i < 6000; ++i)
        longOne += "word" + std::to_string(i) + (i % 7 == 0 ? "\n" : " ");
    longOne += "end";
    EXPECT_EQ(passagesOf(accountsAsMarkdown(twoAccounts(longOne, "word8 word9 end"), 0)).front(), text(longOne));
}

} // namespace quoteline::test
