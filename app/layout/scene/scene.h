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
    int hue = -1; ///< for Ink::Lane, and for the ground of a chip
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
struct EdgeChip {
    QRectF rect;
    Text text;
    std::size_t lane = 0;
    model::EventIndex event = 0; ///< the nearest of them
    std::size_t count = 0;       ///< all of them
    bool later = false;          ///< beyond the right edge
    bool operator==(const EdgeChip&) const = default;
};

/// Events that found no room, folded: opens as a list.
struct Chip {
    QRectF rect;
    Text text;
    std::size_t lane = 0;
    std::size_t count = 0;
    std::size_t firstFolded = 0; ///< the events of the chip begin here in LaneRows::folded of its lane ...
    bool reachesBack = false;    ///< ... and it also counts longer events that began before those and last into view
    bool operator==(const Chip&) const = default;
};

struct LaneBand {
    QRectF rect;         ///< across the plot, cut to Frame::lanes
    bool shaded = false; ///< every other lane
    int hue = 0;
    std::size_t lane = 0; ///< of StoryView::lanes()
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
    std::size_t visible = 0;      ///< in a row in view
    std::size_t folded = 0;       ///< in chips
    std::size_t scrolledAway = 0; ///< in rows, or chips in rows, above or below the part in view
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
    std::vector<Mark> marks;
    std::vector<Text> texts; ///< in the order of Clip
    std::vector<Label> labels;
    std::vector<Chip> chips;
    std::vector<EdgeChip> edgeChips;
    std::vector<Mark> legendMarks; ///< in the footer of a picture
    SceneCounts counts;
    bool operator==(const Scene&) const = default;
};

} // namespace quoteline::layout
