// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/window/parts/actions.h"
#include "tests/window/window_probe.h"
#include <QDockWidget>
#include <QLabel>
#include <QStatusBar>

namespace quoteline::test {

/// A window with a clock of its own: every act is a step, unless the test stops the clock.
struct Navigated : ShownWindow {
    explicit Navigated(QSize size = {1280, 800})
        : ShownWindow(size) {
        (*this)->navigator().clock = [this] { return now += pause; };
    }
    layout::TimeWindow at() { return controller().state().window; }
    double plotWidth() { return scene().frame.plot.width(); }
    QString said() { return (*this)->statusBar()->findChild<QLabel*>()->text(); }
    qint64 now = 0;
    qint64 pause = 10000;
};

/// The pane of the filters.
inline QDockWidget& filtersOf(ShownWindow& window) {
    return *window->findChild<QDockWidget*>(QStringLiteral("filters"));
}

} // namespace quoteline::test
