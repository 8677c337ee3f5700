// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/story/field_tables.h"
#include <array>
#include <initializer_list>
#include <limits>
#include <memory>
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
    TextRun addRun(std::span<const std::string_view> texts);
    TextRun addRun(std::initializer_list<std::string_view> texts) { return addRun({texts.begin(), texts.size()}); }
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

/// Texts that stay where they are, for objects of which a story has few: these keep views of them.
class TextShelf {
public:
    std::string_view add(std::string_view text);
    /// The object with its texts on the shelf.
    template <typename Object>
    Object adopt(Object object);
    std::size_t size() const { return m_size; }

private:
    std::vector<std::unique_ptr<char[]>> m_boards;
    std::size_t m_size = 0;
    std::size_t m_left = 0; ///< at the end of the last board
    char* m_at = nullptr;
};

template <typename Object>
Object TextShelf::adopt(Object object) {
    forEachMember(object, [this](const auto&, auto& member) {
        using Member = std::remove_reference_t<decltype(member)>;
        if constexpr (std::is_same_v<Member, std::string_view>)
            member = add(member);
        else if (member)
            member = add(*member);
    });
    for (ExtraField& field : object.extra)
        field = {add(field.name), add(field.json)};
    return object;
}

/// Whether the text of a row stands in the run of its object.
template <typename Row>
constexpr bool isInRun(const Row& row) {
    if constexpr (requires { row.member; })
        return isText<typename Row::Type> && row.use != FieldUse::Reference && row.use != FieldUse::Aside;
    return false;
}

template <typename Object>
inline constexpr std::size_t runSize = [] {
    std::size_t size = 0;
    forEachField<Object>([&](const auto& row) { size += isInRun(row) ? 1 : 0; });
    return size;
}();

/// Where the text of a member stands in the run of its object.
template <typename Object, typename Member>
constexpr std::size_t runIndex(Member Object::*wanted) {
    std::size_t index = 0;
    bool found = false;
    forEachField<Object>([&](const auto& row) {
        found = found || isRowOf(row, wanted);
        index += !found && isInRun(row) ? 1 : 0;
    });
    return index;
}

/// The texts for the run of an object; empty where it has none.
template <typename Object>
std::array<std::string_view, runSize<Object>> runTexts(const Object& object) {
    static_assert(runSize<Object> <= TextArena::longestRun);
    std::array<std::string_view, runSize<Object>> texts;
    std::size_t i = 0;
    forEachMember(object, [&](const auto& row, const auto& member) {
        if constexpr (isText<std::remove_cvref_t<decltype(member)>>) {
            if (isInRun(row))
                texts[i++] = textOf(member);
        }
    });
    return texts;
}

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
struct AsideText {
    std::uint32_t owner = 0; ///< index into the quotes
    std::uint8_t field = 0;  ///< counts the fields that stand aside
    TextRef text;
};

/// Calls `visit(member, i)` for each text of a quote that stands aside, as the i-th of these.
template <typename AnyQuote, typename Visit>
void forEachAside(AnyQuote& quote, const Visit& visit) {
    std::uint8_t i = 0;
    forEachMember(quote, [&](const auto& row, auto& member) {
        if constexpr (std::is_same_v<std::remove_cvref_t<decltype(member)>, std::optional<std::string_view>>) {
            if (row.use == FieldUse::Aside)
                visit(member, i++);
        }
    });
}

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
    TextArena arena; ///< of events, quotes and relations
    TextShelf shelf; ///< of all else
    StoryInput head;
    Zone zone;
    std::optional<TimeRange> coreWindow;
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
    std::vector<AsideText> asideTexts; ///< sorted by owner, then field
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
    /// The text of a member of EventInput, QuoteInput or RelationInput.
    template <auto Which>
    std::string_view text(TextRun run) const {
        constexpr std::size_t index = runIndex(Which);
        return arena.view(run, index);
    }
    template <auto Which>
    std::string_view text(EventIndex event) const {
        return text<Which>(texts[event]);
    }
    /// Puts the texts of a run into the members that they belong to.
    template <typename Object>
    void readRun(TextRun run, Object& object) const {
        std::size_t i = 0;
        forEachMember(object, [&](const auto& row, auto& member) {
            if constexpr (isText<std::remove_cvref_t<decltype(member)>>) {
                if (isInRun(row))
                    setText(member, arena.view(run, i++));
            }
        });
    }
    std::size_t eventCount() const { return texts.size(); }
    TimeRange range(EventIndex event) const;
};

/// Adds a range as the next event's.
void appendRange(StoryData& data, const TimeRange& range);
/// Replaces the range of an event.
void setRange(StoryData& data, EventIndex event, const TimeRange& range);

} // namespace quoteline::model
