// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/sheet/sheet_content.h"

#include "app/content/words/date_words.h"
#include "app/content/words/display_text.h"
#include "app/content/words/translate.h"
#include <QStringList>
#include <algorithm>
#include <utility>

namespace quoteline::layout {

namespace {

constexpr std::size_t paragraphsOfHead = 2; ///< of an entry: date and title

QString joined(QStringList parts, const QString& separator) {
    parts.removeAll(QString());
    return parts.join(separator);
}

/// A few words that are not broken over lines.
QString oneWord(QString words) {
    return words.replace(u' ', QChar(0xA0));
}

/// Words of a story at the start of a line of ours, which runs from left to right whatever their script.
QString leftToRight(const QString& words) {
    return words.isRightToLeft() ? QChar(0x200E) + words : words;
}

SheetRun soft(const QString& text, FontRole font = FontRole::Note) {
    return {text, font, Ink::SoftText};
}

/// Whether a text is one quotation in its marks, from its first to its last character.
bool isInMarks(QStringView text) {
    if (text.size() < 2 || text.back() != u'”')
        return false;
    int open = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        open += text[i] == u'“' ? 1 : text[i] == u'”' ? -1 : 0;
        if (open <= 0)
            return open == 0 && i > 0 && i + 1 == text.size();
    }
    return false;
}

/// Whether the document itself has the words of a quote in quotation marks: in them, or just outside of them.
bool hasMarks(const QuoteContent& quote) {
    const QString& exact = quote.exact.text;
    return isInMarks(exact) || isInMarks(quote.before.text.right(1) + exact + quote.after.text.left(1));
}

/// The words of a document as they stand in it: context before, the quote in quotation marks, context after. Marks of
/// the document are not doubled.
std::vector<SheetRun> wordsOf(const QuoteContent& quote) {
    const QString ellipsis(QChar(0x2026));
    const QChar space(0xA0); // an ellipsis does not stand on a line alone
    std::vector<SheetRun> runs;
    if (!quote.before.isEmpty())
        runs.push_back(soft(ellipsis + space + quote.before.text, FontRole::Subtitle));
    const QString& exact = quote.exact.text;
    runs.push_back({hasMarks(quote) ? exact : translate("layout", "“%1”", "the words of a source").arg(exact),
                    FontRole::Subtitle});
    if (!quote.after.isEmpty())
        runs.push_back(soft(quote.after.text + space + ellipsis, FontRole::Subtitle));
    return runs;
}

} // namespace

SheetWords::SheetWords(const StoryView& view, std::span<const model::EventIndex> events, bool readings)
    : m_view(view)
    , m_events(events)
    , m_readings(readings)
    , m_numbers(view.story().sources().size()) {}

std::size_t SheetWords::numberOf(model::SourceIndex source) {
    if (m_numbers[source] == 0) {
        m_sources.push_back(source);
        m_numbers[source] = m_sources.size();
        const SourceContent content = sourceContent(m_view, source, wholeText);
        m_references.push_back(translate("layout", "Source %1: %2", "number in the list of sources; publisher and date")
                                   .arg(layout::number(m_sources.size(), m_view.locale()),
                                        joined({isolated(content.publisher), content.date}, QStringLiteral(", "))));
    }
    return m_numbers[source];
}

bool SheetWords::isListed(model::EventIndex event) const {
    return std::binary_search(m_events.begin(), m_events.end(), event);
}

SheetRun SheetWords::reference(model::SourceIndex source) {
    const std::size_t number = numberOf(source);
    return {m_references[number - 1], FontRole::Note, Ink::Accent, SheetTarget{SheetTarget::Kind::Source, number}};
}

void SheetWords::addQuote(SheetBlock& block, const model::Quote& quote) {
    const QString separator = QStringLiteral("\u00A0· "); // a line does not begin with the dot
    const QuoteContent content = quoteWords(m_view, quote, wholeText);
    const bool first = block.paragraphs.size() == paragraphsOfHead;
    block.paragraphs.push_back({wordsOf(content), 6, {}, {}, first, !first});
    SheetParagraph origin{{}, 1, reference(quote.source), {}, true};
    if (!content.speaker.isEmpty())
        origin.runs.push_back({leftToRight(content.speaker), FontRole::Note, Ink::Text});
    const QString known = joined({content.via, content.form}, separator);
    origin.runs.push_back(soft(content.speaker.isEmpty() ? known : separator + known));
    if (!content.note.isEmpty()) { // the source comes last
        const SheetRun source = *std::exchange(origin.behind, {});
        block.paragraphs.push_back(std::exchange(origin, {{source}, 0, {}, {}, true}));
        const QString note = translate("layout", "Note: %1", "what is said of a quote").arg(content.note.text);
        block.paragraphs.push_back({{soft(note)}, 0, {}, {}, true});
    }
    block.paragraphs.push_back(std::move(origin));
}

