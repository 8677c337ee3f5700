// SPDX-License-Identifier: GPL-3.0-or-later
// The lists of columns through the real window, by mouse and keys.
#include "app/layout/scene/event_items.h"
#include "app/view/list/column_popup.h"
#include "tests/view/list/event_list_stories.h"
#include "tests/window/timeline/list_probe.h"

#include <QScreen>
#include <QScrollBar>
#include <gtest/gtest.h>

using namespace quoteline;
using test::ShownWindow;
using ui::EventListModel;

namespace {

ui::ColumnPopup* popupOf(ShownWindow& window) {
    ui::ColumnPopup* popup = nullptr;
    EXPECT_TRUE(QTest::qWaitFor([&] {
        popup = window->findChild<ui::ColumnPopup*>(QStringLiteral("columnEvents"));
        return popup && popup->isVisible();
    }));
    return popup;
}

std::vector<model::EventIndex> eventsOfColumn(ShownWindow& window, std::size_t column) {
    return layout::eventsOf(window.scene().columns[column], window.controller().view());
}

ui::ColumnPopup* openColumn(ShownWindow& window, std::size_t column) {
    window.click(window.scene().columns[column].rect.center().toPoint());
    return popupOf(window);
}

struct OpenedColumn {
    std::vector<model::EventIndex> events; ///< at least three
    ui::ColumnPopup* popup = nullptr;
};

/// The first column of a lane with far more events than it has room for.
OpenedColumn openCrowdedColumn(ShownWindow& window) {
    EXPECT_TRUE(window.open(test::crowdedStory(1000)));
    OpenedColumn opened{eventsOfColumn(window, 0)};
    EXPECT_GE(opened.events.size(), 3U);
    opened.popup = openColumn(window, 0);
    return opened;
}

} // namespace

TEST(ColumnList, HasAllEventsOfTheColumnHoweverMany) {
    ShownWindow window;
    ASSERT_TRUE(window.open(test::crowdedStory(3000)));
    ASSERT_FALSE(window.scene().columns.empty());
    std::size_t most = 0;
    for (std::size_t column = 0; column < window.scene().columns.size(); ++column)
        if (window.scene().columns[column].count > window.scene().columns[most].count)
            most = column;
    const auto events = eventsOfColumn(window, most);
    ASSERT_GT(events.size(), 40U);
    ui::ColumnPopup* popup = openColumn(window, most);
    ASSERT_TRUE(popup);
    const QAbstractItemModel& model = *popup->list().model();
    ASSERT_EQ(model.rowCount(), static_cast<int>(events.size()));
    for (int row = 0; row < model.rowCount(); ++row)
        ASSERT_EQ(model.index(row, 0).data(EventListModel::EventIndexRole).toUInt(),
                  events[static_cast<std::size_t>(row)]);
    EXPECT_TRUE(popup->heading().startsWith(QStringLiteral("%1 events, ").arg(events.size())));
    EXPECT_EQ(popup->list().accessibleName(), popup->heading());
    EXPECT_TRUE(popup->list().verticalScrollBar()->isVisible());
    EXPECT_LE(popup->list().viewport()->height(), 12 * popup->list().rowHeight(0) + 1);
    EXPECT_GE(popup->list().viewport()->height(), 12 * popup->list().rowHeight(0) - 1);
    EXPECT_TRUE(popup->screen()->availableGeometry().contains(popup->frameGeometry()));
    popup->close();
}

TEST(ColumnList, AClickChoosesAnEventWhichIsThenInView) {
    ShownWindow window;
    const auto [events, popup] = openCrowdedColumn(window);
    ASSERT_TRUE(popup);
    QPointer<ui::ColumnPopup> watched(popup);
    test::clickRow(popup->list(), 1);
    EXPECT_EQ(window.controller().selected(), events[1]);
    EXPECT_TRUE(QTest::qWaitFor([&] { return watched.isNull(); }));
    test::expectInView(window, events[1]);
}

TEST(ColumnList, IsGoneThroughWithKeys) {
    ShownWindow window;
    const auto [events, popup] = openCrowdedColumn(window);
    ASSERT_TRUE(popup);
    ui::EventListView* list = &popup->list();
    EXPECT_EQ(test::selectedIn(*list), events.front());
    QTest::keyClick(list, Qt::Key_Down);
    EXPECT_EQ(test::selectedIn(*list), events[1]);
    EXPECT_EQ(window.controller().selected(), std::nullopt) << "nothing is chosen on the way";
    QTest::keyClick(list, Qt::Key_End);
    EXPECT_EQ(test::selectedIn(*list), events.back());
    QTest::keyClick(list, Qt::Key_Home);
    EXPECT_EQ(test::selectedIn(*list), events.front());
    QTest::keyClicks(list, window.controller().view().title(events[2]));
    EXPECT_EQ(list->currentIndex().data().toString().isEmpty(), false);
    QTest::keyClick(list, Qt::Key_Home);
    QTest::keyClick(list, Qt::Key_Down);
    QTest::keyClick(list, Qt::Key_Down);
    QTest::keyClick(list, Qt::Key_Return);
    EXPECT_EQ(window.controller().selected(), events[2]);
    test::expectInView(window, events[2]);
}

TEST(ColumnList, EscapeClosesItAndChangesNothing) {
    ShownWindow window;
    ASSERT_TRUE(window.open(test::crowdedStory(1000)));
    window.controller().select(0);
    QPointer<ui::ColumnPopup> popup(openColumn(window, 0));
    ASSERT_TRUE(popup);
    QTest::keyClick(&popup->list(), Qt::Key_Escape);
    EXPECT_TRUE(QTest::qWaitFor([&] { return popup.isNull(); }));
    EXPECT_EQ(window.controller().selected(), 0U);
}

TEST(ColumnList, IsWhollyOnTheScreenWhereverTheColumnIs) {
    ShownWindow window;
    const layout::StoryView& view = window.controller().view();
    std::vector<model::EventIndex> all(view.events().begin(), view.events().end());
    const QRect screen = window->screen()->availableGeometry();
    for (const QPoint& corner : {screen.topLeft(), screen.topRight(), screen.bottomLeft(), screen.bottomRight()}) {
        auto* popup = new ui::ColumnPopup(view, all, &*window);
        popup->popUpAt(corner);
        EXPECT_TRUE(screen.contains(popup->frameGeometry()));
        delete popup;
    }
    auto* one = new ui::ColumnPopup(view, {3}, &*window);
    EXPECT_TRUE(one->heading().startsWith(QStringLiteral("1 event, ")));
    one->popUpAt(screen.center());
    EXPECT_FALSE(one->list().verticalScrollBar()->isVisible());
    delete one;
}
