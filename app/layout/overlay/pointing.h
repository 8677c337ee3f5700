// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/layout/scene/scene.h"
#include <optional>

namespace quoteline::layout {

struct Hit {
    std::optional<model::EventIndex> event;
    std::optional<std::size_t> column;         ///< index into Scene::columns
    std::optional<std::size_t> edgeCount = {}; ///< index into Scene::edgeCounts
    std::optional<std::size_t> link = {};      ///< index into Links::arcs
    bool operator==(const Hit&) const = default;
};

/// What a person means who points at `point`: the event whose mark or label, column or count at an edge lies under it;
/// else the nearest of them within `tolerance` pixels; nothing outside of the lanes. Of several at the same distance
/// the one drawn last. `tolerance` in device-independent pixels, at least 0.
std::optional<Hit> hitTest(const Scene& scene, QPointF point, double tolerance);

} // namespace quoteline::layout
