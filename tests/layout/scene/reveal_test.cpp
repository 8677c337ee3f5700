// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/scene/reveal.h"

#include "app/layout/overlay/overlay_builder.h"
#include "app/layout/scene/event_items.h"
#include "tests/content/scene_stories.h"
#include "tests/support/fixed_measurer.h"

#include <gtest/gtest.h>
#include <random>

using namespace quoteline;
using namespace quoteline::layout;
using test::fixedMeasurer;

namespace {

struct Seen {
    explicit Seen(const model::Story& story, Metrics wanted = {{900, 420}})
        : view(story)
        , metrics(wanted) {
        metrics.allRows = true; // to be scrolled through
    }

    RowPacking packing(const ViewState& state) const {
        return packRows(view, packingKey(view, state, metrics, fixedMeasurer), fixedMeasurer);
    }
    ViewState reveal(const ViewState& state, model::EventIndex event) const {
        return revealed(state, event, view, metrics, fixedMeasurer, packing(state));
    }
    Scene scene(const ViewState& state) const { return buildScene(view, state, metrics, fixedMeasurer); }
    ViewState at(double zoom, double share) const {
        const TimeWindow whole = wholeStory(view, frameFor(view, metrics, fixedMeasurer).plot.width(), 1);
        const double width = whole.width / zoom;
        return {{whole.start + (whole.width - width) * share, width}, 0};
    }

    StoryView view;
    Metrics metrics;
};

} // namespace

TEST(Reveal, BringsEveryEventIntoViewFromEveryPlace) {
    const Seen seen(test::embeddedStory());
    for (const double zoom : {1.0, 3.0, 20.0}) {
        for (const double share : {0.0, 0.5, 1.0}) {
            for (const model::EventIndex event : seen.view.events()) {
                const ViewState state = seen.reveal(seen.at(zoom, share), event);
                const Scene scene = seen.scene(state);
                const QRectF cover = coverOf(scene, event);
                EXPECT_FALSE(cover.isEmpty()) << "event " << event << " at zoom " << zoom;
                EXPECT_GE(cover.top(), scene.frame.lanes.top());
                EXPECT_LE(cover.bottom(), scene.frame.lanes.bottom());
                EXPECT_EQ(state.window.width, seen.at(zoom, share).window.width) << "the zoom stays";
            }
        }
    }
}

TEST(Reveal, LeavesAViewAloneThatShowsTheEvent) {
    const Seen seen(test::embeddedStory(), {{1600, 900}});
    const ViewState whole = seen.at(1, 0);
    for (const model::EventIndex event : seen.view.events())
        EXPECT_EQ(seen.reveal(whole, event).scrollY, 0);
    const auto protests = *seen.view.story().find("italian-protests"); // not at an edge of the view
    EXPECT_EQ(seen.reveal(whole, protests), whole);
}

TEST(Reveal, ShowsTheStripOfAnEventWithoutATitle) {
    for (const test::NamedStory& named : test::layoutStories()) {
        if (named.name != "ThousandInOneLane")
            continue;
        Seen seen(named.story);
        seen.metrics.allRows = false;
        ViewState state = seen.at(1, 0);
        state.scrollY = 1e9;
        const RowPacking packing = seen.packing(state);
        ASSERT_TRUE(packing.lanes.front().strip);
        for (const model::EventIndex event : seen.view.events()) {
            const Placement& placement = packing.placements[event];
            if (event % 37 != 0 || (!placement.folded && !placement.inStrip()))
                continue;
            const Scene scene = seen.scene(seen.reveal(state, event));
            const bool marked = std::any_of(scene.marks.begin(), scene.marks.end(),
                                            [&](const Mark& mark) { return mark.event == event; });
            bool listed = false;
            for (const Column& column : scene.columns) {
                const auto events = eventsOf(column, seen.view);
                listed |= std::find(events.begin(), events.end(), event) != events.end();
            }
            EXPECT_TRUE(placement.folded ? listed : marked) << event;
        }
    }
}
