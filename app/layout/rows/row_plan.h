// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/layout/rows/packing_aids.h"
#include <span>
#include <vector>

/// In which row of its lane each title of a zoom step would stand if there were height for it: one plan for the whole
/// story, whatever the window. Rows are for life: what has its title at a step keeps row and side at every nearer one.
namespace quoteline::layout {

/// A lane of so few rows has all of them where that is not much of the height.
inline constexpr std::size_t fewRows = 4;
/// Of a story of so few events such lanes have them even where they have to be scrolled to.
inline constexpr std::size_t fewEvents = 40;

/// Where each event stands at a step, and whether the story is crowded: not every title fits into the whole of it. Of
/// few events it never is: their lanes are scrolled.
struct RowPlan {
    std::vector<Placement> placements;
    bool crowded = false;
};

/// The plan of the whole story. Rows count from the first of their lane; an event is folded where it has none. Where
/// the story fits, rows go in the order of time, else titles go by priority. Lanes have no more rows than the chart has
/// height for, or fewRows.
RowPlan wholePlan(const StoryView& view, const PackingKey& key, const TextMeasurer& measurer, PackingAids& aids);

/// The plan of any other step; `coarser` is that of the step before.
std::vector<Placement> nearerPlan(const StoryView& view, const PackingKey& key, const TextMeasurer& measurer,
                                  PackingAids& aids, const RowPlan& coarser);

/// The plan of the step of `key`, from those of the steps before it, which `aids` keep.
const std::vector<Placement>& planOf(const StoryView& view, const PackingKey& key, const TextMeasurer& measurer,
                                     PackingAids& aids);

/// The titles of the block that holds the page of `key`, with that plan; `aids` keep those of each step.
const PageTitles& titlesOf(const StoryView& view, const PackingKey& key, const TextMeasurer& measurer,
                           PackingAids& aids);

} // namespace quoteline::layout
