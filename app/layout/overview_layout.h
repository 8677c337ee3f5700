// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/layout/overview_bins.h"
#include "app/layout/scene.h"

namespace quoteline::layout {

/// What the overview below the chart shows, with its places in device-independent pixels.
struct OverviewScene {
    QSizeF size;
    double textScale = 1;
    QRectF plot;     ///< the bars; left and right edge are those of the chart above
    TimeScale scale; ///< the bins' stretch of time across the plot
    OverviewBins bins;
    int highest = 0; ///< most events in one bin, certain and possible together
    CalendarTicks ticks;
    std::vector<Text> captions; ///< left of the bars
    bool operator==(const OverviewScene&) const = default;
};

/// Height that the overview wants at a text scale.
double overviewHeight(double textScale, const TextMeasurer& measurer);

/// `left` and `right` are the edges of the chart's plot.
OverviewScene buildOverview(const StoryView& view, QSizeF size, double left, double right, double textScale,
                            const TextMeasurer& measurer);

/// Where a window of time lies in the overview, cut to the plot, at least two pixels wide.
QRectF brushRect(const OverviewScene& scene, const TimeWindow& window);

} // namespace quoteline::layout
