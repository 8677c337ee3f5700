// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/content/accounts/accounts_markdown.h"

#include "app/content/words/date_words.h"
#include "app/content/words/display_text.h"
#include "app/content/words/translate.h"
#include "model/accounts/account_order.h"

namespace quoteline::layout {

using model::MarkedWords;
using model::WordMark;

namespace {

bool hasMeaning(QChar unit) {
    static constexpr std::u16string_view meaningful = u"\\`*_[]<>&#~|!$^";
    return meaningful.find(unit.unicode()) != std::u16string_view::npos;
}

/// What begins a list, a heading or a rule where it stands at the start of a line.
bool beginsBlock(QStringView text, qsizetype at) {
    if (text[at] == u'-' || text[at] == u'+' || text[at] == u'=')
        return text.first(at).trimmed().isEmpty();
    if (text[at] != u'.' && text[at] != u')')
        return false;
    for (qsizetype i = at - 1; i >= 0; --i)
        if (text[i] < u'0' || text[i] > u'9')
            return text[i].isSpace() && text.first(i).trimmed().isEmpty();
    return at > 0;
}

QString reference(QChar unit) {
    return QStringLiteral("&#%1;").arg(unit.unicode());
}

/// One unit of a line, which holds no line break.
QString escapedUnit(QStringView line, qsizetype at) {
    const QChar unit = line[at];
    if (unit.unicode() < 0x20)
        return reference(unit);
    if (unit == u' ') {
        const bool edge = at == 0 || at + 1 == line.size() || line[at - 1] == u' ';
        return edge ? reference(unit) : QString(unit);
    }
    return hasMeaning(unit) || beginsBlock(line, at) ? u'\\' + QString(unit) : QString(unit);
}

/// A passage as a block of quotation, line by line.
class Passage {
public:
    explicit Passage(const QString& text)
        : m_text(text)
        , m_lineEnd(endOfLine(0)) {}

    /// From where the last call ended. `mark` is "**", "*" or nothing.
    void add(qsizetype end, const QString& mark) {
        while (m_at < end) {
            addMarked(std::min(end, m_lineEnd), mark);
            if (m_at == m_lineEnd && m_at < end) { // the break itself
                m_lines.append(QString());
                m_lineStart = ++m_at;
                m_lineEnd = endOfLine(m_at);
                m_lastMark.clear();
            }
        }
    }
    /// Breaks of the passage are kept: a backslash at the end of a line that another follows.
    QString block() const {
        QString all;
        for (qsizetype i = 0; i < m_lines.size(); ++i) {
            const bool goesOn = i + 1 < m_lines.size() && !m_lines[i].isEmpty() && !m_lines[i + 1].isEmpty();
            all += (m_lines[i].isEmpty() ? QStringLiteral(">") : QStringLiteral("> ") + m_lines[i]) +
                   (goesOn ? QStringLiteral("\\\n") : QStringLiteral("\n"));
        }
        return all;
    }

private:
    qsizetype endOfLine(qsizetype from) const {
        const qsizetype found = m_text.indexOf(u'\n', from);
        return found < 0 ? m_text.size() : found;
    }

    QString escaped(qsizetype from, qsizetype to) const {
        const QStringView line = QStringView(m_text).mid(m_lineStart, m_lineEnd - m_lineStart);
        QString out;
        for (qsizetype i = from; i < to; ++i)
            out += escapedUnit(line, i - m_lineStart);
        return out;
    }

    /// A mark stands right beside its words: white space at their edges stays outside of it.
    void addMarked(qsizetype end, const QString& mark) {
        qsizetype first = m_at;
        qsizetype last = end;
        while (first < last && m_text[first].isSpace())
            ++first;
        while (last > first && m_text[last - 1].isSpace())
            --last;
        QString& line = m_lines.last();
        const bool marked = !mark.isEmpty() && first < last;
        if (marked) {
            line += escaped(m_at, first);
            if (first == m_at && !m_lastMark.isEmpty())
                line += QStringLiteral("<!-- -->"); // asterisks of two marks side by side would be read as one
            line += mark + escaped(first, last) + mark + escaped(last, end);
        } else {
            line += escaped(m_at, end);
        }
        if (end > m_at)
            m_lastMark = marked && last == end ? mark : QString();
        m_at = end;
    }

