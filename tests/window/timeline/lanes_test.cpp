// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/content/story/grouping.h"
#include "app/view/search/event_filter.h"
#include "app/window/parts/actions.h"
#include "tests/view/evidence/panel_probe.h"
#include "tests/window/window_probe.h"
#include <QMenu>
#include <QTextBlock>
#include <gtest/gtest.h>

using namespace quoteline;
using test::ShownWindow;

namespace {

const layout::LaneHead& headOf(ShownWindow& window, std::size_t lane) {
    static const layout::LaneHead none;
    for (const layout::LaneHead& head : window.scene().laneHeads)
        if (head.lane == lane)
            return head;
    ADD_FAILURE() << "lane " << lane << " is not in view";
    return none;
}

std::vector<QString> laneNames(ShownWindow& window) {
    std::vector<QString> names;
    for (const layout::LaneGroup& lane : window.controller().view().lanes())
        names.push_back(lane.name);
    return names;
}

QPoint nameOf(ShownWindow& window, std::size_t lane) {
    const QRectF rect = headOf(window, lane).rect;
    return QPointF(rect.right() - 20, rect.center().y()).toPoint();
}

/// In which the panel names kind and lane of the event shown.
QColor captionColour(ShownWindow& window) {
    const QTextBlock first = test::blocksOf(window->panel()).front()->document()->begin();
    return first.begin().fragment().charFormat().foreground().color();
}

/// Of the rule beside an entry of a related event.
bool hasRule(QPushButton& entry, const QColor& colour) {
    const QImage image = entry.grab().toImage();
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < 10; ++x)
            if (image.pixelColor(x, y) == colour)
                return true;
    return false;
}

/// That panel and timeline show the selected event, and those related to it, in the same colours.
void expectColoursOfLanes(ShownWindow& window) {
    const layout::StoryView& view = window.controller().view();
    const auto colourOf = [&](model::EventIndex event) {
        return window->theme().hue(view.lanes()[view.laneOf(event).value()].hue);
    };
    const model::EventIndex event = window.controller().selected().value();
    EXPECT_EQ(captionColour(window), colourOf(event)) << view.title(event).toStdString();
    for (std::size_t i = 0; i < view.story().relationCount(event); ++i) {
        const model::EventIndex other = view.story().relation(event, i).event;
        for (QPushButton* entry : test::buttonsWith(window->panel(), view.title(other)))
            EXPECT_TRUE(hasRule(*entry, colourOf(other))) << view.title(other).toStdString();
    }
}

/// The events of a lane that have a small mark.
std::size_t smallOf(ShownWindow& window, std::size_t lane) {
    std::set<model::EventIndex> small;
    for (const layout::Mark& mark : window.scene().marks)
        if (mark.slim && window.controller().view().laneOf(*mark.event) == lane)
            small.insert(*mark.event);
    return small.size();
}

} // namespace

TEST(Lanes, CollapseAndExpandByTheirTriangle) {
    ShownWindow window;
    const std::size_t events = window.controller().view().lanes()[0].events.size();
    window.click(headOf(window, 0).toggle.center().toPoint());
    EXPECT_TRUE(window.controller().view().lanes()[0].collapsed);
    EXPECT_EQ(smallOf(window, 0), events);
    window.click(headOf(window, 0).toggle.center().toPoint());
    EXPECT_FALSE(window.controller().view().lanes()[0].collapsed);
    EXPECT_EQ(window.scene().counts.slim, 0U);
}

TEST(Lanes, OpenByADoubleClickOnTheirNameAndExpandWhereTheyAreCollapsed) {
    ShownWindow window;
    ASSERT_TRUE(window.open(test::crowdedStory(300)));
    const auto titles = [&] {
        const auto& view = window.controller().view();
        const auto& labels = window.scene().labels;
        return std::count_if(labels.begin(), labels.end(),
                             [&](const layout::Label& label) { return view.laneOf(label.event) == 0U; });
    };
    const auto before = titles();
    ASSERT_GT(window.scene().counts.slim + window.scene().counts.folded, 0U);
    QTest::mouseDClick(window.viewport(), Qt::LeftButton, {}, nameOf(window, 0));
    EXPECT_TRUE(window.controller().view().lanes()[0].opened);
    EXPECT_GT(window.scene().contentHeight, window.scene().frame.lanes.height()) << "it has to be scrolled";
    EXPECT_GT(titles(), before);
    window.key(Qt::Key_Left, Qt::AltModifier);
    EXPECT_FALSE(window.controller().view().lanes()[0].opened) << "the way back knows it";
    window.key(Qt::Key_Right, Qt::AltModifier);
    EXPECT_TRUE(window.controller().view().lanes()[0].opened);
    QTest::mouseDClick(window.viewport(), Qt::LeftButton, {}, nameOf(window, 0));
    EXPECT_FALSE(window.controller().view().lanes()[0].opened);
    EXPECT_EQ(titles(), before);
    window.click(headOf(window, 0).toggle.center().toPoint());
    QTest::mouseDClick(window.viewport(), Qt::LeftButton, {}, nameOf(window, 0));
    EXPECT_FALSE(window.controller().view().lanes()[0].collapsed);
}

