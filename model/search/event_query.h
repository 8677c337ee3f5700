// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/story/story.h"
#include "model/text/text_matcher.h"
#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <stop_token>
#include <vector>

/// Which events of a story a person asks for: words, and choices in facets.
namespace quoteline::model {

/// What can be chosen from. Choices within a facet are alternatives; the facets, and the words, have all to be met.
enum class Facet : std::uint8_t {
    Lane,      ///< values are LaneIndex
    Actor,     ///< ActorIndex: the actor of the event
    Kind,      ///< EventKind
    Source,    ///< SourceIndex: a source that the event quotes; an event may have several
    Status,    ///< EventStatus
    Certainty, ///< Certainty
};
inline constexpr std::size_t facetCount = 6;

/// How sure the time of an event is.
enum class Certainty : std::uint8_t {
    Exact,       ///< days or times as stated: a point, a span, a set of which all hold
    Possible,    ///< once, somewhere in a stretch
    Approximate, ///< about
    Uncertain,   ///< the source does not give it
    Open,        ///< one side open or unknown
};
inline constexpr std::size_t certaintyCount = 5;
Certainty certaintyOf(const Story& story, EventIndex event);

struct EventQuery {
    QString text;                                               ///< as typed
    std::array<std::vector<std::uint32_t>, facetCount> choices; ///< by Facet, sorted; nothing chosen asks for nothing
    std::vector<std::uint32_t>& of(Facet facet) { return choices[static_cast<std::size_t>(facet)]; }
    const std::vector<std::uint32_t>& of(Facet facet) const { return choices[static_cast<std::size_t>(facet)]; }
    /// Whether there is neither a word nor a choice: every event meets it.
    bool isEmpty() const;
    bool operator==(const EventQuery&) const = default;
};

/// The texts of a story in the form in which they are compared. Immutable; copies share their data, and may be used on
/// any thread. Titles, summaries, quotes (the words themselves), names of actors and speakers, publishers and headlines
/// of sources are searched; a word is never found across two texts.
class SearchIndex {
public:
    SearchIndex();
    /// Takes a while for a large story: for a worker. An index that was stopped finds nothing.
    explicit SearchIndex(const Story& story, const std::stop_token& stop = {});
    struct Data;
    /// Bytes that it takes.
    std::size_t size() const;

private:
    friend struct QueryRun;
    std::shared_ptr<const Data> m_data;
};

struct QueryResult {
    std::shared_ptr<const std::vector<EventIndex>> events; ///< in the order of time
    /// By Facet and value: how many events there would be with this value alone chosen in its facet, everything else in
    /// the query as it is. So the counts follow the other filters and not their own.
    std::array<std::vector<std::uint32_t>, facetCount> counts;
    /// How many events there would be without the words, and without the choices in a facet, everything else as it is.
    std::size_t withoutWords = 0;
    std::array<std::size_t, facetCount> without{};
};

/// The events that meet a query; nothing when stopped. `index` must be of `story`; it is used only for words.
std::optional<QueryResult> runQuery(const Story& story, const SearchIndex& index, const EventQuery& query,
                                    const std::stop_token& stop = {});

} // namespace quoteline::model
