// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/event_items.h"

#include "app/layout/translate.h"
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

std::size_t firstStartingAt(const LaneRows& lane, double ms) {
    const auto it =
        std::lower_bound(lane.foldedStarts.begin(), lane.foldedStarts.end(), ms,
                         [](model::CivilMs start, double limit) { return static_cast<double>(start) < limit; });
    return static_cast<std::size_t>(it - lane.foldedStarts.begin());
}

Chip makeChip(const Scene& scene, std::size_t lane, int hue, std::size_t count, double centreX, double centreY,
              const StoryView& view, const TextMeasurer& measurer) {
    const Sizes sizes(scene.textScale);
    const QString words = u'+' + number(count, view.locale());
    const double width = measurer.width(words, FontRole::Chip);
    const double height = measurer.lineHeight(FontRole::Chip) + 2 * scene.textScale;
    const QRectF& plot = scene.frame.plot;
    const double full = width + 2 * sizes.chipPadding;
    const double left = std::clamp(centreX - full / 2, plot.left(), std::max(plot.left(), plot.right() - full));
    Chip chip;
    chip.rect = QRectF(left, centreY - height / 2, full, height);
    chip.text = {QPointF(left + sizes.chipPadding,
                         std::round(chip.rect.top() + scene.textScale + measurer.ascent(FontRole::Chip))),
                 width,
                 words,
                 FontRole::Chip,
                 Ink::Text,
                 hue,
                 Clip::Lanes};
    chip.lane = lane;
    chip.count = count;
    return chip;
}

void addLaneChips(Scene& scene, std::size_t laneIndex, int hue, const LaneRows& lane, double pitchMs, double centreY,
                  const StoryView& view, const TextMeasurer& measurer) {
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
        Chip chip = makeChip(scene, laneIndex, hue, count,
                             scene.scale.toX((static_cast<double>(stretch) + 0.5) * pitchMs), centreY, view, measurer);
        chip.firstFolded = from;
        chip.reachesBack = lasting > 0;
        scene.chips.push_back(chip);
    }
    scene.counts.folded += counted;
}

} // namespace

void addChips(Scene& scene, const StoryView& view, const RowPacking& packing, const LaneLayout& rows,
              const TextMeasurer& measurer) {
    const QRectF& area = scene.frame.lanes;
    const double pitchMs = packing.chipPitch / packing.pixelsPerMs;
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
            addLaneChips(scene, i, view.lanes()[i].hue, lane, pitchMs, (top + bottom) / 2, view, measurer);
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
