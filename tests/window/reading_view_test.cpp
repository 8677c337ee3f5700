// SPDX-License-Identifier: GPL-3.0-or-later
// The reading view in the real window: zoomed to by the wheel, clicked, jumped in, turned off.
#include "app/view/evidence/evidence_panel.h"
#include "app/window/parts/actions.h"
#include "tests/window/window_probe.h"
#include <algorithm>
#include <gtest/gtest.h>

using namespace quoteline;
using test::ShownWindow;

namespace {

/// A day of the story's year with many events in view around it.
double crowdedDay() {
    return static_cast<double>(model::startOfDate(2026, 1, 26));
}

/// Turns the wheel until there are cards; how many notches that took.
int zoomToCards(ShownWindow& window) {
    for (int notch = 1; notch <= 30; ++notch) {
        window.wheel({window.scene().scale.toX(crowdedDay()), window.scene().frame.lanes.center().y()}, {0, 1},
                     Qt::ControlModifier);
        if (window.scene().reading)
            return notch;
    }
    return 0;
}

void showWindow(ShownWindow& window, int year, int month, int day, double days) {
    window.controller().setWindow({static_cast<double>(model::startOfDate(year, month, day)), days * model::msPerDay});
}

/// Pixels of a colour in a part of the picture.
int count(const QImage& picture, const QRectF& part, QColor color) {
    const QRect pixels = part.toAlignedRect().intersected(picture.rect());
    int found = 0;
    for (int y = pixels.top(); y <= pixels.bottom(); ++y)
        for (int x = pixels.left(); x <= pixels.right(); ++x)
            found += picture.pixelColor(x, y).rgb() == color.rgb() ? 1 : 0;
    return found;
}

} // namespace

TEST(ReadingView, ComesWithTheWheelAndChangesOnceEachWay) {
    ShownWindow window({1600, 900});
    EXPECT_FALSE(window.scene().reading);
    int changes = 0;
    bool reading = false;
    QObject::connect(&window.controller(), &ui::ViewController::sceneChanged, &window.controller(), [&] {
        changes += window.scene().reading != reading ? 1 : 0;
        reading = window.scene().reading;
    });
    const int notches = zoomToCards(window);
    ASSERT_GT(notches, 0);
    EXPECT_EQ(changes, 1);
    EXPECT_GE(window.scene().cards.size(), 10u);
    EXPECT_EQ(window.scene().counts.folded, 0u);
    const auto back = [&] {
        window.wheel({window.scene().scale.toX(crowdedDay()), window.scene().frame.lanes.center().y()}, {0, -1},
                     Qt::ControlModifier);
    };
    back(); // one notch back does not end it
    EXPECT_TRUE(window.scene().reading);
    for (int i = 0; i < notches; ++i)
        back();
    EXPECT_FALSE(window.scene().reading);
    EXPECT_EQ(changes, 2);
}

TEST(ReadingView, StaysWhileTheViewIsDragged) {
    ShownWindow window({1600, 900});
    ASSERT_GT(zoomToCards(window), 0);
    const layout::TimeWindow before = window.controller().state().window;
    for (int i = 0; i < 6; ++i) {
        window.drag(window.emptyPoint(), window.emptyPoint() - QPoint(240, 0));
        EXPECT_TRUE(window.scene().reading);
    }
    EXPECT_NE(window.controller().state().window, before);
}

TEST(ReadingView, AClickOnACardSelectsItsEventAndThePanelShowsIt) {
    ShownWindow window({1600, 900});
    ASSERT_GT(zoomToCards(window), 0);
    const layout::Card card = window.scene().cards[2];
    window.click((card.rect.bottomRight() - QPointF(3, 3)).toPoint()); // on the ground, beside all words
    EXPECT_EQ(window.controller().selected(), card.event);
    ASSERT_EQ(window.controller().overlay().selected.size(), 1u);
    EXPECT_TRUE(window.controller().overlay().selected.front().contains(card.rect.center()));
    EXPECT_EQ(window->panel().shownEvent(), card.event);
}

