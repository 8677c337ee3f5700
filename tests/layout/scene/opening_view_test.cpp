// SPDX-License-Identifier: GPL-3.0-or-later
// The whole story at once, as it is seen when it is opened.
#include "app/layout/checks/scene_invariants.h"
#include "app/layout/scene/scene_builder.h"
#include "tests/content/scene_stories.h"
#include "tests/support/fixed_measurer.h"
#include <algorithm>
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
    EXPECT_TRUE(scene.columns.empty());
    EXPECT_EQ(scene.counts, (SceneCounts{15, 15, 0, 0}));
    EXPECT_LE(scene.contentHeight, scene.frame.lanes.height());
    EXPECT_EQ(scene.lanes.size(), 7u);
    EXPECT_FALSE(scene.footNotes.empty() || scene.footNotes.front().text.text.isEmpty());
}

std::set<model::EventIndex> markedEvents(const Scene& scene) {
    std::set<model::EventIndex> events;
    for (const Mark& mark : scene.marks)
        if (!mark.slim) // in a strip, which has no titles
            events.insert(*mark.event);
    return events;
}

/// Whether some words of an event's label can be read.
bool labelInView(const Scene& scene, model::EventIndex event) {
    return std::any_of(scene.labels.begin(), scene.labels.end(), [&](const Label& label) {
        const double seen = label.rect.intersected(scene.frame.plot).width();
        return label.event == event && seen >= std::min(60.0, label.rect.width() - 1);
    });
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

TEST(OpeningView, HasALabelInViewForEveryMarkInView) {
    for (const test::NamedStory& named : test::layoutStories()) {
        for (const QSizeF size : {QSizeF(1600, 900), QSizeF(640, 400)}) {
            SCOPED_TRACE(named.name + " at " + std::to_string(size.width()));
            const StoryView view(named.story);
            const Scene scene = openingScene(view, size, test::FixedMeasurer());
            for (const model::EventIndex event : markedEvents(scene))
                EXPECT_TRUE(labelInView(scene, event)) << "event " << event << " " << view.story().whenText(event);
        }
    }
}

/// Nearer than a day, marks of the day and a band of several fill the view: their labels must not stand beyond its
/// edge.
TEST(ZoomedView, HasALabelInViewForEveryMarkAcrossIt) {
    const StoryView view(test::embeddedStory());
    const test::FixedMeasurer measurer;
    const Metrics metrics{{920, 640}};
    for (const double hours : {24.0, 6.0, 1.0, 0.01}) {
        for (const double at : {0.02, 0.3, 0.9}) { // within 27 January
            SCOPED_TRACE(std::to_string(hours) + " hours at " + std::to_string(at));
            const double middle = static_cast<double>(model::startOfDate(2026, 1, 27)) + at * model::msPerDay;
            const double width = hours * model::msPerHour;
            const Scene scene = buildScene(view, {{middle - width / 2, width}}, metrics, measurer);
            std::size_t across = 0;
            for (const Mark& mark : scene.marks) {
                if (mark.span.right - mark.span.left < scene.frame.plot.width())
                    continue;
                ++across;
                EXPECT_TRUE(labelInView(scene, *mark.event)) << view.story().id(*mark.event);
            }
            EXPECT_EQ(across, 11u); // all that happened on that day, about or by then, and three bands
        }
    }
}

TEST(OpeningView, OfAnEmptyStoryIsAnEmptyChartWithoutDates) {
    const StoryView view{model::Story()};
    const Scene scene = openingScene(view, {1000, 600}, test::FixedMeasurer());
    EXPECT_EQ(scene.counts, SceneCounts());
    EXPECT_TRUE(scene.marks.empty() && scene.labels.empty() && scene.lanes.empty());
    EXPECT_TRUE(scene.ticks.fine.empty() && scene.ticks.context.empty() && scene.ticks.grid.empty())
        << "no source has any";
    EXPECT_TRUE(scene.weekends.empty());
}

TEST(OpeningView, OfTheLowestWindowsHasLanesAndAxisAndNoHeader) {
    const StoryView view(test::embeddedStory());
    const Scene low = openingScene(view, {200, 100}, test::FixedMeasurer());
    EXPECT_EQ(low.frame.header.height(), 0);
    EXPECT_GE(low.frame.lanes.height(), 20);
    EXPECT_GE(low.frame.plot.width(), 80);
    EXPECT_LE(low.frame.axis.bottom(), 100);
    EXPECT_FALSE(low.marks.empty() && low.columns.empty());
    EXPECT_FALSE(low.lanes.empty());
    ASSERT_EQ(low.footNotes.size(), 1u);
    EXPECT_EQ(low.footNotes.front().text.text, QStringLiteral("Wed 28 Jan")); // the sentence has no room
    const Scene higher = openingScene(view, {400, 300}, test::FixedMeasurer());
    EXPECT_GT(higher.frame.header.height(), 0);
}
