// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/file/event_splitter.h"
#include "model/file/object_fields.h"
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
    using Fields = std::span<const FieldValue>;

    void readEvent(simdjson::dom::element value, const JsonPlace& place);
    void readQuotes(const FieldValue& list, const JsonPlace& event);
    void readRelations(const FieldValue& list, const JsonPlace& event);
    void readLanes(const FieldValue& list, const JsonPlace& root);
    void readActors(const FieldValue& list, const JsonPlace& root);
    void readSources(const FieldValue& list, const JsonPlace& root);
    void checkFormat(Fields fields, const JsonPlace& root);
    void checkVersion(const FieldValue& field, const JsonPlace& root);
    void checkRelationType(std::string_view word, const FieldValue& field, const JsonPlace& relation);
    std::string_view idOr(const FieldValue& field, bool& broken);
    template <typename Enum>
    Enum wordOr(const FieldValue& field, const JsonPlace& object, std::string_view name,
                std::optional<Enum> (*fromWord)(std::string_view), Enum last);
    void addPlaceholders();
    bool followsFromAnother(const QString& path) const;

    StoryBuilder& m_builder;
    ProblemList& m_problems;
    ObjectReader m_objects;
    EventInput m_event; ///< reused, so that its lists keep their memory
    std::string m_madeUpId;
    std::size_t m_madeUpIds = 0;
    // Some id is missing in the list, so a reference to nothing may be nobody's mistake.
    bool m_lanesBroken = false;
    bool m_actorsBroken = false;
    bool m_sourcesBroken = false;
    bool m_eventsBroken = false;
};

} // namespace quoteline::model
