// SPDX-License-Identifier: GPL-3.0-or-later
// What holds for a timeline in a window at every zoom, pan and size, whatever the story.
#include "app/layout/checks/scene_invariants.h"
#include "app/layout/scene/scene_builder.h"
#include "tests/content/scene_stories.h"
#include "tests/support/fixed_measurer.h"
#include "tests/support/length.h"
#include <gtest/gtest.h>
#include <random>
#include <set>

using namespace quoteline;
using namespace quoteline::layout;
using test::FixedMeasurer;

namespace {

/// Lanes of few events beside one of very many.
model::Story unevenStory(std::size_t many) {
    std::vector<test::MadeEvent> events;
    std::mt19937 random(5);
    for (std::size_t i = 0; i < many + 12; ++i) {
        const std::size_t lane = i < 12 ? i % 3 : 3;
        const int day = static_cast<int>(random() % 28) + 1;
        const int month = static_cast<int>(random() % 3) + 1;
        char when[16];
        std::snprintf(when, sizeof(when), "2025-%02d-%02d", month, day);
        events.push_back({when, "Speaker confirms the meeting", lane});
    }
    return test::madeStory(events);
}

std::vector<test::NamedStory> ladderStories() {
    std::vector<test::NamedStory> stories = test::layoutStories();
    stories.push_back({"Chronology", test::chronology(200, 5)});
    stories.push_back({"SixtyLanes", test::chronology(600, 60)});
    stories.push_back({"Uneven", unevenStory(1500)});
    stories.push_back({"FiveThousandInOneLane", test::chronology(5000, 1)});
    return stories;
}

} // namespace

TEST(Ladder, HoldsItsInvariantsAtEveryZoomPanSizeAndTextScale) {
    const int rounds = test::byLength("rounds of the ladder", 12, 40, 200);
    std::size_t combinations = 0;
    std::mt19937 random(13);
    std::uniform_real_distribution<double> share(0, 1);
    for (const test::NamedStory& named : ladderStories()) {
        if (named.name == "LongSets")
            continue; // slow to measure
        const StoryView view(named.story);
        PackingAids aids(view);
        const FixedMeasurer measurer;
        for (int round = 0; round < rounds; ++round) {
            const Metrics metrics{{640 + 1920 * share(random), 480 + 960 * share(random)}};
            const double plotWidth = frameFor(view, metrics, measurer).plot.width();
            const TimeWindow whole = wholeStory(view, plotWidth, 1);
            for (int look = 0; look < 3; ++look) {
                const double width = whole.width / std::exp2(9 * share(random) * share(random));
                const TimeWindow window{whole.start + share(random) * whole.width - width / 2, width};
                SCOPED_TRACE(testing::Message() << named.name << ", " << metrics.size.width() << " x "
                                                << metrics.size.height() << ", zoom " << whole.width / width << ", at "
                                                << (window.start - whole.start) / whole.width);
                const ViewState state{clamped(window, view, plotWidth, 1)};
                const RowPacking packing = packRows(view, packingKey(view, state, metrics, measurer), measurer, aids);
                const Scene scene = buildScene(view, state, metrics, measurer, packing);
                for (const QString& broken : violations(scene, view, packing, measurer))
                    ADD_FAILURE() << broken.toStdString();
                ++combinations;
            }
        }
    }
    RecordProperty("combinations", static_cast<int>(combinations));
    EXPECT_GT(combinations, 400U);
}

