// SPDX-License-Identifier: GPL-3.0-or-later
// The cards of the reading view keep the promises of every scene, at every zoom, place, width and text scale.
#include "app/layout/checks/scene_invariants.h"
#include "app/layout/scene/scene_builder.h"
#include "tests/content/scene_stories.h"
#include "tests/support/fixed_measurer.h"
#include <QStringList>
#include <algorithm>
#include <gtest/gtest.h>
#include <map>
#include <set>

using namespace quoteline;
using namespace quoteline::layout;
using test::FixedMeasurer;

namespace {

class ReadingScenes : public testing::TestWithParam<std::size_t> {};

struct Place {
    Metrics metrics;
    double zoom = 4;
    double at = 0.5; ///< of the middle of the window, between the first and the last event
    double scrollY = 0;
};

ViewState stateAt(const StoryView& view, const Place& place, const TextMeasurer& measurer) {
    const double plotWidth = frameFor(view, place.metrics, measurer).plot.width();
    const double width = wholeStory(view, plotWidth, place.metrics.textScale).width / place.zoom;
    const double middle = view.extent().start + view.extent().width * place.at;
    ViewState state{clamped({middle - width / 2, width}, view, plotWidth, place.metrics.textScale), place.scrollY};
    state.reading = true;
    return state;
}

/// The window, five days from 24 January, that the sketch of the reading view shows.
Scene januaryScene(QSizeF size, double textScale = 1) {
    const StoryView view(test::embeddedStory());
    const Metrics metrics{size, textScale};
    ViewState state{{static_cast<double>(model::startOfDate(2026, 1, 24)), 5.0 * model::msPerDay}};
    state.reading = true;
    return buildScene(view, state, metrics, FixedMeasurer(textScale));
}

QString wordsOf(const Scene& scene, const Label& label) {
    QStringList words;
    for (std::size_t i = label.firstText; i < label.firstText + label.textCount; ++i)
        words.append(scene.texts[i].text);
    return words.join(u' ');
}

/// Whether a mark or a card stands where the shortest chip at an edge of a lane would.
bool isTaken(const Scene& scene, std::size_t lane, bool later) {
    const auto band = std::find_if(scene.lanes.begin(), scene.lanes.end(), [&](auto& b) { return b.lane == lane; });
    const QRectF edge = later ? band->rect.adjusted(band->rect.width() - 90, 0, 0, 0)
                              : band->rect.adjusted(0, 0, 90 - band->rect.width(), 0);
    return std::any_of(scene.marks.begin(), scene.marks.end(), [&](auto& m) { return m.rect().intersects(edge); }) ||
           std::any_of(scene.cards.begin(), scene.cards.end(), [&](auto& c) { return c.rect.intersects(edge); });
}

} // namespace

TEST_P(ReadingScenes, HoldTheInvariantsAtEveryZoomPlaceWidthScrollAndTextScale) {
    const StoryView view(test::layoutStory(GetParam()).story);
    int broken = 0;
    for (const QSizeF size : {QSizeF(1600, 900), QSizeF(920, 560), QSizeF(360, 240)}) {
        for (const double textScale : {1.0, 1.6}) {
            const FixedMeasurer measurer(textScale);
            for (const double zoom : {1.0, 2.9, 4.1, 9.0, 33.0, 700.0, 40000.0}) {
                std::optional<PackingKey> key;
                RowPacking packing;
                for (const double at : {0.0, 0.21, 0.5, 0.77, 1.0}) {
                    for (const double scrollY : {0.0, 41.5, 1e6}) {
                        const Place place{{size, textScale, size.height() > 500}, zoom, at, scrollY};
                        const ViewState state = stateAt(view, place, measurer);
                        const PackingKey now = packingKey(view, state, place.metrics, measurer);
                        if (key != now)
                            packing = packRows(view, now, measurer);
                        EXPECT_EQ(key.value_or(now), now) << "rows depend on where the window is";
                        key = now;
                        const Scene scene = buildScene(view, state, place.metrics, measurer, packing);
                        EXPECT_TRUE(scene.reading);
                        for (const QString& violation : violations(scene, view, packing, measurer)) {
                            if (++broken <= 5)
                                ADD_FAILURE()
                                    << size.width() << " wide, text " << textScale << ", zoom " << zoom << ", at " << at
                                    << ", scrolled by " << scrollY << ": " << violation.toStdString();
                        }
                    }
                }
            }
        }
    }
}

