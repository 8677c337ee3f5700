// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/story/story.h"

/// A story as a StoryBuilder takes it and as a file has it: one object within the other, references by id. Lane, Actor
/// and Source are the same there as in a Story.
namespace quoteline::model {

using QuoteInput = QuoteOf<std::string_view>;

struct RelationInput {
    std::string_view type;
    std::string_view event;
    std::string_view basis;
    bool explicitly = false;
    ExtraFields extra;
    bool operator==(const RelationInput&) const = default;
};

struct EventInput {
    std::string_view id;
    std::string_view title;
    std::string_view lane;
    std::string_view actor;
    EventKind kind = EventKind::Report;
    EventStatus status = EventStatus::Happened;
    std::string_view when; ///< EDTF
    std::string_view whenBasis;
    std::optional<std::string_view> summary;
    std::vector<QuoteInput> quotes;
    std::vector<RelationInput> relations;
    ExtraFields extra;
    bool operator==(const EventInput&) const = default;
};

struct StoryInput {
    std::string_view title;
    std::string_view summary;
    std::string_view language = "en";
    std::string_view timeZone = "UTC";          ///< IANA
    std::optional<std::string_view> coreWindow; ///< EDTF
    ExtraFields extra;
    bool operator==(const StoryInput&) const = default;
};

} // namespace quoteline::model
