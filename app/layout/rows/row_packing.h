// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/content/story/story_view.h"
#include "app/layout/axis/calendar_ticks.h"
#include "app/layout/axis/lane_order.h"
#include "app/layout/axis/lane_times.h"
#include "app/layout/axis/view_state.h"
#include "app/layout/shapes/label_shape.h"
#include "app/layout/shapes/metrics.h"
#include "model/time/interval_index.h"
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

/// Which row of its lane each event stands in. Depends on the story, the lanes, the zoom step, the size of the chart
/// and, where lanes are fitted to it, on the page of time that holds the window: rows and titles do not jump when the
/// view pans. Within a zoom step distances only grow, so what does not overlap at the step's smallest scale overlaps
/// nowhere in it.
namespace quoteline::layout {

/// Where one event stands. Packed, for there may be a million.
struct Placement {
    std::uint32_t row = 0; ///< of the whole chart, counted from its top; that of the strip for events in it
    LabelSide side = LabelSide::Right;
    std::uint8_t lines = 1;  ///< of the label, and one more for marks below it
    std::uint8_t subRow = 0; ///< in the strip of its lane, without a title: one more than the number of its lowest
    bool folded = false;     ///< without a mark, counted in columns instead
    bool away = false;       ///< beyond the page of the packing, which says no more of it than where it might stand
    float available = 0;     ///< width that the label was given, in pixels; 0 in a strip for none
    bool inStrip() const { return subRow > 0; }
    bool hasTitle() const { return !folded && available > 0; }
    bool operator==(const Placement&) const = default;
};

/// The strip at the foot of a lane: what found no row for its title.
struct LaneStrip {
    double height = 0;               ///< in pixels
    int subRows = 0;                 ///< that marks stand in
    bool whole = false;              ///< no marks: columns all over the lane
    bool titles = false;             ///< small titles beside its marks
    std::vector<TimeWindow> columns; ///< where the lane's events are counted, whole bins, from left to right
    std::size_t full = 1;            ///< events of a column that is as high as columns get
    bool operator==(const LaneStrip&) const = default;
};

/// The rows of one lane.
struct LaneRows {
    std::uint32_t first = 0;
    std::uint16_t count = 1;        ///< at least one, for the lane's name; includes the strip
    std::size_t folded = 0;         ///< events that are counted in columns
    std::optional<LaneStrip> strip; ///< the last row, where some events have none of their own
    std::size_t stripRow() const { return std::size_t{first} + count - 1; }
};

struct RowPacking {
    double pixelsPerMs = 0;            ///< smallest scale of the zoom step
    std::vector<Placement> placements; ///< by event of the story; meaningful for events of the view
    std::vector<LaneRows> lanes;
    std::vector<std::uint8_t> rowLines;  ///< lines of text that each row of the chart has room for; 0 for strips
    std::vector<std::uint8_t> rowQuotes; ///< whether each row has height for quotes below its titles
    model::IntervalIndex placed;         ///< events with a mark, by layout range
    CalendarStep bin;                    ///< the unit of the columns
    std::shared_ptr<const std::vector<LaneOrder>> orders; ///< by lane; null for views of more than mostOrdered events
    std::shared_ptr<const std::vector<LaneTimes>> times;  ///< by lane
};

/// Rows of one lane of a view of more than mostOrdered events are at most this many; what finds no room is folded.
inline constexpr int maxRowsPerLane = 40;
/// And those of all its lanes together.
inline constexpr int maxRows = 4000;

/// Views of more events than this do not count what lies beyond the edges of the window.
inline constexpr std::size_t mostOrdered = 20'000;

/// All that rows depend on beside the measurer, to know when they can be kept.
struct PackingKey {
    quint64 revision = 0; ///< of the view
    ZoomStep step;
    double plotWidth = 0;
    double nameWidth = 0; ///< what the names of lanes have (Frame::nameWidth): a lane is high enough for its name
    double textScale = 1;
    double lanesHeight = 0; ///< what all lanes have, in pixels, and are fitted to; 0 for as much as they need
    qint64 page = 0;        ///< of pages.h, where lanes are fitted and the view has at most mostOrdered events
    bool operator==(const PackingKey&) const = default;
};

/// How high a row of `lines` is at least, in whole pixels.
double rowHeight(int lines, const Sizes& sizes, const TextMeasurer& measurer);

/// The same of several rows; those of 0 lines, which are closed or a strip, have no height of their own.
double rowsHeight(std::span<const std::uint8_t> lines, const Sizes& sizes, const TextMeasurer& measurer);

RowPacking packRows(const StoryView& view, const PackingKey& key, const TextMeasurer& measurer);

} // namespace quoteline::layout
