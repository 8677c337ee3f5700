// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/shapes/mark_geometry.h"
#include "app/layout/shapes/time_scale.h"

#include "tests/content/scene_stories.h"
#include <cmath>
#include <gtest/gtest.h>

using namespace quoteline;
using namespace quoteline::layout;

namespace {

const Sizes markSizes(1);

/// 20 pixels a day, the 24th of January 2026 at x = 100.
const TimeScale dayScale{{static_cast<double>(model::startOfDate(2026, 1, 24)), 50.0 * model::msPerDay}, 100, 1000};

/// A tenth of a pixel a day: nothing in it is wide, but a band of decades.
const TimeScale yearScale{{static_cast<double>(model::startOfDate(2020, 1, 1)), 10000.0 * model::msPerDay}, 100, 1000};

double xOf(int month, int day, double hours = 0) {
    return dayScale.toX(static_cast<double>(model::startOfDate(2026, month, day)) + hours * model::msPerHour);
}

std::vector<MarkSpan> marksOf(const char* when, bool scheduled = false, const TimeScale& scale = dayScale) {
    const model::Story story = test::madeStory({{when, "Event", 0, scheduled}});
    return story.eventCount() == 1 ? markSpans(story, 0, scale, markSizes) : std::vector<MarkSpan>();
}

MarkSpan markOf(const char* when, const TimeScale& scale = dayScale) {
    const auto marks = marksOf(when, false, scale);
    EXPECT_EQ(marks.size(), 1u) << when;
    return marks.empty() ? MarkSpan() : marks.front();
}

struct Expected {
    const char* when;
    MarkKind kind;
    bool fadeStart = false;
    bool fadeEnd = false;
    bool ringed = false;
};

} // namespace

TEST(MarkGeometry, EveryShapeOfTimeHasItsMark) {
    using enum MarkKind;
    const Expected table[] = {
        {"2026-01-27", DayDot},
        {"2026-01-27T10:00", Moment},
        {"2026-01-27T10:00:30+01:00", Moment},
        {"2026-01-24/2026-01-28", SpanBar},
        {"2026-01-27T10:00/2026-01-27T12:00", SpanBar},
        {"2026-01-20~/2026-01-25", SpanBar, true, true},
        {"2026-01-20/2026-01-25?", SpanBar, true, true},
        {"[2026-01-24..2026-01-28]", PossibleBand},
        {"2026-01", PossibleBand},
        {"2026", PossibleBand},
        {"201X", PossibleBand},
        {"2026-01-XX", PossibleBand},
        {"2026-01~", PossibleBand, false, false, true},
        {"2026?", PossibleBand, false, false, true},
        {"2026-01-27~", SoftRing},
        {"2026-01-27?", GapRing},
        {"2026-01-27%", GapRing},
        {"[..2026-01-27]", OpenDot, true, false},
        {"[2026-01-27..]", OpenDot, false, true},
        {"../2026-01-27", OpenDot, true, false},
        {"/2026-01-27", OpenDot, true, false},
        {"2026-01-27/..", OpenDot, false, true},
        {"2026-01-27/", OpenDot, false, true},
    };
    for (const Expected& expected : table) {
        const MarkSpan mark = markOf(expected.when, yearScale);
        EXPECT_EQ(mark.kind, expected.kind) << expected.when;
        EXPECT_EQ(mark.fadeStart, expected.fadeStart) << expected.when;
        EXPECT_EQ(mark.fadeEnd, expected.fadeEnd) << expected.when;
        EXPECT_EQ(mark.ringed, expected.ringed) << expected.when;
        EXPECT_FALSE(mark.scheduled) << expected.when;
        const auto scheduled = marksOf(expected.when, true);
        ASSERT_EQ(scheduled.size(), 1u) << expected.when;
        EXPECT_TRUE(scheduled.front().scheduled) << expected.when;
        EXPECT_EQ(scheduled.front().kind, mark.kind) << expected.when;
    }
}

TEST(MarkGeometry, ADayIsAsLongAsTheDayWithItsDotInTheMiddle) {
    const MarkSpan mark = markOf("2026-01-27");
    EXPECT_DOUBLE_EQ(mark.barLeft, xOf(1, 27));
    EXPECT_DOUBLE_EQ(mark.barRight, xOf(1, 28));
    EXPECT_DOUBLE_EQ(mark.centre, xOf(1, 27, 12));
    EXPECT_EQ(mark.left, mark.barLeft);
    EXPECT_EQ(mark.right, mark.barRight);
}

TEST(MarkGeometry, ASpanEndsWithItsLastDay) {
    const MarkSpan mark = markOf("2026-01-24/2026-01-28");
    EXPECT_DOUBLE_EQ(mark.left, xOf(1, 24));
    EXPECT_DOUBLE_EQ(mark.right, xOf(1, 29));
    EXPECT_DOUBLE_EQ(markOf("[2026-01-24..2026-01-25]").right, xOf(1, 26));
}

TEST(MarkGeometry, AnOpenSideFadesByAFixedLengthFromTheDotOfTheKnownEnd) {
    const MarkSpan before = markOf("[..2026-01-27]");
    EXPECT_DOUBLE_EQ(before.centre, xOf(1, 27, 12));
    EXPECT_DOUBLE_EQ(before.left, before.centre - markSizes.fadeLength);
    EXPECT_DOUBLE_EQ(before.right, before.centre + markSizes.dotRadius);
    const MarkSpan after = markOf("[2026-01-27..]");
    EXPECT_DOUBLE_EQ(after.right, after.centre + markSizes.fadeLength);
    EXPECT_DOUBLE_EQ(after.left, after.centre - markSizes.dotRadius);
}

