// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/view/timeline/timeline_words.h"

#include "app/content/words/display_text.h"
#include "app/content/words/translate.h"
#include "app/layout/overlay/lane_drag.h"

namespace quoteline::ui {

/// The whole name, which may be shortened beside the lane, and how many events there are.
QString TimelineWords::lane(const layout::StoryView& view, const layout::LaneGroup& lane) {
    const auto total = static_cast<int>(lane.total);
    const QLocale& locale = view.locale();
    if (lane.events.size() == lane.total)
        return tr("%1: %2 event(s)", nullptr, total)
            .arg(layout::isolated(lane.name), layout::number(lane.total, locale));
    return tr("%1: %2 of %3 event(s)", nullptr, total)
        .arg(layout::isolated(lane.name), layout::number(lane.events.size(), locale),
             layout::number(lane.total, locale));
}

QString TimelineWords::event(const layout::StoryView& view, model::EventIndex event) {
    const QString lane = layout::displayLine(view.story().lanes()[view.story().lane(event)].name);
    return tr("%1 (%2; %3)").arg(layout::isolated(view.title(event)), view.shortDate(event), layout::isolated(lane));
}

QString TimelineWords::column(const layout::StoryView& view, const layout::Column& column) {
    return tr("%1 event(s), %2: click for the list, or zoom in", "a number, a range of dates",
              static_cast<int>(column.count))
        .arg(layout::number(column.count, view.locale()),
             layout::rangeInWords(column.time.start, column.time.end(), view.locale()));
}

QString TimelineWords::edgeCount(const layout::StoryView& view, const layout::EdgeCount& edge) {
    const auto count = static_cast<int>(edge.count);
    const QString words =
        edge.later ? tr("%1 later event(s) in this lane; the next: %2 (%3)", "a number, a title, a date", count)
                   : tr("%1 earlier event(s) in this lane; the last: %2 (%3)", "a number, a title, a date", count);
    return words.arg(layout::number(edge.count, view.locale()), layout::isolated(view.title(edge.event)),
                     view.shortDate(edge.event));
}

QString TimelineWords::at(const layout::Scene& scene, const layout::StoryView& view, QPointF position,
                          const std::optional<layout::Hit>& hit) {
    if (position.x() < scene.frame.plot.left()) {
        if (const auto lane = layout::laneHitTest(scene, position))
            return TimelineWords::lane(view, view.lanes()[scene.laneHeads[lane->head].lane]);
    }
    if (!hit)
        return {};
    if (hit->column)
        return column(view, scene.columns[*hit->column]);
    if (hit->edgeCount)
        return edgeCount(view, scene.edgeCounts[*hit->edgeCount]);
    return hit->event ? event(view, *hit->event) : QString();
}

} // namespace quoteline::ui
