// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/layout/scene/scene.h"
#include "app/layout/shapes/text_measurer.h"
#include "model/text/text_matcher.h"
#include <QLineF>
#include <vector>

namespace quoteline::layout {

/// What a search found, in the labels in view.
struct HitMarks {
    std::vector<QRectF> words;     ///< behind the words themselves
    std::vector<QLineF> elsewhere; ///< below labels whose event has the words in other texts, in a quote, say
    bool operator==(const HitMarks&) const = default;
};

/// For a scene that shows the events with the words of `matcher` alone. Bounded by the labels in view.
HitMarks hitMarks(const Scene& scene, const model::TextMatcher& matcher, const TextMeasurer& measurer);

} // namespace quoteline::layout
