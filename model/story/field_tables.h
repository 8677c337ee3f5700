// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/story/story_input.h"
#include <tuple>

/// The fields of each object of a story, once: what they are called in a file, and where they stand in its struct. The
/// reader, the writer and the builder walk these tables; the order is that of canonical JSON. A further field is a
/// member, a row here, and its description in resources/schema/story.schema.json.
namespace quoteline::model {

enum class Need : std::uint8_t {
    Required, ///< a file without it is wrong
    Expected, ///< always written, and wanted by the schema, but a file may leave it out
    Optional  ///< written where there is something to write
};

enum class FieldUse : std::uint8_t {
    Text,
    Id,        ///< what others refer to
    Reference, ///< the id of another object
    Date,      ///< EDTF
    OpenWord,  ///< a word that the program knows, or any other
    Document,  ///< the text of a source, or where it lies
    Aside      ///< a text that few objects have; in a story it costs the others nothing
};

/// What the field is in JSON follows from the type of the member.
template <typename Object, typename Member>
struct Field {
    using Type = Member;
    std::string_view name;
    Need need;
    Member Object::*member;
    FieldUse use = FieldUse::Text;
};
template <typename Object, typename Member>
Field(std::string_view, Need, Member Object::*) -> Field<Object, Member>;
template <typename Object, typename Member>
Field(std::string_view, Need, Member Object::*, FieldUse) -> Field<Object, Member>;

/// A field that is the same in every story.
template <typename Value>
struct FixedField {
    std::string_view name;
    Value value;
    Need need = Need::Required;
};

/// A list that a story keeps outside of its StoryInput.
template <typename Item>
struct ListField {
    std::string_view name;
    Need need = Need::Required;
};

template <typename Object>
inline constexpr auto fieldsOf = nullptr;

template <>
inline constexpr auto fieldsOf<StoryInput> = std::tuple{
    FixedField<std::string_view>{"format", "quoteline-story"},
    FixedField<int>{"version", 1},
    Field{"title", Need::Required, &StoryInput::title},
    Field{"summary", Need::Optional, &StoryInput::summary},
    Field{"language", Need::Expected, &StoryInput::language},
    Field{"timeZone", Need::Expected, &StoryInput::timeZone},
    Field{"coreWindow", Need::Optional, &StoryInput::coreWindow, FieldUse::Date},
    ListField<Lane>{"lanes"},
    ListField<Actor>{"actors"},
    ListField<Source>{"sources"},
    ListField<EventInput>{"events"},
};

template <>
inline constexpr auto fieldsOf<Lane> = std::tuple{
    Field{"id", Need::Required, &Lane::id, FieldUse::Id},
    Field{"name", Need::Required, &Lane::name},
};

template <>
inline constexpr auto fieldsOf<Actor> = std::tuple{
    Field{"id", Need::Required, &Actor::id, FieldUse::Id},
    Field{"name", Need::Required, &Actor::name},
    Field{"role", Need::Required, &Actor::role},
};

template <>
inline constexpr auto fieldsOf<Source> = std::tuple{
    Field{"id", Need::Required, &Source::id, FieldUse::Id},
    Field{"publisher", Need::Required, &Source::publisher},
    Field{"headline", Need::Optional, &Source::headline},
    Field{"url", Need::Optional, &Source::url},
    Field{"datePublished", Need::Optional, &Source::datePublished, FieldUse::Date},
    Field{"dateNote", Need::Optional, &Source::dateNote},
    Field{"sha256", Need::Optional, &Source::sha256},
    Field{"text", Need::Optional, &Source::text, FieldUse::Document},
    Field{"file", Need::Optional, &Source::file, FieldUse::Document},
};

template <>
inline constexpr auto fieldsOf<EventInput> = std::tuple{
    Field{"id", Need::Required, &EventInput::id, FieldUse::Id},
    Field{"title", Need::Required, &EventInput::title},
    Field{"lane", Need::Required, &EventInput::lane, FieldUse::Reference},
    Field{"actor", Need::Required, &EventInput::actor, FieldUse::Reference},
    Field{"kind", Need::Required, &EventInput::kind},
    Field{"when", Need::Required, &EventInput::when, FieldUse::Date},
    Field{"whenBasis", Need::Required, &EventInput::whenBasis},
    Field{"status", Need::Required, &EventInput::status},
    Field{"summary", Need::Optional, &EventInput::summary},
    Field{"quotes", Need::Expected, &EventInput::quotes},
    Field{"relations", Need::Expected, &EventInput::relations},
};

template <typename Ref>
inline constexpr auto fieldsOf<QuoteOf<Ref>> = std::tuple{
    Field{"source", Need::Required, &QuoteOf<Ref>::source, FieldUse::Reference},
    Field{"exact", Need::Required, &QuoteOf<Ref>::exact},
    Field{"prefix", Need::Required, &QuoteOf<Ref>::prefix},
    Field{"suffix", Need::Required, &QuoteOf<Ref>::suffix},
    Field{"speaker", Need::Optional, &QuoteOf<Ref>::speaker, FieldUse::Reference},
    Field{"via", Need::Optional, &QuoteOf<Ref>::via, FieldUse::Aside},
    Field{"form", Need::Required, &QuoteOf<Ref>::form},
    Field{"note", Need::Optional, &QuoteOf<Ref>::note, FieldUse::Aside},
};

template <>
inline constexpr auto fieldsOf<RelationInput> = std::tuple{
    Field{"type", Need::Required, &RelationInput::type, FieldUse::OpenWord},
    Field{"event", Need::Required, &RelationInput::event, FieldUse::Reference},
    Field{"basis", Need::Required, &RelationInput::basis},
    Field{"explicit", Need::Required, &RelationInput::explicitly},
};

/// Calls `visit(row)` for each row of an object's table, in order.
template <typename Object, typename Visit>
constexpr void forEachField(const Visit& visit) {
    std::apply([&](const auto&... row) { (visit(row), ...); }, fieldsOf<Object>);
}

/// Calls `visit(row, member)` for each member of `object` that its table has, in order.
template <typename Object, typename Visit>
constexpr void forEachMember(Object& object, const Visit& visit) {
    forEachField<std::remove_const_t<Object>>([&](const auto& row) {
        if constexpr (requires { row.member; })
            visit(row, object.*row.member);
    });
}

template <typename Member>
inline constexpr bool isText =
    std::is_same_v<Member, std::string_view> || std::is_same_v<Member, std::optional<std::string_view>>;

inline std::string_view textOf(std::string_view text) {
    return text;
}
inline std::string_view textOf(const std::optional<std::string_view>& text) {
    return text.value_or(std::string_view());
}

/// An empty text is none where there may be none.
inline void setText(std::string_view& member, std::string_view text) {
    member = text;
}
inline void setText(std::optional<std::string_view>& member, std::string_view text) {
    member = text.empty() ? std::nullopt : std::optional(text);
}

template <typename Row, typename Object, typename Member>
constexpr bool isRowOf(const Row& row, Member Object::*wanted) {
    if constexpr (std::is_same_v<Row, Field<Object, Member>>)
        return row.member == wanted;
    return false;
}

/// The name of the field that a member holds.
template <typename Object, typename Member>
constexpr std::string_view nameOf(Member Object::*wanted) {
    std::string_view name;
    forEachField<Object>([&](const auto& row) { name = isRowOf(row, wanted) ? row.name : name; });
    return name;
}

/// The name of the list that a story keeps such objects in.
template <typename Item>
constexpr std::string_view listName() {
    return std::get<ListField<Item>>(fieldsOf<StoryInput>).name;
}

} // namespace quoteline::model
