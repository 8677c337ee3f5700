// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/story/problem.h"
#include "model/story/story_builder.h"
#include "model/story/story_data.h"
#include <functional>
#include <string>
#include <unordered_map>

/// A story that is being built: inside of StoryBuilder, shared by its three steps (collect, check, assemble).
namespace quoteline::model {

/// The few different ids that many events refer to, each kept once.
class RefTable {
public:
    std::uint32_t add(std::string_view id);
    std::size_t size() const { return m_ids.size(); }
    std::string_view id(std::uint32_t ref) const { return *m_ids[ref]; }

private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };
    std::unordered_map<std::string, std::uint32_t, Hash, std::equal_to<>> m_known;
    std::vector<const std::string*> m_ids; // keys of m_known, which stay where they are
};

struct PendingStory {
    /// Events in the order of the calls. Until resolve() has run, `lane`, `actor`, `source`, `speaker` are indices into
    /// the tables below and `event` of a relation is not set.
    StoryData data;
    RefTable laneRefs;
    RefTable actorRefs; ///< of events and of speakers
    RefTable sourceRefs;
    TextArena targetArena;
    std::vector<TextRef> targets;       ///< the event id of each relation
    std::vector<EventIndex> notDates;   ///< events whose `when` is not EDTF: `when` is the text as given
    std::vector<EventIndex> timesOfDay; ///< events whose range depends on the time zone
};

using ReportProblem = std::function<void(Problem)>;

/// Checks everything and turns references by id into indices. False when there was a problem.
bool resolve(PendingStory& pending, const ReportProblem& report);

/// Sorts a resolved story by time and closes it.
Story assemble(PendingStory pending);

} // namespace quoteline::model
