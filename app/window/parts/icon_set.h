// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace quoteline::ui {

struct Actions;

/// Gives the commands that a toolbar may show their icons: those of the desktop's theme where `fromDesktop` and it has
/// them, else ours. The desktop's go with the desktop's colours, so they are for the theme "As the desktop" only.
void applyIcons(Actions& actions, bool fromDesktop);

} // namespace quoteline::ui
