// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/time/time_range.h"
#include <algorithm>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

/// A story as an immutable value: one struct of arrays with one text arena, the same for 15 events and for a million.
/// Copies are cheap (they share the data) and may be handed to other threads. All text is UTF-8, and every view lives
/// as long as any copy of the Story.
namespace quoteline::model {

using EventIndex = std::uint32_t;
using LaneIndex = std::uint32_t;
using ActorIndex = std::uint32_t;
using SourceIndex = std::uint32_t;

enum class EventKind : std::uint8_t { Report, Statement, Clarification, Reaction, Date };
inline constexpr std::size_t eventKindCount = 5;
enum class EventStatus : std::uint8_t { Happened, Scheduled };
enum class QuoteForm : std::uint8_t { Direct, Report, Relay };
/// CiTO relations that the program knows by name; others are kept and shown as written.
enum class RelationType : std::uint8_t {
    RepliesTo,
    Confirms,
    AgreesWith,
    Disputes,
    Corrects,
    Qualifies,
    Discusses,
    Other
};

/// The word of the file format for a value ("report", "happened", "direct", "repliesTo"); empty for Other.
std::string_view toWord(EventKind kind);
std::string_view toWord(EventStatus status);
std::string_view toWord(QuoteForm form);
std::string_view toWord(RelationType type);
/// All words of EventKind, EventStatus or QuoteForm, in the order of the values.
template <typename Enum>
std::span<const std::string_view> wordsOf();
/// The value of a word of one of these three.
template <typename Enum>
std::optional<Enum> fromWord(std::string_view word) {
    const auto words = wordsOf<Enum>();
    const auto found = std::find(words.begin(), words.end(), word);
    return found == words.end() ? std::nullopt : std::optional(static_cast<Enum>(found - words.begin()));
}
/// Other for a word the program does not know.
RelationType relationTypeFrom(std::string_view word);

/// A field that the format does not define, kept as the raw JSON it was written in.
struct ExtraField {
    std::string_view name;
    std::string_view json;
    bool operator==(const ExtraField&) const = default;
};
using ExtraFields = std::vector<ExtraField>;

struct Lane {
    std::string_view id;
    std::string_view name;
    ExtraFields extra;
    bool operator==(const Lane&) const = default;
};

struct Actor {
    std::string_view id;
    std::string_view name;
    std::string_view role; ///< may be empty
    ExtraFields extra;
    bool operator==(const Actor&) const = default;
};

struct Source {
    std::string_view id;
    std::string_view publisher;
    std::optional<std::string_view> headline;
    std::optional<std::string_view> url;
    std::optional<std::string_view> datePublished; ///< EDTF text, valid
    std::optional<std::string_view> dateNote;
    std::optional<std::string_view> sha256; ///< 64 lower-case hexadecimal digits
    std::optional<std::string_view> text;
    std::optional<std::string_view> file; ///< relative, without ".."
    ExtraFields extra;
    bool operator==(const Source&) const = default;
};

/// W3C Web Annotation TextQuoteSelector with where it stands and how it is known. `Ref` names a source or an actor: by
/// index in a story, by id on the way into one.
template <typename Ref>
struct QuoteOf {
    Ref source{};
    std::string_view exact;
    std::string_view prefix;
    std::string_view suffix;
    std::optional<Ref> speaker;
    std::optional<std::string_view> via;
    QuoteForm form = QuoteForm::Report;
    std::optional<std::string_view> note;
    ExtraFields extra;
    bool operator==(const QuoteOf&) const = default;
};
static_assert(std::is_same_v<SourceIndex, ActorIndex>);
using Quote = QuoteOf<SourceIndex>;

struct Relation {
    RelationType type = RelationType::Other;
    std::string_view typeText; ///< as written
    EventIndex event = 0;      ///< the event it points at
    std::string_view basis;
    bool explicitly = false; ///< the field `explicit`: false marks a reading
    ExtraFields extra;
    bool operator==(const Relation&) const = default;
};

/// A relation seen from the event that it points at.
struct IncomingRelation {
    EventIndex from = 0;
    std::uint32_t relation = 0; ///< index into relations(from)
    bool operator==(const IncomingRelation&) const = default;
};

struct StoryInput;
struct EventInput;
struct StoryData; // the arrays, in model/story/story_data.h: for the builder and for this class only

class Story {
public:
    /// An empty story: no lanes, no events, English, UTC.
    Story();
    explicit Story(std::shared_ptr<const StoryData> data);

