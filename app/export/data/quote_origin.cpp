// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/data/quote_origin.h"

#include "app/content/words/display_text.h"
#include "app/content/words/evidence_words.h"
#include <QCoreApplication>

namespace quoteline::ui {

namespace {

constexpr qsizetype longestNote = 20000;

struct OriginText {
    Q_DECLARE_TR_FUNCTIONS(ui)
};

QString joined(const QStringList& parts) {
    QStringList there = parts;
    there.removeAll(QString());
    return there.join(QStringLiteral(", "));
}

} // namespace

QuoteOrigins::QuoteOrigins(const layout::StoryView& view)
    : m_view(view)
    , m_sources(view.story().sources().size()) {}

QuoteOrigin QuoteOrigins::of(const model::Quote& quote) {
    auto& source = m_sources[quote.source];
    if (!source)
        source = layout::sourceContent(m_view, quote.source);
    QStringList said;
    if (quote.speaker)
        said.append(layout::displayLine(m_view.story().actors()[*quote.speaker].name));
    if (quote.via && !quote.via->empty())
        said.append(OriginText::tr("via %1", "the channel of a quote").arg(layout::displayLine(*quote.via)));
    QStringList parts{joined(said), layout::formInWords(quote.form),
                      joined({source->publisher, source->headline, source->published, source->dateNote})};
    parts.removeAll(QString());
    QuoteOrigin origin;
    origin.words = layout::withoutIsolates(parts.join(QStringLiteral("; ")));
    origin.note = layout::displayLine(quote.note.value_or(std::string_view()), longestNote);
    origin.page = source->page;
    origin.otherAddress = source->otherAddress;
    return origin;
}

} // namespace quoteline::ui
