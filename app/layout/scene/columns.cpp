// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/scene/event_items.h"

#include "app/content/words/translate.h"
#include "app/layout/axis/bin_words.h"
#include "app/layout/axis/event_bins.h"
#include <algorithm>
#include <cmath>
#include <limits>

namespace quoteline::layout {

namespace {

constexpr double leastForNumber = 64; ///< pixels of a column that has its number on it, at text scale 1
constexpr double gapOfHigher = 1.5;   ///< pixels of the gap in a bar that would be higher

/// "12 (30 … 57)".
QString rangeWords(const QString& count, const QString& first, const QString& last) {
    return translate("layout", "%1 (%2 … %3)", "a number of events, and the first and last of their own numbers")
        .arg(count, first, last);
}

/// The first and last number of the events of a column: they need not be all in between.
QString numbersIn(const Column& column, const StoryView& view) {
    const std::vector<model::EventIndex> events = eventsOf(column, view);
    QString count = number(column.count, view.locale());
    if (events.empty())
        return count;
    const auto [first, last] = std::minmax_element(events.begin(), events.end());
    return rangeWords(count, number(view.number(*first), view.locale()), number(view.number(*last), view.locale()));
}

class ColumnAdder {
public:
    ColumnAdder(Scene& scene, const StoryView& view, const RowPacking& packing, const TextMeasurer& measurer)
        : m_scene(scene)
        , m_view(view)
        , m_packing(packing)
        , m_measurer(measurer)
        , m_sizes(scene.textScale) {}

    void addLane(std::size_t lane, double top, double bottom);

private:
    EventBins binsOf(std::size_t lane, const TimeWindow& part) const;
    void addColumn(std::size_t lane, const TimeWindow& time, int certain, int possible, double top, double bottom);
    void addNumber(Column& column) const;

