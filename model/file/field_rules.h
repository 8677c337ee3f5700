// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/file/object_fields.h"
#include "model/story/field_tables.h"

/// What the reader asks of the fields of an object, from its table.
namespace quoteline::model {

template <typename Object, typename Member>
constexpr FieldType jsonType(const Field<Object, Member>&) {
    if (std::is_same_v<Member, bool>)
        return FieldType::Truth;
    return isText<Member> || std::is_enum_v<Member> ? FieldType::Text : FieldType::List;
}
constexpr FieldType jsonType(const FixedField<std::string_view>&) {
    return FieldType::Text;
}
constexpr FieldType jsonType(const FixedField<int>&) {
    return FieldType::Number;
}
template <typename Item>
constexpr FieldType jsonType(const ListField<Item>&) {
    return FieldType::List;
}

/// A rule for each row, in the same order.
template <typename Object>
inline constexpr auto rulesOf = std::apply(
    [](const auto&... row) {
        return std::array{FieldRule{row.name, jsonType(row), row.need == Need::Required}...};
    },
    fieldsOf<Object>);

} // namespace quoteline::model
