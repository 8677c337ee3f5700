// SPDX-License-Identifier: GPL-3.0-or-later
// Where links run and where their words stand: nowhere on other words.
#include "app/layout/links/links.h"

#include "app/layout/links/link_words.h"
#include "tests/content/scene_stories.h"
#include "tests/layout/links/link_scenes.h"
#include "tests/layout/links/link_stories.h"
#include <QLineF>
#include <algorithm>
#include <gtest/gtest.h>

using namespace quoteline;
using namespace quoteline::layout;
using test::LinkScene;
using test::opening;

namespace {

/// Relations between two events that both have a mark half of which is in view: what may be drawn of all.
std::size_t relationsInView(const LinkScene& g) {
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

TEST(Links, AllOfThemCrossNoWordsInTheEmbeddedStory) {
    const StoryView view(test::embeddedStory());
    for (const double scale : {1.0, 1.5})
        for (const QSizeF size : sizes) {
            const TimeWindow whole = test::wholeOf(view, size, scale);
            for (const double zoom : {1.0, 0.7, 0.3, 0.15, 0.05, 0.01})
                for (const double at : {0.0, 0.1, 0.15, 0.5}) {
                    const LinkScene g(view, {{whole.start + at * whole.width, whole.width * zoom}}, size, scale);
                    SCOPED_TRACE(testing::Message() << size.width() << " " << zoom << " " << at);
                    const Links links = g.links({{}, {}, true});
                    test::expectClear(links, g.scene);
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
        const TimeWindow whole = test::wholeOf(view, size);
        for (const double zoom : {1.0, 0.4, 0.1, 0.03, 0.008})
            for (const double at : {0.0, 0.31, 0.8}) {
                for (const double scroll : {0.0, 137.0}) {
                    const LinkScene g(view, {{whole.start + at * whole.width, whole.width * zoom}, scroll}, size);
                    SCOPED_TRACE(testing::Message() << size.width() << " " << zoom << " " << at << " " << scroll);
                    const Links links = g.links({{}, {}, true});
                    test::expectClear(links, g.scene);
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
            const LinkScene g = opening(view, size, scale);
            for (const model::EventIndex event : view.events()) {
                SCOPED_TRACE(testing::Message() << size.width() << " event " << event);
                const Links links = g.links({event});
                test::expectLabelsApart(links, g.scene, g.measurer);
                test::expectClear(links, g.scene);
                EXPECT_EQ(links.labels.size() + links.counts.unlabelled, links.arcs.size());
            }
        }
}

TEST(Links, WithoutWordsAreListedInWords) {
    const StoryView view(test::tangledStory(1000));
    std::size_t listed = 0;
    for (const model::EventIndex event : {0U, 333U, 700U}) {
        const LinkScene g = opening(view, {640, 400});
        const Links links = g.links({event, {}, true});
        QStringList expected;
        for (std::size_t i = 0; i < links.arcs.size(); ++i) {
            const LinkArc& arc = links.arcs[i];
            if (arc.faint || std::any_of(links.labels.begin(), links.labels.end(),
                                         [i](const LinkLabel& label) { return label.arc == i; }))
                continue;
            const bool own = arc.ref.from == event;
            expected << linkInWords(view.story().relation(arc.ref.from, arc.ref.relation),
                                    own ? RelationSide::Outgoing : RelationSide::Incoming) +
                            QStringLiteral(": ") + view.title(own ? arc.to : arc.ref.from);
        }
        EXPECT_EQ(expected.size(), static_cast<qsizetype>(links.counts.unlabelled));
        EXPECT_EQ(wordlessLinks(view, links, event), expected);
        listed += static_cast<std::size_t>(expected.size());
    }
    EXPECT_GT(listed, 0U);
}

TEST(Links, EachHasItsWordsWhereTheWindowIsNotSmall) {
    const StoryView view(test::embeddedStory());
    for (const QSizeF size : {QSizeF(1250, 640), QSizeF(1600, 900), QSizeF(3840, 2100)}) {
        const LinkScene g = opening(view, size);
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
        const TimeWindow whole = test::wholeOf(view, size);
        for (const double zoom : {1.0, 0.1, 0.03})
            for (const model::EventIndex event : {0U, 333U, 700U, 999U}) {
                const double middle = static_cast<double>(view.story().layoutStarts()[event]);
                const LinkScene g(view, {{middle - whole.width * zoom / 2, whole.width * zoom}}, size);
                SCOPED_TRACE(testing::Message() << size.width() << " " << zoom << " " << event);
                const Links links = g.links({event, {}, true});
                test::expectLabelsApart(links, g.scene, g.measurer);
                test::expectClear(links, g.scene);
            }
    }
}

TEST(Links, TheOneUnderAPointIsTheNearest) {
    const StoryView view(test::tangledStory(60));
    const LinkScene g = opening(view);
    const Links links = g.links({10, {}, true});
    ASSERT_GT(links.arcs.size(), 5U);
    std::vector<std::vector<QPointF>> points;
    for (const LinkArc& arc : links.arcs)
        points.push_back(test::sampled(arc.path));
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
    const LinkScene g = opening(view);
    const Links alone = g.links({10});
    const Links among = g.links({10, {}, true});
    ASSERT_EQ(alone.arcs.size(), 2U);
    EXPECT_EQ(std::vector(among.arcs.end() - 2, among.arcs.end()), alone.arcs); // drawn last, above the faint ones
    EXPECT_EQ(among.arcs.size(), 7U);
}
