// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/rows/page_fitter.h"

#include "app/layout/scene/lane_layout.h"
#include "app/layout/scene/scene_builder.h"
#include "tests/content/scene_stories.h"
#include "tests/support/fixed_measurer.h"
#include <gtest/gtest.h>
#include <map>
#include <random>

using namespace quoteline;
using namespace quoteline::layout;
using test::FixedMeasurer;

namespace {

/// Packings of all pages of a zoom step that touch the story.
std::map<qint64, RowPacking> pagesOf(const StoryView& view, const Metrics& metrics, double zoom, PackingAids& aids) {
    const FixedMeasurer measurer;
    const TimeWindow whole = wholeStory(view, frameFor(view, metrics, measurer).plot.width(), metrics.textScale);
    const double width = whole.width / zoom;
    std::map<qint64, RowPacking> pages;
    for (double start = whole.start - width; start < whole.end(); start += width / pagesPerWindow) {
        const PackingKey key = packingKey(view, {{start, width}}, metrics, measurer);
        pages.try_emplace(key.page, packRows(view, key, measurer, aids));
    }
    return pages;
}

/// Titles that are there on one page and not on another that the event touches too, of all that are there on any.
struct Changes {
    std::size_t titles = 0;
    std::size_t changed = 0;
};

Changes changesBetween(const std::map<qint64, RowPacking>& pages, const StoryView& view, double longest) {
    std::map<model::EventIndex, std::pair<bool, bool>> seen; // with a title, without one
    for (const auto& [page, packing] : pages)
        for (const model::EventIndex event : view.events()) {
            const double length = static_cast<double>(view.story().layoutEnds()[event]) -
                                  static_cast<double>(view.story().layoutStarts()[event]);
            if (packing.placements[event].away || length > longest)
                continue;
            (packing.placements[event].hasTitle() ? seen[event].first : seen[event].second) = true;
        }
    Changes changes;
    for (const auto& [event, was] : seen) {
        changes.titles += was.first ? 1 : 0;
        changes.changed += was.first && was.second ? 1 : 0;
    }
    return changes;
}

} // namespace

TEST(Pages, HoldEveryWindowOfTheirStep) {
    const StoryView view(test::embeddedStory());
    const FixedMeasurer measurer;
    const Metrics metrics{{1280, 800}};
    const double plotWidth = frameFor(view, metrics, measurer).plot.width();
    const TimeWindow whole = wholeStory(view, plotWidth, 1);
    std::mt19937 random(3);
    std::uniform_real_distribution<double> share(0, 1);
    for (int round = 0; round < 2000; ++round) {
        const double width = whole.width / std::exp2(8 * share(random));
        const TimeWindow window{whole.start + (2 * share(random) - 0.5) * whole.width, width};
        const ZoomStep step = zoomStepOf(window, view, plotWidth, 1);
        const TimeWindow page = pageTime(step, plotWidth, pageOf(window, step, plotWidth));
        const double rounding = width * 1e-9;
        EXPECT_LE(page.start, window.start + rounding);
        EXPECT_GE(page.end(), window.end() - rounding);
        EXPECT_LE(page.width, 1.5 * window.width * zoomStepRatio);
    }
}

TEST(Pages, ChangeNoTitleWhileOnePans) {
    for (const auto& [events, lanes] : {std::pair(200, 5), std::pair(900, 3), std::pair(60, 8), std::pair(500, 45)}) {
        const StoryView view(test::chronology(static_cast<std::size_t>(events), static_cast<std::size_t>(lanes)));
        const Metrics metrics{{1280, 800}};
        PackingAids aids(view);
        for (const double zoom : {1.0, 1.7, 3.0, 6.5, 20.0, 60.0}) {
            SCOPED_TRACE(testing::Message() << events << " events, zoom " << zoom);
            const auto pages = pagesOf(view, metrics, zoom, aids);
            const Changes changes = changesBetween(pages, view, view.extent().width / zoom / 2);
            EXPECT_GT(changes.titles, 0U);
            EXPECT_EQ(changes.changed, 0U) << "of " << changes.titles;
        }
    }
}

TEST(Pages, GiveEveryEventThatTouchesThemATitleAPlaceInTheStripOrAColumn) {
    const StoryView view(test::chronology(400, 4));
    const Metrics metrics{{1100, 700}};
    PackingAids aids(view);
    const FixedMeasurer measurer;
    const double plotWidth = frameFor(view, metrics, measurer).plot.width();
    for (const double zoom : {1.0, 5.0, 30.0}) {
        const TimeWindow whole = wholeStory(view, plotWidth, 1);
        for (const double at : {0.0, 0.13, 0.4, 0.77}) {
            const ViewState state{{whole.start + at * whole.width, whole.width / zoom}};
            const PackingKey key = packingKey(view, state, metrics, measurer);
            const TimeWindow page = pageTime(key.step, plotWidth, key.page);
            const RowPacking packing = packRows(view, key, measurer, aids);
            for (const model::EventIndex event : view.events()) {
                const bool touches = static_cast<double>(view.story().layoutStarts()[event]) < page.end() &&
                                     static_cast<double>(view.story().layoutEnds()[event]) > page.start;
                EXPECT_EQ(packing.placements[event].away, !touches) << event;
            }
        }
    }
}

