// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/layout/rows/packing_aids.h"
#include "app/layout/shapes/mark_geometry.h"
#include <optional>
#include <span>
#include <vector>

namespace quoteline::layout {

/// Left and right end of an event in its row, mark and label together, in pixels from the start of the domain.
struct Extent {
    double left = 0;
    double right = 0;
};

/// Packs the events of one lane after the other, at the smallest scale of a zoom step. What is given outlives this.
class LanePacker {
public:
    /// In a crowded story every bar that is wider than a dot lies below its title.
    LanePacker(const StoryView& view, const PackingKey& key, const Sizes& sizes, const TextMeasurer& measurer,
               PackingAids& aids, bool crowded)
        : m_view(view)
        , m_aids(aids)
        , m_sizes(sizes)
        , m_measurer(measurer)
        , m_scale{key.step.domain, 0, key.step.domain.width * key.step.pixelsPerMs}
        , m_crowded(crowded)
        , m_plotWidth(key.plotWidth)
        , m_widestLabel(std::max(40.0, key.plotWidth * 0.86))
        , m_leastLabel(std::min(m_widestLabel, 5 * measurer.lineHeight(FontRole::Label))) {}

    /// Gives each event of a lane a row, counted from 0 in the lane, or folds it.
    std::size_t pack(const LaneGroup& lane, int maxLaneRows, std::vector<Placement>& placements,
                     std::vector<std::uint8_t>& rowLines);

    /// The same for lanes that have rows for some of their events alone: those of `order`, byPriority(), that had a row
    /// at the coarser step (none where that is empty) keep it where it is still free, then the others take the first
    /// that is. Rows in `coarser` count from the lane's first. O(n log n) for each row.
    std::size_t packByPriority(const LaneGroup& lane, std::span<const model::EventIndex> order, std::size_t maxLaneRows,
                               std::span<const Placement> coarser, std::vector<Placement>& placements,
                               std::vector<std::uint8_t>& rowLines);
    const TimeScale& scale() const { return m_scale; }

private:
    /// What the marks of an event cover.
    struct Reach {
        Extent extent;
        Extent body;         ///< the same without the fade beyond a bar
        bool filled = false; ///< one bar of what lasted
        bool bar = false;    ///< one bar, filled or not, without a dot or ring
    };
    Reach reachOf(const MarkSpan& span) const;
    Extent seen(Extent extent) const;
    Reach reachOf(model::EventIndex event) const;
    /// The marks of an event with the room that they need within the zoom step.
    std::vector<MarkSpan> roomFor(model::EventIndex event) const;
    bool surelyBefore(model::EventIndex event, double ms) const;
    Extent place(model::EventIndex event, const Reach& reach, Placement& placement) const;
    bool liesBelow(const Reach& reach, double oneLine) const;
    Extent over(const Reach& reach, double oneLine, LabelSide side, Placement& placement) const;
    std::optional<Extent> otherSide(model::EventIndex event, const Reach& reach, Placement& placement) const;
    LabelShape shape(model::EventIndex event, double available) const;
    int linesIn(model::EventIndex event, double available) const;
    Extent within(const Extent& mark, int lines, bool bar, double available, Placement& placement) const;
    Extent beside(const Extent& mark, double width, int lines, LabelSide side, double available,
                  Placement& placement) const;

    const StoryView& m_view;
    PackingAids& m_aids;
    const Sizes& m_sizes;
    const TextMeasurer& m_measurer;
    TimeScale m_scale;
    bool m_crowded;
    double m_plotWidth;
    double m_widestLabel;
    double m_leastLabel; ///< what a label gets where there is less room than that: it is reached by panning
};

} // namespace quoteline::layout
