// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/layout/axis/pages.h"
#include "app/layout/rows/lane_fitter.h"
#include "app/layout/rows/packing_aids.h"
#include "app/layout/rows/page_titles.h"
#include <span>
#include <vector>

namespace quoteline::layout {

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
    bool isShort(model::EventIndex event) const { return layout::isShort(m_view.story(), event, m_quarter); }
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
    double m_quarter;
    bool m_known = false; ///< the page is one that can hold an event
};

} // namespace quoteline::layout
