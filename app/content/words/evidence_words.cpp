// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/content/words/evidence_words.h"

#include "app/content/words/display_text.h"
#include "app/content/words/translate.h"

namespace quoteline::layout {

using model::EventKind;
using model::QuoteForm;
using model::Relation;
using model::RelationType;

namespace {

QString outgoing(const Relation& relation, qsizetype most) {
    switch (relation.type) {
    case RelationType::RepliesTo:
        return translate("layout", "Replies to:");
    case RelationType::Confirms:
        return translate("layout", "Confirms:");
    case RelationType::AgreesWith:
        return translate("layout", "Agrees with:");
    case RelationType::Disputes:
        return translate("layout", "Disputes:");
    case RelationType::Corrects:
        return translate("layout", "Corrects:");
    case RelationType::Qualifies:
        return translate("layout", "Qualifies:");
    case RelationType::Discusses:
        return translate("layout", "Discusses:");
    case RelationType::Other:
        break;
    }
    return translate("layout", "%1:", "a relation as written in the file")
        .arg(isolated(displayLine(relation.typeText, lineLimit(most))));
}

QString incoming(const Relation& relation, qsizetype most) {
    switch (relation.type) {
    case RelationType::RepliesTo:
        return translate("layout", "Replied to by:");
    case RelationType::Confirms:
        return translate("layout", "Confirmed by:");
    case RelationType::AgreesWith:
        return translate("layout", "Agreement from:");
    case RelationType::Disputes:
        return translate("layout", "Disputed by:");
    case RelationType::Corrects:
        return translate("layout", "Corrected by:");
    case RelationType::Qualifies:
        return translate("layout", "Qualified by:");
    case RelationType::Discusses:
        return translate("layout", "Discussed by:");
    case RelationType::Other:
        break;
    }
    return translate("layout", "“%1” from:", "a relation as written in the file")
        .arg(isolated(displayLine(relation.typeText, lineLimit(most))));
}

/// What the reader of the source took the words for.
QString reading(const Relation& relation, qsizetype most) {
    switch (relation.type) {
    case RelationType::RepliesTo:
        return translate("layout", "Read as a reply");
    case RelationType::Confirms:
        return translate("layout", "Read as a confirmation");
    case RelationType::AgreesWith:
        return translate("layout", "Read as agreement");
    case RelationType::Disputes:
        return translate("layout", "Read as disagreement");
    case RelationType::Corrects:
        return translate("layout", "Read as a correction");
    case RelationType::Qualifies:
        return translate("layout", "Read as a qualification");
    case RelationType::Discusses:
        return translate("layout", "Read as a comment");
    case RelationType::Other:
        break;
    }
    return translate("layout", "Read as “%1”", "a relation as written in the file")
        .arg(isolated(displayLine(relation.typeText, lineLimit(most))));
}

} // namespace

QString kindInWords(EventKind kind) {
    switch (kind) {
    case EventKind::Report:
        return translate("layout", "Report");
    case EventKind::Statement:
        return translate("layout", "Statement");
    case EventKind::Clarification:
        return translate("layout", "Clarification");
    case EventKind::Reaction:
        return translate("layout", "Reaction");
    case EventKind::Date:
        return translate("layout", "Date");
    }
    return {};
}

QString formInWords(QuoteForm form) {
    switch (form) {
    case QuoteForm::Direct:
        return translate("layout", "direct quotation");
    case QuoteForm::Report:
        return translate("layout", "reported by the source");
    case QuoteForm::Relay:
        return translate("layout", "relayed in a post");
    }
    return {};
}

QString relationInWords(const Relation& relation, RelationSide side, qsizetype most) {
    return side == RelationSide::Outgoing ? outgoing(relation, most) : incoming(relation, most);
}

QString basisInWords(const Relation& relation, qsizetype most) {
    const QString basis = isolated(shownLineStart(relation.basis, most).text);
    if (relation.explicitly)
        return basis.isEmpty() ? QString() : translate("layout", "“%1”", "the words of a source").arg(basis);
    if (basis.isEmpty())
        return translate("layout", "%1; the source does not say so.", "“Read as a reply”").arg(reading(relation, most));
    return translate("layout", "%1; the source says only “%2”", "“Read as a reply”, the words of the source")
        .arg(reading(relation, most), basis);
}

} // namespace quoteline::layout
