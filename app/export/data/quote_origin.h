// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/content/evidence/source_words.h"

namespace quoteline::ui {

/// Who said the words of a quote, how that is known, and where they stand.
struct QuoteOrigin {
    QString
        words; ///< "speaker, via channel; direct quotation; publisher, “headline”, Published 28 January 2026", a line
    QString note; ///< on the quote, a line; may be empty
    std::optional<layout::PageAddress> page;
    QString otherAddress; ///< one that cannot be opened, as written
};

/// Remembers what is said of each source, of which there are few, for the quotes, of which there may be many.
class QuoteOrigins {
public:
    explicit QuoteOrigins(const layout::StoryView& view);
    QuoteOrigin of(const model::Quote& quote);

private:
    const layout::StoryView& m_view;
    std::vector<std::optional<layout::SourceContent>> m_sources;
};

} // namespace quoteline::ui
