// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/file/byte_source.h"
#include "model/file/field_rules.h"
#include "tests/model/story_fixtures.h"
#include <QFile>
#include <gtest/gtest.h>

// What a table says of a field is what the schema says of it.
using namespace quoteline::model;

namespace {

namespace dom = simdjson::dom;

/// What a table or the schema says of an object: one line a field, in order.
using Lines = std::vector<std::string>;

std::string line(std::string_view name, std::string_view type, bool required) {
    return quoteline::test::joined({name, ": ", type, required ? ", required" : ""});
}

std::string_view schemaType(FieldType type) {
    constexpr std::array<std::string_view, 4> names{"string", "number", "boolean", "array"};
    return names[static_cast<std::size_t>(type)];
}

class Schema {
public:
    Schema() {
        QFile file(QStringLiteral(QUOTELINE_SOURCE_DIR "/resources/schema/story.schema.json"));
        EXPECT_TRUE(file.open(QIODevice::ReadOnly));
        const QByteArray text = file.readAll();
        m_root = m_parser.parse(text.data(), static_cast<std::size_t>(text.size())).value();
    }

    /// `name` is that of a definition; empty for the story itself.
    Lines linesOf(std::string_view name) const {
        const dom::element object = name.empty() ? m_root : m_root["$defs"][name].value();
        Lines lines;
        for (const auto& [field, rule] : object["properties"].get_object()) {
            bool required = false;
            for (const dom::element wanted : object["required"].get_array())
                required = required || wanted.get_string().value() == field;
            lines.push_back(line(field, typeOf(rule), required));
        }
        return lines;
    }

    /// The definition that the elements of a list follow.
    std::string_view itemOf(std::string_view object, std::string_view list) const {
        const dom::element owner = object.empty() ? m_root : m_root["$defs"][object].value();
        return nameIn(owner["properties"][list]["items"]["$ref"].get_string());
    }

private:
    static std::string_view nameIn(std::string_view reference) { return reference.substr(reference.rfind('/') + 1); }

    std::string_view typeOf(dom::element rule) const {
        if (rule["$ref"].error() == simdjson::SUCCESS)
            return typeOf(m_root["$defs"][nameIn(rule["$ref"].get_string())]);
        if (rule["type"].error() == simdjson::SUCCESS)
            return rule["type"].get_string();
        const dom::element value =
            rule["const"].error() == simdjson::SUCCESS ? rule["const"].value() : rule["enum"].at(0).value();
        return value.is_string() ? "string" : "number";
    }

    dom::parser m_parser;
    dom::element m_root;
};

template <typename Object>
Lines tableOf() {
    Lines lines;
    forEachField<Object>([&](const auto& row) {
        lines.push_back(line(row.name, schemaType(jsonType(row)), row.need != Need::Optional));
    });
    return lines;
}

} // namespace

TEST(FieldTables, HaveTheFieldsOfTheSchemaInItsOrderWithTheirTypesAndNoOthers) {
    const Schema schema;
    EXPECT_EQ(tableOf<StoryInput>(), schema.linesOf({}));
    EXPECT_EQ(tableOf<Lane>(), schema.linesOf(schema.itemOf({}, listName<Lane>())));
    EXPECT_EQ(tableOf<Actor>(), schema.linesOf(schema.itemOf({}, listName<Actor>())));
    EXPECT_EQ(tableOf<Source>(), schema.linesOf(schema.itemOf({}, listName<Source>())));
    EXPECT_EQ(tableOf<EventInput>(), schema.linesOf(schema.itemOf({}, listName<EventInput>())));
    const auto inEvent = [&](auto list) { return schema.linesOf(schema.itemOf("event", nameOf(list))); };
    EXPECT_EQ(tableOf<QuoteInput>(), inEvent(&EventInput::quotes));
    EXPECT_EQ(tableOf<RelationInput>(), inEvent(&EventInput::relations));
}

// A source comes back from the builder whole only if each of its members is in the table.
TEST(FieldTables, EveryMemberOfAStructHasARow) {
    const std::string text(64, 'a');
    const std::optional<std::string_view> some(text);
    const Source source{text, text, some, some, "2026", some, some, some, some, {{text, text}}};
    const Quote quote{0, text, text, text, 0, some, QuoteForm::Relay, some, {{text, text}}};
    StoryBuilder builder;
    builder.addLane({text, text, {{text, text}}});
    builder.addActor({text, text, text, {{text, text}}});
    builder.addSource(source);
    EventInput event;
    event.id = event.title = event.lane = event.actor = event.whenBasis = text;
    event.kind = EventKind::Reaction;
    event.status = EventStatus::Scheduled;
    event.when = "2026";
    event.summary = some;
    event.extra = {{text, text}};
    event.quotes = {{text, text, text, text, some, some, QuoteForm::Relay, some, {{text, text}}}};
    builder.addEvent(event);
    const Story story = builder.build().value();
    EXPECT_EQ(story.lanes()[0], (Lane{text, text, {{text, text}}}));
    EXPECT_EQ(story.actors()[0], (Actor{text, text, text, {{text, text}}}));
    EXPECT_EQ(story.sources()[0], source);
    EXPECT_EQ(story.quote(0, 0), quote);
    EventInput again;
    story.copyTo(again, 0);
    EXPECT_EQ(again, event);
}

TEST(FieldTables, AnInputThatIsUsedAgainHoldsNothingOfTheEventBefore) {
    const Story story = quoteline::test::randomStory(12, 60);
    EventInput again;
    for (EventIndex event = 0; event < story.eventCount(); ++event) {
        EventInput fresh;
        story.copyTo(fresh, event);
        story.copyTo(again, event);
        EXPECT_EQ(again, fresh);
    }
}
