// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/model/story_fixtures.h"

#include <gtest/gtest.h>
#include <list>

namespace quoteline::model {

void PrintTo(const Problem& problem, std::ostream* out) {
    *out << toText(problem).toStdString();
}

} // namespace quoteline::model

namespace quoteline::test {

using namespace quoteline::model;

std::string joined(std::initializer_list<std::string_view> parts) {
    std::string text;
    for (const std::string_view part : parts)
        text += part;
    return text;
}

std::string smallStory() {
    return R"json({
  "format": "quoteline-story",
  "version": 1,
  "title": "A small story",
  "summary": "Two events",
  "language": "en",
  "timeZone": "Europe/Rome",
  "coreWindow": "2026-01-24/2026-01-28",
  "lanes": [
    {"id": "media", "name": "Media"}
  ],
  "actors": [
    {"id": "paper", "name": "The Paper", "role": "newspaper"}
  ],
  "sources": [
    {"id": "page", "publisher": "The Paper",
     "headline": "News", "url": "https://example.org/", "datePublished": "2026-01-28",
     "dateNote": "as printed",
     "sha256": "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
     "file": "sources/page.txt"}
  ],
  "events": [
    {"id": "first", "title": "It is said",
     "lane": "media",
     "actor": "paper",
     "kind": "report",
     "when": "[2026-01-24..2026-01-25]", "whenBasis": "over the weekend",
     "status": "happened",
     "quotes": [
       {"source": "page", "exact": "It is said.",
        "prefix": "Well. ", "suffix": " Or not.",
        "speaker": "paper", "via": "a friend",
        "form": "direct", "note": "in print"}
     ],
     "relations": []},
    {"id": "second", "title": "It is denied", "lane": "media", "actor": "paper", "kind": "statement",
     "when": "2026-01-27T10:00", "whenBasis": "the text", "status": "happened", "summary": "No.",
     "quotes": [],
     "relations": [
       {"type": "disputes", "event": "first",
        "basis": "It is not so", "explicit": true}
     ]}
  ]
}
)json";
}

std::string with(std::string text, std::string_view from, std::string_view to) {
    const std::size_t at = text.find(from);
    if (at == std::string::npos) {
        ADD_FAILURE() << "not in the text: " << from;
        return text;
    }
    return text.replace(at, from.size(), to);
}

Read read(std::string_view text, const ReadOptions& options) {
    return readStory(*bytesOf(text), options);
}

Story storyOf(std::string_view text, const ReadOptions& options) {
    const Read result = read(text, options);
    EXPECT_TRUE(result) << describe(result);
    return result ? result->story : Story();
}

std::string describe(const Read& result) {
    if (result)
        return joined({"read, ", std::to_string(result->noticeCount), " notices"});
    std::string text = joined({"kind ", std::to_string(static_cast<int>(result.error().kind)), ", ",
                               std::to_string(result.error().problemCount), " problems"});
    for (const Problem& problem : result.error().problems)
        text += joined({"\n", toText(problem).toStdString()});
    return text;
}

