// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/layout/scene/scene.h"

namespace quoteline::layout {

/// Adds the title, the range and the numbers above the chart; `shown` is how many events the scene shows, or lets a
/// person scroll to; `beyond` adds how many lie before and after the window.
void addHeader(Scene& scene, const StoryView& view, std::size_t shown, bool beyond, const TextMeasurer& measurer);

/// Adds the core window, the latest dated publication and the name of the time zone.
void addTimeNotes(Scene& scene, const StoryView& view, const TextMeasurer& measurer);

/// Height of the footer of a picture: the legend of the marks in use and the sources. 0 for the screen.
double footerHeight(const StoryView& view, const Metrics& metrics, const TextMeasurer& measurer);

/// Adds that footer; the marks of the scene must be complete.
void addFooter(Scene& scene, const StoryView& view, const Metrics& metrics, const TextMeasurer& measurer);

} // namespace quoteline::layout