    Scene& m_scene;
    const StoryView& m_view;
    const RowPacking& m_packing;
    const TextMeasurer& m_measurer;
    Sizes m_sizes;
};

/// Counted one by one, or by binary search where there are too many for that.
EventBins ColumnAdder::binsOf(std::size_t lane, const TimeWindow& part) const {
    const auto& events = m_view.lanes()[lane].events;
    if (m_packing.orders)
        return eventBins(m_view.story(), events, part.start, part.end(), m_packing.bin);
    EventBins bins{m_packing.bin, binEdges(m_packing.bin, part.start, part.end()), {}, {}};
    const LaneTimes& times = (*m_packing.times)[lane];
    const std::vector<std::size_t> all = touchingEach(times.starts, times.ends, bins.edges);
    const std::vector<std::size_t> possible = touchingEach(times.possibleStarts, times.possibleEnds, bins.edges);
    for (std::size_t i = 0; i < all.size(); ++i) {
        bins.possible.push_back(static_cast<int>(possible[i]));
        bins.certain.push_back(static_cast<int>(all[i] - possible[i]));
    }
    return bins;
}

void ColumnAdder::addLane(std::size_t lane, double top, double bottom) {
    const LaneStrip& strip = *m_packing.lanes[lane].strip;
    const TimeWindow& window = m_scene.scale.window;
    const EventBins bins = binsOf(lane, window);
    for (std::size_t i = 0; i + 1 < bins.edges.size(); ++i) {
        const TimeWindow time{bins.edges[i], bins.edges[i + 1] - bins.edges[i]};
        const bool counts = strip.whole || std::any_of(strip.columns.begin(), strip.columns.end(), [&](const auto& c) {
                                return c.start < time.end() && c.end() > time.start;
                            });
        if (counts && bins.certain[i] + bins.possible[i] > 0)
            addColumn(lane, time, bins.certain[i], bins.possible[i], top, bottom);
    }
}

void ColumnAdder::addColumn(std::size_t lane, const TimeWindow& time, int certain, int possible, double top,
                            double bottom) {
    const QRectF& area = m_scene.frame.lanes;
    const double left = std::max(area.left(), m_scene.scale.toX(time.start));
    const double right = std::min(area.right(), m_scene.scale.toX(time.end()));
    if (right - left < 1)
        return;
    Column column;
    column.lane = lane;
    column.hue = m_view.lanes()[lane].hue;
    column.time = time;
    column.count = static_cast<std::size_t>(certain) + static_cast<std::size_t>(possible);
    column.rect = QRectF(left, top, right - left, bottom - top);
    const double full = bottom - top - m_sizes.stripPadding;
    const auto most = static_cast<double>(m_packing.lanes[lane].strip->full);
    const double scale = full / std::max(most, static_cast<double>(column.count));
    const double air = std::min(0.5, column.rect.width() / 8);
    const double width = column.rect.width() - 2 * air;
    const double sure = certain * scale;
    const double maybe = possible * scale;
    column.certain = QRectF(left + air, bottom - sure, width, sure);
    column.possible = QRectF(left + air, bottom - sure - maybe, width, maybe);
    if (static_cast<double>(column.count) > most)
        column.gap = QRectF(left + air, bottom - full + 2 * gapOfHigher, width, gapOfHigher);
    addNumber(column);
    m_scene.columns.push_back(column);
}

void ColumnAdder::addNumber(Column& column) const {
    if (column.rect.width() < leastForNumber * m_scene.textScale)
        return;
    QString words = number(column.count, m_view.locale());
    if (m_view.arrangement().numbered) {
        const QString named = numbersIn(column, m_view);
        if (m_measurer.width(named, FontRole::Number) + m_sizes.platePadding <= column.rect.width())
            words = named;
    }
    const double width = m_measurer.width(words, FontRole::Number);
    if (width > column.rect.width() || m_measurer.lineHeight(FontRole::Number) > column.rect.height())
        return;
    const double top = column.rect.bottom() - m_measurer.lineHeight(FontRole::Number);
    column.number =
        Text{QPointF(column.rect.center().x() - width / 2, std::round(top + m_measurer.ascent(FontRole::Number))),
             width,
             words,
             FontRole::Number,
             Ink::Text,
             column.hue,
             Clip::Lanes};
}

} // namespace

void addColumns(Scene& scene, const StoryView& view, const RowPacking& packing, const LaneLayout& rows,
                const std::vector<std::size_t>& placed, const TextMeasurer& measurer) {
    const QRectF& area = scene.frame.lanes;
    ColumnAdder adder(scene, view, packing, measurer);
    for (std::size_t i = 0; i < packing.lanes.size(); ++i) {
        const LaneRows& lane = packing.lanes[i];
        const LaneTimes& times = (*packing.times)[i];
        const std::size_t inRange = touching(times, scene.scale.window);
        scene.counts.inRange += inRange;
        scene.counts.earlier += earlier(times, scene.scale.window);
        scene.counts.later += later(times, scene.scale.window);
        if (lane.folded == 0)
            continue;
        const std::size_t folded = inRange - placed[i];
        const double top = area.top() - scene.scrollY + rows.rowTop(lane.stripRow());
        const double bottom = area.top() - scene.scrollY + rows.rowTop(lane.stripRow() + 1);
        const bool seen = bottom > area.top() && top < area.bottom();
        (seen ? scene.counts.folded : scene.counts.scrolledAway) += folded;
        if (seen)
            adder.addLane(i, top, bottom);
    }
}

void addColumnNote(Scene& scene, const StoryView& view, const RowPacking& packing, const TextMeasurer& measurer) {
    if (scene.columns.empty())
        return;
    const Sizes sizes(scene.textScale);
    std::size_t leastFull = std::numeric_limits<std::size_t>::max();
    std::size_t mostFull = 0;
    for (const Column& column : scene.columns) {
        leastFull = std::min(leastFull, packing.lanes[column.lane].strip->full);
        mostFull = std::max(mostFull, packing.lanes[column.lane].strip->full);
    }
    const QString least = number(leastFull, view.locale());
    const QString most = number(mostFull, view.locale());
    const QString unit = binWords(packing.bin, view.locale());
    const QString words =
        leastFull == mostFull
            ? translate("layout", "Columns: %1; a full one is %2", "what columns count; a number").arg(unit, most)
            : translate("layout", "Columns: %1; a full one is %2 to %3, each lane to its own scale",
                        "what columns count; two numbers")
                  .arg(unit, least, most);
    const QRectF& strip = scene.frame.footStrip;
    const double width = measurer.width(words, FontRole::Note);
    const QRectF room(strip.left() + sizes.labelGap, strip.top(), width, strip.height());
    const bool taken = std::any_of(scene.footNotes.begin(), scene.footNotes.end(), [&](const FootNote& note) {
        return std::min(note.x, note.text.baseline.x()) - sizes.labelGap < room.right();
    });
    if (taken || room.right() > strip.right())
        return;
    const double top = strip.center().y() - measurer.lineHeight(FontRole::Note) / 2;
    scene.columnNote = Text{QPointF(room.left(), std::round(top + measurer.ascent(FontRole::Note))),
                            width,
                            words,
                            FontRole::Note,
                            Ink::SoftText,
                            -1,
                            Clip::None};
}

std::vector<model::EventIndex> eventsOf(const Column& column, const StoryView& view) {
    const auto starts = view.story().layoutStarts();
    const auto ends = view.story().layoutEnds();
    const auto touches = [&](model::CivilMs start, model::CivilMs end) {
        return static_cast<double>(start) < column.time.end() && static_cast<double>(end) > column.time.start;
    };
    const auto hasMemberThere = [&](model::EventIndex event) { // of a set, between whose dates lie others
        const auto ranges = model::resolveMembers(view.story().when(event), view.story().zone());
        return std::any_of(ranges.begin(), ranges.end(),
                           [&](const model::TimeRange& range) { return touches(range.layoutStart, range.layoutEnd); });
    };
    std::vector<model::EventIndex> events;
    for (const model::EventIndex event : view.lanes()[column.lane].events)
        if (touches(starts[event], ends[event]) && (!hasMembers(view.story(), event) || hasMemberThere(event)))
            events.push_back(event);
    return events;
}

} // namespace quoteline::layout
