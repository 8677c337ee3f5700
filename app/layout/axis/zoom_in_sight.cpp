// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/axis/zoom_in_sight.h"

#include <algorithm>
#include <array>

namespace quoteline::layout {

namespace {

/// How much of an event a window shows.
enum class Sight : std::uint8_t {
    None,
    Part, ///< so much that it is drawn as wide as it is: maybe nothing but the middle of a long bar
    Half, ///< or more
};
constexpr double leastPart = 1.0 / 16; // of the window

/// The time of an event, civil ms.
struct EventTime {
    double start = 0;
    double end = 0;

    double middle() const { return (start + end) / 2; }
    Sight in(const TimeWindow& window) const {
        const double seen = std::min(end, window.end()) - std::max(start, window.start);
        if (seen <= 0)
            return Sight::None;
        if (2 * seen >= end - start)
            return Sight::Half;
        return seen >= window.width * leastPart ? Sight::Part : Sight::None;
    }
    /// Its middle, or that of what is seen of it.
    double placeIn(const TimeWindow& window) const {
        if (middle() >= window.start && middle() <= window.end())
            return middle();
        return (std::max(start, window.start) + std::min(end, window.end())) / 2;
    }
    double distanceFrom(double instant) const { return std::max({0.0, start - instant, instant - end}); }
};

EventTime timeOf(const StoryView& view, model::EventIndex event) {
    return {static_cast<double>(view.story().layoutStarts()[event]),
            static_cast<double>(view.story().layoutEnds()[event])};
}

/// What there is in a window, and after a zoom about its middle.
struct Surroundings {
    std::array<std::optional<EventTime>, 3> nearest; ///< to the middle, by Sight in the window
    Sight best = Sight::None;                        ///< after the zoom

    const std::optional<EventTime>& nearestBy(Sight sight) const { return nearest[static_cast<std::size_t>(sight)]; }
};

Surroundings surroundingsOf(const TimeWindow& window, const TimeWindow& next, const StoryView& view) {
    Surroundings found;
    const double middle = window.start + window.width / 2;
    for (const model::EventIndex event : view.events()) {
        const EventTime time = timeOf(view, event);
        found.best = std::max(found.best, time.in(next));
        std::optional<EventTime>& nearest = found.nearest[static_cast<std::size_t>(time.in(window))];
        if (!nearest || time.distanceFrom(middle) < nearest->distanceFrom(middle))
            nearest = time;
    }
    return found;
}

} // namespace

ZoomedWindow zoomedInSight(const TimeWindow& window, double factor, std::optional<model::EventIndex> held,
                           const StoryView& view, double plotWidth, double textScale) {
    const auto about = [&](double instant) {
        return zoomedWithin(window, factor, instant, view, plotWidth, textScale);
    };
    if (held && timeOf(view, *held).in(window) != Sight::None)
        return about(timeOf(view, *held).placeIn(window));
    ZoomedWindow next = about(window.start + window.width / 2);
    const Surroundings found = surroundingsOf(window, next.window, view);
    for (const Sight sight : {Sight::Half, Sight::Part}) {
        if (found.best >= sight)
            return next;
        if (found.nearestBy(sight))
            return about(found.nearestBy(sight)->placeIn(window));
    }
    if (const auto& nearest = found.nearestBy(Sight::None))
        next.window = clamped(revealing(next.window, nearest->start, nearest->end), view, plotWidth, textScale);
    return next;
}

} // namespace quoteline::layout
