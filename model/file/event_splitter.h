// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace quoteline::model {

/// Containers (objects and arrays) inside each other, the outermost counted.
inline constexpr std::size_t maxJsonDepth = 64;

/// Some events of a story, as a JSON array of their own. The elements stand in it with their commas exactly as in the
/// file; a batch that continues another begins with "[0", so that the comma before its first event has something to
/// follow, and a comma too many stays one.
struct EventBatch {
    std::string text;         ///< without the closing ']'; whoever parses it adds it
    std::uint64_t offset = 0; ///< place in the stream of the first byte after the prefix
    std::size_t prefix = 1;   ///< length of "[" or "[0"

    bool hasPlaceholder() const { return prefix == 2; }
};

/// Takes the array of the top-level key "events" out of a JSON text that streams by, and cuts it between elements.
/// What remains, with that array emptied, is the skeleton. It judges no grammar but keeps every byte in its place: the
/// text is valid JSON exactly when the skeleton and every batch are.
class EventSplitter {
public:
    /// Returns false to stop; the batch may be changed.
    using Handler = std::function<bool(EventBatch&)>;

    /// A batch is handed on at the first comma after `batchSize` bytes.
    EventSplitter(std::size_t batchSize, Handler handler);

    /// Takes the next bytes; false when the handler stopped, or at a container deeper than maxJsonDepth.
    bool feed(std::string_view block);

    /// Place in the stream of the container that is too deep.
    std::optional<std::uint64_t> tooDeep() const { return m_tooDeep; }
    /// The array of events has begun and not ended; its last bytes are in batch().
    bool insideEvents() const { return m_inside; }
    /// What has been collected and not handed on.
    const EventBatch& batch() const { return m_batch; }
    std::string& skeleton() { return m_skeleton; }
    /// Place in the stream of a byte of the skeleton.
    std::uint64_t offsetOfSkeleton(std::size_t at) const;
    /// Bytes taken in.
    std::uint64_t offset() const { return m_offset; }

private:
    bool step();
    bool scanInside();
    bool stepOutside();
    void skipString();
    void collectKey();
    bool descend();
    bool enterEvents();
    bool leaveEvents();
    bool cut();
    bool batchHasContent() const;
    void keepRun();

    std::size_t m_batchSize;
    Handler m_handler;
    std::string m_skeleton;
    EventBatch m_batch;
    std::optional<std::uint64_t> m_tooDeep;

    // The block at hand: bytes from m_run to m_at have been seen but not kept yet.
    std::string_view m_block;
    std::size_t m_at = 0;
    std::size_t m_run = 0;
    std::uint64_t m_offset = 0; ///< of the block's first byte

    std::size_t m_depth = 0;
    bool m_inString = false;
    bool m_afterBackslash = false;
    bool m_inside = false;
    // At the top level, outside of the events:
    bool m_rootIsObject = false;
    bool m_keyExpected = false;
    bool m_inKey = false;
    bool m_keyIsEvents = false;
    bool m_eventsNext = false;
    bool m_eventsSeen = false;
    std::string m_key;                ///< raw, cut when it is too long to be "events" in any spelling
    std::size_t m_cutInSkeleton = 0;  ///< where the events are missing
    std::uint64_t m_cutLength = 0;    ///< how many bytes of events are missing there
    std::uint64_t m_eventsOffset = 0; ///< place in the stream of the first byte of the events
};

} // namespace quoteline::model
