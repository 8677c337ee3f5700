// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>
#include <QString>

/// Icons of commands: lines of our own drawing, in the colour that the palette has for text.
namespace quoteline::ui {

/// The icon resources/icons/NAME.svg, drawn at whatever size and resolution is asked for, in the colour of the
/// application's palette for enabled, disabled and highlighted text; it follows the palette. Null where there is none
/// of that name.
QIcon ownIcon(const QString& name);

/// The icon that the desktop's theme has under `desktopName` (freedesktop icon naming); ours where it has none.
QIcon desktopIcon(const QString& desktopName, const QString& name);

/// The icon of the program, in its own colours.
QIcon programIcon();

} // namespace quoteline::ui
