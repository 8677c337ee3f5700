// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/scene/event_items.h"

#include "app/content/words/translate.h"
#include <algorithm>
#include <cmath>

namespace quoteline::layout {

std::size_t foldedIn(const LaneRows& lane, const TimeWindow& window) {
    const auto begun =
        std::lower_bound(lane.foldedStarts.begin(), lane.foldedStarts.end(), window.end(),
                         [](model::CivilMs start, double limit) { return static_cast<double>(start) < limit; });
    const auto over =
        std::upper_bound(lane.foldedEnds.begin(), lane.foldedEnds.end(), window.start,
                         [](double limit, model::CivilMs end) { return limit < static_cast<double>(end); });
    return static_cast<std::size_t>((begun - lane.foldedStarts.begin()) - (over - lane.foldedEnds.begin()));
}

namespace {

/// "+12 (30 … 57)".
QString rangeWords(const QString& count, const QString& first, const QString& last) {
    return translate("layout", "+%1 (%2 … %3)", "how many events are folded, and the first and last of their numbers")
        .arg(count, first, last);
}

std::size_t firstStartingAt(const LaneRows& lane, double ms) {
    const auto it =
        std::lower_bound(lane.foldedStarts.begin(), lane.foldedStarts.end(), ms,
                         [](model::CivilMs start, double limit) { return static_cast<double>(start) < limit; });
    return static_cast<std::size_t>(it - lane.foldedStarts.begin());
}

/// The first and last number of the events of a chip: they need not be all in between.
QString numbersIn(const Chip& chip, const StoryView& view, const RowPacking& packing, const TimeWindow& window) {
    const std::vector<model::EventIndex> events = eventsOf(chip, view, packing, window);
    const auto [first, last] = std::minmax_element(events.begin(), events.end());
    const auto named = [&](model::EventIndex event) { return number(view.number(event), view.locale()); };
    const QString count = number(chip.count, view.locale());
    if (chip.count == 1)
        return translate("layout", "+%1 (%2)", "that one event is folded, and its number").arg(count, named(*first));
    return rangeWords(count, named(*first), named(*last));
}

/// What it says, with numbers where it keeps clear of its neighbours with them, and where it lies.
void finishChip(Chip& chip, const Scene& scene, int hue, double centreX, double centreY, const StoryView& view,
                const RowPacking& packing, double pitch, const TextMeasurer& measurer) {
    const Sizes sizes(scene.textScale);
    QString words = u'+' + number(chip.count, view.locale());
    if (view.arrangement().numbered) {
        const QString named = numbersIn(chip, view, packing, scene.scale.window);
        if (measurer.width(named, FontRole::Chip) + 2 * sizes.chipPadding + sizes.itemGap <= pitch)
            words = named;
    }
    const double width = measurer.width(words, FontRole::Chip);
    const double height = measurer.lineHeight(FontRole::Chip) + 2 * scene.textScale;
    const QRectF& plot = scene.frame.plot;
    const double full = width + 2 * sizes.chipPadding;
    const double left = std::clamp(centreX - full / 2, plot.left(), std::max(plot.left(), plot.right() - full));
    chip.rect = QRectF(left, centreY - height / 2, full, height);
    chip.text = {QPointF(left + sizes.chipPadding,
                         std::round(chip.rect.top() + scene.textScale + measurer.ascent(FontRole::Chip))),
                 width,
                 words,
                 FontRole::Chip,
                 Ink::Text,
                 hue,
                 Clip::Lanes};
}

void addLaneChips(Scene& scene, std::size_t laneIndex, const RowPacking& packing, double pitch, double centreY,
                  const StoryView& view, const TextMeasurer& measurer) {
    const LaneRows& lane = packing.lanes[laneIndex];
    const double pitchMs = pitch / packing.pixelsPerMs;
    const TimeWindow& window = scene.scale.window;
    const double halfChip = pitchMs / 2;
    // Stretches whose middle is at least half a chip inside the view; the first and the last take in the rest.
    auto first = static_cast<qint64>(std::ceil((window.start + halfChip) / pitchMs - 0.5));
    auto last = static_cast<qint64>(std::floor((window.end() - halfChip) / pitchMs - 0.5));
    if (last < first)
        first = last = static_cast<qint64>(std::floor((window.start + window.width / 2) / pitchMs));
    const std::size_t inRange = foldedIn(lane, window);
    const std::size_t beyond = firstStartingAt(lane, window.end());
    std::size_t counted = 0;
    const std::size_t begunBefore = firstStartingAt(lane, window.start);
    for (qint64 stretch = first; stretch <= last && counted < inRange; ++stretch) {
        const bool isLast = stretch == last;
        const std::size_t from =
            stretch == first ? begunBefore : firstStartingAt(lane, static_cast<double>(stretch) * pitchMs);
        const std::size_t to = isLast ? beyond : firstStartingAt(lane, static_cast<double>(stretch + 1) * pitchMs);
        const std::size_t lasting = stretch == first ? inRange - (beyond - begunBefore) : 0;
        const std::size_t count = (to > from ? to - from : 0) + lasting;
        if (count == 0)
            continue;
        counted += count;
        Chip chip;
        chip.lane = laneIndex;
        chip.count = count;
        chip.firstFolded = from;
        chip.reachesBack = lasting > 0;
        finishChip(chip, scene, view.lanes()[laneIndex].hue,
                   scene.scale.toX((static_cast<double>(stretch) + 0.5) * pitchMs), centreY, view, packing, pitch,
                   measurer);
        scene.chips.push_back(chip);
    }
    scene.counts.folded += counted;
}

} // namespace

double chipPitch(const StoryView& view, double plotWidth, const Sizes& sizes, const TextMeasurer& measurer) {
    const double around = 2 * sizes.chipPadding + sizes.itemGap;
    const double plain = measurer.width(u"+88,888,888", FontRole::Chip) + around;
    if (!view.arrangement().numbered)
        return plain;
    const QString most = number(view.events().size(), view.locale());
    const QString widest = withWidestDigits(most, FontRole::Chip, measurer);
    const double named = measurer.width(rangeWords(widest, widest, widest), FontRole::Chip) + around;
    return 4 * named <= plotWidth ? std::max(plain, named) : plain;
}

void addChips(Scene& scene, const StoryView& view, const RowPacking& packing, const LaneLayout& rows,
              const TextMeasurer& measurer) {
    const QRectF& area = scene.frame.lanes;
    const double pitch = chipPitch(view, scene.frame.plot.width(), Sizes(scene.textScale), measurer);
    for (std::size_t i = 0; i < packing.lanes.size(); ++i) {
        const LaneRows& lane = packing.lanes[i];
        if (!lane.hasChips)
            continue;
        const std::size_t inRange = foldedIn(lane, scene.scale.window);
        scene.counts.inRange += inRange;
        const std::size_t row = lane.first;
        const double top = area.top() - scene.scrollY + rows.rowTop(row);
        const double bottom = area.top() - scene.scrollY + rows.rowTop(row + 1);
        if (bottom <= area.top() || top >= area.bottom())
            scene.counts.scrolledAway += inRange;
        else
            addLaneChips(scene, i, packing, pitch, (top + bottom) / 2, view, measurer);
    }
}

std::vector<model::EventIndex> eventsOf(const Chip& chip, const StoryView& view, const RowPacking& packing,
                                        const TimeWindow& window) {
    const LaneRows& lane = packing.lanes[chip.lane];
    const auto ends = view.story().layoutEnds();
    std::vector<model::EventIndex> events;
    if (chip.reachesBack)
        for (std::size_t i = 0; i < chip.firstFolded; ++i)
            if (static_cast<double>(ends[lane.folded[i]]) > window.start)
                events.push_back(lane.folded[i]);
    for (std::size_t i = chip.firstFolded; i < lane.folded.size() && events.size() < chip.count; ++i)
        events.push_back(lane.folded[i]);
    return events;
}

} // namespace quoteline::layout
