// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/layout/axis/calendar_bins.h"
#include "model/story/story.h"
#include <span>
#include <vector>

namespace quoteline::layout {

/// How many events touch each bin of time, for the bars of the overview and the columns of lanes.
struct EventBins {
    CalendarStep step;
    std::vector<double> edges; ///< binEdges(): civil ms, one more than there are bins; empty only without any bins
    std::vector<int> certain;  ///< happened or lasted in the bin: a span counts in every bin it touches
    std::vector<int> possible; ///< possibly in the bin: one-of, approximate and uncertain dates, months and years alone
    bool operator==(const EventBins&) const = default;
};

/// Whether an event possibly happened in its time and did not last all through it: one-of, approximate and uncertain
/// dates, months and years alone, and what is "on or before" a date.
bool isPossibility(const model::Story& story, model::EventIndex event);

/// Qt Charts draws so many bars in a millisecond.
inline constexpr int maxOverviewBins = 300;

/// The bins of `step` that touch [from, to). `events` are those that pass the filter, in any order. Members of a set
/// count each where they lie, but an event once at most in a bin: certain if any of its dates there is. An open side
/// counts at the known end alone: possible in a one-of ("on or before the 27th"), certain in an interval ("from the
/// 27th onwards"). What happened on a day is possible in each of several bins of it, and certain in none. O(events +
/// bins) for values of any length.
EventBins eventBins(const model::Story& story, std::span<const model::EventIndex> events, double from, double to,
                    CalendarStep step);

} // namespace quoteline::layout