TEST_P(ReadingScenes, NeverMoveAnEventToAnotherHeightWhileThatViewPans) {
    const StoryView view(test::layoutStory(GetParam()).story);
    const FixedMeasurer measurer;
    const Metrics metrics{{1000, 700}};
    for (const double zoom : {4.2, 17.0, 260.0}) {
        std::map<model::EventIndex, double> heights;
        for (int pan = 0; pan <= 40; ++pan) {
            const Scene scene =
                buildScene(view, stateAt(view, {metrics, zoom, pan / 40.0, pan * 7.0}, measurer), metrics, measurer);
            for (const Card& card : scene.cards) {
                const double height = card.rect.top() - scene.frame.lanes.top() + scene.scrollY;
                EXPECT_NEAR(heights.emplace(card.event, height).first->second, height, 1) << card.event;
            }
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Stories, ReadingScenes, testing::Range(std::size_t{0}, test::layoutStoryNames().size()),
                         [](const auto& test) { return quoteline::test::layoutStoryNames()[test.param]; });

TEST(ReadingScene, SaysTitleAndDateOfEachEventInTwoLines) {
    const StoryView view(test::embeddedStory());
    const Scene scene = januaryScene({2400, 1000}); // so wide that no card reaches over the edge
    ASSERT_EQ(scene.cards.size(), 13u);
    for (const Label& label : scene.labels) {
        EXPECT_EQ(wordsOf(scene, label).toStdString(),
                  (view.title(label.event) + u' ' + view.cardDate(label.event)).toStdString());
        std::set<double> baselines;
        for (std::size_t i = label.firstText; i < label.firstText + label.textCount; ++i)
            baselines.insert(scene.texts[i].baseline.y());
        EXPECT_EQ(baselines.size(), 2u);
        EXPECT_FALSE(label.cut);
    }
}

TEST(ReadingScene, KeepsACardOnTheDayThatIsInViewClearOfItsDot) {
    const StoryView view(test::storyOfDates({"2026-01-20", "2026-01-27", "2026-02-20"}));
    const FixedMeasurer measurer;
    const Metrics metrics{{1000, 500}};
    const double day = static_cast<double>(model::startOfDate(2026, 1, 27));
    const double hour = model::msPerHour;
    for (const double first : {0.0, 6.0, 9.0, 13.0, 19.0}) { // five hours of the day from there
        ViewState state{{day + first * hour, 5 * hour}};
        state.reading = true;
        const Scene scene = buildScene(view, state, metrics, measurer);
        ASSERT_EQ(scene.cards.size(), 1u) << first;
        EXPECT_TRUE(scene.frame.plot.contains(scene.cards[0].rect)) << first;
    }
}

TEST(ReadingScene, ShortensTheDateBeforeItCutsATitle) {
    const StoryView view(test::embeddedStory());
    std::size_t shortDates = 0;
    for (int width = 500; width <= 1400; width += 25) {
        const Scene scene = januaryScene({static_cast<double>(width), 600});
        for (const Label& label : scene.labels)
            if (wordsOf(scene, label) == view.title(label.event) + u' ' + view.shortDate(label.event) &&
                view.shortDate(label.event) != view.cardDate(label.event))
                ++shortDates;
    }
    EXPECT_GT(shortDates, 0u);
}

TEST(EdgeChips, CountWhatCountingCountsInEveryLane) {
    std::vector<test::MadeEvent> events;
    for (int i = 0; i < 60; ++i)
        events.push_back({"2026-0" + std::to_string(1 + i % 6) + "-" + std::to_string(10 + i * 7 % 18),
                          "Event " + std::to_string(i), static_cast<std::size_t>(i % 3)});
    const StoryView view(test::madeStory(events));
    const FixedMeasurer measurer;
    const Metrics metrics{{1200, 900}};
    std::size_t chips = 0;
    for (int pan = 0; pan <= 60; ++pan) {
        const ViewState state = stateAt(view, {metrics, 40, pan / 60.0}, measurer);
        const Scene scene = buildScene(view, state, metrics, measurer);
        const auto starts = view.story().layoutStarts();
        const auto ends = view.story().layoutEnds();
        for (std::size_t lane = 0; lane < view.lanes().size(); ++lane) {
            std::size_t before = 0;
            std::size_t after = 0;
            for (const model::EventIndex event : view.lanes()[lane].events) {
                before += static_cast<double>(ends[event]) <= state.window.start ? 1 : 0;
                after += static_cast<double>(starts[event]) >= state.window.end() ? 1 : 0;
            }
            for (const EdgeChip& chip : scene.edgeChips)
                if (chip.lane == lane)
                    (chip.later ? after : before) -= chip.count;
            EXPECT_TRUE(before == 0 || isTaken(scene, lane, false)) << "lane " << lane << ", pan " << pan;
            EXPECT_TRUE(after == 0 || isTaken(scene, lane, true)) << "lane " << lane << ", pan " << pan;
        }
        chips += scene.edgeChips.size();
    }
    EXPECT_GT(chips, 250u);
}

TEST(EdgeChips, SayTheDateTheTitleAndHowManyMore) {
    const Scene scene = januaryScene({1800, 1000});
    ASSERT_EQ(scene.edgeChips.size(), 1u);
    const EdgeChip& chip = scene.edgeChips.front();
    EXPECT_EQ(chip.text.text, QString::fromUtf8("Fri 6 Feb, scheduled · Opening ceremony in Milan +1 →"));
    EXPECT_TRUE(chip.later);
    EXPECT_EQ(chip.count, 2u);
}

TEST(EdgeChips, GetShorterWhereThereIsLessRoom) {
    const StoryView view(test::madeStory(
        {{"2026-01-01", "An event with a title"}, {"2026-01-02", "And one more"}, {"2026-03-01", "The last of all"}}));
    const FixedMeasurer measurer;
    std::set<QString> words;
    for (int width = 1400; width >= 200; width -= 20) {
        const Metrics metrics{{static_cast<double>(width), 400}};
        for (const EdgeChip& chip :
             buildScene(view, stateAt(view, {metrics, 8, 0.5}, measurer), metrics, measurer).edgeChips)
            words.insert(chip.text.text);
    }
    for (const char* const part : {"← +1 · Fri 2 Jan · And one more", "← +1 · Fri 2 Jan", "← +2",
                                   "Sun 1 Mar · The last of all →", "Sun 1 Mar →", "+1 →"})
        EXPECT_TRUE(words.contains(QString::fromUtf8(part))) << part;
}

TEST(EdgeChips, AreForTheReadingViewAlone) {
    const StoryView view(test::embeddedStory());
    const FixedMeasurer measurer;
    const Metrics metrics{{1600, 900}};
    ViewState state = stateAt(view, {metrics, 8, 0.2}, measurer);
    EXPECT_FALSE(buildScene(view, state, metrics, measurer).edgeChips.empty());
    state.reading = false;
    const Scene marks = buildScene(view, state, metrics, measurer);
    EXPECT_TRUE(marks.edgeChips.empty() && marks.cards.empty() && !marks.reading);
}
