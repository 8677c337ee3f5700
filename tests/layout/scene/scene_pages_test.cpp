// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/scene/scene_pages.h"

#include "app/layout/checks/scene_invariants.h"
#include "tests/content/scene_stories.h"
#include "tests/support/fixed_measurer.h"
#include <gtest/gtest.h>
#include <set>

using namespace quoteline;
using namespace quoteline::layout;
using test::fixedMeasurer;

namespace {

/// `lanes` lanes with `rows` events of one day each.
StoryView towers(std::size_t lanes, std::size_t rows) {
    std::vector<test::MadeEvent> events;
    for (std::size_t lane = 0; lane < lanes; ++lane)
        for (std::size_t row = 0; row < rows; ++row)
            events.push_back({"2026-01-27", "Event " + std::to_string(lane) + "/" + std::to_string(row), lane});
    return StoryView(test::madeStory(events));
}

Metrics pageOf(QSizeF size) {
    Metrics metrics;
    metrics.size = size;
    metrics.picture = true;
    return metrics;
}

ViewState wholeStoryOn(const StoryView& view, const Metrics& metrics) {
    return {wholeStory(view, frameFor(view, metrics, fixedMeasurer).plot.width(), metrics.textScale)};
}

/// How often the mark of each event is wholly in the lanes of a page.
std::map<model::EventIndex, int> wholeMarks(const std::vector<std::shared_ptr<const Scene>>& pages) {
    std::map<model::EventIndex, int> times;
    for (const auto& page : pages)
        for (const Mark& mark : page->marks)
            times[*mark.event] += page->frame.lanes.adjusted(-1e4, 0, 1e4, 0).contains(mark.rect()) ? 1 : 0;
    return times;
}

/// The pages, each of which goes on where the one before ended, without a fault of their own.
std::vector<std::shared_ptr<const Scene>> expectPages(const StoryView& view, const Metrics& metrics) {
    const ViewState state = wholeStoryOn(view, metrics);
    const RowPacking packing = packRows(view, packingKey(view, state, metrics, fixedMeasurer), fixedMeasurer);
    auto pages = scenePages(view, state, metrics, fixedMeasurer);
    double height = 0;
    for (const auto& page : pages) {
        EXPECT_LE(page->size.height(), metrics.size.height());
        EXPECT_EQ(page->size.width(), metrics.size.width());
        EXPECT_EQ(page->scrollY, height) << "goes on where the page before ended";
        height += page->frame.lanes.height();
        const auto wrong = violations(*page, view, packing, fixedMeasurer);
        EXPECT_TRUE(wrong.empty()) << wrong.front().toStdString();
    }
    EXPECT_TRUE(pages.size() == 1 || height == pages.front()->contentHeight)
        << "nothing is left out and nothing told twice";
    return pages;
}

} // namespace

TEST(ScenePages, AStoryThatFitsHasThePageItWouldHaveAnyway) {
    const StoryView view(test::embeddedStory());
    const Metrics metrics = pageOf({1600, 900});
    const ViewState state = wholeStoryOn(view, metrics);
    const auto pages = scenePages(view, state, metrics, fixedMeasurer);
    ASSERT_EQ(pages.size(), 1U);
    EXPECT_EQ(*pages.front(), buildScene(view, state, metrics, fixedMeasurer));
}

TEST(ScenePages, EveryEventStandsWholeOnExactlyOnePage) {
    for (const auto& [lanes, rows] : {std::pair(3, 12), std::pair(1, 40), std::pair(25, 2), std::pair(7, 30)})
        for (const QSizeF size : {QSizeF(1100, 700), QSizeF(900, 320), QSizeF(1500, 1000)}) {
            const StoryView view = towers(lanes, rows);
            Metrics metrics = pageOf(size);
            metrics.allRows = true;
            const auto times = wholeMarks(expectPages(view, metrics));
            EXPECT_EQ(times.size(), view.events().size());
            for (const auto& [event, count] : times)
                EXPECT_EQ(count, 1) << "event " << event << " of " << lanes << " lanes on pages " << size.height();
        }
}

TEST(ScenePages, LanesThatDoNotFitEvenWithoutTitlesGoOnToo) {
    std::size_t most = 0;
    for (const int lanes : {5, 25, 60, 300})
        for (const QSizeF size : {QSizeF(1100, 700), QSizeF(900, 320), QSizeF(900, 200)})
            most = std::max(most, expectPages(towers(lanes, 3), pageOf(size)).size());
    EXPECT_GT(most, 10U);
}

TEST(ScenePages, ARowThatIsHigherThanThePageStandsOnAPageOfItsOwn) {
    const StoryView view = towers(4, 3);
    const Metrics metrics = pageOf({400, 200});
    const auto pages = scenePages(view, wholeStoryOn(view, metrics), metrics, fixedMeasurer);
    std::set<model::EventIndex> seen;
    for (const auto& page : pages)
        for (const Mark& mark : page->marks)
            seen.insert(*mark.event);
    EXPECT_EQ(seen.size(), view.events().size());
}

TEST(ScenePages, AWholeSceneIsAsHighAsItsRowsAndNoHigher) {
    for (const test::NamedStory& named : test::layoutStories())
        for (const QSizeF size : {QSizeF(1200, 400), QSizeF(1600, 200), QSizeF(200, 200), QSizeF(640, 200)}) {
            const StoryView view(named.story);
            const Metrics metrics = pageOf(size);
            const ViewState state = wholeStoryOn(view, metrics);
            const Scene whole = wholeScene(view, state, metrics, fixedMeasurer);
            EXPECT_EQ(whole.counts.scrolledAway, 0U) << named.name;
            EXPECT_GE(whole.frame.lanes.height(), whole.contentHeight) << named.name;
            EXPECT_TRUE(whole.size == metrics.size || whole.frame.lanes.height() < whole.contentHeight + 1)
                << named.name;
        }
}
