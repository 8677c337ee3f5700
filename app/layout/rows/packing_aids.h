// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/layout/rows/page_titles.h"
#include "app/layout/rows/row_packing.h"
#include <array>
#include <cmath>
#include <limits>
#include <string_view>
#include <unordered_map>

namespace quoteline::layout {

/// Stories of more events than this are packed with label widths that are added up from those of their characters, a
/// little more than labels need: shaping a million texts takes half a minute.
inline constexpr std::size_t measuredWhole = 20'000;

/// A bound of the widths of texts, told from their characters where those are Latin letters, digits and the like, and
/// measured otherwise. For one measurer.
class CharacterWidths {
public:
    explicit CharacterWidths(FontRole role)
        : m_role(role) {}
    /// At least the width of the text on one line, and a few hundredths more.
    double atLeast(QStringView text, const TextMeasurer& measurer);

private:
    static constexpr std::size_t known = 0x180;
    FontRole m_role;
    std::array<float, known> m_widths{}; ///< 0 where it is not known
};

/// What packing finds out about a story and its lanes and does not change with the zoom: kept from one zoom step to the
/// next, it spares the sorting and nearly all measuring of text. Rows are the same with and without. For one measurer;
/// belongs to one thread.
class PackingAids {
public:
    static constexpr std::uint32_t noLane = std::numeric_limits<std::uint32_t>::max();

    explicit PackingAids(const StoryView& view);
    /// Another story forgets everything, another arrangement of the same one the lanes alone, unless titles are
    /// numbered.
    void follow(const StoryView& view);

    /// All events of the story by start and by end; equals in the order of time.
    std::span<const model::EventIndex> byStart() const { return m_byStart; }
    std::span<const model::EventIndex> byEnd() const { return m_byEnd; }
    /// Where in view.lanes() an event stands; noLane for one that is not shown.
    std::uint32_t laneOf(model::EventIndex event) const { return m_lanes[event]; }

    /// Whether widths are added up and not measured.
    bool estimates() const { return m_view.story().eventCount() > measuredWhole; }
    /// How wide an event's label is in one line, in pixels: title, gap and date. Remembered. Of a story of more than
    /// measuredWhole events at least that wide.
    double labelWidth(model::EventIndex event, double dateGap, const TextMeasurer& measurer) {
        double& width = m_labelWidths[event];
        if (std::isnan(width))
            width = measured(event, dateGap, measurer);
        return width;
    }

    /// The unit that columns count in at least: namedUnit().
    CalendarStep unit() const { return m_unit; }
    const std::shared_ptr<const std::vector<LaneTimes>>& times() const { return m_times; }
    /// Null for views of more than mostOrdered events.
    const std::shared_ptr<const std::vector<LaneOrder>>& orders() const { return m_orders; }
    /// The events of each lane byPriority(); only for views of at most mostOrdered events.
    std::span<const model::EventIndex> byPriority(std::size_t lane) const { return m_byPriority[lane]; }

    /// Where events stand at the zoom steps from the whole story on, rows counted from the first of their lane, as far
    /// as they were needed: each step keeps the rows of the one before.
    struct Ladder {
        PackingKey key;       ///< of any of its steps
        bool crowded = false; ///< not every title fits into the whole story on one line
        std::vector<std::vector<Placement>> steps;
        std::vector<std::optional<PageTitles>> titles; ///< of the same steps, of the block that was asked for last
    };
    Ladder& ladder() { return m_ladder; }

private:
    double measured(model::EventIndex event, double dateGap, const TextMeasurer& measurer);
    double dateWidth(model::EventIndex event, const TextMeasurer& measurer);
    void begin();
    void findLanes();

    StoryView m_view;
    std::vector<model::EventIndex> m_byStart;
    std::vector<model::EventIndex> m_byEnd;
    std::vector<std::uint32_t> m_lanes;
    CalendarStep m_unit;
    std::shared_ptr<const std::vector<LaneTimes>> m_times;
    std::shared_ptr<const std::vector<LaneOrder>> m_orders;
    std::vector<std::vector<model::EventIndex>> m_byPriority;
    Ladder m_ladder;
    std::vector<double> m_labelWidths; ///< not a number where it is not known
    CharacterWidths m_titleWidths{FontRole::Label};
    CharacterWidths m_dateWidths{FontRole::Date};
    std::unordered_map<std::string_view, double> m_dates[2]; ///< by EDTF; of what happened and of what is scheduled
};

/// packRows() with the help of what was found out before; `aids` follow the view.
RowPacking packRows(const StoryView& view, const PackingKey& key, const TextMeasurer& measurer, PackingAids& aids);

} // namespace quoteline::layout
