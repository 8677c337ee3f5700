// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/story/story.h"
#include <string>
#include <vector>

/// Stories with relations, for the tests of links.
namespace quoteline::test {

struct MadeLink {
    std::size_t from = 0; ///< numbers of events
    std::size_t to = 0;
    std::string type = "repliesTo";
    bool explicitly = true;
};

/// One event for each date, "Event 0" ..., in `lanes` lanes by turns, with these relations; a failed expectation and an
/// empty story when it cannot be built. Events with equal dates keep their order.
model::Story linkedStory(const std::vector<std::string>& dates, const std::vector<MadeLink>& links,
                         std::size_t lanes = 1);

/// Event i of `count` replies to event i + 1, the last to the first; one day apart, from 2000 on.
model::Story ringStory(std::size_t count);

/// `count` events, a few a day over a year, in five lanes, each with five relations of all types; the same on every
/// run.
model::Story tangledStory(std::size_t count);

} // namespace quoteline::test
