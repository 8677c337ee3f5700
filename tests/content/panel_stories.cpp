// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/content/panel_stories.h"

#include "model/file/story_reader.h"
#include "model/text/utf8_text.h"
#include <gtest/gtest.h>

namespace quoteline::test {

const layout::StoryView& embeddedView() {
    static const layout::StoryView view = [] {
        auto bytes =
            model::bytesOfFile(QStringLiteral(QUOTELINE_SOURCE_DIR "/resources/stories/milano-cortina-2026.json"));
        auto read = bytes.and_then([](auto& source) {
            return model::readStory(*source).map_error(
                [](const model::ReadFailure& failure) { return model::toText(failure.problems.front()); });
        });
        EXPECT_TRUE(read.has_value()) << (read ? "" : read.error().toStdString());
        return layout::StoryView(read ? read->story : model::Story());
    }();
    return view;
}

model::EventIndex eventOf(const layout::StoryView& view, std::string_view id) {
    const auto event = view.story().find(id);
    EXPECT_TRUE(event.has_value()) << id;
    return event.value_or(0);
}

SmallStory::SmallStory()
    : lane{"lane", "Lane", {}}
    , actor{"actor", "Actor", "", {}}
    , events{plainEvent("a")} {
    story.title = "Story";
    story.summary = "What it is about.";
    source.id = "source";
    source.publisher = "Publisher";
}

layout::StoryView SmallStory::view() const {
    model::StoryBuilder builder;
    builder.setStory(story);
    builder.addLane(lane);
    builder.addActor(actor);
    builder.addSource(source);
    for (const model::EventInput& event : events)
        builder.addEvent(event);
    const auto built = builder.build();
    EXPECT_TRUE(built.has_value()) << (built ? "" : model::toText(built.error().front()).toStdString());
    return layout::StoryView(built ? *built : model::Story());
}

model::EventInput plainEvent(std::string_view id) {
    model::EventInput event;
    event.id = id;
    event.title = "Title";
    event.lane = "lane";
    event.actor = "actor";
    event.when = "2026-01-27";
    event.whenBasis = "The source says so.";
    return event;
}

model::QuoteInput plainQuote(std::string_view exact) {
    model::QuoteInput quote;
    quote.source = "source";
    quote.exact = exact;
    quote.form = model::QuoteForm::Direct;
    return quote;
}

QString text(std::string_view utf8) {
    return model::fromUtf8(utf8);
}

} // namespace quoteline::test
