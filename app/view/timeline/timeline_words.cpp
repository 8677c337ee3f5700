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
        return tr("%1: %2 event(s)", nullptr, total).arg(lane.name, layout::number(lane.total, locale));
    return tr("%1: %2 of %3 event(s)", nullptr, total)
        .arg(lane.name, layout::number(lane.events.size(), locale), layout::number(lane.total, locale));
}

QString TimelineWords::event(const layout::StoryView& view, model::EventIndex event) {
    const QString lane = layout::displayLine(view.story().lanes()[view.story().lane(event)].name);
    return tr("%1 (%2; %3)").arg(view.title(event), view.shortDate(event), lane);
}

QString TimelineWords::chip(const layout::StoryView& view, const layout::Chip& chip) {
    return tr("%1 event(s) found no room here: click for the list, or zoom in", nullptr, static_cast<int>(chip.count))
        .arg(layout::number(chip.count, view.locale()));
}

QString TimelineWords::edgeChip(const layout::StoryView& view, const layout::EdgeChip& chip) {
    const auto count = static_cast<int>(chip.count);
    const QString words =
        chip.later ? tr("%1 later event(s) in this lane; the next: %2 (%3)", "a number, a title, a date", count)
                   : tr("%1 earlier event(s) in this lane; the last: %2 (%3)", "a number, a title, a date", count);
    return words.arg(layout::number(chip.count, view.locale()), view.title(chip.event), view.shortDate(chip.event));
}

QString TimelineWords::at(const layout::Scene& scene, const layout::StoryView& view, QPointF position,
                          const std::optional<layout::Hit>& hit) {
    if (position.x() < scene.frame.plot.left()) {
        if (const auto lane = layout::laneHitTest(scene, position))
            return TimelineWords::lane(view, view.lanes()[scene.laneHeads[lane->head].lane]);
    }
    if (!hit)
        return {};
    if (hit->chip)
        return chip(view, scene.chips[*hit->chip]);
    if (hit->edgeChip)
        return edgeChip(view, scene.edgeChips[*hit->edgeChip]);
    return hit->event ? event(view, *hit->event) : QString();
}

} // namespace quoteline::ui