TEST(ReadingView, DrawsGroundAndBarOfACardInLightAndDark) {
    ShownWindow window({1600, 900});
    ASSERT_GT(zoomToCards(window), 0);
    for (const ui::ThemeChoice choice : {ui::ThemeChoice::Light, ui::ThemeChoice::Dark}) {
        window->setThemeChoice(choice);
        const QImage picture = window.picture();
        for (const layout::Card& card : window.scene().cards) {
            const QRectF seen = card.rect.intersected(window.scene().frame.lanes);
            if (seen.height() < card.rect.height() || seen.width() < card.rect.width())
                continue;
            EXPECT_GT(count(picture, card.rect, window->theme().card), 0.5 * card.rect.width() * card.rect.height());
            EXPECT_GT(count(picture, card.bar, window->theme().hue(card.hue)), card.bar.height());
        }
    }
}

TEST(ReadingView, AClickOnAChipAtTheEdgeJumpsToItsEventAndSelectsNothing) {
    ShownWindow window({1600, 900});
    showWindow(window, 2026, 1, 29, 4);
    ASSERT_TRUE(window.scene().reading);
    const double width = window.controller().state().window.width;
    int jumps = 0;
    for (const bool later : {true, false, true}) {
        const auto& chips = window.scene().edgeChips;
        const auto it = std::find_if(chips.begin(), chips.end(), [&](auto& c) { return c.later == later; });
        ASSERT_NE(it, chips.end());
        const layout::EdgeChip chip = *it;
        window.click(chip.rect.center().toPoint());
        EXPECT_TRUE(window.scene().reading);
        EXPECT_NEAR(window.controller().state().window.width, width, 1);
        EXPECT_FALSE(window.controller().selected());
        const auto& cards = window.scene().cards;
        const auto card = std::find_if(cards.begin(), cards.end(), [&](auto& c) { return c.event == chip.event; });
        ASSERT_NE(card, cards.end());
        EXPECT_TRUE(window.scene().frame.lanes.contains(card->rect)) << chip.text.text.toStdString();
        ++jumps;
    }
    EXPECT_EQ(jumps, 3);
}

TEST(ReadingView, AChipAtTheEdgeIsHighlightedAndExplainedUnderThePointer) {
    ShownWindow window({1600, 900});
    showWindow(window, 2026, 1, 29, 4);
    const auto& chips = window.scene().edgeChips;
    const auto it = std::find_if(chips.begin(), chips.end(), [](auto& c) { return c.later; });
    ASSERT_NE(it, chips.end());
    QString hint;
    QObject::connect(&window->pane().timeline(), &ui::TimelineView::hinted, &window.controller(),
                     [&](const QString& words) { hint = words; });
    QTest::mouseMove(window.viewport(), it->rect.center().toPoint());
    EXPECT_EQ(window.controller().overlay().hovered, std::vector<QRectF>{it->rect});
    EXPECT_TRUE(hint.contains(QStringLiteral("in this lane; the next: "))) << hint.toStdString();
    EXPECT_TRUE(hint.contains(window.controller().view().title(it->event))) << hint.toStdString();
}

TEST(ReadingView, IsTurnedOffAndOnInTheMenu) {
    ShownWindow window({1600, 900});
    showWindow(window, 2026, 1, 24, 5);
    ASSERT_TRUE(window.scene().reading);
    window->actions().readingView->trigger();
    EXPECT_FALSE(window.scene().reading);
    EXPECT_TRUE(window.scene().cards.empty() && window.scene().edgeChips.empty());
    window->actions().readingView->trigger();
    EXPECT_TRUE(window.scene().reading);
}

TEST(ReadingView, ArrowKeysStepThroughTheCardsOfAllEvents) {
    ShownWindow window({1600, 900});
    showWindow(window, 2026, 1, 24, 5);
    const std::size_t all = window.controller().view().events().size();
    for (std::size_t i = 0; i < all; ++i) {
        window.key(Qt::Key_Right);
        ASSERT_TRUE(window.controller().selected());
        const auto& cards = window.scene().cards;
        EXPECT_TRUE(std::any_of(cards.begin(), cards.end(), [&](auto& card) {
            return card.event == *window.controller().selected() &&
                   window.scene().frame.lanes.contains(card.rect.topLeft() + QPointF(1, 1));
        })) << i;
    }
}
