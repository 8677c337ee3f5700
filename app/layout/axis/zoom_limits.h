// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/layout/axis/view_state.h"
#include <QString>
#include <optional>

namespace quoteline::layout {

/// Where a zoom ended because it may go no further.
enum class ZoomLimit : std::uint8_t {
    WholeStory, ///< all of the story is in view
    WholeWidth, ///< as wide as the whole story, but moved to one side
    Closest,    ///< minWindowMs wide
};

struct ZoomedWindow {
    TimeWindow window;
    std::optional<ZoomLimit> limit;
    bool operator==(const ZoomedWindow&) const = default;
};

/// `window` narrowed by `factor` (above 0; above 1 zooms in, below 1 out) as far as the limits allow; the instant
/// `anchor` keeps its place. The last step ends exactly on the limit. From WholeWidth each further step out moves half
/// of the way to the whole story, the last pixel included.
ZoomedWindow zoomedWithin(const TimeWindow& window, double factor, double anchor, const StoryView& view,
                          double plotWidth, double textScale);

/// The limit in a sentence.
QString zoomLimitInWords(ZoomLimit limit);

} // namespace quoteline::layout