TEST(Pages, GiveAnEmptyLaneNoMoreThanItsName) {
    const StoryView view(test::madeStory({{"2025-01-01", "One", 0},
                                          {"2025-01-02", "Two", 0},
                                          {"2025-12-30", "Three", 1},
                                          {"2025-12-30", "Four", 1},
                                          {"2025-12-30", "Five", 1}}));
    const FixedMeasurer measurer;
    const Metrics metrics{{1280, 800}};
    const TimeWindow whole = wholeStory(view, frameFor(view, metrics, measurer).plot.width(), 1);
    const ViewState first{{whole.start, whole.width / 16}};
    const RowPacking packing = packRows(view, packingKey(view, first, metrics, measurer), measurer);
    EXPECT_EQ(packing.lanes[1].count, 1);
    const ViewState last{{whole.end() - whole.width / 16, whole.width / 16}};
    EXPECT_EQ(packRows(view, packingKey(view, last, metrics, measurer), measurer).lanes[1].count, 3);
}

TEST(Pages, OfManyLanesHaveSmallTitlesBesideMarksWhereverThereIsRoom) {
    const StoryView view(test::chronology(300, 45));
    const FixedMeasurer measurer;
    const Metrics metrics{{1280, 800}};
    const Sizes sizes(1);
    const TimeWindow whole = wholeStory(view, frameFor(view, metrics, measurer).plot.width(), 1);
    PackingAids aids(view);
    const PackingKey key = packingKey(view, {whole}, metrics, measurer);
    const RowPacking packing = packRows(view, key, measurer, aids);
    const TimeScale scale{whole, 0, key.plotWidth};
    std::size_t small = 0;
    std::size_t without = 0;
    for (std::size_t lane = 0; lane < view.lanes().size(); ++lane) {
        const LaneRows& rows = packing.lanes[lane];
        ASSERT_TRUE(rows.strip && rows.strip->titles);
        EXPECT_EQ(rows.count, 1) << "no row";
        struct Stretch {
            double left;
            double right;
            model::EventIndex event;
        };
        std::vector<Stretch> taken;
        for (const TimeWindow& column : rows.strip->columns)
            taken.push_back({scale.toX(column.start), scale.toX(column.end()), 0xFFFFFFFF});
        const auto widthOf = [&](model::EventIndex event) {
            return measurer.width(view.title(event), FontRole::SmallLabel);
        };
        for (const model::EventIndex event : view.lanes()[lane].events) {
            const Placement& placement = packing.placements[event];
            if (!placement.inStrip())
                continue;
            const SlimExtent extent = slimExtent(view.story(), event, scale, sizes);
            taken.push_back({extent.left, extent.right, event});
            if (!placement.hasTitle())
                continue;
            ++small;
            const auto wide = static_cast<double>(placement.available);
            EXPECT_GE(wide, std::min(widthOf(event), std::max(widthOf(event) / 2, 130.0)) - 1);
            const bool right = placement.side == LabelSide::Right;
            const double left = right ? extent.right + sizes.labelGap : extent.left - sizes.labelGap - wide;
            taken.push_back({left, left + wide, event});
        }
        std::sort(taken.begin(), taken.end(), [](const Stretch& a, const Stretch& b) { return a.left < b.left; });
        for (std::size_t i = 1; i < taken.size(); ++i)
            EXPECT_GE(taken[i].left, taken[i - 1].right - 1e-3) << "lane " << lane;
        for (std::size_t i = 0; i < taken.size(); ++i) {
            if (taken[i].event == 0xFFFFFFFF || packing.placements[taken[i].event].hasTitle())
                continue;
            ++without;
            const double gaps = sizes.labelGap + sizes.itemGap / 2;
            const double before = i > 0 ? taken[i].left - taken[i - 1].right : taken[i].left;
            const double after = i + 1 < taken.size() ? taken[i + 1].left - taken[i].right : 0;
            const double least = std::min(widthOf(taken[i].event), std::max(widthOf(taken[i].event) / 2, 130.0));
            EXPECT_LT(std::max(before, after) - gaps - sizes.itemGap / 2, least + 1) << "event " << taken[i].event;
        }
    }
    EXPECT_GT(small, 90U);
    EXPECT_GT(without, 20U);
}
