// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/layout/links/links.h"
#include "app/layout/overlay/callouts.h"
#include "app/layout/overlay/hit_marks.h"
#include "app/layout/scene/scene.h"
#include <memory>
#include <optional>
#include <vector>

namespace quoteline::layout {

/// What changes without a new Scene: the selected event and what lies under the pointer.
struct Overlay {
    std::vector<QRectF> selected; ///< around the marks and the label of the selected event
    std::vector<QRectF> hovered;  ///< the same for the event, column or count at an edge under the pointer
    std::optional<QRectF> dropLine = std::nullopt; ///< where a lane that is being moved would go
    HitMarks hits;
    std::shared_ptr<const Links> links; ///< null where none are shown
    std::vector<Callout> callouts = {}; ///< of what is selected or hovered and has no label
    bool operator==(const Overlay&) const = default;
};

struct OverlayInput {
    std::optional<model::EventIndex> selected;
    std::optional<model::EventIndex> hovered;
    std::optional<std::size_t> hoveredColumn;         ///< index into Scene::columns
    std::optional<std::size_t> hoveredEdgeCount = {}; ///< index into Scene::edgeCounts
    std::optional<QRectF> dropLine = std::nullopt;    ///< while a lane is being moved
    bool operator==(const OverlayInput&) const = default;
};

Overlay buildOverlay(const Scene& scene, const OverlayInput& input);

/// What an event covers in the scene, mark, label and quote as one rectangle where they touch in a row; empty when it
/// is out of view or folded.
QRectF coverOf(const Scene& scene, model::EventIndex event);

} // namespace quoteline::layout
