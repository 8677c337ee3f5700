// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/checks/scene_invariants.h"

#include "app/layout/rows/packing_aids.h"
#include "app/layout/scene/scene_builder.h"
#include "tests/content/scene_stories.h"
#include "tests/support/fixed_measurer.h"
#include <gtest/gtest.h>
#include <limits>

using namespace quoteline;
using namespace quoteline::layout;
using test::FixedMeasurer;

namespace {

constexpr QSizeF sizes[] = {{1600, 900}, {920, 560}, {640, 400}, {200, 100}};
constexpr double zooms[] = {1, 1.19, 2, 7.3, 60, 5000};
constexpr double places[] = {0, 0.31, 0.5, 0.77,
                             1}; ///< of the middle of the window, between the first and the last event
constexpr double scrolls[] = {0, 37.5, 1e6};

/// Every zoom, place and scroll of a view in one size; counts the scenes.
struct Sweep {
    const StoryView& view;
    Metrics metrics;
    FixedMeasurer measurer;
    int scenes = 0;
    int broken = 0;

    Sweep(const StoryView& v, const Metrics& m)
        : view(v)
        , metrics(m)
        , measurer(m.textScale) {}

    TimeWindow windowAt(double zoom, double place) const {
        const double plotWidth = frameFor(view, metrics, measurer).plot.width();
        const TimeWindow whole = wholeStory(view, plotWidth, metrics.textScale);
        const TimeWindow extent = view.extent();
        const double width = whole.width / zoom;
        const double middle = extent.start + extent.width * place;
        return clamped({middle - width / 2, width}, view, plotWidth, metrics.textScale);
    }

    void check(const ViewState& state, const RowPacking& packing, const std::string& where) {
        ++scenes;
        const Scene scene = buildScene(view, state, metrics, measurer, packing);
        for (const QString& violation : violations(scene, view, packing, measurer)) {
            if (++broken <= 5)
                ADD_FAILURE() << where << ", scrolled by " << state.scrollY << ": " << violation.toStdString();
        }
    }

    void run() {
        PackingAids aids(view);
        for (const double zoom : zooms) {
            const ViewState first{windowAt(zoom, 0.5)};
            const PackingKey key = packingKey(view, first, metrics, measurer);
            for (const double place : places) {
                const ViewState state{zoom == 1 ? wholeStory(view, key.plotWidth, metrics.textScale)
                                                : windowAt(zoom, place)};
                const RowPacking packing = packRows(view, packingKey(view, state, metrics, measurer), measurer, aids);
                for (const double scroll : scrolls)
                    check({state.window, scroll}, packing,
                          std::to_string(metrics.size.width()) + " wide, zoom " + std::to_string(zoom) + ", at " +
                              std::to_string(place));
            }
        }
    }
};

class SceneInvariants : public testing::TestWithParam<std::size_t> {};

} // namespace

TEST_P(SceneInvariants, HoldAtEveryZoomPlaceWidthScrollAndTextScale) {
    const StoryView view(test::layoutStory(GetParam()).story);
    int scenes = 0;
    for (const QSizeF size : sizes) {
        for (const double textScale : {1.0, 1.6}) {
            Sweep sweep(view, {size, textScale, size.height() > 500, size.width() == 920});
            sweep.run();
            scenes += sweep.scenes;
        }
    }
    EXPECT_EQ(scenes, 4 * 2 * 6 * 5 * 3);
}

INSTANTIATE_TEST_SUITE_P(Stories, SceneInvariants, testing::Range(std::size_t{0}, test::layoutStoryNames().size()),
                         [](const auto& test) { return quoteline::test::layoutStoryNames()[test.param]; });

// The check itself must notice: a sound scene is broken in one way after another.

namespace {

struct BrokenScene : testing::Test {
    StoryView view{test::embeddedStory()};
    FixedMeasurer measurer;
    Metrics metrics{{1600, 900}};
    ViewState state{wholeStory(view, frameFor(view, metrics, measurer).plot.width(), 1)};
    RowPacking packing = packRows(view, packingKey(view, state, metrics, measurer), measurer);
    Scene scene = buildScene(view, state, metrics, measurer, packing);

    void SetUp() override { ASSERT_TRUE(violations(scene, view, packing, measurer).empty()); }
    void expectNoticed(const char* part) const {
        for (const QString& violation : violations(scene, view, packing, measurer))
            if (violation.contains(QLatin1StringView(part)))
                return;
        ADD_FAILURE() << "not noticed: " << part;
    }
    Text& textOf(std::size_t label) { return scene.texts[scene.labels[label].firstText]; }
};

} // namespace

TEST_F(BrokenScene, LabelsOnTopOfEachOtherAreNoticed) {
    textOf(0).baseline = textOf(1).baseline;
    expectNoticed("overlaps text");
    expectNoticed("a text leaves the rectangle of its label");
}

TEST_F(BrokenScene, ALabelAcrossAMarkIsNoticed) {
    textOf(0).baseline.setX(scene.marks[0].span.left);
    expectNoticed("overlaps mark of event");
}

TEST_F(BrokenScene, ALabelAcrossAnEdgeOfTheWindowIsNoticed) {
    scene.labels[0].rect.moveLeft(scene.frame.plot.left() - 1);
    expectNoticed("letters are cut");
    scene.labels[1].rect.moveRight(scene.frame.plot.right() + 1);
    expectNoticed("letters are cut");
}

