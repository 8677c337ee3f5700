// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/file/story_fields.h"

#include "model/text/near_miss.h"
#include "model/text/translate.h"
#include <QStringList>

namespace quoteline::model {

namespace dom = simdjson::dom;

namespace {

/// Stands for what could not be read; no text of a story is likely to end with this character.
constexpr std::string_view placeholder = "\x01";

std::optional<std::string_view> textIn(const FieldValue& found) {
    std::string_view value;
    if (!found.present || found.value.get(value) != simdjson::SUCCESS)
        return std::nullopt;
    return value;
}

template <typename ReadElement>
void forEachElement(const FieldValue& found, const JsonPlace& parent, std::string_view name, ReadElement readElement) {
    dom::array array;
    if (!found.present || found.value.get(array) != simdjson::SUCCESS)
        return;
    const JsonPlace place(parent, name, found.ordinal);
    std::size_t index = 0;
    for (const dom::element element : array) {
        readElement(element, JsonPlace(place, index, index));
        ++index;
    }
}

void add(StoryBuilder& builder, const Lane& lane) {
    builder.addLane(lane);
}
void add(StoryBuilder& builder, const Actor& actor) {
    builder.addActor(actor);
}
void add(StoryBuilder& builder, const Source& source) {
    builder.addSource(source);
}

} // namespace

void StoryFields::readEvents(dom::array events, const EventBatch& batch) {
    const JsonPlace root{std::string_view()};
    const JsonPlace place = JsonPlace::list(root, listName<EventInput>(), batch.text);
    std::size_t inBatch = 0;
    for (const dom::element value : events) {
        if (inBatch > 0 || !batch.hasPlaceholder()) {
            readObject(value, JsonPlace(place, inBatch, m_builder.eventCount()), m_event);
            m_builder.addEvent(m_event);
        }
        ++inBatch;
    }
}

void StoryFields::readHead(dom::element root, std::string_view skeleton) {
    StoryInput story;
    readObject(root, JsonPlace(skeleton), story);
    m_builder.setStory(story);
}

template <typename Object>
void StoryFields::readObject(dom::element value, const JsonPlace& place, Object& object) {
    std::array<FieldValue, rulesOf<Object>.size()> found{};
    object.extra.clear();
    m_objects.read(value, place, rulesOf<Object>, found, object.extra);
    std::size_t i = 0;
    forEachField<Object>([&](const auto& row) { take(found[i++], row, place, object); });
}

template <typename Object, typename Member>
void StoryFields::take(const FieldValue& found, const Field<Object, Member>& row, const JsonPlace& place,
                       Object& object) {
    Member& member = object.*row.member;
    if constexpr (std::is_same_v<Member, std::string_view>) {
        const auto text = textIn(found);
        member = text ? *text : standIn(row);
        if (text && row.use == FieldUse::OpenWord)
            checkRelationType(*text, found, place);
    } else if constexpr (isText<Member>) {
        member = textIn(found);
    } else if constexpr (std::is_enum_v<Member>) {
        member = wordIn<Member>(found, place, row.name);
    } else if constexpr (std::is_same_v<Member, bool>) {
        member = found.present && bool(found.value);
    } else {
        member.clear();
        forEachElement(found, place, row.name, [&](dom::element value, const JsonPlace& itemPlace) {
            readObject(value, itemPlace, member.emplace_back());
        });
    }
}

// Events are not among the rest of a story: they are read in batches.
template <typename Item>
void StoryFields::take(const FieldValue& found, const ListField<Item>& row, const JsonPlace& root, StoryInput&) {
    if constexpr (!std::is_same_v<Item, EventInput>) {
        lacksIds<Item>() = !found.present;
        forEachElement(found, root, row.name, [&](dom::element value, const JsonPlace& place) {
            Item item;
            readObject(value, place, item);
            add(m_builder, item);
        });
    }
}

void StoryFields::take(const FieldValue& found, const FixedField<std::string_view>& format, const JsonPlace& root,
                       StoryInput&) {
    const auto text = textIn(found);
    if (!text || *text == format.value)
        return;
    m_objects.problem(JsonPlace(root, format.name, found.ordinal), [&] {
        return Complaint{translate("model", "the format is “%1”, not “%2”").arg(shown(*text), shown(format.value)),
                         translate("model", "Open a story of this program")};
    });
}

void StoryFields::take(const FieldValue& found, const FixedField<int>& version, const JsonPlace& root, StoryInput&) {
    double number = 0;
    if (!found.present || found.value.get(number) != simdjson::SUCCESS || number == version.value)
        return;
    m_objects.problem(JsonPlace(root, version.name, found.ordinal), [&] {
        const QString written = QString::number(number, 'g', 17);
        if (number > version.value)
            return Complaint{translate("model", "the file has version %1 of the format; it was made by a newer program")
                                 .arg(written),
                             translate("model", "Open it with a newer version of this program")};
        return Complaint{translate("model", "there is no version %1 of the format").arg(written),
                         translate("model", "Write version %1").arg(QString::number(version.value))};
    });
}

// An id is one that nothing else has; it lives until the next one is made up.
template <typename Object>
std::string_view StoryFields::standIn(const Field<Object, std::string_view>& row) {
    if (row.need != Need::Required)
        return Object().*row.member;
    if (row.use == FieldUse::Date)
        return "2000";
    if constexpr (requires { Object::id; }) {
        if (row.use == FieldUse::Id) {
            lacksIds<Object>() = true;
            m_madeUpId = std::to_string(m_madeUpIds++);
            m_madeUpId += placeholder;
            return m_madeUpId;
        }
    }
    return placeholder;
}

// A value of no meaning stands in for a wrong word.
template <typename Enum>
Enum StoryFields::wordIn(const FieldValue& found, const JsonPlace& object, std::string_view name) {
    const auto word = textIn(found);
    if (!word)
        return {};
    if (const auto value = fromWord<Enum>(*word))
        return *value;
    m_objects.problem(JsonPlace(object, name, found.ordinal), [&] {
        QStringList allowed;
        for (const std::string_view known : wordsOf<Enum>())
            allowed += shown(known);
        return Complaint{translate("model", "“%1” is not a word for “%2”").arg(shown(*word), shown(name)),
                         translate("model", "Write one of: %1").arg(allowed.join(QStringLiteral(", ")))};
    });
    return {};
}

// Any type is kept, but a slip of the pen in a known one changes how the relation is drawn.
void StoryFields::checkRelationType(std::string_view word, const FieldValue& found, const JsonPlace& relation) {
    if (relationTypeFrom(word) != RelationType::Other)
        return;
    const auto meant = nearest(word, static_cast<std::size_t>(RelationType::Other),
                               [](std::size_t i) { return toWord(static_cast<RelationType>(i)); });
    if (!meant)
        return;
    m_objects.notice(JsonPlace(relation, nameOf(&RelationInput::type), found.ordinal), [&] {
        return Complaint{
            translate("model", "“%1” is not a relation of the format; it is kept as it is").arg(shown(word)),
            translate("model", "Did you mean “%1”?").arg(shown(*meant))};
    });
}

template <typename Item>
bool& StoryFields::lacksIds() {
    return m_lacksIds[static_cast<std::size_t>(sectionOf(listName<Item>()))];
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

bool StoryFields::followsFromAnother(const QString& path) {
    const auto endsIn = [&](auto field) {
        const std::string_view name = nameOf(field);
        return path.endsWith(QLatin1Char('.') + QLatin1String(name.data(), static_cast<qsizetype>(name.size())));
    };
    if (!path.startsWith(QLatin1String("$.events[")))
        return false;
    return (lacksIds<Lane>() && endsIn(&EventInput::lane)) ||
           (lacksIds<Actor>() && (endsIn(&EventInput::actor) || endsIn(&QuoteInput::speaker))) ||
           (lacksIds<Source>() && endsIn(&QuoteInput::source)) ||
           (lacksIds<EventInput>() && endsIn(&RelationInput::event));
}

} // namespace quoteline::model
