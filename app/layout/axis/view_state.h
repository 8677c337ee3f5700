// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/content/story/story_view.h"
#include "app/layout/shapes/time_scale.h"
#include <cmath>

/// What a person sees of a story: a value that every input turns into a new one.
namespace quoteline::layout {

struct ViewState {
    TimeWindow window;  ///< time in view, the width of the plot
    double scrollY = 0; ///< pixels by which the lanes are scrolled up, at least 0
    bool operator==(const ViewState&) const = default;
};

/// How far one can zoom in: the plot shows at least this much time.
inline constexpr double minWindowMs = 100;

/// The window that shows the whole story in a plot of `plotWidth` pixels: its extent, padded so that the dots and rings
/// of the first and the last event are whole (the fade of an open side may leave the plot). A story whose events
/// all have one time stands in the middle third, to leave room for their labels.
TimeWindow wholeStory(const StoryView& view, double plotWidth, double textScale);

/// Keeps a window between minWindowMs and the whole story in width, and its middle between the first and the last
/// event, so that either can stand in the middle of the view. A width that is no number becomes the whole story's.
TimeWindow clamped(TimeWindow window, const StoryView& view, double plotWidth, double textScale);

/// `window` narrowed by `factor` (above 1 zooms in, below 1 out) so that the instant `anchor` keeps its place.
TimeWindow zoomed(TimeWindow window, double factor, double anchor);

/// `window` moved by a share of its width; positive is later.
TimeWindow panned(TimeWindow window, double share);

/// The window of the same width that shows [start, end): as it is where that is in view already, else moved no further
/// than some air takes, or centred when it lies out of view or does not fit.
TimeWindow revealing(TimeWindow window, double start, double end);

inline constexpr double zoomStepsPerDoubling = 4;
/// From the smallest scale of a step to that of the next.
inline const double zoomStepRatio = std::exp2(1 / zoomStepsPerDoubling);

/// Zoom in steps of a quarter of a doubling, counted from the whole story: layout that may change with zoom changes
/// only from one step to the next.
struct ZoomStep {
    int index = 0;          ///< 0 is the whole story
    double pixelsPerMs = 0; ///< smallest scale of the step
    TimeWindow domain;      ///< the whole story's window
    bool operator==(const ZoomStep&) const = default;
};

ZoomStep zoomStepOf(const TimeWindow& window, const StoryView& view, double plotWidth, double textScale);

} // namespace quoteline::layout
