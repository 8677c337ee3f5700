// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers of events in pictures: in titles and labels, and in the columns of those that found no room.
#include "app/content/words/display_text.h"
#include "app/layout/checks/scene_invariants.h"
#include "app/layout/rows/packing_aids.h"
#include "app/layout/scene/event_items.h"
#include "app/layout/scene/scene_builder.h"
#include "tests/content/scene_stories.h"
#include "tests/support/fixed_measurer.h"
#include <QRegularExpression>
#include <algorithm>
#include <gtest/gtest.h>

namespace quoteline::test {

using namespace layout;
using model::EventIndex;

namespace {

StoryView numbered(const StoryView& view, Arrangement arrangement = {}) {
    arrangement.numbered = true;
    return view.arranged(std::move(arrangement));
}

/// The whole story as a picture.
struct Drawn {
    RowPacking packing;
    Scene scene;
};

Drawn drawn(const StoryView& view, const Metrics& metrics) {
    const ViewState state{wholeStory(view, frameFor(view, metrics, fixedMeasurer).plot.width(), 1)};
    const RowPacking packing = packRows(view, packingKey(view, state, metrics, fixedMeasurer), fixedMeasurer);
    return {packing, buildScene(view, state, metrics, fixedMeasurer, packing)};
}

QString number(const StoryView& view, EventIndex event) {
    return view.locale().toString(static_cast<qulonglong>(view.number(event)));
}

} // namespace

TEST(NumberedView, CountsTheEventsThatAreShownFromOneInTheOrderOfTime) {
    const StoryView all = numbered(StoryView(embeddedStory()));
    for (std::size_t i = 0; i < all.events().size(); ++i) {
        EXPECT_EQ(all.number(all.events()[i]), i + 1);
        EXPECT_EQ(all.title(all.events()[i]),
                  QStringLiteral("%1. ").arg(i + 1) + displayLine(all.story().title(all.events()[i])));
    }
    Arrangement some;
    some.shown = std::make_shared<const Arrangement::Events>(Arrangement::Events{2, 5, 11});
    const StoryView filtered = numbered(all, some);
    EXPECT_EQ(filtered.number(5), 2u);
    EXPECT_TRUE(filtered.title(11).startsWith(QStringLiteral("3. ")));
    EXPECT_EQ(filtered.title(3), displayLine(all.story().title(3))); // not shown: no number
}

TEST(NumberedView, WithoutTheFlagLeavesTitlesAsTheyAre) {
    const StoryView view(embeddedStory());
    for (const EventIndex event : view.events())
        EXPECT_EQ(view.title(event), displayLine(view.story().title(event)));
    EXPECT_NE(numbered(view).arrangement(), view.arrangement());
    EXPECT_EQ(numbered(view).arranged({}).title(3), view.title(3));
}

TEST(NumberedView, WritesNumbersAsTheLanguageOfTheStoryDoes) {
    std::vector<std::string> dates(1200, "2026-01-27");
    const StoryView view = numbered(StoryView(storyOfDates(dates)));
    EXPECT_TRUE(view.title(1199).startsWith(QStringLiteral("1,200. ")));
}

TEST(NumberedView, KeepsTheNumberOfEveryLabelHoweverShort) {
    for (const NamedStory& story : layoutStories()) {
        if (story.story.eventCount() == 0)
            continue;
        const StoryView view = numbered(StoryView(story.story));
        for (const double width : {360.0, 700.0, 1600.0}) {
            SCOPED_TRACE(testing::Message() << story.name << ", " << width);
            const Metrics metrics{{width, 1200}};
            const Drawn picture = drawn(view, metrics);
            for (const QString& broken : violations(picture.scene, view, picture.packing, fixedMeasurer))
                ADD_FAILURE() << broken.toStdString();
            for (const Label& label : picture.scene.labels)
                EXPECT_TRUE(picture.scene.texts[label.firstText].text.startsWith(number(view, label.event) + u'.'))
                    << picture.scene.texts[label.firstText].text.toStdString();
        }
    }
}

TEST(NumberedView, GivesRowsThatWerePackedBeforeWidthsWithNumbers) {
    const StoryView plain(embeddedStory());
    const Metrics metrics{{1200, 800}};
    const StoryView view = numbered(plain);
    const PackingKey key = packingKey(view, {wholeStory(view, 1000, 1)}, metrics, fixedMeasurer);
    PackingAids aids(plain);
    packRows(plain, key, fixedMeasurer, aids);
    const RowPacking kept = packRows(view, key, fixedMeasurer, aids);
    EXPECT_EQ(kept.placements, packRows(view, key, fixedMeasurer).placements);
}

TEST(NumberedView, NamesTheFirstAndLastNumberOfTheEventsInAColumn) {
    static const QRegularExpression words(QStringLiteral("^([0-9,]+) \\(([0-9,]+) … ([0-9,]+)\\)$"));
    std::size_t named = 0;
    for (const NamedStory& story : layoutStories()) {
        const StoryView view = numbered(StoryView(story.story));
        for (const double zoom : {1.0, 2.0, 4.0, 8.0, 16.0, 32.0, 64.0, 128.0, 512.0}) {
            SCOPED_TRACE(testing::Message() << story.name << ", " << zoom);
            const Metrics metrics{{1600, 300}};
            const FixedMeasurer measurer;
            TimeWindow window = wholeStory(view, frameFor(view, metrics, measurer).plot.width(), 1);
            window.width /= zoom;
            const Scene scene = buildScene(view, {window}, metrics, measurer);
            for (const Column& column : scene.columns) {
                if (!column.number)
                    continue;
                const auto events = eventsOf(column, view);
                const auto [first, last] = std::minmax_element(events.begin(), events.end());
                const QRegularExpressionMatch match = words.match(column.number->text);
                if (!match.hasMatch()) {
                    EXPECT_EQ(column.number->text, view.locale().toString(static_cast<qulonglong>(column.count)));
                    continue;
                }
                ++named;
                EXPECT_EQ(match.captured(1), view.locale().toString(static_cast<qulonglong>(column.count)));
                EXPECT_EQ(match.captured(2), number(view, *first));
                EXPECT_EQ(match.captured(3), number(view, *last));
            }
        }
    }
    EXPECT_GT(named, 10u);
}

} // namespace quoteline::test
