// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/checks/scene_invariants.h"

#include "app/layout/axis/event_bins.h"
#include "app/layout/checks/edge_count_invariants.h"
#include "app/layout/checks/scene_overlaps.h"
#include "app/layout/rows/lane_fitter.h"
#include "app/layout/scene/lane_layout.h"
#include "model/text/utf8_text.h"
#include <algorithm>
#include <cmath>
#include <map>

namespace quoteline::layout {

namespace {

constexpr double slack = 0.01;   // sums of doubles
constexpr double rounding = 1.0; // a place rounded to whole pixels, against one that is not

bool contains(const QRectF& outer, const QRectF& inner, double x, double y) {
    return inner.left() >= outer.left() - x && inner.right() <= outer.right() + x && inner.top() >= outer.top() - y &&
           inner.bottom() <= outer.bottom() + y;
}

bool finite(const QRectF& rect) {
    return std::isfinite(rect.x()) && std::isfinite(rect.y()) && std::isfinite(rect.width()) &&
           std::isfinite(rect.height());
}

/// Where the row of an event lies, computed anew from the packing.
struct RowPlace {
    double top = 0;
    double bottom = 0;
    bool seen = false;
};

class Checker {
public:
    Checker(const Scene& scene, const StoryView& view, const RowPacking& packing, const TextMeasurer& measurer)
        : m_scene(scene)
        , m_view(view)
        , m_packing(packing)
        , m_measurer(measurer)
        , m_sizes(scene.textScale)
        , m_rows(layOutRows(packing, scene.frame.lanes.height(), m_sizes, measurer))
        , m_laneOf(view.story().eventCount())
        , m_broken(overlaps(scene, measurer)) {
        for (std::size_t lane = 0; lane < view.lanes().size(); ++lane)
            for (const model::EventIndex event : view.lanes()[lane].events)
                m_laneOf[event] = lane;
    }

    std::vector<QString> run() {
        checkNumbers();
        checkTexts();
        checkCounts();
        checkRowsAndMarks();
        checkLanes();
        checkBackdrop();
        checkBounds();
        return std::move(m_broken);
    }

private:
    void checkNumbers();
    void checkTexts();
    void checkCounts();
    void checkIsCounted(model::EventIndex event);
    void checkColumn(const Column& column);
    void checkRowsAndMarks();
    void checkMarksOf(model::EventIndex event, std::size_t drawn);
    void checkLanes();
    void checkBackdrop();
    void checkBounds();

    void expect(bool holds, const QString& sentence) {
        if (!holds)
            m_broken.push_back(sentence);
    }
    RowPlace place(std::size_t row) const {
        const QRectF& area = m_scene.frame.lanes;
        const double top = area.top() - m_scene.scrollY + m_rows.rowTop(row);
        const double bottom = area.top() - m_scene.scrollY + m_rows.rowTop(row + 1);
        return {top, bottom, bottom > area.top() && top < area.bottom()};
    }
    const LaneRows& laneOf(model::EventIndex event) const { return m_packing.lanes[m_laneOf[event]]; }
    bool inRange(model::EventIndex event) const {
        const TimeWindow& window = m_scene.scale.window;
        return static_cast<double>(m_view.story().layoutStarts()[event]) < window.end() &&
               static_cast<double>(m_view.story().layoutEnds()[event]) > window.start;
    }
    QString named(model::EventIndex event) const {
        const std::string_view id = m_view.story().id(event);
        return QStringLiteral("event ") + model::fromUtf8(id);
    }

