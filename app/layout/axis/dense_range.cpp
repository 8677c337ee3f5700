// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/axis/dense_range.h"

#include <algorithm>

namespace quoteline::layout {

namespace {

constexpr double denseAir = 0.06; // of the range, on either side

} // namespace

/// What a stretch holds is what ends before it does, less what began before it: of events shorter than the stretch,
/// which are the only ones looked at, those have all ended by then.
std::optional<TimeWindow> denseRange(const StoryView& view) {
    const auto events = view.events();
    if (events.size() < leastDense)
        return std::nullopt;
    const auto starts = view.story().layoutStarts();
    const auto ends = view.story().layoutEnds();
    const double length = view.extent().width * denseTime;
    const auto fits = [&](model::EventIndex event, double begin) {
        return static_cast<double>(starts[event]) >= begin && static_cast<double>(ends[event]) < begin + length;
    };
    std::vector<double> begins; // of the events that are short enough
    std::vector<double> overs;
    for (const model::EventIndex event : events)
        if (const auto start = static_cast<double>(starts[event]); fits(event, start)) {
            begins.push_back(start);
            overs.push_back(static_cast<double>(ends[event]));
        }
    std::sort(begins.begin(), begins.end());
    std::sort(overs.begin(), overs.end());
    std::size_t most = 0;
    double best = 0;
    for (std::size_t i = 0, done = 0; i < begins.size(); ++i) {
        while (done < overs.size() && overs[done] < begins[i] + length)
            ++done;
        if (done - i > most) {
            most = done - i;
            best = begins[i];
        }
    }
    if (static_cast<double>(most) <= denseEvents * static_cast<double>(events.size()))
        return std::nullopt;
    double end = best;
    for (const model::EventIndex event : events)
        if (fits(event, best))
            end = std::max(end, static_cast<double>(ends[event]));
    const double air = (end - best) * denseAir;
    return TimeWindow{best - air, end - best + 2 * air};
}

} // namespace quoteline::layout
