// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/scene/reading.h"

#include "app/layout/scene/event_items.h"
#include "app/layout/scene/lane_layout.h"
#include "app/layout/shapes/card_shape.h"
#include <algorithm>
#include <cmath>
#include <deque>

namespace quoteline::layout {

namespace {

bool zoomedIn(bool now, const StoryView& view, const TimeWindow& window, double plotWidth, double textScale) {
    const double doublings = std::log2(wholeStory(view, plotWidth, textScale).width / window.width);
    return doublings >= (now ? readingEnds : readingBegins);
}

/// How many cards of a lane, each at least `widthMs` wide, stand over one instant at most; no more than `most`.
/// Only marks that surely begin where their time does are looked at: days, bars and bands.
int mostAtOnce(const StoryView& view, const LaneGroup& lane, double widthMs, int most) {
    const model::Story& story = view.story();
    std::deque<double> open; // where the cards begin that reach over the last one
    int highest = 0;
    for (const model::EventIndex event : lane.events) {
        const model::TimeShape shape = story.shapes()[event];
        const bool bar = shape == model::TimeShape::Span || shape == model::TimeShape::Possible;
        const bool day = shape == model::TimeShape::Point &&
                         story.layoutEnds()[event] - story.layoutStarts()[event] >= model::msPerDay;
        const auto start = static_cast<double>(story.layoutStarts()[event]);
        if ((!bar && !day) || (!open.empty() && start < open.back()))
            continue;
        open.push_back(start);
        while (open.front() + widthMs <= start)
            open.pop_front();
        highest = std::max(highest, static_cast<int>(open.size()));
        if (highest >= most)
            return most;
    }
    return highest;
}

double heightAllowed(bool now, double lanesHeight) {
    return lanesHeight * (now ? readingHeightKept : readingHeight);
}

} // namespace

bool mayBeRead(bool now, const StoryView& view, const TimeWindow& window, const Metrics& metrics,
               const TextMeasurer& measurer) {
    const Frame frame = frameFor(view, metrics, measurer);
    if (view.events().empty() || view.events().size() > mostRead ||
        !zoomedIn(now, view, window, frame.plot.width(), metrics.textScale))
        return false;
    // The events that begin in the window, in the order of time: no more than cards of the least size side by side.
    const Sizes sizes(metrics.textScale);
    const auto starts = view.story().layoutStarts();
    const auto begun = [&](const std::vector<model::EventIndex>& events, double ms) {
        return std::partition_point(events.begin(), events.end(),
                                    [&](model::EventIndex event) { return static_cast<double>(starts[event]) < ms; });
    };
    double count = 0;
    for (const LaneGroup& lane : view.lanes())
        if (!lane.collapsed)
            count += static_cast<double>(begun(lane.events, window.end()) - begun(lane.events, window.start));
    const double rows = heightAllowed(now, frame.lanes.height()) / measurer.lineHeight(FontRole::Label) / 2;
    const double inRow = frame.plot.width() / (cardWidth(0, sizes) + sizes.itemGap) + 2;
    return count <= std::ceil(rows) * std::ceil(inRow);
}

bool readingFor(bool now, const StoryView& view, const TimeWindow& window, const Metrics& metrics,
                const TextMeasurer& measurer, const RowPacking& cards) {
    if (!mayBeRead(now, view, window, metrics, measurer))
        return false;
    const Frame frame = frameFor(view, metrics, measurer);
    const double air = now ? 0 : readingAir * window.width;
    const TimeWindow around{window.start - air, window.width + 2 * air};
    for (std::size_t i = 0; i < cards.lanes.size(); ++i)
        if (!view.lanes()[i].collapsed && foldedIn(cards.lanes[i], around) > 0)
            return false;
    const LaneLayout rows = layOutRows(cards, frame.lanes.height(), Sizes(metrics.textScale), measurer);
    return rows.height() <= heightAllowed(now, frame.lanes.height());
}

bool surelyTooHigh(const StoryView& view, const PackingKey& key, double lanesHeight, const TextMeasurer& measurer) {
    const Sizes sizes(key.textScale);
    const double row = std::ceil(2 * measurer.lineHeight(FontRole::Label) + sizes.cardRow);
    const double allowed = heightAllowed(true, lanesHeight);
    const double leastMs = cardWidth(0, sizes) / key.step.pixelsPerMs;
    const int rowsPerLane =
        std::clamp(maxRows / std::max<int>(1, static_cast<int>(view.lanes().size())) - 1, 1, maxRowsPerLane);
    double height = 0;
    for (const LaneGroup& lane : view.lanes()) {
        if (!lane.collapsed)
            height += row * mostAtOnce(view, lane, leastMs, rowsPerLane);
        if (height > allowed)
            return true;
    }
    return false;
}

} // namespace quoteline::layout
