// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/content/story/story_view.h"
#include <optional>

namespace quoteline::layout {

/// A story of fewer events opens on the whole of them.
inline constexpr std::size_t leastDense = 20;
/// What is dense: more than this share of the events in less than that share of the time of the whole story.
inline constexpr double denseEvents = 0.9;
inline constexpr double denseTime = 0.15;

/// Where nearly all of the shown events lie, with a little air, civil ms: of the stretches of less than denseTime of
/// StoryView::extent() the one that holds the most events from beginning to end, the earliest of equals, and no longer
/// than they need. Nothing where that is not more than denseEvents of them, or there are fewer than leastDense.
/// O(n log n).
std::optional<TimeWindow> denseRange(const StoryView& view);

} // namespace quoteline::layout
