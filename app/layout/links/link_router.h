// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/layout/scene/scene.h"
#include <QLineF>
#include <cstddef>
#include <optional>
#include <vector>

/// Ways between the things of a scene that cross no words. Rows of events leave gutters between them, free across the
/// whole plot; within a row there are gaps between its labels. A way leaves its event for the nearest gutter, goes
/// along it, crosses rows through gaps, and comes to the other event from a gutter: in right angles with round corners.
namespace quoteline::layout {

/// Where a way may begin or end. Lengths are device-independent pixels.
struct LinkStub {
    enum class Kind {
        Thing, ///< at (x, y), the upper or lower edge of a mark or count
        Side,  ///< where the gutter meets the left or right edge of the lanes
        Brim,  ///< at the upper or lower edge of the lanes, near x: the first or the last gutter
    };
    Kind kind = Kind::Thing;
    double x = 0;
    double y = 0;
    std::size_t gutter = 0;
    bool clear = true; ///< no words between the thing and its gutter
};

struct LinkRoute {
    LinkStub from;
    LinkStub to;
    std::vector<QPointF> corners; ///< from the first end to the second
    bool clear = false;           ///< crosses no words
    double cost = 0;
};

class LinkRouter {
public:
    explicit LinkRouter(const Scene& scene);

    struct Stretch {
        double from = 0;
        double to = 0;
        double middle() const { return (from + to) / 2; }
        double length() const { return to - from; }
    };

    /// The stubs that go up and down from `thing` at x; none where there is no gutter.
    std::vector<LinkStub> stubsAt(const QRectF& thing, double x) const;
    /// The stubs at the left or right edge, in the gutters next to y.
    std::vector<LinkStub> sideStubs(bool right, double y) const;
    LinkStub brimStub(bool bottom, double x) const;

    /// The cheapest way between the best two stubs; avoids what earlier ways have taken where it can. Without a clear
    /// one: nothing, or, where `evenAcross`, one that crosses words.
    std::optional<LinkRoute> route(const std::vector<LinkStub>& from, const std::vector<LinkStub>& to, bool evenAcross);

    /// The y of the gutter of a stub.
    const Stretch& gutterOf(const LinkStub& stub) const;
    /// Where the gutter of a stub ends on the far side of the thing: an arrow head reaches no further.
    double farEdge(const LinkStub& stub) const;

    /// What a way must not cross: labels and counts, cut to the lanes.
    const std::vector<QRectF>& words() const { return m_words; }

private:
    /// Between two gutters: the rows there, and what stands in them.
    struct Band {
        std::vector<QRectF> blocks;
        std::vector<Stretch> gaps; ///< x that are free
    };
    struct Column {
        double x = 0;
        std::size_t from = 0; ///< gutters
        std::size_t to = 0;
    };
    using Gaps = std::vector<Stretch>;

    void addCover(const Scene& scene);
    void findGutters();
    void findGaps();
    bool isReal(std::size_t gutter) const { return m_gutters[gutter].length() > 0; }
    bool isFree(const QRectF& rect) const;
    std::optional<LinkRoute> between(const LinkStub& from, const LinkStub& to, bool evenAcross) const;
    std::optional<std::vector<Column>> columns(const LinkStub& from, const LinkStub& to) const;
    double columnIn(const Gaps& gaps, double from, double to, std::size_t first, std::size_t last) const;
    bool columnTaken(double x, double top, double bottom) const;
    double trackFor(const LinkStub& from, const LinkStub& to, std::size_t gutter, double x1, double x2) const;
    void take(const LinkRoute& route);

    QRectF m_area;
    double m_scale;
    std::vector<QRectF> m_words;
    std::vector<QRectF> m_dots;
    std::vector<Stretch> m_cover;   ///< of y, by words and marks; later joined and sorted
    std::vector<Stretch> m_gutters; ///< of y, in order; the first and the last may be of no height, at the edges
    std::vector<Band> m_bands;      ///< between them, one less
    std::vector<QLineF> m_runs;     ///< taken, along gutters
    std::vector<QLineF> m_drops;    ///< taken, across rows
};

/// The corners without those that are none, and with round ones: a line of short straight pieces. A round corner lies
/// within `radius` of its corner.
std::vector<QPointF> rounded(const std::vector<QPointF>& corners, double radius);

} // namespace quoteline::layout
