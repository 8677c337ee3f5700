// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/layout/scene/scene.h"
#include <optional>

/// Where lanes are taken hold of and put down. Positions in device-independent pixels of the scene.
namespace quoteline::layout {

struct LaneHit {
    std::size_t head = 0; ///< index into Scene::laneHeads
    bool toggle = false;  ///< on the triangle
    bool operator==(const LaneHit&) const = default;
};

/// The head of a lane at a position.
std::optional<LaneHit> laneHitTest(const Scene& scene, QPointF position);

/// Where the lane `from` would stand (an index into StoryView::lanes()) if it were let go at height `y`: the place of
/// the lane whose half is passed. Above or below the lanes in view it is the first or the last of them. Nothing where
/// no lane is in view.
std::optional<std::size_t> dropPlace(const Scene& scene, std::size_t from, double y);

/// A line across column and plot between the lanes where `from` would go; nothing where it would stay.
std::optional<QRectF> dropLine(const Scene& scene, std::size_t from, std::size_t to);

} // namespace quoteline::layout
