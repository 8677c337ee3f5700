// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/layout/rows/lane_packer.h"
#include "app/layout/rows/strip_packer.h"
#include <span>
#include <vector>

namespace quoteline::layout {

/// Pixels that a bin of time has at least, at text scale 1.
inline constexpr double leastBin = 5.5;

/// The rows of one lane, before it is known where they begin in the chart.
struct PackedLane {
    std::vector<std::uint8_t> lines; ///< of each row of titles
    std::optional<LaneStrip> strip;  ///< below them
    std::size_t folded = 0;          ///< events that its columns count
};

/// Makes room for the name of a lane that has no more than one row: two lines where the name takes two.
void keepRoomForName(std::vector<std::uint8_t>& lines, const QString& name, const PackingKey& key,
                     const TextMeasurer& measurer);

/// How many of these events are folded.
std::size_t foldedOf(std::span<const model::EventIndex> events, std::span<const Placement> placements);

/// Packs the lanes of a zoom step in the order of time, into as many rows as they need or, of a view of more than
/// mostOrdered events, as there is height for. What is given outlives this.
class LaneFitter {
public:
    LaneFitter(const StoryView& view, const PackingKey& key, CalendarStep bin, const Sizes& sizes,
               const TextMeasurer& measurer, PackingAids& aids, std::vector<Placement>& placements);

    std::vector<PackedLane> fitted();

private:
    double oneRow() const { return rowHeight(1, m_sizes, m_measurer); }
    double leastStrip() const;
    double nameHeight(const LaneGroup& lane) const;
    double heightOf(const PackedLane& packed) const;
    double leastOf(const PackedLane& packed, double need, bool many) const;
    PackedLane withRows(std::size_t lane, std::size_t rows);
    PackedLane withHeight(std::size_t lane, double height);
    LaneStrip stripOf(std::size_t lane);

    const StoryView& m_view;
    const PackingKey& m_key;
    const Sizes& m_sizes;
    const TextMeasurer& m_measurer;
    bool m_large; ///< more events than are looked at one by one
    LanePacker m_packer;
    StripPacker m_strips;
    std::vector<Placement>& m_placements;
    std::size_t m_mostRows;
};

/// How many events a column of `bin` stands for that is as high as columns get: a round number near the highest of a
/// lane within [from, to) but for a few. Looks at no more than some thousand bins.
std::size_t fullColumn(const LaneTimes& times, CalendarStep bin, double from, double to);

} // namespace quoteline::layout
