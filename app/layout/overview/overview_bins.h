// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/layout/axis/calendar_ticks.h"
#include "model/story/story.h"
#include <span>
#include <vector>

namespace quoteline::layout {

/// How many events touch each bin of time, for the bars of the overview.
struct OverviewBins {
    double start = 0;          ///< civil ms of the first bin; a midnight when a bin is a day or longer
    double binWidth = 1;       ///< civil ms, the same for all bins
    std::vector<int> certain;  ///< happened or lasted in the bin: a span counts in every bin it touches
    std::vector<int> possible; ///< possibly in the bin: one-of, approximate and uncertain dates, months and years alone
    double end() const { return start + binWidth * static_cast<double>(certain.size()); }
    bool operator==(const OverviewBins&) const = default;
};

inline constexpr int maxOverviewBins = 300;

/// Bins over [from, to): one a day where that makes at most maxBins, else 2, 7, 14, 28 ... days each; for stories
/// shorter than two days, hours, minutes or seconds; bins of a week or more begin on a Monday. `events` are those that
/// pass the filter, in any order. Members of a set count each where they lie, but an event once at most in a bin:
/// certain if any of its dates there is. An open side counts at the known end alone: possible in a one-of ("on or
/// before the 27th"), certain in an interval ("from the 27th onwards"). O(events + bins) for values of any length.
OverviewBins overviewBins(const model::Story& story, std::span<const model::EventIndex> events, double from, double to,
                          int maxBins = maxOverviewBins);

} // namespace quoteline::layout
