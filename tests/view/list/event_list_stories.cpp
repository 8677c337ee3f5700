// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/view/list/event_list_stories.h"

#include "app/system/translation.h"
#include "model/story/story_builder.h"
#include <array>
#include <gtest/gtest.h>
#include <string>
#include <vector>

namespace quoteline::test {

namespace {

/// Texts that inputs may point into for as long as the builder needs them.
std::vector<std::string> names(const char* stem, int count) {
    std::vector<std::string> made;
    for (int i = 0; i < count; ++i)
        made.push_back(stem + std::to_string(i));
    return made;
}

std::string hour(int number) {
    const model::CivilDate date = model::dateFromDay(model::dayFromDate(1900, 1, 1) + number / 24);
    std::array<char, 40> text{};
    std::snprintf(text.data(), text.size(), "%04d-%02d-%02dT%02d:00Z", date.year, static_cast<int>(date.month),
                  static_cast<int>(date.day), number % 24);
    return text.data();
}

/// The tests of this program look at plural forms.
class Words : public testing::Environment {
public:
    void SetUp() override { ui::installTranslation(*QCoreApplication::instance()); }
};

const auto* const words = testing::AddGlobalTestEnvironment(new Words); // which gtest deletes

} // namespace

layout::StoryView mixedStory(int count) {
    static constexpr std::array stems{"event", "Event", "zebra", "Ärger", "apple", "مرحبا", "Ångström", "été"};
    const auto lanes = names("lane", 5);
    const auto actors = names("actor", 7);
    const auto sources = names("source", 3);
    model::StoryBuilder builder;
    model::StoryInput head;
    head.title = "Mixed";
    builder.setStory(head);
    for (const std::string& id : lanes) {
        model::Lane lane;
        lane.id = lane.name = id;
        builder.addLane(lane);
    }
    for (const std::string& id : actors) {
        model::Actor actor;
        actor.id = actor.name = id;
        builder.addActor(actor);
    }
    for (const std::string& id : sources) {
        model::Source source;
        source.id = source.publisher = id;
        builder.addSource(source);
    }
    for (int i = 0; i < count; ++i) {
        const auto mixed = static_cast<std::size_t>((static_cast<unsigned>(i) * 2654435761U) >> 8U);
        const std::string id = std::to_string(i);
        const std::string title = std::string(stems[mixed % stems.size()]) + ' ' + std::to_string(mixed % 5000);
        const std::string when = hour(i);
        model::EventInput event;
        event.id = id;
        event.title = title;
        event.when = when;
        event.whenBasis = "Made for a test.";
        event.lane = lanes[mixed % lanes.size()];
        event.actor = actors[mixed % actors.size()];
        for (std::size_t quote = 0; quote < mixed % 5; ++quote) {
            model::QuoteInput made;
            made.source = sources[(mixed / 7 + quote) % (1 + mixed % 3)];
            made.exact = "words";
            event.quotes.push_back(made);
        }
        builder.addEvent(event);
    }
    auto story = builder.build();
    EXPECT_TRUE(story.has_value());
    return layout::StoryView(story.value_or(model::Story()));
}

} // namespace quoteline::test
