// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/evidence/quote_check.h"
#include "model/evidence/source_documents.h"
#include "model/story/story.h"
#include <array>
#include <functional>
#include <optional>
#include <span>
#include <stop_token>
#include <vector>

/// All quotes of a story against their documents.
namespace quoteline::model {

struct CheckedQuote {
    EventIndex event = 0;
    std::uint32_t quote = 0; ///< index into the quotes of the event
    SourceIndex source = 0;
    std::optional<QuoteCheck> check; ///< nothing: not checked, for the reason that the source's document is missing
    bool operator==(const CheckedQuote&) const = default;
};

/// Where the words stand that a relation rests on.
struct BasisPlace {
    SourceIndex source = 0; ///< one that the event quotes
    QuoteCheck check;       ///< without context
    bool operator==(const BasisPlace&) const = default;
};

struct CheckedBasis {
    EventIndex event = 0;
    std::uint32_t relation = 0;      ///< index into the relations of the event
    std::optional<BasisPlace> place; ///< nothing: not checked, as no document that the event quotes is at hand
    bool operator==(const CheckedBasis&) const = default;
};

struct EvidenceCounts {
    std::size_t quotes = 0;
    std::array<std::size_t, quoteGradeCount> grades{}; ///< by QuoteGrade
    std::size_t notChecked = 0;
    std::size_t faithful = 0; ///< isFaithful()
    std::size_t bases = 0;    ///< relations that carry words
    std::size_t basesFound = 0;
    std::size_t basesNotChecked = 0;

    std::size_t of(QuoteGrade grade) const { return grades[static_cast<std::size_t>(grade)]; }
    bool operator==(const EvidenceCounts&) const = default;
};

struct EvidenceCheck {
    std::vector<CheckedQuote> quotes; ///< in the order of the story: by event, then as the event has them
    std::vector<CheckedBasis> bases;  ///< the same; relations without words are left out
    EvidenceCounts counts;

    /// The result of one quote; nothing for one that the story does not have.
    const CheckedQuote* find(EventIndex event, std::size_t quote) const;
    const CheckedBasis* findBasis(EventIndex event, std::size_t relation) const;
    bool operator==(const EvidenceCheck&) const = default;
};

struct EvidenceOptions {
    std::stop_token stop;                                              ///< asked between quotes
    std::function<void(std::size_t done, std::size_t total)> progress; ///< quotes; called now and then
};

/// `documents` are those of findDocuments(), one for each source. Nothing when it was stopped.
std::optional<EvidenceCheck> checkEvidence(const Story& story, std::span<const FoundDocument> documents,
                                           const EvidenceOptions& options = {});

/// Where the basis of a relation stands in the documents that its event quotes: the best grade, the first of equals.
/// Where it stands more than once, a place inside of a passage that the event quotes is the one that is meant. Nothing
/// when the relation has no words or no document is at hand.
std::optional<BasisPlace> findBasis(const Story& story, EventIndex event, std::size_t relation,
                                    std::span<const FoundDocument> documents);

} // namespace quoteline::model
