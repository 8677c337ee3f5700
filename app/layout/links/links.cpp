// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/links/links.h"

#include "app/layout/links/link_labels.h"
#include <QLineF>
#include <algorithm>
#include <cmath>

namespace quoteline::layout {

namespace {

// At text scale 1.
constexpr double cornerRadius = 5;
constexpr double headLength = 9;
constexpr double headHalf = 4;
constexpr double leastHead = 1.5; // pixels, as the lowest gutter
// Of all links together: one for each so many square pixels, never more than `mostOfAll`.
constexpr double areaPerLink = 4000;
constexpr std::size_t mostOfAll = 300;
constexpr std::size_t mostOfOneOfAll = 32; // links that an event which is not selected may have looked at

class LinkBuilder {
public:
    LinkBuilder(const LinkGround& ground, const LinkInput& input)
        : m_ground(ground)
        , m_story(ground.view.story())
        , m_input(input)
        , m_router(ground.scene)
        , m_ends(ground, m_router) {}

    Links build() {
        if (m_input.selected)
            addSelected(*m_input.selected);
        const std::size_t own = m_links.arcs.size();
        if (m_input.all)
            addAll();
        // Those of the selected event find their way first and are drawn last.
        std::rotate(m_links.arcs.begin(), m_links.arcs.begin() + static_cast<std::ptrdiff_t>(own), m_links.arcs.end());
        const std::size_t first = m_links.arcs.size() - own;
        if (own > 0)
            m_links.counts.unlabelled = addLinkLabels(m_links, first, *m_input.selected, m_beyond, m_ground, m_router);
        return std::move(m_links);
    }

private:
    void addSelected(model::EventIndex event);
    void addAll();
    void add(const LinkRef& ref, bool faint);
    std::vector<QPointF> headOf(const LinkStub& stub, const std::vector<QPointF>& corners) const;

