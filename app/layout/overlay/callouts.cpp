// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/overlay/callouts.h"

#include <algorithm>
#include <cmath>

namespace quoteline::layout {

namespace {

/// Where an event stands: what its marks cover of the lanes, and where the first of them is met.
struct Place {
    QRectF rect;
    double x = 0;
};

class CalloutBuilder {
public:
    explicit CalloutBuilder(const LinkGround& ground)
        : m_ground(ground)
        , m_scene(ground.scene)
        , m_lanes(ground.scene.frame.lanes)
        , m_sizes(ground.scene.textScale) {}

    void add(model::EventIndex event, bool selected);
    std::vector<Callout> take() { return std::move(m_callouts); }

private:
    std::vector<Mark> countedMarks(model::EventIndex event) const;
    std::optional<Place> placeOf(const std::vector<Mark>& marks) const;
    std::vector<Text> textsOf(model::EventIndex event) const;
    std::optional<QRectF> plateAt(const Place& place, const QSizeF& size) const;

    const LinkGround& m_ground;
    const Scene& m_scene;
    const QRectF& m_lanes;
    Sizes m_sizes;
    std::vector<Callout> m_callouts;
};

/// The marks of an event that found no room, where its lane counts such events; none where that row is not in view.
std::vector<Mark> CalloutBuilder::countedMarks(model::EventIndex event) const {
    const auto lane = m_ground.view.laneOf(event);
    if (!lane || !m_ground.packing.placements[event].folded)
        return {};
    const LaneLayout rows = layOutRows(m_ground.packing, m_lanes.height(), m_sizes, m_ground.measurer);
    const double y = m_lanes.top() - m_scene.scrollY + rows.rowCentre(m_ground.packing.placements[event].row);
    if (y < m_lanes.top() || y > m_lanes.bottom())
        return {};
    std::vector<Mark> marks;
    for (const MarkSpan& span : markSpans(m_ground.view.story(), event, m_scene.scale, m_sizes)) {
        const bool inView = span.barRight >= m_lanes.left() && span.barLeft <= m_lanes.right();
        const bool another =
            marks.empty() || std::max(std::abs(span.left - marks.back().span.left),
                                      std::abs(span.right - marks.back().span.right)) >= 1; // of a set: by a pixel
        if (inView && another)
            marks.push_back({span, y, barHeightOf(span, m_sizes), m_ground.view.hueOf(event), event});
    }
    return marks;
}

std::optional<Place> CalloutBuilder::placeOf(const std::vector<Mark>& marks) const {
    std::optional<Place> place;
    for (const Mark& mark : marks) {
        const QRectF seen = mark.rect().intersected(m_lanes);
        if (seen.isEmpty())
            continue;
        const double middle =
            (std::max(m_lanes.left(), mark.span.barLeft) + std::min(m_lanes.right(), mark.span.barRight)) / 2;
        const double x = std::clamp(isBar(mark.span) ? middle : mark.span.centre, m_lanes.left(), m_lanes.right());
        if (!place)
            place = Place{seen, x};
        place = Place{place->rect.united(seen), std::min(place->x, x)};
    }
    return place;
}

/// Texts that begin at 0, with their widths; none where not even a part of the title has room.
std::vector<Text> CalloutBuilder::textsOf(model::EventIndex event) const {
    const double room = m_lanes.width() - 2 * m_sizes.platePadding;
    const auto text = [&](const QString& words, FontRole font, Ink ink) {
        return Text{{}, m_ground.measurer.width(words, font), words, font, ink, -1, Clip::Lanes};
    };
    std::vector<Text> texts{
        text(elided(m_ground.view.title(event), room, FontRole::Label, m_ground.measurer), FontRole::Label, Ink::Text)};
    if (texts.front().text.isEmpty())
        return {};
    Text date = text(m_ground.view.shortDate(event), FontRole::Date, Ink::SoftText);
    date.baseline.setX(texts.front().width + m_sizes.dateGap);
    if (!date.text.isEmpty() && date.baseline.x() + date.width <= room)
        texts.push_back(date);
    return texts;
}

/// Above or below the place, or where the other plate is in the way above or below that one; at last anywhere.
std::optional<QRectF> CalloutBuilder::plateAt(const Place& place, const QSizeF& size) const {
    const double gap = m_sizes.labelGap;
    std::vector<double> tops{place.rect.top() - gap - size.height(), place.rect.bottom() + gap};
    for (const Callout& other : m_callouts) {
        tops.push_back(other.plate.top() - gap / 2 - size.height());
        tops.push_back(other.plate.bottom() + gap / 2);
    }
    tops.push_back(std::max(m_lanes.top(), std::min(tops.front(), m_lanes.bottom() - size.height())));
    const double left = std::max(m_lanes.left(), std::min(place.x - size.width() / 2, m_lanes.right() - size.width()));
    for (const double top : tops) {
        const QRectF plate(QPointF(std::round(left), std::round(top)), size);
        const bool free = std::none_of(m_callouts.begin(), m_callouts.end(),
                                       [&](const Callout& other) { return other.plate.intersects(plate); });
        if (free && m_lanes.contains(plate))
            return plate;
    }
    return std::nullopt;
}

void CalloutBuilder::add(model::EventIndex event, bool selected) {
    const auto isOfEvent = [event](const auto& thing) { return thing.event == event; };
    if (std::any_of(m_scene.labels.begin(), m_scene.labels.end(), isOfEvent))
        return;
    std::vector<Mark> marks;
    std::copy_if(m_scene.marks.begin(), m_scene.marks.end(), std::back_inserter(marks), isOfEvent);
    Callout callout{event, {}, {}, {}, {}, selected};
    if (marks.empty())
        callout.marks = marks = countedMarks(event);
    const auto place = placeOf(marks);
    if (!place)
        return;
    callout.texts = textsOf(event);
    if (callout.texts.empty())
        return;
    const Text& last = callout.texts.back();
    const double padding = m_sizes.rowPadding / 2;
    const auto plate = plateAt(*place, {std::floor(last.baseline.x() + last.width + 2 * m_sizes.platePadding),
                                        std::ceil(m_ground.measurer.lineHeight(FontRole::Label) + 2 * padding)});
    if (!plate)
        return;
    callout.plate = *plate;
    const double baseline = std::round(plate->top() + padding + m_ground.measurer.ascent(FontRole::Label));
    for (Text& text : callout.texts)
        text.baseline += QPointF(plate->left() + m_sizes.platePadding, baseline);
    if (plate->bottom() < place->rect.top())
        callout.leader = QLineF(place->x, plate->bottom(), place->x, place->rect.top());
    else if (plate->top() > place->rect.bottom())
        callout.leader = QLineF(place->x, plate->top(), place->x, place->rect.bottom());
    m_callouts.push_back(std::move(callout));
}

} // namespace

std::vector<Callout> buildCallouts(const LinkGround& ground, std::optional<model::EventIndex> selected,
                                   std::optional<model::EventIndex> hovered) {
    CalloutBuilder builder(ground);
    if (selected)
        builder.add(*selected, true);
    if (hovered && hovered != selected)
        builder.add(*hovered, false);
    return builder.take();
}

} // namespace quoteline::layout
