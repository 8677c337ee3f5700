// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/layout/overview/overview_bins.h"
#include "app/layout/scene/scene.h"
#include "app/layout/shapes/time_scale.h"

namespace quoteline::layout {

/// The counts behind the bars: of all events of a story, and of those that a filter found.
struct OverviewCounts {
    OverviewBins all;
    std::vector<int> found; ///< by bin, certain and possible together; empty where there is no filter
    bool operator==(const OverviewCounts&) const = default;
};

/// O(events). `all` are the bins of the same story where they are known already.
OverviewCounts overviewCounts(const StoryView& view, const OverviewBins* all = nullptr);

/// What the overview below the chart shows, with its places in device-independent pixels.
struct OverviewScene {
    QSizeF size;
    double textScale = 1;
    QRectF plot;     ///< the bars; left and right edge are those of the chart above
    TimeScale scale; ///< the bins' stretch of time across the plot
    OverviewBins bins;
    std::vector<int> found; ///< of OverviewCounts
    int highest = 0;        ///< most events in one bin, certain and possible together
    CalendarTicks ticks;
    std::vector<QRectF> gridLines; ///< at the ticks, one pixel wide, on whole pixels
    std::vector<QRectF> foundBars; ///< over the bars, as high as what was found in them; none where nothing was
    std::vector<Text> captions;    ///< left of the bars
    bool operator==(const OverviewScene&) const = default;
};

/// Height that the overview wants at a text scale.
double overviewHeight(double textScale, const TextMeasurer& measurer);

/// `left` and `right` are the edges of the chart's plot.
OverviewScene buildOverview(const StoryView& view, const OverviewCounts& counts, QSizeF size, double left, double right,
                            double textScale, const TextMeasurer& measurer);
OverviewScene buildOverview(const StoryView& view, QSizeF size, double left, double right, double textScale,
                            const TextMeasurer& measurer);

/// The bin at a place of the overview.
std::optional<std::size_t> binAt(const OverviewScene& scene, double x);

/// What a bin counts, in words of two lines: its time, and "on this day: 3, possibly on this day: 2, of these found:
/// 1".
QString binInWords(const OverviewScene& scene, std::size_t bin, const QLocale& locale);

/// Where a window of time lies in the overview, cut to the plot, at least two pixels wide.
QRectF brushRect(const OverviewScene& scene, const TimeWindow& window);

} // namespace quoteline::layout
