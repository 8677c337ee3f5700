// SPDX-License-Identifier: GPL-3.0-or-later
// When cards take the place of marks, and that no small step to and fro does it twice.
#include "app/layout/scene/reading.h"

#include "app/layout/scene/scene_builder.h"
#include "tests/content/scene_stories.h"
#include "tests/support/fixed_measurer.h"
#include <cmath>
#include <gtest/gtest.h>

using namespace quoteline;
using namespace quoteline::layout;
using test::FixedMeasurer;

namespace {

/// A view that is zoomed and panned, and decides as the window does after each step.
struct Reader {
    StoryView view;
    Metrics metrics{{1600, 900}};
    FixedMeasurer measurer{1};
    bool reading = false;
    int changes = 0;

    explicit Reader(const model::Story& story)
        : view(story) {}
    double plotWidth() const { return frameFor(view, metrics, measurer).plot.width(); }

    /// `doublings` from the whole story, about a place between the first and the last event.
    bool show(double doublings, double at = 0.2) {
        const double width = wholeStory(view, plotWidth(), metrics.textScale).width / std::exp2(doublings);
        const double middle = view.extent().start + view.extent().width * at;
        ViewState state{{middle - width / 2, width}};
        state.reading = true;
        const RowPacking cards = packRows(view, packingKey(view, state, metrics, measurer), measurer);
        const bool before = reading;
        reading = readingFor(before, view, state.window, metrics, measurer, cards);
        EXPECT_TRUE(mayBeRead(before, view, state.window, metrics, measurer) || !reading);
        changes += before != reading ? 1 : 0;
        return reading;
    }
};

} // namespace

TEST(Reading, NeverBeginsWithTheWholeStoryInView) {
    for (const test::NamedStory& story : test::layoutStories()) {
        Reader reader(story.story);
        EXPECT_FALSE(reader.show(0, 0.5)) << story.name;
        EXPECT_FALSE(reader.show(1.9, 0.5)) << story.name;
    }
}

TEST(Reading, BeginsAtTwoDoublingsAndEndsBelowOneAndAHalf) {
    Reader reader(test::embeddedStory());
    double began = -1;
    double ended = -1;
    for (int i = 0; i <= 300 && began < 0; ++i)
        if (reader.show(i / 100.0))
            began = i / 100.0;
    for (int i = 300; i >= 0 && ended < 0; --i)
        if (!reader.show(i / 100.0))
            ended = i / 100.0;
    EXPECT_NEAR(began, readingBegins, 0.011);
    EXPECT_NEAR(ended, readingEnds, 0.011);
    EXPECT_EQ(reader.changes, 2);
}

TEST(Reading, ChangesAtMostOnceWhileTheZoomTremblesAboutAThreshold) {
    for (const double threshold : {readingBegins, readingEnds}) {
        for (const bool reading : {false, true}) {
            Reader reader(test::embeddedStory());
            reader.reading = reading;
            for (int i = 0; i < 60; ++i)
                reader.show(threshold + (i % 2 == 0 ? 0.07 : -0.07) * (1 + i % 5) / 5);
            EXPECT_LE(reader.changes, 1) << threshold;
        }
    }
}

TEST(Reading, ChangesAtMostOnceWhileThePlaceTremblesAtTheEdgeOfACrowd) {
    std::vector<test::MadeEvent> events;
    for (int i = 0; i < 70; ++i)
        events.push_back({"2026-03-15T10:00", "Crowded"});
    events.push_back({"2026-01-01", "First", 1});
    events.push_back({"2026-01-20", "Then", 1});
    events.push_back({"2026-12-31", "Last", 1});
    Reader reader(test::madeStory(events));
    reader.metrics.size = {1200, 2600};
    int both = 0;
    for (int place = 0; place <= 100; ++place) {
        reader.changes = 0;
        for (int i = 0; i < 8; ++i)
            reader.show(4, place / 100.0 + (i % 2 == 0 ? 0.004 : -0.004));
        EXPECT_LE(reader.changes, 1) << place;
        both |= reader.reading ? 1 : 2;
    }
    EXPECT_EQ(both, 3); // away from the crowd there are cards, among it there are none
}

TEST(Reading, DoesNotChangeWhileTheViewPans) {
    Reader reader(test::embeddedStory());
    ASSERT_TRUE(reader.show(2.3, 0));
    reader.changes = 0;
    for (int pan = 0; pan <= 200; ++pan)
        reader.show(2.3, pan / 200.0);
    EXPECT_EQ(reader.changes, 0);
}

TEST(Reading, NeedsTheCardsToBeNoHigherThanStated) {
    const model::Story story = test::embeddedStory();
    std::optional<double> begins; // the least height of the window for each answer
    std::optional<double> stays;
    for (int height = 120; height <= 1000; height += 4) {
        Reader from(story);
        from.metrics.size.setHeight(height);
        if (from.show(2.5) && !begins)
            begins = height;
        Reader in(story);
        in.reading = true;
        in.metrics.size.setHeight(height);
        if (in.show(2.5) && !stays)
            stays = height;
    }
    ASSERT_TRUE(begins && stays);
    EXPECT_LT(*stays, *begins - 10);
}

TEST(Reading, IgnoresEventsOfLanesThatAreCollapsed) {
    std::vector<test::MadeEvent> events{{"2026-01-01", "First"}, {"2026-01-20", "Then"}, {"2026-12-31", "Last"}};
    for (int i = 0; i < 3000; ++i)
        events.push_back({"2026-01-20", "Crowded", 1});
    Reader reader(test::madeStory(events));
    EXPECT_FALSE(reader.show(4, 0.05));
    Arrangement arrangement;
    arrangement.collapsed = {reader.view.lanes()[1].key};
    reader.view = reader.view.arranged(arrangement);
    EXPECT_TRUE(mayBeRead(false, reader.view, {reader.view.extent().start, 20.0 * model::msPerDay}, reader.metrics,
                          reader.measurer));
}

TEST(Reading, HasNothingToShowInAStoryWithoutEvents) {
    Reader reader(test::madeStory({}));
    EXPECT_FALSE(reader.show(5));
}