TEST(Ladder, LosesHardlyATitleThatStaysInViewWhenOneZoomsInByAStep) {
    for (const test::NamedStory& named : ladderStories()) {
        if (named.name == "LongSets")
            continue;
        const StoryView view(named.story);
        if (view.events().empty())
            continue;
        PackingAids aids(view);
        const FixedMeasurer measurer;
        const Metrics metrics{{1280, 800}};
        const TimeWindow whole = wholeStory(view, frameFor(view, metrics, measurer).plot.width(), 1);
        std::size_t titles = 0;
        std::size_t lost = 0;
        for (const double at : {0.1, 0.35, 0.6, 0.9})
            for (int step = 0; step < 20; ++step) {
                const auto titled = [&](double zoom) {
                    const double width = whole.width / zoom;
                    const ViewState state{{whole.start + at * whole.width - width * at, width}};
                    const RowPacking packing =
                        packRows(view, packingKey(view, state, metrics, measurer), measurer, aids);
                    const Scene scene = buildScene(view, state, metrics, measurer, packing);
                    std::set<model::EventIndex> have;
                    for (const Label& label : scene.labels)
                        have.insert(label.event);
                    std::set<model::EventIndex> inView;
                    for (const Mark& mark : scene.marks)
                        if (mark.rect().left() > scene.frame.lanes.left() + 250 &&
                            mark.rect().right() < scene.frame.lanes.right() - 250)
                            inView.insert(*mark.event);
                    return std::pair(have, inView);
                };
                const auto [before, all] = titled(std::exp2(step / zoomStepsPerDoubling));
                const auto [after, inView] = titled(std::exp2((step + 1) / zoomStepsPerDoubling));
                for (const model::EventIndex event : before)
                    if (inView.contains(event)) {
                        ++titles;
                        lost += after.contains(event) ? 0 : 1;
                    }
            }
        EXPECT_LE(static_cast<double>(lost), 0.015 * static_cast<double>(titles) + 1)
            << named.name << ": " << lost << " of " << titles;
    }
}

TEST(Ladder, ShowsAllMarksOfTwoHundredEventsAndAllTitlesOfTheEmbeddedStory) {
    const FixedMeasurer measurer;
    const Metrics metrics{{1280, 800}};
    const StoryView many(test::chronology(200, 5));
    const Scene scene =
        buildScene(many, {wholeStory(many, frameFor(many, metrics, measurer).plot.width(), 1)}, metrics, measurer);
    EXPECT_EQ(scene.counts.visible + scene.counts.folded, 200U);
    EXPECT_GE(scene.counts.visible, 180U);
    EXPECT_GE(scene.labels.size(), 35U);
    const StoryView embedded(test::embeddedStory());
    PackingAids aids(embedded);
    const TimeWindow whole = wholeStory(embedded, frameFor(embedded, metrics, measurer).plot.width(), 1);
    for (double zoom = 1; zoom < 300; zoom *= 1.3)
        for (const double at : {0.02, 0.1, 0.16, 0.5, 0.8}) {
            const double width = whole.width / zoom;
            const ViewState state{{whole.start + at * whole.width - width / 2, width}};
            const RowPacking packing =
                packRows(embedded, packingKey(embedded, state, metrics, measurer), measurer, aids);
            const Scene seen = buildScene(embedded, state, metrics, measurer, packing);
            EXPECT_EQ(seen.counts.visible, seen.counts.inRange) << zoom << " at " << at;
            EXPECT_EQ(seen.counts.slim, 0U) << zoom << " at " << at;
        }
}

TEST(Ladder, HasWordsOfSourcesBelowTitlesFromTwiceTheWholeStoryOn) {
    const FixedMeasurer measurer;
    const StoryView view(test::embeddedStory());
    const Metrics metrics{{1600, 1000}};
    const TimeWindow whole = wholeStory(view, frameFor(view, metrics, measurer).plot.width(), 1);
    const auto sceneAt = [&](double zoom) {
        return buildScene(view, {{whole.start, whole.width / zoom}}, metrics, measurer);
    };
    EXPECT_TRUE(sceneAt(1).quotes.empty());
    EXPECT_TRUE(sceneAt(1.9).quotes.empty());
    const Scene near = sceneAt(5);
    ASSERT_GE(near.quotes.size(), 3U);
    for (const QuoteBlock& quote : near.quotes) {
        const std::string exact(view.story().quote(quote.event, 0).exact);
        const QString start = QString::fromStdString(exact).simplified().left(12);
        EXPECT_TRUE(std::any_of(near.texts.begin(), near.texts.end(), [&](const Text& text) {
            return quote.rect.contains(text.baseline) && text.text.contains(start);
        })) << exact;
        for (const QuoteBlock& other : near.quotes)
            EXPECT_TRUE(&quote == &other || !quote.rect.intersects(other.rect));
        for (const Label& label : near.labels)
            EXPECT_FALSE(quote.rect.intersects(label.rect.adjusted(0, 2, 0, -2)));
    }
}
