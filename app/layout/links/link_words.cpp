// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/links/link_words.h"

#include "app/content/words/display_text.h"
#include "app/content/words/translate.h"
#include <QStringList>

namespace quoteline::layout {

using model::Relation;
using model::RelationType;

namespace {

constexpr qsizetype mostListed = 20; // links in a tooltip

struct LinkText {
    Q_DECLARE_TR_FUNCTIONS(layout)
};

QString outgoing(RelationType type) {
    switch (type) {
    case RelationType::RepliesTo:
        return translate("layout", "replies to", "at the line from an event to another");
    case RelationType::Confirms:
        return translate("layout", "confirms", "at the line from an event to another");
    case RelationType::AgreesWith:
        return translate("layout", "agrees with", "at the line from an event to another");
    case RelationType::Disputes:
        return translate("layout", "disputes", "at the line from an event to another");
    case RelationType::Corrects:
        return translate("layout", "corrects", "at the line from an event to another");
    case RelationType::Qualifies:
        return translate("layout", "qualifies", "at the line from an event to another");
    case RelationType::Discusses:
        return translate("layout", "discusses", "at the line from an event to another");
    case RelationType::Other:
        break;
    }
    return {};
}

QString incoming(RelationType type) {
    switch (type) {
    case RelationType::RepliesTo:
        return translate("layout", "replied to by", "at the line from an event to another");
    case RelationType::Confirms:
        return translate("layout", "confirmed by", "at the line from an event to another");
    case RelationType::AgreesWith:
        return translate("layout", "agreement from", "at the line from an event to another");
    case RelationType::Disputes:
        return translate("layout", "disputed by", "at the line from an event to another");
    case RelationType::Corrects:
        return translate("layout", "corrected by", "at the line from an event to another");
    case RelationType::Qualifies:
        return translate("layout", "qualified by", "at the line from an event to another");
    case RelationType::Discusses:
        return translate("layout", "discussed by", "at the line from an event to another");
    case RelationType::Other:
        break;
    }
    return {};
}

QString reading(RelationType type) {
    switch (type) {
    case RelationType::RepliesTo:
        return translate("layout", "read as a reply", "at the line from an event to another");
    case RelationType::Confirms:
        return translate("layout", "read as a confirmation", "at the line from an event to another");
    case RelationType::AgreesWith:
        return translate("layout", "read as agreement", "at the line from an event to another");
    case RelationType::Disputes:
        return translate("layout", "read as disagreement", "at the line from an event to another");
    case RelationType::Corrects:
        return translate("layout", "read as a correction", "at the line from an event to another");
    case RelationType::Qualifies:
        return translate("layout", "read as a qualification", "at the line from an event to another");
    case RelationType::Discusses:
        return translate("layout", "read as a comment", "at the line from an event to another");
    case RelationType::Other:
        break;
    }
    return {};
}

} // namespace

QString linkInWords(const Relation& relation, RelationSide side) {
    if (relation.type != RelationType::Other)
        return !relation.explicitly             ? reading(relation.type)
               : side == RelationSide::Outgoing ? outgoing(relation.type)
                                                : incoming(relation.type);
    const QString written = isolated(displayLine(relation.typeText, 60));
    if (!relation.explicitly)
        return translate("layout", "read as “%1”", "a relation as written in the file").arg(written);
    return side == RelationSide::Outgoing
               ? written
               : translate("layout", "“%1” from", "a relation as written in the file").arg(written);
}

QString linkSentence(const StoryView& view, const LinkRef& link) {
    const Relation relation = view.story().relation(link.from, link.relation);
    const QString from = isolated(view.title(link.from));
    const QString to = isolated(view.title(relation.event));
    const QString basis = basisInWords(relation);
    if (!relation.explicitly)
        return translate("layout", "“%1” → “%2”. %3", "two titles, “Read as a reply; the source says only ...”")
            .arg(from, to, basis);
    const QString words = linkInWords(relation, RelationSide::Outgoing);
    if (basis.isEmpty())
        return translate("layout", "“%1” %2 “%3”", "a title, “replies to”, a title").arg(from, words, to);
    return translate("layout", "“%1” %2 “%3”: %4", "a title, “replies to”, a title, the words of a source")
        .arg(from, words, to, basis);
}

QString patternInWords(LinkPattern pattern) {
    switch (pattern) {
    case LinkPattern::Reply:
        return translate("layout", "replies to");
    case LinkPattern::Agreement:
        return translate("layout", "confirms, agrees with");
    case LinkPattern::Dispute:
        return translate("layout", "disputes, corrects, qualifies");
    case LinkPattern::Mention:
        return translate("layout", "discusses, and others");
    case LinkPattern::Reading:
        return translate("layout", "a reading, not said by the source");
    }
    return {};
}

QString linkCountsInWords(const LinkCounts& counts, const QLocale& locale) {
    QStringList words;
    if (counts.noRoom > 0)
        words << LinkText::tr("%1 link(s) not drawn: no room", nullptr, asInt(counts.noRoom))
                     .arg(number(counts.noRoom, locale));
    if (counts.tooMany > 0)
        words << LinkText::tr("+%1 more link(s)", nullptr, asInt(counts.tooMany)).arg(number(counts.tooMany, locale));
    if (counts.leftOut > 0)
        words << LinkText::tr("%1 link(s) to events that the filter leaves out", nullptr, asInt(counts.leftOut))
                     .arg(number(counts.leftOut, locale));
    if (counts.elsewhere > 0)
        words << LinkText::tr("%1 link(s) between events out of view", nullptr, asInt(counts.elsewhere))
                     .arg(number(counts.elsewhere, locale));
    if (counts.unlabelled > 0)
        words << LinkText::tr("%1 link(s) drawn without words: no room (see Related events)", nullptr,
                              asInt(counts.unlabelled))
                     .arg(number(counts.unlabelled, locale));
    return words.join(QStringLiteral(" · "));
}

QStringList wordlessLinks(const StoryView& view, const Links& links, model::EventIndex selected) {
    std::vector<bool> said(links.arcs.size());
    for (const LinkLabel& label : links.labels)
        said[label.arc] = true;
    QStringList all;
    std::size_t more = 0;
    for (std::size_t i = 0; i < links.arcs.size(); ++i) {
        const LinkArc& arc = links.arcs[i];
        if (arc.faint || said[i])
            continue;
        if (all.size() == mostListed) {
            ++more;
            continue;
        }
        const bool own = arc.ref.from == selected;
        all << translate("layout", "%1: %2", "“disputes”, the title of an event")
                   .arg(linkInWords(view.story().relation(arc.ref.from, arc.ref.relation),
                                    own ? RelationSide::Outgoing : RelationSide::Incoming),
                        isolated(view.title(own ? arc.to : arc.ref.from)));
    }
    if (more > 0)
        all << LinkText::tr("+%1 more link(s)", nullptr, asInt(more)).arg(number(more, view.locale()));
    return all;
}

} // namespace quoteline::layout
