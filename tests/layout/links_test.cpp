// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/links.h"

#include "app/layout/event_items.h"
#include "app/layout/grouping.h"
#include "app/layout/link_words.h"
#include "app/layout/presets.h"
#include "app/layout/scene_builder.h"
#include "tests/layout/link_stories.h"
#include "tests/layout/scene_stories.h"
#include "tests/support/fixed_measurer.h"
#include <QLineF>
#include <algorithm>
#include <cmath>
#include <gtest/gtest.h>
#include <memory>
#include <set>

using namespace quoteline;
using namespace quoteline::layout;

namespace {

/// A scene with what it was built from.
struct Ground {
    Ground(const StoryView& shown, const ViewState& state, QSizeF size, double scale = 1)
        : view(shown)
        , measurer(scale)
        , metrics{size, scale}
        , packing(packRows(view, packingKey(view, state, metrics, measurer), measurer))
        , scene(buildScene(view, state, metrics, measurer, packing)) {}

    LinkGround ground() const { return {scene, view, packing, measurer}; }
    Links links(const LinkInput& input) const { return buildLinks(ground(), input); }

    StoryView view;
    test::FixedMeasurer measurer;
    Metrics metrics;
    RowPacking packing;
    Scene scene;
};

TimeWindow wholeOf(const StoryView& view, QSizeF size, double scale = 1) {
    const test::FixedMeasurer measurer(scale);
    return wholeStory(view, frameFor(view, {size, scale}, measurer).plot.width(), scale);
}

Ground opening(const StoryView& view, QSizeF size = {1600, 900}, double scale = 1) {
    return {view, {wholeOf(view, size, scale)}, size, scale};
}

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

std::vector<QRectF> wordsOf(const Scene& scene) {
    std::vector<QRectF> rects;
    for (const Label& label : scene.labels)
        rects.push_back(label.rect);
    for (const Card& card : scene.cards)
        rects.push_back(card.rect);
    for (const Chip& chip : scene.chips)
        rects.push_back(chip.rect);
    for (const EdgeChip& chip : scene.edgeChips)
        rects.push_back(chip.rect);
    return rects;
}

/// Points of a line, half a pixel apart, ends included.
std::vector<QPointF> sampled(const std::vector<QPointF>& path) {
    std::vector<QPointF> points;
    for (std::size_t i = 1; i < path.size(); ++i) {
        const QLineF piece(path[i - 1], path[i]);
        const int steps = static_cast<int>(std::ceil(2 * piece.length())) + 1;
        for (int step = 0; step <= steps; ++step)
            points.push_back(piece.pointAt(static_cast<double>(step) / steps));
    }
    return points;
}

bool crosses(const std::vector<QPointF>& path, const QRectF& rect) {
    const auto [left, right] =
        std::minmax_element(path.begin(), path.end(), [](QPointF a, QPointF b) { return a.x() < b.x(); });
    const auto [top, bottom] =
        std::minmax_element(path.begin(), path.end(), [](QPointF a, QPointF b) { return a.y() < b.y(); });
    if (left->x() > rect.right() || right->x() < rect.left() || top->y() > rect.bottom() || bottom->y() < rect.top())
        return false;
    const auto points = sampled(path);
    return std::any_of(points.begin(), points.end(), [&](QPointF point) {
        return point.x() > rect.left() && point.x() < rect.right() && point.y() > rect.top() &&
               point.y() < rect.bottom();
    });
}

/// The arcs that say of themselves that they cross no words cross none; faint ones always say so.
void expectClear(const Links& links, const Scene& scene) {
    for (const LinkArc& arc : links.arcs) {
        EXPECT_TRUE(arc.clear || !arc.faint);
        for (const QRectF& rect : arc.clear ? wordsOf(scene) : std::vector<QRectF>()) {
            EXPECT_FALSE(crosses(arc.path, rect)) << arc.ref.from << "/" << arc.ref.relation;
            EXPECT_FALSE(crosses(arc.head, rect)) << arc.ref.from << "/" << arc.ref.relation;
        }
        for (const QPointF& point : arc.path) {
            EXPECT_TRUE(std::isfinite(point.x()) && std::isfinite(point.y()));
            EXPECT_TRUE(scene.frame.lanes.adjusted(-0.5, -0.5, 0.5, 0.5).contains(point));
        }
    }
}

/// No label of a link lies on words of an event, on another one's, or beyond the lanes.
void expectLabelsApart(const Links& links, const Scene& scene, const TextMeasurer& measurer) {
    for (std::size_t i = 0; i < links.labels.size(); ++i) {
        const LinkLabel& label = links.labels[i];
        EXPECT_TRUE(scene.frame.lanes.contains(label.rect));
        EXPECT_GE(label.rect.width(), measurer.width(label.text.text, label.text.font));
        EXPECT_FALSE(label.text.text.isEmpty());
        for (const QRectF& words : wordsOf(scene))
            EXPECT_FALSE(words.intersected(scene.frame.lanes).intersects(label.rect)) << label.text.text.toStdString();
        for (std::size_t k = 0; k < i; ++k)
            EXPECT_FALSE(links.labels[k].rect.intersects(label.rect)) << label.text.text.toStdString();
    }
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

/// Relations between two events that both have a mark half of which is in view: what may be drawn of all.
std::size_t relationsInView(const Ground& g) {
    const LinkRouter router(g.scene);
    const LinkEnds ends(g.ground(), router);
    std::size_t count = 0;
    for (model::EventIndex from = 0; from < g.view.story().eventCount(); ++from)
        for (std::size_t i = 0; i < g.view.story().relationCount(from); ++i)
            count += ends.inView(from) && ends.inView(g.view.story().relation(from, i).event) ? 1 : 0;
    return count;
}

constexpr QSizeF sizes[] = {{1600, 900}, {1250, 640}, {920, 560}, {640, 400}, {320, 240}};

} // namespace

TEST(Links, OfTheSelectedEventAreItsRelationsAndThoseOfOthersToIt) {
    const StoryView view(test::embeddedStory());
    const Ground g = opening(view);
    for (const model::EventIndex event : view.events())
        EXPECT_EQ(refsOf(g.links({event})), relationsTouching(view.story(), event)) << view.story().id(event);
    EXPECT_EQ(g.links({}), Links());
}

TEST(Links, GoFromTheMarkOfTheOneEventToTheMarkOfTheOther) {
    const StoryView view(test::embeddedStory());
    const Ground g = opening(view);
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

TEST(Links, AllOfThemCrossNoWordsInTheEmbeddedStory) {
    const StoryView view(test::embeddedStory());
    for (const double scale : {1.0, 1.5})
        for (const QSizeF size : sizes) {
            const TimeWindow whole = wholeOf(view, size, scale);
            for (const double zoom : {1.0, 0.7, 0.3, 0.15, 0.05, 0.01})
                for (const double at : {0.0, 0.1, 0.15, 0.5})
                    for (const bool reading : {false, true}) {
                        ViewState state{{whole.start + at * whole.width, whole.width * zoom}};
                        state.reading = reading;
                        const Ground g(view, state, size, scale);
                        SCOPED_TRACE(testing::Message() << size.width() << " " << zoom << " " << at << " " << reading);
                        const Links links = g.links({{}, {}, true});
                        expectClear(links, g.scene);
                        EXPECT_EQ(links.arcs.size() + links.counts.noRoom + links.counts.tooMany, relationsInView(g));
                    }
        }
}

TEST(Links, AllOfThemAreDrawnInTheOpeningViewOfTheEmbeddedStory) {
    const StoryView view(test::embeddedStory());
    for (const QSizeF size : {QSizeF(920, 560), QSizeF(1250, 640), QSizeF(1600, 900), QSizeF(3840, 2100)}) {
        const Links links = opening(view, size).links({{}, {}, true});
        EXPECT_EQ(links.arcs.size(), 7U);
        EXPECT_EQ(links.counts, LinkCounts());
        EXPECT_TRUE(links.labels.empty());
        EXPECT_TRUE(std::all_of(links.arcs.begin(), links.arcs.end(), [](const LinkArc& arc) { return arc.faint; }));
    }
}

TEST(Links, AllOfThemCrossNoWordsInACrowdedStory) {
    const StoryView view(test::tangledStory(1000));
    for (const QSizeF size : sizes) {
        const TimeWindow whole = wholeOf(view, size);
        for (const double zoom : {1.0, 0.4, 0.1, 0.03, 0.008})
            for (const double at : {0.0, 0.31, 0.8}) {
                for (const double scroll : {0.0, 137.0}) {
                    const Ground g(view, {{whole.start + at * whole.width, whole.width * zoom}, scroll}, size);
                    SCOPED_TRACE(testing::Message() << size.width() << " " << zoom << " " << at << " " << scroll);
                    const Links links = g.links({{}, {}, true});
                    expectClear(links, g.scene);
                    EXPECT_EQ(links.arcs.size() + links.counts.noRoom + links.counts.tooMany, relationsInView(g));
                    EXPECT_LE(links.arcs.size(), 300U);
                    EXPECT_LE(static_cast<double>(links.arcs.size()),
                              g.scene.frame.lanes.width() * g.scene.frame.lanes.height() / 4000 + 1);
                }
            }
    }
}

TEST(Links, LabelsOverlapNothingThatIsReadInTheOpeningView) {
    const StoryView view(test::embeddedStory());
    for (const double scale : {1.0, 1.5})
        for (const QSizeF size : sizes) {
            const Ground g = opening(view, size, scale);
            for (const model::EventIndex event : view.events()) {
                SCOPED_TRACE(testing::Message() << size.width() << " event " << event);
                const Links links = g.links({event});
                expectLabelsApart(links, g.scene, g.measurer);
                expectClear(links, g.scene);
                EXPECT_EQ(links.labels.size() + links.counts.unlabelled, links.arcs.size());
            }
        }
}

TEST(Links, EachHasItsWordsWhereTheWindowIsNotSmall) {
    const StoryView view(test::embeddedStory());
    for (const QSizeF size : {QSizeF(1250, 640), QSizeF(1600, 900), QSizeF(3840, 2100)}) {
        const Ground g = opening(view, size);
        for (const model::EventIndex event : view.events()) {
            const Links links = g.links({event});
            EXPECT_EQ(links.counts, LinkCounts()) << size.width() << " event " << event;
            for (const LinkLabel& label : links.labels) {
                const LinkRef& ref = links.arcs[label.arc].ref;
                EXPECT_EQ(label.text.text,
                          linkInWords(view.story().relation(ref.from, ref.relation),
                                      ref.from == event ? RelationSide::Outgoing : RelationSide::Incoming));
            }
        }
    }
}

TEST(Links, LabelsOverlapNothingThatIsReadInACrowdedStory) {
    const StoryView view(test::tangledStory(1000));
    for (const QSizeF size : {QSizeF(1600, 900), QSizeF(640, 400)}) {
        const TimeWindow whole = wholeOf(view, size);
        for (const double zoom : {1.0, 0.1, 0.03})
            for (const model::EventIndex event : {0U, 333U, 700U, 999U}) {
                const double middle = static_cast<double>(view.story().layoutStarts()[event]);
                const Ground g(view, {{middle - whole.width * zoom / 2, whole.width * zoom}}, size);
                SCOPED_TRACE(testing::Message() << size.width() << " " << zoom << " " << event);
                const Links links = g.links({event, {}, true});
                expectLabelsApart(links, g.scene, g.measurer);
                expectClear(links, g.scene);
            }
    }
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

TEST(Links, ToAnEventOutOfViewGoToTheEdgeBeyondWhichItLiesAndNameIt) {
    const StoryView view(test::linkedStory({"2026-01-01", "2026-01-15", "2026-02-01"}, {{1, 0}, {1, 2}}, 3));
    const double day = model::msPerDay;
    const Ground g(view, {{static_cast<double>(view.story().layoutStarts()[1]) - 3 * day, 7 * day}}, {1200, 700});
    const Links links = g.links({1});
    ASSERT_EQ(links.arcs.size(), 2U);
    for (const LinkArc& arc : links.arcs) {
        const double edge = arc.to == 0 ? g.scene.frame.lanes.left() : g.scene.frame.lanes.right();
        EXPECT_DOUBLE_EQ(arc.path.back().x(), edge);
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
    const Ground g(view, {{static_cast<double>(view.story().layoutStarts()[1]) - 3 * day, 7 * day}}, {1200, 700});
    const Links links = g.links({0});
    EXPECT_TRUE(links.arcs.empty());
    EXPECT_EQ(links.counts.elsewhere, 1U);
    EXPECT_EQ(linkCountsInWords(links.counts, QLocale::c()), QStringLiteral("1 link(s) between events out of view"));
}

TEST(Links, ToALaneThatIsScrolledAwayGoToTheEdgeOnItsSide) {
    std::vector<std::string> dates(40, "2026-01-10");
    const StoryView view(test::linkedStory(dates, {{20, 0}, {20, 39}}, 40));
    ViewState state{wholeOf(view, {900, 400})};
    state.scrollY = 450;
    const Ground g(view, state, {900, 400});
    const LinkRouter router(g.scene);
    const LinkEnds ends(g.ground(), router);
    ASSERT_TRUE(ends.inView(20));
    ASSERT_FALSE(ends.inView(0) || ends.inView(39));
    const Links links = g.links({20});
    ASSERT_EQ(links.arcs.size(), 2U);
    for (const LinkArc& arc : links.arcs)
        EXPECT_DOUBLE_EQ(arc.path.back().y(), arc.to == 0 ? g.scene.frame.lanes.top() : g.scene.frame.lanes.bottom());
    expectClear(links, g.scene);
}

TEST(Links, ToAFoldedEventGoToTheChipThatHoldsIt) {
    const StoryView plain(test::tangledStory(1000));
    for (const bool collapsed : {false, true}) {
        const StoryView view = collapsed ? plain.arranged(withLanesCollapsed(plain, true)) : plain;
        const Ground g = opening(view);
        ASSERT_FALSE(g.scene.chips.empty());
        std::size_t checked = 0;
        for (const model::EventIndex event : view.events()) {
            for (const LinkArc& arc : g.links({event}).arcs) {
                for (const auto& [end, at] : {std::pair(arc.ref.from, arc.path.front()), {arc.to, arc.path.back()}}) {
                    if (!g.packing.placements[end].folded)
                        continue;
                    const auto chip = std::find_if(g.scene.chips.begin(), g.scene.chips.end(), [&](const Chip& c) {
                        return c.rect.adjusted(-0.5, -0.5, 0.5, 0.5).contains(at);
                    });
                    if (chip == g.scene.chips.end()) { // its lane is out of view
                        EXPECT_TRUE(at.y() == g.scene.frame.lanes.top() || at.y() == g.scene.frame.lanes.bottom());
                        continue;
                    }
                    const auto held = eventsOf(*chip, view, g.packing, g.scene.scale.window);
                    EXPECT_TRUE(std::find(held.begin(), held.end(), end) != held.end()) << end;
                    ++checked;
                }
            }
        }
        EXPECT_GT(checked, 10U);
    }
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
    const Ground g = opening(view);
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
    const Ground g = opening(view);
    EXPECT_EQ(g.links({17}).arcs.size() + g.links({17}).counts.elsewhere, 2U);
    const Links all = g.links({17, {}, true});
    EXPECT_LE(all.arcs.size(), 302U);
    expectClear(all, g.scene);
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

TEST(Links, TheOneUnderAPointIsTheNearest) {
    const StoryView view(test::tangledStory(60));
    const Ground g = opening(view);
    const Links links = g.links({10, {}, true});
    ASSERT_GT(links.arcs.size(), 5U);
    std::vector<std::vector<QPointF>> points;
    for (const LinkArc& arc : links.arcs)
        points.push_back(sampled(arc.path));
    const auto distance = [&](std::size_t arc, QPointF to) {
        double least = 1e9;
        for (const QPointF& at : points[arc])
            least = std::min(least, QLineF(at, to).length());
        for (const LinkLabel& label : links.labels)
            least = label.arc == arc && label.rect.contains(to) ? 0 : least;
        return least;
    };
    std::size_t hits = 0;
    const QRectF& lanes = g.scene.frame.lanes;
    for (double x = lanes.left(); x < lanes.right(); x += 83)
        for (double y = lanes.top(); y < lanes.bottom(); y += 41) {
            double nearest = 1e9;
            for (std::size_t arc = 0; arc < links.arcs.size(); ++arc)
                nearest = std::min(nearest, distance(arc, {x, y}));
            const auto found = linkAt(links, {x, y}, 4);
            hits += found ? 1 : 0;
            EXPECT_TRUE(found ? distance(*found, {x, y}) <= nearest + 0.5 : nearest > 3.9) << x << " " << y;
        }
    EXPECT_GT(hits, 10U);
}

TEST(Links, DoNotDependOnWhatElseIsDrawnWhereTheyAreOfTheSelectedEvent) {
    const StoryView view(test::embeddedStory());
    const Ground g = opening(view);
    const Links alone = g.links({10});
    const Links among = g.links({10, {}, true});
    ASSERT_EQ(alone.arcs.size(), 2U);
    EXPECT_EQ(std::vector(among.arcs.end() - 2, among.arcs.end()), alone.arcs); // drawn last, above the faint ones
    EXPECT_EQ(among.arcs.size(), 7U);
}
