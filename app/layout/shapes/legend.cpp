// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/shapes/legend.h"

#include "app/layout/shapes/time_scale.h"
#include <QCoreApplication>
#include <algorithm>

namespace quoteline::layout {

namespace {

struct LegendText {
    Q_DECLARE_TR_FUNCTIONS(layout)
};

/// Which entry explains a mark.
enum class Entry {
    DayDot,
    Moment,
    SpanBar,
    PossibleBand,
    SoftRing,
    GapRing,
    OpenStart,
    OpenEnd,
    Scheduled,
    Wide,
    Soft
};
constexpr Entry usedEntries[] = {Entry::DayDot,  Entry::Moment,    Entry::SpanBar, Entry::PossibleBand, Entry::SoftRing,
                                 Entry::GapRing, Entry::OpenStart, Entry::OpenEnd, Entry::Scheduled};

QString wordsFor(Entry entry) {
    switch (entry) {
    case Entry::DayDot:
        return LegendText::tr("on this day");
    case Entry::Moment:
        return LegendText::tr("at this time");
    case Entry::SpanBar:
        return LegendText::tr("lasted from start to end");
    case Entry::PossibleBand:
        return LegendText::tr("once, somewhere in there");
    case Entry::SoftRing:
        return LegendText::tr("about this day");
    case Entry::GapRing:
        return LegendText::tr("around this day, undated");
    case Entry::OpenStart:
        return LegendText::tr("on or before this day");
    case Entry::OpenEnd:
        return LegendText::tr("on or after this day");
    case Entry::Scheduled:
        return LegendText::tr("outlined: scheduled");
    case Entry::Wide:
        return LegendText::tr("on this day or in this minute, where it is wide");
    case Entry::Soft:
        return LegendText::tr("about or around this day, where it is wide");
    }
    return {};
}

/// The same mark where its time is wide.
MarkSpan widened(MarkSpan mark, const Sizes& sizes) {
    const double width = legendMarkWidth(sizes);
    const bool open = mark.kind == MarkKind::OpenDot;
    mark.wide = true;
    mark.barLeft = (open && mark.fadeStart ? 0.4 : 0.05) * width;
    mark.barRight = (open && mark.fadeEnd ? 0.6 : 0.95) * width;
    mark.centre = (mark.barLeft + mark.barRight) / 2;
    mark.left = open && mark.fadeStart ? 0 : mark.barLeft;
    mark.right = open && mark.fadeEnd ? width : mark.barRight;
    if (mark.kind == MarkKind::SoftRing || mark.kind == MarkKind::GapRing)
        mark.fadeStart = mark.fadeEnd = true;
    return mark;
}

MarkSpan sampleFor(Entry entry, const Sizes& sizes) {
    const double width = legendMarkWidth(sizes);
    const double centre = width / 2;
    MarkSpan mark;
    mark.centre = centre;
    const auto bar = [&](MarkKind kind, double share) {
        mark.kind = kind;
        mark.left = mark.barLeft = centre - width * share / 2;
        mark.right = mark.barRight = centre + width * share / 2;
    };
    switch (entry) {
    case Entry::DayDot:
        bar(MarkKind::DayDot, 0.8);
        break;
    case Entry::Moment:
        bar(MarkKind::Moment, 2 * sizes.dotRadius / width);
        break;
    case Entry::SpanBar:
        bar(MarkKind::SpanBar, 0.9);
        break;
    case Entry::PossibleBand:
        bar(MarkKind::PossibleBand, 0.9);
        break;
    case Entry::SoftRing:
        bar(MarkKind::SoftRing, 4 * sizes.dotRadius / width);
        break;
    case Entry::GapRing:
        bar(MarkKind::GapRing, 2 * sizes.dotRadius / width);
        break;
    case Entry::OpenStart:
    case Entry::OpenEnd:
        bar(MarkKind::OpenDot, 1);
        mark.fadeStart = entry == Entry::OpenStart;
        mark.fadeEnd = entry == Entry::OpenEnd;
        mark.centre = mark.fadeStart ? width - sizes.dotRadius : sizes.dotRadius;
        break;
    case Entry::Scheduled:
        bar(MarkKind::SpanBar, 0.9);
        mark.scheduled = true;
        break;
    case Entry::Wide:
        return widened(sampleFor(Entry::DayDot, sizes), sizes);
    case Entry::Soft:
        return widened(sampleFor(Entry::SoftRing, sizes), sizes);
    }
    return mark;
}

/// The sample where all the marks that it explains are wide, or are hatched dots.
MarkSpan asUsed(MarkSpan sample, bool wide, bool tiny, const Sizes& sizes) {
    if (sample.kind == MarkKind::PossibleBand && tiny) {
        sample.tiny = true;
        sample.left = sample.barLeft = sample.centre - sizes.dotRadius;
        sample.right = sample.barRight = sample.centre + sizes.dotRadius;
    }
    const bool bar = sample.kind == MarkKind::SpanBar || sample.kind == MarkKind::PossibleBand;
    return wide && !bar ? widened(sample, sizes) : sample;
}

Entry entryOf(const MarkSpan& mark) {
    switch (mark.kind) {
    case MarkKind::DayDot:
        return Entry::DayDot;
    case MarkKind::Moment:
        return Entry::Moment;
    case MarkKind::SpanBar:
        return Entry::SpanBar;
    case MarkKind::PossibleBand:
        return Entry::PossibleBand;
    case MarkKind::SoftRing:
        return Entry::SoftRing;
    case MarkKind::GapRing:
        return Entry::GapRing;
    case MarkKind::OpenDot:
        return mark.fadeStart ? Entry::OpenStart : Entry::OpenEnd;
    }
    return Entry::DayDot;
}

} // namespace

double legendMarkWidth(const Sizes& sizes) {
    return 5 * sizes.dotRadius;
}

std::vector<LegendEntry> fullLegend(const Sizes& sizes) {
    std::vector<LegendEntry> entries;
    for (const Entry entry : usedEntries)
        entries.push_back({sampleFor(entry, sizes), wordsFor(entry)});
    for (const Entry entry : {Entry::Wide, Entry::Soft})
        entries.push_back({sampleFor(entry, sizes), wordsFor(entry)});
    return entries;
}

std::vector<LegendEntry> legendFor(const model::Story& story, std::span<const model::EventIndex> events,
                                   const Sizes& sizes, const std::optional<TimeScale>& scale) {
    struct Use {
        bool any = false;
        bool narrow = false; ///< not all are wide
        bool whole = false;  ///< not all are hatched dots
    };
    Use uses[std::size(usedEntries)];
    const auto of = [&](Entry entry) -> Use& { return uses[static_cast<std::size_t>(entry)]; };
    const TimeScale anyScale{{0, static_cast<double>(model::msPerDay)}, 0, 2 * sizes.dotRadius};
    for (const model::EventIndex event : events) {
        for (const MarkSpan& mark : markSpans(story, event, scale.value_or(anyScale), sizes)) {
            // The sample of what is scheduled is a bar: it stands for such bars, and filled ones need their own.
            const bool outlinedBar = mark.scheduled && mark.kind == MarkKind::SpanBar;
            Use& use = of(outlinedBar ? Entry::Scheduled : entryOf(mark));
            use.any = true;
            use.narrow |= !mark.wide;
            use.whole |= !mark.tiny;
            of(Entry::Scheduled).any |= mark.scheduled;
        }
        if (std::all_of(std::begin(uses), std::end(uses),
                        [&](const Use& use) { return use.any && (use.narrow || !scale); }))
            break;
    }
    std::vector<LegendEntry> entries;
    for (const Entry entry : usedEntries) {
        if (!of(entry).any)
            continue;
        const MarkSpan sample = sampleFor(entry, sizes);
        entries.push_back(
            {scale ? asUsed(sample, !of(entry).narrow, !of(entry).whole, sizes) : sample, wordsFor(entry)});
    }
    return entries;
}

} // namespace quoteline::layout
