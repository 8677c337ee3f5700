// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/million_story.h"

#include "model/story/story_builder.h"
#include "model/time/civil_time.h"
#include <array>
#include <cstdio>
#include <random>
#include <string>

namespace quoteline::bench {

namespace {

constexpr std::array words{"minister", "report",  "denies",  "the",     "security", "statement", "of",    "agents",
                           "embassy",  "says",    "visit",   "to",      "Milan",    "confirms",  "plan",  "after",
                           "meeting",  "council", "reply",   "on",      "Games",    "question",  "press", "office",
                           "asks",     "review",  "witness", "account", "hearing",  "date"};
constexpr int days = 30 * 365;

class Maker {
public:
    int below(int limit) { return static_cast<int>(m_random() % static_cast<std::uint32_t>(limit)); }

    std::string day(int number) {
        const auto date = model::dateFromDay(model::dayFromDate(1996, 1, 1) + number);
        char text[16];
        std::snprintf(text, sizeof text, "%04d-%02d-%02d", date.year, date.month, date.day);
        return text;
    }

    std::string when() {
        const int first = below(days);
        std::string date = day(first);
        switch (below(60)) {
        case 0:
        case 1:
        case 2:
        case 3:
            return date + "/" + day(first + 1 + below(40));
        case 4:
            return date + "/" + day(first + 1 + below(2000));
        case 5:
        case 6:
        case 7:
            return "{" + date + "," + day(first + 7) + "," + day(first + 30) + "}";
        case 8:
        case 9:
        case 10:
            return "[" + date + ".." + day(first + 1 + below(20)) + "]";
        case 11:
            return date.substr(0, 7);
        case 12:
            return date.substr(0, 4);
        case 13:
        case 14:
            return date + "~";
        case 15:
        case 16:
            return date + "?";
        case 17:
            return date + "%";
        case 18:
            return "[.." + date + "]";
        case 19:
            return date + "/..";
        case 20:
            return date.substr(0, 8) + "XX";
        default:
            break;
        }
        if (below(4) > 0)
            return date;
        char time[16];
        std::snprintf(time, sizeof time, "T%02d:%02d:00Z", below(24), below(60));
        return date + time;
    }

    std::string word() { return words[static_cast<std::size_t>(below(static_cast<int>(words.size())))]; }

    std::string title() {
        std::string text = word();
        for (int count = 3 + below(6); count > 0; --count)
            text.append(" ").append(word());
        text.front() = static_cast<char>(text.front() & ~0x20); // a capital
        return text;
    }

private:
    std::mt19937 m_random{20260122};
};

std::string numbered(const char* name, std::size_t number) {
    return std::string(name).append(std::to_string(number));
}

} // namespace

model::Story randomStory(std::size_t events) {
    model::StoryBuilder builder;
    model::StoryInput input;
    input.title = "A large story";
    builder.setStory(input);
    std::vector<std::string> lanes(20);
    std::vector<std::string> actors(2000);
    std::vector<std::string> sources(3);
    for (std::size_t i = 0; i < lanes.size(); ++i) {
        lanes[i] = numbered("lane", i);
        builder.addLane({lanes[i], lanes[i], {}});
    }
    for (std::size_t i = 0; i < actors.size(); ++i) {
        actors[i] = numbered("actor", i);
        builder.addActor({actors[i], actors[i], "", {}});
    }
    for (std::size_t i = 0; i < sources.size(); ++i) {
        sources[i] = numbered("source", i);
        model::Source source;
        source.id = source.publisher = sources[i];
        builder.addSource(source);
    }
    Maker maker;
    for (std::size_t i = 0; i < events; ++i) {
        const std::string id = numbered("event", i);
        const std::string title = maker.title();
        const std::string when = maker.when();
        const std::string exact = title + maker.title();
        model::EventInput event;
        event.id = id;
        event.title = title;
        event.lane = lanes[static_cast<std::size_t>(maker.below(20))];
        event.actor = actors[static_cast<std::size_t>(maker.below(2000))];
        event.kind = static_cast<model::EventKind>(maker.below(5));
        event.status = maker.below(10) == 0 ? model::EventStatus::Scheduled : model::EventStatus::Happened;
        event.when = when;
        event.whenBasis = "as published";
        model::QuoteInput quote;
        quote.source = sources[static_cast<std::size_t>(maker.below(3))];
        quote.exact = exact;
        event.quotes.push_back(quote);
        builder.addEvent(event);
    }
    return builder.build().value();
}

} // namespace quoteline::bench
