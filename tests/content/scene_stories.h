// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/story/story.h"
#include <string>
#include <vector>

/// Stories for the tests of the layout: the embedded one, and some that no person would write.
namespace quoteline::test {

struct MadeEvent {
    std::string when;
    std::string title = "Something happened";
    std::size_t lane = 0; ///< number of the lane; lanes are made as needed
    bool scheduled = false;
    std::string id = {}; ///< "e" and the number where empty
};

/// A story of these events, in lanes "Lane 0", "Lane 1" ... or `laneNames`; a failed expectation and an empty story
/// when it cannot be built.
model::Story madeStory(const std::vector<MadeEvent>& events, const std::vector<std::string>& laneNames = {},
                       const std::string& title = "A story made for a test");
/// One lane, one event for each date.
model::Story storyOfDates(const std::vector<std::string>& dates);

/// So many events of the year 2025 in so many lanes, as a chronology has them: to the day, every sixth about a day.
model::Story chronology(std::size_t events, std::size_t lanes);

/// The story in resources/, read as the program reads it.
model::Story embeddedStory();

struct NamedStory {
    std::string name;
    model::Story story;
};
/// Everything that may go wrong in a layout; the same on every run.
std::vector<NamedStory> layoutStories();
/// Their names, for the names of tests: every process that runs one of these makes them all.
std::vector<std::string> layoutStoryNames();
/// Only the one at this place of the list.
NamedStory layoutStory(std::size_t place);

} // namespace quoteline::test
