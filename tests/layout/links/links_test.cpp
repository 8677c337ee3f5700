// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/links/links.h"

#include "app/content/story/grouping.h"
#include "app/layout/links/link_words.h"
#include "app/layout/scene/event_items.h"
#include "tests/content/scene_stories.h"
#include "tests/layout/links/link_scenes.h"
#include "tests/layout/links/link_stories.h"
#include <algorithm>
#include <gtest/gtest.h>
#include <memory>
#include <set>

using namespace quoteline;
using namespace quoteline::layout;
using test::LinkScene;
using test::opening;

namespace {

using Ref = std::pair<model::EventIndex, std::size_t>;

std::multiset<Ref> refsOf(const Links& links) {
    std::multiset<Ref> refs;
    for (const LinkArc& arc : links.arcs)
        refs.emplace(arc.ref.from, arc.ref.relation);
    return refs;
}

/// Found by looking at every relation of the story.
std::multiset<Ref> relationsTouching(const model::Story& story, model::EventIndex event) {
    std::multiset<Ref> refs;
    for (model::EventIndex from = 0; from < story.eventCount(); ++from)
        for (std::size_t i = 0; i < story.relationCount(from); ++i)
            if (from == event || story.relation(from, i).event == event)
                refs.emplace(from, i);
    return refs;
}

const QRectF* markOf(const Scene& scene, model::EventIndex event) {
    static QRectF rect;
    for (const Mark& mark : scene.marks)
        if (mark.event == event) {
            rect = mark.rect().adjusted(-0.5, -0.5, 0.5, 0.5);
            return &rect;
        }
    return nullptr;
}

} // namespace

TEST(Links, OfTheSelectedEventAreItsRelationsAndThoseOfOthersToIt) {
    const StoryView view(test::embeddedStory());
    const LinkScene g = opening(view);
    for (const model::EventIndex event : view.events())
        EXPECT_EQ(refsOf(g.links({event})), relationsTouching(view.story(), event)) << view.story().id(event);
    EXPECT_EQ(g.links({}), Links());
}

TEST(Links, GoFromTheMarkOfTheOneEventToTheMarkOfTheOther) {
    const StoryView view(test::embeddedStory());
    const LinkScene g = opening(view);
    std::size_t seen = 0;
    for (const model::EventIndex event : view.events())
        for (const LinkArc& arc : g.links({event}).arcs) {
            ++seen;
            ASSERT_TRUE(markOf(g.scene, arc.ref.from) && markOf(g.scene, arc.to));
            EXPECT_TRUE(markOf(g.scene, arc.ref.from)->contains(arc.path.front()));
            EXPECT_TRUE(markOf(g.scene, arc.to)->contains(arc.path.back()));
            ASSERT_EQ(arc.head.size(), 3U);
            EXPECT_EQ(arc.head.front(), arc.path.back()); // the arrow is at the event pointed at
            EXPECT_EQ(view.story().relation(arc.ref.from, arc.ref.relation).event, arc.to);
        }
    EXPECT_EQ(seen, 14U); // seven relations, from both sides
}

TEST(Links, AreToldApartByPatternAndWordsAndReadingsAreDotted) {
    const model::Story story = test::linkedStory({"2026-01-01", "2026-01-05"}, {{0, 1, "repliesTo"},
                                                                                {0, 1, "agreesWith"},
                                                                                {0, 1, "disputes"},
                                                                                {0, 1, "discusses"},
                                                                                {0, 1, "echoes"},
                                                                                {0, 1, "confirms", false}});
    std::vector<LinkPattern> patterns;
    QStringList out;
    QStringList in;
    for (std::size_t i = 0; i < 6; ++i) {
        patterns.push_back(patternOf(story.relation(0, i)));
        out << linkInWords(story.relation(0, i), RelationSide::Outgoing);
        in << linkInWords(story.relation(0, i), RelationSide::Incoming);
    }
    EXPECT_EQ(patterns, (std::vector<LinkPattern>{LinkPattern::Reply, LinkPattern::Agreement, LinkPattern::Dispute,
                                                  LinkPattern::Mention, LinkPattern::Mention, LinkPattern::Reading}));
    EXPECT_EQ(out.join(u'|'),
              QStringLiteral("replies to|agrees with|disputes|discusses|echoes|read as a confirmation"));
    EXPECT_EQ(in.join(u'|'), QStringLiteral("replied to by|agreement from|disputed by|discussed by|“echoes” "
                                            "from|read as a confirmation"));
    QStringList legend;
    for (int i = 0; i < linkPatternCount; ++i)
        legend << patternInWords(static_cast<LinkPattern>(i));
    legend.removeDuplicates();
    EXPECT_EQ(legend.size(), linkPatternCount);
}

