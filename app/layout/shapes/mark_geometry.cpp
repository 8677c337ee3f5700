// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/shapes/mark_geometry.h"

#include "app/layout/shapes/time_scale.h"
#include <algorithm>
#include <string_view>

namespace quoteline::layout {

using model::Precision;
using model::TimeFlag;
using model::TimeShape;

namespace {

bool openStart(const model::TimeRange& range) {
    return range.flags.has(TimeFlag::OpenStart) || range.flags.has(TimeFlag::UnknownStart);
}
bool openEnd(const model::TimeRange& range) {
    return range.flags.has(TimeFlag::OpenEnd) || range.flags.has(TimeFlag::UnknownEnd);
}
bool qualified(const model::TimeRange& range) {
    return range.flags.has(TimeFlag::Approximate) || range.flags.has(TimeFlag::Uncertain);
}

MarkKind kindOf(const model::TimeRange& range) {
    switch (range.shape) {
    case TimeShape::Point:
        return range.startPrecision >= Precision::Minute ? MarkKind::Moment : MarkKind::DayDot;
    case TimeShape::Span:
    case TimeShape::Several:
        return MarkKind::SpanBar;
    case TimeShape::Possible:
        return MarkKind::PossibleBand;
    case TimeShape::Approximate:
        return range.startPrecision < Precision::Day ? MarkKind::PossibleBand : MarkKind::SoftRing;
    case TimeShape::Uncertain:
        return range.startPrecision < Precision::Day ? MarkKind::PossibleBand : MarkKind::GapRing;
    case TimeShape::Open:
        return MarkKind::OpenDot;
    }
    return MarkKind::DayDot;
}

/// Bars keep a width that can be seen and hit, however short the time; a possibility that of a dot.
void placeBar(MarkSpan& mark, double least) {
    if (mark.barRight - mark.barLeft < least) {
        mark.barLeft = mark.centre - least / 2;
        mark.barRight = mark.centre + least / 2;
    }
    mark.left = mark.barLeft;
    mark.right = mark.barRight;
}

/// Widens what a mark covers to all of its stated bounds, and the fade of an open side beyond them.
void coverBounds(MarkSpan& mark, const Sizes& sizes) {
    const bool open = mark.kind == MarkKind::OpenDot;
    mark.left = std::min(mark.left, mark.barLeft - (open && mark.fadeStart ? sizes.fadeLength : 0));
    mark.right = std::max(mark.right, mark.barRight + (open && mark.fadeEnd ? sizes.fadeLength : 0));
}

/// A dot or ring in the middle of its time, and what belongs to it.
void placeDot(MarkSpan& mark, const Sizes& sizes) {
    const bool halo = mark.kind == MarkKind::SoftRing;
    const double reach = halo ? 2 * sizes.dotRadius : sizes.dotRadius;
    const bool open = mark.kind == MarkKind::OpenDot;
    mark.left = mark.centre - (open && mark.fadeStart ? sizes.fadeLength : reach);
    mark.right = mark.centre + (open && mark.fadeEnd ? sizes.fadeLength : reach);
    if (mark.kind == MarkKind::DayDot)
        coverBounds(mark, sizes);
}

void placeWide(MarkSpan& mark, const Sizes& sizes) {
    mark.left = mark.right = mark.centre;
    coverBounds(mark, sizes);
    if (mark.kind == MarkKind::SoftRing || mark.kind == MarkKind::GapRing)
        mark.fadeStart = mark.fadeEnd = true;
}

} // namespace

MarkSpan markSpan(const model::TimeRange& range, bool scheduled, const TimeScale& scale, const Sizes& sizes) {
    MarkSpan mark;
    mark.kind = kindOf(range);
    mark.scheduled = scheduled;
    mark.barLeft = scale.toX(static_cast<double>(range.layoutStart));
    mark.barRight = scale.toX(static_cast<double>(range.layoutEnd));
    mark.centre = (mark.barLeft + mark.barRight) / 2;
    mark.fadeStart = openStart(range);
    mark.fadeEnd = openEnd(range);
    const double width = mark.barRight - mark.barLeft;
    mark.wide = mark.kind != MarkKind::SpanBar && width >= sizes.wideUnit;
    if (mark.kind == MarkKind::SpanBar) {
        mark.fadeStart = mark.fadeEnd = qualified(range);
        placeBar(mark, sizes.dotRadius);
    } else if (mark.kind == MarkKind::PossibleBand) {
        mark.tiny = width < 2 * sizes.dotRadius;
        mark.ringed = qualified(range) && !mark.wide;
        placeBar(mark, 2 * sizes.dotRadius);
    } else if (mark.wide) {
        placeWide(mark, sizes);
    } else {
        placeDot(mark, sizes);
    }
    return mark;
}

MarkSpan slimSpan(MarkSpan mark, const Sizes& sizes) {
    const bool bar = isBar(mark);
    const double half = bar ? std::max(sizes.slimBar, mark.barRight - mark.barLeft) / 2 : sizes.slimRadius;
    if (bar)
        mark.centre = (mark.barLeft + mark.barRight) / 2;
    mark.left = mark.centre - half;
    mark.right = mark.centre + half;
    if (bar) {
        mark.barLeft = mark.left;
        mark.barRight = mark.right;
    }
    return mark;
}

MarkSpan withRoomToWiden(MarkSpan mark, double zoom, const Sizes& sizes) {
    if (!isBar(mark) && (mark.barRight - mark.barLeft) * zoom >= sizes.wideUnit)
        coverBounds(mark, sizes);
    return mark;
}

bool hasMembers(const model::Story& story, model::EventIndex event) {
    switch (story.shapes()[event]) {
    case TimeShape::Several:
        return true;
    case TimeShape::Possible: // of the values that are possibilities, only sets have commas
        return story.whenText(event).find(',') != std::string_view::npos;
    default:
        return false;
    }
}

std::vector<MarkSpan> markSpans(const model::Story& story, model::EventIndex event, const TimeScale& scale,
                                const Sizes& sizes) {
    const bool scheduled = story.status(event) == model::EventStatus::Scheduled;
    if (!hasMembers(story, event))
        return {markSpan(story.range(event), scheduled, scale, sizes)};
    const bool each = story.shapes()[event] == TimeShape::Several;
    std::vector<MarkSpan> marks;
    for (model::TimeRange& member : model::resolveMembers(story.when(event), story.zone())) {
        const bool wholeUnit = member.shape == TimeShape::Possible && !member.flags.has(TimeFlag::Unspecified);
        if (each && wholeUnit) // in an all-of set a month is one that counts, not a possibility
            member.shape = TimeShape::Span;
        marks.push_back(markSpan(member, scheduled, scale, sizes));
    }
    return marks;
}

} // namespace quoteline::layout
