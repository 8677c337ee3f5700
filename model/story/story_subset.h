// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/story/story.h"
#include <span>

namespace quoteline::model {

/// A story with some events of another one, and with all else that it has, used or not.
struct StorySubset {
    Story story;
    std::size_t relationsLeftOut = 0; ///< of the events taken, to events that are not
};

/// `events` are events of `story`, each once.
StorySubset subsetOf(const Story& story, std::span<const EventIndex> events);

} // namespace quoteline::model
