// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/file/object_fields.h"

#include "model/text/near_miss.h"
#include "model/text/translate.h"
#include <algorithm>
#include <unordered_set>

namespace quoteline::model {

namespace dom = simdjson::dom;

namespace {

/// The keys of one object. Few are compared one by one; a set is for objects with many.
class KeySet {
public:
    /// False when the key is there already.
    bool add(std::string_view key) {
        constexpr std::size_t few = 16;
        if (m_list.size() < few) {
            if (std::find(m_list.begin(), m_list.end(), key) != m_list.end())
                return false;
            m_list.push_back(key);
            return true;
        }
        if (m_set.empty())
            m_set.insert(m_list.begin(), m_list.end());
        return m_set.insert(key).second;
    }

private:
    std::vector<std::string_view> m_list;
    std::unordered_set<std::string_view> m_set;
};

bool hasType(dom::element value, FieldType type) {
    switch (type) {
    case FieldType::Text:
        return value.is_string();
    case FieldType::Number:
        return value.is_number();
    case FieldType::Truth:
        return value.is_bool();
    case FieldType::List:
        return value.is_array();
    }
    return false;
}

QString wordsFor(FieldType type) {
    switch (type) {
    case FieldType::Text:
        return translate("model", "text");
    case FieldType::Number:
        return translate("model", "a number");
    case FieldType::Truth:
        return translate("model", "true or false");
    case FieldType::List:
        return translate("model", "a list");
    }
    return {};
}

QString wordsFor(dom::element value) {
    switch (value.type()) {
    case dom::element_type::STRING:
        return translate("model", "text");
    case dom::element_type::BOOL:
        return translate("model", "true or false");
    case dom::element_type::NULL_VALUE:
        return translate("model", "null");
    case dom::element_type::ARRAY:
        return translate("model", "a list");
    case dom::element_type::OBJECT:
        return translate("model", "an object");
    default:
        return translate("model", "a number");
    }
}

Complaint wrongType(dom::element found, const QString& expected) {
    return {translate("model", "%1 was found, %2 is expected").arg(wordsFor(found), expected),
            translate("model", "Write %1 here").arg(expected)};
}

} // namespace

bool ObjectReader::read(dom::element value, const JsonPlace& place, std::span<const FieldRule> rules,
                        std::span<FieldValue> fields, ExtraFields& extra) {
    dom::object object;
    if (value.get(object) != simdjson::SUCCESS) {
        problem(place, [&] { return wrongType(value, translate("model", "an object")); });
        checkKeys(value, place);
        return false;
    }
    std::uint32_t seen = 0; // one bit a rule
    std::vector<Unknown> unknown;
    std::size_t ordinal = 0;
    std::size_t guess = 0; // fields mostly stand in the order of the rules
    for (const dom::key_value_pair field : object) {
        const std::string_view name = field.key;
        const dom::element member = field.value;
        std::size_t rule = guess;
        if (rule == rules.size() || rules[rule].name != name)
            rule = static_cast<std::size_t>(
                std::find_if(rules.begin(), rules.end(), [&](const FieldRule& r) { return r.name == name; }) -
                rules.begin());
        if (rule == rules.size()) {
            unknown.push_back({name, member, ordinal++});
            continue;
        }
        guess = rule + 1;
        const JsonPlace memberPlace(place, name, ordinal);
        if ((seen & 1U << rule) != 0) {
            reportDuplicate(memberPlace, name);
            checkKeys(member, memberPlace);
        } else {
            seen |= 1U << rule;
            take(fields[rule], rules[rule], member, memberPlace, ordinal);
        }
        ++ordinal;
    }
    for (std::size_t rule = 0; rule < rules.size(); ++rule) {
        if (rules[rule].required && (seen & 1U << rule) == 0)
            problem(place, [&] { return missing(rules[rule], unknown); });
    }
    if (!unknown.empty())
        keepUnknown(unknown, place, rules, extra);
    return true;
}

Complaint ObjectReader::missing(const FieldRule& rule, const std::vector<Unknown>& unknown) {
    const auto mistyped = nearest(rule.name, unknown.size(), [&](std::size_t i) { return unknown[i].name; });
    return {translate("model", "the field “%1” is missing").arg(shown(rule.name)),
            mistyped ? translate("model", "Is it “%1”? Write “%2”").arg(shown(*mistyped), shown(rule.name))
                     : translate("model", "Add it, with %1").arg(wordsFor(rule.type))};
}

void ObjectReader::take(FieldValue& field, const FieldRule& rule, dom::element value, const JsonPlace& place,
                        std::size_t ordinal) {
    field.value = value;
    field.ordinal = ordinal;
    field.present = hasType(value, rule.type);
    if (field.present)
        return;
    problem(place, [&] { return wrongType(value, wordsFor(rule.type)); });
    checkKeys(value, place);
}

void ObjectReader::keepUnknown(const std::vector<Unknown>& unknown, const JsonPlace& place,
                               std::span<const FieldRule> rules, ExtraFields& extra) {
    KeySet keys;
    for (const Unknown& field : unknown) {
        const JsonPlace fieldPlace(place, field.name, field.ordinal);
        checkKeys(field.value, fieldPlace);
        if (!keys.add(field.name)) {
            reportDuplicate(fieldPlace, field.name);
            continue;
        }
        extra.push_back({field.name, fieldPlace.raw()});
        notice(fieldPlace, [&] {
            const auto meant = nearest(field.name, rules.size(), [&](std::size_t i) { return rules[i].name; });
            return Complaint{
                translate("model", "“%1” is not a field of the format; it is kept as it is").arg(shown(field.name)),
                meant ? translate("model", "Did you mean “%1”?").arg(shown(*meant)) : QString()};
        });
    }
}

void ObjectReader::reportDuplicate(const JsonPlace& place, std::string_view name) {
    problem(place, [&] {
        return Complaint{translate("model", "the field “%1” stands twice in one object").arg(shown(name)),
                         translate("model", "Remove or rename one of them")};
    });
}

// Duplicate keys in what the format does not describe.
void ObjectReader::checkKeys(dom::element value, const JsonPlace& place) {
    dom::array array;
    dom::object object;
    std::size_t ordinal = 0;
    if (value.get(array) == simdjson::SUCCESS) {
        for (const dom::element element : array) {
            checkKeys(element, JsonPlace(place, ordinal, ordinal));
            ++ordinal;
        }
    } else if (value.get(object) == simdjson::SUCCESS) {
        KeySet keys;
        for (const auto& [name, member] : object) {
            const JsonPlace memberPlace(place, name, ordinal++);
            if (!keys.add(name))
                reportDuplicate(memberPlace, name);
            checkKeys(member, memberPlace);
        }
    }
}

} // namespace quoteline::model
