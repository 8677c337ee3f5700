// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/content/story/story_view.h"
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// What lanes stand for, in words that another version of the story and another run of the program understand: keys of
/// lanes are places in a list of one version.
namespace quoteline::layout {

/// "id:" and the id of a lane, an actor or a source of the story; the word of the format for a kind; "several", "none"
/// and "others" for lanes that stand for none of them; "all" for the only lane. Empty for a key without meaning.
std::string laneId(const model::Story& story, Grouping grouping, std::uint32_t key);

/// Of lanes of the view's grouping.
std::vector<std::string> laneIds(const StoryView& view, std::span<const std::uint32_t> keys);

/// The lanes of the view's grouping that have these ids, in their order; those that the filter hides too. What the
/// story does not have is left out, and so is what was named before.
std::vector<std::uint32_t> laneKeys(const StoryView& view, std::span<const std::string> ids);

/// Whether each of the ids stands for a lane that the grouping could have: for a part of the story, with events or
/// without. O(parts of the story).
bool areLaneIds(const model::Story& story, Grouping grouping, std::span<const std::string> ids);

/// "lane", "actor", "kind", "source" or "none": the word for a grouping in files.
std::string_view toWord(Grouping grouping);
std::optional<Grouping> groupingFrom(std::string_view word);

} // namespace quoteline::layout
