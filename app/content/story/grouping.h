// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/content/story/story_view.h"

namespace quoteline::layout {

/// At most this many lanes by actor or source; of more, those with the fewest events share the last lane.
inline constexpr std::size_t maxLanes = 400;

/// Keys of lanes that stand for no actor, source or lane of the story.
inline constexpr std::uint32_t severalSourcesKey = 0xFFFF'FFFE; ///< events that quote more than one document
inline constexpr std::uint32_t noSourceKey = 0xFFFF'FFFD;       ///< events without quotes
inline constexpr std::uint32_t otherLanesKey = 0xFFFF'FFFC;     ///< what maxLanes left no room for

/// The lanes of an arrangement, with their events. Lanes stand in the order of the story's file (actors, sources) or of
/// the format (kinds); those that were moved by hand stand first. Lanes that the story names need no event, all others
/// one, shown or not.
std::vector<LaneGroup> groupedLanes(const model::Story& story, const Arrangement& arrangement);

/// What the lane of an event stands for, as if there were no maxLanes.
std::uint32_t laneKeyOf(const model::Story& story, model::EventIndex event, Grouping grouping);

/// What the lanes of a grouping are called, in words for a menu: "Lane", "Actor", ...
QString groupingName(Grouping grouping);

/// Collapses and opens the lanes whose keys are listed, and fits all others. O((lanes + keys) log keys).
void setForms(std::span<LaneGroup> lanes, const Arrangement& arrangement);

/// An arrangement with one lane (an index into view.lanes()) collapsed, or expanded where it was collapsed.
Arrangement withLaneToggled(const StoryView& view, std::size_t lane);
/// An arrangement with one lane opened, or fitted where it was open.
Arrangement withLaneOpened(const StoryView& view, std::size_t lane);
/// With every lane collapsed, or every lane fitted, those that the filter hides too.
Arrangement withLanesCollapsed(const StoryView& view, bool collapsed);
/// With the lane at `from` moved to stand at `to` (indexes into view.lanes()); lanes that the filter hides stay where
/// they are among the others. As it is where a lane does not exist.
Arrangement withLaneMoved(const StoryView& view, std::size_t from, std::size_t to);
/// Grouped in another way: order and collapsed lanes begin anew.
Arrangement regrouped(const StoryView& view, Grouping grouping);

} // namespace quoteline::layout
