// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/content/story/story_view.h"
#include "model/search/event_query.h"
#include <array>
#include <optional>
#include <set>
#include <string>
#include <vector>

/// How a story is seen, in words that another version of its file and another run of the program understand: for the
/// way back, for pictures that carry their story, for settings, and while a file is read again.
namespace quoteline::layout {

/// What is asked for.
struct SeenQuery {
    QString words;
    std::array<std::set<std::string>, model::facetCount> choices; ///< by Facet: ids, or the value as a number
    bool operator==(const SeenQuery&) const = default;
};

/// Each use fills in the fields that it needs, and leaves the others as they are here.
struct SeenView {
    TimeWindow window;
    bool whole = true;  ///< the whole story, which is another window at another size
    double scrollY = 0; ///< pixels
    Grouping grouping = Grouping::Lane;
    std::vector<std::string> order;      ///< ids of lane_ids.h
    std::vector<std::string> collapsed;  ///< the same
    std::vector<std::string> opened;     ///< the same
    std::optional<std::string> selected; ///< id of an event
    SeenQuery query;
    bool operator==(const SeenView&) const = default;
};

/// The lanes of `view` in a window of time.
SeenView seenView(const StoryView& view, const TimeWindow& window, bool whole);
SeenQuery seenQuery(const model::Story& story, const model::EventQuery& query);

/// The arrangement of `view` with the lanes of `seen`. What the story does not have is let go.
Arrangement arrangedAs(const SeenView& seen, const StoryView& view);
/// The same for what is asked for. O(values of the facets with choices).
model::EventQuery queryOf(const SeenQuery& seen, const model::Story& story);

/// Whether the story has all lanes and events that `seen` names.
bool hasAll(const model::Story& story, const SeenView& seen);

} // namespace quoteline::layout
