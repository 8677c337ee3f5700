// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/axis/presets.h"

#include <algorithm>
#include <cmath>
#include <queue>
#include <utility>

namespace quoteline::layout {

namespace {

constexpr double shortEventMs = 6.0 * 3600 * 1000;
constexpr double airShare = 0.06; // of the stretch, on either side

struct Stretch {
    double start = 0;
    double end = 0;
    double width() const { return end - start; }
};

/// `stretch` with `air` on either side, at least as wide as a short event is shown.
TimeWindow around(const Stretch& stretch, double air, const StoryView& view, double plotWidth, double textScale) {
    const TimeWindow whole = wholeStory(view, plotWidth, textScale);
    const double least = std::min(shortEventMs, whole.width / 8);
    const double width = std::max(stretch.width() + 2 * air, least);
    if (width >= whole.width)
        return whole;
    return clamped({(stretch.start + stretch.end - width) / 2, width}, view, plotWidth, textScale);
}

Stretch stretchOf(const model::Story& story, model::EventIndex event) {
    return {static_cast<double>(story.layoutStarts()[event]), static_cast<double>(story.layoutEnds()[event])};
}

/// The shortest stretch that holds `wanted` of these, the earliest of equals. From the latest start to the earliest:
/// of the events that begin there or later, the `wanted` that end first are kept, so the heap's top is the end.
Stretch shortestHolding(std::vector<Stretch> events, std::size_t wanted) {
    const auto later = [](const Stretch& a, const Stretch& b) { return a.start > b.start; };
    if (!std::is_sorted(events.begin(), events.end(), later))
        std::sort(events.begin(), events.end(), later);
    std::priority_queue<double> ends;
    std::optional<Stretch> best;
    for (const Stretch& event : events) {
        ends.push(event.end);
        if (ends.size() > wanted)
            ends.pop();
        const Stretch candidate{event.start, ends.top()};
        if (ends.size() == wanted && (!best || candidate.width() <= best->width()))
            best = candidate;
    }
    return best.value_or(Stretch());
}

} // namespace

TimeWindow fitting(const StoryView& view, model::EventIndex event, double plotWidth, double textScale) {
    const Stretch stretch = stretchOf(view.story(), event);
    return around(stretch, stretch.width(), view, plotWidth, textScale);
}

TimeWindow busiestStretch(const StoryView& view, double plotWidth, double textScale) {
    const auto events = view.events();
    if (events.empty())
        return wholeStory(view, plotWidth, textScale);
    std::vector<Stretch> stretches;
    stretches.reserve(events.size());
    for (auto event = events.rbegin(); event != events.rend(); ++event)
        stretches.push_back(stretchOf(view.story(), *event));
    const Stretch busiest = shortestHolding(std::move(stretches), (events.size() + 1) / 2);
    return around(busiest, busiest.width() * airShare, view, plotWidth, textScale);
}

std::optional<TimeWindow> coreWindow(const StoryView& view, double plotWidth, double textScale) {
    const auto core = view.story().coreWindow();
    if (!core)
        return std::nullopt;
    const TimeWindow whole = wholeStory(view, plotWidth, textScale);
    const auto start = static_cast<double>(core->layoutStart);
    const auto end = static_cast<double>(core->layoutEnd);
    const double air = (end - start) * airShare;
    // No air where the story ends: it would make much the same of the core window and the whole story.
    const Stretch stretch{std::min(start, std::max(start - air, whole.start)),
                          std::max(end, std::min(end + air, whole.end()))};
    return around(stretch, 0, view, plotWidth, textScale);
}

std::optional<model::EventIndex> neighbourInLane(const StoryView& view, model::EventIndex event, int direction) {
    const auto lane = view.shows(event) ? view.laneOf(event) : std::nullopt;
    if (!lane)
        return std::nullopt;
    const auto lanes = view.lanes();
    auto at = static_cast<std::ptrdiff_t>(*lane) + direction;
    while (at >= 0 && at < std::ssize(lanes) && lanes[static_cast<std::size_t>(at)].events.empty())
        at += direction;
    if (at < 0 || at >= std::ssize(lanes))
        return std::nullopt;
    const auto starts = view.story().layoutStarts();
    const auto nearer = [&](model::EventIndex a, model::EventIndex b) {
        return std::pair(std::abs(starts[a] - starts[event]), starts[a]) <
               std::pair(std::abs(starts[b] - starts[event]), starts[b]);
    };
    const auto& events = lanes[static_cast<std::size_t>(at)].events;
    return *std::min_element(events.begin(), events.end(), nearer);
}

} // namespace quoteline::layout
