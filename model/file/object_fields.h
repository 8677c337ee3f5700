// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/file/json_place.h"
#include "model/file/problem_list.h"
#include "model/story/story.h"

#include <simdjson.h>
#include <span>

/// Objects of a parsed story file, checked field by field. Inside of the reader.
namespace quoteline::model {

enum class FieldType : std::uint8_t { Text, Number, Truth, List };

struct FieldRule {
    std::string_view name;
    FieldType type = FieldType::Text;
    bool required = true;
};

/// A field of the format as it was found.
struct FieldValue {
    simdjson::dom::element value;
    std::size_t ordinal = 0; ///< among all members of its object
    bool present = false;    ///< there, and of the right type
};

/// What is wrong, and what to do.
struct Complaint {
    QString what;
    QString remedy;
};

/// Reads objects by their rules and collects what is wrong or odd.
class ObjectReader {
public:
    ObjectReader(ProblemList& problems, ProblemList& notices)
        : m_problems(problems)
        , m_notices(notices) {}

    /// Puts the fields of `value` into `fields`, one for each rule, and the unknown ones into `extra`. Reports missing
    /// fields, wrong types, duplicate keys at every depth, and unknown fields. False when `value` is no object.
    bool read(simdjson::dom::element value, const JsonPlace& place, std::span<const FieldRule> rules,
              std::span<FieldValue> fields, ExtraFields& extra);

    /// `complaint()` is called only when the problem is one of those that are kept.
    template <typename MakeComplaint>
    void problem(const JsonPlace& place, MakeComplaint complaint) {
        add(m_problems, place, complaint);
    }
    template <typename MakeComplaint>
    void notice(const JsonPlace& place, MakeComplaint complaint) {
        add(m_notices, place, complaint);
    }

private:
    struct Unknown {
        std::string_view name;
        simdjson::dom::element value;
        std::size_t ordinal;
    };

    template <typename MakeComplaint>
    static void add(ProblemList& list, const JsonPlace& place, MakeComplaint complaint) {
        const Section section = sectionOf(place.topLevelName());
        if (!list.wants(section)) {
            list.count();
            return;
        }
        const Complaint words = complaint();
        list.add(section, {{std::nullopt, place.path(), words.what, words.remedy}, place.steps(), {}, {}});
    }

    static Complaint missing(const FieldRule& rule, const std::vector<Unknown>& unknown);
    void take(FieldValue& field, const FieldRule& rule, simdjson::dom::element value, const JsonPlace& place,
              std::size_t ordinal);
    void keepUnknown(const std::vector<Unknown>& unknown, const JsonPlace& place, std::span<const FieldRule> rules,
                     ExtraFields& extra);
    void reportDuplicate(const JsonPlace& place, std::string_view name);
    void checkKeys(simdjson::dom::element value, const JsonPlace& place);

    ProblemList& m_problems;
    ProblemList& m_notices;
};

} // namespace quoteline::model
