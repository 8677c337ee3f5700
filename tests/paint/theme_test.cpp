// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/paint/theme.h"

#include <cmath>
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

/// CIE L*a*b* of a colour of sRGB under D65.
std::array<double, 3> lab(const QColor& color) {
    const auto linear = [](double v) { return v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4); };
    const auto curve = [](double t) { return t > 0.008856 ? std::cbrt(t) : 7.787 * t + 16.0 / 116; };
    const double r = linear(color.redF());
    const double g = linear(color.greenF());
    const double b = linear(color.blueF());
    const double x = curve((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505);
    const double y = curve(0.2126 * r + 0.7152 * g + 0.0722 * b);
    const double z = curve((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089);
    return {116 * y - 16, 500 * (x - y), 200 * (y - z)};
}

double distance(const QColor& a, const QColor& b) {
    const auto one = lab(a);
    const auto two = lab(b);
    return std::hypot(one[0] - two[0], one[1] - two[1], one[2] - two[2]);
}

} // namespace

class EachTheme : public testing::TestWithParam<const Theme*> {
protected:
    const Theme& theme = *GetParam();
};

INSTANTIATE_TEST_SUITE_P(
    Theme, EachTheme, testing::Values(&lightTheme(), &darkTheme(), &highContrastTheme(false), &highContrastTheme(true)),
    [](const auto& one) {
        return std::string(one.param->highContrast ? "HighContrast" : "") + (one.param->dark ? "Dark" : "Light");
    });

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
    for (const QColor& hue : theme.hues)
        for (const QColor& ground : {theme.window, theme.surface}) // names stand beside the plot
            EXPECT_GE(contrast(hue, ground), 4.5) << hue.name().toStdString();
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

TEST_P(EachTheme, OfHighContrastKeepsToItsPromises) {
    if (!theme.highContrast)
        return;
    for (const QColor& ground : grounds(theme)) {
        EXPECT_GE(contrast(theme.text, ground), 7) << ground.name().toStdString();
        EXPECT_GE(contrast(theme.softText, ground), 7) << ground.name().toStdString();
        EXPECT_GE(contrast(theme.hoverLine, ground), 4.5) << ground.name().toStdString();
        EXPECT_GE(contrast(theme.accent, ground), 4.5) << ground.name().toStdString();
        for (const QColor& hue : theme.hues)
            EXPECT_GE(contrast(hue, ground), 4.5) << hue.name().toStdString() << " on " << ground.name().toStdString();
    }
    const QPalette palette = paletteFor(theme);
    EXPECT_GE(contrast(palette.color(QPalette::HighlightedText), palette.color(QPalette::Highlight)), 7);
    EXPECT_GE(contrast(palette.color(QPalette::Disabled, QPalette::ButtonText), palette.color(QPalette::Button)), 4.5);
    EXPECT_GE(contrast(palette.color(QPalette::ToolTipText), palette.color(QPalette::ToolTipBase)), 7);
}

TEST_P(EachTheme, HasHuesThatStandApart) {
    // CIE 1976: 2.3 is a difference that is just seen; these are ten and twenty times that.
    const double least = theme.highContrast ? 45 : 24;
    for (std::size_t i = 0; i < theme.hues.size(); ++i)
        for (std::size_t j = i + 1; j < theme.hues.size(); ++j)
            EXPECT_GE(distance(theme.hues[i], theme.hues[j]), least)
                << theme.hues[i].name().toStdString() << " " << theme.hues[j].name().toStdString();
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
