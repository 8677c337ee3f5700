// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/layout/rows/strip_packer.h"
#include <span>
#include <vector>

/// Which titles of a zoom step are shown: one answer for all pages of pages.h that can hold an event, so that
/// panning changes no title. Rows are opened on pages one event after the other while every page that holds the event
/// has height for its row; so no title is withheld that there is room for.
namespace quoteline::layout {

/// Pages are looked at in blocks that overlap; every event no longer than a window has the same answer in all of them.
/// The story at up to a hundred times its whole is one block.
inline constexpr qint64 pagesPerBlock = 512;
/// The block that a page belongs to.
qint64 blockOf(qint64 page);

struct PageTitles {
    qint64 block = 0;
    qint64 firstPage = 0;            ///< that was looked at
    std::vector<bool> titled;        ///< by event; of events no longer than a window that touch the block
    std::vector<double> left;        ///< of each page: height that no lane has taken
    std::vector<double> laneHeights; ///< page by page, of each lane: its rows, and a strip where it needs one
    std::vector<bool> low;           ///< by lane: none of the events in the block has a row, though some need one
    std::vector<bool> fits;          ///< of each page: every event of it has its title
    int subRows = leastSubRows;      ///< that are kept for each strip
    bool roomy = true;               ///< a lane without events has room for all of its name
    bool knows(qint64 page) const { return page >= firstPage && page < firstPage + static_cast<qint64>(left.size()); }
    std::size_t indexOf(qint64 page) const { return static_cast<std::size_t>(page - firstPage); }
};

/// What a lane takes at least: the height of a strip of two sub-rows, or of a line of its name.
double leastLaneHeight(const Sizes& sizes, const TextMeasurer& measurer);
/// How many sub-rows the strip of a lane has on every page, at least.
int subRowsOf(const LaneGroup& lane, const PageTitles& titles);

/// The titles of a block at the step of `key`, whose rows are those of `plan`. O(pages that events touch).
PageTitles pageTitles(const StoryView& view, const PackingKey& key, const Sizes& sizes, const TextMeasurer& measurer,
                      std::span<const Placement> plan, qint64 block);

} // namespace quoteline::layout
