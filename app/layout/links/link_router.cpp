// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/links/link_router.h"

#include <algorithm>
#include <cmath>

namespace quoteline::layout {

namespace {

// At text scale 1.
constexpr double leastGutter = 1.5; // lower ones are no way
constexpr double clearance = 5;     // between a way across a row and the words beside it
constexpr double dotAir = 3;        // the same beside a dot is so much more

using Stretch = LinkRouter::Stretch;

/// Sorted and without overlaps; gaps below `least` are closed.
void join(std::vector<Stretch>& stretches, double least) {
    std::sort(stretches.begin(), stretches.end(), [](const Stretch& a, const Stretch& b) { return a.from < b.from; });
    std::vector<Stretch> joined;
    for (const Stretch& next : stretches) {
        if (!joined.empty() && next.from - joined.back().to < least)
            joined.back().to = std::max(joined.back().to, next.to);
        else
            joined.push_back(next);
    }
    stretches = std::move(joined);
}

} // namespace

LinkRouter::LinkRouter(const Scene& scene)
    : m_area(scene.frame.lanes)
    , m_scale(scene.textScale) {
    addCover(scene);
    findGutters();
    findGaps();
}

void LinkRouter::addCover(const Scene& scene) {
    const auto addWords = [&](const QRectF& rect) {
        const QRectF seen = rect.intersected(m_area);
        if (seen.isEmpty())
            return;
        m_words.push_back(seen);
        m_cover.push_back({seen.top(), seen.bottom()});
    };
    for (const Label& label : scene.labels)
        addWords(label.rect);
    for (const layout::Column& column : scene.columns)
        addWords(column.certain.united(column.possible));
    for (const EdgeCount& edge : scene.edgeCounts)
        addWords(edge.rect);
    for (const QuoteBlock& quote : scene.quotes)
        addWords(quote.rect);
    const double radius = Sizes(scene.textScale).dotRadius;
    for (const Mark& mark : scene.marks) {
        // Bars and bands may be crossed, dots and rings not. A halo is wider than its row.
        const bool bar = isBar(mark.span);
        const double half = bar ? mark.barHeight / 2 : mark.slim ? mark.rect().height() / 2 : radius;
        const QRectF dot = QRectF(mark.span.centre - radius, mark.centreY - half, 2 * radius, 2 * half);
        if (mark.centreY + half < m_area.top() || mark.centreY - half > m_area.bottom())
            continue;
        m_cover.push_back(
            {std::max(mark.centreY - half, m_area.top()), std::min(mark.centreY + half, m_area.bottom())});
        if (!bar || mark.span.ringed)
            m_dots.push_back(dot.adjusted(-dotAir * m_scale, 0, dotAir * m_scale, 0));
    }
}

void LinkRouter::findGutters() {
    join(m_cover, leastGutter);
    double top = m_area.top();
    for (const Stretch& cover : m_cover) {
        m_gutters.push_back({top, cover.from - top < leastGutter ? top : cover.from});
        top = cover.to;
    }
    m_gutters.push_back({m_area.bottom() - top < leastGutter ? m_area.bottom() : top, m_area.bottom()});
    m_bands.resize(m_gutters.size() - 1);
}

void LinkRouter::findGaps() {
    const auto add = [&](const QRectF& rect) {
        const double y = rect.center().y();
        const auto after = std::upper_bound(m_gutters.begin(), m_gutters.end(), y,
                                            [](double at, const Stretch& gutter) { return at < gutter.from; });
        const auto band = static_cast<std::size_t>(std::max<std::ptrdiff_t>(0, after - m_gutters.begin() - 1));
        if (band < m_bands.size())
            m_bands[band].blocks.push_back(rect);
    };
    std::for_each(m_words.begin(), m_words.end(), add);
    std::for_each(m_dots.begin(), m_dots.end(), add);
    const double air = clearance * m_scale;
    for (Band& band : m_bands) {
        std::vector<Stretch> taken;
        for (const QRectF& block : band.blocks)
            taken.push_back({block.left() - air, block.right() + air});
        join(taken, 0);
        double left = m_area.left() + air;
        for (const Stretch& block : taken) {
            if (block.from >= left)
                band.gaps.push_back({left, std::min(block.from, m_area.right() - air)});
            left = std::max(left, block.to);
        }
        if (left <= m_area.right() - air)
            band.gaps.push_back({left, m_area.right() - air});
        std::erase_if(band.gaps, [](const Stretch& gap) { return gap.length() < 0; });
    }
}

bool LinkRouter::isFree(const QRectF& rect) const {
    return std::none_of(m_bands.begin(), m_bands.end(), [&](const Band& band) {
        return std::any_of(band.blocks.begin(), band.blocks.end(),
                           [&](const QRectF& block) { return block.intersects(rect); });
    });
}

std::vector<LinkStub> LinkRouter::stubsAt(const QRectF& thing, double x) const {
    std::vector<LinkStub> stubs;
    const double half = clearance * m_scale - 0.5;
    // The last gutter that begins above the middle of the thing, and the one after it.
    const auto below = std::upper_bound(m_gutters.begin(), m_gutters.end(), thing.center().y(),
                                        [](double y, const Stretch& gutter) { return y < gutter.from; });
    const auto add = [&](std::size_t gutter, double y, double edge) {
        if (!isReal(gutter))
            return;
        const QRectF way =
            QRectF(QPointF(x - half, std::min(y, edge) + 0.25), QPointF(x + half, std::max(y, edge) - 0.25));
        stubs.push_back({LinkStub::Kind::Thing, x, y, gutter, way.height() <= 0 || isFree(way)});
    };
    const auto next = static_cast<std::size_t>(below - m_gutters.begin());
    if (next > 0)
        add(next - 1, thing.top(), m_gutters[next - 1].to);
    if (next < m_gutters.size())
        add(next, thing.bottom(), m_gutters[next].from);
    return stubs;
}

std::vector<LinkStub> LinkRouter::sideStubs(bool right, double y) const {
    std::vector<std::size_t> real;
    for (std::size_t i = 0; i < m_gutters.size(); ++i)
        if (isReal(i))
            real.push_back(i);
    const auto away = [&](std::size_t gutter) {
        const Stretch& g = m_gutters[gutter];
        return std::max({0.0, g.from - y, y - g.to});
    };
    std::stable_sort(real.begin(), real.end(), [&](std::size_t a, std::size_t b) { return away(a) < away(b); });
    std::vector<LinkStub> stubs;
    for (std::size_t i = 0; i < std::min<std::size_t>(2, real.size()); ++i)
        stubs.push_back({LinkStub::Kind::Side, right ? m_area.right() : m_area.left(), y, real[i], true});
    return stubs;
}

LinkStub LinkRouter::brimStub(bool bottom, double x) const {
    return {LinkStub::Kind::Brim, x, bottom ? m_area.bottom() : m_area.top(), bottom ? m_gutters.size() - 1 : 0, true};
}

const LinkRouter::Stretch& LinkRouter::gutterOf(const LinkStub& stub) const {
    return m_gutters[stub.gutter];
}

double LinkRouter::farEdge(const LinkStub& stub) const {
    const Stretch& gutter = m_gutters[stub.gutter];
    return gutter.middle() > stub.y ? gutter.to : gutter.from;
}

} // namespace quoteline::layout
