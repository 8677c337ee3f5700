// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/content/evidence/checked_story.h"
#include "app/content/evidence/source_words.h"
#include "app/content/story/story_view.h"
#include "app/content/words/shown_text.h"
#include <QStringList>
#include <vector>

/// Everything that is said beside the timeline, as plain words.
namespace quoteline::layout {

/// Quotes, related events and sources are shown in portions of this many.
inline constexpr std::size_t evidencePortion = 50;

struct QuoteContent {
    ShownText before; ///< the words before, on one line
    ShownText exact;
    ShownText after; ///< the words after, on one line
    QString speaker; ///< name and role; empty where the source names none
    QString via;     ///< "via RTL Radio 102"; may be empty
    QString form;    ///< "direct quotation"
    ShownText note;  ///< may be empty
    SourceContent source;
    QuoteBadge badge;
    bool operator==(const QuoteContent&) const = default;
};

/// How the event shown is tied to another one.
struct RelationContent {
    model::EventIndex event = 0; ///< the other event
    QString direction;           ///< "Replies to:", "Qualified by:"
    QString title;               ///< of the other event
    QString date;                ///< of the other event, in short words
    QString basis;               ///< the source's words in quotation marks, or the reading of them
    bool reading = false;
    int hue = 0;                   ///< of the other event's lane
    model::EventIndex carrier = 0; ///< the event that carries the relation ...
    std::size_t relation = 0;      ///< ... and its place there
    bool operator==(const RelationContent&) const = default;
};

struct EvidenceContent {
    QString kind;
    QString lane;
    int hue = 0;   ///< of the lane
    QString actor; ///< name and role
    ShownText title;
    QString date; ///< long words, ", scheduled" where it is
    ShownText whenBasis;
    ShownText summary;                      ///< may be empty
    std::vector<QuoteContent> quotes;       ///< the first of them
    std::vector<RelationContent> relations; ///< the first of them: those of the event, then those of others to it
    std::size_t quoteCount = 0;
    std::size_t relationCount = 0;
    bool hasAccounts = false; ///< the quotes can be compared: model::hasAccounts()
    bool operator==(const EvidenceContent&) const = default;
};

/// What is said of a quote but for its source, with at most `most` characters of its words and of its note; wholeText
/// shortens nothing else of it either.
QuoteContent quoteWords(const StoryView& view, const model::Quote& quote, qsizetype most);
/// The same with its source.
QuoteContent quoteContent(const StoryView& view, const model::Quote& quote, qsizetype most = shownCharacters);

/// What is said about `event`, an event of the story, with at most that many quotes and relations, and what was found
/// out about the quotes.
EvidenceContent evidenceContent(const StoryView& view, model::EventIndex event, std::size_t quotes = evidencePortion,
                                std::size_t relations = evidencePortion, const CheckedStory& checked = {});

struct StoryContent {
    ShownText title;
    ShownText summary;
    QString numbers;                    ///< events, quotes and sources
    QString span;                       ///< from the first to the last event; empty without events
    QString coreWindow;                 ///< empty without one
    std::vector<SourceContent> sources; ///< the first of them
    std::size_t sourceCount = 0;
    bool operator==(const StoryContent&) const = default;
};

/// What is said about the story as a whole, with at most that many sources.
StoryContent storyContent(const StoryView& view, std::size_t sources = evidencePortion);

/// Which parts of a quote are not shown whole, in sentences.
QStringList cutsInWords(const QuoteContent& quote, const QLocale& locale);

} // namespace quoteline::layout
