// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/content/story/story_view.h"
#include "app/layout/shapes/text_measurer.h"
#include <QRectF>
#include <QSizeF>

namespace quoteline::layout {

/// What a Scene is laid out for. Lengths are device-independent pixels.
struct Metrics {
    QSizeF size;          ///< of the whole scene
    double textScale = 1; ///< 1 to 2; the measurer must have the same
    bool header = true;   ///< the story's title and range above the chart
    bool picture = false; ///< adds the legend of the marks in use and the source line below the chart
    bool sources = true;  ///< with that line; without it where the sources stand elsewhere in the picture
    bool allRows = false; ///< of lanes that need more than there is; else they are fitted
    bool operator==(const Metrics&) const = default;
};

/// Fixed lengths of the design at a text scale.
struct Sizes {
    explicit Sizes(double textScale);
    double margin;       ///< around everything
    double dotRadius;    ///< of the dot of a day and of rings
    double dayBarHeight; ///< the thin bar under the dot
    double barHeight;    ///< spans and bands
    double labelGap;     ///< between a mark and its label
    double dateGap;      ///< between a title and its date
    double itemGap;      ///< between neighbours in a row
    double rowPadding;   ///< above plus below the text of a row
    double rowStretch;   ///< the most a row grows beyond what it needs
    double fadeLength;   ///< of an open side
    double wideUnit;     ///< marks of times that are this wide are their whole width
    double platePadding; ///< left and right of the words on a plate, and of a number
    double axisRow;      ///< height of one row of axis labels
    double footStrip;    ///< the strip between the last lane and the axis
    double footBar;      ///< height of a bar that lies below its title
    double footGap;      ///< between the two
    double wideMark;     ///< from here on a bar may lie below its title
    double subRow;       ///< height of a sub-row in the strip of a lane
    double slimRadius;   ///< of a dot in a strip
    double slimBar;      ///< height of a bar in a strip, and its least width
    double slimGap;      ///< between neighbours in a strip
    double stripPadding; ///< above and below its sub-rows
    double columnHeight; ///< of the columns of a strip, at least
};

/// Where the parts of the scene lie.
struct Frame {
    QRectF header; ///< without height where there is none, or no room for one
    QRectF laneColumn;
    QRectF plot;           ///< the plot area of the chart: lanes and foot strip
    QRectF lanes;          ///< the part of the plot in which lanes scroll
    QRectF footStrip;      ///< the part of the plot below them
    QRectF axis;           ///< both rows of labels, below the plot
    QRectF footer;         ///< legend and sources of a picture; empty on the screen
    double countWidth = 0; ///< of the numbers of events right of the names of lanes, with their gap; 0 in pictures
    static constexpr double zoneMargin = 4; ///< left of the name of the time zone, at least
    double nameRight(double textScale) const {
        return laneColumn.right() - 6 * textScale - countWidth;
    }                                         ///< where names of lanes end
    double nameWidth(double textScale) const; ///< what they have
    bool operator==(const Frame&) const = default;
};

/// `footerHeight` is what the footer of a picture needs.
Frame frameFor(const StoryView& view, const Metrics& metrics, const TextMeasurer& measurer, double footerHeight = 0);

/// The story's title in at most two lines of `width`.
std::vector<QString> headerTitle(const StoryView& view, double width, const TextMeasurer& measurer);

/// A lane's name broken into at most two lines of `width`, shortened with an ellipsis where it has to be.
std::vector<QString> laneNameLines(const QString& name, double width, const TextMeasurer& measurer);

} // namespace quoteline::layout
