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

/// Every mark that the program draws, in the order in which a legend explains them.
std::vector<LegendEntry> fullLegend(const Sizes& sizes);

/// Those entries that explain the marks of `story`'s events; in the order of fullLegend.
std::vector<LegendEntry> legendFor(const model::Story& story, std::span<const model::EventIndex> events,
                                   const Sizes& sizes);

} // namespace quoteline::layout
