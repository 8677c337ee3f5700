// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/overview/overview_bins.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace quoteline::layout {

namespace {

using model::CivilMs;
using model::EventIndex;
using model::TimeShape;

/// Bins [first, end) by number.
struct BinRun {
    CivilMs first = 0;
    CivilMs end = 0;
};

struct BinGrid {
    CivilMs start = 0;
    CivilMs width = 1;
    CivilMs count = 1;

    /// The bins that [from, to) touches, cut to those there are; empty when none.
    BinRun touched(CivilMs from, CivilMs to) const {
        const CivilMs first = std::max<CivilMs>(from - start, 0) / width;
        const CivilMs last = std::min((std::max<CivilMs>(to - start, 0) + width - 1) / width, count);
        return {first, std::max(first, last)};
    }
};

CivilMs nextWidth(CivilMs width) {
    using namespace model;
    constexpr std::array widths{msPerSecond,     5 * msPerSecond,  15 * msPerSecond, 30 * msPerSecond, msPerMinute,
                                5 * msPerMinute, 15 * msPerMinute, 30 * msPerMinute, msPerHour,        3 * msPerHour,
                                6 * msPerHour,   12 * msPerHour,   msPerDay,         2 * msPerDay,     7 * msPerDay};
    const auto next = std::upper_bound(widths.begin(), widths.end(), width);
    return next == widths.end() ? 2 * width : *next;
}

CivilMs firstWidth(double length) {
    if (length >= 2 * model::msPerDay)
        return model::msPerDay;
    if (length >= 2 * model::msPerHour)
        return model::msPerHour;
    return length >= 2 * model::msPerMinute ? model::msPerMinute : model::msPerSecond;
}

CivilMs startFor(double from, CivilMs width) {
    if (width >= 7 * model::msPerDay)
        return static_cast<CivilMs>(floorToStep(from, {CalendarUnit::Week, 1}));
    if (width >= model::msPerDay)
        return static_cast<CivilMs>(floorToStep(from, {CalendarUnit::Day, 1}));
    return static_cast<CivilMs>(
        floorToStep(from, {CalendarUnit::Second, static_cast<int>(width / model::msPerSecond)}));
}

BinGrid gridFor(double from, double to, int maxBins) {
    const double length = std::max(to - from, 1.0);
    BinGrid grid;
    for (grid.width = firstWidth(length);; grid.width = nextWidth(grid.width)) {
        grid.start = startFor(from, grid.width);
        const double bins =
            std::ceil((from + length - static_cast<double>(grid.start)) / static_cast<double>(grid.width));
        if (bins <= std::max(maxBins, 1)) {
            grid.count = std::max<CivilMs>(1, static_cast<CivilMs>(bins));
            return grid;
        }
    }
}

bool isPossibility(TimeShape shape) {
    return shape == TimeShape::Possible || shape == TimeShape::Approximate || shape == TimeShape::Uncertain;
}

/// Counts runs of bins: plus one where a run begins and minus one where it ends, summed up at last.
class Counter {
public:
    explicit Counter(CivilMs bins)
        : m_steps(static_cast<std::size_t>(bins) + 1) {}

    void add(BinRun run) {
        ++m_steps[static_cast<std::size_t>(run.first)];
        --m_steps[static_cast<std::size_t>(run.end)];
    }
    std::vector<int> sums() const {
        std::vector<int> counts(m_steps.begin(), m_steps.end() - 1);
        for (std::size_t i = 1; i < counts.size(); ++i)
            counts[i] += counts[i - 1];
        return counts;
    }

private:
    std::vector<int> m_steps;
};

class Binning {
public:
    Binning(const model::Story& story, BinGrid grid)
        : m_story(story)
        , m_grid(grid)
        , m_certain(grid.count)
        , m_possible(grid.count) {}

    void add(EventIndex event) {
        const TimeShape shape = m_story.shapes()[event];
        if (shape == TimeShape::Several || hasMembers(event, shape)) {
            addMembers(event);
            return;
        }
        const BinRun run = m_grid.touched(m_story.layoutStarts()[event], m_story.layoutEnds()[event]);
        if (run.first == run.end)
            return;
        // "On or before the 27th" is a possibility; "from the 27th on" lasted on the 27th.
        const bool possible = isPossibility(shape) || (shape == TimeShape::Open && isOneOf(event));
        (possible ? m_possible : m_certain).add(run);
    }

    OverviewBins bins() const {
        return {static_cast<double>(m_grid.start), static_cast<double>(m_grid.width), m_certain.sums(),
                m_possible.sums()};
    }

private:
    bool isOneOf(EventIndex event) const { return m_story.whenText(event).starts_with('['); }
    /// Whether a one-of names several dates, between which lie days that are not among them.
    bool hasMembers(EventIndex event, TimeShape shape) const {
        return shape != TimeShape::Point && shape != TimeShape::Span && isOneOf(event) &&
               m_story.whenText(event).find(',') != std::string_view::npos;
    }
    void addMembers(EventIndex event);

    const model::Story& m_story;
    BinGrid m_grid;
    Counter m_certain;
    Counter m_possible;
};

/// In order, without overlaps.
std::vector<BinRun> merged(std::vector<BinRun> runs) {
    std::sort(runs.begin(), runs.end(), [](const BinRun& a, const BinRun& b) { return a.first < b.first; });
    std::vector<BinRun> result;
    for (const BinRun& run : runs) {
        if (!result.empty() && run.first <= result.back().end)
            result.back().end = std::max(result.back().end, run.end);
        else
            result.push_back(run);
    }
    return result;
}

/// An event counts once in a bin, however many of its dates lie there; where it is certain it is not possible too.
void Binning::addMembers(EventIndex event) {
    const bool oneOf = isOneOf(event);
    std::vector<BinRun> certain;
    std::vector<BinRun> possible;
    for (const model::TimeRange& range : model::resolveMembers(m_story.when(event), m_story.zone())) {
        const BinRun run = m_grid.touched(range.layoutStart, range.layoutEnd);
        if (run.first < run.end)
            (oneOf || isPossibility(range.shape) ? possible : certain).push_back(run);
    }
    certain = merged(std::move(certain));
    for (const BinRun& run : certain)
        m_certain.add(run);
    for (const BinRun& run : merged(std::move(possible))) {
        CivilMs first = run.first;
        for (const BinRun& known : certain) {
            if (known.end <= first || known.first >= run.end)
                continue;
            if (known.first > first)
                m_possible.add({first, known.first});
            first = known.end;
        }
        if (first < run.end)
            m_possible.add({first, run.end});
    }
}

} // namespace

OverviewBins overviewBins(const model::Story& story, std::span<const EventIndex> events, double from, double to,
                          int maxBins) {
    Binning binning(story, gridFor(from, to, maxBins));
    for (const EventIndex event : events)
        binning.add(event);
    return binning.bins();
}

} // namespace quoteline::layout
