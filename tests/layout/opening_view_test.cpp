// SPDX-License-Identifier: GPL-3.0-or-later
// The whole story at once, as it is seen when it is opened.
#include "app/layout/scene_builder.h"
#include "app/layout/scene_invariants.h"
#include "tests/layout/scene_stories.h"
#include "tests/support/fixed_measurer.h"
#include <gtest/gtest.h>
#include <set>

using namespace quoteline;
using namespace quoteline::layout;

namespace {

/// A font some percent wider than the one that FixedMeasurer stands for.
struct WideMeasurer : test::FixedMeasurer {
    double width(QStringView text, FontRole role) const override { return 1.08 * FixedMeasurer::width(text, role); }
};

Scene openingScene(const StoryView& view, QSizeF size, const TextMeasurer& measurer, bool header = true) {
    const Metrics metrics{size, 1, header};
    const double plotWidth = frameFor(view, metrics, measurer).plot.width();
    return buildScene(view, {wholeStory(view, plotWidth, 1)}, metrics, measurer);
}

/// Every event's title and date stand in full in the scene.
void expectNothingCut(const Scene& scene, const StoryView& view) {
    ASSERT_EQ(scene.labels.size(), view.events().size());
    for (const Label& label : scene.labels) {
        QStringList words;
        for (std::size_t i = label.firstText; i < label.firstText + label.textCount; ++i)
            words.append(scene.texts[i].text);
        EXPECT_EQ(words.join(u' ').toStdString(),
                  (view.title(label.event) + u' ' + view.shortDate(label.event)).toStdString());
        EXPECT_FALSE(label.cut);
        EXPECT_GE(label.rect.left(), scene.frame.plot.left());
        EXPECT_LE(label.rect.right(), scene.frame.plot.right());
    }
}

void expectNothingHidden(const Scene& scene) {
    EXPECT_TRUE(scene.chips.empty());
    EXPECT_EQ(scene.counts, (SceneCounts{15, 15, 0, 0}));
    EXPECT_LE(scene.contentHeight, scene.frame.lanes.height());
    EXPECT_EQ(scene.lanes.size(), 7u);
    EXPECT_FALSE(scene.footNotes.empty() || scene.footNotes.front().text.text.isEmpty());
}

} // namespace

TEST(OpeningView, ShowsAllFifteenTitlesOfTheEmbeddedStoryBesideThePanelOfASmallScreen) {
    const StoryView view(test::embeddedStory());
    ASSERT_EQ(view.events().size(), 15u);
    const Scene scene = openingScene(view, {920, 560}, test::FixedMeasurer());
    expectNothingHidden(scene);
    expectNothingCut(scene, view);
}

TEST(OpeningView, ShowsAllOfTheEmbeddedStoryInAWiderFontAndInLargerWindows) {
    const StoryView view(test::embeddedStory());
    for (const QSizeF size : {QSizeF(920, 560), QSizeF(1250, 640), QSizeF(1600, 900), QSizeF(3840, 2100)}) {
        SCOPED_TRACE(size.width());
        const Scene scene = openingScene(view, size, WideMeasurer());
        expectNothingHidden(scene);
        expectNothingCut(scene, view);
    }
}

TEST(OpeningView, NamesTheLanesOfTheEmbeddedStoryInFull) {
    const StoryView view(test::embeddedStory());
    const Scene scene = openingScene(view, {920, 560}, test::FixedMeasurer());
    QString names;
    for (const Text& text : scene.texts)
        if (text.clip == Clip::LaneColumn)
            names += text.text + u' ';
    for (const LaneGroup& lane : view.lanes())
        EXPECT_TRUE(names.contains(lane.name)) << lane.name.toStdString() << " in " << names.toStdString();
}

TEST(OpeningView, ShowsDotsAndRingsOfTheFirstAndTheLastEventWhole) {
    for (const char* const date :
         {"2026-01-27", "2026-01-27~", "2026-01-27%", "2026-01-27T10:00", "2026-01-27T10:00:00"}) {
        for (const char* const other : {"2026-03-01", "2036-03-01"}) {
            SCOPED_TRACE(std::string(date) + " and " + other);
            const StoryView view(test::storyOfDates({date, other}));
            const Scene scene = openingScene(view, {800, 500}, test::FixedMeasurer());
            ASSERT_EQ(scene.marks.size(), 2u);
            for (const Mark& mark : scene.marks) {
                EXPECT_GE(mark.span.left, scene.frame.plot.left() - 0.5);
                EXPECT_LE(mark.span.right, scene.frame.plot.right() + 0.5);
            }
        }
    }
}

/// Marks as long as the story leave no room beside them: bars and bands carry their labels inside.
TEST(OpeningView, HasALabelInViewForEveryEventWithARowInView) {
    for (const test::NamedStory& named : test::layoutStories()) {
        if (named.name == "LongSets") // sets as long as the story: their labels come into view by panning
            continue;
        for (const QSizeF size : {QSizeF(1600, 900), QSizeF(640, 400)}) {
            SCOPED_TRACE(named.name + " at " + std::to_string(size.width()));
            const StoryView view(named.story);
            const Scene scene = openingScene(view, size, test::FixedMeasurer());
            std::set<model::EventIndex> labelled;
            for (const Label& label : scene.labels)
                if (label.rect.intersected(scene.frame.plot).width() >= std::min(60.0, label.rect.width() - 1))
                    labelled.insert(label.event);
            std::set<model::EventIndex> marked;
            for (const Mark& mark : scene.marks)
                if (!mark.span.ringed) // a band with a ring has no room inside either
                    marked.insert(*mark.event);
            for (const model::EventIndex event : marked)
                EXPECT_TRUE(labelled.contains(event)) << "event " << event << " " << view.story().whenText(event);
        }
    }
}

TEST(OpeningView, OfAnEmptyStoryIsAnEmptyChartWithItsAxis) {
    const StoryView view{model::Story()};
    const Scene scene = openingScene(view, {1000, 600}, test::FixedMeasurer());
    EXPECT_EQ(scene.counts, SceneCounts());
    EXPECT_TRUE(scene.marks.empty() && scene.labels.empty() && scene.lanes.empty());
    EXPECT_FALSE(scene.ticks.fine.empty());
}

TEST(OpeningView, OfTheLowestWindowsHasLanesAndAxisAndNoHeader) {
    const StoryView view(test::embeddedStory());
    const Scene low = openingScene(view, {200, 100}, test::FixedMeasurer());
    EXPECT_EQ(low.frame.header.height(), 0);
    EXPECT_GE(low.frame.lanes.height(), 20);
    EXPECT_GE(low.frame.plot.width(), 80);
    EXPECT_LE(low.frame.axis.bottom(), 100);
    EXPECT_FALSE(low.marks.empty());
    EXPECT_FALSE(low.lanes.empty());
    ASSERT_EQ(low.footNotes.size(), 1u);
    EXPECT_EQ(low.footNotes.front().text.text, QStringLiteral("Wed 28 Jan")); // the sentence has no room
    const Scene higher = openingScene(view, {400, 300}, test::FixedMeasurer());
    EXPECT_GT(higher.frame.header.height(), 0);
}
