// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/shapes/mark_geometry.h"

#include "app/layout/shapes/time_scale.h"
#include <algorithm>

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

/// Bars keep a width that can be seen and hit, however short the time.
void placeBar(MarkSpan& mark, const Sizes& sizes) {
    const double least = sizes.dotRadius;
    if (mark.barRight - mark.barLeft < least) {
        mark.barLeft = mark.centre - least / 2;
        mark.barRight = mark.centre + least / 2;
    }
    mark.left = mark.barLeft;
    mark.right = mark.barRight;
    if (mark.ringed) {
        mark.left = std::min(mark.left, mark.centre - sizes.dotRadius);
        mark.right = std::max(mark.right, mark.centre + sizes.dotRadius);
    }
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
    switch (mark.kind) {
    case MarkKind::SpanBar:
        mark.fadeStart = mark.fadeEnd = qualified(range);
        placeBar(mark, sizes);
        break;
    case MarkKind::PossibleBand:
        mark.ringed = qualified(range);
        placeBar(mark, sizes);
        break;
    case MarkKind::DayDot:
        mark.left = std::min(mark.barLeft, mark.centre - sizes.dotRadius);
        mark.right = std::max(mark.barRight, mark.centre + sizes.dotRadius);
        break;
    case MarkKind::OpenDot:
        mark.left = mark.centre - (mark.fadeStart ? sizes.fadeLength : sizes.dotRadius);
        mark.right = mark.centre + (mark.fadeEnd ? sizes.fadeLength : sizes.dotRadius);
        break;
    case MarkKind::SoftRing:
        mark.left = mark.centre - 2 * sizes.dotRadius;
        mark.right = mark.centre + 2 * sizes.dotRadius;
        break;
    case MarkKind::Moment:
    case MarkKind::GapRing:
        mark.left = mark.centre - sizes.dotRadius;
        mark.right = mark.centre + sizes.dotRadius;
        break;
    }
    return mark;
}

std::vector<MarkSpan> markSpans(const model::Story& story, model::EventIndex event, const TimeScale& scale,
                                const Sizes& sizes) {
    const bool scheduled = story.status(event) == model::EventStatus::Scheduled;
    const model::TimeRange whole = story.range(event);
    if (whole.shape != TimeShape::Several)
        return {markSpan(whole, scheduled, scale, sizes)};
    std::vector<MarkSpan> marks;
    for (const model::TimeRange& member : model::resolveMembers(story.when(event), story.zone())) {
        MarkSpan mark = markSpan(member, scheduled, scale, sizes);
        const bool wholeUnit = member.shape == TimeShape::Possible && !member.flags.has(TimeFlag::Unspecified);
        if (wholeUnit) { // in an all-of set a month is one that counts, not a possibility
            mark.kind = MarkKind::SpanBar;
            placeBar(mark, sizes);
        }
        marks.push_back(mark);
    }
    return marks;
}

} // namespace quoteline::layout
