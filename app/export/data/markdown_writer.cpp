// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/content/accounts/accounts_markdown.h"
#include "app/content/words/date_words.h"
#include "app/content/words/display_text.h"
#include "app/content/words/evidence_words.h"
#include "app/export/data/export_job.h"
#include "app/export/data/quote_origin.h"
#include "model/text/utf8_text.h"

// CommonMark with footnotes as GitHub and Pandoc have them. Everything of a story is escapedLine, addresses in it as
// well, so that only the addresses of sources are links.
namespace quoteline::ui {

namespace {

/// One line. Some programs make links of bare addresses: a backslash ends those.
QString escapedLine(const QString& line) {
    QString out = layout::escapedForMarkdown(line);
    out.replace(QStringLiteral("://"), QStringLiteral("\\://"));
    for (qsizetype at = 0; (at = out.indexOf(QStringLiteral("www."), at, Qt::CaseInsensitive)) >= 0; at += 5)
        out.insert(at + 3, u'\\');
    return out;
}

QString escapedLine(std::string_view utf8) {
    return escapedLine(model::fromUtf8(utf8));
}

/// Lines of a paragraph or quotation, each after `prefix`; a backslash keeps the break between two that are not empty.
QString block(std::string_view utf8, const QString& prefix, const QString& last = {}) {
    const QStringList lines = model::fromUtf8(utf8).split(u'\n');
    QString out;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const bool goesOn = i + 1 < lines.size() && !lines[i].isEmpty() && !lines[i + 1].isEmpty();
        out += prefix + escapedLine(lines[i]);
        if (i + 1 == lines.size())
            out += last;
        out += goesOn ? QStringLiteral("\\\n") : QStringLiteral("\n");
    }
    return out;
}

class Writer {
public:
    Writer(ExportJob& job, std::string& out)
        : m_job(job)
        , m_out(out)
        , m_origins(job.view) {}

    void write() {
        const model::Story& story = m_job.story();
        add(QStringLiteral("# %1\n").arg(escapedLine(story.title())));
        if (!story.summary().empty())
            add(u'\n' + block(story.summary(), QString()));
        m_taken.resize(story.eventCount());
        for (const model::EventIndex event : m_job.events)
            m_taken[event] = true;
        for (const model::EventIndex event : m_job.events) {
            if (m_job.stop.stop_requested())
                return;
            addEvent(event);
        }
        if (!m_notes.empty())
            m_out += '\n' + m_notes;
    }

private:
    void add(const QString& text) { m_out += text.toStdString(); }

    void addEvent(model::EventIndex event) {
        const model::Story& story = m_job.story();
        const model::Actor& actor = story.actors()[story.actor(event)];
        add(QStringLiteral("\n## %1\n\n").arg(escapedLine(story.title(event))));
        const QString date = layout::dateInWords(story, event, layout::DateStyle::Long);
        add(QStringLiteral("**%1** · %2 · %3 · %4\n")
                .arg(escapedLine(date), escapedLine(story.lanes()[story.lane(event)].name), escapedLine(actor.name),
                     escapedLine(layout::kindInWords(story.kind(event)))));
        for (const std::string_view text : {story.whenBasis(event), story.summary(event)})
            if (!text.empty())
                add(u'\n' + block(text, QString()));
        for (std::size_t i = 0; i < story.quoteCount(event); ++i)
            addQuote(story.quote(event, i));
        addRelations(event);
    }

    void addQuote(const model::Quote& quote) {
        const QString mark = QStringLiteral("[^%1]").arg(++m_count);
        add(u'\n' + block(quote.exact, QStringLiteral("> "), mark));
        const QuoteOrigin origin = m_origins.of(quote);
        QString note = mark + QStringLiteral(": ") + escapedLine(origin.words);
        if (!origin.note.isEmpty())
            note += QStringLiteral(" – ") + escapedLine(origin.note);
        if (origin.page)
            note += QStringLiteral(" <") + origin.page->url.toString(QUrl::FullyEncoded) + u'>';
        else if (!origin.otherAddress.isEmpty())
            note += u' ' + escapedLine(origin.otherAddress);
        m_notes += note.toStdString() + "\n\n";
    }

    void addRelations(model::EventIndex event) {
        const model::Story& story = m_job.story();
        bool first = true;
        for (std::size_t i = 0; i < story.relationCount(event); ++i) {
            const model::Relation relation = story.relation(event, i);
            if (!m_taken[relation.event]) {
                m_job.losses.add(LossKind::LeftOutLinks);
                continue;
            }
            m_out += first ? "\n" : "";
            first = false;
            const QString basis = layout::withoutIsolates(layout::basisInWords(relation));
            add(QStringLiteral("- %1 %2%3\n")
                    .arg(escapedLine(layout::relationInWords(relation, layout::RelationSide::Outgoing)),
                         escapedLine(story.title(relation.event)),
                         basis.isEmpty() ? QString() : QStringLiteral(" – ") + escapedLine(basis)));
        }
    }

    ExportJob& m_job;
    std::string& m_out;
    QuoteOrigins m_origins;
    std::vector<bool> m_taken; ///< by event: exported
    std::string m_notes;
    std::size_t m_count = 0;
};

} // namespace

void writeMarkdown(ExportJob& job, std::string& out) {
    Writer(job, out).write();
    for (const model::EventIndex event : job.events)
        if (job.story().range(event).shape != model::TimeShape::Point)
            job.losses.add(LossKind::WordsOnly, event);
    job.losses.add(LossKind::AllButTexts, std::size_t(1));
    tallyContext(job);
    tallyLeftOut(job, Kept::Nothing);
}

} // namespace quoteline::ui
