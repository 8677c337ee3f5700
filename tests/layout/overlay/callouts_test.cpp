// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/overlay/callouts.h"

#include "app/layout/scene/scene_builder.h"
#include "tests/content/scene_stories.h"
#include "tests/support/fixed_measurer.h"
#include <algorithm>
#include <cmath>
#include <gtest/gtest.h>

using namespace quoteline;
using namespace quoteline::layout;

namespace {

struct CalledScene {
    CalledScene(const model::Story& story, QSizeF size, double scale, double zoom, double share = 0.4)
        : view(story)
        , measurer(scale)
        , metrics{size, scale} {
        TimeWindow window = wholeStory(view, frameFor(view, metrics, measurer).plot.width(), scale);
        window = zoomed(window, zoom, window.start + window.width * share);
        const ViewState state{window, 0};
        packing = packRows(view, packingKey(view, state, metrics, measurer), measurer);
        scene = buildScene(view, state, metrics, measurer, packing);
    }
    std::vector<Callout> callouts(std::optional<model::EventIndex> selected,
                                  std::optional<model::EventIndex> hovered = {}) const {
        return buildCallouts({scene, view, packing, measurer}, selected, hovered);
    }
    bool labelled(model::EventIndex event) const {
        return std::any_of(scene.labels.begin(), scene.labels.end(),
                           [&](const Label& label) { return label.event == event; });
    }
    bool marked(model::EventIndex event) const {
        return std::any_of(scene.marks.begin(), scene.marks.end(),
                           [&](const Mark& mark) { return mark.event == event; });
    }
    /// Where an event lies in time, as x.
    std::pair<double, double> timeOf(model::EventIndex event) const {
        return {scene.scale.toX(static_cast<double>(view.story().layoutStarts()[event])),
                scene.scale.toX(static_cast<double>(view.story().layoutEnds()[event]))};
    }
    /// Whether its column is wholly in view, and so is some pixel of its time; of a set that is not known.
    bool countedInView(model::EventIndex event) const {
        if (hasMembers(view.story(), event))
            return false;
        const QRectF& lanes = scene.frame.lanes;
        const auto [left, right] = timeOf(event);
        return packing.placements[event].folded && right > lanes.left() + 1 && left < lanes.right() - 1 &&
               std::any_of(scene.columns.begin(), scene.columns.end(), [&](const Column& column) {
                   return column.lane == view.laneOf(event) && lanes.contains(column.rect);
               });
    }

    StoryView view;
    test::FixedMeasurer measurer;
    Metrics metrics;
    RowPacking packing;
    Scene scene;
};

void expectWords(const CalledScene& at, const Callout& callout) {
    const QRectF& lanes = at.scene.frame.lanes;
    EXPECT_TRUE(lanes.contains(callout.plate));
    ASSERT_FALSE(callout.texts.empty());
    double end = callout.plate.left();
    for (const Text& text : callout.texts) {
        EXPECT_GT(text.baseline.x(), end);
        end = text.baseline.x() + at.measurer.width(text.text, text.font);
        EXPECT_LT(end, callout.plate.right());
        EXPECT_GT(text.baseline.y() - at.measurer.ascent(text.font), callout.plate.top());
        EXPECT_LT(text.baseline.y(), callout.plate.bottom());
    }
    const QString title = at.view.title(callout.event);
    const double most = lanes.width() - 16 * at.scene.textScale;
    const double whole = at.measurer.width(title, FontRole::Label);
    EXPECT_EQ(callout.texts.front().text == title, whole <= most);
    EXPECT_TRUE(whole <= most || callout.texts.front().text.endsWith(QChar(0x2026)));
    const QString date = at.view.shortDate(callout.event);
    const bool room = whole + 8 * at.scene.textScale + at.measurer.width(date, FontRole::Date) <= most;
    ASSERT_EQ(callout.texts.size(), room ? 2U : 1U);
    EXPECT_EQ(callout.texts.back().text, room ? date : callout.texts.front().text);
}

/// It stands at the event's time, in its lane, and its plate beside that.
void expectPlace(const CalledScene& at, const Callout& callout) {
    const QRectF& lanes = at.scene.frame.lanes;
    const auto [left, right] = at.timeOf(callout.event);
    const double slack =
        2 * Sizes(at.scene.textScale).fadeLength; // what a mark may reach into view from beyond its edge
    if (callout.leader) {
        const double x = callout.leader->x1();
        EXPECT_EQ(callout.leader->x2(), x);
        EXPECT_GE(x, std::min(left, lanes.right()) - 1e-6);
        EXPECT_LE(x, std::max(right, lanes.left()) + 1e-6);
        EXPECT_TRUE(x >= callout.plate.left() - 1 && x <= callout.plate.right() + 1);
        EXPECT_TRUE(lanes.contains(callout.leader->p1()) && lanes.contains(callout.leader->p2()));
    }
    EXPECT_TRUE(right > lanes.left() - slack && left < lanes.right() + slack);
    EXPECT_EQ(callout.marks.empty(), at.marked(callout.event));
    for (const Mark& mark : callout.marks) {
        EXPECT_EQ(mark.event, callout.event);
        EXPECT_TRUE(mark.span.centre >= left - 1e-6 && mark.span.centre <= right + 1e-6);
        const auto lane = at.view.laneOf(callout.event);
        for (const LaneBand& band : at.scene.lanes)
            EXPECT_TRUE(band.lane != lane || (mark.centreY >= band.rect.top() && mark.centreY <= band.rect.bottom()));
        for (const Column& column : at.scene.columns)
            EXPECT_TRUE(column.lane != lane || std::abs(mark.centreY - column.rect.center().y()) < 1);
    }
}

} // namespace

