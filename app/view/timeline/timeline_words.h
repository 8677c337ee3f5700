// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/content/story/story_view.h"
#include "app/layout/overlay/pointing.h"
#include <QCoreApplication>

namespace quoteline::ui {

/// What is said of the things in the timeline, in tooltips and in the status line. Plain text on one line.
class TimelineWords {
    Q_DECLARE_TR_FUNCTIONS(ui)
public:
    /// What lies at `position` of a scene of `view`, which `hit` says apart from lane names; empty where nothing does.
    static QString at(const layout::Scene& scene, const layout::StoryView& view, QPointF position,
                      const std::optional<layout::Hit>& hit);
    static QString lane(const layout::StoryView& view, const layout::LaneGroup& lane);
    static QString event(const layout::StoryView& view, model::EventIndex event);
    static QString column(const layout::StoryView& view, const layout::Column& column);
    static QString edgeCount(const layout::StoryView& view, const layout::EdgeCount& edge);
};

} // namespace quoteline::ui
