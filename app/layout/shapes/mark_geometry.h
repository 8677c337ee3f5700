// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/layout/shapes/metrics.h"
#include "app/layout/shapes/time_scale.h"
#include "model/story/story.h"
#include <optional>
#include <vector>

namespace quoteline::layout {

/// What is drawn for a value of time; app/layout/shapes/legend.h says each in words. An event has one mark, or one for
/// each member of an all-of set and of a one-of set of separate dates.
enum class MarkKind : std::uint8_t {
    DayDot,       ///< a dot on a thin bar as long as the day
    Moment,       ///< a dot at a time of day
    SpanBar,      ///< a filled bar: it lasted
    PossibleBand, ///< pale hatching with soft ends: once, somewhere in there
    SoftRing,     ///< a ring with a soft edge: about
    GapRing,      ///< a ring with a gap: uncertain
    OpenDot,      ///< a dot with a fade towards the open side
};
inline constexpr int markKindCount = 7;

/// A mark along the axis of time; x in pixels, unclipped.
struct MarkSpan {
    MarkKind kind = MarkKind::DayDot;
    bool scheduled = false;
    bool fadeStart = false; ///< open or unknown towards the past; for bars: a soft end
    bool fadeEnd = false;   ///< open or unknown towards the future; for bars: a soft end
    bool ringed = false;    ///< a band that also carries a ring (about a month): approximate or uncertain
    bool wide = false;      ///< its stated bounds are Sizes::wideUnit or more: all of them, without a dot or ring
    bool tiny = false;      ///< a possibility narrower than a dot: a hatched dot
    double left = 0;        ///< visible extent, dot, ring and fade included
    double right = 0;
    double barLeft = 0; ///< the bar or band: the stated bounds
    double barRight = 0;
    double centre = 0; ///< of the dot or ring, or the middle of the bar
    bool operator==(const MarkSpan&) const = default;
};

/// Whether a mark is drawn as a bar or band and not as a dot or ring.
inline bool isBar(const MarkSpan& span) {
    return span.kind == MarkKind::SpanBar || span.wide || (span.kind == MarkKind::PossibleBand && !span.tiny);
}
/// A bar that is no possibility: words can stand on it.
inline bool isFilledBar(const MarkSpan& span) {
    return span.kind == MarkKind::SpanBar || (span.wide && span.kind != MarkKind::PossibleBand);
}
/// How high bars are, and the thin bar under the dot of a day; dots and rings follow from it.
inline double barHeightOf(const MarkSpan& span, const Sizes& sizes) {
    return span.kind == MarkKind::DayDot && !span.wide ? sizes.dayBarHeight : sizes.barHeight;
}

/// Whether an event has a mark for each member of its value.
bool hasMembers(const model::Story& story, model::EventIndex event);

/// The marks of an event at a scale, one for each member of its value, in the order of the value.
std::vector<MarkSpan> markSpans(const model::Story& story, model::EventIndex event, const TimeScale& scale,
                                const Sizes& sizes);

/// The mark of one resolved value.
MarkSpan markSpan(const model::TimeRange& range, bool scheduled, const TimeScale& scale, const Sizes& sizes);

/// The mark as a small glyph in the strip of a lane: a bar, at least as wide as it is high, or a dot in its middle.
MarkSpan slimSpan(MarkSpan mark, const Sizes& sizes);

/// The mark with what it covers at this scale and at nearer ones up to `zoom` times as near: one that becomes wide
/// there takes the room of its whole width from the start.
MarkSpan withRoomToWiden(MarkSpan mark, double zoom, const Sizes& sizes);

} // namespace quoteline::layout
