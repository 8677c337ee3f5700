// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/scene/event_items.h"

#include "app/layout/shapes/card_shape.h"
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

class EventAdder {
public:
    EventAdder(Scene& scene, const StoryView& view, const TextMeasurer& measurer, bool cards)
        : m_scene(scene)
        , m_view(view)
        , m_measurer(measurer)
        , m_sizes(scene.textScale)
        , m_cards(cards) {}

    /// `labelled`: the event lies in the window. One that does not may still reach into view with the halo of its mark.
    void add(model::EventIndex event, const Placement& placement, int hue, double centreY, bool labelled);

private:
    void addLabel(model::EventIndex event, const Placement& placement, const QRectF& marks, double top);
    void addCard(model::EventIndex event, const Placement& placement, const QRectF& marks, double top, int hue);
    void addTexts(Label label, const LabelShape& shape);
    double labelLeft(const Placement& placement, const QRectF& marks, double width) const;
    void addLine(Label& label, const QString& title, double titleWidth, const QString& date, double dateWidth,
                 double left, double baseline);

    Scene& m_scene;
    const StoryView& m_view;
    const TextMeasurer& m_measurer;
    Sizes m_sizes;
    bool m_cards;
    std::optional<MarkSpan> m_span; ///< the last mark that was added
};

void EventAdder::add(model::EventIndex event, const Placement& placement, int hue, double centreY, bool labelled) {
    const double lineHeight = m_measurer.lineHeight(FontRole::Label);
    const double top = centreY - placement.lines * lineHeight / 2; // of all lines of the event
    const bool above = placement.side == LabelSide::Above;
    // The lowest line, but never so low that a soft ring would leave the row.
    const double below = placement.lines * lineHeight -
                         std::max(m_cards ? 0 : lineHeight / 2,
                                  2 * m_sizes.dotRadius - (m_cards ? m_sizes.cardRow : m_sizes.rowPadding) / 2);
    QRectF covered;
    for (const MarkSpan& span : thinned(markSpans(m_view.story(), event, m_scene.scale, m_sizes))) {
        Mark mark{span, above ? top + below : centreY, barHeightOf(span, m_sizes), hue, event};
        if (placement.side == LabelSide::Inside)
            mark.barHeight = placement.lines * lineHeight + 6 * m_scene.textScale;
        m_span = span;
        covered = covered.isNull() ? mark.rect() : covered.united(mark.rect());
        if (span.right >= m_scene.frame.plot.left() && span.left <= m_scene.frame.plot.right())
            m_scene.marks.push_back(mark);
    }
    if (labelled) // words of another time would read as if they stood here
        m_cards ? addCard(event, placement, covered, top, hue) : addLabel(event, placement, covered, top);
}

/// A label inside a bar or above marks stays in the part of them that is in view.
double EventAdder::labelLeft(const Placement& placement, const QRectF& marks, double width) const {
    const QRectF& plot = m_scene.frame.plot;
    const bool part = m_view.isPart(); // of which packing sees nothing beyond the edges
    switch (placement.side) {
    case LabelSide::Right:
        return (part ? std::max(marks.right(), plot.left()) : marks.right()) + m_sizes.labelGap;
    case LabelSide::Left:
        return (part ? std::min(marks.left(), plot.right()) : marks.left()) - m_sizes.labelGap - width;
    case LabelSide::On:
        return leftOnMark(*m_span, width, m_scene.frame.plot.left(), m_scene.frame.plot.right(), m_sizes);
    case LabelSide::Inside:
    case LabelSide::Above:
        break;
    }
    const bool inside = placement.side == LabelSide::Inside; // of the bar, not on the fade beyond it
    const double first = (inside ? m_span->barLeft : marks.left()) + m_sizes.labelGap;
    const double last = (inside ? m_span->barRight : marks.right()) - m_sizes.labelGap - width;
    return std::clamp(std::max(first, m_scene.frame.plot.left() + m_sizes.labelGap), first, std::max(first, last));
}

void EventAdder::addLine(Label& label, const QString& title, double titleWidth, const QString& date, double dateWidth,
                         double left, double baseline) {
    const auto push = [&](const QString& text, double width, FontRole font, Ink ink) {
        if (text.isEmpty())
            return;
        m_scene.texts.push_back({QPointF(left, baseline), width, text, font, ink, -1, Clip::Lanes});
        ++label.textCount;
        left += width + m_sizes.dateGap;
    };
    push(title, titleWidth, FontRole::Label, Ink::Text);
    // Soft text on the colour of a lane is hard to read.
    const bool onBar = label.side == LabelSide::Inside && !m_span->scheduled;
    // Half a date is another date: "27 Jan" cut at the edge of the view reads "2".
    const QRectF& plot = m_scene.frame.plot;
    if (left >= plot.left() && left + dateWidth <= plot.right())
        push(date, dateWidth, FontRole::Date, onBar ? Ink::Text : Ink::SoftText);
}

