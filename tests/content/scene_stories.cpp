// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/content/scene_stories.h"

#include "model/file/story_reader.h"
#include "model/story/story_builder.h"
#include "model/time/civil_time.h"
#include <algorithm>
#include <array>
#include <cstdio>
#include <gtest/gtest.h>
#include <random>

namespace quoteline::test {

namespace {

using Random = std::mt19937_64;

/// A number in [0, below); the same on every platform, unlike the distributions of the standard library.
std::uint64_t pick(Random& random, std::uint64_t below) {
    return random() % below;
}

std::string numbered(const char* prefix, std::size_t number) {
    std::string text(prefix);
    text += std::to_string(number);
    return text;
}

std::string dayText(std::int64_t day) {
    const model::CivilDate date = model::dateFromDay(day);
    char text[32];
    std::snprintf(text, sizeof text, "%04d-%02d-%02d", date.year, date.month, date.day);
    return text;
}

std::string words(Random& random, std::size_t count) {
    static const char* const some[] = {"the",   "ministry",    "of",
                                       "a",     "statement",   "on",
                                       "Milan", "agents",      "extraordinarily",
                                       "no",    "photographs", "Games",
                                       "in",    "U.S.",        "responsibilities",
                                       "denies"};
    std::string text = "Event";
    for (std::size_t i = 0; i < count; ++i)
        text.append(" ").append(some[pick(random, std::size(some))]);
    return text;
}

/// Any day of `days` days from 2020 on, as one of the ways to write a date.
std::string anyDate(Random& random, std::uint64_t days) {
    const std::int64_t first = model::dayFromDate(2020, 1, 1) + static_cast<std::int64_t>(pick(random, days));
    std::string day = dayText(first);
    const std::string later = dayText(first + 1 + static_cast<std::int64_t>(pick(random, days / 4 + 2)));
    switch (pick(random, 10)) {
    case 0:
        return day + "/" + later;
    case 1:
        return "[" + day + ".." + later + "]";
    case 2:
        return day + "~";
    case 3:
        return day + "%";
    case 4:
        return "[.." + day + "]";
    case 5:
        return "{" + day + "," + later + "}";
    case 6:
        return day.substr(0, 7);
    case 7:
        return day + "T" + (pick(random, 2) ? "09:30" : "21:05:10");
    default:
        return day;
    }
}

std::vector<MadeEvent> thousandInOneLane() {
    Random random(20260127);
    std::vector<MadeEvent> events;
    for (int i = 0; i < 1000; ++i)
        events.push_back({anyDate(random, 400), words(random, 1 + pick(random, 9))});
    return events;
}

std::vector<MadeEvent> sixtyLanes() {
    Random random(60);
    std::vector<MadeEvent> events;
    for (std::size_t i = 0; i < 240; ++i)
        events.push_back({anyDate(random, 90), words(random, pick(random, 8)), i % 60, pick(random, 4) == 0});
    return events;
}

std::vector<MadeEvent> tenThousandYears() {
    Random random(10000);
    std::vector<MadeEvent> events{{"-4999"}, {"4999-12-31"}, {"-4000/2026"}, {"2026-01-27T10:00:01"}};
    for (int i = 0; i < 60; ++i) {
        char year[16];
        const int number = static_cast<int>(pick(random, 9000)) - 4500;
        std::snprintf(year, sizeof year, number < 0 ? "-%04d" : "%04d", std::abs(number));
        events.push_back({year, words(random, 4), pick(random, 3)});
    }
    return events;
}

std::vector<MadeEvent> manySpans() {
    Random random(7);
    std::vector<MadeEvent> events;
    for (int i = 0; i < 400; ++i) {
        const auto first = model::dayFromDate(2020, 1, 1) + static_cast<std::int64_t>(pick(random, 300));
        const auto last = first + 30 + static_cast<std::int64_t>(pick(random, 600));
        events.push_back({dayText(first) + "/" + dayText(last), words(random, 3), pick(random, 2), i % 3 == 0});
    }
    return events;
}

std::vector<MadeEvent> everyMark() {
    std::vector<MadeEvent> events;
    const char* const dates[] = {"2026-01-27",
                                 "2026-01-27T10:00",
                                 "2026-01-24/2026-02-02",
                                 "[2026-01-24..2026-01-28]",
                                 "2026-01",
                                 "2026-01-XX",
                                 "201X",
                                 "2026-01-27~",
                                 "2026-01-27?",
                                 "2026-01-27%",
                                 "2026-01~",
                                 "2026-01-20~/2026-01-25",
                                 "[..2026-01-27]",
                                 "[2026-01-27..]",
                                 "2026-01-27/..",
                                 "../2026-01-27",
                                 "2026-01-27/",
                                 "{2026-01-20,2026-01-27,2026-02-03}",
                                 "{2026-01,2026-03,2026-04-02~}",
                                 "{2026-01-20..2026-01-22,2026-02-01}",
                                 "[2026-01-20,2026-02-20]",
                                 "2026-01-27T23:59:59Z"};
    for (const char* const date : dates)
        for (const bool scheduled : {false, true})
            events.push_back({date, std::string("On ") + date, events.size() % 3, scheduled});
    return events;
}

/// One value of many members: more marks than there are pixels.
std::string longSet(int members) {
    std::string set = "{";
    for (int i = 0; i < members; ++i)
        set.append(i > 0 ? "," : "").append(dayText(model::dayFromDate(1990, 1, 1) + 2 * ((i * 7919LL) % members)));
    set += '}';
    return set;
}

std::vector<MadeEvent> hardTitles() {
    const std::string noSpaces(300, 'W');
    std::string emoji;
    for (int i = 0; i < 100; ++i)
        emoji += "\xF0\x9F\x9A\xA8";
    std::string megabyte;
    while (megabyte.size() < 1000000)
        megabyte += "a very long title indeed ";
    return {{"2026-01-24", noSpaces},
            {"2026-01-25", emoji},
            {"2026-01-26/2026-02-20", megabyte},
            {"2026-01-27", megabyte, 1},
            {"2026-01-28", std::string(1000000, 'x'), 1},
            {"2026-01-29", "x", 1},
            {"2026-02-10",
             "\xE2\x80\xAE"
             "right to left\xE2\x80\xAC\nand\ttwo lines",
             2},
            {"2026-02-22", "  spaces   everywhere  and a word of" + noSpaces, 2}};
}

} // namespace

model::Story madeStory(const std::vector<MadeEvent>& events, const std::vector<std::string>& laneNames,
                       const std::string& title) {
    model::StoryBuilder builder;
    model::StoryInput about;
    about.title = title;
    builder.setStory(about);
    builder.addActor({"a", "Actor", "", {}});
    std::size_t lanes = laneNames.size();
    for (const MadeEvent& event : events)
        lanes = std::max(lanes, event.lane + 1);
    for (std::size_t i = 0; i < lanes; ++i) {
        const std::string id = numbered("l", i);
        const std::string name = i < laneNames.size() ? laneNames[i] : numbered("Lane ", i);
        builder.addLane({id, name, {}});
    }
    for (std::size_t i = 0; i < events.size(); ++i) {
        const std::string id = events[i].id.empty() ? numbered("e", i) : events[i].id;
        const std::string lane = numbered("l", events[i].lane);
        model::EventInput input;
        input.id = id;
        input.title = events[i].title;
        input.lane = lane;
        input.actor = "a";
        input.when = events[i].when;
        input.whenBasis = "made for a test";
        input.status = events[i].scheduled ? model::EventStatus::Scheduled : model::EventStatus::Happened;
        builder.addEvent(input);
    }
    const auto story = builder.build();
    if (!story) {
        ADD_FAILURE() << model::toText(story.error().front()).toStdString();
        return {};
    }
    return *story;
}

model::Story storyOfDates(const std::vector<std::string>& dates) {
    std::vector<MadeEvent> events;
    for (const std::string& date : dates)
        events.push_back({date});
    return madeStory(events);
}

model::Story embeddedStory() {
    auto bytes = model::bytesOfFile(QStringLiteral(QUOTELINE_SOURCE_DIR "/resources/stories/milano-cortina-2026.json"));
    if (!bytes) {
        ADD_FAILURE() << bytes.error().toStdString();
        return {};
    }
    const auto read = model::readStory(**bytes);
    if (!read) {
        ADD_FAILURE() << model::toText(read.error().problems.front()).toStdString();
        return {};
    }
    return read->story;
}

namespace {

struct StoryMaker {
    const char* name;
    model::Story (*make)();
};

constexpr std::array layoutStoryMakers{
    StoryMaker{"Embedded", [] { return embeddedStory(); }},
    StoryMaker{"Empty", [] { return model::Story(); }},
    StoryMaker{"LanesWithoutEvents",
               [] {
                   return madeStory({}, {"One", "Two", "Three"});
               }},
    StoryMaker{"OneEvent", [] { return storyOfDates({"2026-01-27"}); }},
    StoryMaker{"OneRing", [] { return storyOfDates({"2026-01-27~"}); }},
    StoryMaker{"AllAtOneInstant", [] { return storyOfDates(std::vector<std::string>(120, "2026-01-27T10:00:00")); }},
    StoryMaker{"ThousandInOneLane", [] { return madeStory(thousandInOneLane()); }},
    StoryMaker{"SixtyLanes", [] { return madeStory(sixtyLanes()); }},
    StoryMaker{"TwoSeconds",
               [] {
                   return storyOfDates({"2026-01-27T10:00:00", "2026-01-27T10:00:01"});
               }},
    StoryMaker{"TenThousandYears", [] { return madeStory(tenThousandYears()); }},
    StoryMaker{"HardTitles",
               [] {
                   return madeStory(hardTitles(), {std::string(400, 'L'), "A lane with a long name, of words", ""});
               }},
    StoryMaker{"EveryMark", [] { return madeStory(everyMark()); }},
    StoryMaker{"ManySpans", [] { return madeStory(manySpans()); }},
    StoryMaker{"LongSets",
               [] {
                   return storyOfDates({longSet(1500), longSet(200), "1999", "{1995,1996-03,1997-04-05}"});
               }},
};

} // namespace

model::Story chronology(std::size_t events, std::size_t lanes) {
    std::mt19937 random(9);
    const auto twoDigits = [&](unsigned limit) {
        const std::string number = std::to_string(1 + static_cast<unsigned>(random() % limit));
        return number.size() < 2 ? "0" + number : number;
    };
    std::vector<MadeEvent> made;
    for (std::size_t i = 0; i < events; ++i) {
        const std::string month = twoDigits(12);
        const std::string day = "2025-" + month + "-" + twoDigits(28);
        made.push_back({random() % 6 == 0 ? day + "~" : day, "Committee publishes the letter", i % lanes});
    }
    return madeStory(made);
}

std::vector<std::string> layoutStoryNames() {
    std::vector<std::string> names;
    for (const StoryMaker& maker : layoutStoryMakers)
        names.emplace_back(maker.name);
    return names;
}

NamedStory layoutStory(std::size_t place) {
    const StoryMaker& maker = layoutStoryMakers.at(place);
    return {maker.name, maker.make()};
}

std::vector<NamedStory> layoutStories() {
    std::vector<NamedStory> stories;
    for (std::size_t place = 0; place < layoutStoryMakers.size(); ++place)
        stories.push_back(layoutStory(place));
    return stories;
}

} // namespace quoteline::test
