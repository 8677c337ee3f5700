// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/layout/links/link_router.h"
#include "app/layout/scene/lane_layout.h"
#include <unordered_map>

namespace quoteline::layout {

/// What links are laid out from: a scene, and what it was built from. Everything outlives what is given it.
struct LinkGround {
    const Scene& scene;
    const StoryView& view;
    const RowPacking& packing; ///< the one that the scene was built with
    const TextMeasurer& measurer;
};

/// Where a link meets an event.
struct LinkEnd {
    enum class Place {
        Mark,   ///< the event itself
        Column, ///< the column that counts it
        Edge,   ///< the words at the edge that count it: it is out of view
        Beyond  ///< the edge of the view beyond which it lies
    };
    Place place = Place::Mark;
    std::vector<LinkStub> stubs;
    QRectF box = {}; ///< of these words, or of the column
};

/// Finds where links meet events: never in another place than where the event is, or in whose direction it lies.
class LinkEnds {
public:
    LinkEnds(const LinkGround& ground, const LinkRouter& router);

    /// Whether a mark of the event is in view.
    bool inView(model::EventIndex event) const { return m_marks.contains(event); }
    /// Events with a mark in view, in the order of the scene.
    const std::vector<model::EventIndex>& eventsInView() const { return m_events; }
    /// Where a link meets an event that comes from `towards`, an x; nothing for an event that the filter leaves out.
    /// O(lanes log n).
    std::optional<LinkEnd> of(model::EventIndex event, double towards) const;
    /// The middle of the event in time, as x within the lanes.
    double middleOf(model::EventIndex event) const;

private:
    LinkEnd atMarks(const std::vector<std::size_t>& marks, double towards) const;
    std::optional<QRectF> columnOf(model::EventIndex event, std::size_t lane) const;
    std::optional<QRectF> edgeCountOf(std::size_t lane, bool later) const;
    LinkEnd atBox(const QRectF& box, LinkEnd::Place place) const;

    LinkGround m_ground;
    const LinkRouter& m_router;
    LaneLayout m_rows;
    std::unordered_map<model::EventIndex, std::vector<std::size_t>> m_marks; ///< in view, by event
    std::vector<model::EventIndex> m_events;
};

} // namespace quoteline::layout