void EventAdder::addLabel(model::EventIndex event, const Placement& placement, const QRectF& marks, double blockTop) {
    const LabelShape shape = shapeLabel(m_view.title(event), m_view.shortDate(event),
                                        static_cast<double>(placement.available), m_sizes.dateGap, m_measurer);
    const double left = labelLeft(placement, marks, shape.width);
    const QRectF& plot = m_scene.frame.plot;
    if (left >= plot.right() || left + shape.width <= plot.left())
        return;
    const double height = m_measurer.lineHeight(FontRole::Label) * shape.lines;
    addTexts({event, QRectF(left, std::round(blockTop), shape.width, height), 0, 0, shape.cut, placement.side}, shape);
}

/// The same as a card: the text on a ground that is as high for every event.
void EventAdder::addCard(model::EventIndex event, const Placement& placement, const QRectF& marks, double blockTop,
                         int hue) {
    const LabelShape shape =
        shapeCard(m_view, event, static_cast<double>(placement.available), m_sizes.dateGap, m_measurer);
    const double width = cardWidth(shape.width, m_sizes);
    const double left = std::round(labelLeft(placement, marks, width));
    const QRectF& plot = m_scene.frame.plot;
    if (left >= plot.right() || left + width <= plot.left())
        return;
    const double textHeight = m_measurer.lineHeight(FontRole::Label) * shape.lines;
    const double top =
        std::round(placement.side == LabelSide::Above ? blockTop - m_sizes.cardRow / 2 + m_sizes.cardEdge : blockTop);
    const QRectF rect(left, top - m_sizes.cardEdge, width, std::round(textHeight + 2 * m_sizes.cardEdge));
    const bool scheduled = m_view.story().status(event) == model::EventStatus::Scheduled;
    const std::size_t before = m_scene.labels.size();
    addTexts({event, QRectF(left + m_sizes.cardBar + m_sizes.cardPadding, top, shape.width, textHeight), 0, 0,
              shape.cut, placement.side},
             shape);
    if (m_scene.labels.size() > before)
        m_scene.cards.push_back(
            {event, rect, QRectF(rect.topLeft(), QSizeF(m_sizes.cardBar, rect.height())), hue, scheduled});
}

/// Where `label` lies, in the lines of `shape`.
void EventAdder::addTexts(Label label, const LabelShape& shape) {
    label.firstText = m_scene.texts.size();
    const double left = label.rect.left();
    const double baseline = std::round(label.rect.top() + m_measurer.ascent(FontRole::Label));
    const bool oneLine = shape.lines == 1;
    addLine(label, shape.first, shape.firstWidth, oneLine ? shape.date : QString(), shape.dateWidth, left, baseline);
    if (!oneLine)
        addLine(label, shape.second, shape.secondWidth, shape.date, shape.dateWidth, left,
                std::round(baseline + m_measurer.lineHeight(FontRole::Label)));
    m_scene.labels.push_back(label);
}

std::vector<int> lanesByRow(const RowPacking& packing) {
    std::vector<int> lanes(packing.rowLines.size());
    for (std::size_t lane = 0; lane < packing.lanes.size(); ++lane)
        for (int row = 0; row < packing.lanes[lane].count; ++row)
            lanes[static_cast<std::size_t>(packing.lanes[lane].first + row)] = static_cast<int>(lane);
    return lanes;
}

} // namespace

QRectF Mark::rect() const {
    double height = barHeight;
    if (span.kind == MarkKind::DayDot && !span.wide)
        height = 3 * barHeight; // the dot on the thin bar
    else if (span.kind == MarkKind::SoftRing && !span.wide)
        height = std::max(barHeight, span.right - span.left); // the soft edge around the ring
    return {span.left, centreY - height / 2, span.right - span.left, height};
}

void addEvents(Scene& scene, const StoryView& view, const RowPacking& packing, const LaneLayout& rows,
               const TextMeasurer& measurer) {
    const Sizes sizes(scene.textScale);
    const QRectF& area = scene.frame.lanes;
    const TimeWindow& window = scene.scale.window;
    // A mark may reach into view with its fade or halo.
    const double reach = 2 * sizes.fadeLength * scene.scale.msPerPixel();
    const auto starts = view.story().layoutStarts();
    const auto ends = view.story().layoutEnds();
    const std::vector<int> laneOfRow = lanesByRow(packing);
    EventAdder adder(scene, view, measurer, packing.cards);
    for (const model::EventIndex event : packing.placed.touching(window.start - reach, window.end() + reach)) {
        const Placement& placement = packing.placements[event];
        const double top = area.top() - scene.scrollY + rows.rowTop(placement.row);
        const double bottom = area.top() - scene.scrollY + rows.rowTop(std::size_t{placement.row} + 1);
        const bool inRange =
            static_cast<double>(starts[event]) < window.end() && static_cast<double>(ends[event]) > window.start;
        const bool seen = bottom > area.top() && top < area.bottom();
        scene.counts.inRange += inRange ? 1 : 0;
        scene.counts.scrolledAway += inRange && !seen ? 1 : 0;
        scene.counts.visible += inRange && seen ? 1 : 0;
        if (seen)
            adder.add(event, placement, view.lanes()[static_cast<std::size_t>(laneOfRow[placement.row])].hue,
                      (top + bottom) / 2, inRange);
    }
}

} // namespace quoteline::layout
