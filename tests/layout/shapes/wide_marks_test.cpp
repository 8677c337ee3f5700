// SPDX-License-Identifier: GPL-3.0-or-later
// Marks of times that are wide on screen: all of what is stated, and nothing at a time that no source gives.
#include "app/layout/shapes/mark_geometry.h"

#include "app/layout/checks/scene_invariants.h"
#include "app/layout/scene/scene_builder.h"
#include "tests/content/scene_stories.h"
#include "tests/support/fixed_measurer.h"
#include <gtest/gtest.h>

using namespace quoteline;
using namespace quoteline::layout;

namespace {

struct Kind {
    const char* when;
    MarkKind kind;
    bool fadeStart = false; ///< open there
    bool fadeEnd = false;
};
const Kind kinds[] = {
    {"2026-01-27", MarkKind::DayDot},
    {"2026-01-27T10:00", MarkKind::Moment},
    {"2026-01-27T10:00:30", MarkKind::Moment},
    {"2026-01-27~", MarkKind::SoftRing},
    {"2026-01-27%", MarkKind::GapRing},
    {"2026-01-27?", MarkKind::GapRing},
    {"[..2026-01-27]", MarkKind::OpenDot, true, false},
    {"2026-01-27/..", MarkKind::OpenDot, false, true},
    {"2026-01", MarkKind::PossibleBand},
    {"2026-01~", MarkKind::PossibleBand},
    {"[2026-01-24..2026-01-28]", MarkKind::PossibleBand},
};

/// The mark of an event where all that its value states is `width` pixels wide, from x = 100 on.
MarkSpan markAt(const char* when, double width, double textScale, bool scheduled = false) {
    const model::Story story = test::madeStory({{when, "Event", 0, scheduled}});
    const auto start = static_cast<double>(story.layoutStarts()[0]);
    const double length = static_cast<double>(story.layoutEnds()[0]) - start;
    const auto marks = markSpans(story, 0, {{start, length}, 100, width}, Sizes(textScale));
    EXPECT_EQ(marks.size(), 1u) << when;
    return marks.front();
}

std::vector<MarkSpan> membersAt(const char* when, double pixelsADay) {
    const auto start = static_cast<double>(model::startOfDate(2026, 1, 1));
    const TimeScale scale{{start, 100.0 * model::msPerDay}, 0, 100 * pixelsADay};
    return markSpans(test::storyOfDates({when}), 0, scale, Sizes(1));
}

} // namespace

TEST(WideMarks, AreThoseOf64PixelsAtTheScaleOfTheText) {
    for (const double textScale : {1.0, 2.0}) {
        const double edge = 64 * textScale;
        for (const Kind& kind : kinds) {
            SCOPED_TRACE(kind.when);
            const MarkSpan below = markAt(kind.when, edge - 0.5, textScale);
            const MarkSpan above = markAt(kind.when, edge + 0.5, textScale);
            EXPECT_EQ(below.kind, kind.kind);
            EXPECT_EQ(above.kind, kind.kind);
            EXPECT_FALSE(below.wide);
            EXPECT_TRUE(above.wide);
            EXPECT_EQ(isBar(below), kind.kind == MarkKind::PossibleBand);
            EXPECT_TRUE(isBar(above));
            EXPECT_EQ(isFilledBar(above), kind.kind != MarkKind::PossibleBand);
            EXPECT_FALSE(above.ringed);
            EXPECT_EQ(barHeightOf(above, Sizes(textScale)), Sizes(textScale).barHeight);
            EXPECT_TRUE(markAt(kind.when, edge + 0.5, textScale, true).scheduled);
        }
        EXPECT_TRUE(markAt("2026-01~", edge - 0.5, textScale).ringed);
        EXPECT_FALSE(markAt("2026-01-24/2026-01-28", 10 * edge, textScale).wide); // a bar at any width
    }
}

TEST(WideMarks, CoverWhatIsStatedAndBeyondItOnlyTheFadeOfAnOpenSide) {
    for (const double textScale : {1.0, 2.0}) {
        const double fade = Sizes(textScale).fadeLength;
        for (const double width : {64 * textScale, 200.0, 1e5, 1e9})
            for (const Kind& kind : kinds) {
                SCOPED_TRACE(kind.when);
                const MarkSpan mark = markAt(kind.when, width, textScale);
                EXPECT_NEAR(mark.barLeft, 100, 1e-6 * width);
                EXPECT_NEAR(mark.barRight, 100 + width, 1e-6 * width);
                EXPECT_EQ(mark.left, mark.barLeft - (kind.fadeStart ? fade : 0));
                EXPECT_EQ(mark.right, mark.barRight + (kind.fadeEnd ? fade : 0));
            }
    }
}

TEST(WideMarks, HaveSoftEndsWhereTheDateIsNotCertain) {
    for (const Kind& kind : kinds) {
        const MarkSpan mark = markAt(kind.when, 100, 1);
        const bool ring = kind.kind == MarkKind::SoftRing || kind.kind == MarkKind::GapRing;
        EXPECT_EQ(mark.fadeStart, ring || kind.fadeStart) << kind.when;
        EXPECT_EQ(mark.fadeEnd, ring || kind.fadeEnd) << kind.when;
    }
}

