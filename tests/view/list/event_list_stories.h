// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/content/story/story_view.h"

namespace quoteline::test {

/// `count` events an hour apart, in five lanes, by seven actors, of no to three sources, with titles in several scripts
/// and letter cases, many of them equal.
layout::StoryView mixedStory(int count);

} // namespace quoteline::test
