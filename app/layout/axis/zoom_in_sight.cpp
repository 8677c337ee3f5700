// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/axis/zoom_in_sight.h"

#include <algorithm>

namespace quoteline::layout {

namespace {

/// The time of an event, civil ms.
struct EventTime {
    double start = 0;
    double end = 0;
    /// Whether half of it is in the window, or so much that it is drawn as wide as it is.
    bool isIn(const TimeWindow& window) const {
        const double seen = std::min(end, window.end()) - std::max(start, window.start);
        return seen > 0 && seen >= std::min((end - start) / 2, window.width / 16);
    }
    double middle() const { return (start + end) / 2; }
    /// Its middle, or that of what is in the window, where it is in.
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

void takeNearer(std::optional<EventTime>& nearest, const EventTime& time, double instant) {
    if (!nearest || time.distanceFrom(instant) < nearest->distanceFrom(instant))
        nearest = time;
}

} // namespace

ZoomedWindow zoomedInSight(const TimeWindow& window, double factor, std::optional<model::EventIndex> held,
                           const StoryView& view, double plotWidth, double textScale) {
    const auto about = [&](double instant) {
        return zoomedWithin(window, factor, instant, view, plotWidth, textScale);
    };
    if (held && timeOf(view, *held).isIn(window))
        return about(timeOf(view, *held).placeIn(window));
    const double middle = window.start + window.width / 2;
    ZoomedWindow next = about(middle);
    std::optional<EventTime> nearest;
    std::optional<EventTime> nearestInView;
    for (const model::EventIndex event : view.events()) {
        const EventTime time = timeOf(view, event);
        if (time.isIn(next.window))
            return next;
        takeNearer(nearest, time, middle);
        if (time.isIn(window))
            takeNearer(nearestInView, time, middle);
    }
    if (nearestInView)
        return about(nearestInView->placeIn(window));
    if (nearest)
        next.window = clamped(revealing(next.window, nearest->start, nearest->end), view, plotWidth, textScale);
    return next;
}

} // namespace quoteline::layout
