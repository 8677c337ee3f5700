// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/layout/rows/lane_fitter.h"
#include "app/layout/rows/packing_aids.h"
#include "app/layout/rows/page_titles.h"
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
/// How far pages lie apart, in ms.
double quarterPage(const ZoomStep& step, double plotWidth);

/// Gives the events that touch a page their places: the row that `plan` has for it where `titles` say so, or, for one
/// that is longer than a window, where the page has height for it; else a place in the strip of its lane. Other events
/// are Placement::away. What is given outlives this.
class PageFitter {
public:
    PageFitter(const StoryView& view, const PackingKey& key, CalendarStep bin, const Sizes& sizes,
               const TextMeasurer& measurer, PackingAids& aids, std::span<const Placement> plan,
               const PageTitles& titles, std::vector<Placement>& placements);

    std::vector<PackedLane> fitted();

private:
    /// A lane before it has its strip.
    struct Titled {
        PackedLane packed;
        std::vector<model::EventIndex> untitled;
        double height = 0; ///< that was given to it
    };
    bool touchesPage(model::EventIndex event) const;
    bool isShort(model::EventIndex event) const;
    Titled placeTitles(std::size_t lane);
    void placeLong(std::size_t lane, Titled& titled, double& left);
    void closeEmptyRows(std::size_t lane, std::vector<std::uint8_t>& lines);
    LaneStrip stripIn(double left, std::span<const model::EventIndex> untitled);
    void finishLow(std::size_t lane, Titled& titled, double share);
    void finish(std::size_t lane, Titled& titled, double share);

    const StoryView& m_view;
    const PackingKey& m_key;
    const Sizes& m_sizes;
    const TextMeasurer& m_measurer;
    PackingAids& m_aids;
    std::span<const Placement> m_plan;
    const PageTitles& m_titles;
    std::vector<Placement>& m_placements;
    TimeScale m_scale;
    StripPacker m_strips;
    TimeWindow m_page;
    bool m_known = false; ///< the page is one that can hold an event
};

} // namespace quoteline::layout
