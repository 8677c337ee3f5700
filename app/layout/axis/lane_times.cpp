// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/axis/lane_times.h"

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

/// The first of `instants` from `from` on that is not before a limit: by steps that double, then halve.
template <typename IsBefore>
std::size_t nextFrom(const std::vector<model::CivilMs>& instants, std::size_t from, IsBefore isBefore) {
    std::size_t step = 1;
    std::size_t low = from;
    while (low + step <= instants.size() && isBefore(instants[low + step - 1])) {
        low += step;
        step *= 2;
    }
    const auto high = std::min(instants.size(), low + step);
    return static_cast<std::size_t>(std::partition_point(instants.begin() + static_cast<std::ptrdiff_t>(low),
                                                         instants.begin() + static_cast<std::ptrdiff_t>(high),
                                                         isBefore) -
                                    instants.begin());
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

std::vector<std::size_t> touchingEach(const std::vector<model::CivilMs>& starts,
                                      const std::vector<model::CivilMs>& ends, const std::vector<double>& edges) {
    std::vector<std::size_t> counts;
    std::size_t begun = edges.empty() ? 0 : begunBefore(starts, edges.front());
    std::size_t over = edges.empty() ? 0 : overAt(ends, edges.front());
    for (std::size_t i = 1; i < edges.size(); ++i) {
        begun = nextFrom(starts, begun, [&](model::CivilMs start) { return static_cast<double>(start) < edges[i]; });
        counts.push_back(begun > over ? begun - over : 0);
        over = nextFrom(ends, over, [&](model::CivilMs end) { return static_cast<double>(end) <= edges[i]; });
    }
    return counts;
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