TEST(Lanes, AClickOnANameChangesNothing) {
    ShownWindow window;
    window.controller().selectAndReveal(3);
    const layout::Arrangement before = window.controller().view().arrangement();
    window.click(nameOf(window, 2));
    EXPECT_EQ(window.controller().view().arrangement(), before);
    EXPECT_EQ(window.controller().selected(), std::optional<model::EventIndex>(3));
}

TEST(Lanes, MoveWhereTheyAreDragged) {
    ShownWindow window;
    std::vector<QString> expected = laneNames(window);
    window.drag(nameOf(window, 0), nameOf(window, 3) + QPoint(0, 2));
    std::rotate(expected.begin(), expected.begin() + 1, expected.begin() + 4);
    EXPECT_EQ(laneNames(window), expected);
    window.drag(nameOf(window, 5), QPoint(nameOf(window, 0).x(), 0));
    std::rotate(expected.begin(), expected.begin() + 5, expected.begin() + 6);
    EXPECT_EQ(laneNames(window), expected);
    EXPECT_FALSE(window.controller().overlay().dropLine);
    window->actions().resetLanes->trigger();
    EXPECT_EQ(laneNames(window), laneNames(*std::make_unique<ShownWindow>()));
}

TEST(Lanes, ShowWhereADraggedLaneWouldGo) {
    ShownWindow window;
    const QPoint from = nameOf(window, 0);
    const QPoint to = nameOf(window, 2) + QPoint(0, 3);
    QTest::mousePress(window.viewport(), Qt::LeftButton, {}, from);
    for (const QPoint& at : {from + QPoint(0, 30), to}) {
        QMouseEvent move(QEvent::MouseMove, at, window.viewport()->mapToGlobal(at), Qt::NoButton, Qt::LeftButton, {});
        QApplication::sendEvent(window.viewport(), &move);
    }
    ASSERT_TRUE(window.controller().overlay().dropLine);
    EXPECT_NEAR(window.controller().overlay().dropLine->center().y(), headOf(window, 2).rect.bottom(), 1);
    QTest::mouseRelease(window.viewport(), Qt::LeftButton, {}, to);
    EXPECT_FALSE(window.controller().overlay().dropLine);
}

TEST(Lanes, AreGroupedByTheMenu) {
    ShownWindow window;
    for (std::size_t i = layout::groupingCount; i-- > 0;) {
        window->actions().groupings[i]->trigger();
        const layout::StoryView& view = window.controller().view();
        EXPECT_EQ(view.arrangement().grouping, static_cast<layout::Grouping>(i));
        EXPECT_TRUE(window->actions().groupings[i]->isChecked());
        std::size_t events = 0;
        for (const layout::LaneGroup& lane : view.lanes())
            events += lane.events.size();
        EXPECT_EQ(events, view.story().eventCount());
        EXPECT_EQ(window.scene().counts.inRange, view.story().eventCount());
    }
}

TEST(Lanes, CollapseAndExpandAllTogether) {
    ShownWindow window;
    window->actions().collapseLanes->trigger();
    std::size_t small = 0;
    for (std::size_t lane = 0; lane < window.controller().view().lanes().size(); ++lane)
        small += smallOf(window, lane);
    EXPECT_EQ(small, window.controller().view().story().eventCount());
    EXPECT_FALSE(window->actions().collapseLanes->isEnabled());
    window->actions().fitLanes->trigger();
    EXPECT_EQ(window.scene().counts.slim, 0U);
    EXPECT_FALSE(window->actions().fitLanes->isEnabled());
}

TEST(Lanes, TheLaneOfTheSelectedEventFollowsTheKeys) {
    ShownWindow window;
    EXPECT_FALSE(window->actions().toggleLane->isEnabled());
    const model::EventIndex event = window.controller().view().lanes()[2].events.front();
    window.controller().selectAndReveal(event);
    const QString name = window.controller().view().lanes()[2].name;
    window.key(Qt::Key_Up, Qt::ControlModifier | Qt::ShiftModifier);
    EXPECT_EQ(window.controller().view().lanes()[1].name, name);
    window.key(Qt::Key_Down, Qt::ControlModifier | Qt::ShiftModifier);
    EXPECT_EQ(window.controller().view().lanes()[2].name, name);
    window.key(Qt::Key_E);
    EXPECT_TRUE(window.controller().view().lanes()[2].collapsed);
    EXPECT_EQ(window.controller().selected(), event);
    window.key(Qt::Key_E);
    EXPECT_FALSE(window.controller().view().lanes()[2].collapsed);
    window.key(Qt::Key_E, Qt::ShiftModifier);
    EXPECT_TRUE(window.controller().view().lanes()[2].opened);
    window->actions().fitLanes->trigger();
    EXPECT_FALSE(window.controller().view().lanes()[2].opened);
}