TEST(Links, SentencesSayTheRelationAndWhetherItIsAReading) {
    const StoryView view(
        test::linkedStory({"2026-01-01", "2026-01-05"}, {{0, 1, "disputes"}, {1, 0, "repliesTo", false}}));
    EXPECT_EQ(linkSentence(view, {0, 0}), QStringLiteral("“Event 0” disputes “Event 1”: “words”"));
    EXPECT_EQ(linkSentence(view, {1, 0}),
              QStringLiteral("“Event 1” → “Event 0”. Read as a reply; the source says only “words”"));
}

TEST(Links, ToAnEventOutOfViewGoToTheCountAtTheEdgeBeyondWhichItLiesAndNameIt) {
    const StoryView view(test::linkedStory({"2026-01-01", "2026-01-15", "2026-02-01"}, {{1, 0}, {1, 2}}, 3));
    const double day = model::msPerDay;
    const LinkScene g(view, {{static_cast<double>(view.story().layoutStarts()[1]) - 3 * day, 7 * day}}, {1200, 700});
    const Links links = g.links({1});
    ASSERT_EQ(links.arcs.size(), 2U);
    for (const LinkArc& arc : links.arcs) {
        const auto count = std::find_if(g.scene.edgeCounts.begin(), g.scene.edgeCounts.end(),
                                        [&](const EdgeCount& c) { return c.event == arc.to; });
        ASSERT_NE(count, g.scene.edgeCounts.end());
        EXPECT_EQ(count->later, arc.to == 2);
        EXPECT_NEAR(arc.path.back().x(), count->rect.center().x(), count->rect.width() / 2);
        // At the height of its own lane, or at the gutter beside it.
        const QRectF lane = g.scene.lanes[arc.to].rect;
        EXPECT_GE(arc.path.back().y(), lane.top() - 12);
        EXPECT_LE(arc.path.back().y(), lane.bottom() + 12);
    }
    ASSERT_EQ(links.labels.size(), 2U);
    for (const LinkLabel& label : links.labels)
        EXPECT_TRUE(label.text.text.contains(view.title(links.arcs[label.arc].to)));
    EXPECT_EQ(g.links({0}).counts.elsewhere, 0U); // its other end is in view
}

TEST(Links, BetweenTwoEventsOutOfViewAreCountedAndNotDrawn) {
    const StoryView view(test::linkedStory({"2026-01-01", "2026-01-15", "2026-02-01"}, {{0, 2}}, 3));
    const double day = model::msPerDay;
    const LinkScene g(view, {{static_cast<double>(view.story().layoutStarts()[1]) - 3 * day, 7 * day}}, {1200, 700});
    const Links links = g.links({0});
    EXPECT_TRUE(links.arcs.empty());
    EXPECT_EQ(links.counts.elsewhere, 1U);
    EXPECT_EQ(linkCountsInWords(links.counts, QLocale::c()), QStringLiteral("1 link(s) between events out of view"));
}

TEST(Links, ToALaneThatIsScrolledAwayGoToTheEdgeOnItsSide) {
    std::vector<std::string> dates(40, "2026-01-10");
    const StoryView view(test::linkedStory(dates, {{20, 0}, {20, 39}}, 40));
    ViewState state{test::wholeOf(view, {900, 400})};
    state.scrollY = 250;
    const LinkScene g(view, state, {900, 400});
    const LinkRouter router(g.scene);
    const LinkEnds ends(g.ground(), router);
    ASSERT_TRUE(ends.inView(20));
    ASSERT_FALSE(ends.inView(0) || ends.inView(39));
    const Links links = g.links({20});
    ASSERT_EQ(links.arcs.size(), 2U);
    for (const LinkArc& arc : links.arcs)
        EXPECT_DOUBLE_EQ(arc.path.back().y(), arc.to == 0 ? g.scene.frame.lanes.top() : g.scene.frame.lanes.bottom());
    test::expectClear(links, g.scene);
}

TEST(Links, ToAFoldedEventGoToTheColumnThatCountsIt) {
    const StoryView plain(test::tangledStory(6000));
    for (const bool collapsed : {false, true}) {
        const StoryView view = collapsed ? plain.arranged(withLanesCollapsed(plain, true)) : plain;
        const LinkScene g = opening(view);
        ASSERT_FALSE(g.scene.columns.empty());
        std::size_t checked = 0;
        for (model::EventIndex event = 0; event < view.events().size(); event += 61) {
            for (const LinkArc& arc : g.links({event}).arcs) {
                for (const auto& [end, at] : {std::pair(arc.ref.from, arc.path.front()), {arc.to, arc.path.back()}}) {
                    if (!g.packing.placements[end].folded)
                        continue;
                    const auto column =
                        std::find_if(g.scene.columns.begin(), g.scene.columns.end(), [&](const Column& c) {
                            return c.rect.adjusted(-0.5, -0.5, 0.5, 0.5).contains(at);
                        });
                    if (column == g.scene.columns.end()) { // its lane is out of view
                        EXPECT_TRUE(at.y() == g.scene.frame.lanes.top() || at.y() == g.scene.frame.lanes.bottom());
                        continue;
                    }
                    const auto held = eventsOf(*column, view);
                    EXPECT_TRUE(std::find(held.begin(), held.end(), end) != held.end()) << end;
                    ++checked;
                }
            }
        }
        EXPECT_GT(checked, 10U);
    }
}