    /// What the builder was given for the whole story, with dates as they are printed.
    const StoryInput& head() const;
    std::string_view title() const;
    std::string_view summary() const;
    std::string_view language() const; ///< BCP 47, "en" where the file gives none
    const Zone& zone() const;          ///< copy it before use on another thread
    /// The interval the story is about, with its EDTF text.
    std::optional<TimeRange> coreWindow() const;
    std::string_view coreWindowText() const; ///< empty when absent
    const ExtraFields& extra() const;

    std::span<const Lane> lanes() const;
    std::span<const Actor> actors() const;
    std::span<const Source> sources() const;

    /// Events stand in the order of time: earliest if known, else latest; then latest; then the order of the file.
    std::size_t eventCount() const;
    std::string_view id(EventIndex event) const;
    std::string_view title(EventIndex event) const;
    std::string_view summary(EventIndex event) const; ///< empty when absent
    std::string_view whenBasis(EventIndex event) const;
    std::string_view whenText(EventIndex event) const; ///< EDTF
    Edtf when(EventIndex event) const;
    TimeRange range(EventIndex event) const;
    LaneIndex lane(EventIndex event) const;
    ActorIndex actor(EventIndex event) const;
    EventKind kind(EventIndex event) const;
    EventStatus status(EventIndex event) const;
    ExtraFields extra(EventIndex event) const;
    /// The event as the builder takes it, with ids for indices. The lists of `input` keep their memory.
    void copyTo(EventInput& input, EventIndex event) const;

    /// Columns for loops over all events.
    std::span<const CivilMs> layoutStarts() const;
    std::span<const CivilMs> layoutEnds() const;
    std::span<const LaneIndex> laneColumn() const;
    std::span<const TimeShape> shapes() const;

    std::size_t textSize() const;   ///< bytes of all its texts, about
    std::size_t quoteCount() const; ///< of the whole story
    std::size_t quoteCount(EventIndex event) const;
    Quote quote(EventIndex event, std::size_t i) const;
    /// Parts of quote(), for loops over all events.
    SourceIndex quoteSource(EventIndex event, std::size_t i) const;
    std::optional<ActorIndex> quoteSpeaker(EventIndex event, std::size_t i) const;
    std::string_view quoteExact(EventIndex event, std::size_t i) const;
    std::size_t relationCount(EventIndex event) const;
    Relation relation(EventIndex event, std::size_t i) const;
    std::span<const IncomingRelation> incoming(EventIndex event) const;

    /// The event of an id; a linear search, for the actions of a person.
    std::optional<EventIndex> find(std::string_view id) const;
    /// Smallest [start, end) that holds the layout ranges of all events; nothing for a story without events.
    std::optional<std::pair<CivilMs, CivilMs>> extent() const;

    /// The same content, whatever the memory it lies in.
    bool operator==(const Story& other) const;

private:
    std::shared_ptr<const StoryData> m_data;
};

/// The end of the latest publication that the sources carry a whole date for: what lies after was announced, not
/// observed, when the sources were written. Nothing when no source is dated. A source dated by a set or an interval
/// does not count: only a single unqualified day or time does.
std::optional<TimeRange> latestDatedPublication(const Story& story);
/// The same with a zone of the caller's own, for another thread than the story's.
std::optional<TimeRange> latestDatedPublication(const Story& story, const Zone& zone);

} // namespace quoteline::model
