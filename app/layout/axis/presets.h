// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/layout/axis/view_state.h"
#include <optional>

/// Windows of time that a person can ask for by name, and what stands above and below an event. Pure functions; the
/// windows are such that clamped() leaves them alone. `plotWidth` in pixels.
namespace quoteline::layout {

/// A window in which one event can be read: as much air on either side as the event lasts, so a day stands between two
/// days. A short event gets six hours, or an eighth of the whole story where that is less. Never wider than the whole
/// story. `event` may be one that the filter leaves out.
TimeWindow fitting(const StoryView& view, model::EventIndex event, double plotWidth, double textScale);

/// The busiest stretch: the shortest stretch of time that holds at least half of the shown events from beginning to
/// end, the earliest of equals; with some air, and no narrower than fitting() makes a short event. The whole story
/// where nothing is shown. O(n log n).
TimeWindow busiestStretch(const StoryView& view, double plotWidth, double textScale);

/// What the story says it is about, with some air, but none beyond the whole story; nothing where it does not say.
std::optional<TimeWindow> coreWindow(const StoryView& view, double plotWidth, double textScale);

/// The event of the nearest lane above (-1) or below (1) that begins nearest in time to `event`, the earlier of two;
/// lanes without shown events are passed over. Nothing where there is no such lane, or `event` is not shown. O(n).
std::optional<model::EventIndex> neighbourInLane(const StoryView& view, model::EventIndex event, int direction);

} // namespace quoteline::layout
