// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/content/story/story_view.h"
#include "model/story/story_builder.h"
#include <string>

/// Stories that the panel is tried with.
namespace quoteline::test {

/// The story that ships with the program.
const layout::StoryView& embeddedView();

/// The index of an event of it; fails the test for an id it does not have.
model::EventIndex eventOf(const layout::StoryView& view, std::string_view id);

/// One lane "lane", one actor "actor", one source "source" and event "a", for tests that change one thing.
struct SmallStory {
    SmallStory();
    /// The story as a view; fails the test when the builder refuses it.
    layout::StoryView view() const;

    model::StoryInput story;
    model::Lane lane;
    model::Actor actor;
    model::Source source;
    std::vector<model::EventInput> events;
};

/// An event that passes every check.
model::EventInput plainEvent(std::string_view id);
model::QuoteInput plainQuote(std::string_view exact);

/// UTF-8 of the story as Qt text.
QString text(std::string_view utf8);

} // namespace quoteline::test
