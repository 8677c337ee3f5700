// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/story/story_data.h"

#include <algorithm>

namespace quoteline::model {

namespace {

RangeBits pack(const TimeRange& range) {
    RangeBits bits;
    bits.flags = range.flags;
    bits.precisions = static_cast<std::uint8_t>(static_cast<unsigned>(range.startPrecision) |
                                                static_cast<unsigned>(range.endPrecision) << 4);
    const bool odd =
        (range.earliest && *range.earliest != range.layoutStart) || (range.end && *range.end != range.layoutEnd);
    if (odd)
        bits.bounds = RangeBits::Elsewhere;
    else
        bits.bounds = static_cast<std::uint8_t>((range.earliest ? RangeBits::HasEarliest : 0) |
                                                (range.end ? RangeBits::HasEnd : 0));
    return bits;
}

// Lengths are written seven bits a byte, the low ones first; the top bit says that more follow.
constexpr std::size_t longestLength = 5;

void appendLength(std::string& out, std::size_t length) {
    for (; length >= 0x80; length >>= 7)
        out += static_cast<char>(0x80 | (length & 0x7F));
    out += static_cast<char>(length);
}

/// Reads a length and moves behind it.
std::size_t takeLength(const char*& at) {
    std::size_t length = 0;
    for (unsigned shift = 0;; shift += 7) {
        const auto byte = static_cast<unsigned char>(*at++);
        length |= static_cast<std::size_t>(byte & 0x7F) << shift;
        if (byte < 0x80)
            return length;
    }
}

auto oddRangeOf(auto& oddRanges, EventIndex event) {
    return std::lower_bound(oddRanges.begin(), oddRanges.end(), event,
                            [](const auto& entry, EventIndex wanted) { return entry.first < wanted; });
}

} // namespace

// A run at 0 must be readable: so many lengths of 0.
TextArena::TextArena(std::size_t limit)
    : m_text(longestRun, '\0')
    , m_limit(limit) {}

bool TextArena::reserve(std::size_t size) {
    m_overflowed = m_overflowed || m_text.size() > m_limit || size > m_limit - m_text.size();
    return !m_overflowed;
}

TextRef TextArena::add(std::string_view text) {
    if (!reserve(text.size()))
        return {};
    const TextRef ref{static_cast<std::uint32_t>(m_text.size()), static_cast<std::uint32_t>(text.size())};
    m_text.append(text);
    return ref;
}

TextRun TextArena::addRun(std::span<const std::string_view> texts) {
    std::size_t size = 0;
    for (const std::string_view text : texts)
        size += text.size() + longestLength;
    if (!reserve(size))
        return {};
    const TextRun run{static_cast<std::uint32_t>(m_text.size())};
    for (const std::string_view text : texts) {
        appendLength(m_text, text.size());
        m_text.append(text);
    }
    return run;
}

std::string_view TextArena::view(TextRun run, std::size_t i) const {
    const char* at = m_text.data() + run.start;
    std::size_t length = takeLength(at);
    for (; i > 0; --i) {
        at += length;
        length = takeLength(at);
    }
    return {at, length};
}

std::string_view TextShelf::add(std::string_view text) {
    constexpr std::size_t usualBoard = 4096;
    if (text.size() > m_left) {
        m_left = std::max(text.size(), usualBoard);
        m_at = m_boards.emplace_back(std::make_unique<char[]>(m_left)).get();
    }
    char* const start = m_at;
    m_at = std::copy(text.begin(), text.end(), start);
    m_left -= text.size();
    m_size += text.size();
    return {start, text.size()};
}

TimeRange StoryData::range(EventIndex event) const {
    const RangeBits bits = rangeBits[event];
    if ((bits.bounds & RangeBits::Elsewhere) != 0)
        return oddRangeOf(oddRanges, event)->second;
    TimeRange range;
    range.layoutStart = layoutStart[event];
    range.layoutEnd = layoutEnd[event];
    if ((bits.bounds & RangeBits::HasEarliest) != 0)
        range.earliest = range.layoutStart;
    if ((bits.bounds & RangeBits::HasEnd) != 0)
        range.end = range.layoutEnd;
    range.startPrecision = static_cast<Precision>(bits.precisions & 0xF);
    range.endPrecision = static_cast<Precision>(bits.precisions >> 4);
    range.flags = bits.flags;
    range.shape = shape[event];
    return range;
}

void appendRange(StoryData& data, const TimeRange& range) {
    data.layoutStart.push_back(0);
    data.layoutEnd.push_back(0);
    data.rangeBits.emplace_back();
    data.shape.push_back(TimeShape::Point);
    setRange(data, static_cast<EventIndex>(data.rangeBits.size() - 1), range);
}

void setRange(StoryData& data, EventIndex event, const TimeRange& range) {
    data.layoutStart[event] = range.layoutStart;
    data.layoutEnd[event] = range.layoutEnd;
    data.shape[event] = range.shape;
    const bool wasOdd = (data.rangeBits[event].bounds & RangeBits::Elsewhere) != 0;
    data.rangeBits[event] = pack(range);
    const auto at = oddRangeOf(data.oddRanges, event);
    if ((data.rangeBits[event].bounds & RangeBits::Elsewhere) == 0) {
        if (wasOdd)
            data.oddRanges.erase(at);
    } else if (wasOdd) {
        at->second = range;
    } else {
        data.oddRanges.emplace(at, event, range);
    }
}

} // namespace quoteline::model
