// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/layout/scene/scene.h"

namespace quoteline::layout {

/// The part of a text that can be seen: its line, cut off as the painter cuts it.
QRectF seenRect(const Text& text, const Scene& scene, const TextMeasurer& measurer);

/// Each pair of things that overlap and must not, as a sentence. Part of the invariants of a scene.
std::vector<QString> overlaps(const Scene& scene, const TextMeasurer& measurer);

} // namespace quoteline::layout
