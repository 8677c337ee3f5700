// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/layout/axis/presets.h"
#include "app/layout/links/links.h"
#include "app/layout/scene/scene_builder.h"
#include "tests/support/fixed_measurer.h"

/// Scenes to draw links in, and what is promised of them, found out point by point.
namespace quoteline::test {

/// A scene with what it was built from.
struct LinkScene {
    LinkScene(const layout::StoryView& shown, const layout::ViewState& state, QSizeF size, double scale = 1);

    layout::LinkGround ground() const { return {scene, view, packing, measurer}; }
    layout::Links links(const layout::LinkInput& input) const { return layout::buildLinks(ground(), input); }

    layout::StoryView view;
    FixedMeasurer measurer;
    layout::Metrics metrics;
    layout::RowPacking packing;
    layout::Scene scene;
};

layout::TimeWindow wholeOf(const layout::StoryView& view, QSizeF size, double scale = 1);
/// The story as it is opened.
LinkScene opening(const layout::StoryView& view, QSizeF size = {1600, 900}, double scale = 1);

/// Points of a line, half a pixel apart, ends included.
std::vector<QPointF> sampled(const std::vector<QPointF>& path);

/// The arcs that say of themselves that they cross no words cross none; faint ones always say so. All keep to the
/// lanes.
void expectClear(const layout::Links& links, const layout::Scene& scene);

/// No label of a link lies on words or marks of an event, on another one's, or beyond the lanes.
void expectLabelsApart(const layout::Links& links, const layout::Scene& scene, const layout::TextMeasurer& measurer);

} // namespace quoteline::test
