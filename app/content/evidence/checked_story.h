// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/content/evidence/document_portion.h"
#include "app/content/story/story_view.h"
#include "model/evidence/evidence_check.h"
#include <QStringList>
#include <memory>
#include <optional>

/// What a check of the quotes found, as words and as places in documents.
namespace quoteline::layout {

/// The results of one check and the documents that it looked at. A value: copies share both.
struct CheckedStory {
    std::shared_ptr<const std::vector<model::FoundDocument>> documents; ///< by source
    std::shared_ptr<const model::EvidenceCheck> check;                  ///< null: nothing was checked

    explicit operator bool() const { return check != nullptr; }
};

/// What is said beside a quote.
struct QuoteBadge {
    enum class Kind {
        Faithful,  ///< verbatim, but perhaps for typography
        Different, ///< found in part, changed, or more than once
        NotFound,
        NotChecked,
    };
    Kind kind = Kind::NotChecked;
    QString word;          ///< "verbatim"
    QString sentence;      ///< what that means here; may be empty
    bool document = false; ///< there is a document to be shown
    bool operator==(const QuoteBadge&) const = default;
};

/// Of the quote number `quote` of `event`. "not checked here" where no document was at hand, and no more.
QuoteBadge badgeOf(const CheckedStory& checked, const StoryView& view, model::EventIndex event, std::size_t quote);

/// A document and what is to be seen in it.
struct DocumentContent {
    model::PlainDocument document;
    std::vector<DocumentMark> marks; ///< in their order
    QString heading;                 ///< publisher and headline
    QStringList notes;               ///< sentences
};

/// Nothing where the document of the quote is not at hand.
std::optional<DocumentContent> documentOf(const CheckedStory& checked, const StoryView& view, model::EventIndex event,
                                          std::size_t quote);
/// The document with the words that carry a relation of `event`; nothing where none is at hand.
std::optional<DocumentContent> basisDocumentOf(const CheckedStory& checked, const StoryView& view,
                                               model::EventIndex event, std::size_t relation);

/// "26 of 28 quotes are faithful to their documents; 2 are not." and so on, in one or two sentences.
QString checkInWords(const model::EvidenceCounts& counts, const QLocale& locale);

/// The quotes that somebody has to look at: what is not faithful first, then what was not checked; each in the order of
/// the story.
std::vector<model::CheckedQuote> concerns(const model::EvidenceCheck& check);

} // namespace quoteline::layout
