// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/layout/shapes/label_shape.h"
#include "app/layout/shapes/metrics.h"
#include <optional>
#include <vector>

/// Where the labels of events stand in a window of time: where their rows have kept room for them, and at the edges of
/// the window wherever they can be read. A letter is never cut.
namespace quoteline::layout {

/// A part of a row.
struct Span {
    double left = 0;
    double right = 0;
};

/// An event in its row. Places in pixels of the scene.
struct RowItem {
    std::uint32_t row = 0;
    LabelSide side = LabelSide::Right; ///< where the row has kept room for its label
    int lines = 1;                     ///< that it has kept, for marks below a label too
    Span marks;                        ///< of its marks, unclipped
    Span bar;                          ///< of a bar that words stand on, without the fade beyond it
    QString title;
    FontRole font = FontRole::Label; ///< of the title; other than that it takes one line
    std::optional<LabelShape> label; ///< as it is where nothing is in its way; none for events beside the window
};

struct LabelPlace {
    LabelShape shape;
    double left = 0;
    LabelSide side = LabelSide::Right;
};

/// What of the rows can be seen.
struct RowEdges {
    double left = 0;
    double right = 0;
    bool part = false; ///< beyond the edges there is nothing: StoryView::isPart()
};

/// The place of each item's label. One that would reach beyond an edge slides along its marks or takes their other
/// side, gives up its date, or is shortened to no less than half of its title; else it has none.
std::vector<std::optional<LabelPlace>> placeLabels(const std::vector<RowItem>& items, const RowEdges& edges,
                                                   const Sizes& sizes, const TextMeasurer& measurer);

} // namespace quoteline::layout
