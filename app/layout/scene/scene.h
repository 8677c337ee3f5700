// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/layout/axis/calendar_ticks.h"
#include "app/layout/axis/view_state.h"
#include "app/layout/shapes/label_shape.h"
#include "app/layout/shapes/mark_geometry.h"
#include "app/layout/shapes/metrics.h"
#include "app/layout/shapes/time_scale.h"
#include <QRectF>
#include <QString>
#include <optional>
#include <vector>

/// Everything that is drawn, as plain values with places in device-independent pixels. The screen, the exporters, hit
/// testing, tooltips and the golden tests all read the same Scene; painters only replay it.
namespace quoteline::layout {

/// What a thing is painted with; the theme gives each role its colour.
enum class Ink : std::uint8_t { Text, SoftText, Lane, Accent };

/// Where a thing may be seen: the painter cuts it off at these parts of the Frame.
enum class Clip : std::uint8_t { None, LaneColumn, Lanes };

/// One line of plain text; `baseline` is the left end of its baseline.
struct Text {
    QPointF baseline;
    double width = 0; ///< measured
    QString text;
    FontRole font = FontRole::Label;
    Ink ink = Ink::Text;
    int hue = -1; ///< for Ink::Lane
    Clip clip = Clip::None;
    bool operator==(const Text&) const = default;
};

/// A MarkSpan with its place in a row.
struct Mark {
    MarkSpan span; ///< x unclipped; painters draw bars and bands clipped to the plot
    double centreY = 0;
    double barHeight = 0;
    int hue = 0;
    std::optional<model::EventIndex> event; ///< none for the marks of a legend
    bool slim = false;                      ///< in the strip of a lane: one of four small glyphs
    QRectF rect() const;                    ///< what the mark covers
    bool operator==(const Mark&) const = default;
};

/// The label of an event: a run of `texts` and what they cover.
struct Label {
    model::EventIndex event = 0;
    QRectF rect;
    std::size_t firstText = 0;
    std::size_t textCount = 0;
    bool cut = false; ///< shortened with an ellipsis
    LabelSide side = LabelSide::Right;
    bool operator==(const Label&) const = default;
};

/// The events of a lane that lie beyond an edge of the window: a click goes to the nearest.
struct EdgeCount {
    QRectF rect;
    Text text;
    std::size_t lane = 0;
    model::EventIndex event = 0; ///< the nearest of them
    std::size_t count = 0;       ///< all of them
    bool later = false;          ///< beyond the right edge
    bool operator==(const EdgeCount&) const = default;
};

/// The events of a lane in a unit of time, counted where their marks find no room: opens as a list.
struct Column {
    QRectF rect;                ///< the unit of time, as high as the strip: what can be pointed at
    QRectF certain;             ///< the bar of those that certainly happened then, at the foot
    QRectF possible;            ///< and of the others, on top of it
    std::optional<QRectF> gap;  ///< in a bar that would be higher
    std::optional<Text> number; ///< of all of them
    std::size_t lane = 0;
    int hue = 0;
    TimeWindow time;       ///< the whole unit
    std::size_t count = 0; ///< events of the lane that touch it, those with a title too
    bool operator==(const Column&) const = default;
};

/// Between the first and the last mark of an all-of set: they belong together, and nothing is said of the time between.
struct SetLine {
    model::EventIndex event = 0;
    QRectF rect; ///< one pixel high, on whole pixels, cut to the plot
    int hue = 0;
    bool operator==(const SetLine&) const = default;
};

/// The words of a source below a title.
struct QuoteBlock {
    model::EventIndex event = 0;
    QRectF rect; ///< of all its lines
    QRectF rule; ///< along their start, in the colour of the lane
    int hue = 0;
    bool operator==(const QuoteBlock&) const = default;
};

struct LaneBand {
    QRectF rect;         ///< across the plot, cut to Frame::lanes
    bool shaded = false; ///< every other lane
    int hue = 0;
    std::size_t lane = 0;    ///< of StoryView::lanes()
    std::size_t inRange = 0; ///< events of it that touch the window
    bool operator==(const LaneBand&) const = default;
};

/// The head of a lane, left of the plot: shows the name, collapses and moves the lane. Not in pictures.
struct LaneHead {
    QRectF rect;   ///< of the column of names, as far as the lane is in view
    QRectF toggle; ///< the triangle that collapses and expands
    std::size_t lane = 0;
    bool collapsed = false;
    bool operator==(const LaneHead&) const = default;
};

/// A part of a weekend: one rectangle for each lane that it crosses, so that painters need no blending.
struct WeekendCell {
    QRectF rect;         ///< on whole pixels
    bool shaded = false; ///< lies on a shaded lane
    bool operator==(const WeekendCell&) const = default;
};

/// A moment marked in the foot strip.
struct FootNote {
    double x = 0;
    Text text;
    bool operator==(const FootNote&) const = default;
};

/// How the events in the window of time are accounted for.
struct SceneCounts {
    std::size_t inRange = 0;      ///< events of the view that touch the window
    std::size_t visible = 0;      ///< with a mark in view
    std::size_t slim = 0;         ///< of these, in the strip of their lane, without a title
    std::size_t folded = 0;       ///< counted in columns
    std::size_t scrolledAway = 0; ///< in rows above or below the part in view
    std::size_t earlier = 0;      ///< before the window
    std::size_t later = 0;        ///< after it
    bool operator==(const SceneCounts&) const = default;
};

struct Scene {
    QSizeF size;
    double textScale = 1;
    Frame frame;
    TimeScale scale;
    CalendarTicks ticks;
    double contentHeight = 0; ///< of all lanes, for the vertical scroll bar
    double scrollY = 0;       ///< as used: never beyond the content
    std::vector<LaneBand> lanes;
    std::vector<LaneHead> laneHeads;
    std::vector<WeekendCell> weekends;
    std::vector<QRectF> gridLines;    ///< one pixel wide, on whole pixels
    std::optional<QRectF> coreWindow; ///< a line along the upper edge of the plot
    std::vector<FootNote> footNotes;
    std::vector<SetLine> setLines;
    std::vector<Mark> marks;
    std::vector<Text> texts; ///< in the order of Clip
    std::vector<Label> labels;
    std::vector<QuoteBlock> quotes;
    std::vector<Column> columns;
    std::optional<Text> columnNote; ///< what a column counts, in the foot strip
    std::vector<EdgeCount> edgeCounts;
    std::vector<Mark> legendMarks; ///< in the footer of a picture
    SceneCounts counts;
    bool operator==(const Scene&) const = default;
};

} // namespace quoteline::layout
