// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/story/story.h"

/// Which quotes of an event are accounts of the same thing, and in what order they stand beside each other.
namespace quoteline::model {

/// Whether the quotes of an event come from two or more documents, or are known in two or more ways (QuoteForm): there
/// is something to compare.
bool hasAccounts(const Story& story, EventIndex event);

struct AccountOrder {
    /// Places of the quotes in the event, all of them: by the publication of their source, then in the order of the
    /// file. Publications stand in the order of events: the earliest day they may have been published on if it is
    /// known, else the latest; then the latest; sources without a date last; those of one date in the order of the
    /// file. So the quotes of one document always stand together.
    std::vector<std::size_t> quotes;
    /// Two documents of which either may have come first: their times of publication overlap, or one has none.
    bool uncertain = false;
};

AccountOrder accountOrder(const Story& story, EventIndex event);

} // namespace quoteline::model
