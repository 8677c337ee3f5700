// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/file/event_splitter.h"
#include "model/file/field_rules.h"
#include "model/story/story_builder.h"

namespace quoteline::model {

/// Reads the parsed JSON of a story into a builder and collects what is wrong. A field that is wrong is replaced by one
/// that the builder has no reason to complain about, so that everything else can still be checked.
class StoryFields {
public:
    StoryFields(StoryBuilder& builder, ProblemList& problems, ProblemList& notices)
        : m_builder(builder)
        , m_problems(problems)
        , m_objects(problems, notices) {}

    /// The events of a batch, in the order of the file. `batch` is closed, and `events` is what it was parsed to.
    void readEvents(simdjson::dom::array events, const EventBatch& batch);
    /// Everything else: `root` is what `skeleton` was parsed to.
    void readHead(simdjson::dom::element root, std::string_view skeleton);
    /// Builds the story, adding the builder's problems to the others.
    std::optional<Story> build();

private:
    /// Reads an object by its table, field by field.
    template <typename Object>
    void readObject(simdjson::dom::element value, const JsonPlace& place, Object& object);
    template <typename Object, typename Member>
    void take(const FieldValue& found, const Field<Object, Member>& row, const JsonPlace& place, Object& object);
    template <typename Item>
    void take(const FieldValue& found, const ListField<Item>& row, const JsonPlace& root, StoryInput& story);
    void take(const FieldValue& found, const FixedField<std::string_view>& format, const JsonPlace& root,
              StoryInput& story);
    void take(const FieldValue& found, const FixedField<int>& version, const JsonPlace& root, StoryInput& story);
    template <typename Object>
    std::string_view standIn(const Field<Object, std::string_view>& row);
    template <typename Enum>
    Enum wordIn(const FieldValue& found, const JsonPlace& object, std::string_view name);
    void checkRelationType(std::string_view word, const FieldValue& found, const JsonPlace& relation);
    /// Whether an id is missing in the list of such objects, so that a reference to nothing may be nobody's mistake.
    template <typename Item>
    bool& lacksIds();
    void addPlaceholders();
    bool followsFromAnother(const QString& path);

    StoryBuilder& m_builder;
    ProblemList& m_problems;
    ObjectReader m_objects;
    EventInput m_event; ///< reused, so that its lists keep their memory
    std::string m_madeUpId;
    std::size_t m_madeUpIds = 0;
    std::array<bool, 5> m_lacksIds{}; ///< one a section
};

} // namespace quoteline::model
