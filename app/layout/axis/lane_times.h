// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/content/story/story_view.h"
#include <vector>

namespace quoteline::layout {

/// When the shown events of a lane begin and end, each sorted: what touches a window is counted by binary search,
/// however many there are. A set counts from its first date to its last.
struct LaneTimes {
    std::vector<model::CivilMs> starts;
    std::vector<model::CivilMs> ends;
    std::vector<model::CivilMs> possibleStarts; ///< of those that possibly happened then: isPossibility()
    std::vector<model::CivilMs> possibleEnds;
};

/// The times of each lane. O(n log n).
std::vector<LaneTimes> laneTimes(const StoryView& view);

/// How many of the times that these arrays hold touch [start, end), in civil ms. O(log n).
std::size_t touching(const std::vector<model::CivilMs>& starts, const std::vector<model::CivilMs>& ends, double start,
                     double end);
/// How many events of a lane touch a window.
std::size_t touching(const LaneTimes& times, const TimeWindow& window);
/// How many lie wholly before a window, and after it.
std::size_t earlier(const LaneTimes& times, const TimeWindow& window);
std::size_t later(const LaneTimes& times, const TimeWindow& window);

/// How many touch each of the stretches between neighbours of `edges`, which grow: looked for from one edge to the
/// next, which takes less than a search for each.
std::vector<std::size_t> touchingEach(const std::vector<model::CivilMs>& starts,
                                      const std::vector<model::CivilMs>& ends, const std::vector<double>& edges);

} // namespace quoteline::layout
