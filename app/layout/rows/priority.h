// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/content/story/story_view.h"
#include <vector>

namespace quoteline::layout {

/// The shown events of a lane from the one that has its title first to the last: those that quote more sources, then
/// more quotes, then more links to and from others; among equals the first of its century before the first of its
/// decade, year and so on, so that titles stand all over the time; then the order of time. The same for every zoom and
/// every window. O(n log n).
std::vector<model::EventIndex> byPriority(const model::Story& story, const std::vector<model::EventIndex>& events);

} // namespace quoteline::layout
