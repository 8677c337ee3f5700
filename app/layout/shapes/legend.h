// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/layout/shapes/mark_geometry.h"
#include <QString>
#include <span>
#include <vector>

namespace quoteline::layout {

/// A mark as a legend shows it, and what it says in words.
struct LegendEntry {
    MarkSpan mark; ///< drawn about x = 0 ... legendMarkWidth
    QString words;
    bool operator==(const LegendEntry&) const = default;
};

/// Width that the mark of an entry takes.
double legendMarkWidth(const Sizes& sizes);

/// Every mark that the program draws, in the order in which a legend explains them; last, what days and minutes look
/// like where they are wide.
std::vector<LegendEntry> fullLegend(const Sizes& sizes);

/// Those entries that explain the marks of `story`'s events; in the order of fullLegend. At a scale each sample is as
/// the marks are there, a bar where all of them are wide; their number and their words are the same at every one.
std::vector<LegendEntry> legendFor(const model::Story& story, std::span<const model::EventIndex> events,
                                   const Sizes& sizes, const std::optional<TimeScale>& scale = {});

} // namespace quoteline::layout