TEST_F(BrokenScene, AColumnAcrossALabelIsNoticed) {
    Column column;
    column.rect = column.certain = scene.labels[0].rect;
    scene.columns.push_back(column);
    expectNoticed("column of 0");
    expectNoticed("overlaps");
}

TEST_F(BrokenScene, ALaneNameAcrossAnotherIsNoticed) {
    std::vector<Text*> names;
    for (Text& text : scene.texts)
        if (text.font == FontRole::LaneName)
            names.push_back(&text);
    ASSERT_GE(names.size(), 2u);
    names[1]->baseline.setY(names[0]->baseline.y() + 3);
    expectNoticed("overlaps text");
}

TEST_F(BrokenScene, AnAxisLabelAcrossAnotherIsNoticed) {
    ASSERT_GE(scene.ticks.fine.size(), 2u);
    scene.ticks.fine[1].x = scene.ticks.fine[0].x + 5;
    expectNoticed("overlaps axis label");
}

TEST_F(BrokenScene, ATextOfAnotherWidthThanMeasuredIsNoticed) {
    textOf(2).width += 1;
    expectNoticed("not as wide as measured");
}

TEST_F(BrokenScene, AColumnBesideItsTimeOrItsStripIsNoticed) {
    Column column;
    column.time = {scene.scale.window.start, scene.scale.window.width / 10};
    column.rect = QRectF(scene.frame.lanes.left() - 20, scene.frame.lanes.top() - 30, 40, 16);
    column.count = 99;
    scene.columns.push_back(column);
    expectNoticed("leaves its strip");
    expectNoticed("does not stand over its time");
    expectNoticed("does not count the events of its time");
}

TEST_F(BrokenScene, WrongCountsAreNoticed) {
    ++scene.counts.inRange;
    ++scene.counts.visible;
    expectNoticed("the counts are not what counting gives");
    ++scene.counts.visible;
    expectNoticed("do not add up");
}

TEST_F(BrokenScene, AWrongCountOfALaneIsNoticed) {
    ++scene.lanes[1].inRange;
    expectNoticed("a lane does not count its events in view");
}

TEST_F(BrokenScene, AMissingMarkIsNoticed) {
    scene.marks.erase(scene.marks.begin());
    expectNoticed("is in range and has no mark");
}

TEST_F(BrokenScene, AMissingRingIsNoticed) {
    std::erase_if(scene.marks, [](const Mark& mark) { return mark.span.kind == MarkKind::GapRing; });
    expectNoticed("has other marks than those in view");
}

TEST_F(BrokenScene, AMarkInAnotherRowIsNoticed) {
    scene.marks[0].centreY += 30;
    expectNoticed("a mark stands outside of its row");
}

TEST_F(BrokenScene, ALabelInAnotherRowIsNoticed) {
    scene.labels[0].rect.translate(0, -30);
    expectNoticed("the label stands outside of its row");
}

TEST_F(BrokenScene, ARowInAnotherLaneIsNoticed) {
    packing.placements[scene.labels[0].event].row = packing.lanes.back().first;
    expectNoticed("stands in a row of another lane");
}

TEST_F(BrokenScene, GapsBetweenLanesAreNoticed) {
    scene.lanes[2].rect.setTop(scene.lanes[2].rect.top() + 2);
    expectNoticed("the bands of the lanes have gaps");
    expectNoticed("a band is not that of its lane");
}

TEST_F(BrokenScene, MissingAndStrangeLanesAreNoticed) {
    const LaneBand last = scene.lanes.back();
    scene.lanes.pop_back();
    expectNoticed("a lane in view has no band");
    scene.lanes.push_back(last);
    scene.lanes.push_back(last);
    expectNoticed("a band of no lane in view");
}

TEST_F(BrokenScene, LanesScrolledTooFarAreNoticed) {
    scene.scrollY = scene.contentHeight;
    expectNoticed("the lanes are scrolled beyond their end");
}

TEST_F(BrokenScene, GridWeekendsNotesAndCoreWindowBeyondThePlotAreNoticed) {
    scene.gridLines.front().moveLeft(scene.frame.plot.left() - 3);
    scene.weekends.back().rect.setRight(scene.frame.plot.right() + 3);
    scene.footNotes.front().x = scene.frame.plot.right() + 3;
    scene.coreWindow->setRight(scene.frame.plot.right() + 3);
    expectNoticed("a grid line leaves the plot");
    expectNoticed("a weekend leaves the plot");
    expectNoticed("a foot note stands outside of the plot");
    expectNoticed("the core window leaves the plot");
}

TEST_F(BrokenScene, NumbersThatAreNotFiniteAreNoticed) {
    scene.marks[3].span.right = std::numeric_limits<double>::infinity();
    expectNoticed("not finite");
}

TEST_F(BrokenScene, TooManyPrimitivesAreNoticed) {
    const PrimitiveBounds bounds = primitiveBounds(scene, measurer);
    EXPECT_LT(bounds.labels, 3500u); // of the 1600 x 900 pixels, far from the number of events that a story may have
    scene.labels.resize(bounds.labels + 1, scene.labels.front());
    expectNoticed("more primitives than the pixels allow");
}
