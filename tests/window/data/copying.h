// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/export/data/story_export.h"
#include "app/view/list/event_list_view.h"
#include "app/window/parts/actions.h"
#include "app/window/parts/work_bar.h"
#include "app/window/timeline/event_list_dock.h"
#include "tests/window/window_probe.h"
#include <QClipboard>
#include <QDockWidget>
#include <QGuiApplication>
#include <QLabel>
#include <QStatusBar>
#include <QToolButton>
#include <gtest/gtest.h>

/// A window of which something is copied.
namespace quoteline::test {

inline constexpr auto ctrlShift = Qt::ControlModifier | Qt::ShiftModifier;

struct Copying : ShownWindow {
    using ShownWindow::ShownWindow;

    const ui::Actions& actions() { return (*this)->actions(); }
    ui::EventListView& list() { return (*this)->eventList().list(); }
    void openList() {
        (*this)->eventList().dock().toggleViewAction()->trigger();
        QCoreApplication::processEvents();
        ASSERT_TRUE(list().isVisible());
    }
    QPoint row(int number) {
        const QModelIndex index = list().model()->index(number, ui::EventListModel::Title);
        list().scrollTo(index);
        return list().visualRect(index).center();
    }
    void clickRow(int number, Qt::KeyboardModifiers modifiers = {}) {
        QTest::mouseClick(list().viewport(), Qt::LeftButton, modifiers, row(number));
    }
    void activate() {
        (*this)->activateWindow();
        ASSERT_TRUE(QTest::qWaitForWindowActive(&**this));
        (*this)->pane().timeline().setFocus();
    }
    QString said() { return (*this)->statusBar()->findChild<QLabel*>()->text(); }
    /// Until the status line begins like that.
    bool waitFor(const char* words) {
        return QTest::qWaitFor([&] { return said().startsWith(QString::fromUtf8(words)); });
    }
    /// What `begin` puts on the clipboard after a while.
    QImage pictureAfter(const std::function<void()>& begin) {
        QGuiApplication::clipboard()->clear();
        begin();
        EXPECT_TRUE(QGuiApplication::clipboard()->image().isNull()) << "the window goes on meanwhile";
        EXPECT_TRUE(QTest::qWaitFor([] { return !QGuiApplication::clipboard()->image().isNull(); }, 60000));
        return QGuiApplication::clipboard()->image();
    }
    QImage copyPicture() {
        return pictureAfter([this] { actions().copyPicture->trigger(); });
    }
    ui::WorkBar* copyBar() {
        for (auto* bar : (*this)->findChildren<ui::WorkBar*>())
            if (bar->cancelButton().accessibleName().contains(QStringLiteral("Copying")))
                return bar;
        return nullptr;
    }
    QByteArray exported(ui::DataFormat format, std::vector<model::EventIndex> events) {
        return ui::exportData(controller().view(), format, std::move(events))->bytes;
    }
};

inline QByteArray clipboardText() {
    return QGuiApplication::clipboard()->text().toUtf8();
}

} // namespace quoteline::test
