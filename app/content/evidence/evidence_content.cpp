// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/content/evidence/evidence_content.h"

#include "app/content/words/date_words.h"
#include "app/content/words/display_text.h"
#include "app/content/words/evidence_words.h"
#include "app/content/words/story_numbers.h"
#include "app/content/words/translate.h"
#include "model/accounts/account_order.h"
#include <QCoreApplication>
#include <algorithm>

namespace quoteline::layout {

namespace {

struct EvidenceText {
    Q_DECLARE_TR_FUNCTIONS(layout)
};

QString nameAndRole(const model::Actor& actor, qsizetype most = shownCharacters) {
    QString name = displayLine(actor.name, lineLimit(most));
    if (actor.role.empty())
        return name;
    return translate("layout", "%1, %2", "a person or body, and the role")
        .arg(name, displayLine(actor.role, lineLimit(most)));
}

/// How much of each of the first `count` quotes is shown: less than usual only where they are huge together.
qsizetype mostOfQuotes(const model::Story& story, model::EventIndex event, std::size_t count) {
    std::size_t bytes = 0;
    for (std::size_t i = 0; i < count; ++i) {
        const model::Quote quote = story.quote(event, i);
        bytes += quote.exact.size() + quote.note.value_or(std::string_view()).size();
    }
    if (bytes <= static_cast<std::size_t>(shownCharactersOfAll))
        return shownCharacters;
    return std::clamp(shownCharactersOfAll / static_cast<qsizetype>(count), shownBesideCharacters, shownCharacters);
}

RelationContent relationContent(const StoryView& view, model::EventIndex carrier, std::size_t at, RelationSide side) {
    const model::Relation relation = view.story().relation(carrier, at);
    const model::EventIndex other = side == RelationSide::Outgoing ? relation.event : carrier;
    return {other,
            relationInWords(relation, side),
            view.title(other),
            view.shortDate(other),
            basisInWords(relation),
            !relation.explicitly,
            view.hueOf(other),
            carrier,
            at};
}

std::vector<RelationContent> relationsOf(const StoryView& view, model::EventIndex event, std::size_t most) {
    const model::Story& story = view.story();
    std::vector<RelationContent> contents;
    for (std::size_t i = 0; i < story.relationCount(event) && contents.size() < most; ++i)
        contents.push_back(relationContent(view, event, i, RelationSide::Outgoing));
    for (const model::IncomingRelation& incoming : story.incoming(event)) {
        if (contents.size() >= most)
            break;
        contents.push_back(relationContent(view, incoming.from, incoming.relation, RelationSide::Incoming));
    }
    return contents;
}

QString coreWindowOf(const StoryView& view) {
    const auto when = model::parseEdtf(view.story().coreWindowText());
    return when ? dateInWords(*when, {view.locale(), DateStyle::Long, std::nullopt, false}) : QString();
}

} // namespace

QuoteContent quoteWords(const StoryView& view, const model::Quote& quote, qsizetype most) {
    const qsizetype context = most == wholeText ? wholeText : shownBesideCharacters;
    QuoteContent content;
    content.before = shownLineEnd(quote.prefix, context);
    content.exact = shownStart(quote.exact, most);
    content.after = shownLineStart(quote.suffix, context);
    if (quote.speaker)
        content.speaker = nameAndRole(view.story().actors()[*quote.speaker], most);
    if (quote.via && !quote.via->empty())
        content.via =
            translate("layout", "via %1", "the channel of a quote").arg(displayLine(*quote.via, lineLimit(most)));
    content.form = formInWords(quote.form);
    if (quote.note)
        content.note = shownStart(*quote.note, most);
    return content;
}

QuoteContent quoteContent(const StoryView& view, const model::Quote& quote, qsizetype most) {
    QuoteContent content = quoteWords(view, quote, most);
    content.source = sourceContent(view, quote.source);
    return content;
}

EvidenceContent evidenceContent(const StoryView& view, model::EventIndex event, std::size_t quotes,
                                std::size_t relations, const CheckedStory& checked) {
    const model::Story& story = view.story();
    EvidenceContent content;
    content.kind = kindInWords(story.kind(event));
    content.lane = displayLine(story.lanes()[story.lane(event)].name);
    content.hue = view.hueOf(event);
    content.actor = nameAndRole(story.actors()[story.actor(event)]);
    content.title = shownLineStart(story.title(event), shownCharacters);
    content.date = view.longDate(event);
    content.whenBasis = shownStart(story.whenBasis(event));
    content.summary = shownStart(story.summary(event));
    content.quoteCount = story.quoteCount(event);
    content.hasAccounts = model::hasAccounts(story, event);
    content.relationCount = story.relationCount(event) + story.incoming(event).size();
    const std::size_t count = std::min(quotes, content.quoteCount);
    const qsizetype most = mostOfQuotes(story, event, count);
    for (std::size_t i = 0; i < count; ++i) {
        content.quotes.push_back(quoteContent(view, story.quote(event, i), most));
        content.quotes.back().badge = badgeOf(checked, view, event, i);
    }
    content.relations = relationsOf(view, event, relations);
    return content;
}

StoryContent storyContent(const StoryView& view, std::size_t sources) {
    const model::Story& story = view.story();
    StoryContent content;
    content.title = shownLineStart(story.title(), shownCharacters);
    content.summary = shownStart(story.summary());
    content.numbers = storyNumbers(story, view.locale());
    if (story.eventCount() > 0)
        content.span = rangeInWords(view.extent().start, view.extent().end(), view.locale());
    content.coreWindow = coreWindowOf(view);
    content.sourceCount = story.sources().size();
    for (std::size_t i = 0; i < std::min(sources, content.sourceCount); ++i)
        content.sources.push_back(sourceContent(view, static_cast<model::SourceIndex>(i)));
    return content;
}

QStringList cutsInWords(const QuoteContent& quote, const QLocale& locale) {
    QStringList sentences;
    if (quote.exact.isCut())
        sentences.append(translate("layout", "%1 Copying takes all of them.", "“Shown are ... characters.”")
                             .arg(cutInWords(quote.exact, locale)));
    if (quote.before.isCut())
        sentences.append(translate("layout", "Before the quote: %1", "“Shown are ... characters.”")
                             .arg(cutInWords(quote.before, locale)));
    if (quote.after.isCut())
        sentences.append(translate("layout", "After the quote: %1", "“Shown are ... characters.”")
                             .arg(cutInWords(quote.after, locale)));
    if (quote.note.isCut())
        sentences.append(
            translate("layout", "Note: %1", "“Shown are ... characters.”").arg(cutInWords(quote.note, locale)));
    return sentences;
}

} // namespace quoteline::layout
