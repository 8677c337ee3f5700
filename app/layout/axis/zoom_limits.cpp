// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/axis/zoom_limits.h"

#include "app/content/words/translate.h"
#include <cmath>

namespace quoteline::layout {

namespace {
constexpr double rounding = 1e-9; // of widths that were divided and multiplied

ZoomedWindow widest(const TimeWindow& window, double anchor, const TimeWindow& whole, const StoryView& view,
                    double plotWidth, double textScale) {
    TimeWindow wide{window.start + (whole.start - window.start) / 2, whole.width};
    if (window.width < whole.width * (1 - rounding))
        wide = clamped(zoomed(window, window.width / whole.width, anchor), view, plotWidth, textScale);
    if (std::abs(wide.start - whole.start) <= whole.width / plotWidth)
        return {whole, ZoomLimit::WholeStory};
    wide.width = whole.width;
    return {wide, ZoomLimit::WholeWidth};
}

} // namespace

ZoomedWindow zoomedWithin(const TimeWindow& window, double factor, double anchor, const StoryView& view,
                          double plotWidth, double textScale) {
    const TimeWindow whole = wholeStory(view, plotWidth, textScale);
    const double width = window.width / factor;
    if (factor < 1 && width >= whole.width * (1 - rounding))
        return widest(window, anchor, whole, view, plotWidth, textScale);
    if (factor > 1 && width <= minWindowMs * (1 + rounding)) {
        TimeWindow closest = zoomed(window, window.width / minWindowMs, anchor);
        closest.width = minWindowMs;
        return {clamped(closest, view, plotWidth, textScale), ZoomLimit::Closest};
    }
    return {clamped(zoomed(window, factor, anchor), view, plotWidth, textScale), std::nullopt};
}

QString zoomLimitInWords(ZoomLimit limit) {
    switch (limit) {
    case ZoomLimit::WholeStory:
        return translate("layout", "This is the whole story.");
    case ZoomLimit::WholeWidth:
        return translate("layout", "The view is as wide as the whole story.");
    case ZoomLimit::Closest:
        return translate("layout", "Closer than a tenth of a second across is not shown.");
    }
    return {};
}

} // namespace quoteline::layout
