// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/links/link_ends.h"

#include <algorithm>
#include <cmath>

namespace quoteline::layout {

namespace {

constexpr std::size_t mostMarks = 6; // of a set, that a link may go to
constexpr double leastSeen = 4;      // pixels of a mark at text scale 1; one with less is out of view

double middle(const QRectF& rect) {
    return rect.center().x();
}

/// The dot or ring of a mark, or its bar.
QRectF bodyOf(const Mark& mark, const Sizes& sizes) {
    if (mark.slim)
        return mark.rect();
    if (isBar(mark.span))
        return {mark.span.barLeft, mark.centreY - mark.barHeight / 2, mark.span.barRight - mark.span.barLeft,
                mark.barHeight};
    return {mark.span.centre - sizes.dotRadius, mark.centreY - sizes.dotRadius, 2 * sizes.dotRadius,
            2 * sizes.dotRadius};
}

} // namespace

LinkEnds::LinkEnds(const LinkGround& ground, const LinkRouter& router)
    : m_ground(ground)
    , m_router(router)
    , m_rows(layOutRows(ground.packing, ground.scene.frame.lanes.height(), Sizes(ground.scene.textScale),
                        ground.measurer)) {
    const Scene& scene = m_ground.scene;
    const Sizes sizes(scene.textScale);
    for (std::size_t i = 0; i < scene.marks.size(); ++i) {
        const Mark& mark = scene.marks[i];
        const QRectF body = bodyOf(mark, sizes);
        const QRectF seen = body.intersected(scene.frame.lanes);
        const double least = leastSeen * scene.textScale;
        if (!mark.event || seen.width() < std::min(least, body.width()) || seen.height() < body.height() / 2)
            continue;
        std::vector<std::size_t>& marks = m_marks[*mark.event];
        if (marks.empty())
            m_events.push_back(*mark.event);
        marks.push_back(i);
    }
}

double LinkEnds::middleOf(model::EventIndex event) const {
    const model::Story& story = m_ground.view.story();
    const QRectF& lanes = m_ground.scene.frame.lanes;
    const auto ms =
        static_cast<double>(story.layoutStarts()[event]) / 2 + static_cast<double>(story.layoutEnds()[event]) / 2;
    return std::clamp(m_ground.scene.scale.toX(ms), lanes.left(), lanes.right());
}

/// The nearest mark; bars are met where the way is shortest, else where there is room.
LinkEnd LinkEnds::atMarks(const std::vector<std::size_t>& marks, double towards) const {
    const Scene& scene = m_ground.scene;
    const Sizes sizes(scene.textScale);
    QRectF seen;
    for (std::size_t i = 0; i < std::min(marks.size(), mostMarks); ++i) {
        const QRectF body = bodyOf(scene.marks[marks[i]], sizes).intersected(scene.frame.lanes);
        if (i == 0 || std::abs(middle(body) - towards) < std::abs(middle(seen) - towards))
            seen = body;
    }
    const double inset = std::min(9 * scene.textScale, seen.width() / 2);
    bool up = false;
    bool down = false;
    LinkEnd end;
    for (const double x : {std::clamp(towards, seen.left() + inset, seen.right() - inset), middle(seen),
                           seen.left() + inset, seen.right() - inset}) {
        for (const LinkStub& stub : m_router.stubsAt(seen, x)) {
            bool& found = stub.y <= seen.center().y() ? up : down;
            if (!found && stub.clear)
                end.stubs.push_back(stub);
            found = found || stub.clear;
        }
    }
    if (end.stubs.empty()) // words above and below: across them
        end.stubs = m_router.stubsAt(seen, middle(seen));
    return end;
}

/// The column in sight in which an event begins, or the first of those that it lasts into.
std::optional<QRectF> LinkEnds::columnOf(model::EventIndex event, std::size_t lane) const {
    const auto start = static_cast<double>(m_ground.view.story().layoutStarts()[event]);
    const auto end = static_cast<double>(m_ground.view.story().layoutEnds()[event]);
    for (const Column& column : m_ground.scene.columns)
        if (column.lane == lane && column.time.start < end && column.time.end() > start)
            return column.certain.united(column.possible).intersected(m_ground.scene.frame.lanes);
    return std::nullopt;
}

std::optional<QRectF> LinkEnds::edgeCountOf(std::size_t lane, bool later) const {
    for (const EdgeCount& box : m_ground.scene.edgeCounts)
        if (box.lane == lane && box.later == later)
            return box.rect;
    return std::nullopt;
}

LinkEnd LinkEnds::atBox(const QRectF& box, LinkEnd::Place place) const {
    return {place, m_router.stubsAt(box, middle(box)), box};
}

std::optional<LinkEnd> LinkEnds::of(model::EventIndex event, double towards) const {
    if (const auto marks = m_marks.find(event); marks != m_marks.end())
        return atMarks(marks->second, towards);
    const auto lane = m_ground.view.laneOf(event);
    if (!lane)
        return std::nullopt;
    const QRectF& lanes = m_ground.scene.frame.lanes;
    const Placement& placement = m_ground.packing.placements[event];
    const double y = lanes.top() - m_ground.scene.scrollY + m_rows.rowCentre(placement.row);
    const double x = middleOf(event);
    if (placement.folded)
        if (const auto column = columnOf(event, *lane); column && !column->isEmpty())
            return atBox(*column, LinkEnd::Place::Column);
    if (y < lanes.top() || y > lanes.bottom())
        return LinkEnd{LinkEnd::Place::Beyond, {m_router.brimStub(y > lanes.bottom(), x)}, {}};
    const TimeWindow& window = m_ground.scene.scale.window;
    const bool later =
        static_cast<double>(m_ground.view.story().layoutStarts()[event]) >= window.start + window.width / 2;
    if (const auto box = edgeCountOf(*lane, later))
        return atBox(*box, LinkEnd::Place::Edge);
    return LinkEnd{LinkEnd::Place::Beyond, m_router.sideStubs(later, y), {}};
}

} // namespace quoteline::layout
