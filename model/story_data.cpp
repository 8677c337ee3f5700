// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/story_data.h"

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

auto oddRangeOf(auto& oddRanges, EventIndex event) {
    return std::lower_bound(oddRanges.begin(), oddRanges.end(), event,
                            [](const auto& entry, EventIndex wanted) { return entry.first < wanted; });
}

} // namespace

TextRef TextArena::add(std::string_view text) {
    if (m_overflowed || text.size() > m_limit - m_text.size()) {
        m_overflowed = true;
        return {};
    }
    const TextRef ref{size(), static_cast<std::uint32_t>(text.size())};
    m_text.append(text);
    return ref;
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
