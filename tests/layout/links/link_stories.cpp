// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/layout/links/link_stories.h"

#include "model/story/story_builder.h"
#include "model/time/civil_time.h"
#include <cstdio>
#include <gtest/gtest.h>

namespace quoteline::test {

namespace {

std::string numbered(const char* prefix, std::size_t number) {
    return std::string(prefix) + std::to_string(number);
}

std::string dayText(std::size_t daysFrom2000) {
    const model::CivilDate date =
        model::dateFromDay(model::dayFromDate(2000, 1, 1) + static_cast<std::int64_t>(daysFrom2000));
    char text[32];
    std::snprintf(text, sizeof text, "%04d-%02d-%02d", date.year, date.month, date.day);
    return text;
}

} // namespace

model::Story linkedStory(const std::vector<std::string>& dates, const std::vector<MadeLink>& links, std::size_t lanes) {
    std::vector<std::vector<const MadeLink*>> outgoing(dates.size());
    for (const MadeLink& link : links)
        outgoing[link.from].push_back(&link);
    model::StoryBuilder builder;
    model::StoryInput about;
    about.title = "A story of links";
    builder.setStory(about);
    builder.addActor({"a", "Actor", "", {}});
    for (std::size_t i = 0; i < lanes; ++i) {
        const std::string id = numbered("l", i);
        const std::string name = numbered("Lane ", i);
        builder.addLane({id, name, {}});
    }
    for (std::size_t i = 0; i < dates.size(); ++i) {
        const std::string id = numbered("e", i);
        const std::string title = numbered("Event ", i);
        const std::string lane = numbered("l", i % lanes);
        std::vector<std::string> targets;
        for (const MadeLink* link : outgoing[i])
            targets.push_back(numbered("e", link->to));
        model::EventInput input;
        input.id = id;
        input.title = title;
        input.lane = lane;
        input.actor = "a";
        input.when = dates[i];
        input.whenBasis = "made for a test";
        for (std::size_t k = 0; k < targets.size(); ++k)
            input.relations.push_back({outgoing[i][k]->type, targets[k], "words", outgoing[i][k]->explicitly, {}});
        builder.addEvent(input);
    }
    const auto story = builder.build();
    if (!story) {
        ADD_FAILURE() << model::toText(story.error().front()).toStdString();
        return {};
    }
    return *story;
}

model::Story ringStory(std::size_t count) {
    std::vector<std::string> dates;
    std::vector<MadeLink> links;
    for (std::size_t i = 0; i < count; ++i) {
        dates.push_back(dayText(i));
        links.push_back({i, (i + 1) % count});
    }
    return linkedStory(dates, links, 3);
}

model::Story tangledStory(std::size_t count) {
    static const char* const types[] = {"repliesTo", "confirms", "disputes", "discusses", "agreesWith", "echoes"};
    std::vector<std::string> dates;
    std::vector<MadeLink> links;
    for (std::size_t i = 0; i < count; ++i) {
        dates.push_back(dayText(i * 400 / count));
        for (std::size_t k = 0; k < 5; ++k) {
            // Some far, some near.
            const std::size_t to = k % 2 == 0 ? (i * 37 + k * 101 + 1) % count : (i + 3 * k + 1) % count;
            if (to != i)
                links.push_back({i, to, types[(i + k) % std::size(types)], (i + k) % 3 != 0});
        }
    }
    return linkedStory(dates, links, 5);
}

} // namespace quoteline::test
