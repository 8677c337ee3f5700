// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/layout/axis/calendar_ticks.h"
#include "app/layout/rows/row_packing.h"
#include "app/layout/shapes/mark_geometry.h"
#include <span>

/// The strip at the foot of a lane: events that have no title there stand as small marks in sub-rows, bars in one and
/// dots in two; where these find no place, units of the calendar count the lane's events in columns.
namespace quoteline::layout {

inline constexpr int leastSubRows = 2;
inline constexpr int commonSubRows = 6; ///< that strips have where there is no lack of height
/// Of a strip with so many sub-rows, in whole pixels.
double stripHeight(int subRows, const Sizes& sizes);

/// Where a small mark lies along its strip, and how many sub-rows it takes.
struct SlimExtent {
    double left = 0;
    double right = 0;
    int subRows = 1;
};

/// The place that an event takes in a strip at a scale, with the room that its marks need within a zoom step.
SlimExtent slimExtent(const model::Story& story, model::EventIndex event, const TimeScale& scale, const Sizes& sizes);

class StripPacker {
public:
    /// `scale` is the smallest of the zoom step, `bin` the unit of the columns. What is given outlives this.
    StripPacker(const StoryView& view, const TimeScale& scale, CalendarStep bin, const Sizes& sizes)
        : m_view(view)
        , m_scale(scale)
        , m_bin(bin)
        , m_sizes(sizes) {}

    /// Of the events of a lane that are folded in `placements`, in the order of time, gives those that find one a place
    /// in the strip, in at most `mostSubRows`. The strip has no height yet. O(n log n).
    LaneStrip pack(std::span<const model::EventIndex> events, int mostSubRows,
                   std::vector<Placement>& placements) const;

private:
    struct Piece {
        model::EventIndex event = 0;
        SlimExtent extent;
        int subRow = -1; ///< the lowest that it takes; none where it found no place
    };
    void placeInOrder(std::vector<Piece>& pieces, int mostSubRows) const;
    std::vector<TimeWindow> binsOf(const Piece& piece) const;
    bool isLong(const Piece& piece) const;
    bool findColumns(std::vector<Piece>& pieces, std::vector<TimeWindow>& columns) const;

    const StoryView& m_view;
    TimeScale m_scale;
    CalendarStep m_bin;
    const Sizes& m_sizes;
};

} // namespace quoteline::layout
