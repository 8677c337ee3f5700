// SPDX-License-Identifier: GPL-3.0-or-later
// View > Larger text, from 100 to 200 per cent: nothing overlaps, and no words of the window are cut.
#include "app/layout/checks/scene_invariants.h"
#include "app/window/parts/actions.h"
#include "tests/view/evidence/panel_probe.h"
#include "tests/window/window_probe.h"

#include <QApplication>
#include <QMenuBar>
#include <QPushButton>
#include <QToolBar>
#include <gtest/gtest.h>

using namespace quoteline;
using test::ShownWindow;

class TextSize : public testing::TestWithParam<std::tuple<double, QSize>> {};

INSTANTIATE_TEST_SUITE_P(Window, TextSize,
                         testing::Combine(testing::Values(1.0, 1.25, 1.5, 1.75, 2.0),
                                          testing::Values(QSize(1280, 800), QSize(1920, 1080))),
                         [](const auto& one) {
                             return std::to_string(static_cast<int>(std::get<0>(one.param) * 100)) + "PerCentAt" +
                                    std::to_string(std::get<1>(one.param).width());
                         });

TEST_P(TextSize, NothingOverlapsAtAnyZoomAndScroll) {
    const auto [scale, size] = GetParam();
    ShownWindow window(size);
    window->setTextScale(scale);
    QCoreApplication::processEvents();
    ui::ViewController& controller = window.controller();
    EXPECT_EQ(window.scene().textScale, scale);
    for (int i = 0; i < 10; ++i) {
        for (const double share : {0.0, 0.5, 1.0}) {
            controller.scrollLanesTo(share * window.scene().contentHeight);
            const auto found =
                layout::violations(window.scene(), controller.view(), controller.packing(), controller.measurer());
            EXPECT_TRUE(found.empty()) << "zoom step " << i << ": " << found.front().toStdString();
        }
        controller.zoomBy(1.6);
    }
}

TEST_P(TextSize, TheWindowStaysAsLargeAsItIsAndItsWordsAreWhole) {
    const auto [scale, size] = GetParam();
    ShownWindow window(size);
    window->setTextScale(scale);
    window.controller().select(window.controller().view().story().find("sala-statement"));
    QCoreApplication::processEvents();
    QCoreApplication::processEvents();
    EXPECT_EQ(window->size(), size) << "larger text must not push the window off the screen";
    for (QWidget* widget : window->findChildren<QWidget*>()) {
        const bool words = qobject_cast<QAbstractButton*>(widget) || qobject_cast<QMenuBar*>(widget) ||
                           qobject_cast<QToolBar*>(widget);
        if (!words || !widget->isVisible())
            continue;
        EXPECT_GE(widget->width(), widget->minimumSizeHint().width())
            << widget->metaObject()->className() << " " << widget->accessibleName().toStdString();
        EXPECT_GE(widget->height(), widget->minimumSizeHint().height()) << widget->metaObject()->className();
    }
    for (ui::TextBlock* block : test::blocksOf(window->panel()))
        EXPECT_LE(block->document()->size().height(), block->viewport()->height());
    EXPECT_GE(window->pane().width(), size.width() / 3) << "the timeline has room beside the panel";
}

TEST(TextSizes, LargerAndSmallerGoFromOneToTwoInQuarters) {
    ShownWindow window;
    const ui::Actions& actions = window->actions();
    EXPECT_FALSE(actions.smallerText->isEnabled());
    for (const double scale : {1.25, 1.5, 1.75, 2.0}) {
        actions.largerText->trigger();
        EXPECT_EQ(window.controller().fonts().textScale(), scale);
        EXPECT_EQ(QApplication::font(), ui::interfaceFont(scale));
    }
    EXPECT_FALSE(actions.largerText->isEnabled());
    for (const double scale : {1.75, 1.5, 1.25, 1.0}) {
        actions.smallerText->trigger();
        EXPECT_EQ(window.controller().fonts().textScale(), scale);
    }
}

TEST(TextSizes, ALookOfHighContrastOutlinesWhatIsUnderThePointer) {
    ShownWindow window;
    window->actions().contrastTheme->trigger();
    const ui::Theme& theme = window->theme();
    ASSERT_TRUE(theme.highContrast);
    EXPECT_EQ(QApplication::palette().color(QPalette::Window), theme.window);
    const auto event = *window.controller().view().story().find("sala-statement");
    const QRectF cover = layout::coverOf(window.scene(), event);
    window.controller().hoverAt(QPointF(window.labelOf(event)));
    ASSERT_FALSE(window.controller().overlay().hovered.empty());
    const QRectF outline = window.controller().overlay().hovered.front();
    const QImage picture = window.picture();
    const double ratio = picture.devicePixelRatio();
    const QPoint edge(static_cast<int>(outline.center().x() * ratio), static_cast<int>(outline.top() * ratio));
    double highest = 1;
    for (int dy = -2; dy <= 2; ++dy)
        highest = std::max(highest, ui::contrast(picture.pixelColor(edge + QPoint(0, dy)), theme.surface));
    EXPECT_GE(highest, 4.5) << cover.top();
}
