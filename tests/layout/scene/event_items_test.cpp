// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/scene/event_items.h"

#include "app/layout/scene/scene_builder.h"
#include "tests/content/scene_stories.h"
#include "tests/support/fixed_measurer.h"
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <gtest/gtest.h>

using namespace quoteline;
using namespace quoteline::layout;
using test::fixedMeasurer;

namespace {

const Metrics roomy{{1000, 3000}};

} // namespace

TEST(EventItems, ASetOfManyDatesHasNoMoreMarksThanPixelsAndCoversTheSame) {
    std::string set = "{";
    for (int i = 0; i < 3000; ++i) {
        const model::CivilDate date = model::dateFromDay(model::dayFromDate(2000, 1, 1) + qint64{2} * i);
        char text[32];
        std::snprintf(text, sizeof text, "%s%04d-%02d-%02d", i > 0 ? "," : "", date.year, date.month, date.day);
        set += text;
    }
    set += "}";
    const StoryView view(test::storyOfDates({set, "1990"}));
    const Metrics small{{500, 300}};
    const double plotWidth = frameFor(view, small, fixedMeasurer).plot.width();
    const ViewState state{wholeStory(view, plotWidth, 1)};
    const Scene scene = buildScene(view, state, small, fixedMeasurer);
    EXPECT_LE(scene.marks.size(), static_cast<std::size_t>(plotWidth) + 2);
    EXPECT_GT(scene.marks.size(), 100u);
    const auto spans = markSpans(view.story(), 1, scene.scale, Sizes(1));
    ASSERT_EQ(spans.size(), 3000u);
    for (const MarkSpan& span : spans)
        EXPECT_TRUE(std::any_of(scene.marks.begin(), scene.marks.end(), [&](const Mark& mark) {
            return mark.event == 1u && std::abs(mark.span.centre - span.centre) < 1;
        }));
}

TEST(EventItems, BarsOfASetThatLieOnEachOtherAreDrawnOnce) {
    std::string set = "{";
    for (int i = 0; i < 2000; ++i) { // a month in every year from 1 to 2000
        char text[16];
        std::snprintf(text, sizeof text, "%s%04d-05", i > 0 ? "," : "", i + 1);
        set += text;
    }
    set += ",1800..1850}";
    const StoryView view(test::storyOfDates({set, "3000"}));
    const Metrics small{{500, 300}};
    const Scene scene = buildScene(view, {wholeStory(view, frameFor(view, small, fixedMeasurer).plot.width(), 1)},
                                   small, fixedMeasurer);
    EXPECT_LE(scene.marks.size(), static_cast<std::size_t>(scene.frame.plot.width()) + 2);
    EXPECT_GT(scene.marks.size(), 50u);
    for (const MarkSpan& span : markSpans(view.story(), 0, scene.scale, Sizes(1)))
        for (const double x : {span.left, span.right})
            EXPECT_TRUE(std::any_of(scene.marks.begin(), scene.marks.end(), [&](const Mark& mark) {
                return mark.span.left <= x + 1 && mark.span.right >= x - 1;
            }));
}

TEST(EventItems, AnEventOfAnotherTimeHasNoLabelInView) {
    const StoryView view(test::storyOfDates({"2026-01-01", "2026-03-31", "2026-04-30"}));
    const double plotWidth = frameFor(view, roomy, fixedMeasurer).plot.width();
    const TimeWindow whole = wholeStory(view, plotWidth, 1);
    const Scene before = buildScene(view, {whole}, roomy, fixedMeasurer);
    ASSERT_EQ(before.labels.size(), 3u);
    ASSERT_EQ(before.labels[2].side, LabelSide::Left);
    const double msPerPixel = whole.width / plotWidth;
    for (const double pixels : {100.0, -100.0}) { // the first mark leaves to the left, then the last to the right
        const Scene scene = buildScene(view, {{whole.start + pixels * msPerPixel, whole.width}}, roomy, fixedMeasurer);
        EXPECT_EQ(scene.marks.size(), 2u);
        ASSERT_EQ(scene.labels.size(), 2u);
        for (const Label& label : scene.labels) { // where it was beside its mark, or whole on the other side
            const double moved = before.labels[label.event].rect.left() - pixels;
            EXPECT_TRUE(std::abs(label.rect.left() - moved) < 1e-6 || label.side != before.labels[label.event].side);
            EXPECT_TRUE(label.rect.left() >= scene.frame.plot.left() && label.rect.right() <= scene.frame.plot.right());
        }
        EXPECT_EQ(scene.counts.inRange, 2u);
    }
}