TEST(Callouts, StandWhollyInThePlotAtTheTimeOfEveryEventWithoutALabel) {
    std::size_t counted = 0;
    std::size_t withheld = 0;
    const auto tryAt = [&](const CalledScene& at) {
        const auto events = at.view.events();
        const std::size_t step = std::max<std::size_t>(1, events.size() / 150);
        for (std::size_t i = 0; i < events.size(); i += step) {
            SCOPED_TRACE(events[i]);
            const auto callouts = at.callouts(events[i]);
            if (callouts.empty()) {
                EXPECT_TRUE(at.labelled(events[i]) || !at.countedInView(events[i]));
                continue;
            }
            ASSERT_EQ(callouts.size(), 1U);
            EXPECT_FALSE(at.labelled(events[i]));
            EXPECT_EQ(callouts.front().event, events[i]);
            EXPECT_TRUE(callouts.front().selected);
            expectWords(at, callouts.front());
            expectPlace(at, callouts.front());
            ++(callouts.front().marks.empty() ? withheld : counted);
        }
    };
    for (const test::NamedStory& named : test::layoutStories()) {
        SCOPED_TRACE(named.name);
        tryAt({named.story, {1280, 700}, 1, 1});
        for (const double share : {0.05, 0.23, 0.4, 0.61, 0.88}) {
            tryAt({named.story, {900, 420}, 1, 7, share});
            tryAt({named.story, {700, 500}, 2, 40, share});
        }
    }
    EXPECT_GT(counted, 500U);
    EXPECT_GT(withheld, 10U);
}

TEST(Callouts, OfTwoEventsDoNotCoverEachOther) {
    std::size_t both = 0;
    for (const char* name : {"ThousandInOneLane", "SixtyLanes", "AllAtOneInstant"}) {
        const auto names = test::layoutStoryNames();
        const auto place = std::find(names.begin(), names.end(), name) - names.begin();
        const CalledScene at(test::layoutStory(static_cast<std::size_t>(place)).story, {900, 500}, 1, 3);
        const auto events = at.view.events();
        for (std::size_t i = 0; i + 3 < events.size(); i += 5) {
            const auto two = at.callouts(events[i], events[i + 3]);
            EXPECT_LE(two.size(), 2U);
            for (const Callout& callout : two) {
                EXPECT_EQ(callout.selected, callout.event == events[i]);
                expectWords(at, callout);
            }
            if (two.size() == 2) {
                EXPECT_FALSE(two.front().plate.intersects(two.back().plate));
                ++both;
            }
        }
    }
    EXPECT_GT(both, 30U);
}

TEST(Callouts, AreNotMadeTwiceNorOfWhatIsOutOfView) {
    const CalledScene at(test::storyOfDates(std::vector<std::string>(400, "2026-01-27")), {1200, 300}, 1, 1);
    const auto events = at.view.events();
    const auto found = std::find_if(events.begin(), events.end(),
                                    [&](model::EventIndex event) { return at.packing.placements[event].folded; });
    ASSERT_NE(found, events.end());
    const model::EventIndex folded = *found;
    EXPECT_EQ(at.callouts(folded, folded).size(), 1U) << "selected and under the pointer";
    EXPECT_EQ(at.callouts({}, folded).size(), 1U);
    EXPECT_TRUE(at.callouts({}).empty());
    EXPECT_TRUE(at.callouts(400).empty()) << "no such event";

    std::vector<std::string> dates(60, "2026-01-27");
    dates.insert(dates.end(), 60, "2026-03-27");
    const CalledScene part(test::storyOfDates(dates), {1200, 300}, 1, 20); // of the time in between
    for (const model::EventIndex event : part.view.events())
        EXPECT_TRUE(part.callouts(event).empty());
}

TEST(Callouts, OfACollapsedLaneStandInItsOneRow) {
    const StoryView all(test::embeddedStory());
    std::size_t without = 0;
    CalledScene at(test::embeddedStory(), {1280, 800}, 1, 1);
    for (std::size_t lane = 0; lane < all.lanes().size(); ++lane) {
        Arrangement arrangement;
        arrangement.collapsed = {all.lanes()[lane].key};
        at.view = all.arranged(arrangement);
        const ViewState state{at.scene.scale.window, 0};
        at.packing = packRows(at.view, packingKey(at.view, state, at.metrics, at.measurer), at.measurer);
        at.scene = buildScene(at.view, state, at.metrics, at.measurer, at.packing);
        for (const model::EventIndex event : all.lanes()[lane].events) {
            if (at.packing.placements[event].hasTitle())
                continue; // a small one
            ++without;
            const auto callouts = at.callouts(event);
            ASSERT_EQ(callouts.size(), 1U) << event;
            expectWords(at, callouts.front());
            expectPlace(at, callouts.front());
            const auto band = std::find_if(at.scene.lanes.begin(), at.scene.lanes.end(),
                                           [&](const LaneBand& one) { return one.lane == lane; });
            for (const Mark& mark : callouts.front().marks)
                EXPECT_NEAR(mark.centreY, band->rect.center().y(), 1);
        }
    }
    EXPECT_GT(without, 0U);
}