/// "Replies to: 4. Title: “basis”"; the basis of a relation that another listed entry carries stands there.
void SheetWords::addRelation(SheetBlock& block, const model::Relation& relation, model::EventIndex other,
                             RelationSide side) {
    if (!relation.explicitly && !m_readings)
        return;
    const bool listed = isListed(other);
    QString title = shownLineStart(m_view.story().title(other), wholeText).text;
    if (listed)
        title = translate("layout", "%1. %2", "number and title of an event")
                    .arg(layout::number(m_view.number(other), m_view.locale()), title);
    SheetParagraph paragraph{{soft(relationInWords(relation, side, wholeText) + u' ')}, 4};
    paragraph.opens = block.paragraphs.size() > paragraphsOfHead;
    SheetRun run{title, FontRole::Note, Ink::Text};
    if (listed) {
        run.ink = Ink::Accent;
        run.leadsTo = SheetTarget{SheetTarget::Kind::Entry, m_view.number(other)};
    }
    paragraph.runs.push_back(run);
    const bool saidThere = side == RelationSide::Incoming && listed;
    const QString basis = saidThere && relation.explicitly ? QString() : basisInWords(relation, wholeText);
    if (!basis.isEmpty())
        paragraph.runs.push_back(soft((relation.explicitly ? QStringLiteral(": ") : QStringLiteral(". ")) + basis));
    block.paragraphs.push_back(std::move(paragraph));
}

SheetBlock SheetWords::entry(model::EventIndex event) {
    const model::Story& story = m_view.story();
    const std::size_t number = m_view.number(event);
    const QString shownNumber = layout::number(number, m_view.locale());
    SheetBlock block;
    block.kind = SheetBlock::Kind::Entry;
    block.target = {SheetTarget::Kind::Entry, number};
    block.number = translate("layout", "%1.", "number of an event or source in a list").arg(shownNumber);
    block.continued = oneWord(translate("layout", "%1, continued", "number of an event").arg(shownNumber));
    block.title =
        translate("layout", "%1. %2", "number and title of an event").arg(shownNumber, displayLine(story.title(event)));
    block.paragraphs.push_back({{soft(m_view.longDate(event), FontRole::Date)}, 0});
    const QString title = shownLineStart(story.title(event), wholeText).text;
    block.paragraphs.push_back({{{title, FontRole::Label, Ink::Text}}, 1, {}, {}, true});
    for (std::size_t i = 0; i < story.quoteCount(event); ++i)
        addQuote(block, story.quote(event, i));
    for (std::size_t i = 0; i < story.relationCount(event); ++i) {
        const model::Relation relation = story.relation(event, i);
        addRelation(block, relation, relation.event, RelationSide::Outgoing);
    }
    for (const model::IncomingRelation& incoming : story.incoming(event))
        addRelation(block, story.relation(incoming.from, incoming.relation), incoming.from, RelationSide::Incoming);
    return block;
}

SheetBlock SheetWords::source(std::size_t place) const {
    const model::SourceIndex index = m_sources[place];
    const SourceContent content = sourceContent(m_view, index, wholeText);
    const QString shownNumber = layout::number(place + 1, m_view.locale());
    SheetBlock block;
    block.kind = SheetBlock::Kind::Source;
    block.target = {SheetTarget::Kind::Source, place + 1};
    block.number = translate("layout", "%1.", "number of an event or source in a list").arg(shownNumber);
    block.continued = oneWord(translate("layout", "Source %1, continued", "number of a source").arg(shownNumber));
    block.title = m_references[place];
    QString name = joined({content.publisher, content.headline}, QStringLiteral(", "));
    if (!content.headline.isEmpty() && !content.headline.isRightToLeft())
        name = leftToRight(name);
    block.paragraphs.push_back({{{name, FontRole::Label, Ink::Text}}, 0});
    block.paragraphs.push_back({{soft(joined({content.published, content.dateNote}, QStringLiteral(" – ")))}, 1});
    if (content.page) {
        const QString address = content.page->url.toString(QUrl::FullyEncoded);
        block.paragraphs.push_back({{{address, FontRole::Note, Ink::Accent, address}}, 1});
    } else if (!content.otherAddress.isEmpty()) {
        const QString address = translate("layout", "Address: %1", "not a web page").arg(content.otherAddress);
        block.paragraphs.push_back({{soft(address)}, 1});
    }
    if (const auto& hash = m_view.story().sources()[index].sha256)
        block.paragraphs.push_back(
            {{soft(translate("layout", "SHA-256 of the checked copy: %1").arg(displayLine(*hash)))}, 1});
    return block;
}

SheetBlock SheetWords::legend(const Sizes& sizes) const {
    SheetBlock block;
    block.kind = SheetBlock::Kind::Legend;
    for (const LegendEntry& entry : legendFor(m_view.story(), m_events, sizes))
        block.paragraphs.push_back({{soft(entry.words)}, 0, {}, entry.mark});
    return block;
}

SheetBlock SheetWords::heading(const QString& words) {
    SheetBlock block;
    block.kind = SheetBlock::Kind::Heading;
    block.paragraphs.push_back({{{words, FontRole::LaneName, Ink::Text}}, 0});
    return block;
}

} // namespace quoteline::layout
