// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/content/story/story_view.h"
#include "app/layout/axis/view_state.h"
#include "app/layout/rows/lane_order.h"
#include "app/layout/shapes/label_shape.h"
#include "app/layout/shapes/metrics.h"
#include "model/time/interval_index.h"
#include <cstdint>
#include <vector>

/// Which row of its lane each event stands in. Depends on the story, the lanes, the zoom step and the size of the
/// chart, never on where the window of time is: rows do not jump when the view pans. Within a zoom step distances only
/// grow, so what does not overlap at the step's smallest scale overlaps nowhere in it.
namespace quoteline::layout {

/// Where one event stands. Packed, for there may be a million.
struct Placement {
    std::uint32_t row = 0; ///< of the whole chart, counted from its top
    LabelSide side = LabelSide::Right;
    std::uint8_t lines = 1; ///< of the label, and one more for marks below it
    bool folded = false;    ///< part of a "+N" chip instead
    float available = 0;    ///< width that the label was given, in pixels
    bool operator==(const Placement&) const = default;
};

/// The rows of one lane.
struct LaneRows {
    std::uint32_t first = 0;
    std::uint16_t count = 1; ///< at least one, for the lane's name; includes the chip row
    bool hasChips = false;   ///< the first row holds "+N" chips, so that they are in view with the lane's name
    std::uint32_t firstEventRow() const { return first + (hasChips ? 1 : 0); }
    /// Folded events in the order of their start, and their starts and ends, each sorted: counts by binary search.
    std::vector<model::EventIndex> folded;
    std::vector<model::CivilMs> foldedStarts;
    std::vector<model::CivilMs> foldedEnds;
};

struct RowPacking {
    double pixelsPerMs = 0;            ///< smallest scale of the zoom step
    std::vector<Placement> placements; ///< by event of the story; meaningful for events of the view
    std::vector<LaneRows> lanes;
    std::vector<std::uint8_t> rowLines; ///< lines of text that each row of the chart has room for
    model::IntervalIndex placed;        ///< events with a row of their own, by layout range
    std::vector<LaneOrder> orders;      ///< by lane; none for views of more than mostOrdered events
};

/// Rows of one lane are at most this many; what finds no room is folded.
inline constexpr int maxRowsPerLane = 40;
/// Rows of the whole chart.
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
    bool operator==(const PackingKey&) const = default;
};

/// How high a row of `lines` is at least, in whole pixels.
double rowHeight(int lines, const Sizes& sizes, const TextMeasurer& measurer);

RowPacking packRows(const StoryView& view, const PackingKey& key, const TextMeasurer& measurer);

} // namespace quoteline::layout
