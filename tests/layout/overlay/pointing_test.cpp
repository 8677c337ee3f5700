// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/overlay/pointing.h"

#include "app/layout/scene/scene_builder.h"
#include "tests/content/scene_stories.h"
#include "tests/support/fixed_measurer.h"
#include <cmath>
#include <gtest/gtest.h>
#include <limits>

using namespace quoteline;
using namespace quoteline::layout;

namespace {

Scene sceneOf(const model::Story& story, QSizeF size, double zoom, double scrollY = 0) {
    const StoryView view(story);
    const test::FixedMeasurer measurer;
    const Metrics metrics{size};
    TimeWindow window = wholeStory(view, frameFor(view, metrics, measurer).plot.width(), 1);
    window = zoomed(window, zoom, window.start + window.width * 0.4);
    return buildScene(view, {window, scrollY}, metrics, measurer);
}

/// Distance of a point from a rectangle: from the nearest of its points.
double distanceTo(const QRectF& rect, QPointF point) {
    const double x = std::min(std::max(point.x(), rect.left()), rect.right());
    const double y = std::min(std::max(point.y(), rect.top()), rect.bottom());
    return std::hypot(point.x() - x, point.y() - y);
}

double distanceOf(const Scene& scene, const Hit& hit, QPointF point) {
    if (hit.column)
        return distanceTo(scene.columns[*hit.column].rect, point);
    if (hit.edgeCount)
        return distanceTo(scene.edgeCounts[*hit.edgeCount].rect, point);
    double nearest = std::numeric_limits<double>::infinity();
    for (const Mark& mark : scene.marks)
        if (mark.event == hit.event)
            nearest = std::min(nearest, distanceTo(mark.rect(), point));
    for (const Label& label : scene.labels)
        if (label.event == hit.event)
            nearest = std::min(nearest, distanceTo(label.rect, point));
    for (const QuoteBlock& quote : scene.quotes)
        if (quote.event == hit.event)
            nearest = std::min(nearest, distanceTo(quote.rect, point));
    return nearest;
}

double nearestOfAll(const Scene& scene, QPointF point) {
    double nearest = std::numeric_limits<double>::infinity();
    for (const Mark& mark : scene.marks)
        nearest = std::min(nearest, distanceTo(mark.rect(), point));
    for (const Label& label : scene.labels)
        nearest = std::min(nearest, distanceTo(label.rect, point));
    for (const QuoteBlock& quote : scene.quotes)
        nearest = std::min(nearest, distanceTo(quote.rect, point));
    for (const Column& column : scene.columns)
        nearest = std::min(nearest, distanceTo(column.rect, point));
    for (const EdgeCount& edge : scene.edgeCounts)
        nearest = std::min(nearest, distanceTo(edge.rect, point));
    return nearest;
}

} // namespace

TEST(HitTest, FindsTheNearestMarkLabelColumnOrCountAtEveryPoint) {
    std::size_t hits = 0;
    std::size_t misses = 0;
    for (const test::NamedStory& named : test::layoutStories()) {
        const Scene scene = sceneOf(named.story, {900, 500}, 1.7, 120);
        for (const double tolerance : {0.0, 6.0, 40.0}) {
            for (double y = -5; y < 505; y += 6.7) {
                for (double x = -5; x < 905; x += 13.1) {
                    const QPointF point(x, y);
                    const auto hit = hitTest(scene, point, tolerance);
                    if (!scene.frame.lanes.contains(point)) {
                        ASSERT_FALSE(hit);
                        continue;
                    }
                    const double nearest = nearestOfAll(scene, point);
                    ASSERT_EQ(hit.has_value(), nearest <= tolerance) << named.name << " at " << x << ", " << y;
                    ++(hit ? hits : misses);
                    if (hit) {
                        ASSERT_EQ(hit->event.has_value() + hit->column.has_value() + hit->edgeCount.has_value(), 1);
                        ASSERT_DOUBLE_EQ(distanceOf(scene, *hit, point), nearest) << named.name;
                    }
                }
            }
        }
    }
    EXPECT_GT(hits, 10000u);
    EXPECT_GT(misses, 10000u);
}

TEST(HitTest, EveryMarkAndLabelInViewAnswersInItsMiddle) {
    const Scene scene = sceneOf(test::embeddedStory(), {1600, 900}, 1);
    ASSERT_EQ(scene.marks.size(), 15u);
    for (const Mark& mark : scene.marks)
        EXPECT_EQ(hitTest(scene, {mark.span.centre, mark.centreY}, 0), (Hit{mark.event, std::nullopt}));
    for (const Label& label : scene.labels)
        EXPECT_EQ(hitTest(scene, label.rect.center(), 0), (Hit{label.event, std::nullopt}));
}

TEST(HitTest, OfTwoAtTheSameDistanceTheOneDrawnLastAnswers) {
    Scene scene;
    scene.frame.lanes = QRectF(0, 0, 100, 100);
    for (const model::EventIndex event : {4u, 7u}) {
        Mark mark;
        mark.span.left = 40;
        mark.span.right = 60;
        mark.centreY = 50;
        mark.barHeight = 10;
        mark.event = event;
        scene.marks.push_back(mark);
    }
    EXPECT_EQ(hitTest(scene, {50, 50}, 0), (Hit{7u, std::nullopt}));
    EXPECT_EQ(hitTest(scene, {50, 30}, 30), (Hit{7u, std::nullopt}));
    scene.columns.emplace_back().rect = QRectF(40, 45, 20, 10);
    EXPECT_EQ(hitTest(scene, {50, 50}, 0), (Hit{std::nullopt, 0u}));
}

TEST(HitTest, FindsNothingInAnEmptyScene) {
    EXPECT_FALSE(hitTest(Scene(), {0, 0}, 100));
    const Scene scene = sceneOf(model::Story(), {800, 400}, 1);
    EXPECT_FALSE(hitTest(scene, scene.frame.lanes.center(), 1e9));
}
