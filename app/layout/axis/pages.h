// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/layout/axis/view_state.h"
#include "model/story/story.h"

/// The height of the chart is shared out for pages of time that lie a quarter of a window apart and are a window and a
/// quarter long, so that each window lies in one. What one sees depends on nothing but the page that holds the window:
/// panning changes heights from page to page alone, and titles nowhere.
namespace quoteline::layout {

inline constexpr int pagesPerWindow = 4;

/// How far pages lie apart, in ms.
double quarterPage(const ZoomStep& step, double plotWidth);
/// The time of a page of a zoom step.
TimeWindow pageTime(const ZoomStep& step, double plotWidth, qint64 page);
/// The page that holds a window.
qint64 pageOf(const TimeWindow& window, const ZoomStep& step, double plotWidth);
/// Whether an event is no longer than a window; longer ones follow the page that is seen.
bool isShort(const model::Story& story, model::EventIndex event, double quarter);

} // namespace quoteline::layout
