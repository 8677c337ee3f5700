// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/content/words/shown_text.h"
#include "model/story/story.h"
#include <QString>

/// What the program says for the kinds, forms and relations of a story.
namespace quoteline::layout {

/// "Clarification".
QString kindInWords(model::EventKind kind);

/// How the words of a quote are known: "direct quotation".
QString formInWords(model::QuoteForm form);

/// Which end of a relation is looked at.
enum class RelationSide {
    Outgoing, ///< from the event that carries it: "Replies to:"
    Incoming, ///< from the event it points at: "Replied to by:"
};

/// The words before the title of the event at the other end, with a colon. A type that the program does not know is
/// shown as written.
QString relationInWords(const model::Relation& relation, RelationSide side, qsizetype most = shownBesideCharacters);

/// What carries a relation: the words of its basis in quotation marks, introduced as a reading where the source does
/// not itself name the other event: "Read as a reply; the source says only “…”". Empty for an explicit one without a
/// basis. At most `most` characters of the source are shown.
QString basisInWords(const model::Relation& relation, qsizetype most = shownBesideCharacters);

} // namespace quoteline::layout
