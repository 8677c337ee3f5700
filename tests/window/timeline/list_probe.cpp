// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/window/timeline/list_probe.h"

#include <gtest/gtest.h>

namespace quoteline::test {

using ui::EventListModel;

QPoint placeOfRow(ui::EventListView& list, int row) {
    const QModelIndex index = list.model()->index(row, EventListModel::Title);
    list.scrollTo(index);
    return list.visualRect(index).center();
}

void clickRow(ui::EventListView& list, int row) {
    QTest::mouseClick(list.viewport(), Qt::LeftButton, {}, placeOfRow(list, row));
}

std::optional<model::EventIndex> selectedIn(ui::EventListView& list) {
    const QModelIndexList rows = list.selectionModel()->selectedRows();
    if (rows.size() != 1)
        return std::nullopt;
    return rows.front().data(EventListModel::EventIndexRole).toUInt();
}

void expectInView(ShownWindow& window, model::EventIndex event) {
    const layout::Scene& scene = window.scene();
    const auto isOfEvent = [event](const auto& thing) { return thing.event == event; };
    std::vector<layout::Mark> marks = scene.marks;
    std::vector<QRectF> words;
    for (const layout::Label& label : scene.labels)
        if (isOfEvent(label))
            words.push_back(label.rect);
    for (const layout::Callout& callout : window.controller().overlay().callouts)
        if (isOfEvent(callout)) {
            marks.insert(marks.end(), callout.marks.begin(), callout.marks.end());
            words.push_back(callout.plate);
        }
    const auto mark = std::find_if(marks.begin(), marks.end(), isOfEvent);
    ASSERT_NE(mark, marks.end()) << "no mark of " << event;
    EXPECT_TRUE(scene.frame.lanes.intersects(mark->rect())) << event;
    EXPECT_GE(mark->centreY, scene.frame.lanes.top()) << event;
    EXPECT_LE(mark->centreY, scene.frame.lanes.bottom()) << event;
    ASSERT_EQ(words.size(), 1U) << "a label or a callout of " << event;
    EXPECT_TRUE(scene.frame.lanes.contains(words.front().center())) << event;
}

} // namespace quoteline::test
