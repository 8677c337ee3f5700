// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/scene/event_items.h"

#include "app/layout/scene/label_places.h"
#include <algorithm>
#include <cmath>
#include <iterator>

namespace quoteline::layout {

namespace {

/// Members of a set that stand closer than a pixel are drawn as one: a row has no more marks than pixels.
std::vector<MarkSpan> thinned(std::vector<MarkSpan> spans) {
    if (spans.size() == 1)
        return spans;
    std::stable_sort(spans.begin(), spans.end(), [](auto& a, auto& b) { return a.barLeft < b.barLeft; });
    std::optional<MarkSpan> last[markKindCount];
    const auto isNew = [&](const MarkSpan& span) {
        std::optional<MarkSpan>& before = last[static_cast<std::size_t>(span.kind)];
        if (before && (isBar(span) ? span.right < before->right + 1 : std::abs(span.centre - before->centre) < 1))
            return false;
        before = span;
        return true;
    };
    std::vector<MarkSpan> kept;
    std::copy_if(spans.begin(), spans.end(), std::back_inserter(kept), isNew);
    return kept;
}

/// An event with a row in view: what is drawn of it.
struct Item {
    model::EventIndex event = 0;
    const Placement* placement = nullptr;
    RowItem row;
    double top = 0; ///< of the lines of its row
    double centreY = 0;
};

class EventAdder {
public:
    EventAdder(Scene& scene, const StoryView& view, const TextMeasurer& measurer)
        : m_scene(scene)
        , m_view(view)
        , m_measurer(measurer)
        , m_sizes(scene.textScale) {}

    /// `labelled`: the event lies in the window. One that does not may still reach into view with the halo of its mark.
    void add(model::EventIndex event, const Placement& placement, int hue, double centreY, bool labelled);
    /// The small marks of an event in the strip whose lowest line is at `foot`, with a small title
    /// where it has one; the labels of a strip with `titles` keep clear of all marks.
    void addSlim(model::EventIndex event, const Placement& placement, int hue, double foot, bool titles, bool labelled);
    /// Something that no label may cover.
    void addObstacle(std::uint32_t row, double left, double right) {
        m_items.push_back({0, nullptr, RowItem{row, LabelSide::Right, 1, {left, right}, {}, {}, {}, {}}, 0, 0});
    }
    /// The labels of all that was added: where one stands depends on its neighbours in the row.
    void addLabels();

private:
    bool addSetLine(model::EventIndex event, int hue, const std::vector<MarkSpan>& spans, double y);
    void addLabel(const Item& item, const LabelPlace& place);
    void addLine(Label& label, FontRole font, const QString& title, double titleWidth, const QString& date,
                 double dateWidth, double left, double baseline);

