// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/links/link_router.h"

#include <algorithm>
#include <cmath>

namespace quoteline::layout {

namespace {

// At text scale 1.
constexpr double trackPitch = 3.5;   // between ways in one gutter
constexpr double columnPitch = 8;    // between ways across one row
constexpr double takenCost = 60;     // to run over another way is as bad as that much length
constexpr double nearRow = 14;       // how far from the row a way runs in a high gutter
constexpr double turnCost = 14;      // a corner is as bad as that much length
constexpr double awayCost = 4;       // at the edge, a pixel away from the row that is meant
constexpr double acrossWords = 1e6;  // worse than any way that crosses none
constexpr std::size_t mostDrops = 5; // of one way

using Stretch = LinkRouter::Stretch;

std::vector<Stretch> common(const std::vector<Stretch>& a, const std::vector<Stretch>& b) {
    std::vector<Stretch> both;
    for (std::size_t i = 0, k = 0; i < a.size() && k < b.size();) {
        const Stretch overlap{std::max(a[i].from, b[k].from), std::min(a[i].to, b[k].to)};
        if (overlap.length() >= 0)
            both.push_back(overlap);
        a[i].to < b[k].to ? ++i : ++k;
    }
    return both;
}

bool overlap(double a1, double a2, double b1, double b2) {
    return std::max(std::min(a1, a2), std::min(b1, b2)) < std::min(std::max(a1, a2), std::max(b1, b2));
}

double lengthOf(const std::vector<QPointF>& corners) {
    double length = 0;
    for (std::size_t i = 1; i < corners.size(); ++i)
        length += (corners[i] - corners[i - 1]).manhattanLength();
    return length;
}

/// Without repeated points and points between two others on a line.
std::vector<QPointF> trueCorners(const std::vector<QPointF>& points) {
    std::vector<QPointF> corners;
    for (const QPointF& point : points) {
        if (!corners.empty() && (point - corners.back()).manhattanLength() < 0.01)
            continue;
        const std::size_t n = corners.size();
        const bool straight = n >= 2 && ((std::abs(corners[n - 2].x() - corners[n - 1].x()) < 0.01 &&
                                          std::abs(corners[n - 1].x() - point.x()) < 0.01) ||
                                         (std::abs(corners[n - 2].y() - corners[n - 1].y()) < 0.01 &&
                                          std::abs(corners[n - 1].y() - point.y()) < 0.01));
        if (straight)
            corners.pop_back();
        corners.push_back(point);
    }
    return corners;
}

} // namespace

bool LinkRouter::columnTaken(double x, double top, double bottom) const {
    return std::any_of(m_drops.begin(), m_drops.end(), [&](const QLineF& drop) {
        return std::abs(drop.x1() - x) < columnPitch * m_scale - 0.01 && overlap(drop.y1(), drop.y2(), top, bottom);
    });
}

/// The x of the gaps that is least out of the way from one x to another, beside what is taken.
double LinkRouter::columnIn(const Gaps& gaps, double from, double to, std::size_t first, std::size_t last) const {
    double best = gaps.front().from;
    double bestCost = 1e9;
    const double top = m_gutters[first].to;
    const double bottom = m_gutters[last].from;
    const auto offer = [&](double x, double extra) {
        double cost = std::abs(x - from) + std::abs(x - to) + (x == from || x == to ? 0 : turnCost) + extra;
        if (cost < bestCost && columnTaken(x, top, bottom))
            cost += takenCost;
        if (cost < bestCost) {
            bestCost = cost;
            best = x;
        }
    };
    const auto detour = [&](double x) { return std::abs(x - from) + std::abs(x - to); };
    const auto offerAbout = [&](const Stretch& gap, double wanted) {
        const double x = std::clamp(wanted, gap.from, gap.to);
        if (detour(x) >= bestCost)
            return;
        offer(x, 0);
        for (int step = 1; step <= 6; ++step)
            for (const int side : {-1, 1})
                if (const double beside = x + side * step * columnPitch * m_scale;
                    beside >= gap.from && beside <= gap.to)
                    offer(beside, 1);
    };
    // Most ways take the gap next to where they come from: found early, it spares the look at others.
    const auto near = std::min_element(gaps.begin(), gaps.end(), [&](const Stretch& a, const Stretch& b) {
        return detour(std::clamp(from, a.from, a.to)) < detour(std::clamp(from, b.from, b.to));
    });
    for (const double wanted : {from, to, (from + to) / 2})
        offerAbout(*near, wanted);
    for (const Stretch& gap : gaps)
        for (const double wanted : {from, to, (from + to) / 2})
            offerAbout(gap, wanted);
    return best;
}

/// Straight through as many rows as have a gap in common, then aside, and so on: no way has fewer turns.
std::optional<std::vector<LinkRouter::Column>> LinkRouter::columns(const LinkStub& from, const LinkStub& to) const {
    std::vector<Column> columns;
    const bool down = to.gutter > from.gutter;
    const std::size_t count = down ? to.gutter - from.gutter : from.gutter - to.gutter;
    const auto bandAt = [&](std::size_t i) -> const Band& {
        return m_bands[down ? from.gutter + i : from.gutter - 1 - i];
    };
    const auto gutterAt = [&](std::size_t i) { return down ? from.gutter + i : from.gutter - i; };
    double x = from.x;
    std::size_t begun = 0;
    Gaps gaps;
    const auto finish = [&](std::size_t end) {
        const std::size_t a = gutterAt(begun);
        const std::size_t b = gutterAt(end);
        x = columnIn(gaps, x, to.x, std::min(a, b), std::max(a, b));
        columns.push_back({x, a, b});
        begun = end;
    };
    for (std::size_t i = 0; i < count; ++i) {
        const Gaps& next = bandAt(i).gaps;
        if (next.empty())
            return std::nullopt;
        Gaps both = i == begun ? next : common(gaps, next);
        if (both.empty()) {
            if (columns.size() + 1 >= mostDrops || !isReal(gutterAt(i)))
                return std::nullopt;
            finish(i);
            both = next;
        }
        gaps = std::move(both);
    }
    if (count > 0)
        finish(count);
    return columns;
}

/// The y in a gutter: near the row that the way comes from or goes to, beside what is taken.
double LinkRouter::trackFor(const LinkStub& from, const LinkStub& to, std::size_t gutter, double x1, double x2) const {
    const Stretch& g = m_gutters[gutter];
    const double half = std::min(g.length() / 2, nearRow * m_scale);
    const auto ends = [&](LinkStub::Kind kind) {
        const auto here = [&](const LinkStub& stub) { return stub.gutter == gutter && stub.kind == kind; };
        return here(from) ? &from : here(to) ? &to : nullptr;
    };
    double wanted = g.middle();
    if (const LinkStub* side = ends(LinkStub::Kind::Side)) // as near to the row beyond the edge as it can
        wanted = std::clamp(side->y, g.from + half, g.to - half);
    else if (const LinkStub* thing = ends(LinkStub::Kind::Thing))
        wanted = thing->y <= g.middle() ? g.from + half : g.to - half;
    const auto taken = [&](double y) {
        return std::any_of(m_runs.begin(), m_runs.end(), [&](const QLineF& run) {
            return std::abs(run.y1() - y) < trackPitch * m_scale - 0.01 && overlap(run.x1(), run.x2(), x1, x2);
        });
    };
    const double edge = std::min(2 * m_scale, g.length() / 2);
    for (int step = 0; step <= 8; ++step)
        for (const int side : {1, -1})
            if (const double y = wanted + side * step * trackPitch * m_scale;
                y >= g.from + edge && y <= g.to - edge && !taken(y))
                return y;
    return wanted;
}

std::optional<LinkRoute> LinkRouter::between(const LinkStub& from, const LinkStub& to, bool evenAcross) const {
    auto way = columns(from, to);
    LinkRoute route{from, to, {}, false, 0};
    route.clear = way.has_value() && from.clear && to.clear;
    if (!route.clear && !evenAcross)
        return std::nullopt;
    if (!way)
        way = std::vector<Column>{{from.kind == LinkStub::Kind::Side ? to.x : from.x, from.gutter, to.gutter}};
    const bool fromBrim = from.kind == LinkStub::Kind::Brim;
    const bool toBrim = to.kind == LinkStub::Kind::Brim;
    if (way->empty() && (fromBrim || toBrim) && !isReal(from.gutter))
        return std::nullopt;
    std::vector<QPointF>& path = route.corners;
    double x = fromBrim && !way->empty() ? way->front().x : from.x;
    const double end = toBrim && !way->empty() ? way->back().x : to.x;
    if (from.kind != LinkStub::Kind::Side)
        path.emplace_back(x, from.y);
    // Along a gutter to the next place where rows are crossed, or to the end.
    const auto along = [&](std::size_t gutter, double target, bool mustStand) {
        if (std::abs(target - x) < 0.01 && !mustStand)
            return;
        const double y = trackFor(from, to, gutter, x, target);
        path.emplace_back(x, y);
        path.emplace_back(target, y);
        x = target;
    };
    for (const Column& column : *way)
        along(column.from, column.x, from.kind == LinkStub::Kind::Side && &column == &way->front());
    along(to.gutter, end, to.kind == LinkStub::Kind::Side || (way->empty() && from.kind == LinkStub::Kind::Side));
    if (to.kind != LinkStub::Kind::Side)
        path.emplace_back(end, to.y);
    path = trueCorners(path);
    route.cost =
        lengthOf(path) + turnCost * m_scale * static_cast<double>(path.size()) + (route.clear ? 0 : acrossWords);
    if (from.kind == LinkStub::Kind::Side)
        route.cost += awayCost * std::abs(path.front().y() - from.y);
    if (to.kind == LinkStub::Kind::Side)
        route.cost += awayCost * std::abs(path.back().y() - to.y);
    return route;
}

void LinkRouter::take(const LinkRoute& route) {
    for (std::size_t i = 1; i < route.corners.size(); ++i) {
        const QLineF line(route.corners[i - 1], route.corners[i]);
        (std::abs(line.dy()) > std::abs(line.dx()) ? m_drops : m_runs).push_back(line);
    }
}

std::optional<LinkRoute> LinkRouter::route(const std::vector<LinkStub>& from, const std::vector<LinkStub>& to,
                                           bool evenAcross) {
    std::optional<LinkRoute> best;
    for (const LinkStub& a : from) {
        for (const LinkStub& b : to) {
            auto route = between(a, b, evenAcross);
            if (route && route->corners.size() >= 2 && (!best || route->cost < best->cost))
                best = std::move(route);
        }
    }
    if (best)
        take(*best);
    return best;
}

std::vector<QPointF> rounded(const std::vector<QPointF>& corners, double radius) {
    constexpr int pieces = 4;
    std::vector<QPointF> path;
    for (std::size_t i = 0; i < corners.size(); ++i) {
        if (i == 0 || i + 1 == corners.size()) {
            path.push_back(corners[i]);
            continue;
        }
        const QLineF in(corners[i], corners[i - 1]);
        const QLineF out(corners[i], corners[i + 1]);
        const double r = std::min({radius, in.length() / 2, out.length() / 2});
        if (r < 0.5) {
            path.push_back(corners[i]);
            continue;
        }
        const QPointF a = in.pointAt(r / in.length());
        const QPointF b = out.pointAt(r / out.length());
        for (int piece = 0; piece <= pieces; ++piece) {
            const double t = static_cast<double>(piece) / pieces;
            path.push_back((1 - t) * (1 - t) * a + 2 * t * (1 - t) * corners[i] + t * t * b);
        }
    }
    return path;
}

} // namespace quoteline::layout