TEST(EventItems, ADateIsWholeInViewOrNotThereAtAll) {
    const StoryView view(test::embeddedStory());
    const double plotWidth = frameFor(view, roomy, fixedMeasurer).plot.width();
    const TimeWindow whole = wholeStory(view, plotWidth, 1);
    std::size_t dates = 0;
    for (const double zoom : {1.0, 2.0, 5.0, 9.0}) {
        for (double start = -0.3; start < 1; start += 0.01) {
            const Scene scene =
                buildScene(view, {{whole.start + start * whole.width, whole.width / zoom}}, roomy, fixedMeasurer);
            for (const Text& text : scene.texts) {
                if (text.font != FontRole::Date)
                    continue;
                ++dates;
                EXPECT_GE(text.baseline.x(), scene.frame.plot.left());
                EXPECT_LE(text.baseline.x() + text.width, scene.frame.plot.right() + 1e-6);
            }
        }
    }
    EXPECT_GT(dates, 1000u);
}

TEST(EventItems, AMarkCoversItsDotAndItsSoftEdge) {
    const StoryView view(test::storyOfDates({"2026-01-26", "2026-01-27~", "2026-02-27"}));
    const Scene scene = buildScene(view, {wholeStory(view, 900, 1)}, roomy, fixedMeasurer);
    ASSERT_EQ(scene.marks.size(), 3u);
    EXPECT_EQ(scene.marks[0].rect().height(), 2 * Sizes(1).dotRadius);
    EXPECT_EQ(scene.marks[1].rect().height(), 4 * Sizes(1).dotRadius);
    EXPECT_EQ(scene.marks[0].rect().center().y(), scene.marks[0].centreY);
}

TEST(EventItems, ALabelInABarOrAboveAMarkStaysInViewAsFarAsTheMarkDoes) {
    const StoryView view(test::storyOfDates({"2026-01-01/2026-12-31", "[2026-01-01..2026-12-31]", "2026-01-01"}));
    const double plotWidth = frameFor(view, roomy, fixedMeasurer).plot.width();
    const TimeWindow whole = wholeStory(view, plotWidth, 1);
    for (double start = -0.4; start < 0.9; start += 0.05) {
        const TimeWindow window{whole.start + start * whole.width, whole.width / 2};
        const Scene scene = buildScene(view, {window}, roomy, fixedMeasurer);
        for (const Label& label : scene.labels) {
            if (label.side == LabelSide::Right)
                continue;
            const auto mark = std::find_if(scene.marks.begin(), scene.marks.end(),
                                           [&](const Mark& m) { return m.event == label.event; });
            ASSERT_NE(mark, scene.marks.end());
            EXPECT_GE(label.rect.left(), scene.frame.plot.left());
            EXPECT_LE(label.rect.right(), scene.frame.plot.right());
            if (label.side == LabelSide::Left)
                continue;
            EXPECT_TRUE(label.side == LabelSide::OverEnd || label.rect.left() >= mark->span.left);
            EXPECT_TRUE(isOver(label.side) || label.rect.right() <= mark->span.right - 7);
        }
        EXPECT_GE(scene.marks.size(), 2u);
    }
}

TEST(EventItems, DatesOfAnAllOfSetHangOnALineAndThoseOfAOneOfDoNot) {
    const StoryView view(
        test::storyOfDates({"{2026-01-04,2026-01-11,2026-02-20}", "[2026-01-04,2026-01-11]", "2026-03-01"}));
    const TimeWindow whole = wholeStory(view, frameFor(view, roomy, fixedMeasurer).plot.width(), 1);
    const Scene scene = buildScene(view, {whole}, roomy, fixedMeasurer);
    ASSERT_EQ(scene.setLines.size(), 1U);
    std::vector<double> centres;
    for (const Mark& mark : scene.marks)
        if (mark.event == scene.setLines.front().event) {
            centres.push_back(mark.span.centre);
            EXPECT_NEAR(mark.centreY, scene.setLines.front().rect.center().y(), 1);
        }
    ASSERT_EQ(centres.size(), 3U);
    EXPECT_NEAR(scene.setLines.front().rect.left(), *std::min_element(centres.begin(), centres.end()), 1e-6);
    EXPECT_NEAR(scene.setLines.front().rect.right(), *std::max_element(centres.begin(), centres.end()), 1e-6);
    // Between two of its dates the line alone tells that it is in view, and has its title.
    const double day = 86'400'000;
    const double start = static_cast<double>(view.story().layoutStarts()[scene.setLines.front().event]);
    const Scene between = buildScene(view, {{start + 15 * day, 10 * day}}, roomy, fixedMeasurer);
    ASSERT_EQ(between.setLines.size(), 1U);
    EXPECT_TRUE(between.marks.empty());
    EXPECT_DOUBLE_EQ(between.setLines.front().rect.left(), between.frame.plot.left());
    EXPECT_DOUBLE_EQ(between.setLines.front().rect.right(), between.frame.plot.right());
}
