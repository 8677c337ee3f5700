// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/rows/lane_times.h"

#include "app/layout/axis/event_bins.h"
#include <algorithm>

namespace quoteline::layout {

namespace {

/// Those that begin before an instant.
std::size_t begunBefore(const std::vector<model::CivilMs>& starts, double instant) {
    const auto begun = std::lower_bound(starts.begin(), starts.end(), instant, [](model::CivilMs start, double limit) {
        return static_cast<double>(start) < limit;
    });
    return static_cast<std::size_t>(begun - starts.begin());
}

/// Those that are over at an instant.
std::size_t overAt(const std::vector<model::CivilMs>& ends, double instant) {
    const auto over = std::upper_bound(ends.begin(), ends.end(), instant, [](double limit, model::CivilMs end) {
        return limit < static_cast<double>(end);
    });
    return static_cast<std::size_t>(over - ends.begin());
}

} // namespace

std::vector<LaneTimes> laneTimes(const StoryView& view) {
    const model::Story& story = view.story();
    const auto starts = story.layoutStarts();
    const auto ends = story.layoutEnds();
    std::vector<LaneTimes> all;
    for (const LaneGroup& lane : view.lanes()) {
        LaneTimes times;
        times.starts.reserve(lane.events.size());
        times.ends.reserve(lane.events.size());
        for (const model::EventIndex event : lane.events) {
            times.starts.push_back(starts[event]);
            times.ends.push_back(ends[event]);
            if (isPossibility(story, event)) {
                times.possibleStarts.push_back(starts[event]);
                times.possibleEnds.push_back(ends[event]);
            }
        }
        for (auto* instants : {&times.starts, &times.ends, &times.possibleStarts, &times.possibleEnds})
            std::sort(instants->begin(), instants->end());
        all.push_back(std::move(times));
    }
    return all;
}

std::size_t touching(const std::vector<model::CivilMs>& starts, const std::vector<model::CivilMs>& ends, double start,
                     double end) {
    const std::size_t begun = begunBefore(starts, end);
    const std::size_t over = overAt(ends, start);
    return begun > over ? begun - over : 0;
}

std::size_t touching(const LaneTimes& times, const TimeWindow& window) {
    return touching(times.starts, times.ends, window.start, window.end());
}

std::size_t earlier(const LaneTimes& times, const TimeWindow& window) {
    return overAt(times.ends, window.start);
}

std::size_t later(const LaneTimes& times, const TimeWindow& window) {
    return times.starts.size() - begunBefore(times.starts, window.end());
}

} // namespace quoteline::layout