TEST(WideMarks, OfASetAreThoseOfItsMembers) {
    const auto marks = membersAt("{2026-01-04,2026-01-11~,2026-02}", 70);
    ASSERT_EQ(marks.size(), 3u);
    EXPECT_TRUE(marks[0].wide && marks[0].kind == MarkKind::DayDot);
    EXPECT_TRUE(marks[1].wide && marks[1].kind == MarkKind::SoftRing);
    EXPECT_TRUE(!marks[2].wide && marks[2].kind == MarkKind::SpanBar);
}

TEST(ListedPossibilities, HaveAMarkForEachDateAndNothingBetween) {
    for (const double pixelsADay : {2.0, 20.0, 100.0}) {
        const auto marks = membersAt("[2026-01-04,2026-01-18]", pixelsADay);
        ASSERT_EQ(marks.size(), 2u);
        for (const MarkSpan& mark : marks) {
            EXPECT_EQ(mark.kind, MarkKind::PossibleBand);
            EXPECT_EQ(mark.tiny, pixelsADay < 12);
            EXPECT_DOUBLE_EQ(mark.right - mark.left, std::max(12.0, pixelsADay));
        }
        EXPECT_DOUBLE_EQ(marks[0].centre, 3.5 * pixelsADay);
        EXPECT_DOUBLE_EQ(marks[1].centre, 17.5 * pixelsADay);
    }
    EXPECT_EQ(membersAt("[2026-01-04,2026-01-18..2026-01-20]", 20).size(), 2u);
}

TEST(ListedPossibilities, AreNotSpansNorSidesThatAreOpen) {
    for (const char* const when :
         {"[2026-01-04..2026-01-18]", "[..2026-01-04,2026-01-18]", "[2026-01-04]", "2026-01-XX"})
        EXPECT_EQ(membersAt(when, 20).size(), 1u) << when;
}

TEST(ListedPossibilities, OfAMonthAreStillPossibilities) {
    for (const MarkSpan& mark : membersAt("[2026-01,2026-03]", 20))
        EXPECT_EQ(mark.kind, MarkKind::PossibleBand); // in an all-of set a month is a bar
}

TEST(HatchedDots, ArePossibilitiesNarrowerThanADot) {
    for (const double textScale : {1.0, 2.0})
        for (const char* const when : {"2026-01", "[2026-01-24..2026-01-28]", "2026-01~"}) {
            const double dot = 2 * Sizes(textScale).dotRadius;
            const MarkSpan below = markAt(when, dot - 0.5, textScale);
            const MarkSpan above = markAt(when, dot + 0.5, textScale);
            EXPECT_TRUE(below.tiny && !isBar(below)) << when;
            EXPECT_DOUBLE_EQ(below.right - below.left, dot) << when;
            EXPECT_DOUBLE_EQ(below.centre, 100 + (dot - 0.5) / 2) << when;
            EXPECT_TRUE(!above.tiny && isBar(above)) << when;
            EXPECT_DOUBLE_EQ(above.right - above.left, dot + 0.5) << when;
        }
    EXPECT_FALSE(markAt("2026-01-24/2026-01-28", 1, 1).tiny);
}

TEST(WideMarks, KeepTheirRowFreeFromTheZoomStepInWhichTheyBecomeWide) {
    std::vector<test::MadeEvent> events;
    const char* const dates[] = {"2026-01-27",      "2026-01-27~", "2026-01-27%",    "[..2026-01-27]",
                                 "[2026-01-27..]",  "2026-01-30~", "[..2026-01-30]", "[2026-01-20,2026-01-28]",
                                 "2026-01-29T10:00"};
    for (std::size_t i = 0; i < 90; ++i)
        events.push_back({dates[i * 7 % std::size(dates)], i % 3 ? "On a day" : "x", i % 2, i % 5 == 0});
    events.push_back({"2026-01-01"});
    events.push_back({"2026-03-01"});
    const StoryView view(test::madeStory(events));
    std::size_t wide = 0;
    std::size_t narrow = 0;
    for (const double textScale : {1.0, 2.0}) {
        const test::FixedMeasurer measurer(textScale);
        const Metrics metrics{{900, 4000}, textScale};
        const double plotWidth = frameFor(view, metrics, measurer).plot.width();
        for (double day = 50; day < 80; day += 0.7) {
            const double width = plotWidth / (day * textScale) * model::msPerDay;
            const auto middle = static_cast<double>(model::startOfDate(2026, 1, 28));
            const ViewState state{{middle - width / 2, width}};
            const RowPacking packing = packRows(view, packingKey(view, state, metrics, measurer), measurer);
            const Scene scene = buildScene(view, state, metrics, measurer, packing);
            for (const QString& violation : violations(scene, view, packing, measurer))
                ADD_FAILURE() << day << " pixels a day: " << violation.toStdString();
            for (const Mark& mark : scene.marks)
                ++(mark.span.wide ? wide : narrow);
        }
    }
    EXPECT_GT(wide, 500u);
    EXPECT_GT(narrow, 500u);
}
