// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/view/evidence/legend_view.h"
#include "tests/view/evidence/panel_probe.h"
#include <QAccessible>
#include <QApplication>
#include <QScrollBar>
#include <QWheelEvent>
#include <gtest/gtest.h>

namespace quoteline::test {

using namespace layout;
using model::EventIndex;
using ui::EvidencePanel;
using ui::TextBlock;

TEST(EvidencePanel, MayShowAnotherEventWhileAButtonOfTheOldOneIsStillAtWork) {
    Shown shown(embeddedView(), "vogue-report");
    QObject::connect(&shown.panel, &EvidencePanel::eventRequested, &shown.panel,
                     [&](EventIndex event) { shown.panel.showEvidence(event); });
    show(shown.panel);
    QPushButton& link = buttonWith(shown.panel, QStringLiteral("Replied to by: Online petitioners"));
    link.setFocus();
    press(link, Qt::Key_Return);
    QApplication::processEvents();
    EXPECT_EQ(shown.panel.shownEvent(), eventOf(embeddedView(), "online-protests"));
    EXPECT_EQ(QApplication::focusWidget(), &areaOf(shown.panel)); // the keyboard stays in the panel
}

TEST(EvidencePanel, LetsTheTabKeyReachEveryButtonAndQuoteFromTopToBottom) {
    QWidget window;
    EvidencePanel panel(&window);
    QPushButton after(&window); // created before the pages are: they must not end up behind it
    panel.setView(embeddedView());
    panel.showEvidence(eventOf(embeddedView(), "dhs-statement"));
    panel.resize(340, 700);
    after.setGeometry(400, 0, 50, 20);
    window.resize(500, 700);
    show(window);
    QPushButton& legend = buttonWith(panel, QStringLiteral("Legend"));
    legend.setFocus();
    ASSERT_EQ(QApplication::focusWidget(), &legend);
    std::vector<QWidget*> visited;
    for (int i = 0; i < 100 && QApplication::focusWidget() != &after; ++i) {
        press(*QApplication::focusWidget(), Qt::Key_Tab);
        visited.push_back(QApplication::focusWidget());
    }
    ASSERT_GE(visited.size(), 3U);
    EXPECT_EQ(visited.front(), &areaOf(panel));
    EXPECT_EQ(visited.back(), &after);
    const std::vector<QWidget*> stops(visited.begin() + 1, visited.end() - 1);
    EXPECT_EQ(stops.size(), 5 * 3 + 3U); // to compare; of each quote the words and two buttons; two relations
    EXPECT_EQ(stops, ui::tabStops(pageOf(panel)));
    for (std::size_t i = 1; i < stops.size(); ++i)
        EXPECT_LT(topIn(pageOf(panel), *stops[i - 1]), topIn(pageOf(panel), *stops[i]));
}

TEST(EvidencePanel, ScrollsToWhatTheTabKeyReaches) {
    Shown shown(embeddedView(), "dhs-statement");
    shown.panel.resize(340, 300);
    show(shown.panel);
    const std::vector<QWidget*> stops = ui::tabStops(pageOf(shown.panel));
    stops[0]->setFocus();
    for (std::size_t i = 1; i < stops.size(); ++i) {
        press(*QApplication::focusWidget(), Qt::Key_Tab);
        ASSERT_EQ(QApplication::focusWidget(), stops[i]);
        EXPECT_FALSE(stops[i]->visibleRegion().isEmpty());
    }
}

TEST(EvidencePanel, ShowsWhereTheFocusIs) {
    Shown shown(embeddedView(), "vogue-report");
    shown.panel.resize(340, 700);
    show(shown.panel);
    for (QWidget* stop : ui::tabStops(pageOf(shown.panel))) {
        areaOf(shown.panel).setFocus();
        const QImage without = stop->grab().toImage();
        stop->setFocus();
        EXPECT_NE(stop->grab().toImage(), without) << stop->accessibleName().toStdString();
    }
    QPushButton& legend = buttonWith(shown.panel, QStringLiteral("Legend"));
    legend.setFocus();
    const QImage without = areaOf(shown.panel).grab().toImage();
    areaOf(shown.panel).setFocus();
    EXPECT_NE(areaOf(shown.panel).grab().toImage(), without);
}

TEST(EvidencePanel, NamesEverythingForAssistiveTechnology) {
    Shown shown(embeddedView(), "vogue-report");
    shown.panel.setLegendVisible(true);
    std::vector<QWidget*> named = ui::tabStops(shown.panel);
    named.push_back(shown.panel.findChild<ui::LegendView*>());
    EXPECT_GE(named.size(), 8U);
    for (QWidget* widget : named) {
        QAccessibleInterface* accessible = QAccessible::queryAccessibleInterface(widget);
        ASSERT_NE(accessible, nullptr);
        EXPECT_FALSE(accessible->text(QAccessible::Name).isEmpty()) << widget->metaObject()->className();
    }
    EXPECT_EQ(blocksOf(shown.panel)[3]->accessibleName(), QStringLiteral("Quote 1 of 1"));
    EXPECT_TRUE(named.back()->accessibleDescription().contains(QStringLiteral("outlined: scheduled")));
}

TEST(EvidencePanel, LeavesTheWheelOverAQuoteToThePanel) {
    Shown shown(embeddedView(), "dhs-statement");
    shown.panel.resize(340, 400);
    show(shown.panel);
    TextBlock* quote = blocksOf(shown.panel)[2];
    const QPointF place(10, 10);
    for (const Qt::KeyboardModifiers modifiers : {Qt::NoModifier, Qt::ControlModifier}) {
        const int size = quote->font().pixelSize();
        QWheelEvent wheel(place, quote->viewport()->mapToGlobal(place), QPoint(), QPoint(0, -120), Qt::NoButton,
                          modifiers, Qt::NoScrollPhase, false);
        QApplication::sendEvent(quote->viewport(), &wheel);
        EXPECT_FALSE(wheel.isAccepted()); // an event of the window system goes on to the parents
        EXPECT_EQ(quote->font().pixelSize(), size);
        EXPECT_EQ(quote->verticalScrollBar()->value(), 0);
    }
}

TEST(EvidencePanel, FollowsTheCursorThroughALongQuote) {
    const std::string lines = [] {
        std::string text;
        for (int i = 0; i < 100; ++i)
            text += "line " + std::to_string(i) + "\n";
        return text;
    }();
    SmallStory small;
    small.events[0].quotes.push_back(plainQuote(lines));
    Shown shown(small.view(), "a");
    shown.panel.resize(340, 300);
    show(shown.panel);
    auto* quote = qobject_cast<TextBlock*>(ui::tabStops(pageOf(shown.panel)).front());
    ASSERT_NE(quote, nullptr);
    quote->setFocus();
    for (int i = 0; i < 60; ++i)
        press(*quote, Qt::Key_Down);
    EXPECT_TRUE(quote->viewport()->visibleRegion().contains(quote->cursorRect().center()));
    const int before = areaOf(shown.panel).scrollPosition();
    EXPECT_GT(before, 0);
    press(*quote, Qt::Key_PageUp); // turns the page of the panel, not of the quote
    EXPECT_LT(areaOf(shown.panel).scrollPosition(), before);
}

TEST(EvidencePanel, KeepsEventPlaceAndFocusWhenTheStyleChanges) {
    Shown shown(embeddedView(), "dhs-statement");
    shown.panel.resize(340, 400);
    show(shown.panel);
    ui::tabStops(pageOf(shown.panel))[4]->setFocus();
    areaOf(shown.panel).scrollTo(300);
    shown.panel.setStyle(ui::darkTheme(), ui::Fonts(1));
    EXPECT_EQ(shown.panel.shownEvent(), eventOf(embeddedView(), "dhs-statement"));
    EXPECT_EQ(areaOf(shown.panel).scrollPosition(), 300);
    EXPECT_EQ(QApplication::focusWidget(), ui::tabStops(pageOf(shown.panel))[4]);
    const QImage image = shown.panel.grab().toImage();
    EXPECT_EQ(image.pixelColor(2, 2), ui::darkTheme().window);
    EXPECT_EQ(image.pixelColor(2, 390), ui::darkTheme().window);
    QPushButton& legend = buttonWith(shown.panel, QStringLiteral("Legend"));
    legend.click();
    legend.setFocus();
    shown.panel.setStyle(ui::lightTheme(), ui::Fonts(2));
    EXPECT_TRUE(buttonWith(shown.panel, QStringLiteral("Legend")).isChecked());
    EXPECT_EQ(QApplication::focusWidget(), &buttonWith(shown.panel, QStringLiteral("Legend")));
    EXPECT_EQ(shown.panel.grab().toImage().pixelColor(2, 2), ui::lightTheme().window);
}

} // namespace quoteline::test
