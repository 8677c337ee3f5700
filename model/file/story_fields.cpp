// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/file/story_fields.h"

#include "model/text/near_miss.h"
#include "model/text/translate.h"
#include <QStringList>
#include <array>

namespace quoteline::model {

namespace dom = simdjson::dom;

namespace {

constexpr std::string_view formatName = "quoteline-story";
constexpr std::int64_t formatVersion = 1;

/// Stands for what could not be read; no text of a story is likely to end with this character.
constexpr std::string_view placeholder = "\x01";

constexpr auto aText = FieldType::Text;
constexpr auto aList = FieldType::List;

namespace head {
enum { Format, Version, Title, Summary, Language, TimeZone, CoreWindow, Lanes, Actors, Sources, Events };
constexpr std::array<FieldRule, 11> rules{{{"format", aText, true},
                                           {"version", FieldType::Number, true},
                                           {"title", aText, true},
                                           {"summary", aText, false},
                                           {"language", aText, false},
                                           {"timeZone", aText, false},
                                           {"coreWindow", aText, false},
                                           {"lanes", aList, true},
                                           {"actors", aList, true},
                                           {"sources", aList, true},
                                           {"events", aList, true}}};
} // namespace head

namespace lane {
enum { Id, Name };
constexpr std::array<FieldRule, 2> rules{{{"id", aText, true}, {"name", aText, true}}};
} // namespace lane

namespace actor {
enum { Id, Name, Role };
constexpr std::array<FieldRule, 3> rules{{{"id", aText, true}, {"name", aText, true}, {"role", aText, true}}};
} // namespace actor

namespace source {
enum { Id, Publisher, Headline, Url, DatePublished, DateNote, Sha256, Text, File };
constexpr std::array<FieldRule, 9> rules{{{"id", aText, true},
                                          {"publisher", aText, true},
                                          {"headline", aText, false},
                                          {"url", aText, false},
                                          {"datePublished", aText, false},
                                          {"dateNote", aText, false},
                                          {"sha256", aText, false},
                                          {"text", aText, false},
                                          {"file", aText, false}}};
} // namespace source

// An event without quotes or without relations may leave the list out.
namespace event {
enum { Id, Title, Lane, Actor, Kind, When, WhenBasis, Status, Summary, Quotes, Relations };
constexpr std::array<FieldRule, 11> rules{{{"id", aText, true},
                                           {"title", aText, true},
                                           {"lane", aText, true},
                                           {"actor", aText, true},
                                           {"kind", aText, true},
                                           {"when", aText, true},
                                           {"whenBasis", aText, true},
                                           {"status", aText, true},
                                           {"summary", aText, false},
                                           {"quotes", aList, false},
                                           {"relations", aList, false}}};
} // namespace event

namespace quote {
enum { Source, Exact, Prefix, Suffix, Speaker, Via, Form, Note };
constexpr std::array<FieldRule, 8> rules{{{"source", aText, true},
                                          {"exact", aText, true},
                                          {"prefix", aText, true},
                                          {"suffix", aText, true},
                                          {"speaker", aText, false},
                                          {"via", aText, false},
                                          {"form", aText, true},
                                          {"note", aText, false}}};
} // namespace quote

namespace relation {
enum { Type, Event, Basis, Explicit };
constexpr std::array<FieldRule, 4> rules{
    {{"type", aText, true}, {"event", aText, true}, {"basis", aText, true}, {"explicit", FieldType::Truth, true}}};
} // namespace relation

std::optional<std::string_view> optionalText(const FieldValue& field) {
    std::string_view value;
    if (!field.present || field.value.get(value) != simdjson::SUCCESS)
        return std::nullopt;
    return value;
}

std::string_view textOr(const FieldValue& field, std::string_view otherwise) {
    return optionalText(field).value_or(otherwise);
}

template <typename ReadElement>
void forEachElement(const FieldValue& field, const JsonPlace& parent, std::string_view name, ReadElement readElement) {
    dom::array array;
    if (!field.present || field.value.get(array) != simdjson::SUCCESS)
        return;
    const JsonPlace place(parent, name, field.ordinal);
    std::size_t index = 0;
    for (const dom::element element : array) {
        readElement(element, JsonPlace(place, index, index));
        ++index;
    }
}

} // namespace

void StoryFields::readEvents(dom::array events, const EventBatch& batch) {
    const JsonPlace root{std::string_view()};
    const JsonPlace place = JsonPlace::list(root, "events", batch.text);
    std::size_t inBatch = 0;
    for (const dom::element value : events) {
        if (inBatch > 0 || !batch.hasPlaceholder())
            readEvent(value, JsonPlace(place, inBatch, m_builder.eventCount()));
        ++inBatch;
    }
}

void StoryFields::readEvent(dom::element value, const JsonPlace& place) {
    std::array<FieldValue, event::rules.size()> fields{};
    EventInput& input = m_event;
    input.quotes.clear();
    input.relations.clear();
    input.extra.clear();
    m_objects.read(value, place, event::rules, fields, input.extra);
    input.id = idOr(fields[event::Id], m_eventsBroken);
    input.title = textOr(fields[event::Title], {});
    input.lane = textOr(fields[event::Lane], placeholder);
    input.actor = textOr(fields[event::Actor], placeholder);
    input.kind = wordOr(fields[event::Kind], place, "kind", &eventKindFrom, EventKind::Date);
    input.when = textOr(fields[event::When], "2000");
    input.whenBasis = textOr(fields[event::WhenBasis], {});
    input.status = wordOr(fields[event::Status], place, "status", &eventStatusFrom, EventStatus::Scheduled);
    input.summary = optionalText(fields[event::Summary]);
    readQuotes(fields[event::Quotes], place);
    readRelations(fields[event::Relations], place);
    m_builder.addEvent(input);
}

void StoryFields::readQuotes(const FieldValue& quotes, const JsonPlace& event) {
    forEachElement(quotes, event, "quotes", [this](dom::element value, const JsonPlace& place) {
        std::array<FieldValue, quote::rules.size()> fields{};
        QuoteInput& input = m_event.quotes.emplace_back();
        m_objects.read(value, place, quote::rules, fields, input.extra);
        input.source = textOr(fields[quote::Source], placeholder);
        input.exact = textOr(fields[quote::Exact], placeholder);
        input.prefix = textOr(fields[quote::Prefix], {});
        input.suffix = textOr(fields[quote::Suffix], {});
        input.speaker = optionalText(fields[quote::Speaker]);
        input.via = optionalText(fields[quote::Via]);
        input.form = wordOr(fields[quote::Form], place, "form", &quoteFormFrom, QuoteForm::Relay);
        input.note = optionalText(fields[quote::Note]);
    });
}

void StoryFields::readRelations(const FieldValue& relations, const JsonPlace& event) {
    forEachElement(relations, event, "relations", [this](dom::element value, const JsonPlace& place) {
        std::array<FieldValue, relation::rules.size()> fields{};
        RelationInput& input = m_event.relations.emplace_back();
        m_objects.read(value, place, relation::rules, fields, input.extra);
        input.type = textOr(fields[relation::Type], placeholder);
        input.event = textOr(fields[relation::Event], placeholder);
        input.basis = textOr(fields[relation::Basis], {});
        input.explicitly = fields[relation::Explicit].present && bool(fields[relation::Explicit].value);
        checkRelationType(input.type, fields[relation::Type], place);
    });
}

// Any type is kept, but a slip of the pen in a known one changes how the relation is drawn.
void StoryFields::checkRelationType(std::string_view word, const FieldValue& field, const JsonPlace& relation) {
    if (!field.present || relationTypeFrom(word) != RelationType::Other)
        return;
    const auto meant = nearest(word, static_cast<std::size_t>(RelationType::Other),
                               [](std::size_t i) { return toWord(static_cast<RelationType>(i)); });
    if (!meant)
        return;
    m_objects.notice(JsonPlace(relation, "type", field.ordinal), [&] {
        return Complaint{
            translate("model", "“%1” is not a relation of the format; it is kept as it is").arg(shown(word)),
            translate("model", "Did you mean “%1”?").arg(shown(*meant))};
    });
}

void StoryFields::readHead(dom::element root, std::string_view skeleton) {
    const JsonPlace place(skeleton);
    std::array<FieldValue, head::rules.size()> fields{};
    StoryInput input;
    if (m_objects.read(root, place, head::rules, fields, input.extra))
        checkFormat(fields, place);
    input.title = textOr(fields[head::Title], {});
    input.summary = textOr(fields[head::Summary], {});
    input.language = textOr(fields[head::Language], input.language);
    input.timeZone = textOr(fields[head::TimeZone], input.timeZone);
    input.coreWindow = optionalText(fields[head::CoreWindow]);
    m_builder.setStory(input);
    readLanes(fields[head::Lanes], place);
    readActors(fields[head::Actors], place);
    readSources(fields[head::Sources], place);
}

void StoryFields::checkFormat(Fields fields, const JsonPlace& root) {
    const FieldValue& format = fields[head::Format];
    if (format.present && textOr(format, {}) != formatName) {
        m_objects.problem(JsonPlace(root, "format", format.ordinal), [&] {
            return Complaint{
                translate("model", "the format is “%1”, not “%2”").arg(shown(textOr(format, {})), shown(formatName)),
                translate("model", "Open a story of this program")};
        });
    }
    if (fields[head::Version].present)
        checkVersion(fields[head::Version], root);
}

void StoryFields::checkVersion(const FieldValue& field, const JsonPlace& root) {
    double version = 0;
    if (field.value.get(version) != simdjson::SUCCESS || version == static_cast<double>(formatVersion))
        return;
    m_objects.problem(JsonPlace(root, "version", field.ordinal), [&] {
        const QString found = QString::number(version, 'g', 17);
        if (version > static_cast<double>(formatVersion))
            return Complaint{
                translate("model", "the file has version %1 of the format; it was made by a newer program").arg(found),
                translate("model", "Open it with a newer version of this program")};
        return Complaint{translate("model", "there is no version %1 of the format").arg(found),
                         translate("model", "Write version %1").arg(QString::number(formatVersion))};
    });
}

void StoryFields::readLanes(const FieldValue& lanes, const JsonPlace& root) {
    m_lanesBroken = !lanes.present;
    forEachElement(lanes, root, "lanes", [this](dom::element value, const JsonPlace& place) {
        std::array<FieldValue, lane::rules.size()> fields{};
        Lane input;
        m_objects.read(value, place, lane::rules, fields, input.extra);
        input.id = idOr(fields[lane::Id], m_lanesBroken);
        input.name = textOr(fields[lane::Name], {});
        m_builder.addLane(input);
    });
}

void StoryFields::readActors(const FieldValue& actors, const JsonPlace& root) {
    m_actorsBroken = !actors.present;
    forEachElement(actors, root, "actors", [this](dom::element value, const JsonPlace& place) {
        std::array<FieldValue, actor::rules.size()> fields{};
        Actor input;
        m_objects.read(value, place, actor::rules, fields, input.extra);
        input.id = idOr(fields[actor::Id], m_actorsBroken);
        input.name = textOr(fields[actor::Name], {});
        input.role = textOr(fields[actor::Role], {});
        m_builder.addActor(input);
    });
}

void StoryFields::readSources(const FieldValue& sources, const JsonPlace& root) {
    m_sourcesBroken = !sources.present;
    forEachElement(sources, root, "sources", [this](dom::element value, const JsonPlace& place) {
        std::array<FieldValue, source::rules.size()> fields{};
        Source input;
        m_objects.read(value, place, source::rules, fields, input.extra);
        input.id = idOr(fields[source::Id], m_sourcesBroken);
        input.publisher = textOr(fields[source::Publisher], {});
        input.headline = optionalText(fields[source::Headline]);
        input.url = optionalText(fields[source::Url]);
        input.datePublished = optionalText(fields[source::DatePublished]);
        input.dateNote = optionalText(fields[source::DateNote]);
        input.sha256 = optionalText(fields[source::Sha256]);
        input.text = optionalText(fields[source::Text]);
        input.file = optionalText(fields[source::File]);
        m_builder.addSource(input);
    });
}

// An id that nothing else has, where there is none. It lives until the next one is made up.
std::string_view StoryFields::idOr(const FieldValue& field, bool& broken) {
    if (const auto id = optionalText(field))
        return *id;
    broken = true;
    m_madeUpId = std::to_string(m_madeUpIds++);
    m_madeUpId += placeholder;
    return m_madeUpId;
}

// The words of an enumeration run from 0 to `last`, which also stands in for a wrong one.
template <typename Enum>
Enum StoryFields::wordOr(const FieldValue& field, const JsonPlace& object, std::string_view name,
                         std::optional<Enum> (*fromWord)(std::string_view), Enum last) {
    if (!field.present)
        return last;
    const std::string_view word = textOr(field, {});
    if (const auto value = fromWord(word))
        return *value;
    m_objects.problem(JsonPlace(object, name, field.ordinal), [&] {
        QStringList allowed;
        for (std::size_t i = 0; i <= static_cast<std::size_t>(last); ++i)
            allowed += shown(toWord(static_cast<Enum>(i)));
        return Complaint{translate("model", "“%1” is not a word for “%2”").arg(shown(word), shown(name)),
                         translate("model", "Write one of: %1").arg(allowed.join(QStringLiteral(", ")))};
    });
    return last;
}

std::optional<Story> StoryFields::build() {
    const bool complete = m_problems.empty();
    if (!complete)
        addPlaceholders();
    m_problems.beginPass();
    auto story = m_builder.build([this](Problem problem) {
        if (followsFromAnother(problem.path))
            return;
        JsonSteps steps = stepsOf(problem.path.toStdString());
        const Section section = sectionOf(steps.empty() ? std::string_view() : steps.front().name);
        m_problems.add(section, {std::move(problem), std::move(steps), {}, {}});
    });
    return complete ? std::move(story) : std::nullopt;
}

// What the placeholders in the fields refer to. After all others, so that the others keep their numbers.
void StoryFields::addPlaceholders() {
    m_builder.addLane({placeholder, {}, {}});
    m_builder.addActor({placeholder, {}, {}, {}});
    Source source;
    source.id = placeholder;
    m_builder.addSource(source);
    EventInput event;
    event.id = placeholder;
    event.lane = placeholder;
    event.actor = placeholder;
    event.when = "2000";
    m_builder.addEvent(event);
}

bool StoryFields::followsFromAnother(const QString& path) const {
    const auto endsIn = [&](QLatin1String field) {
        return path.startsWith(QLatin1String("$.events[")) && path.endsWith(field);
    };
    return (m_lanesBroken && endsIn(QLatin1String(".lane"))) ||
           (m_actorsBroken && (endsIn(QLatin1String(".actor")) || endsIn(QLatin1String(".speaker")))) ||
           (m_sourcesBroken && endsIn(QLatin1String(".source"))) || (m_eventsBroken && endsIn(QLatin1String(".event")));
}

} // namespace quoteline::model
