// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/paint/theme.h"

#include <gtest/gtest.h>

using namespace quoteline::ui;

namespace {

std::vector<QColor> grounds(const Theme& theme) {
    std::vector<QColor> plain{theme.window, theme.surface, theme.laneShade, theme.weekend, theme.weekendShade};
    std::vector<QColor> all = plain;
    for (const QColor& ground : plain) {
        all.push_back(blended(theme.selectionFill, ground));
        all.push_back(blended(theme.hoverFill, ground));
    }
    return all;
}

} // namespace

class EachTheme : public testing::TestWithParam<bool> {
protected:
    const Theme& theme = GetParam() ? darkTheme() : lightTheme();
};

INSTANTIATE_TEST_SUITE_P(Theme, EachTheme, testing::Bool(),
                         [](const auto& one) { return one.param ? "Dark" : "Light"; });

TEST_P(EachTheme, GivesTextAContrastOfAtLeastFourAndAHalfOnEveryGround) {
    for (const QColor& ground : grounds(theme)) {
        EXPECT_GE(contrast(theme.text, ground), 4.5) << ground.name().toStdString();
        EXPECT_GE(contrast(theme.softText, ground), 4.5) << ground.name().toStdString();
    }
}

TEST_P(EachTheme, KeepsThatContrastOnTheGroundOfWordsThatWereFoundAndTheGroundIsSeen) {
    EXPECT_EQ(theme.hitFill.alpha(), 255);
    EXPECT_GE(contrast(theme.text, theme.hitFill), 4.5);
    EXPECT_GE(contrast(theme.softText, theme.hitFill), 4.5);
    for (const QColor& ground : grounds(theme))
        EXPECT_NE(theme.hitFill, ground);
}

TEST_P(EachTheme, GivesTheNamesOfLanesThatContrastOnTheGroundsTheyStandOn) {
    for (const QColor& hue : theme.hues) {
        for (const QColor& ground : {theme.window, theme.surface}) // names stand beside the plot
            EXPECT_GE(contrast(hue, ground), 4.5) << hue.name().toStdString();
        for (const QColor& ground : {theme.surface, theme.laneShade, theme.weekend, theme.weekendShade}) {
            QColor chip = hue;
            chip.setAlphaF(chipFillAlpha);
            EXPECT_GE(contrast(theme.text, blended(chip, ground)), 4.5) << hue.name().toStdString() << " under a chip";
        }
    }
}

TEST_P(EachTheme, KeepsTheMarksOfLanesVisibleOnEveryGround) {
    for (const QColor& hue : theme.hues) // WCAG 2.1, 1.4.11: graphics need 3 : 1
        for (const QColor& ground : grounds(theme))
            EXPECT_GE(contrast(hue, ground), 3) << hue.name().toStdString() << " on " << ground.name().toStdString();
}

TEST_P(EachTheme, HasColoursThatDiffer) {
    for (std::size_t i = 0; i < theme.hues.size(); ++i)
        for (std::size_t j = i + 1; j < theme.hues.size(); ++j)
            EXPECT_NE(theme.hues[i], theme.hues[j]);
    EXPECT_NE(theme.laneShade, theme.surface);
    EXPECT_NE(theme.weekend, theme.surface);
    EXPECT_NE(theme.weekendShade, theme.laneShade);
}

TEST(Theme, FollowsThePaletteOfTheDesktop) {
    EXPECT_FALSE(themeFor(QPalette(Qt::black, Qt::white)).dark);
    EXPECT_FALSE(themeFor(paletteFor(lightTheme())).dark);
    EXPECT_TRUE(themeFor(paletteFor(darkTheme())).dark);
}

TEST(Theme, ContrastIsThatOfTheStandard) {
    EXPECT_NEAR(contrast(Qt::black, Qt::white), 21, 1e-6);
    EXPECT_NEAR(contrast(QColor(0x77, 0x77, 0x77), Qt::white), 4.48, 0.005); // the well-known grey that just fails
    EXPECT_EQ(contrast(Qt::red, Qt::red), 1);
}