    Scene& m_scene;
    const StoryView& m_view;
    const TextMeasurer& m_measurer;
    Sizes m_sizes;
    std::vector<Item> m_items;
};

/// Whether a part of it is in view.
bool EventAdder::addSetLine(model::EventIndex event, int hue, const std::vector<MarkSpan>& spans, double y) {
    if (m_view.story().shapes()[event] != model::TimeShape::Several || spans.size() < 2)
        return false;
    const auto byCentre = [](const MarkSpan& a, const MarkSpan& b) { return a.centre < b.centre; };
    const auto [first, last] = std::minmax_element(spans.begin(), spans.end(), byCentre);
    const double left = std::max(m_scene.frame.plot.left(), first->centre);
    const double right = std::min(m_scene.frame.plot.right(), last->centre);
    if (right - left < 1)
        return false;
    m_scene.setLines.push_back({event, QRectF(left, std::floor(y), right - left, 1), hue});
    return true;
}

void EventAdder::add(model::EventIndex event, const Placement& placement, int hue, double centreY, bool labelled) {
    const double lineHeight = m_measurer.lineHeight(FontRole::Label);
    const double text = placement.lines * lineHeight; // of all lines of the event
    double top = centreY - text / 2;
    double markY = centreY;
    if (placement.side == LabelSide::Above) // the lowest line, but never so low that a soft ring would leave the row
        markY = top + text - std::max(lineHeight / 2, 2 * m_sizes.dotRadius - m_sizes.rowPadding / 2);
    if (isOver(placement.side)) {
        top = centreY - (text + m_sizes.footGap + m_sizes.footBar) / 2;
        markY = top + text + m_sizes.footGap + m_sizes.footBar / 2;
    }
    QRectF covered;
    Span body; // of the last mark, which is the only one where words stand on it
    const std::vector<MarkSpan> spans = thinned(markSpans(m_view.story(), event, m_scene.scale, m_sizes));
    bool marked = addSetLine(event, hue, spans, markY);
    for (const MarkSpan& span : spans) {
        Mark mark{span, markY, barHeightOf(span, m_sizes), hue, event};
        if (placement.side == LabelSide::Inside)
            mark.barHeight = text + 6 * m_scene.textScale;
        if (isOver(placement.side))
            mark.barHeight = m_sizes.footBar;
        body = {span.barLeft, span.barRight};
        covered = covered.isNull() ? mark.rect() : covered.united(mark.rect());
        if (span.right >= m_scene.frame.plot.left() && span.left <= m_scene.frame.plot.right()) {
            m_scene.marks.push_back(mark);
            marked = true;
        }
    }
    RowItem row{placement.row,
                placement.side,
                placement.lines,
                {covered.left(), covered.right()},
                body,
                {},
                FontRole::Label,
                {}};
    if (labelled && marked) { // words of another time would read as if they stood here
        row.title = m_view.title(event);
        row.label = shapeLabel(row.title, m_view.shortDate(event), static_cast<double>(placement.available),
                               m_sizes.dateGap, m_measurer);
    }
    m_items.push_back({event, &placement, std::move(row), top, centreY});
}

void EventAdder::addSlim(model::EventIndex event, const Placement& placement, int hue, double foot, bool titles,
                         bool labelled) {
    const QRectF& plot = m_scene.frame.plot;
    const double lowest = foot - m_sizes.stripPadding - (placement.subRow - 1) * m_sizes.subRow;
    Span covered{1, 0};
    const std::vector<MarkSpan> spans = thinned(markSpans(m_view.story(), event, m_scene.scale, m_sizes));
    bool marked = addSetLine(event, hue, spans, lowest - m_sizes.subRow);
    for (const MarkSpan& mark : spans) {
        const MarkSpan span = slimSpan(mark, m_sizes);
        const double centreY = lowest - (isBar(span) ? 0.5 : 1) * m_sizes.subRow;
        covered = covered.left > covered.right
                      ? Span{span.left, span.right}
                      : Span{std::min(covered.left, span.left), std::max(covered.right, span.right)};
        if (span.right >= plot.left() && span.left <= plot.right()) {
            m_scene.marks.push_back({span, centreY, m_sizes.slimBar, hue, event, true});
            marked = true;
        }
    }
    if (!titles)
        return;
    RowItem row{placement.row, placement.side, 1, covered, {}, {}, FontRole::SmallLabel, {}};
    if (placement.hasTitle() && marked && labelled) {
        row.title = m_view.title(event);
        row.label = titleShape(row.title, static_cast<double>(placement.available), FontRole::SmallLabel, m_measurer);
    }
    // Beside the middle of two sub-rows.
    const double top = foot - m_sizes.stripPadding - m_sizes.subRow - m_measurer.lineHeight(FontRole::SmallLabel) / 2;
    m_items.push_back({event, &placement, std::move(row), top, 0});
}

void EventAdder::addLabels() {
    std::vector<RowItem> rows;
    rows.reserve(m_items.size());
    for (Item& item : m_items)
        rows.push_back(std::move(item.row));
    const QRectF& plot = m_scene.frame.plot;
    const std::vector<std::optional<LabelPlace>> places =
        placeLabels(rows, {plot.left(), plot.right(), m_view.isPart()}, m_sizes, m_measurer);
    for (std::size_t i = 0; i < m_items.size(); ++i)
        if (places[i])
            addLabel(m_items[i], *places[i]);
}

void EventAdder::addLine(Label& label, FontRole font, const QString& title, double titleWidth, const QString& date,
                         double dateWidth, double left, double baseline) {
    const auto push = [&](const QString& text, double width, FontRole role, Ink ink) {
        if (text.isEmpty())
            return;
        m_scene.texts.push_back({QPointF(left, baseline), width, text, role, ink, -1, Clip::Lanes});
        ++label.textCount;
        left += width + m_sizes.dateGap;
    };
    push(title, titleWidth, font, Ink::Text);
    // Soft text on the colour of a lane is hard to read.
    const bool onColour =
        label.side == LabelSide::Inside && m_view.story().status(label.event) != model::EventStatus::Scheduled;
    push(date, dateWidth, FontRole::Date, onColour ? Ink::Text : Ink::SoftText);
}

void EventAdder::addLabel(const Item& item, const LabelPlace& place) {
    const LabelShape& shape = place.shape;
    const FontRole font = item.placement->inStrip() ? FontRole::SmallLabel : FontRole::Label;
    const double lineHeight = m_measurer.lineHeight(font);
    // Fewer lines than were kept for it stand in the middle of them.
    const int kept = item.placement->lines - (item.placement->side == LabelSide::Above ? 1 : 0);
    const double top = item.top + (kept > shape.lines ? (kept - shape.lines) * lineHeight / 2 : 0);
    Label label{item.event,
                QRectF(place.left, std::round(top), shape.width, lineHeight * shape.lines),
                m_scene.texts.size(),
                0,
                shape.cut,
                place.side};
    const double baseline = std::round(label.rect.top() + m_measurer.ascent(font));
    const bool oneLine = shape.lines == 1;
    addLine(label, font, shape.first, shape.firstWidth, oneLine ? shape.date : QString(), shape.dateWidth, place.left,
            baseline);
    if (!oneLine)
        addLine(label, font, shape.second, shape.secondWidth, shape.date, shape.dateWidth, place.left,
                std::round(baseline + lineHeight));
    m_scene.labels.push_back(label);
}

std::vector<std::size_t> lanesByRow(const RowPacking& packing) {
    std::vector<std::size_t> lanes(packing.rowLines.size());
    for (std::size_t lane = 0; lane < packing.lanes.size(); ++lane)
        for (std::size_t row = 0; row < packing.lanes[lane].count; ++row)
            lanes[packing.lanes[lane].first + row] = lane;
    return lanes;
}

} // namespace

QRectF Mark::rect() const {
    double height = barHeight;
    if (slim)
        height = isBar(span) ? barHeight : span.right - span.left;
    else if (span.kind == MarkKind::DayDot && !span.wide)
        height = 3 * barHeight; // the dot on the thin bar
    else if (span.kind == MarkKind::SoftRing && !span.wide)
        height = std::max(barHeight, span.right - span.left); // the soft edge around the ring
    return {span.left, centreY - height / 2, span.right - span.left, height};
}

std::vector<std::size_t> addEvents(Scene& scene, const StoryView& view, const RowPacking& packing,
                                   const LaneLayout& rows, const TextMeasurer& measurer) {
    const Sizes sizes(scene.textScale);
    const QRectF& area = scene.frame.lanes;
    const TimeWindow& window = scene.scale.window;
    // A mark may reach into view with its fade or halo.
    const double reach = 2 * sizes.fadeLength * scene.scale.msPerPixel();
    const auto starts = view.story().layoutStarts();
    const auto ends = view.story().layoutEnds();
    const std::vector<std::size_t> laneOfRow = lanesByRow(packing);
    std::vector<std::size_t> placed(packing.lanes.size());
    EventAdder adder(scene, view, measurer);
    for (const model::EventIndex event : packing.placed.touching(window.start - reach, window.end() + reach)) {
        const Placement& placement = packing.placements[event];
        const std::size_t lane = laneOfRow[placement.row];
        const double top = area.top() - scene.scrollY + rows.rowTop(placement.row);
        const double bottom = area.top() - scene.scrollY + rows.rowTop(std::size_t{placement.row} + 1);
        const bool inRange =
            static_cast<double>(starts[event]) < window.end() && static_cast<double>(ends[event]) > window.start;
        const bool seen = bottom > area.top() && top < area.bottom();
        placed[lane] += inRange ? 1 : 0;
        scene.counts.scrolledAway += inRange && !seen ? 1 : 0;
        scene.counts.visible += inRange && seen ? 1 : 0;
        scene.counts.slim += inRange && seen && !placement.hasTitle() ? 1 : 0;
        if (seen && placement.inStrip())
            adder.addSlim(event, placement, view.lanes()[lane].hue, bottom, packing.lanes[lane].strip->titles, inRange);
        else if (seen)
            adder.add(event, placement, view.lanes()[lane].hue,
                      area.top() - scene.scrollY + rows.rowCentre(placement.row), inRange);
    }
    for (const LaneRows& lane : packing.lanes)
        if (lane.strip && lane.strip->titles)
            for (const TimeWindow& column : lane.strip->columns)
                adder.addObstacle(static_cast<std::uint32_t>(lane.stripRow()), scene.scale.toX(column.start),
                                  scene.scale.toX(column.end()));
    adder.addLabels();
    return placed;
}

} // namespace quoteline::layout