TEST(Lanes, OfferTheSameInAMenu) {
    ShownWindow window;
    const QPoint name = nameOf(window, 0);
    QContextMenuEvent ask(QContextMenuEvent::Mouse, name, window.viewport()->mapToGlobal(name));
    QApplication::sendEvent(window.viewport(), &ask);
    auto* menu = window->findChild<QMenu*>(QStringLiteral("laneMenu"));
    ASSERT_TRUE(menu);
    ASSERT_GE(menu->actions().size(), 3);
    EXPECT_FALSE(menu->actions()[2]->isEnabled()); // the first lane has nowhere to go up to
    const std::vector<QString> before = laneNames(window);
    menu->actions()[3]->trigger();
    EXPECT_EQ(laneNames(window)[1], before[0]);
    menu->close();
}

TEST(Lanes, GiveThePanelTheirColoursInEveryGrouping) {
    ShownWindow window;
    std::size_t others = 0; // colours that are not those of the opening view
    for (std::size_t i = layout::groupingCount; i-- > 0;) {
        window->actions().groupings[i]->trigger();
        const layout::StoryView& view = window.controller().view();
        for (model::EventIndex event = 0; event < view.story().eventCount(); ++event) {
            window.controller().selectAndReveal(event);
            expectColoursOfLanes(window);
            others += view.lanes()[*view.laneOf(event)].hue != static_cast<int>(view.story().lane(event)) ? 1 : 0;
        }
        window.controller().arrange(layout::withLaneMoved(view, view.lanes().size() - 1, 0));
        expectColoursOfLanes(window);
        window->actions().collapseLanes->trigger();
        expectColoursOfLanes(window);
    }
    EXPECT_GT(others, 10U);
    for (QAction* grouping : window->actions().groupings) {
        grouping->trigger(); // with an event selected
        expectColoursOfLanes(window);
    }
}

TEST(Lanes, KeepTheColourOfAnEventThatTheFilterHides) {
    ShownWindow window;
    window->actions().groupings[static_cast<std::size_t>(layout::Grouping::Actor)]->trigger();
    for (model::EventIndex event = 0; event < window.controller().view().story().eventCount(); ++event) {
        window.controller().selectAndReveal(event);
        const QColor colour = captionColour(window);
        model::EventQuery query;
        query.of(model::Facet::Kind) = {
            static_cast<std::uint32_t>(window.controller().view().story().kind(event)) == 0 ? 1U : 0U};
        window->filter().setQuery(query);
        ASSERT_FALSE(window.controller().view().shows(event));
        ASSERT_EQ(window->panel().shownEvent(), event);
        EXPECT_EQ(captionColour(window), colour) << event;
        window->filter().clear();
    }
}

TEST(Lanes, ThatLeaveTheColoursAsTheyAreLeaveThePageOfThePanelAlone) {
    ShownWindow window;
    window.controller().selectAndReveal(3);
    const QPointer<QWidget> page = &test::pageOf(window->panel());
    const layout::StoryView& view = window.controller().view();
    window.controller().arrange(layout::withLaneMoved(view, 0, 1));
    window->actions().collapseLanes->trigger();
    EXPECT_EQ(&test::pageOf(window->panel()), page) << "what is selected or focused there would be lost";
}

TEST(Lanes, OfAnotherGroupingLeaveTheWholeStoryWhole) {
    ShownWindow window;
    window.controller().setAnimationDuration(0);
    for (std::size_t i = layout::groupingCount; i-- > 0;) {
        window->actions().groupings[i]->trigger();
        EXPECT_EQ(window.controller().state().window, window.controller().wholeStory()) << i;
    }
    window.controller().zoomBy(3);
    const layout::TimeWindow part = window.controller().state().window;
    window->actions().groupings[4]->trigger();
    EXPECT_EQ(window.controller().state().window, part) << "a part stays the part it is";
}

TEST(Lanes, OfAnotherGroupingLeaveAGlideToTheWholeStoryAtItsEnd) {
    ShownWindow window;
    window.controller().zoomBy(3);
    window.controller().setAnimationDuration(10'000);
    window.controller().showWholeStory();
    ASSERT_NE(window.controller().state(), window.controller().target());
    window->actions().groupings[4]->trigger();
    EXPECT_EQ(window.controller().state().window, window.controller().wholeStory());
    EXPECT_EQ(window.controller().state(), window.controller().target());
}

TEST(Lanes, AreLetGoWhenTheButtonWasReleasedWhereNobodyToldUs) {
    ShownWindow window;
    const std::vector<QString> before = laneNames(window);
    window.press(nameOf(window, 0));
    window.moveTo(nameOf(window, 3));
    ASSERT_TRUE(window.controller().overlay().dropLine);
    window.hover(nameOf(window, 3));
    EXPECT_FALSE(window.controller().overlay().dropLine);
    QTest::mouseRelease(window.viewport(), Qt::LeftButton, {}, nameOf(window, 3));
    EXPECT_EQ(laneNames(window), before);
}