TEST(Links, BetweenEventsOfOneColumnAreCountedAndNotDrawn) {
    std::vector<std::string> dates(12, "2026-01-01");
    dates.emplace_back("2027-01-01");
    const StoryView plain(test::linkedStory(dates, {{0, 1}, {0, 12}}, 1));
    const StoryView view = plain.arranged(withLanesCollapsed(plain, true));
    const LinkScene g = opening(view);
    ASSERT_EQ(g.scene.columns.size(), 1U);
    ASSERT_EQ(g.scene.columns.front().count, 12U);
    const Links links = g.links({0});
    EXPECT_EQ(refsOf(links), (std::multiset<Ref>{{0, 1}}));
    EXPECT_EQ(links.counts.elsewhere, 1U);
}

TEST(Links, ToEventsThatTheFilterLeavesOutAreCounted) {
    const StoryView all(test::linkedStory({"2026-01-01", "2026-01-05", "2026-01-09"}, {{0, 1}, {0, 2}, {2, 0}}));
    Arrangement arrangement;
    arrangement.shown = std::make_shared<const Arrangement::Events>(Arrangement::Events{0, 1});
    const Links links = opening(all.arranged(arrangement)).links({0});
    EXPECT_EQ(refsOf(links), (std::multiset<Ref>{{0, 0}}));
    EXPECT_EQ(links.counts.leftOut, 2U);
}

TEST(Links, OfAnEventWithVeryManyAreBoundedAndTheRestIsCounted) {
    std::vector<std::string> dates{"2026-01-01"};
    std::vector<test::MadeLink> made;
    constexpr std::size_t count = 20000;
    for (std::size_t i = 1; i <= count; ++i) {
        dates.push_back(i % 2 ? "2026-03-01" : "2026-02-01");
        made.push_back({i, 0});
    }
    const StoryView view(test::linkedStory(dates, made));
    ASSERT_EQ(linkCount(view.story(), 0), count);
    const LinkScene g = opening(view);
    const Links links = g.links({0});
    EXPECT_EQ(links.arcs.size() + links.counts.noRoom + links.counts.elsewhere, mostLinksOfEvent);
    EXPECT_EQ(links.counts.tooMany, count - mostLinksOfEvent);
    // The current link is drawn, wherever it stands.
    const LinkRef last = linkOf(view.story(), 0, count - 1);
    const Links again = g.links({0, last});
    EXPECT_EQ(again.counts.tooMany, count - mostLinksOfEvent - 1);
    EXPECT_TRUE(std::any_of(again.arcs.begin(), again.arcs.end(),
                            [&](const LinkArc& arc) { return arc.current && arc.ref == last; }));
}

TEST(Links, OfARingOfAHundredThousandEventsAreFollowedAllTheWayRound) {
    constexpr std::size_t count = 100000;
    const StoryView view(test::ringStory(count));
    const model::Story& story = view.story();
    model::EventIndex at = 17;
    std::size_t steps = 0;
    do {
        ASSERT_EQ(linkCount(story, at), 2U);
        const LinkRef on = linkOf(story, at, 0);
        ASSERT_EQ(on.from, at);
        at = story.relation(on.from, on.relation).event;
        ASSERT_EQ(linkOf(story, at, 1), on); // and back again
    } while (++steps <= count && at != 17);
    EXPECT_EQ(steps, count);
    const LinkScene g = opening(view);
    EXPECT_EQ(g.links({17}).arcs.size() + g.links({17}).counts.elsewhere, 2U);
    const Links all = g.links({17, {}, true});
    EXPECT_LE(all.arcs.size(), 302U);
    test::expectClear(all, g.scene);
}

TEST(Links, StandInOneOrderWithTheOwnOnesFirst) {
    const model::Story story = test::tangledStory(200);
    for (model::EventIndex event = 0; event < story.eventCount(); ++event) {
        const std::size_t count = linkCount(story, event);
        ASSERT_EQ(count, relationsTouching(story, event).size());
        for (std::size_t i = 0; i < count; ++i) {
            const LinkRef link = linkOf(story, event, i);
            EXPECT_EQ(placeOf(story, event, link), i);
            EXPECT_EQ(link.from == event, i < story.relationCount(event));
        }
    }
    EXPECT_EQ(placeOf(story, 0, {0, 99}), std::nullopt);
    const LinkRef foreign = linkOf(story, 50, 0);
    EXPECT_TRUE(story.relation(50, 0).event == 0 || placeOf(story, 0, foreign) == std::nullopt);
}
