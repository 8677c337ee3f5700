// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/rows/small_titles.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <utility>

namespace quoteline::layout {

namespace {

const double infinitely = std::numeric_limits<double>::infinity();
constexpr double leastOfTitle = 0.5;
constexpr double leastWidth = 130; ///< of a title that is shortened, at text scale 1

/// What is taken of a strip, as stretches that neither overlap nor touch.
class Taken {
public:
    void add(double left, double right) {
        auto next = m_stretches.upper_bound(left);
        if (next != m_stretches.begin() && std::prev(next)->second >= left)
            --next;
        while (next != m_stretches.end() && next->first <= right) {
            left = std::min(left, next->first);
            right = std::max(right, next->second);
            next = m_stretches.erase(next);
        }
        m_stretches.emplace(left, right);
    }
    /// What is free on either side of a stretch that is taken: where the next one to the left ends, and where that to
    /// the right begins.
    std::pair<double, double> freeAround(double left, double right) const {
        const auto own = std::prev(m_stretches.upper_bound(left));
        const auto next = std::next(own);
        const double before = own == m_stretches.begin() ? -infinitely : std::prev(own)->second;
        const double after = next == m_stretches.end() ? infinitely : next->first;
        return {own->first < left ? left : before, own->second > right ? right : after};
    }

private:
    std::map<double, double> m_stretches; ///< by start
};

class SmallTitles {
public:
    SmallTitles(const StoryView& view, const TimeScale& scale, const Sizes& sizes, const TextMeasurer& measurer,
                PackingAids& aids, std::vector<Placement>& placements)
        : m_view(view)
        , m_scale(scale)
        , m_sizes(sizes)
        , m_measurer(measurer)
        , m_aids(aids)
        , m_placements(placements) {}

    bool place(std::size_t lane, const LaneStrip& strip) {
        for (const model::EventIndex event : m_view.lanes()[lane].events) {
            if (!m_placements[event].inStrip())
                continue;
            const SlimExtent extent = slimExtent(m_view.story(), event, m_scale, m_sizes);
            m_taken.add(extent.left, extent.right);
        }
        for (const TimeWindow& column : strip.columns)
            m_taken.add(m_scale.toX(column.start), m_scale.toX(column.end()));
        bool any = false;
        for (const model::EventIndex event : m_aids.byPriority(lane))
            if (m_placements[event].inStrip() && give(event))
                any = true;
        return any;
    }

private:
    bool give(model::EventIndex event) {
        const SlimExtent extent = slimExtent(m_view.story(), event, m_scale, m_sizes);
        const double width = std::ceil(m_measurer.width(m_view.title(event), FontRole::SmallLabel));
        const double gaps = m_sizes.labelGap + m_sizes.itemGap / 2;
        const auto [before, after] = m_taken.freeAround(extent.left, extent.right);
        const double right = std::min(after, m_scale.right() + gaps) - extent.right - gaps;
        const double left = extent.left - std::max(before, -gaps) - gaps;
        const double least = std::min(width, std::max(leastOfTitle * width, leastWidth * m_sizes.labelGap / 8));
        const LabelSide side = right >= width || right >= left ? LabelSide::Right : LabelSide::Left;
        const double available = std::floor(std::min(width, side == LabelSide::Right ? right : left));
        if (available < least)
            return false;
        Placement& placement = m_placements[event];
        placement.side = side;
        placement.lines = 1;
        placement.available = static_cast<float>(available);
        if (side == LabelSide::Right)
            m_taken.add(extent.right, extent.right + available + gaps);
        else
            m_taken.add(extent.left - available - gaps, extent.left);
        return true;
    }

    const StoryView& m_view;
    const TimeScale& m_scale;
    const Sizes& m_sizes;
    const TextMeasurer& m_measurer;
    PackingAids& m_aids;
    std::vector<Placement>& m_placements;
    Taken m_taken;
};

} // namespace

bool placeSmallTitles(const StoryView& view, std::size_t lane, const LaneStrip& strip, const TimeScale& scale,
                      const Sizes& sizes, const TextMeasurer& measurer, PackingAids& aids,
                      std::vector<Placement>& placements) {
    return SmallTitles(view, scale, sizes, measurer, aids, placements).place(lane, strip);
}

} // namespace quoteline::layout
