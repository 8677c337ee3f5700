// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/layout/rows/lane_fitter.h"
#include "app/layout/rows/lane_shares.h"
#include <span>
#include <vector>

/// The height of the chart is shared out for pages of time that lie a quarter of a window apart and are a window and a
/// quarter long, so that each window lies in one. What one sees depends on nothing but the page that holds the window:
/// panning changes heights from page to page alone, and titles nowhere.
namespace quoteline::layout {

inline constexpr int pagesPerWindow = 4;

/// The time of a page of a zoom step.
TimeWindow pageTime(const ZoomStep& step, double plotWidth, qint64 page);
/// The page that holds a window.
qint64 pageOf(const TimeWindow& window, const ZoomStep& step, double plotWidth);

/// Shares the height of the lanes out on a page and gives the events that touch it their places: a title where the row
/// that `plan` has for it is open on every page that can hold the event, else a place in the strip of its lane. Other
/// events are Placement::away. What is given outlives this.
class PageFitter {
public:
    PageFitter(const StoryView& view, const PackingKey& key, CalendarStep bin, const Sizes& sizes,
               const TextMeasurer& measurer, std::span<const Placement> plan, std::vector<Placement>& placements);

    std::vector<PackedLane> fitted();
    /// Which events have their title on every page of the step that can hold them, or on some page those that are
    /// longer than a window; all that the plan has a row for where there are too many pages to look at.
    std::vector<bool> titled();

private:
    static constexpr int reach =
        9; ///< pages on either side that may hold an event of the page, no longer than a window

    /// What a lane needs on a page.
    struct Need {
        std::vector<std::uint8_t> lines; ///< of the rows of its plan; 0 where none of its events is on the page
        bool crowded = false;            ///< some have no row
        bool complete = true;            ///< it gets all it needs
        std::size_t open = 0;            ///< rows that it gets
    };
    /// The pages [first, last] of those that are looked at which an event touches.
    struct Pages {
        int first = 0;
        int last = -1;
    };
    Pages pagesOf(model::EventIndex event) const;
    void collect();
    void share(int page);
    std::size_t rowsIn(const Need& of, double height) const;
    void shareRest(int page, double left, std::vector<double>& shares);
    void reserveStrips();
    bool isShort(model::EventIndex event) const;
    bool isOpen(std::size_t lane, model::EventIndex event) const;
    bool hasTitle(std::size_t lane, model::EventIndex event) const;
    Need& need(std::size_t lane, int page) {
        return m_needs[lane * static_cast<std::size_t>(m_pageCount) + static_cast<std::size_t>(page)];
    }
    const Need& need(std::size_t lane, int page) const {
        return m_needs[lane * static_cast<std::size_t>(m_pageCount) + static_cast<std::size_t>(page)];
    }
    void closeEmptyRows(std::size_t lane, std::vector<std::uint8_t>& lines);
    double nameHeight(std::size_t lane) const;
    double leastHeight() const;
    double stripHeight(int subRows) const;
    void lookAt(qint64 firstPage, int count);
    LaneNeed laneNeed(std::size_t lane, int page) const;
    std::vector<model::EventIndex> placeTitles(std::size_t lane, std::size_t open, std::vector<std::uint8_t>& lines);
    LaneStrip stripIn(double left, std::span<const model::EventIndex> untitled);
    PackedLane packed(std::size_t lane, std::size_t open, double share);
    void shrink(std::vector<PackedLane>& lanes);

    const StoryView& m_view;
    const PackingKey& m_key;
    const Sizes& m_sizes;
    const TextMeasurer& m_measurer;
    std::span<const Placement> m_plan;
    std::vector<Placement>& m_placements;
    TimeScale m_scale;
    StripPacker m_strips;
    int m_pageCount = 0;
    double m_start = 0;   ///< of the first of the pages that are looked at
    double m_quarter = 0; ///< of a window, in ms
    double m_oneRow = 0;
    std::vector<Need> m_needs;
    std::vector<double> m_shares; ///< of the page, by lane
};

} // namespace quoteline::layout
