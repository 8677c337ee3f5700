// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/content/words/evidence_words.h"
#include "app/layout/links/links.h"

/// What is said of links: at their lines, in tooltips, in the legend and in the status line.
namespace quoteline::layout {

/// "replies to", "replied to by"; of a reading, from either side, "read as a reply".
QString linkInWords(const model::Relation& relation, RelationSide side);

/// "“Online petitioners …” replies to “Vogue reports …”: “the news has sparked some online protests”": the relation
/// with its basis, for tooltips and the status line. A reading says that it is one.
QString linkSentence(const StoryView& view, const LinkRef& link);

/// What a legend says of a pattern.
QString patternInWords(LinkPattern pattern);

/// What is not drawn and why, in sentences; empty where everything is.
QString linkCountsInWords(const LinkCounts& counts, const QLocale& locale);

/// The links of the selected event that are drawn without words, one each: "disputes: TITLE"; of very many the first.
QStringList wordlessLinks(const StoryView& view, const Links& links, model::EventIndex selected);

} // namespace quoteline::layout