std::string awkwardText(Dice& dice) {
    static const std::vector<std::string> pieces{"plain",   "\"",           "\\",
                                                 "\n",      "\t",           std::string(1, '\0'),
                                                 "\x1f",    "\x7f",         "\u00e9",
                                                 "\u4e2d",  "\u2028",       "\U0001F6A8",
                                                 "e\u0301", "\\u0041",      "</script>",
                                                 "%1 %2",   "]}",           "[{\",\"]",
                                                 " ",       "\"events\":[", "\u202Erev\u202C"};
    if (dice.chance(200))
        return joined({std::string(70'000, 'x'), "\"\\"});
    std::string text;
    for (std::size_t i = dice.roll(6); i > 0; --i)
        text += dice.pick(pieces);
    return text;
}

std::string someWhen(Dice& dice) {
    static const std::vector<std::string> values{"2026-01-24",
                                                 "2026-01",
                                                 "2026",
                                                 "201X",
                                                 "2026-XX-XX",
                                                 "-0044-03-15",
                                                 "2026-01-24~",
                                                 "2026-01?",
                                                 "2026-01-27%",
                                                 "2026-01-24/2026-01-28",
                                                 "2026-01-24/..",
                                                 "../2026-01-24",
                                                 "2026-01-24/",
                                                 "/2026-01-24",
                                                 "[2026-01-24..2026-01-25]",
                                                 "[..2026-01-27]",
                                                 "[2026-01-27..]",
                                                 "[2026-01-24,2026-01-27]",
                                                 "{2026-01-24,2026-02}",
                                                 "2026-01-27T10:00:00",
                                                 "2026-01-27T10:00:00Z",
                                                 "2026-01-27T10:00:00+01:00",
                                                 "2026-01-27T10:00",
                                                 "2026-01-27T10:00/2026-01-27T12:00"};
    return dice.pick(values);
}

namespace {

/// Keeps the texts that views point at.
class Texts {
public:
    explicit Texts(Dice& dice)
        : m_dice(dice) {}
    std::string_view keep(std::string text) { return m_texts.emplace_back(std::move(text)); }
    std::string_view awkward() { return keep(awkwardText(m_dice)); }
    std::string_view notEmpty() { return keep(joined({".", awkwardText(m_dice)})); }
    std::optional<std::string_view> maybe() { return m_dice.chance(2) ? std::optional(awkward()) : std::nullopt; }
    ExtraFields extra() {
        static const std::vector<std::string> values{
            "null", "[ 1, 2.50,\n\n 3e2 ]", "{\"a\" : {\"b\\u0063\": \"]}\\\"\"} }", "\"x\\u00e9\"", "-0.0", "true",
            "[]"};
        ExtraFields fields;
        if (!m_dice.chance(4))
            return fields;
        for (std::size_t i = m_dice.roll(4); i > 0; --i)
            fields.push_back({keep(joined({"x-", std::to_string(i), awkwardText(m_dice)})), keep(m_dice.pick(values))});
        return fields;
    }

private:
    Dice& m_dice;
    std::list<std::string> m_texts;
};

std::string idOf(const char* kind, std::size_t index) {
    return joined({kind, std::to_string(index), index % 3 == 0 ? "\U0001F6A8\"" : ""});
}

constexpr std::size_t laneCount = 4;
constexpr std::size_t actorCount = 5;
constexpr std::size_t sourceCount = 6;

Source randomSource(std::size_t index, Dice& dice, Texts& texts) {
    Source source;
    source.id = texts.keep(idOf("source", index));
    source.publisher = texts.awkward();
    source.headline = texts.maybe();
    source.url = texts.maybe();
    if (dice.chance(2))
        source.datePublished = texts.keep(someWhen(dice));
    source.dateNote = texts.maybe();
    if (dice.chance(2))
        source.sha256 = texts.keep(std::string(64, "0123456789abcdef"[dice.roll(16)]));
    source.text = texts.maybe();
    if (dice.chance(2))
        source.file = "folder/file.txt";
    source.extra = texts.extra();
    return source;
}

QuoteInput randomQuote(Dice& dice, Texts& texts) {
    QuoteInput quote;
    quote.source = texts.keep(idOf("source", dice.roll(sourceCount)));
    quote.exact = texts.notEmpty();
    quote.prefix = texts.awkward();
    quote.suffix = texts.awkward();
    if (dice.chance(2))
        quote.speaker = texts.keep(idOf("actor", dice.roll(actorCount)));
    quote.via = texts.maybe();
    quote.form = static_cast<QuoteForm>(dice.roll(3));
    quote.note = texts.maybe();
    quote.extra = texts.extra();
    return quote;
}

EventInput randomEvent(std::size_t index, std::size_t count, Dice& dice, Texts& texts) {
    EventInput event;
    event.id = texts.keep(idOf("event", index));
    event.title = texts.awkward();
    event.lane = texts.keep(idOf("lane", dice.roll(laneCount)));
    event.actor = texts.keep(idOf("actor", dice.roll(actorCount)));
    event.kind = static_cast<EventKind>(dice.roll(5));
    event.status = static_cast<EventStatus>(dice.roll(2));
    event.when = texts.keep(someWhen(dice));
    event.whenBasis = texts.awkward();
    event.summary = texts.maybe();
    for (std::size_t i = dice.roll(4); i > 0; --i)
        event.quotes.push_back(randomQuote(dice, texts));
    for (std::size_t i = dice.roll(3); i > 0 && count > 1; --i) {
        RelationInput relation;
        const auto type = static_cast<RelationType>(dice.roll(8));
        relation.type = type == RelationType::Other ? texts.notEmpty() : toWord(type);
        relation.event = texts.keep(idOf("event", (index + 1 + dice.roll(count - 1)) % count));
        relation.basis = texts.awkward();
        relation.explicitly = dice.chance(2);
        relation.extra = texts.extra();
        event.relations.push_back(std::move(relation));
    }
    event.extra = texts.extra();
    return event;
}

} // namespace

Story randomStory(std::uint32_t seed, std::size_t events) {
    Dice dice(seed);
    Texts texts(dice);
    StoryBuilder builder;
    StoryInput story;
    story.title = texts.awkward();
    story.summary = texts.awkward();
    story.language = "it";
    story.timeZone = dice.chance(2) ? "Europe/Rome" : "America/New_York";
    if (dice.chance(2))
        story.coreWindow = "2026-01-24/2026-02-22";
    story.extra = texts.extra();
    for (std::size_t i = 0; i < events; ++i)
        builder.addEvent(randomEvent(i, events, dice, texts));
    for (std::size_t i = 0; i < laneCount; ++i)
        builder.addLane({texts.keep(idOf("lane", i)), texts.awkward(), texts.extra()});
    for (std::size_t i = 0; i < actorCount; ++i)
        builder.addActor({texts.keep(idOf("actor", i)), texts.awkward(), texts.awkward(), texts.extra()});
    for (std::size_t i = 0; i < sourceCount; ++i)
        builder.addSource(randomSource(i, dice, texts));
    builder.setStory(story);
    const auto built = builder.build();
    EXPECT_TRUE(built) << (built ? std::string() : toText(built.error().front()).toStdString());
    return built.value_or(Story());
}

} // namespace quoteline::test
