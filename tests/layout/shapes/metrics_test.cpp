// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/shapes/metrics.h"

#include "tests/content/scene_stories.h"
#include "tests/support/fixed_measurer.h"
#include <gtest/gtest.h>

using namespace quoteline;
using namespace quoteline::layout;
using test::FixedMeasurer;

TEST(Metrics, PartsOfTheFrameFitTogetherInEveryWindow) {
    const StoryView view(test::embeddedStory());
    for (const double textScale : {1.0, 1.25, 2.0}) {
        const FixedMeasurer measurer(textScale);
        for (const double width : {200.0, 640.5, 920.0, 1600.0, 3840.0}) {
            for (const double height : {100.0, 240.0, 560.3, 900.0, 2160.0}) {
                for (const bool header : {true, false}) {
                    SCOPED_TRACE(std::to_string(width) + " x " + std::to_string(height) + " at " +
                                 std::to_string(textScale));
                    const Frame f = frameFor(view, {{width, height}, textScale, header}, measurer);
                    EXPECT_EQ(f.lanes.topLeft(), f.plot.topLeft());
                    EXPECT_EQ(f.lanes.bottomRight(), f.footStrip.topRight());
                    EXPECT_EQ(f.footStrip.bottomRight(), f.plot.bottomRight());
                    EXPECT_EQ(f.footStrip.left(), f.plot.left());
                    EXPECT_EQ(f.laneColumn.right(), f.plot.left());
                    EXPECT_EQ(f.laneColumn.top(), f.lanes.top());
                    EXPECT_EQ(f.laneColumn.bottom(), f.lanes.bottom());
                    EXPECT_EQ(f.axis.topLeft(), f.plot.bottomLeft());
                    EXPECT_EQ(f.axis.width(), f.plot.width());
                    EXPECT_LE(f.header.bottom(), f.plot.top() + 0.5);
                    EXPECT_EQ(f.plot.toRect(), f.plot); // on whole pixels: Qt Charts draws the axes there
                    EXPECT_GE(f.lanes.height(), 19 * textScale);
                    EXPECT_GE(f.plot.width(), 20);
                    EXPECT_TRUE(header || f.header.height() == 0);
                    if (width >= 300 * textScale && height >= 240 * textScale) {
                        EXPECT_LE(f.axis.bottom(), height);
                        EXPECT_LT(f.plot.right(), width);
                        EXPECT_EQ(f.header.height() > 0, header);
                        EXPECT_GT(f.plot.width(), f.laneColumn.width());
                    }
                }
            }
        }
    }
}

TEST(Metrics, AFooterTakesItsHeightFromThePlot) {
    const StoryView view(test::embeddedStory());
    const FixedMeasurer measurer;
    const Frame without = frameFor(view, {{1600, 900}}, measurer);
    const Frame with = frameFor(view, {{1600, 900}}, measurer, 80);
    EXPECT_EQ(without.plot.height() - with.plot.height(), 80);
    EXPECT_EQ(with.footer.height(), 80);
    EXPECT_EQ(with.footer.top(), with.axis.bottom());
    EXPECT_LE(with.footer.bottom(), 900);
    EXPECT_EQ(without.footer.height(), 0);
}

TEST(Metrics, TheColumnOfNamesIsAsWideAsTheyNeedUpToAShareOfTheScene) {
    const FixedMeasurer measurer;
    const auto columnOf = [&](const std::string& name, double width) {
        return frameFor(StoryView(test::madeStory({}, {name})), {{width, 600}}, measurer).laneColumn.width();
    };
    EXPECT_LT(columnOf("A", 1600), columnOf("A longer name", 1600));
    EXPECT_EQ(columnOf(std::string(500, 'x'), 1600), columnOf(std::string(600, 'x'), 1600));
    EXPECT_LT(columnOf(std::string(500, 'x'), 1600), 0.2 * 1600);
    EXPECT_LT(columnOf(std::string(500, 'x'), 640), 0.23 * 640);
    EXPECT_LE(columnOf(std::string(500, 'x'), 8000), 300);
}

TEST(Metrics, NamesHaveTheWidthThatTheColumnWasMadeFor) {
    const FixedMeasurer measurer;
    for (const double width : {300.0, 640.0, 1600.0}) {
        const StoryView view(test::embeddedStory());
        const Frame frame = frameFor(view, {{width, 600}}, measurer);
        for (const LaneGroup& lane : view.lanes()) {
            const auto lines = laneNameLines(lane.name, frame.nameWidth(1), measurer);
            ASSERT_LE(lines.size(), 2u);
            for (const QString& line : lines)
                EXPECT_LE(measurer.width(line, FontRole::LaneName), frame.nameWidth(1));
        }
        EXPECT_GT(frame.nameRight(1) - frame.nameWidth(1), 0);
    }
}

TEST(Metrics, LaneNamesAreWholeInOneLineElseBrokenElseShortened) {
    const FixedMeasurer measurer;
    const QString name = QStringLiteral("European Parliament groups");
    const double whole = measurer.width(name, FontRole::LaneName);
    EXPECT_EQ(laneNameLines(name, whole, measurer), (std::vector<QString>{name}));
    EXPECT_EQ(laneNameLines(name, whole - 1, measurer),
              (std::vector<QString>{QStringLiteral("European"), QStringLiteral("Parliament groups")}));
    const auto narrow = laneNameLines(name, 70, measurer);
    ASSERT_EQ(narrow.size(), 2u);
    EXPECT_EQ(narrow[0], QStringLiteral("European"));
    EXPECT_TRUE(narrow[1].startsWith(QStringLiteral("Parl")) && narrow[1].endsWith(QChar(0x2026)));
    EXPECT_EQ(laneNameLines(QString(), 70, measurer), (std::vector<QString>{QString()}));
}