    const Scene& m_scene;
    const StoryView& m_view;
    const RowPacking& m_packing;
    const TextMeasurer& m_measurer;
    Sizes m_sizes;
    LaneLayout m_rows;
    std::vector<std::size_t> m_laneOf; ///< by event
    std::vector<QString> m_broken;
};

void Checker::checkNumbers() {
    bool all = std::isfinite(m_scene.scrollY) && std::isfinite(m_scene.contentHeight) && m_scene.scrollY >= 0;
    for (const Text& text : m_scene.texts)
        all = all && std::isfinite(text.baseline.x()) && std::isfinite(text.baseline.y()) && std::isfinite(text.width);
    for (const Mark& mark : m_scene.marks)
        all = all && finite(mark.rect()) && std::isfinite(mark.span.centre) && std::isfinite(mark.span.barLeft) &&
              std::isfinite(mark.span.barRight) && mark.span.left <= mark.span.centre &&
              mark.span.centre <= mark.span.right && mark.span.left < mark.span.right;
    for (const Label& label : m_scene.labels)
        all = all && finite(label.rect);
    for (const Column& column : m_scene.columns)
        all = all && finite(column.rect) && finite(column.certain) && finite(column.possible);
    for (const QRectF& rect : {m_scene.frame.header, m_scene.frame.laneColumn, m_scene.frame.plot, m_scene.frame.lanes,
                               m_scene.frame.footStrip, m_scene.frame.axis, m_scene.frame.footer})
        all = all && finite(rect) && rect.width() >= 0 && rect.height() >= 0;
    expect(all, QStringLiteral("a number is not finite, or a rectangle or a mark is inside out"));
}

void Checker::checkTexts() {
    std::size_t next = 0;
    for (const Label& label : m_scene.labels) {
        expect(label.textCount > 0 && label.firstText >= next &&
                   label.firstText + label.textCount <= m_scene.texts.size(),
               named(label.event) + QStringLiteral(" has a label without texts of its own"));
        next = label.firstText + label.textCount;
        for (std::size_t i = label.firstText; i < std::min(next, m_scene.texts.size()); ++i) {
            const Text& text = m_scene.texts[i];
            const QRectF line(text.baseline.x(), text.baseline.y() - m_measurer.ascent(text.font), text.width,
                              m_measurer.lineHeight(text.font));
            expect(contains(label.rect, line, slack, rounding),
                   named(label.event) + QStringLiteral(": a text leaves the rectangle of its label"));
        }
    }
    for (const Text& text : m_scene.texts)
        expect(std::abs(text.width - m_measurer.width(text.text, text.font)) < slack,
               QStringLiteral("not as wide as measured: ") + text.text);
    const QRectF& lanes = m_scene.frame.lanes;
    for (const QuoteBlock& quote : m_scene.quotes)
        expect(quote.rect.left() >= lanes.left() - slack && quote.rect.right() <= lanes.right() + slack &&
                   contains(quote.rect, quote.rule, slack, slack),
               named(quote.event) + QStringLiteral(": words of its quote are cut at an edge of the window"));
    for (const Column& column : m_scene.columns)
        if (column.number) {
            const Text& text = *column.number;
            const QRectF words(text.baseline.x(), text.baseline.y() - m_measurer.ascent(text.font), text.width,
                               m_measurer.lineHeight(text.font));
            expect(contains(column.rect, words, slack, rounding), QStringLiteral("the number of a column leaves it"));
        }
}

void Checker::checkCounts() {
    SceneCounts counted;
    for (const model::EventIndex event : m_view.events()) {
        if (!inRange(event)) {
            const bool before = static_cast<double>(m_view.story().layoutEnds()[event]) <= m_scene.scale.window.start;
            ++(before ? counted.earlier : counted.later);
            continue;
        }
        ++counted.inRange;
        const Placement& placement = m_packing.placements[event];
        if (!place(placement.row).seen) {
            ++counted.scrolledAway;
            continue;
        }
        ++(placement.folded ? counted.folded : counted.visible);
        counted.slim += placement.inStrip() && placement.available == 0 ? 1 : 0;
        if (placement.folded)
            checkIsCounted(event);
    }
    for (const LaneBand& band : m_scene.lanes) {
        const auto& events = m_view.lanes()[band.lane].events;
        expect(band.inRange == static_cast<std::size_t>(std::count_if(events.begin(), events.end(),
                                                                      [&](auto event) { return inRange(event); })),
               QStringLiteral("a lane does not count its events in view"));
    }
    expect(counted == m_scene.counts, QStringLiteral("the counts are not what counting gives"));
    expect(m_scene.counts.visible + m_scene.counts.folded + m_scene.counts.scrolledAway == m_scene.counts.inRange,
           QStringLiteral("visible, folded and scrolled away do not add up"));
    for (const Column& column : m_scene.columns)
        checkColumn(column);
}

/// Each event without a mark stands in a column in sight at its time.
void Checker::checkIsCounted(model::EventIndex event) {
    const auto start = static_cast<double>(m_view.story().layoutStarts()[event]);
    const auto end = static_cast<double>(m_view.story().layoutEnds()[event]);
    // A unit of which less than a pixel is in sight has no column.
    const double pixel = m_scene.scale.msPerPixel();
    const TimeWindow& window = m_scene.scale.window;
    if (end <= window.start + pixel || start >= window.end() - pixel)
        return;
    if (hasMembers(m_view.story(), event)) { // of which none may lie in the window
        const auto ranges = model::resolveMembers(m_view.story().when(event), m_view.story().zone());
        if (std::none_of(ranges.begin(), ranges.end(), [&](const model::TimeRange& range) {
                return static_cast<double>(range.layoutEnd) > window.start + pixel &&
                       static_cast<double>(range.layoutStart) < window.end() - pixel;
            }))
            return;
    }
    const bool found = std::any_of(m_scene.columns.begin(), m_scene.columns.end(), [&](const Column& column) {
        return column.lane == m_laneOf[event] && column.time.start < end && column.time.end() > start;
    });
    expect(found, named(event) + QStringLiteral(" has neither a mark nor a column"));
}

/// Counted anew, one by one; stands over its unit of time, in the strip of its lane.
void Checker::checkColumn(const Column& column) {
    const RowPlace strip = place(m_packing.lanes[column.lane].stripRow());
    const QString name = QStringLiteral("a column of lane %1 ").arg(column.lane);
    const auto& events = m_view.lanes()[column.lane].events;
    const EventBins bins = eventBins(m_view.story(), events, column.time.start, column.time.end(), m_packing.bin);
    if (m_packing.orders)
        expect(bins.certain.size() == 1 &&
                   static_cast<std::size_t>(bins.certain[0]) + static_cast<std::size_t>(bins.possible[0]) ==
                       column.count,
               name + QStringLiteral("does not count the events of its time"));
    expect(column.rect.top() >= strip.top - slack && column.rect.bottom() <= strip.bottom + slack &&
               contains(column.rect, column.certain, slack, slack) &&
               contains(column.rect, column.possible, slack, slack),
           name + QStringLiteral("leaves its strip"));
    const QRectF& lanes = m_scene.frame.lanes;
    expect(std::abs(column.rect.left() - std::max(lanes.left(), m_scene.scale.toX(column.time.start))) < slack &&
               std::abs(column.rect.right() - std::min(lanes.right(), m_scene.scale.toX(column.time.end()))) < slack,
           name + QStringLiteral("does not stand over its time"));
}

void Checker::checkRowsAndMarks() {
    std::map<model::EventIndex, std::size_t> drawn;
    for (const Mark& mark : m_scene.marks) {
        expect(mark.event.has_value(), QStringLiteral("a mark of no event"));
        if (!mark.event)
            continue;
        ++drawn[*mark.event];
        const RowPlace row = place(m_packing.placements[*mark.event].row);
        const LabelSide side = m_packing.placements[*mark.event].side;
        const bool above = side == LabelSide::Above || isOver(side) || mark.slim;
        expect(mark.slim == m_packing.placements[*mark.event].inStrip(),
               named(*mark.event) + QStringLiteral(" is small where it has a row, or large in a strip"));
        const double centre =
            m_scene.frame.lanes.top() - m_scene.scrollY + m_rows.rowCentre(m_packing.placements[*mark.event].row);
        expect(row.seen && (above || std::abs(mark.centreY - centre) < slack) && mark.rect().top() >= row.top - slack &&
                   mark.rect().bottom() <= row.bottom + slack,
               named(*mark.event) + QStringLiteral(": a mark stands outside of its row"));
    }
    for (const Label& label : m_scene.labels) {
        const RowPlace row = place(m_packing.placements[label.event].row);
        expect(row.seen && label.rect.top() >= row.top - rounding && label.rect.bottom() <= row.bottom + rounding,
               named(label.event) + QStringLiteral(": the label stands outside of its row"));
        const QRectF& plot = m_scene.frame.plot;
        expect(label.rect.left() >= plot.left() - slack && label.rect.right() <= plot.right() + slack,
               named(label.event) + QStringLiteral(": letters are cut at an edge of the window"));
    }
    for (const model::EventIndex event : m_view.events()) {
        const Placement& placement = m_packing.placements[event];
        const LaneRows& lane = laneOf(event);
        if (placement.away) {
            expect(!inRange(event), named(event) + QStringLiteral(" is in range and beyond the page of its rows"));
            continue;
        }
        const bool untitled = placement.folded || placement.inStrip();
        const bool own = placement.row >= lane.first && placement.row < lane.first + lane.count;
        expect(own && untitled == (lane.strip && placement.row == lane.stripRow()),
               named(event) + QStringLiteral(" stands in a row of another lane, or of others than its kind"));
        const auto it = drawn.find(event);
        if (placement.folded)
            expect(it == drawn.end(), named(event) + QStringLiteral(" is folded and drawn"));
        else if (inRange(event) && place(placement.row).seen)
            checkMarksOf(event, it == drawn.end() ? 0 : it->second);
    }
}

/// A mark that covers all of the event's time is in view where the event is in range. Dots and rings may be less than
/// that, and members of a set have gaps between them: these have a mark where one reaches into the plot.
void Checker::checkMarksOf(model::EventIndex event, std::size_t drawn) {
    const QRectF& plot = m_scene.frame.plot;
    auto spans = markSpans(m_view.story(), event, m_scene.scale, m_sizes);
    if (m_packing.placements[event].inStrip())
        for (MarkSpan& span : spans) // dots of a strip have no bar of the day
            span = slimSpan(span, m_sizes);
    const MarkSpan& first = spans.front();
    if (spans.size() == 1 && first.left <= first.barLeft && first.right >= first.barRight) {
        expect(drawn == 1, named(event) + QStringLiteral(" is in range and has no mark"));
        return;
    }
    const auto reaching = static_cast<std::size_t>(std::count_if(spans.begin(), spans.end(), [&](const MarkSpan& span) {
        return span.right >= plot.left() && span.left <= plot.right();
    }));
    expect(drawn <= reaching && (drawn > 0) == (reaching > 0),
           named(event) + QStringLiteral(" has other marks than those in view"));
}

void Checker::checkLanes() {
    const QRectF& area = m_scene.frame.lanes;
    double top = area.top();
    std::size_t shown = 0;
    for (std::size_t i = 0; i < m_packing.lanes.size(); ++i) {
        const LaneRows& lane = m_packing.lanes[i];
        const double laneTop = std::max(area.top(), place(lane.first).top);
        const double laneBottom = std::min(area.bottom(), place(std::size_t{lane.first} + lane.count - 1).bottom);
        if (laneBottom - laneTop < rounding) // a sliver of it at most
            continue;
        if (shown == m_scene.lanes.size()) {
            expect(false, QStringLiteral("a lane in view has no band"));
            return;
        }
        const LaneBand& band = m_scene.lanes[shown];
        expect(std::abs(band.rect.top() - top) < (shown == 0 ? rounding : slack) && band.rect.left() == area.left() &&
                   band.rect.right() == area.right(),
               QStringLiteral("the bands of the lanes have gaps, overlap or leave the lanes"));
        expect(std::abs(band.rect.top() - laneTop) < slack && std::abs(band.rect.bottom() - laneBottom) < slack &&
                   band.hue == m_view.lanes()[i].hue && band.shaded == (i % 2 == 1),
               QStringLiteral("a band is not that of its lane, in order"));
        top = band.rect.bottom();
        ++shown;
    }
    expect(shown == m_scene.lanes.size(), QStringLiteral("a band of no lane in view"));
    const double end = std::min(area.bottom(), area.top() - m_scene.scrollY + m_rows.height());
    expect(m_packing.lanes.empty() || std::abs(top - end) < rounding + slack,
           QStringLiteral("the bands do not reach the end of the lanes"));
    expect(std::abs(m_scene.contentHeight - m_rows.height()) < slack &&
               m_scene.scrollY <= std::max(0.0, m_rows.height() - area.height()) + slack,
           QStringLiteral("the lanes are scrolled beyond their end"));
}

void Checker::checkBackdrop() {
    const QRectF& plot = m_scene.frame.plot;
    for (const QRectF& line : m_scene.gridLines)
        expect(contains(plot, line, 0, 0) && line.width() == 1, QStringLiteral("a grid line leaves the plot"));
    for (const WeekendCell& cell : m_scene.weekends)
        expect(contains(plot, cell.rect, 0.5, 0.5), QStringLiteral("a weekend leaves the plot"));
    if (m_scene.coreWindow)
        expect(m_scene.coreWindow->left() >= plot.left() && m_scene.coreWindow->right() <= plot.right() &&
                   m_scene.coreWindow->width() > 0,
               QStringLiteral("the core window leaves the plot"));
    for (const FootNote& note : m_scene.footNotes)
        expect(note.x >= plot.left() && note.x <= plot.right(),
               QStringLiteral("a foot note stands outside of the plot"));
    if (m_scene.columnNote)
        expect(contains(m_scene.frame.footStrip, seenRect(*m_scene.columnNote, m_scene, m_measurer), slack, rounding),
               QStringLiteral("what columns count is told outside of the foot strip"));
    expect(contains(plot, m_scene.frame.lanes, 0, 0) && contains(plot, m_scene.frame.footStrip, 0, 0) &&
               m_scene.frame.lanes.bottom() == m_scene.frame.footStrip.top(),
           QStringLiteral("lanes and foot strip are not the two parts of the plot"));
}

void Checker::checkBounds() {
    const PrimitiveBounds bounds = primitiveBounds(m_scene, m_measurer);
    expect(m_scene.labels.size() <= bounds.labels && m_scene.marks.size() <= bounds.marks &&
               m_scene.columns.size() <= bounds.columns && m_scene.texts.size() <= bounds.texts &&
               m_scene.lanes.size() <= bounds.rows && m_scene.edgeCounts.size() <= 2 * m_scene.lanes.size(),
           QStringLiteral("more primitives than the pixels allow"));
}

} // namespace

std::vector<QString> violations(const Scene& scene, const StoryView& view, const RowPacking& packing,
                                const TextMeasurer& measurer) {
    std::vector<QString> broken = Checker(scene, view, packing, measurer).run();
    const std::vector<QString> ofEdges = edgeCountViolations(scene, view, packing, measurer);
    broken.insert(broken.end(), ofEdges.begin(), ofEdges.end());
    return broken;
}

PrimitiveBounds primitiveBounds(const Scene& scene, const TextMeasurer& measurer) {
    constexpr std::size_t textsAround = 60; // header, notes, legend and sources
    const Sizes sizes(scene.textScale);
    const double rowHeight = 2 * sizes.subRow + 2 * sizes.stripPadding; // of the lowest strip
    const double width = scene.frame.plot.width();
    PrimitiveBounds bounds;
    bounds.rows = static_cast<std::size_t>(scene.frame.lanes.height() / rowHeight) + 2;
    const double lineHeight = measurer.lineHeight(FontRole::Label) + sizes.rowPadding;
    const std::size_t titleRows = static_cast<std::size_t>(scene.frame.lanes.height() / lineHeight) + 2;
    bounds.labels = titleRows * (static_cast<std::size_t>(width / sizes.itemGap) + 2);
    bounds.columns = bounds.rows * (static_cast<std::size_t>(width / (leastBin * scene.textScale)) + 3);
    bounds.marks = bounds.labels + bounds.rows * markKindCount * (static_cast<std::size_t>(width) + 2);
    bounds.texts = 4 * bounds.labels + 3 * bounds.rows + textsAround;
    return bounds;
}

} // namespace quoteline::layout