    LinkGround m_ground;
    const model::Story& m_story;
    LinkInput m_input;
    LinkRouter m_router;
    LinkEnds m_ends;
    std::vector<bool> m_beyond; ///< by arc: the event that is not the selected one is folded or out of view
    Links m_links;
};

void LinkBuilder::addSelected(model::EventIndex event) {
    const std::size_t count = linkCount(m_story, event);
    const std::size_t drawn = std::min(count, mostLinksOfEvent);
    const std::size_t current = m_input.current ? placeOf(m_story, event, *m_input.current).value_or(count) : count;
    if (current < count) // first, so that it has the best way
        add(*m_input.current, false);
    for (std::size_t i = 0; i < drawn; ++i)
        if (i != current)
            add(linkOf(m_story, event, i), false);
    m_links.counts.tooMany += count - drawn - (current >= drawn && current < count ? 1 : 0);
}

/// Between events in view. What one event has too many of is counted without a look at it.
void LinkBuilder::addAll() {
    const QRectF& lanes = m_ground.scene.frame.lanes;
    const auto room = static_cast<std::size_t>(std::max(0.0, lanes.width() * lanes.height() / areaPerLink));
    const std::size_t most = m_links.arcs.size() + std::min(mostOfAll, room);
    for (const model::EventIndex event : m_ends.eventsInView()) {
        const std::size_t count = m_story.relationCount(event);
        m_links.counts.tooMany += count - std::min(count, mostOfOneOfAll);
        for (std::size_t i = 0; i < std::min(count, mostOfOneOfAll); ++i) {
            const model::EventIndex to = m_story.relation(event, i).event;
            if (event == m_input.selected || to == m_input.selected || !m_ends.inView(to))
                continue;
            if (m_links.arcs.size() < most)
                add({event, i}, true);
            else
                ++m_links.counts.tooMany;
        }
    }
}

void LinkBuilder::add(const LinkRef& ref, bool faint) {
    const model::Relation relation = m_story.relation(ref.from, ref.relation);
    const auto from = m_ends.of(ref.from, m_ends.middleOf(relation.event));
    const auto to = m_ends.of(relation.event, m_ends.middleOf(ref.from));
    if (!from || !to) {
        ++m_links.counts.leftOut;
        return;
    }
    const auto is = [](const LinkEnd& end, LinkEnd::Place place) { return end.place == place; };
    const bool inOneColumn =
        is(*from, LinkEnd::Place::Column) && is(*to, LinkEnd::Place::Column) && from->box == to->box;
    const auto isOut = [&](const LinkEnd& end) {
        return is(end, LinkEnd::Place::Beyond) || is(end, LinkEnd::Place::Edge);
    };
    if (inOneColumn || (isOut(*from) && isOut(*to))) {
        ++m_links.counts.elsewhere;
        return;
    }
    const auto route = m_router.route(from->stubs, to->stubs, !faint);
    if (!route) {
        ++m_links.counts.noRoom;
        return;
    }
    LinkArc arc;
    arc.ref = ref;
    arc.to = relation.event;
    arc.path = rounded(route->corners, cornerRadius * m_ground.scene.textScale);
    arc.head = headOf(route->to, route->corners);
    arc.pattern = patternOf(relation);
    arc.faint = faint;
    arc.current = ref == m_input.current;
    arc.clear = route->clear;
    m_links.arcs.push_back(std::move(arc));
    m_beyond.push_back(!is(ref.from == m_input.selected ? *to : *from, LinkEnd::Place::Mark));
}

/// As long as the gutter leaves room for.
std::vector<QPointF> LinkBuilder::headOf(const LinkStub& stub, const std::vector<QPointF>& corners) const {
    const QPointF tip = corners.back();
    QLineF last(tip, corners[corners.size() - 2]);
    const double scale = m_ground.scene.textScale;
    double length = headLength * scale;
    if (stub.kind == LinkStub::Kind::Thing)
        length = std::clamp(std::abs(m_router.farEdge(stub) - stub.y), leastHead, length);
    double half = headHalf * scale;
    if (stub.kind == LinkStub::Kind::Side) {
        const LinkRouter::Stretch& gutter = m_router.gutterOf(stub);
        half = std::clamp(std::min(tip.y() - gutter.from, gutter.to - tip.y()), 0.0, half);
    }
    last.setLength(length);
    const QPointF along = last.p2() - last.p1();
    const QPointF aside = QPointF(-along.y(), along.x()) / length * half;
    return {tip, tip + along + aside, tip + along - aside};
}

double distanceToLine(QPointF a, QPointF b, QPointF point) {
    const QPointF ab = b - a;
    const double length = QPointF::dotProduct(ab, ab);
    const double t = length > 0 ? std::clamp(QPointF::dotProduct(point - a, ab) / length, 0.0, 1.0) : 0;
    const QPointF away = point - (a + t * ab);
    return std::hypot(away.x(), away.y());
}

} // namespace

LinkPattern patternOf(const model::Relation& relation) {
    using model::RelationType;
    if (!relation.explicitly)
        return LinkPattern::Reading;
    switch (relation.type) {
    case RelationType::RepliesTo:
        return LinkPattern::Reply;
    case RelationType::Confirms:
    case RelationType::AgreesWith:
        return LinkPattern::Agreement;
    case RelationType::Disputes:
    case RelationType::Corrects:
    case RelationType::Qualifies:
        return LinkPattern::Dispute;
    case RelationType::Discusses:
    case RelationType::Other:
        break;
    }
    return LinkPattern::Mention;
}

Links buildLinks(const LinkGround& ground, const LinkInput& input) {
    if (!input.selected && !input.all)
        return {};
    return LinkBuilder(ground, input).build();
}

std::optional<std::size_t> linkAt(const Links& links, QPointF point, double tolerance) {
    std::optional<std::size_t> best;
    double bestDistance = tolerance;
    const auto offer = [&](std::size_t arc, double distance) {
        if (distance <= bestDistance) {
            bestDistance = distance;
            best = arc;
        }
    };
    for (std::size_t i = 0; i < links.arcs.size(); ++i)
        for (std::size_t k = 1; k < links.arcs[i].path.size(); ++k)
            offer(i, distanceToLine(links.arcs[i].path[k - 1], links.arcs[i].path[k], point));
    for (const LinkLabel& label : links.labels)
        if (label.rect.contains(point))
            offer(label.arc, 0);
    return best;
}

std::size_t linkCount(const model::Story& story, model::EventIndex event) {
    return story.relationCount(event) + story.incoming(event).size();
}

LinkRef linkOf(const model::Story& story, model::EventIndex event, std::size_t i) {
    const std::size_t own = story.relationCount(event);
    if (i < own)
        return {event, i};
    const model::IncomingRelation& incoming = story.incoming(event)[i - own];
    return {incoming.from, incoming.relation};
}

std::optional<std::size_t> placeOf(const model::Story& story, model::EventIndex event, const LinkRef& link) {
    if (link.from == event)
        return link.relation < story.relationCount(event) ? std::optional(link.relation) : std::nullopt;
    const auto incoming = story.incoming(event);
    const auto found = std::find(incoming.begin(), incoming.end(),
                                 model::IncomingRelation{link.from, static_cast<std::uint32_t>(link.relation)});
    if (found == incoming.end())
        return std::nullopt;
    return story.relationCount(event) + static_cast<std::size_t>(found - incoming.begin());
}

} // namespace quoteline::layout
