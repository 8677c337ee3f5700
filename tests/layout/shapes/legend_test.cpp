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
            EXPECT_EQ(entries, fullLegend(sizes));
        }
        EXPECT_LE(entries.size(), fullLegend(sizes).size());
    }
}

TEST(Legend, LeavesOutWhatTheFilterHides) {
    const StoryView view(test::storyOfDates({"2026-01-27", "2026-01-28~"}));
    const model::EventIndex first = 0;
    EXPECT_EQ(legendFor(view.story(), {&first, 1}, sizes).size(), 1u);
}
