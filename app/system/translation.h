// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace quoteline::ui {

/// Makes translate() give "1 event" and "15 events" for "%n event(s)". Once, for every application object; it belongs
/// to the application.
void installTranslation(QCoreApplication& app);

} // namespace quoteline::ui
