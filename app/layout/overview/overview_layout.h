// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/layout/axis/event_bins.h"
#include "app/layout/scene/scene.h"
#include "app/layout/shapes/time_scale.h"

namespace quoteline::layout {

/// The counts behind the bars: of all events of a story, and of those that a filter found.
struct OverviewCounts {
    EventBins all;
    std::vector<int> found; ///< by bin, certain and possible together; empty where there is no filter
    bool operator==(const OverviewCounts&) const = default;
};

/// What a bar of the overview stands for: bars of `step` are never thinner than a few pixels, nor finer than `finest`,
/// the namedUnit() of the story. `plotWidth` in pixels.
CalendarStep overviewStep(const StoryView& view, CalendarStep finest, double plotWidth, double textScale);

/// O(events). `all` are bins of the same story, which are not counted again where they are of this step.
OverviewCounts overviewCounts(const StoryView& view, CalendarStep step, const EventBins* all = nullptr);

/// What the overview below the chart shows, with its places in device-independent pixels.
struct OverviewScene {
    QSizeF size;
    double textScale = 1;
    QRectF plot;     ///< the bars; left and right edge are those of the chart above
    TimeScale scale; ///< wholeStory() across the plot, as the chart above shows it
    EventBins bins;
    std::vector<int> found; ///< of OverviewCounts
    int highest = 0;        ///< most events in one bin, certain and possible together
    double barsLeft = 0;    ///< where the first bar begins, maybe left of the plot ...
    double barPitch = 1;    ///< ... and from there to the next; all bars have the mean width of their bins
    CalendarTicks ticks;
    std::vector<QRectF> gridLines; ///< at the ticks, one pixel wide, on whole pixels
    std::vector<QRectF> foundBars; ///< over the bars, as high as what was found in them; none where nothing was
    std::vector<Text> captions;    ///< left of the bars
    bool operator==(const OverviewScene&) const = default;
};

/// Height that the overview wants at a text scale.
double overviewHeight(double textScale, const TextMeasurer& measurer);

/// `left` and `right` are the edges of the chart's plot; `counts` are of the overviewStep() there.
OverviewScene buildOverview(const StoryView& view, const OverviewCounts& counts, QSizeF size, double left, double right,
                            double textScale, const TextMeasurer& measurer);
OverviewScene buildOverview(const StoryView& view, QSizeF size, double left, double right, double textScale,
                            const TextMeasurer& measurer);

/// The bin whose bar stands at a place of the overview.
std::optional<std::size_t> binAt(const OverviewScene& scene, double x);

/// What a bin counts, in words of two lines: its time, and "on this day: 3, possibly on this day: 2, of these found:
/// 1".
QString binInWords(const OverviewScene& scene, std::size_t bin, const QLocale& locale);

/// Where a window of time lies in the overview, cut to the plot, at least two pixels wide.
QRectF brushRect(const OverviewScene& scene, const TimeWindow& window);

} // namespace quoteline::layout
