// SPDX-License-Identifier: GPL-3.0-or-later
// The pixels of single marks: wide ones, soft ends and hatched dots, on screens and in recordings as in PDF and SVG.
#include "app/paint/scene_painter.h"

#include <QImage>
#include <QPainter>
#include <QPicture>
#include <cmath>
#include <gtest/gtest.h>

using namespace quoteline;
using layout::Mark;
using layout::MarkKind;
using layout::Sizes;

namespace {

constexpr int left = 60;
constexpr int right = 260;
constexpr int middle = 40;

/// A wide mark from `left` to `right`, its middle line at y = `middle`.
Mark wideMark(MarkKind kind, bool scheduled = false) {
    layout::MarkSpan span;
    span.kind = kind;
    span.scheduled = scheduled;
    span.wide = true;
    span.left = span.barLeft = left;
    span.right = span.barRight = right;
    span.centre = (left + right) / 2.0;
    span.fadeStart = span.fadeEnd = kind == MarkKind::SoftRing || kind == MarkKind::GapRing;
    return {span, middle, barHeightOf(span, Sizes(1)), 0, std::nullopt};
}

Mark openMark(bool towardsStart) {
    Mark mark = wideMark(MarkKind::OpenDot);
    mark.span.fadeStart = towardsStart;
    mark.span.fadeEnd = !towardsStart;
    (towardsStart ? mark.span.left : mark.span.right) += (towardsStart ? -1 : 1) * Sizes(1).fadeLength;
    return mark;
}

Mark hatchedDot(bool ringed = false) {
    Mark mark = wideMark(MarkKind::PossibleBand);
    mark.span.wide = false;
    mark.span.tiny = true;
    mark.span.ringed = ringed;
    mark.span.left = mark.span.barLeft = mark.span.centre - Sizes(1).dotRadius;
    mark.span.right = mark.span.barRight = mark.span.centre + Sizes(1).dotRadius;
    return mark;
}

enum class Way { Screen, Recording };

QImage drawn(const Mark& mark, const ui::Theme& theme, Way way) {
    QImage image(320, 80, QImage::Format_RGB32);
    image.fill(theme.surface);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setClipRect(image.rect());
    if (way == Way::Screen) {
        ui::paintMark(painter, mark, theme);
        return image;
    }
    QPicture picture;
    QPainter recorder(&picture);
    recorder.setRenderHint(QPainter::Antialiasing);
    recorder.setClipRect(image.rect());
    ui::paintMark(recorder, mark, theme);
    recorder.end();
    painter.drawPicture(0, 0, picture);
    return image;
}

int apart(QColor a, QColor b) {
    return std::abs(a.red() - b.red()) + std::abs(a.green() - b.green()) + std::abs(a.blue() - b.blue());
}

/// How far a pixel is from the ground.
int inkAt(const QImage& image, int x, int y, const ui::Theme& theme) {
    return apart(image.pixelColor(x, y), theme.surface);
}

/// Where there is ink that can be seen: curves are drawn a few hundredths of a pixel off.
QRect inked(const QImage& image, const ui::Theme& theme) {
    QRect rect;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            if (inkAt(image, x, y, theme) > 20)
                rect |= QRect(x, y, 1, 1);
    return rect;
}

template <typename Check>
void everywhere(Check check) {
    for (const ui::Theme* theme : {&ui::lightTheme(), &ui::darkTheme()})
        for (const Way way : {Way::Screen, Way::Recording}) {
            SCOPED_TRACE(std::string(theme->dark ? "dark" : "light") + (way == Way::Screen ? "" : ", recorded"));
            check(*theme, way);
        }
}

const QRect bounds(left, middle - 7, right - left, 14);

} // namespace

TEST(MarkPainter, AWideDayIsOneBarOfOneColourWithoutADot) {
    everywhere([](const ui::Theme& theme, Way way) {
        for (const MarkKind kind : {MarkKind::DayDot, MarkKind::Moment}) {
            const QImage image = drawn(wideMark(kind), theme, way);
            EXPECT_EQ(inked(image, theme), bounds);
            const QColor inside = image.pixelColor(left + 5, middle);
            EXPECT_GT(apart(inside, theme.surface), 30);
            for (int x = left + 5; x < right - 5; ++x)
                for (const int y : {middle - 6, middle, middle + 6})
                    ASSERT_EQ(image.pixelColor(x, y), inside) << x << ", " << y;
        }
    });
}

TEST(MarkPainter, AWideMarkLooksAsABarOfTheSameLength) {
    everywhere([](const ui::Theme& theme, Way way) {
        for (const bool scheduled : {false, true}) {
            Mark span = wideMark(MarkKind::SpanBar, scheduled);
            span.span.wide = false;
            EXPECT_EQ(drawn(wideMark(MarkKind::DayDot, scheduled), theme, way), drawn(span, theme, way));
        }
    });
}

