// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/story.h"
#include <array>
#include <limits>
#include <string>

/// The arrays behind a Story. Only the builder and Story itself know them.
namespace quoteline::model {

struct TextRef {
    std::uint32_t start = 0;
    std::uint32_t length = 0;
};

/// All text of a story, one after the other. Refuses to grow beyond what 32 bits can address.
class TextArena {
public:
    explicit TextArena(std::size_t limit = std::numeric_limits<std::uint32_t>::max())
        : m_limit(limit) {}

    /// An empty reference once the arena is full.
    TextRef add(std::string_view text);
    std::string_view view(TextRef ref) const { return std::string_view(m_text).substr(ref.start, ref.length); }
    /// Some text did not fit: what the arena holds is not the story.
    bool overflowed() const { return m_overflowed; }
    std::uint32_t size() const { return static_cast<std::uint32_t>(m_text.size()); }

private:
    std::string m_text;
    std::size_t m_limit;
    bool m_overflowed = false;
};

/// Texts that stand one after the other in the arena: one start and N lengths.
template <std::size_t N>
struct TextRun {
    std::uint32_t start = 0;
    std::array<std::uint32_t, N> length{};

    TextRef ref(std::size_t i) const {
        std::uint32_t at = start;
        for (std::size_t k = 0; k < i; ++k)
            at += length[k];
        return {at, length[i]};
    }
};

/// id, title, when, whenBasis, summary
using EventTexts = TextRun<5>;

struct QuoteRow {
    static constexpr ActorIndex noSpeaker = std::numeric_limits<ActorIndex>::max();
    TextRun<3> texts; ///< exact, prefix, suffix
    SourceIndex source = 0;
    ActorIndex speaker = noSpeaker;
};

struct RelationRow {
    TextRun<2> texts; ///< type where the program does not know it, basis
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
    std::vector<EventTexts> texts;
    std::vector<CivilMs> layoutStart;
    std::vector<CivilMs> layoutEnd;
    std::vector<RangeBits> rangeBits;
    std::vector<TimeShape> shape;
    std::vector<LaneIndex> lane;
    std::vector<ActorIndex> actor;
    std::vector<std::uint8_t> kindAndStatus;                 ///< kind in the low four bits, status in the high four
    std::vector<std::pair<EventIndex, TimeRange>> oddRanges; ///< sorted

    // Rows of event e stand at [start[e], start[e + 1]).
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
    std::size_t eventCount() const { return texts.size(); }
    TimeRange range(EventIndex event) const;
};

/// Adds a range as the next event's.
void appendRange(StoryData& data, const TimeRange& range);
/// Replaces the range of an event.
void setRange(StoryData& data, EventIndex event, const TimeRange& range);

} // namespace quoteline::model
