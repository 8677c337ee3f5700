// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/content/story/grouping.h"
#include "app/layout/checks/scene_invariants.h"
#include "app/layout/overlay/lane_drag.h"
#include "app/layout/scene/scene_builder.h"
#include "tests/content/scene_stories.h"
#include "tests/support/fixed_measurer.h"
#include <algorithm>
#include <gtest/gtest.h>
#include <random>
#include <set>

using namespace quoteline;
using namespace quoteline::layout;
using test::FixedMeasurer;

namespace {

struct Laid {
    RowPacking packing;
    Scene scene;
};

Laid layOut(const StoryView& view, const ViewState& state, const Metrics& metrics) {
    const FixedMeasurer measurer;
    Laid laid;
    laid.packing = packRows(view, packingKey(view, state, metrics, measurer), measurer);
    laid.scene = buildScene(view, state, metrics, measurer, laid.packing);
    return laid;
}

ViewState wholeOf(const StoryView& view, const Metrics& metrics) {
    const FixedMeasurer measurer;
    return {wholeStory(view, frameFor(view, metrics, measurer).plot.width(), metrics.textScale)};
}

} // namespace

TEST(ArrangedScene, KeepsEveryPromiseHoweverTheStoryIsArranged) {
    std::mt19937 engine(6);
    const auto random = [&] { return static_cast<unsigned>(engine()); };
    const FixedMeasurer measurer;
    for (const test::NamedStory& named : test::layoutStories()) {
        if (named.story.eventCount() > 3000)
            continue;
        const StoryView all(named.story);
        for (int round = 0; round < 12; ++round) {
            StoryView view = all.arranged(regrouped(all, static_cast<Grouping>(round % groupingCount)));
            if (!view.lanes().empty())
                view = view.arranged(withLaneMoved(view, random() % view.lanes().size(), 0));
            Arrangement arrangement = view.arrangement();
            for (const LaneGroup& lane : view.lanes())
                if (const auto form = random() % 6; form < 3)
                    (form < 2 ? arrangement.collapsed : arrangement.opened).push_back(lane.key);
            if (random() % 2 == 0) {
                Arrangement::Events shown;
                for (model::EventIndex event = 0; event < all.story().eventCount(); ++event)
                    if (random() % 2 == 0)
                        shown.push_back(event);
                arrangement.shown = std::make_shared<const Arrangement::Events>(shown);
            }
            view = view.arranged(arrangement);
            const Metrics metrics{{800.0 + random() % 900, 400.0 + random() % 500}};
            ViewState state = wholeOf(view, metrics);
            state.window = zoomed(state.window, std::exp2(random() % 6), state.window.start + state.window.width / 3);
            state.scrollY = random() % 200;
            const Laid laid = layOut(view, state, metrics);
            for (const QString& violation : violations(laid.scene, view, laid.packing, measurer))
                ADD_FAILURE() << named.name << ", round " << round << ": " << violation.toStdString();
        }
    }
}

TEST(ArrangedScene, OfACollapsedLaneHasItsEventsInAStripWithSmallTitlesWhereThereIsRoom) {
    const StoryView all(test::embeddedStory());
    const Metrics metrics{{1400, 800}};
    for (std::size_t lane = 0; lane < all.lanes().size(); ++lane) {
        const StoryView view = all.arranged(withLaneToggled(all, lane));
        const Laid laid = layOut(view, wholeOf(view, metrics), metrics);
        EXPECT_EQ(laid.packing.lanes[lane].count, 1);
        std::set<model::EventIndex> drawn;
        for (const Mark& mark : laid.scene.marks)
            if (view.laneOf(*mark.event) == lane) {
                EXPECT_TRUE(mark.slim);
                drawn.insert(*mark.event);
            }
        EXPECT_EQ(drawn.size(), view.lanes()[lane].events.size());
        std::size_t titles = 0;
        for (const Label& label : laid.scene.labels) {
            const bool small = laid.scene.texts[label.firstText].font == FontRole::SmallLabel;
            EXPECT_EQ(small, view.laneOf(label.event) == lane);
            titles += small ? 1 : 0;
        }
        EXPECT_GT(titles, 0U);
        EXPECT_EQ(laid.scene.counts.slim, drawn.size() - titles);
    }
}

TEST(ArrangedScene, OfAnOpenedLaneHasAllItsTitlesAndTakesNoneFromTheOthers) {
    const StoryView all(test::chronology(300, 4));
    const Metrics metrics{{1280, 800}};
    const ViewState whole = wholeOf(all, metrics);
    const Laid fitted = layOut(all, whole, metrics);
    for (const double zoom : {1.0, 3.0, 10.0})
        for (std::size_t lane = 0; lane < 4; ++lane) {
            const StoryView view = all.arranged(withLaneOpened(all, lane));
            EXPECT_TRUE(view.lanes()[lane].opened);
            ViewState state = whole;
            state.window = zoomed(whole.window, zoom, whole.window.start + whole.window.width / 3);
            const Laid before = layOut(all, state, metrics);
            const Laid laid = layOut(view, state, metrics);
            std::size_t lost = 0;
            for (const LaneGroup& group : view.lanes())
                for (const model::EventIndex event : group.events) {
                    if (laid.packing.placements[event].away)
                        continue;
                    const bool titled = laid.packing.placements[event].hasTitle();
                    EXPECT_TRUE(titled || !group.opened) << event;
                    lost += before.packing.placements[event].hasTitle() && !titled ? 1 : 0;
                }
            EXPECT_LE(lost, 3U) << "of the others";
        }
    EXPECT_EQ(all.arranged(withLaneOpened(all.arranged(withLaneOpened(all, 0)), 0)).lanes()[0].opened, false);
}

