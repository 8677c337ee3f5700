// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/layout/links/link_scenes.h"

#include <QLineF>
#include <algorithm>
#include <cmath>
#include <gtest/gtest.h>

namespace quoteline::test {

using namespace layout;

namespace {

std::vector<QRectF> wordsOf(const Scene& scene) {
    std::vector<QRectF> rects;
    for (const Label& label : scene.labels)
        rects.push_back(label.rect);
    for (const Column& column : scene.columns)
        rects.push_back(column.certain.united(column.possible));
    for (const EdgeCount& edge : scene.edgeCounts)
        rects.push_back(edge.rect);
    return rects;
}

bool crosses(const std::vector<QPointF>& path, const QRectF& rect) {
    const auto [left, right] =
        std::minmax_element(path.begin(), path.end(), [](QPointF a, QPointF b) { return a.x() < b.x(); });
    const auto [top, bottom] =
        std::minmax_element(path.begin(), path.end(), [](QPointF a, QPointF b) { return a.y() < b.y(); });
    if (left->x() > rect.right() || right->x() < rect.left() || top->y() > rect.bottom() || bottom->y() < rect.top())
        return false;
    const auto points = sampled(path);
    return std::any_of(points.begin(), points.end(), [&](QPointF point) {
        return point.x() > rect.left() && point.x() < rect.right() && point.y() > rect.top() &&
               point.y() < rect.bottom();
    });
}

} // namespace

LinkScene::LinkScene(const StoryView& shown, const ViewState& state, QSizeF size, double scale)
    : view(shown)
    , measurer(scale)
    , metrics{size, scale}
    , packing(packRows(view, packingKey(view, state, metrics, measurer), measurer))
    , scene(buildScene(view, state, metrics, measurer, packing)) {}

TimeWindow wholeOf(const StoryView& view, QSizeF size, double scale) {
    const FixedMeasurer measurer(scale);
    return wholeStory(view, frameFor(view, {size, scale}, measurer).plot.width(), scale);
}

LinkScene opening(const StoryView& view, QSizeF size, double scale) {
    return {view, {wholeOf(view, size, scale)}, size, scale};
}

std::vector<QPointF> sampled(const std::vector<QPointF>& path) {
    std::vector<QPointF> points;
    for (std::size_t i = 1; i < path.size(); ++i) {
        const QLineF piece(path[i - 1], path[i]);
        const int steps = static_cast<int>(std::ceil(2 * piece.length())) + 1;
        for (int step = 0; step <= steps; ++step)
            points.push_back(piece.pointAt(static_cast<double>(step) / steps));
    }
    return points;
}

void expectClear(const Links& links, const Scene& scene) {
    for (const LinkArc& arc : links.arcs) {
        EXPECT_TRUE(arc.clear || !arc.faint);
        for (const QRectF& rect : arc.clear ? wordsOf(scene) : std::vector<QRectF>()) {
            EXPECT_FALSE(crosses(arc.path, rect)) << arc.ref.from << "/" << arc.ref.relation;
            EXPECT_FALSE(crosses(arc.head, rect)) << arc.ref.from << "/" << arc.ref.relation;
        }
        for (const QPointF& point : arc.path) {
            EXPECT_TRUE(std::isfinite(point.x()) && std::isfinite(point.y()));
            EXPECT_TRUE(scene.frame.lanes.adjusted(-0.5, -0.5, 0.5, 0.5).contains(point));
        }
    }
}

void expectLabelsApart(const Links& links, const Scene& scene, const TextMeasurer& measurer) {
    for (std::size_t i = 0; i < links.labels.size(); ++i) {
        const LinkLabel& label = links.labels[i];
        EXPECT_TRUE(scene.frame.lanes.contains(label.rect));
        EXPECT_GE(label.rect.width(), measurer.width(label.text.text, label.text.font));
        EXPECT_FALSE(label.text.text.isEmpty());
        for (const QRectF& words : wordsOf(scene))
            EXPECT_FALSE(words.intersected(scene.frame.lanes).intersects(label.rect)) << label.text.text.toStdString();
        for (const Mark& mark : scene.marks)
            EXPECT_FALSE(mark.rect().intersects(label.rect)) << label.text.text.toStdString();
        for (std::size_t k = 0; k < i; ++k)
            EXPECT_FALSE(links.labels[k].rect.intersects(label.rect)) << label.text.text.toStdString();
    }
}

} // namespace quoteline::test
