// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/content/story/story_view.h"
#include <stop_token>

/// The orders in which a list of events can stand. A rank is a number that stands for an event's place in one of them,
/// the same for events that are alike in it; ranks by title and by sources hold for a story, whatever the filter, so
/// that they are made once.
namespace quoteline::layout {

using Ranks = std::vector<std::uint32_t>; ///< by EventIndex

/// How many different documents an event quotes.
std::uint32_t sourceCount(const model::Story& story, model::EventIndex event);

/// Ranks by the title as it is shown, compared as the language of the story does (Unicode collation; digits count as
/// numbers, so that "Day 9" stands before "Day 10"). Titles that compare equal have the same rank. Empty when stopped.
Ranks titleRanks(const StoryView& view, const std::stop_token& stop = {});

/// Ranks by sourceCount(). Empty when stopped.
Ranks sourceRanks(const model::Story& story, const std::stop_token& stop = {});

/// Ranks by the lane on the screen, of the shown events; where there is one lane only, by the lanes of the story.
Ranks laneRanks(const StoryView& view);

/// Sorts events that stand in the order of time by rank; those of one rank keep the order of time in both directions.
/// O(n), or O(n log n) for few events.
std::vector<model::EventIndex> orderedByRank(std::span<const model::EventIndex> events, const Ranks& ranks,
                                             bool descending);

/// What a list names as the lane of an event: the lane on the screen, or that of the story where lanes have no names.
QString laneName(const StoryView& view, model::EventIndex event);

/// The start of the first and the end of the last of `events`, in words; empty without events.
QString periodInWords(const StoryView& view, std::span<const model::EventIndex> events);

} // namespace quoteline::layout
