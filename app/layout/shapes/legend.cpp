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
enum class Entry { DayDot, Moment, SpanBar, PossibleBand, SoftRing, GapRing, OpenStart, OpenEnd, Scheduled };
constexpr Entry allEntries[] = {Entry::DayDot,  Entry::Moment,    Entry::SpanBar, Entry::PossibleBand, Entry::SoftRing,
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
    }
    return {};
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
    }
    return mark;
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
    for (const Entry entry : allEntries)
        entries.push_back({sampleFor(entry, sizes), wordsFor(entry)});
    return entries;
}

std::vector<LegendEntry> legendFor(const model::Story& story, std::span<const model::EventIndex> events,
                                   const Sizes& sizes) {
    bool used[std::size(allEntries)] = {};
    const TimeScale anyScale{{0, static_cast<double>(model::msPerDay)}, 0, 100};
    for (const model::EventIndex event : events) {
        for (const MarkSpan& mark : markSpans(story, event, anyScale, sizes)) {
            // The sample of what is scheduled is a bar: it stands for such bars, and filled ones need their own.
            const bool outlinedBar = mark.scheduled && mark.kind == MarkKind::SpanBar;
            used[static_cast<std::size_t>(outlinedBar ? Entry::Scheduled : entryOf(mark))] = true;
            used[static_cast<std::size_t>(Entry::Scheduled)] |= mark.scheduled;
        }
        if (std::all_of(std::begin(used), std::end(used), [](bool u) { return u; }))
            break;
    }
    std::vector<LegendEntry> entries;
    for (const Entry entry : allEntries)
        if (used[static_cast<std::size_t>(entry)])
            entries.push_back({sampleFor(entry, sizes), wordsFor(entry)});
    return entries;
}

} // namespace quoteline::layout
