// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/rows/packing_aids.h"

#include "app/layout/checks/scene_invariants.h"
#include "app/layout/scene/scene_builder.h"
#include "tests/content/scene_stories.h"
#include "tests/support/fixed_measurer.h"
#include <gtest/gtest.h>
#include <random>

using namespace quoteline;
using namespace quoteline::layout;
using test::FixedMeasurer;

namespace {

const Metrics aidsMetrics{{1200, 800}};
const FixedMeasurer aidsMeasurer;

PackingKey keyAt(const StoryView& view, double zoom) {
    const TimeWindow whole = wholeStory(view, frameFor(view, aidsMetrics, aidsMeasurer).plot.width(), 1);
    const ViewState state{{whole.start, whole.width / zoom}};
    return packingKey(view, state, aidsMetrics, aidsMeasurer);
}

void expectSame(const RowPacking& one, const RowPacking& other, const StoryView& view) {
    EXPECT_EQ(one.rowLines, other.rowLines);
    for (const model::EventIndex event : view.events())
        ASSERT_EQ(one.placements[event], other.placements[event]) << "event " << event;
    ASSERT_EQ(one.lanes.size(), other.lanes.size());
    for (std::size_t lane = 0; lane < one.lanes.size(); ++lane) {
        EXPECT_EQ(one.lanes[lane].folded, other.lanes[lane].folded);
        EXPECT_EQ(one.lanes[lane].strip, other.lanes[lane].strip);
    }
}

/// More events than are measured, on days and at times of a year, some of them spans, bands, sets and open.
model::Story largeStory() {
    std::mt19937 random(11);
    const auto below = [&](unsigned limit) { return static_cast<unsigned>(random() % limit); };
    std::vector<test::MadeEvent> events;
    for (std::size_t i = 0; i < measuredWhole + 500; ++i) {
        const auto two = [&](unsigned number) {
            return std::string(number < 10 ? "0" : "").append(std::to_string(number));
        };
        const auto joined = [](std::initializer_list<std::string> parts) {
            std::string text;
            for (const std::string& part : parts)
                text.append(part);
            return text;
        };
        const std::string month = joined({"2020-", two(1 + below(12))});
        const std::string day = joined({month, "-", two(1 + below(28))});
        const std::string whens[] = {day,
                                     joined({day, "T", two(below(24)), ":30"}),
                                     joined({day, "/2020-12-30"}),
                                     joined({month, "-01/", month, "-28"}),
                                     joined({"[", month, "-01..", day, "]"}),
                                     joined({"{", month, "-01,", day, "}"}),
                                     joined({day, "~"}),
                                     joined({"[..", day, "]"}),
                                     month};
        const std::string title = std::string("Title ").append(1 + below(60), 'x').append(" of event");
        events.push_back({whens[below(2) == 0 ? 0 : below(9)], title, below(6), below(9) == 0});
    }
    return test::madeStory(events);
}

} // namespace

TEST(PackingAids, ThatAreKeptFromStepToStepChangeNoRow) {
    for (const test::NamedStory& named : test::layoutStories()) {
        if (named.name == "LongSets")
            continue; // slow to measure
        const StoryView view(named.story);
        PackingAids aids(view);
        for (const double zoom : {1.0, 3.0, 20.0, 1.0}) {
            SCOPED_TRACE(named.name + " at zoom " + std::to_string(zoom));
            const PackingKey key = keyAt(view, zoom);
            expectSame(packRows(view, key, aidsMeasurer, aids), packRows(view, key, aidsMeasurer), view);
        }
    }
}

TEST(PackingAids, FollowAnotherArrangementAndAnotherStory) {
    const StoryView large(largeStory());
    PackingAids aids(large);
    packRows(large, keyAt(large, 4), aidsMeasurer, aids);
    Arrangement arrangement;
    arrangement.grouping = Grouping::None;
    arrangement.shown = std::make_shared<Arrangement::Events>(Arrangement::Events{3, 70, 500, 501, 9000});
    const StoryView few = large.arranged(arrangement);
    expectSame(packRows(few, keyAt(few, 4), aidsMeasurer, aids), packRows(few, keyAt(few, 4), aidsMeasurer), few);
    const StoryView other(test::embeddedStory());
    expectSame(packRows(other, keyAt(other, 2), aidsMeasurer, aids), packRows(other, keyAt(other, 2), aidsMeasurer),
               other);
}

TEST(PackingAids, OfALargeStoryLeaveRoomForEveryLabel) {
    const StoryView view(largeStory());
    PackingAids aids(view);
    const TimeWindow whole = wholeStory(view, frameFor(view, aidsMetrics, aidsMeasurer).plot.width(), 1);
    for (const double zoom : {1.0, 8.0, 200.0}) {
        const PackingKey key = keyAt(view, zoom);
        const RowPacking packing = packRows(view, key, aidsMeasurer, aids);
        for (const double at : {0.0, 0.4, 0.98}) {
            const ViewState state{{whole.start + at * whole.width, whole.width / zoom}, at * 600};
            const Scene scene = buildScene(view, state, aidsMetrics, aidsMeasurer, packing);
            const auto wrong = violations(scene, view, packing, aidsMeasurer);
            EXPECT_TRUE(wrong.empty()) << "zoom " << zoom << ": " << wrong.front().toStdString();
        }
    }
}

TEST(CharacterWidths, AreNoLessThanTheTextAndMeasureWhatTheyDoNotKnow) {
    CharacterWidths widths(FontRole::Label);
    for (const QString& text : {QStringLiteral("On 27 January"), QStringLiteral("Łódź, Čačak"), QString()}) {
        EXPECT_GE(widths.atLeast(text, aidsMeasurer), aidsMeasurer.width(text, FontRole::Label));
        EXPECT_LE(widths.atLeast(text, aidsMeasurer), aidsMeasurer.width(text, FontRole::Label) * 1.05 + 3);
    }
    const QString arabic = QString::fromUtf8("الألعاب");
    EXPECT_EQ(widths.atLeast(arabic, aidsMeasurer), aidsMeasurer.width(arabic, FontRole::Label));
}