TEST(MarkGeometry, RingsHaveNoWidthOfTheirTimeUntilItIsWide) {
    TimeScale nearer = dayScale;
    nearer.length *= 3;
    for (const TimeScale& scale : {dayScale, nearer}) {
        const MarkSpan soft = markOf("2026-01-27~", scale);
        EXPECT_NEAR(soft.right - soft.left, 4 * markSizes.dotRadius, 1e-6);
        const MarkSpan gap = markOf("2026-01-27%", scale);
        EXPECT_NEAR(gap.right - gap.left, 2 * markSizes.dotRadius, 1e-6);
        const double noon = scale.toX(static_cast<double>(model::startOfDate(2026, 1, 27) + 12 * model::msPerHour));
        EXPECT_NEAR(soft.centre, noon, 1e-6);
        EXPECT_NEAR(gap.centre, noon, 1e-6);
    }
}

TEST(MarkGeometry, AnAllOfSetHasAMarkForEachMemberInTheOrderOfTheValue) {
    const auto marks = marksOf("{2026-02-20,2026-01-27..2026-01-29,2026-03}");
    ASSERT_EQ(marks.size(), 3u);
    EXPECT_EQ(marks[0].kind, MarkKind::DayDot);
    EXPECT_DOUBLE_EQ(marks[0].barLeft, xOf(2, 20));
    EXPECT_EQ(marks[1].kind, MarkKind::SpanBar);
    EXPECT_DOUBLE_EQ(marks[1].right, xOf(1, 30));
    EXPECT_EQ(marks[2].kind, MarkKind::SpanBar); // all of March, not a day of it
    EXPECT_DOUBLE_EQ(marks[2].left, xOf(3, 1));
    EXPECT_DOUBLE_EQ(marks[2].right, xOf(4, 1));
}

TEST(MarkGeometry, AMemberOfASetKeepsItsDoubts) {
    const auto marks = marksOf("{2026-01-XX,2026-03~,2026-04-05%,2026-05-05~}", false, yearScale);
    ASSERT_EQ(marks.size(), 4u);
    EXPECT_EQ(marks[0].kind, MarkKind::PossibleBand);
    EXPECT_EQ(marks[1].kind, MarkKind::PossibleBand);
    EXPECT_TRUE(marks[1].ringed);
    EXPECT_EQ(marks[2].kind, MarkKind::GapRing);
    EXPECT_EQ(marks[3].kind, MarkKind::SoftRing);
    for (const MarkSpan& mark : marksOf("{2026-01-20,2026-02-20}", true))
        EXPECT_TRUE(mark.scheduled);
}

TEST(MarkGeometry, BarsAndDotsCanBeSeenHoweverShortTheTime) {
    TimeScale years = dayScale;
    years.window.width *= 100000;
    for (const char* const when : {"2026-01-24/2026-01-28", "[2026-01-24..2026-01-28]", "2026-01"}) {
        const MarkSpan mark = markOf(when, years);
        const double least = mark.kind == MarkKind::SpanBar ? markSizes.dotRadius : 2 * markSizes.dotRadius;
        EXPECT_DOUBLE_EQ(mark.right - mark.left, least) << when;
        EXPECT_NEAR((mark.left + mark.right) / 2, mark.centre, 1e-9) << when;
        EXPECT_EQ(mark.tiny, mark.kind == MarkKind::PossibleBand) << when;
    }
    const MarkSpan dot = markOf("2026-01-27", years);
    EXPECT_DOUBLE_EQ(dot.right - dot.left, 2 * markSizes.dotRadius);
    const MarkSpan ringed = markOf("2026-01~", years);
    EXPECT_DOUBLE_EQ(ringed.right - ringed.left, 2 * markSizes.dotRadius);
}

TEST(MarkGeometry, HoldsItsCentreAtEveryScale) {
    const model::Story story = [] {
        for (const test::NamedStory& named : test::layoutStories())
            if (named.name == "EveryMark")
                return named.story;
        return model::Story();
    }();
    ASSERT_GT(story.eventCount(), 40u);
    for (double width = 50; width < 1e15; width *= 7) {
        const TimeScale scale{{static_cast<double>(model::startOfDate(2026, 1, 27)) - width / 3, width}, 40, 1200};
        for (model::EventIndex event = 0; event < story.eventCount(); ++event) {
            for (const MarkSpan& mark : markSpans(story, event, scale, markSizes)) {
                ASSERT_TRUE(std::isfinite(mark.left) && std::isfinite(mark.right));
                ASSERT_LE(mark.left, mark.centre - markSizes.dotRadius / 2 + 1e-6);
                ASSERT_GE(mark.right, mark.centre + markSizes.dotRadius / 2 - 1e-6);
                ASSERT_LE(mark.barLeft, mark.centre);
                ASSERT_GE(mark.barRight, mark.centre);
            }
        }
    }
}

TEST(MarkGeometry, LengthsGrowWithTheText) {
    const model::Story story = test::storyOfDates({"2026-01-27~", "[..2026-01-28]"});
    const Sizes large(1.75);
    EXPECT_DOUBLE_EQ(markSpans(story, 0, dayScale, large)[0].right - markSpans(story, 0, dayScale, large)[0].left,
                     1.75 * 4 * markSizes.dotRadius);
    const MarkSpan open = markSpans(story, 1, dayScale, large)[0];
    EXPECT_DOUBLE_EQ(open.centre - open.left, 1.75 * markSizes.fadeLength);
}
