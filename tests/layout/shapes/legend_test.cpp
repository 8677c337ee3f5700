// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/shapes/legend.h"

#include "app/content/story/story_view.h"
#include "tests/content/scene_stories.h"
#include <gtest/gtest.h>
#include <set>

using namespace quoteline;
using namespace quoteline::layout;

namespace {

const Sizes sizes(1);

QStringList wordsFor(const std::vector<test::MadeEvent>& events) {
    const StoryView view(test::madeStory(events));
    QStringList words;
    for (const LegendEntry& entry : legendFor(view.story(), view.events(), sizes))
        words.append(entry.words);
    return words;
}

} // namespace

TEST(Legend, ExplainsEveryKindOfMarkInWordsOfItsOwn) {
    std::set<MarkKind> kinds;
    std::set<QString> words;
    bool scheduled = false;
    bool fades[2] = {};
    for (const LegendEntry& entry : fullLegend(sizes)) {
        kinds.insert(entry.mark.kind);
        EXPECT_TRUE(words.insert(entry.words).second);
        EXPECT_FALSE(entry.words.isEmpty());
        scheduled = scheduled || entry.mark.scheduled;
        fades[0] = fades[0] || entry.mark.fadeStart;
        fades[1] = fades[1] || entry.mark.fadeEnd;
    }
    EXPECT_EQ(kinds.size(), static_cast<std::size_t>(markKindCount));
    EXPECT_TRUE(scheduled && fades[0] && fades[1]);
}

TEST(Legend, SamplesLieInTheirWidth) {
    for (const double textScale : {1.0, 1.7}) {
        const Sizes scaled(textScale);
        for (const LegendEntry& entry : fullLegend(scaled)) {
            EXPECT_GE(entry.mark.left, 0);
            EXPECT_LE(entry.mark.right, legendMarkWidth(scaled));
            EXPECT_GE(entry.mark.centre, entry.mark.left + scaled.dotRadius - 1e-9);
            EXPECT_LE(entry.mark.centre, entry.mark.right - scaled.dotRadius + 1e-9);
        }
    }
}

TEST(Legend, OfAStoryExplainsExactlyItsMarksInTheOrderOfTheFullOne) {
    EXPECT_EQ(wordsFor({}), QStringList());
    EXPECT_EQ(wordsFor({{"2026-01-27"}}), (QStringList{QStringLiteral("on this day")}));
    EXPECT_EQ(wordsFor({{"2026-01-27%"}, {"[..2026-01-27]"}, {"2026-01-27"}, {"2026-01-28"}}),
              (QStringList{QStringLiteral("on this day"), QStringLiteral("around this day, undated"),
                           QStringLiteral("on or before this day")}));
    EXPECT_EQ(wordsFor({{"2026-01-27/2026-01-28", "Planned", 0, true}, {"2026-01-27/.."}, {"2026-01-27T10:00"}}),
              (QStringList{QStringLiteral("at this time"), QStringLiteral("on or after this day"),
                           QStringLiteral("outlined: scheduled")}));
    EXPECT_EQ(wordsFor({{"2026-01-27~", "Planned", 0, true}}),
              (QStringList{QStringLiteral("about this day"), QStringLiteral("outlined: scheduled")}));
    EXPECT_EQ(wordsFor({{"2026-01"}, {"2026-01-27~"}}),
              (QStringList{QStringLiteral("once, somewhere in there"), QStringLiteral("about this day")}));
    EXPECT_EQ(wordsFor({{"{2026-01-27,2026-02}"}}),
              (QStringList{QStringLiteral("on this day"), QStringLiteral("lasted from start to end")}));
}

TEST(Legend, OfAStoryWithEveryMarkIsTheFullOne) {
    for (const test::NamedStory& named : test::layoutStories()) {
        const StoryView view(named.story);
        const auto entries = legendFor(view.story(), view.events(), sizes);
        if (named.name == "EveryMark") {
            auto narrow = fullLegend(sizes);
            EXPECT_EQ(std::erase_if(narrow, [](const LegendEntry& entry) { return entry.mark.wide; }), 2u);
            EXPECT_EQ(entries, narrow);
        }
        EXPECT_LE(entries.size(), fullLegend(sizes).size());
    }
}

TEST(Legend, OfAPictureShowsItsMarksAsTheyAreAtItsScale) {
    const StoryView view(
        test::storyOfDates({"2026-01-27", "2026-01-28~", "2026-01-28%", "[..2026-01-29]", "[2026-01-27..]",
                            "2026-01-29T10:00", "[2026-01-27,2026-01-28]", "2026-01-27/2026-01-28"}));
    const auto legendAt = [&](double pixelsADay) {
        const auto start = static_cast<double>(model::startOfDate(2026, 1, 27));
        const TimeScale scale{{start, 1.0 * model::msPerDay}, 0, pixelsADay};
        return legendFor(view.story(), view.events(), sizes, scale);
    };
    const auto any = legendFor(view.story(), view.events(), sizes);
    for (const double pixelsADay : {5.0, 30.0, 100.0}) {
        const auto entries = legendAt(pixelsADay);
        ASSERT_EQ(entries.size(), any.size());
        for (std::size_t i = 0; i < entries.size(); ++i) {
            const MarkSpan& mark = entries[i].mark;
            EXPECT_EQ(entries[i].words, any[i].words);
            EXPECT_EQ(mark.kind, any[i].mark.kind);
            const bool day =
                mark.kind != MarkKind::Moment && mark.kind != MarkKind::SpanBar && mark.kind != MarkKind::PossibleBand;
            EXPECT_EQ(mark.wide, pixelsADay == 100 && day) << entries[i].words.toStdString();
            EXPECT_EQ(mark.tiny, pixelsADay == 5 && mark.kind == MarkKind::PossibleBand);
            EXPECT_GE(mark.left, 0);
            EXPECT_LE(mark.right, legendMarkWidth(sizes));
        }
    }
    EXPECT_EQ(legendAt(30), any);
}

TEST(Legend, LeavesOutWhatTheFilterHides) {
    const StoryView view(test::storyOfDates({"2026-01-27", "2026-01-28~"}));
    const model::EventIndex first = 0;
    EXPECT_EQ(legendFor(view.story(), {&first, 1}, sizes).size(), 1u);
}
