// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/layout/shapes/label_shape.h"
#include "app/layout/shapes/mark_geometry.h"
#include <vector>

/// The cards of the reading view: what stands on them and where they stand beside, on or above the marks of their
/// event.
namespace quoteline::layout {

/// Two lines: the title and the date below it; a long title is broken near its middle and has the date behind it. Never
/// wider than `available`: there the date has its short words, and the title is shortened where it has to be even so.
LabelShape shapeCard(const StoryView& view, model::EventIndex event, double available, double dateGap,
                     const TextMeasurer& measurer);

/// How wide a card is around a text of that width.
double cardWidth(double textWidth, const Sizes& sizes);

/// Where an event stands in its row as a card, in pixels of the scale of its marks.
struct CardPlace {
    double left = 0; ///< of marks and card together, wherever the card slides
    double right = 0;
    LabelSide side = LabelSide::Right;
    std::uint8_t lines = 2; ///< one more for marks below
    float available = 0;    ///< width for the text
};

/// On the mark where it is one bar with room for the card, and on the thin bar of a day always; above the marks of a
/// set that spread over most of the plot; else right of them. `reach` is as far right as the view can be scrolled: a
/// card ends there, unless that leaves less than a few words.
CardPlace placeCard(const StoryView& view, model::EventIndex event, const std::vector<MarkSpan>& spans,
                    double plotWidth, double reach, const Sizes& sizes, const TextMeasurer& measurer);

/// From the left end of the marks to the right end of a card of that width on that side of them.
std::pair<double, double> extentOf(const std::vector<MarkSpan>& spans, LabelSide side, double width,
                                   const Sizes& sizes);

/// The left edge of a card of that width on its mark (LabelSide::On), where the plot reaches from `plotLeft` to
/// `plotRight`: clear of the dot or ring, right of it if there is room in view, else left of it.
double leftOnMark(const MarkSpan& mark, double width, double plotLeft, double plotRight, const Sizes& sizes);

} // namespace quoteline::layout
