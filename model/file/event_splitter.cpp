// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/file/event_splitter.h"

#include "model/file/json_text.h"
#include "model/story/field_tables.h"
#include <algorithm>
#include <array>
#include <utility>

namespace quoteline::model {

namespace {

constexpr std::string_view eventsKey = listName<EventInput>();
constexpr std::size_t longestSpelling = eventsKey.size() * 6; // every letter as \uXXXX

/// The bytes that matter between the strings of an event.
constexpr std::array<bool, 256> structural = [] {
    std::array<bool, 256> table{};
    for (const char c : {'"', '{', '}', '[', ']', ','})
        table[static_cast<unsigned char>(c)] = true;
    return table;
}();

} // namespace

EventSplitter::EventSplitter(std::size_t batchSize, Handler handler)
    : m_batchSize(std::max<std::size_t>(batchSize, 1))
    , m_handler(std::move(handler)) {}

std::uint64_t EventSplitter::offsetOfSkeleton(std::size_t at) const {
    return m_eventsSeen && at >= m_cutInSkeleton ? at + m_cutLength : at;
}

bool EventSplitter::feed(std::string_view block) {
    m_block = block;
    m_at = 0;
    m_run = 0;
    while (m_at < m_block.size()) {
        if (!step()) {
            keepRun();
            return false;
        }
    }
    keepRun();
    m_offset += block.size();
    return true;
}

bool EventSplitter::step() {
    if (m_inKey)
        collectKey();
    else if (m_inString)
        skipString();
    else
        return m_inside ? scanInside() : stepOutside();
    return true;
}

void EventSplitter::keepRun() {
    (m_inside ? m_batch.text : m_skeleton).append(m_block, m_run, m_at - m_run);
    m_run = m_at;
}

void EventSplitter::skipString() {
    if (m_afterBackslash) {
        m_afterBackslash = false;
        ++m_at;
        return;
    }
    const char* const end = m_block.data() + m_block.size();
    const char* const found = findQuoteOrBackslash(m_block.data() + m_at, end);
    m_at = static_cast<std::size_t>(found - m_block.data());
    if (found == end)
        return;
    if (*found == '"')
        m_inString = false;
    else
        m_afterBackslash = true;
    ++m_at;
}

// A key of the top level, byte by byte: its spelling matters.
void EventSplitter::collectKey() {
    const char c = m_block[m_at++];
    if (c == '"' && !m_afterBackslash) {
        m_inKey = false;
        m_keyIsEvents = m_key.size() <= longestSpelling && unescaped(m_key) == eventsKey;
        return;
    }
    m_afterBackslash = c == '\\' && !m_afterBackslash;
    if (m_key.size() <= longestSpelling)
        m_key += c;
}

// Nearly all bytes of a large file pass through here, so it runs on until something happens.
bool EventSplitter::scanInside() {
    const char* const begin = m_block.data();
    const char* const end = begin + m_block.size();
    const char* p = begin + m_at;
    for (; p != end; ++p) {
        if (!structural[static_cast<unsigned char>(*p)])
            continue;
        if (*p == '"') {
            while ((p = findQuoteOrBackslash(p + 1, end)) != end && *p == '\\' && p + 1 != end)
                ++p;
            if (p == end || *p != '"') {
                m_inString = true;
                m_afterBackslash = p != end;
                break;
            }
            continue;
        }
        m_at = static_cast<std::size_t>(p - begin);
        if (*p == '{' || *p == '[') {
            if (!descend())
                return false;
        } else if (*p == ',') {
            if (m_depth == 2 && !cut())
                return false;
        } else if (--m_depth == 1) {
            return leaveEvents();
        }
    }
    m_at = m_block.size();
    return true;
}

bool EventSplitter::stepOutside() {
    const char c = m_block[m_at];
    if (isJsonSpace(c)) {
        ++m_at;
        return true;
    }
    const bool eventsNext = std::exchange(m_eventsNext, false);
    switch (c) {
    case '"':
        m_inKey = m_depth == 1 && m_rootIsObject && m_keyExpected;
        m_inString = !m_inKey;
        m_keyExpected = false;
        m_key.clear();
        break;
    case '{':
    case '[':
        if (c == '[' && eventsNext && !m_eventsSeen)
            return enterEvents();
        if (!descend())
            return false;
        if (m_depth == 1) {
            m_rootIsObject = c == '{';
            m_keyExpected = true;
        }
        break;
    case '}':
    case ']':
        m_depth -= m_depth > 0 ? 1 : 0;
        break;
    case ',':
        m_keyExpected = m_depth == 1;
        m_keyIsEvents = false;
        break;
    case ':':
        m_eventsNext = m_depth == 1 && std::exchange(m_keyIsEvents, false);
        break;
    default:
        break;
    }
    ++m_at;
    return true;
}

bool EventSplitter::descend() {
    if (m_depth == maxJsonDepth) {
        m_tooDeep = m_offset + m_at;
        return false;
    }
    ++m_depth;
    return true;
}

bool EventSplitter::enterEvents() {
    ++m_depth;
    ++m_at; // the bracket belongs to the skeleton
    keepRun();
    m_inside = true;
    m_eventsSeen = true;
    m_cutInSkeleton = m_skeleton.size();
    m_eventsOffset = m_offset + m_at;
    m_batch = {"[", m_eventsOffset, 1};
    return true;
}

// Whatever closes the array goes to the skeleton, be it the right bracket or not.
bool EventSplitter::leaveEvents() {
    keepRun();
    m_cutLength = m_offset + m_at - m_eventsOffset;
    m_inside = false;
    ++m_at;
    return (m_batch.prefix == 1 && !batchHasContent()) || m_handler(m_batch);
}

// Never leaves nothing before a comma, so that an empty place in the list stays visible in one of the batches.
bool EventSplitter::cut() {
    const std::size_t size = m_batch.text.size() - m_batch.prefix + (m_at - m_run);
    if (size < m_batchSize)
        return true;
    keepRun();
    if (!batchHasContent())
        return true;
    if (!m_handler(m_batch))
        return false;
    m_batch.text.assign("[0");
    m_batch.prefix = 2;
    m_batch.offset = m_offset + m_at;
    return true;
}

bool EventSplitter::batchHasContent() const {
    const std::size_t afterComma = m_batch.prefix == 2 ? 3 : 1;
    return std::any_of(m_batch.text.begin() + static_cast<std::ptrdiff_t>(std::min(afterComma, m_batch.text.size())),
                       m_batch.text.end(), [](char c) { return !isJsonSpace(c); });
}

} // namespace quoteline::model
