// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/layout/links/links.h"
#include <QLineF>
#include <optional>
#include <vector>

namespace quoteline::layout {

/// Title and date of an event that has no label in the scene, on a plate beside its place. Lies on top and moves
/// nothing.
struct Callout {
    model::EventIndex event = 0;
    QRectF plate;
    std::vector<Text> texts;      ///< the title, and the date where there is room for it
    std::optional<QLineF> leader; ///< from the plate to the mark; none where they touch
    std::vector<Mark> marks;      ///< of an event that has none in the scene, in the row that counts it
    bool selected = false;        ///< else it is under the pointer
    bool operator==(const Callout&) const = default;
};

/// Of the selected event and of the one under the pointer, each where it has no label but a place in view: a mark, or
/// its time in the row of its lane that counts what found no room. A plate lies wholly within Frame::lanes, above the
/// place, else below it, and over no other plate; a title is shortened only where it is wider than the plot. An event
/// has none where the lanes have no room for one. Bounded by what is in view.
std::vector<Callout> buildCallouts(const LinkGround& ground, std::optional<model::EventIndex> selected,
                                   std::optional<model::EventIndex> hovered);

} // namespace quoteline::layout
