// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/axis/event_bins.h"

#include <algorithm>

namespace quoteline::layout {

namespace {

using model::CivilMs;
using model::EventIndex;
using model::TimeShape;

/// Bins [first, end) by number.
struct BinRun {
    std::size_t first = 0;
    std::size_t end = 0;
};

/// Finds bins among edges that lie nearly evenly: by division, and then a step or two.
class BinGrid {
public:
    explicit BinGrid(std::span<const double> edges)
        : m_edges(edges)
        , m_binsPerMs(static_cast<double>(count()) / (edges.back() - edges.front())) {}

    std::size_t count() const { return m_edges.size() - 1; }

    /// The bins that [from, to) touches, cut to those there are; empty when none.
    BinRun touched(CivilMs from, CivilMs to) const {
        const auto start = static_cast<double>(from);
        const auto end = static_cast<double>(to);
        if (end <= m_edges.front() || start >= m_edges.back())
            return {};
        return {binAt(start), binAt(end - 1) + 1};
    }

private:
    /// The bin that holds an instant, or the nearest.
    std::size_t binAt(double ms) const {
        const double last = static_cast<double>(count() - 1);
        auto bin = static_cast<std::size_t>(std::clamp((ms - m_edges.front()) * m_binsPerMs, 0.0, last));
        while (bin > 0 && m_edges[bin] > ms)
            --bin;
        while (bin + 1 < count() && m_edges[bin + 1] <= ms)
            ++bin;
        return bin;
    }

    std::span<const double> m_edges;
    double m_binsPerMs;
};

bool isPossibility(TimeShape shape) {
    return shape == TimeShape::Possible || shape == TimeShape::Approximate || shape == TimeShape::Uncertain;
}

/// Counts runs of bins: plus one where a run begins and minus one where it ends, summed up at last.
class Counter {
public:
    explicit Counter(std::size_t bins)
        : m_steps(bins + 1) {}

    void add(BinRun run) {
        ++m_steps[run.first];
        --m_steps[run.end];
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
        , m_certain(grid.count())
        , m_possible(grid.count()) {}

    void add(EventIndex event) {
        const TimeShape shape = m_story.shapes()[event];
        if (shape == TimeShape::Several || hasMembers(event, shape)) {
            addMembers(event);
            return;
        }
        const BinRun run = m_grid.touched(m_story.layoutStarts()[event], m_story.layoutEnds()[event]);
        if (run.first == run.end)
            return;
        const bool inOneOfThem = shape == TimeShape::Point && run.end > run.first + 1; // a day, in bins of hours
        (inOneOfThem || layout::isPossibility(m_story, event) ? m_possible : m_certain).add(run);
    }

    std::vector<int> certain() const { return m_certain.sums(); }
    std::vector<int> possible() const { return m_possible.sums(); }

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
        std::size_t first = run.first;
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

bool isPossibility(const model::Story& story, EventIndex event) {
    // "On or before the 27th" is a possibility; "from the 27th on" lasted on the 27th.
    const TimeShape shape = story.shapes()[event];
    return isPossibility(shape) || (shape == TimeShape::Open && story.whenText(event).starts_with('['));
}

EventBins eventBins(const model::Story& story, std::span<const EventIndex> events, double from, double to,
                    CalendarStep step) {
    EventBins bins{step, binEdges(step, from, to), {}, {}};
    Binning binning(story, BinGrid(bins.edges));
    for (const EventIndex event : events)
        binning.add(event);
    bins.certain = binning.certain();
    bins.possible = binning.possible();
    return bins;
}

} // namespace quoteline::layout