TEST(ArrangedScene, MovesNoWidthWhenAFilterIsSet) {
    const StoryView all(test::embeddedStory());
    const FixedMeasurer measurer;
    const Metrics metrics{{1280, 800}};
    const Frame before = frameFor(all, metrics, measurer);
    for (model::EventIndex event = 0; event < all.story().eventCount(); ++event) {
        Arrangement arrangement;
        arrangement.shown = std::make_shared<const Arrangement::Events>(Arrangement::Events{event});
        EXPECT_EQ(frameFor(all.arranged(arrangement), metrics, measurer), before);
    }
}

TEST(LaneHeads, StandBesideTheirBandsWithTheNumberOfEventsShown) {
    const StoryView view(test::embeddedStory());
    const Metrics metrics{{1280, 800}};
    const Scene scene = layOut(view, wholeOf(view, metrics), metrics).scene;
    ASSERT_EQ(scene.laneHeads.size(), scene.lanes.size());
    std::vector<QString> counts;
    for (const Text& text : scene.texts)
        if (text.clip == Clip::LaneColumn && text.font == FontRole::Note)
            counts.push_back(text.text);
    ASSERT_EQ(counts.size(), scene.lanes.size());
    for (std::size_t i = 0; i < counts.size(); ++i) {
        EXPECT_EQ(counts[i], QString::number(view.lanes()[scene.lanes[i].lane].events.size()));
        EXPECT_EQ(scene.laneHeads[i].rect.top(), scene.lanes[i].rect.top());
        EXPECT_EQ(scene.laneHeads[i].rect.bottom(), scene.lanes[i].rect.bottom());
        EXPECT_TRUE(scene.laneHeads[i].rect.contains(scene.laneHeads[i].toggle));
    }
    Metrics picture = metrics;
    picture.picture = true;
    EXPECT_TRUE(layOut(view, wholeOf(view, picture), picture).scene.laneHeads.empty());
}

TEST(LaneHeads, HaveTheirTriangleBesideTheNameAndNeverOnIt) {
    const StoryView view(test::embeddedStory());
    for (const double width : {700.0, 1000.0, 1600.0}) {
        const Metrics metrics{{width, 900}};
        const Scene scene = layOut(view, wholeOf(view, metrics), metrics).scene;
        ASSERT_FALSE(scene.laneHeads.empty());
        for (const LaneHead& head : scene.laneHeads) {
            double nameLeft = head.rect.right();
            for (const Text& text : scene.texts)
                if (text.clip == Clip::LaneColumn && text.font == FontRole::LaneName &&
                    head.rect.contains(text.baseline))
                    nameLeft = std::min(nameLeft, text.baseline.x());
            EXPECT_LE(head.toggle.right(), nameLeft + 0.5);
            EXPECT_LE(nameLeft - head.toggle.right(), head.toggle.width() / 2);
        }
    }
}

TEST(LaneHeads, AreFoundWhereTheyStand) {
    const StoryView view(test::embeddedStory());
    const Metrics metrics{{1280, 800}};
    const Scene scene = layOut(view, wholeOf(view, metrics), metrics).scene;
    for (std::size_t i = 0; i < scene.laneHeads.size(); ++i) {
        EXPECT_EQ(laneHitTest(scene, scene.laneHeads[i].toggle.center()), (LaneHit{i, true}));
        const QRectF& head = scene.laneHeads[i].rect; // the name ends on its right
        EXPECT_EQ(laneHitTest(scene, QPointF(head.right() - 2, head.center().y())), (LaneHit{i, false}));
    }
    EXPECT_FALSE(laneHitTest(scene, scene.frame.plot.center()));
    EXPECT_FALSE(laneHitTest(scene, QPointF(5, 2)));
}

TEST(LaneHeads, TellWhereAMovedLaneWouldStand) {
    const StoryView view(test::embeddedStory());
    const Metrics metrics{{1280, 800}};
    const Scene scene = layOut(view, wholeOf(view, metrics), metrics).scene;
    for (std::size_t from = 0; from < scene.laneHeads.size(); ++from) {
        EXPECT_EQ(dropPlace(scene, from, scene.laneHeads[from].rect.center().y()), from);
        EXPECT_EQ(dropPlace(scene, from, -100), 0U);
        EXPECT_EQ(dropPlace(scene, from, 5000), scene.laneHeads.size() - 1);
        EXPECT_FALSE(dropLine(scene, from, from));
        for (std::size_t to = 0; to < scene.laneHeads.size(); ++to) {
            if (to == from)
                continue;
            // Just past the middle of the lane whose place it takes.
            const double middle = scene.laneHeads[to].rect.center().y();
            EXPECT_EQ(dropPlace(scene, from, to > from ? middle + 1 : middle - 1), to) << from << " to " << to;
            const auto line = dropLine(scene, from, to);
            ASSERT_TRUE(line);
            const QRectF& rect = scene.laneHeads[to].rect;
            EXPECT_NEAR(line->center().y(), to > from ? rect.bottom() : rect.top(), 0.1);
        }
    }
    EXPECT_FALSE(dropPlace(Scene(), 0, 10));
}
