// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/paint/widget_style.h"

#include "app/paint/theme.h"
#include <QImage>
#include <QPainter>
#include <QStyleOption>
#include <algorithm>
#include <functional>
#include <gtest/gtest.h>

using namespace quoteline::ui;

namespace {

class WidgetEdges : public testing::TestWithParam<const Theme*> {
protected:
    /// The greatest contrast with the window of any pixel that `draw` leaves on it.
    double seen(const std::function<void(QPainter&)>& draw) const {
        QImage image(120, 40, QImage::Format_RGB32);
        image.fill(theme.window);
        {
            QPainter painter(&image);
            draw(painter);
        }
        double best = 1;
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x)
                best = std::max(best, contrast(image.pixelColor(x, y), theme.window));
        return best;
    }

    template <typename Option>
    Option prepared(QRect rect) const {
        Option option;
        option.rect = rect;
        option.palette = paletteFor(theme);
        option.state = QStyle::State_Enabled;
        return option;
    }

    const Theme& theme = *GetParam();
    WidgetStyle style;
};

INSTANTIATE_TEST_SUITE_P(Theme, WidgetEdges,
                         testing::Values(&lightTheme(), &darkTheme(), &highContrastTheme(false),
                                         &highContrastTheme(true)),
                         [](const auto& one) {
                             return std::string(one.param->highContrast ? "HighContrast" : "") +
                                    (one.param->dark ? "Dark" : "Light");
                         });

} // namespace

TEST_P(WidgetEdges, OfCheckBoxesFieldsAndButtonsAreSeenOnTheWindow) {
    for (const auto element : {QStyle::PE_IndicatorCheckBox, QStyle::PE_IndicatorItemViewItemCheck,
                               QStyle::PE_FrameLineEdit, QStyle::PE_PanelButtonCommand}) {
        auto option = prepared<QStyleOptionButton>({4, 4, 20, 20});
        option.state |= QStyle::State_Off;
        const double best = seen([&](QPainter& painter) { style.drawPrimitive(element, &option, &painter, nullptr); });
        EXPECT_GE(best, 3) << element;
    }
}

TEST_P(WidgetEdges, WordsAreReadOnAButtonInEveryState) {
    const QStyle::State states[] = {QStyle::State_Raised, QStyle::State_On, QStyle::State_Sunken,
                                    QStyle::State_MouseOver, QStyle::State_HasFocus};
    for (const QStyle::State state : states) {
        auto option = prepared<QStyleOptionButton>({0, 0, 60, 24});
        option.state |= state;
        QImage image(60, 24, QImage::Format_RGB32);
        image.fill(theme.window);
        QPainter painter(&image);
        style.drawPrimitive(QStyle::PE_PanelButtonCommand, &option, &painter, nullptr);
        painter.end();
        EXPECT_GE(contrast(option.palette.color(QPalette::ButtonText), image.pixelColor(30, 12)), 4.5) << state;
    }
}

TEST_P(WidgetEdges, ATickedBoxIsNotAnEmptyOne) {
    auto option = prepared<QStyleOptionButton>({0, 0, 16, 16});
    const auto drawn = [&](QStyle::State state) {
        QImage image(16, 16, QImage::Format_RGB32);
        image.fill(theme.window);
        QPainter painter(&image);
        option.state = QStyle::State_Enabled | state;
        style.drawPrimitive(QStyle::PE_IndicatorCheckBox, &option, &painter, nullptr);
        painter.end();
        return image;
    };
    EXPECT_NE(drawn(QStyle::State_On), drawn(QStyle::State_Off));
    EXPECT_NE(drawn(QStyle::State_NoChange), drawn(QStyle::State_Off));
    EXPECT_NE(drawn(QStyle::State_NoChange), drawn(QStyle::State_On));
}

TEST_P(WidgetEdges, TheHandleOfAScrollBarIsSeenAndShowsWhereItIs) {
    auto bar = prepared<QStyleOptionSlider>({0, 0, 120, 14});
    bar.orientation = Qt::Horizontal;
    bar.state |= QStyle::State_Horizontal;
    bar.maximum = 100;
    bar.pageStep = 50;
    bar.subControls = QStyle::SC_All;
    const auto column = [&](int x) {
        QImage image(120, 14, QImage::Format_RGB32);
        image.fill(theme.window);
        QPainter painter(&image);
        style.drawComplexControl(QStyle::CC_ScrollBar, &bar, &painter, nullptr);
        painter.end();
        return contrast(image.pixelColor(x, 7), theme.window);
    };
    EXPECT_GE(column(40), 3);
    EXPECT_EQ(column(95), 1);
    bar.sliderPosition = bar.sliderValue = 100;
    EXPECT_EQ(column(25), 1);
    EXPECT_GE(column(80), 3);
}

TEST_P(WidgetEdges, WordsThatWereFoundLookInListsAsTheyDoInTheTimeline) {
    EXPECT_EQ(markedGround(paletteFor(theme), false), theme.hitFill);
    EXPECT_LT(markedGround(paletteFor(theme), true).alpha(), 255);
}

TEST(TheStyle, LeavesRoomAroundWordsAndNoPicturesOnButtonsOfDialogs) {
    const WidgetStyle style;
    EXPECT_GE(style.pixelMetric(QStyle::PM_FocusFrameHMargin, nullptr, nullptr), 5);
    EXPECT_EQ(style.styleHint(QStyle::SH_DialogButtonBox_ButtonsHaveIcons, nullptr, nullptr, nullptr), 0);
}
