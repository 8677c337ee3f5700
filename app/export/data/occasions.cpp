// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/data/occasions.h"

namespace quoteline::ui {

using model::Precision;
using model::TimeFlag;
using model::TimeRange;
using model::TimeShape;

namespace {

bool hasTime(Precision precision) {
    return precision >= Precision::Minute;
}

bool hasAny(const TimeRange& range, std::initializer_list<TimeFlag> flags) {
    for (const TimeFlag flag : flags)
        if (range.flags.has(flag))
            return true;
    return false;
}

} // namespace

std::vector<TimeRange> occasionsOf(const ExportJob& job, model::EventIndex event) {
    const TimeRange range = job.story().range(event);
    if (range.shape != TimeShape::Several)
        return {range};
    return model::resolveMembers(job.story().when(event), job.zone);
}

bool isTimed(const TimeRange& range) {
    return (!range.earliest || hasTime(range.startPrecision)) && (!range.end || hasTime(range.endPrecision)) &&
           (range.earliest || range.end);
}

DayRange daysOf(const TimeRange& range) {
    return {model::dayOf(range.layoutStart), model::dayOf(range.layoutEnd - 1) + 1};
}

model::CivilMs writtenEnd(const TimeRange& range) {
    const Precision precision = range.end ? range.endPrecision : range.startPrecision;
    const model::CivilMs unit = precision == Precision::Minute ? model::msPerMinute : model::msPerSecond;
    return std::max(range.layoutStart, range.layoutEnd - unit);
}

void tallyDates(ExportJob& job, model::EventIndex event, const std::vector<TimeRange>& occasions) {
    LossTally& losses = job.losses;
    for (const TimeRange& range : occasions) {
        const bool oneTime =
            (range.earliest && hasTime(range.startPrecision)) || (range.end && hasTime(range.endPrecision));
        if (hasAny(range, {TimeFlag::Uncertain}))
            losses.add(LossKind::Uncertain, event);
        if (hasAny(range, {TimeFlag::Approximate}))
            losses.add(LossKind::Approximate, event);
        if (hasAny(range, {TimeFlag::OpenStart, TimeFlag::OpenEnd, TimeFlag::UnknownStart, TimeFlag::UnknownEnd}))
            losses.add(LossKind::OpenSides, event);
        else if (range.shape == TimeShape::Possible)
            losses.add(LossKind::OneOf, event);
        else if (std::min(range.startPrecision, range.endPrecision) < Precision::Day)
            losses.add(LossKind::CoarseEnds, event);
        if (oneTime && !isTimed(range))
            losses.add(LossKind::TimeOfDay, event);
    }
    if (occasions.size() > 1)
        losses.add(LossKind::SeveralDates, event);
}

} // namespace quoteline::ui