    const QString& m_text;
    QStringList m_lines{QString()};
    QString m_lastMark; ///< that ends where the line does
    qsizetype m_at = 0;
    qsizetype m_lineStart = 0;
    qsizetype m_lineEnd;
};

QString passageAsMarkdown(const QString& text, const std::vector<MarkedWords>& marks) {
    Passage passage(text);
    bool inRun = false; // the span before goes on in this one: both under one mark
    for (std::size_t i = 0; i < marks.size(); ++i) {
        if (!inRun)
            passage.add(marks[i].span.start, QString());
        inRun = i + 1 < marks.size() && marks[i + 1].continues;
        if (!inRun)
            passage.add(marks[i].span.end(),
                        marks[i].mark == WordMark::Shared ? QStringLiteral("**") : QStringLiteral("*"));
    }
    passage.add(text.size(), QString());
    return passage.block();
}

QString item(const QString& label, const QString& escapedValue) {
    return escapedValue.isEmpty() ? QString() : QStringLiteral("- %1: %2\n").arg(label, escapedValue);
}

QString line(const QString& text) {
    return escapedForMarkdown(withoutIsolates(text));
}

/// Where a passage comes from, an item a line.
QString originAsMarkdown(const QuoteContent& quote) {
    const SourceContent& source = quote.source;
    QString published = source.published;
    if (!source.dateNote.isEmpty())
        published += QStringLiteral(" – ") + source.dateNote;
    const QString address =
        source.page ? u'<' + source.page->url.toString(QUrl::FullyEncoded) + u'>' : line(source.otherAddress);
    return QStringLiteral("- %1\n").arg(line(published)) +
           item(translate("layout", "Headline"), line(source.headline)) +
           item(translate("layout", "Speaker"), line(quote.speaker)) +
           item(translate("layout", "Known as"),
                line(quote.via.isEmpty() ? quote.form : quote.form + QStringLiteral(" · ") + quote.via)) +
           item(translate("layout", "Note", "on a quote"), line(quote.note.text.simplified())) +
           item(translate("layout", "Address"), address);
}

QString differencesAsMarkdown(const std::vector<AccountDifference>& differences) {
    QString all;
    if (!differences.empty())
        all += QStringLiteral("## %1\n\n").arg(line(translate("layout", "Differences")));
    for (const AccountDifference& difference : differences) {
        all += QStringLiteral("### %1\n\n").arg(line(difference.heading));
        for (const QString& one : difference.lines)
            all += QStringLiteral("- %1\n").arg(line(one));
        all += u'\n';
    }
    return all;
}

} // namespace

QString escapedForMarkdown(QStringView text) {
    QString out;
    for (qsizetype i = 0; i < text.size(); ++i)
        out += text[i] == u'\n' ? QString(u' ') : escapedUnit(text, i);
    return out;
}

QString accountsAsMarkdown(const StoryView& view, model::EventIndex event) {
    if (!model::hasAccounts(view.story(), event))
        return {};
    const Accounts accounts = accountsOf(view, event);
    const AccountsContent content = accountsContent(view, event, accounts, accounts.quotes.size());
    QString all = QStringLiteral("# %1\n\n%2\n\n").arg(line(content.title.text), line(content.date));
    all += line(translate("layout", "Bold: %1. Italics: %2. Neither: %3.", "what the marks mean")
                    .arg(sharedInWords(), onlyHereInWords(), elsewhereInWords()) +
                u' ' + comparisonInWords()) +
           QStringLiteral("\n\n");
    for (const QString& note : content.notes)
        all += line(note) + QStringLiteral("\n\n");
    for (std::size_t i = 0; i < content.accounts.size(); ++i) {
        const AccountContent& one = content.accounts[i];
        all += QStringLiteral("## %1\n\n").arg(line(one.name)) + originAsMarkdown(one.quote) + u'\n' +
               passageAsMarkdown(accounts.texts[i], accounts.comparison.accounts[i].marks) + u'\n';
        for (const QString& sentence : one.sentences)
            all += QStringLiteral("- %1\n").arg(line(sentence));
        if (!one.sentences.isEmpty())
            all += u'\n';
    }
    return all + differencesAsMarkdown(content.differences);
}

} // namespace quoteline::layout