TEST(MarkPainter, SoftEndsFadeAndStayInside) {
    everywhere([](const ui::Theme& theme, Way way) {
        for (const MarkKind kind : {MarkKind::SoftRing, MarkKind::GapRing}) {
            const QImage image = drawn(wideMark(kind), theme, way);
            EXPECT_TRUE(bounds.contains(inked(image, theme)));
            const int full = inkAt(image, (left + right) / 2, middle, theme);
            EXPECT_GT(full, 15);
            EXPECT_LT(inkAt(image, left, middle, theme), full / 4);
            EXPECT_LT(inkAt(image, right - 1, middle, theme), full / 4);
            for (int x = left; x < (left + right) / 2; ++x) {
                EXPECT_GE(inkAt(image, x + 1, middle, theme) + 2, inkAt(image, x, middle, theme)) << x;
                EXPECT_LE(std::abs(inkAt(image, x, middle, theme) - inkAt(image, left + right - 1 - x, middle, theme)),
                          12);
            }
            EXPECT_EQ(inkAt(image, left + 20, middle, theme), full); // only the ends are soft
        }
    });
}

TEST(MarkPainter, WhatIsUndatedIsPalerThanAbout) {
    everywhere([](const ui::Theme& theme, Way way) {
        const int about = inkAt(drawn(wideMark(MarkKind::SoftRing), theme, way), 160, middle, theme);
        const int undated = inkAt(drawn(wideMark(MarkKind::GapRing), theme, way), 160, middle, theme);
        EXPECT_LT(undated, 2 * about / 3);
        EXPECT_GT(undated, about / 3);
    });
}

TEST(MarkPainter, AnOpenSideHasAFadeBesideTheWholeBar) {
    everywhere([](const ui::Theme& theme, Way way) {
        for (const bool start : {true, false}) {
            const Mark mark = openMark(start);
            const QImage image = drawn(mark, theme, way);
            const QRect ink = inked(image, theme);
            EXPECT_TRUE(mark.rect().toAlignedRect().contains(ink));
            EXPECT_GT(ink.width(), right - left + 30); // the last pixels of the fade have next to none
            for (int x = left + 5; x < right - 5; ++x)
                ASSERT_EQ(image.pixelColor(x, middle - 5), image.pixelColor((left + right) / 2, middle - 5)) << x;
            const int step = start ? -1 : 1;
            for (int x = start ? left - 3 : right + 2; x != (start ? left - 39 : right + 38); x += step) {
                EXPECT_LE(inkAt(image, x + step, middle, theme), inkAt(image, x, middle, theme) + 2) << x;
                EXPECT_EQ(inkAt(image, x, middle - 5, theme), 0) << x; // thinner than the bar
            }
            EXPECT_GT(inkAt(image, start ? left - 3 : right + 2, middle, theme), 60);
            EXPECT_EQ(inkAt(image, start ? right + 1 : left - 2, middle, theme), 0);
        }
    });
}

TEST(MarkPainter, WhatIsScheduledIsOutlinedAlsoWhereItIsWide) {
    everywhere([](const ui::Theme& theme, Way way) {
        for (const MarkKind kind : {MarkKind::DayDot, MarkKind::Moment, MarkKind::SoftRing, MarkKind::GapRing}) {
            const QImage image = drawn(wideMark(kind, true), theme, way);
            EXPECT_TRUE(bounds.contains(inked(image, theme)));
            for (int x = left + 5; x < right - 5; ++x)
                ASSERT_EQ(inkAt(image, x, middle, theme), 0) << x;
            const int edge = inkAt(image, (left + right) / 2, middle - 7, theme);
            EXPECT_GT(edge, 60);
            const bool soft = kind == MarkKind::SoftRing || kind == MarkKind::GapRing;
            EXPECT_EQ(inkAt(image, left, middle, theme) == 0, soft); // an outline with soft ends has none
            if (soft) {
                EXPECT_LT(inkAt(image, left + 1, middle - 7, theme), edge / 2);
            }
        }
    });
}

TEST(MarkPainter, ANarrowPossibilityIsAHatchedDot) {
    everywhere([](const ui::Theme& theme, Way way) {
        const Mark mark = hatchedDot();
        const QImage image = drawn(mark, theme, way);
        const QRect ink = inked(image, theme);
        const QRect dot(154, middle - 6, 12, 12);
        EXPECT_TRUE(dot.contains(ink)) << ink.left() << ", " << ink.top() << ", " << ink.right() << ", "
                                       << ink.bottom();
        EXPECT_GE(ink.width(), 11);
        EXPECT_GE(ink.height(), 11);
        for (const QPoint corner : {dot.topLeft(), dot.topRight(), dot.bottomLeft(), dot.bottomRight()})
            EXPECT_EQ(inkAt(image, corner.x(), corner.y(), theme), 0);
        int turns = 0; // from a stroke to the ground and back, across the strokes
        int before = 0;
        for (int i = -4; i < 4; ++i) {
            const int change =
                inkAt(image, 160 + i + 1, middle + i, theme) - inkAt(image, 160 + i, middle + i - 1, theme);
            turns += change * before < 0 ? 1 : 0;
            before = change != 0 ? change : before;
        }
        EXPECT_GE(turns, 2);
        Mark day = wideMark(MarkKind::DayDot);
        day.span.wide = false;
        EXPECT_NE(drawn(day, theme, way).copy(dot), image.copy(dot));
        EXPECT_NE(drawn(hatchedDot(true), theme, way), image); // about a month, a year ... has a ring around it
    });
}
