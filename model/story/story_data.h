// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/story/story.h"
#include <initializer_list>
#include <limits>
#include <string>

/// The arrays behind a Story. Only the builder and Story itself know them.
namespace quoteline::model {

struct TextRef {
    std::uint32_t start = 0;
    std::uint32_t length = 0;
};

/// Some texts that stand in the arena one after the other, each behind its length. Half the memory of a TextRef each,
/// and there are several for every event.
struct TextRun {
    std::uint32_t start = 0; ///< 0 is a run of empty texts
};

/// All text of a story, one after the other. Refuses to grow beyond what 32 bits can address.
class TextArena {
public:
    static constexpr std::size_t longestRun = 5;

    explicit TextArena(std::size_t limit = std::numeric_limits<std::uint32_t>::max());

    /// An empty reference once the arena is full.
    TextRef add(std::string_view text);
    /// At most longestRun texts; empty ones once the arena is full.
    TextRun addRun(std::initializer_list<std::string_view> texts);
    std::string_view view(TextRef ref) const { return std::string_view(m_text).substr(ref.start, ref.length); }
    /// The i-th text of a run.
    std::string_view view(TextRun run, std::size_t i) const;
    /// Some text did not fit: what the arena holds is not the story.
    bool overflowed() const { return m_overflowed; }
    std::size_t size() const { return m_text.size(); }

private:
    bool reserve(std::size_t size);

    std::string m_text;
    std::size_t m_limit;
    bool m_overflowed = false;
};

/// The texts of an event, in the order in which they stand in its run.
enum class EventText : std::uint8_t { Id, Title, When, WhenBasis, Summary };
enum class QuoteText : std::uint8_t { Exact, Prefix, Suffix };
/// The type is empty where the program knows it.
enum class RelationText : std::uint8_t { Type, Basis };

struct QuoteRow {
    static constexpr ActorIndex noSpeaker = std::numeric_limits<ActorIndex>::max();
    TextRun texts;
    SourceIndex source = 0;
    ActorIndex speaker = noSpeaker;
};

struct RelationRow {
    TextRun texts;
    EventIndex event = 0;
    RelationType type = RelationType::Other;
    bool explicitly = false;
};

/// A field that few quotes have.
struct RareText {
    enum class Field : std::uint8_t { Via, Note };
    std::uint32_t owner = 0; ///< index into the quotes
    Field field = Field::Via;
    TextRef text;
};

struct ExtraRow {
    std::uint32_t owner = 0;
    TextRef name;
    TextRef json;
};

/// A TimeRange without its four instants.
struct RangeBits {
    enum : std::uint8_t {
        HasEarliest = 1, ///< earliest is layoutStart
        HasEnd = 2,      ///< end is layoutEnd
        Elsewhere = 4,   ///< neither holds: the range is in oddRanges
    };
    TimeFlags flags;
    std::uint8_t precisions = 0; ///< start in the low four bits, end in the high four
    std::uint8_t bounds = 0;
};

struct StoryData {
    TextArena arena;
    TextRef title;
    TextRef summary;
    TextRef language;
    Zone zone;
    std::optional<TimeRange> coreWindow;
    TextRef coreWindowText;
    ExtraFields extra;

    std::vector<Lane> lanes;
    std::vector<Actor> actors;
    std::vector<Source> sources;

    // One entry an event.
    std::vector<TextRun> texts;
    std::vector<CivilMs> layoutStart;
    std::vector<CivilMs> layoutEnd;
    std::vector<RangeBits> rangeBits;
    std::vector<TimeShape> shape;
    std::vector<LaneIndex> lane;
    std::vector<ActorIndex> actor;
    std::vector<std::uint8_t> kindAndStatus;                 ///< kind in the low four bits, status in the high four
    std::vector<std::pair<EventIndex, TimeRange>> oddRanges; ///< sorted

    // Rows of event e stand at [start[e], start[e + 1]). A finished story without relations has no relationStart and no
    // incomingStart.
    std::vector<std::uint32_t> quoteStart{0};
    std::vector<QuoteRow> quotes;
    std::vector<QuoteForm> quoteForm;
    std::vector<RareText> rareTexts; ///< sorted by owner, then field
    std::vector<std::uint32_t> relationStart{0};
    std::vector<RelationRow> relations;
    std::vector<std::uint32_t> incomingStart{0};
    std::vector<IncomingRelation> incoming;

    // Sorted by owner: an event, quote or relation without unknown fields costs nothing.
    std::vector<ExtraRow> eventExtra;
    std::vector<ExtraRow> quoteExtra;
    std::vector<ExtraRow> relationExtra;

    std::optional<std::pair<CivilMs, CivilMs>> extent;

    std::string_view text(TextRef ref) const { return arena.view(ref); }
    std::string_view text(EventIndex event, EventText which) const {
        return arena.view(texts[event], static_cast<std::size_t>(which));
    }
    std::string_view text(const QuoteRow& row, QuoteText which) const {
        return arena.view(row.texts, static_cast<std::size_t>(which));
    }
    std::string_view text(const RelationRow& row, RelationText which) const {
        return arena.view(row.texts, static_cast<std::size_t>(which));
    }
    std::size_t eventCount() const { return texts.size(); }
    TimeRange range(EventIndex event) const;
};

/// Adds a range as the next event's.
void appendRange(StoryData& data, const TimeRange& range);
/// Replaces the range of an event.
void setRange(StoryData& data, EventIndex event, const TimeRange& range);

} // namespace quoteline::model
