// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/axis/pages.h"

#include <cmath>

namespace quoteline::layout {

double quarterPage(const ZoomStep& step, double plotWidth) {
    return plotWidth / step.pixelsPerMs / pagesPerWindow;
}

TimeWindow pageTime(const ZoomStep& step, double plotWidth, qint64 page) {
    const double quarter = quarterPage(step, plotWidth);
    return {step.domain.start + static_cast<double>(page) * quarter, (pagesPerWindow + 1) * quarter};
}

qint64 pageOf(const TimeWindow& window, const ZoomStep& step, double plotWidth) {
    return static_cast<qint64>(std::floor((window.start - step.domain.start) / quarterPage(step, plotWidth)));
}

bool isShort(const model::Story& story, model::EventIndex event, double quarter) {
    const double length =
        static_cast<double>(story.layoutEnds()[event]) - static_cast<double>(story.layoutStarts()[event]);
    return length <= pagesPerWindow * quarter;
}

} // namespace quoteline::layout
