// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/rows/lane_shares.h"

#include "app/layout/checks/scene_invariants.h"
#include "app/layout/scene/lane_layout.h"
#include "app/layout/scene/scene_builder.h"
#include "tests/content/scene_stories.h"
#include "tests/support/fixed_measurer.h"
#include <gtest/gtest.h>
#include <numeric>
#include <random>

using namespace quoteline;
using namespace quoteline::layout;
using test::FixedMeasurer;

TEST(LaneShares, GiveWhatIsNeededToThoseThatNeedLeastAndTheSameToTheOthers) {
    using Needs = std::vector<LaneNeed>;
    using Shares = std::vector<double>;
    EXPECT_EQ(sharesOf(Needs{{5, 10}, {5, 20}, {5, 30}}, 100), (Shares{10, 20, 30}));
    EXPECT_EQ(sharesOf(Needs{{5, 200}, {5, 20}, {5, 90}}, 100), (Shares{40, 20, 40}));
    EXPECT_EQ(sharesOf(Needs{{20, 50}, {3, 3}, {20, 50}}, 30), (Shares{20, 3, 20}));
    EXPECT_EQ(sharesOf(Needs{{60, 60}, {5, 50}, {5, 50}}, 100), (Shares{60, 20, 20}))
        << "one has its least in any case";
    EXPECT_TRUE(sharesOf({}, 100).empty());
}

TEST(LaneShares, AreFairWhateverTheLanesNeed) {
    std::mt19937 random(4);
    for (int round = 0; round < 500; ++round) {
        std::vector<LaneNeed> needs(1 + random() % 12);
        double least = 0;
        double most = 0;
        for (LaneNeed& need : needs) {
            need.all = static_cast<double>(random() % 300);
            need.least = std::min(need.all, static_cast<double>(random() % 60));
            least += need.least;
            most += need.all;
        }
        const double available = static_cast<double>(random() % 900);
        const std::vector<double> shares = sharesOf(needs, available);
        EXPECT_NEAR(std::accumulate(shares.begin(), shares.end(), 0.0),
                    std::clamp(available, least, std::max(least, most)), 1e-6);
        for (std::size_t i = 0; i < needs.size(); ++i) {
            EXPECT_LE(shares[i], needs[i].all);
            EXPECT_GE(shares[i], needs[i].least);
            // Nobody goes without while another has more, unless that is the other's least.
            for (std::size_t j = 0; j < needs.size(); ++j) {
                EXPECT_TRUE(shares[i] >= needs[i].all || shares[j] <= shares[i] + 1e-6 || shares[j] <= needs[j].least)
                    << i << " and " << j;
            }
        }
    }
}

TEST(FittedLanes, StandInTheWindowWithEveryEventSeenOrCounted) {
    const StoryView view(test::chronology(200, 5));
    const FixedMeasurer measurer;
    int fitted = 0;
    for (const QSizeF size : {QSizeF(1280, 800), QSizeF(900, 750), QSizeF(1920, 1000)}) {
        const Metrics metrics{size};
        const TimeWindow whole = wholeStory(view, frameFor(view, metrics, measurer).plot.width(), 1);
        for (const double zoom : {1.0, 1.25, 2.44, 6.0, 40.0})
            for (const double at : {0.0, 0.2, 0.5, 0.8}) {
                SCOPED_TRACE(testing::Message() << size.width() << ", zoom " << zoom << ", at " << at);
                const ViewState state{{whole.start + at * whole.width * (1 - 1 / zoom), whole.width / zoom}};
                const RowPacking packing = packRows(view, packingKey(view, state, metrics, measurer), measurer);
                const Scene scene = buildScene(view, state, metrics, measurer, packing);
                fitted += scene.counts.slim + scene.counts.folded > 0 ? 1 : 0;
                EXPECT_LE(scene.contentHeight, scene.frame.lanes.height());
                EXPECT_EQ(scene.counts.scrolledAway, 0U);
                EXPECT_EQ(scene.counts.visible + scene.counts.folded, scene.counts.inRange);
                for (const QString& broken : violations(scene, view, packing, measurer))
                    ADD_FAILURE() << broken.toStdString();
            }
    }
    EXPECT_GT(fitted, 20);
}

TEST(FittedLanes, ShowAtLeastThirtyFiveTitlesOfTwoHundredEventsAtOnce) {
    const StoryView view(test::chronology(200, 5));
    const FixedMeasurer measurer;
    const Metrics metrics{{1280, 800}};
    const ViewState state{wholeStory(view, frameFor(view, metrics, measurer).plot.width(), 1)};
    EXPECT_GE(buildScene(view, state, metrics, measurer).labels.size(), 35U);
}

TEST(FittedLanes, TakeAsManyRowsAsTheyNeedWhereThatIsAskedForAndInPictures) {
    const StoryView view(test::chronology(200, 5));
    const FixedMeasurer measurer;
    Metrics metrics{{1280, 800}};
    const ViewState state{wholeStory(view, frameFor(view, metrics, measurer).plot.width(), 1)};
    const std::size_t fitted = buildScene(view, state, metrics, measurer).counts.slim;
    EXPECT_GT(fitted, 0U);
    metrics.allRows = true;
    const Scene all = buildScene(view, state, metrics, measurer);
    EXPECT_EQ(all.counts.folded + all.counts.slim, 0U);
    EXPECT_GT(all.contentHeight, all.frame.lanes.height());
    metrics.allRows = false;
    metrics.picture = true;
    EXPECT_EQ(buildScene(view, state, metrics, measurer).counts.folded, 0U);
}

TEST(FittedLanes, AreTheSameAsUnfittedOnesWhereThereIsRoom) {
    const StoryView view(test::embeddedStory());
    const FixedMeasurer measurer;
    Metrics metrics{{1280, 800}};
    const ViewState state{wholeStory(view, frameFor(view, metrics, measurer).plot.width(), 1)};
    const Scene fitted = buildScene(view, state, metrics, measurer);
    metrics.allRows = true;
    EXPECT_EQ(fitted, buildScene(view, state, metrics, measurer));
}
